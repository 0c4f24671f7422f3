"""Chinese text becomes the places where words begin; the dictionary is loaded when it is first needed."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from app.paths import user_cache
from app.text.chars import HAN, is_han


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


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(
        rf"[{HAN}]+"
        r"|[0-9A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff]+(?:[-.'’:/@_%][0-9A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff]+)*"
        r"|[ \u3000\u00a0]+|(.)\1*",
        re.DOTALL,
    )


def tokens(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of what a double click takes: Chinese words, Latin words and numbers by rule, blanks, runs of one mark."""
    for found in _tokens().finditer(text):
        start, end = found.span()
        if is_han(text[start]):
            starts = sorted(word_starts(found[0]))
            yield from ((start + a, start + b) for a, b in pairwise([*starts, end - start]))
        else:
            yield start, end


def word_at(text: str, at: int) -> tuple[int, int]:
    """The word around a place; at its end the one before it is taken only where the text ends. (at, at) in an empty text."""
    found = (at, at)
    for found in tokens(text):
        if at < found[1]:
            break
    return found


def next_word(text: str, at: int) -> int:
    """Where the next word begins, blanks passed over; the end of the text where there is none."""
    return next((start for start, _ in tokens(text) if start > at and not text[start].isspace()), len(text))


def previous_word(text: str, at: int) -> int:
    """Where the word before a place begins, blanks passed over; 0 where there is none."""
    return max((start for start, _ in tokens(text) if start < at and not text[start].isspace()), default=0)
