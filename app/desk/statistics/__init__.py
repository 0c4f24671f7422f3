"""What was sent in and what was printed becomes 采用统计: lines of detail, a report by units, tables, a notice."""
