"""A KenLM file (quantized trie, version 5) becomes how likely a word is behind another one; the file is mapped, not read.

Format: lm/binary_format.cc, lm/vocab.cc, lm/trie.cc, lm/quantize.cc and lm/bhiksha.cc of https://github.com/kpu/kenlm. N-grams stand in a trie
by their last word: under a word stand the words before it, by number.
"""

from __future__ import annotations

import mmap
import struct
from array import array
from functools import cached_property, lru_cache
from pathlib import Path

_MAGIC = b"mmap lm http://kheafield.com/code format version 5\n\0"
_SANITY = 0x58
"""Bytes before the parameters: the magic words and some numbers by which a foreign machine's file is told."""
_PARAMETERS = struct.Struct("<BxxxfIBxxxI")
_QUANTIZED_ARRAY_TRIE = 5
_QUANTIZER_HEAD, _UNIGRAM = 8, 16
_CACHED = 1 << 16


class LanguageModel:
    """Words with logarithms (natural, negative) of how likely they are. Raises `ValueError` for a file of another kind."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        data = self._bytes
        if data[: len(_MAGIC)] != _MAGIC:
            raise ValueError(f"{path.name} is no language model of version 5")
        order, _, kind, has_words, _ = _PARAMETERS.unpack_from(data, _SANITY)
        if kind != _QUANTIZED_ARRAY_TRIE or not has_words or order < 3:
            raise ValueError(f"{path.name} is a language model of another kind")
        counts = struct.unpack_from(f"<{order}Q", data, _SANITY + _PARAMETERS.size)
        self._size, pairs, triples = counts[:3]
        place = _aligned(_SANITY + _PARAMETERS.size + 8 * order)
        place += 8 + 8 * self._size  # the vocabulary: hashes, which the words at the end of the file make superfluous
        prob_bits, backoff_bits = data[place + 1], data[place + 2]
        tables = place + _QUANTIZER_HEAD
        self._pair_costs = _floats(data, tables, 1 << prob_bits)
        place = tables + 4 * ((order - 2) * ((1 << prob_bits) + (1 << backoff_bits)) + (1 << prob_bits))
        self._unigrams = place
        place += _UNIGRAM * (self._size + 2)
        bits = data[_aligned(place) + 1]
        chop = _chop(pairs + 1, triples, bits)
        inline = triples.bit_length() - chop
        self._word_bits = self._size.bit_length()
        self._width = self._word_bits + prob_bits + backoff_bits + inline
        self._prob_at, self._prob_mask = self._word_bits + backoff_bits, (1 << prob_bits) - 1
        self._pairs = place + 8 * (1 + (triples >> inline) + 1) + 7
        self.pair = lru_cache(maxsize=_CACHED)(self._pair)

    @cached_property
    def ids(self) -> dict[str, int]:
        """A word to its number."""
        data = self._bytes
        tail = data[data.rfind(b"<unk>\0") :]
        words = tail.decode("utf-8").split("\0")
        return {word: number for number, word in enumerate(words) if word}

    @cached_property
    def _probs(self) -> array[float]:
        return _floats(self._bytes, self._unigrams, 4 * (self._size + 2))

    def word(self, number: int) -> float:
        """How likely the word is anywhere."""
        return -abs(self._probs[4 * number]) * _LN10

    def after(self, before: int, number: int) -> float:
        """How likely the word is behind another one."""
        found = self.pair(before, number)
        if found:
            return found
        return self.word(number) - abs(self._probs[4 * before + 1]) * _LN10

    def _pair(self, before: int, number: int) -> float:
        """The logarithm for a pair that the model knows, 0.0 for one that it doesn't."""
        low, high = (struct.unpack_from("<Q", self._bytes, self._unigrams + _UNIGRAM * one + 8)[0] for one in (number, number + 1))
        data, width, base, mask = self._bytes, self._width, self._pairs, (1 << self._word_bits) - 1
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
                return -abs(self._pair_costs[(value >> self._prob_at) & self._prob_mask]) * _LN10
        return 0.0


_LN10 = 2.302585092994046


def _aligned(place: int) -> int:
    return (place + 7) & ~7


def _floats(data: mmap.mmap, place: int, count: int) -> array[float]:
    values = array("f")
    values.frombytes(data[place : place + 4 * count])
    return values


def _chop(entries: int, most: int, limit: int) -> int:
    """How many of the highest bits of a pointer stand in a table of their own (lm/bhiksha.cc, ChopBits)."""
    required = most.bit_length()
    return min(range(min(required, limit) + 1), key=lambda chop: (most >> (required - chop)) * 64 - entries * chop)
