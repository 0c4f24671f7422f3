"""Word documents of every dress (DOCX, DOCM, DOTX, strict) become what is in them."""
