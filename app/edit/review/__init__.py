"""A copy that came back from review becomes changes to accept or refuse, and those that are accepted an issue."""
