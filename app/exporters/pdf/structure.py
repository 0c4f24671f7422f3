"""The marked parts of the pages become the structure tree of a tagged PDF (ISO 32000-1, 14.7): headings and paragraphs in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.exporters.pdf.objects import Document, Rendered, array, dictionary
from app.model.issue import Role

_TAGS = {
    Role.MASTHEAD: "H1",
    Role.SECTION: "H1",
    Role.TITLE: "H2",
    Role.HEADING_1: "H3",
    Role.HEADING_2: "H4",
    Role.HEADING_3: "H5",
    Role.HEADING_4: "H6",
}


class Part(NamedTuple):
    """What a marked stretch of a page belongs to: a block in its role, or with a `target` an entry that leads to that block."""

    block: int
    role: Role | None
    target: int = 0

    @property
    def tag(self) -> str:
        """The kind of element that it is a part of."""
        return "P" if self.target or self.role is None else _TAGS.get(self.role, "P")


def add_structure(document: Document, pages: Sequence[tuple[Rendered, Sequence[Part]]]) -> Rendered:
    """Add the tree over the marked parts of each page, in the order of their numbers there; gives the reference to its root.

    A paragraph that goes on over the page is one element. Derived text that stands in no block is an element for each place.
    """
    root, root_entries = document.reserve()
    whole, whole_entries = document.reserve()
    order: list[tuple[Rendered, dict[str, Rendered], list[tuple[Rendered, int]]]] = []
    known: dict[tuple[int, int], int] = {}
    numbers = []
    for number, (page, parts) in enumerate(pages):
        owners = []
        for mcid, part in enumerate(parts):
            key = (part.block, part.target)
            at = known.get(key) if part.block or part.target else None
            if at is None:
                at = known[key] = len(order)
                reference, entries = document.reserve()
                entries |= {"Type": b"/StructElem", "S": f"/{part.tag}".encode(), "P": whole}
                order.append((reference, entries, []))
            order[at][2].append((page, mcid))
            owners.append(order[at][0])
        numbers.append(b"%d %s" % (number, array(owners)))
    for _, entries, places in order:
        first = places[0][0]
        entries["Pg"] = first
        entries["K"] = array(_kid(page, mcid, first) for page, mcid in places)
    whole_entries |= {"Type": b"/StructElem", "S": b"/Document", "P": root, "K": array(reference for reference, _, _ in order)}
    tree = document.add(Nums=array(numbers))
    root_entries |= {"Type": b"/StructTreeRoot", "K": whole, "ParentTree": tree, "ParentTreeNextKey": b"%d" % len(pages)}
    return root


def _kid(page: Rendered, mcid: int, first: Rendered) -> Rendered:
    """A marked stretch of an element: its number, with its page where that is not the element's own."""
    return b"%d" % mcid if page == first else dictionary(Type=b"/MCR", Pg=page, MCID=b"%d" % mcid)
