"""The lines of a page become those of its article: the stretch with the most running text and the fewest links, with its title.

The rule is our own, of three weights: what a library for this would take away is gone without a trace, and this one works on the same
lines as everything else, so that what it leaves out can be told and the clerk can look.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.importers.web.shown import Line, Page, Picture

_LINK_WEIGHT = 3
_LINE_COST = 10
"""What a line costs that is no cell: menus without links are short."""
_ASIDE_COST = 40
_FEWEST_LINKED = 0.12
"""The part of a page's characters in links below which it has no navigation; a copied article has some links of its own."""
_LEAST_TEXT = 50
_TITLE_ABOVE, _DEEPEST_TITLE = 12, 2
_SHORTEST_TITLE = 4
_TAIL_LINES, _TAIL_CHARACTERS = 4, 40

Items = Sequence[Line | Picture]


def article_span(page: Page) -> tuple[int, int]:
    """The first and the last item of the article, the latter exclusive; all of a page that has no navigation."""
    items = page.items
    lines = page.lines
    size = sum(len(line.chars) for line in lines)
    linked = sum(line.linked for line in lines)
    if not any(line.aside for line in lines) and linked <= size * _FEWEST_LINKED:
        return 0, len(items)
    start, end, weight = _heaviest(items)
    if weight < _LEAST_TEXT:
        return 0, len(items)
    return _with_title(items, start, page.title), _with_tail(items, end)


def _heaviest(items: Items) -> tuple[int, int, int]:
    """The stretch of the largest sum of weights."""
    best = (0, 0, 0)
    start, total = 0, 0
    for place, item in enumerate(items):
        if total <= 0:
            start, total = place, 0
        total += _weight(item)
        if total > best[2]:
            best = (start, place + 1, total)
    return best


def _weight(item: Line | Picture) -> int:
    if isinstance(item, Picture):
        return 0
    text = len(item.chars) - _LINK_WEIGHT * item.linked
    if item.aside:
        return min(text, 0) - _ASIDE_COST
    return text if item.cell is not None and not item.cell.table.lays_out else text - _LINE_COST


def _with_title(items: Items, start: int, title: str) -> int:
    """Where the article begins with its title, a little above: the words with which the page's own title begins, else a heading."""
    words = "".join(title.split())
    above = [(place, item) for place, item in enumerate(items[:start]) if place >= start - _TITLE_ABOVE and isinstance(item, Line)]
    plain = [(place, line) for place, line in above if not line.linked and not line.aside]
    for place, line in plain:
        text = "".join(line.text.split())
        if len(text) >= _SHORTEST_TITLE and words.startswith(text):
            return place
    return next((place for place, line in plain if 0 < line.level <= _DEEPEST_TITLE), start)


def _with_tail(items: Items, end: int) -> int:
    """Where the article ends with the short lines behind it in the same box: who signed it and when."""
    last = next((item for item in reversed(items[:end]) if isinstance(item, Line)), None)
    stop = end
    while stop < min(len(items), end + _TAIL_LINES) and _may_sign(items[stop], last):
        stop += 1
    return stop


def _may_sign(item: Line | Picture, last: Line | None) -> bool:
    if isinstance(item, Picture) or last is None:
        return False
    return not item.linked and not item.aside and item.home == last.home and len(item.chars) <= _TAIL_CHARACTERS
