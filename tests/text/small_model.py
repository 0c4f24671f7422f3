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


def small_model(words: Mapping[str, tuple[float, float]], pairs: Mapping[tuple[str, str], float], chopped: int = 22) -> bytes:
    """The file of words (with the decimal logarithms of how likely each is, and of what it costs to back off from it) and of pairs.

    One triple is counted, and nothing leads to it. `chopped`: of how many bits a pointer to it may be relieved at most.
    """
    known = {UNKNOWN: (-6.0, 0.0), **words}
    numbers = {word: number for number, word in enumerate(known)}
    values = sorted(set(pairs.values()))
    assert len(values) < 1 << _PROB_BITS, "more values than a pair can have here"
    rows = sorted((numbers[last], numbers[first], values.index(value) + 1) for (first, last), value in pairs.items())
    head = _sanity() + struct.pack(_PARAMETERS, 3, 1.5, _QUANTIZED_ARRAY_TRIE, True, 1) + struct.pack(_COUNTS, len(known), len(rows), 1)
    parts = [head + bytes(-len(head) % 8), struct.pack("<Q", len(known)) + bytes(8 * len(known)), _bins(values)]
    for number, (likely, back_off) in enumerate(known.values()):
        parts.append(struct.pack("<ffQ", likely, back_off, sum(last < number for last, _, _ in rows)))
    parts += [struct.pack("<ffQ", 0.0, 0.0, len(rows)), bytes(16)]
    bits = len(known).bit_length()
    chop = 1 if chopped and len(rows) + 1 > 64 else 0  # a table of one more pointer, of 64 bits, for one bit less with each pair
    parts.append(struct.pack("<BB6x", 0, chopped) + bytes(8 * (1 + chop) + 7))
    entries = [first | (value << (bits + _BACKOFF_BITS)) for _, first, value in rows]
    parts += [_packed(entries, bits + _BACKOFF_BITS + _PROB_BITS + 1 - chop), _packed([0], bits + _PROB_BITS)]
    return b"".join(parts) + b"".join(word.encode() + b"\0" for word in known)


def _sanity() -> bytes:
    """How the file says what machine wrote it."""
    magic = b"mmap lm http://kheafield.com/code format version 5\n\0"
    found = magic + bytes(56 - len(magic)) + struct.pack("<3f", 0.0, 1.0, -0.5) + struct.pack("<2I", 1, 2**32 - 1)
    return found + bytes(4) + struct.pack("<Q", 1)


def _bins(values: list[float]) -> bytes:
    """Header of the values, then those of pairs, of their back-offs, of triples."""
    room = (1 << _PROB_BITS) - 1 - len(values)
    of_pairs = struct.pack(f"<{1 << _PROB_BITS}f", _NO_PAIR, *values, *[_NO_PAIR] * room)
    return struct.pack("<BBB5x", 2, _PROB_BITS, _BACKOFF_BITS) + of_pairs + bytes(4 << _BACKOFF_BITS) + bytes(4 << _PROB_BITS)


def _packed(entries: list[int], width: int) -> bytes:
    """Entries of so many bits, one behind the other, with room for one more and for eight bytes."""
    whole = sum(entry << (place * width) for place, entry in enumerate(entries))
    return whole.to_bytes(((1 + len(entries)) * width + 7) // 8 + 8, "little")
