"""The bytes of an OFD file become its XML parts; a part names others from its own folder or from the root (GB/T 33190, 7.2)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from app.errors import UserError
from app.importers.docx.xml import LARGEST_XML_BYTES, Element, parse
from app.zipread import open_zip

_ROOT = "OFD.xml"


class OfdPackage:
    """The parts of an OFD file. Raises UserError for a zip that is broken or hostile."""

    def __init__(self, data: bytes, source_name: str) -> None:
        self.source_name = source_name
        self._parts = open_zip(data, source_name)
        self._names = {name.lstrip("/").casefold(): name for name in self._parts.names}

    @property
    def is_encrypted(self) -> bool:
        """Whether the parts are locked (GM/T 0099: a list of what is encrypted stands beside them)."""
        return any(posixpath.basename(name) == "encryptions.xml" for name in self._names)

    def documents(self) -> Iterator[str]:
        """The names of the main parts, one for each document in the file."""
        if _ROOT.casefold() not in self._names:
            raise UserError(f"“{self.source_name}”里面没有正文，请让报送单位重发这个文件。")
        for body in descendants(self.tree(_ROOT), "DocRoot"):
            if body.text and body.text.strip():
                yield body.text.strip().lstrip("/")

    def tree(self, name: str) -> Element:
        """The root of an XML part."""
        known = self._names.get(name.casefold())
        if known is None:
            raise UserError(f"“{self.source_name}”缺少里面的“{name}”，可能已损坏，请让报送单位重发。")
        return parse(self._parts.read(known, LARGEST_XML_BYTES), self.source_name)

    def spare(self, name: str | None) -> Element | None:
        """The root of a part that the text can do without."""
        try:
            return self.tree(name) if name else None
        except UserError:
            return None

    def beside(self, part: str, place: str) -> str:
        """The name of the part that `place` means, as the part `part` says it; some writers count it from the root all the same."""
        if place.startswith("/"):
            return posixpath.normpath(place).lstrip("/")
        own = posixpath.normpath(posixpath.join(posixpath.dirname(part), place))
        return own if own.casefold() in self._names else posixpath.normpath(place)


def local(element: Element) -> str:
    """The name of an element without its namespace, of which writers use several."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def descendants(element: Element | None, name: str) -> Iterator[Element]:
    """All elements of a name below an element, in the order of the file."""
    return (inner for inner in element.iter() if local(inner) == name) if element is not None else iter(())


def numbers(text: str | None, count: int) -> tuple[float, ...] | None:
    """A row of `count` numbers as OFD writes it (7.3: ST_Array); None where it is none."""
    try:
        found = tuple(float(word) for word in (text or "").split())
    except ValueError:
        return None
    return found if len(found) == count and all(abs(number) < 1e6 for number in found) else None
