"""Some words and pairs of words become a language model file of the kind that is read: KenLM's quantized trie of three orders."""

from __future__ import annotations

import struct
from collections.abc import Mapping

UNKNOWN, BEGIN, END = "<unk>", "<s>", "</s>"
SANITY_BYTES = 88
_PARAMETERS, _COUNTS = "<B3xfIB3xI", "<3Q"
_QUANTIZED_ARRAY_TRIE = 5
_PROB_BITS, _BACKOFF_BITS = 4, 3
_NO_PAIR = float("-inf")
"""What KenLM leaves in the values that no pair has."""


def small_model(
    words: Mapping[str, tuple[float, float]],
    pairs: Mapping[tuple[str, str], float],
    chopped: int = 22,
    triples: Mapping[tuple[str, str, str], float] | None = None,
    back_offs: Mapping[tuple[str, str], float] | None = None,
) -> bytes:
    """The file of words (with the decimal logarithms of how likely each is, and of what it costs to back off from it), pairs and triples.

    The last two words of a triple must be a pair. `back_offs`: what it costs to back off from a pair. Without triples one is counted, and
    nothing leads to it. `chopped`: of how many bits a pointer to a triple may be relieved at most.
    """
    triples, back_offs = triples or {}, back_offs or {}
    known = {UNKNOWN: (-6.0, 0.0), **words}
    numbers = {word: number for number, word in enumerate(known)}
    values, thirds = sorted(set(pairs.values())), sorted(set(triples.values()))
    offs = [0.0, *sorted({*back_offs.values()} - {0.0})]
    assert max(len(values), len(thirds)) < 1 << _PROB_BITS, "more values than there is room for"
    assert len(offs) <= 1 << _BACKOFF_BITS, "more back-offs than there is room for"
    rows = sorted((numbers[last], numbers[first], first, last) for first, last in pairs)
    long = sorted((numbers[last], numbers[middle], numbers[first], value) for (first, middle, last), value in triples.items())
    count, bits = max(len(long), 1), len(known).bit_length()
    head = _sanity() + struct.pack(_PARAMETERS, 3, 1.5, _QUANTIZED_ARRAY_TRIE, True, 1) + struct.pack(_COUNTS, len(known), len(rows), count)
    parts = [head + bytes(-len(head) % 8), struct.pack("<Q", len(known)) + bytes(8 * len(known)), _bins(values, offs, thirds)]
    for number, (likely, back_off) in enumerate(known.values()):
        parts.append(struct.pack("<ffQ", likely, back_off, sum(last < number for last, *_ in rows)))
    parts += [struct.pack("<ffQ", 0.0, 0.0, len(rows)), bytes(16)]
    firsts = [*(sum(one[:2] < row[:2] for one in long) for row in rows), len(long)]
    inline = count.bit_length() - _chop(len(rows) + 1, count, chopped)
    parts.append(struct.pack("<BB6x", 0, chopped) + _high_bits(firsts, inline, count) + bytes(7))
    back_off_at, value_at, pointer_at = bits, bits + _BACKOFF_BITS, bits + _BACKOFF_BITS + _PROB_BITS
    entries = [(first & ((1 << inline) - 1)) << pointer_at for first in firsts]
    for place, (_, number, first, last) in enumerate(rows):
        off, value = offs.index(back_offs.get((first, last), 0.0)), values.index(pairs[first, last]) + 1
        entries[place] |= number | off << back_off_at | value << value_at
    parts.append(_packed(entries[:-1], pointer_at + inline, entries[-1]))
    parts.append(_packed([first | (thirds.index(value) + 1) << bits for *_, first, value in long] or [0], bits + _PROB_BITS))
    return b"".join(parts) + b"".join(word.encode() + b"\0" for word in known)


def _high_bits(firsts: list[int], inline: int, count: int) -> bytes:
    """Of every value of the high bits of a pointer the first pair that has it, or more."""
    turns = range((count >> inline) + 1)
    found = [next((place for place, first in enumerate(firsts) if first >> inline >= turn), len(firsts)) for turn in turns]
    return struct.pack(f"<{len(found)}Q", *found)


def _chop(entries: int, most: int, limit: int) -> int:
    required = most.bit_length()
    return min(range(min(required, limit) + 1), key=lambda chop: (most >> (required - chop)) * 64 - entries * chop)


def _sanity() -> bytes:
    """How the file says what machine wrote it."""
    magic = b"mmap lm http://kheafield.com/code format version 5\n\0"
    found = magic + bytes(56 - len(magic)) + struct.pack("<3f", 0.0, 1.0, -0.5) + struct.pack("<2I", 1, 2**32 - 1)
    return found + bytes(4) + struct.pack("<Q", 1)


def _bins(values: list[float], offs: list[float], thirds: list[float]) -> bytes:
    """Header of the values, then those of pairs, of their back-offs, of triples."""
    parts = [struct.pack("<BBB5x", 2, _PROB_BITS, _BACKOFF_BITS)]
    for row, bits in (([_NO_PAIR, *values], _PROB_BITS), (offs, _BACKOFF_BITS), ([_NO_PAIR, *thirds], _PROB_BITS)):
        rest = 0.0 if row is offs else _NO_PAIR
        parts.append(struct.pack(f"<{1 << bits}f", *row, *[rest] * ((1 << bits) - len(row))))
    return b"".join(parts)


def _packed(entries: list[int], width: int, behind: int = 0) -> bytes:
    """Entries of so many bits, one behind the other, with one more behind them and room for eight bytes."""
    whole = sum(entry << (place * width) for place, entry in enumerate([*entries, behind]))
    return whole.to_bytes(((1 + len(entries)) * width + 7) // 8 + 8, "little")
