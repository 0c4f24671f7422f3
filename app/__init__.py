"""编报 (Bianbao): work bulletins of Chinese government offices, from pasted text to printed pages."""

__version__ = "0.1.0"
