"""Two texts become the one stretch in which they differ."""

from __future__ import annotations


def difference(old: str, new: str) -> tuple[int, int, str]:
    """The shortest single replacement that makes `new` of `old`: start, end and what goes there."""
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    rest = most - start
    same = next((at for at in range(rest) if old[len(old) - 1 - at] != new[len(new) - 1 - at]), rest)
    return start, len(old) - same, new[start : len(new) - same]
