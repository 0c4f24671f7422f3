"""Tests of the set-up: made-up packages, interrupted downloads, wrong sums, machines without apt or network."""
