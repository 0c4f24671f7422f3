"""Speed of the program against Typst and LibreOffice on the same text and the same faces: `python -m tests.bench`."""
