"""Font files become faces: discovery, roles, advances, what was substituted."""
