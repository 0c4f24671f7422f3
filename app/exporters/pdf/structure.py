"""The marked parts of the pages become the structure tree of a tagged PDF (ISO 32000-1, 14.7): headings, paragraphs, links and figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.exporters.pdf.navigation import LinkAnnotation
from app.exporters.pdf.objects import Document, Rendered, array, dictionary, string
from app.exporters.pdf.parts import Part


@dataclass(slots=True)
class _Element:
    """An element under way. `holder` holds its stretches of pages: itself, or the Link inside of it."""

    part: Part
    reference: Rendered
    entries: dict[str, Rendered]
    holder: Rendered
    held: dict[str, Rendered]
    places: list[tuple[Rendered, int]] = field(default_factory=list)

    @property
    def links(self) -> bool:
        """Whether it is an entry with a Link."""
        return self.held is not self.entries


def add_structure(
    document: Document, pages: Sequence[tuple[Rendered, Sequence[Part]]], links: Mapping[int, Sequence[LinkAnnotation]]
) -> Rendered:
    """Add the tree over the marked parts of each page, in the order of their numbers there; gives the reference to its root.

    A paragraph that goes on over the page is one element; a figure stands before its caption. Derived text that stands in no block is an
    element for each place. `links` are the annotations by the block that they lead to; an entry that has some holds a Link.
    """
    root, root_entries = document.reserve()
    whole, whole_entries = document.reserve()
    order: list[_Element] = []
    known: dict[tuple[int, int, bool], _Element] = {}
    numbers: list[Rendered] = []
    for number, (page, parts) in enumerate(pages):
        owners = []
        for mcid, part in enumerate(parts):
            key = (part.block, part.target, bool(part.alt))
            element = known.get(key) if part.block or part.target else None
            if element is None:
                element = known[key] = _made(document, part, whole, linked=part.target in links)
                order.append(element)
            element.places.append((page, mcid))
            owners.append(element.holder)
        numbers.append(b"%d %s" % (number, array(owners)))
    for element in order:
        first = element.places[0][0]
        kids = [_kid(page, mcid, first) for page, mcid in element.places]
        for annotation in links[element.part.target] if element.links else ():
            kids.append(dictionary(Type=b"/OBJR", Pg=annotation.page, Obj=annotation.reference))
            annotation.entries["StructParent"] = b"%d" % len(numbers)
            numbers.append(b"%d %s" % (len(numbers), element.holder))
        element.held |= {"Pg": first, "K": array(kids)}
    ordered = array(element.reference for element in _figures_before_captions(order))
    whole_entries |= {"Type": b"/StructElem", "S": b"/Document", "P": root, "K": ordered}
    tree = document.add(Nums=array(numbers))
    root_entries |= {"Type": b"/StructTreeRoot", "K": whole, "ParentTree": tree, "ParentTreeNextKey": b"%d" % len(numbers)}
    return root


def _made(document: Document, part: Part, whole: Rendered, *, linked: bool) -> _Element:
    reference, entries = document.reserve()
    entries |= {"Type": b"/StructElem", "S": f"/{part.tag}".encode(), "P": whole}
    if part.alt:
        box = array(b"%.6g" % edge for edge in part.box)
        entries |= {"Alt": string(document, part.alt), "A": dictionary(O=b"/Layout", Placement=b"/Block", BBox=box)}
    if not linked:
        return _Element(part, reference, entries, reference, entries)
    link, held = document.reserve()
    held |= {"Type": b"/StructElem", "S": b"/Link", "P": reference}
    entries["K"] = array([link])
    return _Element(part, reference, entries, link, held)


def _figures_before_captions(order: Sequence[_Element]) -> Iterator[_Element]:
    """Pictures are painted before the text of their page; they are read where their captions are."""
    captions = {element.part.block for element in order if not element.part.alt}
    waiting = {element.part.block: element for element in order if element.part.alt and element.part.block in captions}
    for element in order:
        if element.part.block in waiting and not element.part.alt and not element.part.target:
            yield waiting.pop(element.part.block)
        if not element.part.alt or element.part.block not in captions:
            yield element


def _kid(page: Rendered, mcid: int, first: Rendered) -> Rendered:
    """A marked stretch of an element: its number, with its page where that is not the element's own."""
    return b"%d" % mcid if page == first else dictionary(Type=b"/MCR", Pg=page, MCID=b"%d" % mcid)
