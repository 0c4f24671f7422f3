"""The office's library: submissions, what was printed of them, and whose they are, in SQLite or in the office's own PostgreSQL."""
