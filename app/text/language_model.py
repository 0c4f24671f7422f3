"""A KenLM file (quantized trie of three orders, version 5) becomes how likely a word is behind others; the file is mapped, not read.

Format: lm/binary_format.cc, lm/vocab.cc, lm/trie.cc, lm/quantize.cc and lm/bhiksha.cc of https://github.com/kpu/kenlm. N-grams stand in a
trie by their last word: under a word stand the words before it, by number. Logarithms are natural here and decimal in the file.
"""

from __future__ import annotations

import mmap
import struct
from bisect import bisect_right
from functools import lru_cache
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
_ORDER, _MOST_BITS = 3, 25
"""Single words, pairs and triples; KenLM's values have no more bits."""
_AIR = 7
"""Bytes behind the table of pointers, by which KenLM may align it."""
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
        self._bytes, self._plan = data, plan
        self._pair_values = self._likelihoods(view, plan.tables)
        back_offs = plan.tables + 4 * (1 << plan.prob_bits)
        self._back_offs = _floats(view, back_offs, 1 << plan.back_off_bits)
        self._triple_values = self._likelihoods(view, back_offs + 4 * (1 << plan.back_off_bits))
        self._high = view[plan.offsets : plan.entries - _AIR].cast("Q").tolist()
        if self._high != sorted(self._high):
            raise ValueError("the pointers of the language model are damaged")
        self._at = lru_cache(maxsize=_CACHED)(self._place)
        self.pair = lru_cache(maxsize=_CACHED)(self._pair)
        self.third = lru_cache(maxsize=_CACHED)(self._third)

    def word(self, number: int) -> float:
        """How likely the word is anywhere."""
        return -abs(self._values[4 * number]) * _LN10

    def after(self, before: int, number: int) -> float:
        """How likely the word is behind another one."""
        return self.pair(before, number) or self.word(number) + self._values[4 * before + 1] * _LN10

    def _pair(self, before: int, number: int) -> float:
        """The logarithm for a pair that the model knows, 0.0 for one that it doesn't."""
        at = self._at(before, number)
        return self._pair_values[self._entry(at) >> self._plan.prob_at & ((1 << self._plan.prob_bits) - 1)] if at >= 0 else 0.0

    def _third(self, first: int, before: int, number: int) -> float:
        """How likely the word is behind two others."""
        plan, at = self._plan, self._at(before, number)
        if at >= 0:
            low, high = self._triples_of(at)
            place = _search(self._bytes, plan.triples, plan.triple_width, plan.words, first, low, high)
            if place >= 0:
                entry = _bits(self._bytes, plan.triples, place * plan.triple_width)
                return self._triple_values[entry >> plan.word_bits & ((1 << plan.prob_bits) - 1)]
        context = self._at(first, before)
        back_off = self._back_offs[self._entry(context) >> plan.word_bits & ((1 << plan.back_off_bits) - 1)] if context >= 0 else 0.0
        return back_off * _LN10 + self.after(before, number)

    def _place(self, before: int, number: int) -> int:
        """Where the pair stands among all, -1 for one that the model doesn't know."""
        plan = self._plan
        low, high = self._pointers[2 * number + 1], self._pointers[2 * number + 3]
        return _search(self._bytes, plan.entries, plan.width, plan.words, before, low, high)

    def _entry(self, place: int) -> int:
        return _bits(self._bytes, self._plan.entries, place * self._plan.width)

    def _triples_of(self, place: int) -> tuple[int, int]:
        """Between which places the triples stand that go on from a pair: the low bits are in its entry, the high ones in a table."""
        plan = self._plan
        mask, shift = (1 << plan.inline_bits) - 1, plan.prob_at + plan.prob_bits
        ends = []
        for one in (place, place + 1):
            high = bisect_right(self._high, one) - 1
            ends.append(high << plan.inline_bits | self._entry(one) >> shift & mask)
        return max(ends[0], 0), min(ends[1], plan.triple_count)

    def _likelihoods(self, view: memoryview, start: int) -> list[float]:
        """A table of likelihoods; a value that nothing has may stand for nought."""
        return [max(-abs(value), _NEVER) * _LN10 for value in _floats(view, start, 1 << self._plan.prob_bits)]


