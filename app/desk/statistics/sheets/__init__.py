"""What an office sets for 采用统计 becomes sheets to edit: points, groups, lines by hand, forms of table."""
