"""The marked parts of the pages become the structure tree of a tagged PDF (ISO 32000-1, 14.7): headings, tables, figures, links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.exporters.pdf.navigation import LinkAnnotation
from app.exporters.pdf.objects import Document, Rendered, array, dictionary, string
from app.exporters.pdf.parts import Part
from app.layout.frames import CellPlace
from app.model.issue import Role

Links = Mapping[int, Sequence[LinkAnnotation]]
"""Link annotations by the block that they lead to."""


def add_structure(document: Document, pages: Sequence[tuple[Rendered, Sequence[Part]]], links: Links) -> Rendered:
    """Add the tree over the marked parts of each page, in the order of their numbers there; gives the reference to its root.

    A paragraph that goes on over the page is one element. Derived text that stands in no block is an element for each place.
    """
    root, entries = document.reserve()
    tree = _Tree(document, root, len(pages), links)
    holders = [array([tree.holder(part, page, mcid) for mcid, part in enumerate(parts)]) for page, parts in pages]
    holders += tree.linked
    numbers = document.add(Nums=array(b"%d %s" % pair for pair in enumerate(holders)))
    entries |= {"Type": b"/StructTreeRoot", "K": tree.whole, "ParentTree": numbers, "ParentTreeNextKey": b"%d" % len(holders)}
    return root


class _Element:
    """An element of the tree; its kids grow in number until the file is put together."""

    __slots__ = ("kids", "page", "parent", "reference", "said", "tag")

    def __init__(self, document: Document, tag: str, parent: Rendered, page: Rendered = b"", said: Rendered = b"") -> None:
        self.reference = document.pack(self)
        self.tag, self.parent, self.page, self.said = tag, parent, page, said
        self.kids: list[Rendered] = []

    def rendered(self) -> Rendered:
        """The element's dictionary."""
        page = b" /Pg " + self.page if self.page else b""
        said = (self.tag.encode(), self.parent, self.said, page, b" ".join(self.kids))
        return b"<</Type /StructElem /S /%b /P %b%b%b /K [%b]>>" % said


class _Tree:
    """The elements of a document, made while its pages are gone through once."""

    def __init__(self, document: Document, root: Rendered, pages: int, links: Links) -> None:
        self.linked: list[Rendered] = []
        """The Link that each annotation belongs to; annotations are numbered behind the pages."""
        self._document = document
        self._pages = pages
        self._links = links
        self._whole = _Element(document, "Document", root)
        self._holders: dict[tuple[int, int, bool], _Element] = {}
        self._tables: dict[int, _Element] = {}
        self._rows: dict[tuple[int, int], _Element] = {}

    @property
    def whole(self) -> Rendered:
        """The element that holds all others."""
        return self._whole.reference

    def holder(self, part: Part, page: Rendered, mcid: int) -> Rendered:
        """Take in a stretch of a page; gives the element that holds it: the part's own, or the Link inside of it."""
        key = (part.block, part.target, bool(part.alt))
        holder = self._holders.get(key) if part.block or part.target else None
        if holder is None:
            holder = self._holders[key] = self._made(part, page)
            holder.kids.append(b"%d" % mcid)
            if part.target in self._links:
                self._link(holder, part)
        elif page == holder.page:
            holder.kids.append(b"%d" % mcid)
        else:  # only the element's own page goes without saying
            holder.kids.append(dictionary(Type=b"/MCR", Pg=page, MCID=b"%d" % mcid))
        return holder.reference

    def _made(self, part: Part, page: Rendered) -> _Element:
        if part.alt:
            return self._below(self._whole, part.tag, page, b" /Alt %s /A %s" % (string(self._document, part.alt), _layout(part)))
        if part.cell is not None:
            return self._below(self._row(part.cell), part.tag, page, _attributes(part.cell))
        if part.role is Role.TABLE:
            return self._below(self._table(part.block), part.tag, page)
        if part.role is Role.PICTURE:
            self._read_here(self._holders.get((part.block, 0, True)))
        if part.target in self._links:
            return self._below(self._below(self._whole, part.tag), "Link", page)
        return self._below(self._whole, part.tag, page)

    def _below(self, parent: _Element, tag: str, page: Rendered = b"", said: Rendered = b"") -> _Element:
        """A new element as the last one so far in another one."""
        element = _Element(self._document, tag, parent.reference, page, said)
        parent.kids.append(element.reference)
        return element

    def _table(self, caption: int) -> _Element:
        if caption not in self._tables:
            self._tables[caption] = self._below(self._whole, "Table")
        return self._tables[caption]

    def _row(self, cell: CellPlace) -> _Element:
        key = (cell.table, cell.row)
        if key not in self._rows:
            self._rows[key] = self._below(self._table(cell.table), "TR")
        return self._rows[key]

    def _read_here(self, figure: _Element | None) -> None:
        """Pictures are painted before the text of their page; they are read where their captions are."""
        if figure is not None:
            self._whole.kids.remove(figure.reference)
            self._whole.kids.append(figure.reference)

    def _link(self, holder: _Element, part: Part) -> None:
        """Put the annotations of an entry into its Link."""
        for annotation in self._links[part.target]:
            holder.kids.append(dictionary(Type=b"/OBJR", Pg=annotation.page, Obj=annotation.reference))
            annotation.entries["StructParent"] = b"%d" % (self._pages + len(self.linked))
            self.linked.append(holder.reference)


def _layout(part: Part) -> Rendered:
    """Where a figure stands (14.8.5.4)."""
    return dictionary(O=b"/Layout", Placement=b"/Block", BBox=array(b"%.6g" % edge for edge in part.box))


def _attributes(cell: CellPlace) -> Rendered:
    """How many places of the grid a cell takes, and that a head cell is one of the columns below it (14.8.5.7)."""
    columns = b" /ColSpan %d" % cell.columns if cell.columns > 1 else b""
    rows = b" /RowSpan %d" % cell.rows if cell.rows > 1 else b""
    said = columns + rows + (b" /Scope /Column" if cell.head else b"")
    return b" /A <</O /Table%s>>" % said if said else b""
