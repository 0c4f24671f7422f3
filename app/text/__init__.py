"""Characters: classes and forbidden line ends, numerals and dates, encodings, word bounds."""
