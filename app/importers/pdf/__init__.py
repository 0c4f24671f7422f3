"""PDF files with text become raw documents: characters by their places, lines, columns, paragraphs."""
