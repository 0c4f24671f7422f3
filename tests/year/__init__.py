"""A year of a made-up office, by a script: twelve issues, four hundred submissions, all of it alike each time."""