def _search(data: mmap.mmap, base: int, width: int, words: int, key: int, low: int, high: int) -> int:
    """The place of a key among sorted entries of so many bits, -1 where it isn't there. Keys are numbers of the words.

    Words are numbered in the order of their hashes, so keys are spread evenly: guessing where one stands takes half the looks of halving.
    """
    mask = (1 << words.bit_length()) - 1
    least, most = 0, words  # the keys of `low:high` lie in this range, and the one that is sought
    while low < high:
        middle = low + (high - low) * (key - least) // (most - least)
        there = _bits(data, base, middle * width) & mask
        if there < key:
            low, least = middle + 1, there + 1
        elif there > key:
            high, most = middle, there
        else:
            return middle
    return -1


def _bits(data: mmap.mmap, base: int, bit: int) -> int:
    """The bits from this one on, fifty-seven at least."""
    at = base + (bit >> 3)
    return int.from_bytes(data[at : at + 8], "little") >> (bit & 7)


def _floats(view: memoryview, start: int, count: int) -> list[float]:
    values = [float(value) for value in view[start : start + 4 * count].cast("f")]
    if any(map(isnan, values)):
        raise ValueError("the values of the language model are damaged")
    return values


@dataclass(frozen=True, slots=True)
class _Plan:
    """How many words, pairs and triples a file holds, where its parts begin, and of how many bits an entry is made."""

    words: int
    pairs: int
    triple_count: int
    tables: int
    unigrams: int
    offsets: int
    entries: int
    triples: int
    strings: int
    word_bits: int
    prob_bits: int
    back_off_bits: int
    inline_bits: int
    prob_at: int
    """The bit of a pair's entry at which its likelihood begins."""
    width: int
    """Bits of a pair's entry: the word before, back-off, likelihood, the low bits of the place of its first triple."""
    triple_width: int
    """Bits of a triple's entry."""


def _plan(data: mmap.mmap) -> _Plan:
    """The plan of a file, which must be at least as long as its parts. Raises `ValueError`."""
    head = len(_SANITY) + _PARAMETERS.size
    if data[: len(_SANITY)] != _SANITY or len(data) < head:
        raise ValueError("this is no language model of KenLM's version 5")
    order, _, kind, has_words, _ = _PARAMETERS.unpack_from(data, len(_SANITY))
    if kind != _QUANTIZED_ARRAY_TRIE or not has_words or order != _ORDER:
        raise ValueError("this is a language model of another kind")
    words, pairs, triples = struct.unpack(f"<{order}Q", _bytes(data, head, 8 * order))
    quantizer = _aligned(head + 8 * order) + 8 * (1 + words)  # behind the words' hashes, which the words at the end make superfluous
    version, prob_bits, back_off_bits = _bytes(data, quantizer, 3)
    if version != _QUANTIZER or prob_bits > _MOST_BITS or back_off_bits > _MOST_BITS:
        raise ValueError("the language model holds values of another kind")
    tables = quantizer + 8
    unigrams = tables + 4 * (2 * (1 << prob_bits) + (1 << back_off_bits))
    place = unigrams + _UNIGRAM * (words + 2)
    version, limit = _bytes(data, place, 2)
    if version != _BHIKSHA:
        raise ValueError("the language model holds pointers of another kind")
    word_bits = words.bit_length()
    inline = triples.bit_length() - _chop(pairs + 1, triples, limit)
    entries = place + 8 * (2 + (triples >> inline)) + _AIR
    prob_at, triple_width = word_bits + back_off_bits, word_bits + prob_bits
    width = prob_at + prob_bits + inline
    longest = entries + _packed(pairs, width)
    strings = longest + _packed(triples, triple_width)
    if strings > len(data):
        raise ValueError("the language model ends early")
    if width > _READ_AT_ONCE:
        raise ValueError("the language model holds more words than can be read")
    parts = tables, unigrams, place + 8, entries, longest, strings
    return _Plan(words, pairs, triples, *parts, word_bits, prob_bits, back_off_bits, inline, prob_at, width, triple_width)


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


def _packed(entries: int, width: int) -> int:
    """Bytes of entries of so many bits each, with one more behind them and room to read the last one (lm/trie.cc, BaseSize)."""
    return ((1 + entries) * width + 7) // 8 + 8


def _chop(entries: int, most: int, limit: int) -> int:
    """How many of the highest bits of a pointer stand in a table of their own (lm/bhiksha.cc, ChopBits)."""
    required = most.bit_length()
    return min(range(min(required, limit) + 1), key=lambda chop: (most >> (required - chop)) * 64 - entries * chop)
