"""Outline entries become bookmarks, and links between pages become annotations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from reportlab.pdfbase.pdfdoc import PDFDictionary

from app.exporters.pdf.content import number
from app.exporters.pdf.objects import Document, PdfValue, array, dictionary, name, string
from app.layout.frames import OutlineEntry
from app.paint.canvas import LinkArea

Destinations = Mapping[int, PdfValue]
"""Block id to the place a click on it leads to."""

_PRINT = 4  # annotation flag; archives want it set


def destination(page: PdfValue, page_height_pt: float, top_twips: int) -> PdfValue:
    """A place on a page that leaves the reader's zoom as it is."""
    return array([page, name("XYZ"), b"null", number(page_height_pt - top_twips / 20), b"null"])


def add_outline(document: Document, entries: Sequence[OutlineEntry], destinations: Destinations) -> PdfValue | None:
    """Add the bookmark tree and give the reference to its root, None where there is nothing to show."""
    shown = [entry for entry in entries if entry.block in destinations]
    if not shown:
        return None
    root = PDFDictionary({"Type": name("Outlines")})
    items = [PDFDictionary({"Title": string(entry.text), "Dest": destinations[entry.block]}) for entry in shown]
    references = [document.add(item) for item in items]
    children: dict[int, list[int]] = {}
    parents: list[int] = []
    for i, entry in enumerate(shown):
        while parents and shown[parents[-1]].level >= entry.level:
            parents.pop()
        children.setdefault(parents[-1] if parents else -1, []).append(i)
        parents.append(i)
    root_reference = document.add(root)
    for parent, below in children.items():
        owner = items[parent] if parent >= 0 else root
        owner["First"], owner["Last"] = references[below[0]], references[below[-1]]
        owner["Count"] = len(shown) if parent < 0 else len(below)
        for before, after in pairwise(below):
            items[before]["Next"], items[after]["Prev"] = references[after], references[before]
        for child in below:
            items[child]["Parent"] = references[parent] if parent >= 0 else root_reference
    return root_reference


def link_annotations(areas: Sequence[LinkArea], page_height_pt: float, destinations: Destinations) -> PdfValue | None:
    """The annotations of a page's link areas; an area whose block has no place is left out."""
    found = [
        dictionary(
            Type=name("Annot"),
            Subtype=name("Link"),
            Rect=array(
                map(
                    number,
                    (
                        area.x_pt,
                        page_height_pt - area.top_pt - area.height_pt,
                        area.x_pt + area.width_pt,
                        page_height_pt - area.top_pt,
                    ),
                )
            ),
            Border=array([0, 0, 0]),
            F=_PRINT,
            Dest=destinations[area.target],
        )
        for area in areas
        if area.target in destinations
    ]
    return array(found) if found else None
