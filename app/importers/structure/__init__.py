"""Repaired lines become a recognised bulletin or submission."""
