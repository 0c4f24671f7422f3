"""Chinese text becomes the places where words begin; the dictionary is loaded when it is first needed."""

from __future__ import annotations

import logging
import warnings
from functools import cache
from typing import Any

from app.paths import user_cache


@cache
def _tokenizer() -> Any:  # noqa: ANN401 - jieba has no types
    """jieba's tokenizer, silent, with its cache among our own files."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its package metadata access and old escapes warn on import
        import jieba

        library: Any = jieba
        library.setLogLevel(logging.CRITICAL)
        tokenizer = library.Tokenizer()
        folder = user_cache()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            tokenizer.tmp_dir = str(folder)
        except OSError:  # without a cache the dictionary is only slower to load
            tokenizer.tmp_dir = None
        tokenizer.initialize()
    return tokenizer


@cache
def word_starts(text: str) -> frozenset[int]:
    """Offsets in `text` at which a word begins, 0 among them."""
    return frozenset(start for _, start, _ in _tokenizer().tokenize(text))
