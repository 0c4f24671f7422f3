"""A KenLM file (quantized trie, version 5) becomes how likely a word is behind another one; the file is mapped, not read.

Format: lm/binary_format.cc, lm/vocab.cc, lm/trie.cc, lm/quantize.cc and lm/bhiksha.cc of https://github.com/kpu/kenlm. N-grams stand in a
trie by their last word: under a word stand the words before it, by number. Logarithms are natural here and decimal in the file.
"""

from __future__ import annotations

import mmap
import struct
from functools import lru_cache
from itertools import pairwise
from math import isfinite, isnan
from pathlib import Path

from app.records import dataclass

_MAGIC = b"mmap lm http://kheafield.com/code format version 5\n\0"
_SANITY = struct.pack("<56s3f2I4xQ", _MAGIC, 0.0, 1.0, -0.5, 1, 0xFFFFFFFF, 1)
"""How a file begins that was written by a machine whose numbers look like those that are read here."""
_PARAMETERS = struct.Struct("<BxxxfIBxxxI")
_QUANTIZED_ARRAY_TRIE = 5
_QUANTIZER, _BHIKSHA = 2, 0
"""Versions of these parts."""
_MOST_ORDER, _MOST_BITS = 16, 25
"""KenLM is built for fewer, and its values have no more bits."""
_READ_AT_ONCE = 57
"""Bits of an entry that are in the eight bytes from where it begins, whichever bit that is."""
_UNIGRAM = 16
"""A word's likelihood, what it costs to forget it (two floats), and the place of its first pair."""
_UNKNOWN_WORD = "<unk>"
_NEVER = -99.0
"""What language models write for the logarithm of nought."""
_LN10 = 2.302585092994046
_CACHED = 1 << 16


class LanguageModel:
    """Words with logarithms (negative) of how likely they are.

    Raises `ValueError` for a file of another kind and for one that is damaged: all that is read later lies within the file then. Whoever
    puts another file in its place must rename it into place, since what is mapped may not grow shorter.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        plan = _plan(data)
        self.ids = _ids(data[plan.strings :], plan.words)  # a word to its number
        view = memoryview(data)
        unigrams = view[plan.unigrams : plan.unigrams + _UNIGRAM * (plan.words + 1)]
        self._values, self._pointers = unigrams.cast("f"), unigrams.cast("Q")
        first = self._pointers[1::2].tolist()
        if first != sorted(first) or first[-1] != plan.pairs or not isfinite(sum(self._values[0::4]) + sum(self._values[1::4])):
            raise ValueError("the words of the language model are damaged")
        values = view[plan.tables : plan.tables + 4 * (1 << plan.prob_bits)].cast("f").tolist()
        if any(map(isnan, values)):
            raise ValueError("the values of the language model are damaged")
        self._pair_values = [max(-abs(value), _NEVER) * _LN10 for value in values]  # a value that no pair has may stand for nought
        self._bytes, self._plan = data, plan
        self.pair = lru_cache(maxsize=_CACHED)(self._pair)

    def word(self, number: int) -> float:
        """How likely the word is anywhere."""
        return -abs(self._values[4 * number]) * _LN10

    def after(self, before: int, number: int) -> float:
        """How likely the word is behind another one."""
        return self.pair(before, number) or self.word(number) + self._values[4 * before + 1] * _LN10

    def _pair(self, before: int, number: int) -> float:
        """The logarithm for a pair that the model knows, 0.0 for one that it doesn't."""
        data, plan = self._bytes, self._plan
        low, high = self._pointers[2 * number + 1], self._pointers[2 * number + 3]
        width, base, mask = plan.width, plan.entries, (1 << plan.word_bits) - 1
        while low < high:
            middle = (low + high) >> 1
            bit = middle * width
            at = base + (bit >> 3)
            value = int.from_bytes(data[at : at + 8], "little") >> (bit & 7)
            there = value & mask
            if there < before:
                low = middle + 1
            elif there > before:
                high = middle
            else:
                return self._pair_values[(value >> plan.prob_at) & ((1 << plan.prob_bits) - 1)]
        return 0.0


