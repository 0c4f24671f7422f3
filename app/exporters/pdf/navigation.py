"""Outline entries become bookmarks, and links between pages become annotations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from app.exporters.pdf.content import number
from app.exporters.pdf.objects import Document, Rendered, array, dictionary, string
from app.layout.frames import OutlineEntry
from app.paint.canvas import LinkArea


class Destination(NamedTuple):
    """The place that a click leads to, and what is said of the way there to somebody who sees no page."""

    place: Rendered
    words: str


Destinations = Mapping[int, Destination]
"""Destinations by the block that stands there."""

_PRINT = b"4"  # annotation flag; archives want it set


def destination(page: Rendered, page_height_pt: float, entry: OutlineEntry) -> Destination:
    """Where an entry leads to: a place on its page that leaves the reader's zoom as it is."""
    place = array([page, b"/XYZ", b"null", number(page_height_pt - entry.top / 20), b"null"])
    name = entry.text if entry.text.startswith("【") else f"《{entry.text}》"
    return Destination(place, f"转到第{entry.page}页{name}")


def page_labels(numbers: Iterable[int]) -> Rendered:
    """The number tree of what pages are called (ISO 32000-1, 12.4.2): by their own numbers, a range for each run of these."""
    ranges, expected = [], None
    for index, own in enumerate(numbers):
        if own != expected:
            ranges.append(b"%d <</S /D /St %d>>" % (index, own))
        expected = own + 1
    return dictionary(Nums=array(ranges))


def add_outline(document: Document, entries: Sequence[OutlineEntry], destinations: Destinations) -> Rendered | None:
    """Add the bookmark tree and give the reference to its root, None where there is nothing to show."""
    shown = [entry for entry in entries if entry.block in destinations]
    if not shown:
        return None
    root, root_item = document.reserve()
    root_item["Type"] = b"/Outlines"
    items = [document.reserve(packed=True) for _ in shown]
    children: dict[int, list[int]] = {}
    open_above: list[int] = []
    for i, entry in enumerate(shown):
        items[i][1]["Title"] = string(document, entry.text)
        items[i][1]["Dest"] = destinations[entry.block].place
        while open_above and shown[open_above[-1]].level >= entry.level:
            open_above.pop()
        children.setdefault(open_above[-1] if open_above else -1, []).append(i)
        open_above.append(i)
    for parent, below in children.items():
        reference, item = items[parent] if parent >= 0 else (root, root_item)
        item["First"], item["Last"] = items[below[0]][0], items[below[-1]][0]
        # All levels stand open, so the root counts every item (ISO 32000-1, table 152).
        item["Count"] = b"%d" % (len(below) if parent >= 0 else len(shown))
        for before, after in pairwise(below):
            items[before][1]["Next"], items[after][1]["Prev"] = items[after][0], items[before][0]
        for child in below:
            items[child][1]["Parent"] = reference
    return root


class LinkAnnotation(NamedTuple):
    """A link area in the file: the block it leads to, its page and its object, whose entries may still be added to."""

    target: int
    page: Rendered
    reference: Rendered
    entries: dict[str, Rendered]


def link_annotations(
    document: Document, page: Rendered, areas: Sequence[LinkArea], page_height_pt: float, destinations: Destinations
) -> list[LinkAnnotation]:
    """Add the annotations of a page's link areas; an area whose block has no place is left out."""
    found = []
    for area in areas:
        if area.target not in destinations:
            continue
        reference, entries = document.reserve(packed=True)
        entries |= {
            "Type": b"/Annot",
            "Subtype": b"/Link",
            "Rect": _rectangle(area, page_height_pt),
            "Border": b"[0 0 0]",
            "F": _PRINT,
            "Dest": destinations[area.target].place,
            "Contents": string(document, destinations[area.target].words),
        }
        found.append(LinkAnnotation(area.target, page, reference, entries))
    return found


def _rectangle(area: LinkArea, page_height_pt: float) -> Rendered:
    top = page_height_pt - area.top_pt
    return array(map(number, (area.x_pt, top - area.height_pt, area.x_pt + area.width_pt, top)))
