"""The program on a virtual screen with a real Chinese input method and real keys."""
