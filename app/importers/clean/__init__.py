"""Named repairs, in the order in which they run."""
