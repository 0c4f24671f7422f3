"""An RTF file becomes a raw document.

A reader of our own: the libraries there are give plain text, without tables, and tell nothing of hidden and deleted text.
"""
