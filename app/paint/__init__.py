"""Frames become strokes on a Canvas, the same ones on screen and in every file."""
