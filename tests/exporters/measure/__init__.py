"""Measures of the official layout on files of ours, good and spoilt."""