@dataclass(frozen=True, slots=True)
class _Plan:
    """How many words and pairs a file holds, where its parts begin, and of how many bits an entry of a pair is made."""

    words: int
    pairs: int
    tables: int
    unigrams: int
    entries: int
    strings: int
    word_bits: int
    prob_at: int
    prob_bits: int
    width: int


def _plan(data: mmap.mmap) -> _Plan:
    """The plan of a file, which must be at least as long as its parts. Raises `ValueError`."""
    head = len(_SANITY) + _PARAMETERS.size
    if data[: len(_SANITY)] != _SANITY or len(data) < head:
        raise ValueError("this is no language model of KenLM's version 5")
    order, _, kind, has_words, _ = _PARAMETERS.unpack_from(data, len(_SANITY))
    if kind != _QUANTIZED_ARRAY_TRIE or not has_words or not 3 <= order <= _MOST_ORDER:
        raise ValueError("this is a language model of another kind")
    counts = _numbers(data, head, order)
    quantizer = _aligned(head + 8 * order) + 8 * (1 + counts[0])  # behind the words' hashes, which the words at the end make superfluous
    version, prob_bits, backoff_bits = _bytes(data, quantizer, 3)
    if version != _QUANTIZER or prob_bits > _MOST_BITS or backoff_bits > _MOST_BITS:
        raise ValueError("the language model holds values of another kind")
    tables = quantizer + 8
    unigrams = tables + 4 * ((order - 2) * ((1 << prob_bits) + (1 << backoff_bits)) + (1 << prob_bits))
    place = unigrams + _UNIGRAM * (counts[0] + 2)
    version, limit = _bytes(data, place, 2)
    if version != _BHIKSHA:
        raise ValueError("the language model holds pointers of another kind")
    word_bits = counts[0].bit_length()
    starts, widths = [], []
    for count, above in pairwise(counts[1:]):
        inline = above.bit_length() - _chop(count + 1, above, limit)
        starts.append(place + 8 * (2 + (above >> inline)) + 7)
        widths.append(word_bits + prob_bits + backoff_bits + inline)
        place = starts[-1] + _packed(count, widths[-1])
    strings = place + _packed(counts[-1], word_bits + prob_bits)
    if strings > len(data):
        raise ValueError("the language model ends early")
    if word_bits + prob_bits + backoff_bits > _READ_AT_ONCE:
        raise ValueError("the language model holds more words than can be read")
    return _Plan(counts[0], counts[1], tables, unigrams, starts[0], strings, word_bits, word_bits + backoff_bits, prob_bits, widths[0])


def _ids(strings: bytes, count: int) -> dict[str, int]:
    """The words at the end of the file with their numbers. Raises `ValueError` where they aren't as many as they should be."""
    try:
        words = strings.decode("utf-8").split("\0")
    except UnicodeDecodeError as error:
        raise ValueError("the words of the language model are damaged") from error
    ids = {word: number for number, word in enumerate(words[:-1])}
    if words[0] != _UNKNOWN_WORD or words[-1] or not len(words) - 1 == len(ids) == count:
        raise ValueError("the words of the language model are damaged")
    return ids


def _aligned(place: int) -> int:
    return (place + 7) & ~7


def _bytes(data: mmap.mmap, place: int, count: int) -> bytes:
    found = data[place : place + count]
    if len(found) < count:
        raise ValueError("the language model ends early")
    return found


def _numbers(data: mmap.mmap, place: int, count: int) -> tuple[int, ...]:
    return struct.unpack(f"<{count}Q", _bytes(data, place, 8 * count))


def _packed(entries: int, width: int) -> int:
    """Bytes of entries of so many bits each, with one more behind them and room to read the last one (lm/trie.cc, BaseSize)."""
    return ((1 + entries) * width + 7) // 8 + 8


def _chop(entries: int, most: int, limit: int) -> int:
    """How many of the highest bits of a pointer stand in a table of their own (lm/bhiksha.cc, ChopBits)."""
    required = most.bit_length()
    return min(range(min(required, limit) + 1), key=lambda chop: (most >> (required - chop)) * 64 - entries * chop)
