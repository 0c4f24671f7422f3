"""Use cases without Qt: intake, compose, publish."""
