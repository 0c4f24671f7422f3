"""Foreign text becomes clean, recognised structure; nothing is lost without a named repair."""
