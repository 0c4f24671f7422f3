"""Who gets how many copies of an issue: read from its footer, held against its print count, on sheets (分发单, 签收表, 标签)."""
