"""A PDF that was just written is read again, as any other program would, and measured against the official layout."""
