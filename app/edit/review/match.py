"""Paragraphs that went out find those that came back: by bookmark, by words in order, by words elsewhere; split and joined ones too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from app.model.reviewed import ReturnedParagraph, SentParagraph
from app.records import dataclass
from app.text.align import aligned, likeness
from app.text.compare import spans

_KEY_HOLDS = 0.15
"""Bigrams in common from which a bookmark is believed: Word leaves that of a deleted paragraph in the next one."""
_WORDS_HOLD = 0.5
"""The same for words alone that stand elsewhere."""
_PART = 0.6
"""The part of a paragraph that must stand in another one for it to have been split off or joined."""
_SHORTEST = 2
"""Characters of a text that is known by its words; of a shorter one its place in order must do."""


Groups = dict[int, list[tuple[int, ...]]]
"""By a paragraph that came back: those that went out and those that came back of its group."""


@dataclass(frozen=True, slots=True)
class Match:
    """Paragraphs (by index) that went out and those that they became: one each, but where one was split or several were joined."""

    sent: tuple[int, ...]
    returned: tuple[int, ...]


def matched(sent: Sequence[SentParagraph], returned: Sequence[ReturnedParagraph]) -> tuple[Match, ...]:
    """The pairs, by the paragraphs that came back; what is in none was deleted or put in."""
    found = _by_keys(sent, returned)
    _by_words(sent, returned, found)
    groups: Groups = {back: [(out,), (back,)] for back, out in found.items()}
    _joined(sent, returned, groups)
    _split(sent, returned, groups)
    return tuple(Match(*groups[back]) for back in sorted(groups))


def _by_keys(sent: Sequence[SentParagraph], returned: Sequence[ReturnedParagraph]) -> dict[int, int]:
    """The paragraph that went out, for each that came back with a bookmark that can be believed; of several the likeliest."""
    home: dict[int, int] = {}
    for number, paragraph in enumerate(sent):
        for block in paragraph.blocks:
            home.setdefault(block, number)
    claims = sorted(
        (
            (-likeness(sent[home[key]].text, paragraph.text), back, home[key])
            for back, paragraph in enumerate(returned)
            for key in paragraph.keys
            if key in home
        ),
    )
    found: dict[int, int] = {}
    for unlike, back, out in claims:
        if back not in found and out not in found.values() and -unlike >= _KEY_HOLDS:
            found[back] = out
    return found


def _by_words(sent: Sequence[SentParagraph], returned: Sequence[ReturnedParagraph], found: dict[int, int]) -> None:
    """Add pairs of paragraphs whose bookmarks are gone: those in order between known ones, then those that moved."""
    for outs, backs in _gaps(len(sent), len(returned), found):
        pairs = aligned([sent[out].text for out in outs], [returned[back].text for back in backs])
        found.update({backs[b]: outs[a] for b, a in pairs.items()})
    left_out = [out for out in range(len(sent)) if out not in set(found.values()) and len(sent[out].text) >= _SHORTEST]
    left_back = [back for back in range(len(returned)) if back not in found and len(returned[back].text) >= _SHORTEST]
    likest = sorted((-likeness(sent[out].text, returned[back].text), out, back) for out in left_out for back in left_back)
    taken: set[int] = set()
    for unlike, out, back in likest:
        if -unlike < _WORDS_HOLD:
            break
        if out not in taken and back not in found:
            found[back] = out
            taken.add(out)


def _gaps(sent: int, returned: int, found: dict[int, int]) -> Iterator[tuple[list[int], list[int]]]:
    """What is unknown between pairs that stand in order: on the one side and on the other."""
    steady = _in_order(sorted(found.items()))
    used = set(found.values())
    edges = [(-1, -1), *steady, (returned, sent)]
    for (back, out), (next_back, next_out) in pairwise(edges):
        outs = [one for one in range(out + 1, next_out) if one not in used]
        backs = [one for one in range(back + 1, next_back) if one not in found]
        if outs and backs:
            yield outs, backs


def _in_order(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest row of pairs in which both sides rise (patience sorting)."""
    tails: list[int] = []
    chains: list[list[tuple[int, int]]] = []
    for back, out in pairs:
        at = sum(tail < out for tail in tails)
        chain = [*(chains[at - 1] if at else []), (back, out)]
        tails[at:] = [out, *tails[at + 1 :]]
        chains[at:] = [chain, *chains[at + 1 :]]
    return chains[-1] if chains else []


def in_order(numbers: Sequence[int]) -> frozenset[int]:
    """Those of some numbers that can stay where they are when the others are moved: the longest rising row."""
    return frozenset(number for _, number in _in_order(enumerate(numbers)))


def _joined(sent: Sequence[SentParagraph], returned: Sequence[ReturnedParagraph], groups: Groups) -> None:
    """A paragraph that is gone, but whose words stand at the end or the head of what its neighbour has become."""
    known = {out for outs, _ in groups.values() for out in outs}
    for back, (outs, _) in sorted(groups.items()):
        for step in (1, -1):
            beside = outs[-1] + 1 if step == 1 else outs[0] - 1
            while 0 <= beside < len(sent) and beside not in known and sent[beside].blocks and _has(returned[back].text, sent[beside].text):
                outs = (*outs, beside) if step == 1 else (beside, *outs)
                known.add(beside)
                beside += step
        groups[back][0] = outs


def _split(sent: Sequence[SentParagraph], returned: Sequence[ReturnedParagraph], groups: Groups) -> None:
    """A paragraph that is new, but whose words stood in its neighbour."""
    for back in sorted(groups):
        outs, backs = groups[back]
        if len(outs) > 1:
            continue
        for step in (1, -1):
            beside = backs[-1] + 1 if step == 1 else backs[0] - 1
            while 0 <= beside < len(returned) and beside not in groups and _has(sent[outs[0]].text, returned[beside].text):
                backs = (*backs, beside) if step == 1 else (beside, *backs)
                groups[beside] = groups[back]
                beside += step
        groups[back][1] = backs
    for back in [back for back, (_, backs) in groups.items() if back != backs[0]]:
        del groups[back]


def _has(whole: str, part: str) -> bool:
    """Whether most of a text stands in another one, in order."""
    same = sum(span.other_end - span.other_start for span in spans(whole, part) if span.same)
    return len(part) >= _SHORTEST and same >= _PART * len(part)
