"""Frames become PDF, with subsets of their faces; everything is placed already."""
