"""The immutable values: an issue, its parts and its template, and their JSON form."""
