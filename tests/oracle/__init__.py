"""Our own oracle: LibreOffice prints an exported DOCX, and its lines and rules are measured and held against our pages."""
