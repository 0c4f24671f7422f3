"""Pure editing: an issue and a selection become the next ones; history is a list of earlier values."""
