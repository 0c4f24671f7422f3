"""A table of figures becomes an XLSX workbook that prints as an office prints its tables."""
