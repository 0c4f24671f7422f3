"""Characters at places on pages, from whatever file, become the paragraphs that somebody wrote."""
