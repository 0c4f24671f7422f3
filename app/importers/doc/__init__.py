"""A Word 97-2003 or Kingsoft WPS file becomes a raw document, by its piece table."""
