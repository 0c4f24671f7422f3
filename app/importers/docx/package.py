"""The bytes of a Word file become its parts, and a part's relations the names of other parts."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from functools import cached_property
from urllib.parse import unquote

from app.errors import UserError
from app.importers.docx.xml import LARGEST_XML_BYTES, Element, parse
from app.records import dataclass
from app.zipread import ZipParts, open_zip

_LARGEST_PICTURE_BYTES = 64 * 2**20


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a relation leads: the last word of its type, and the name of a part, or an address outside the file."""

    type: str
    target: str
    external: bool


class Package:
    """The parts of a Word file. Names of parts differ by more than case (ECMA-376 part 2, 6.2.2.3)."""

    def __init__(self, data: bytes, source_name: str) -> None:
        self.source_name = source_name
        self._parts: ZipParts = open_zip(data, source_name)
        self._names = {name.casefold(): name for name in self._parts.names}

    @cached_property
    def main(self) -> str:
        """The name of the part that holds the text."""
        targets = [one.target for one in self.relations("").values() if one.type == "officeDocument" and self.has(one.target)]
        if targets:
            return targets[0]
        usual = [name for folded, name in self._names.items() if folded.startswith("word/document") and folded.endswith(".xml")]
        if not usual:
            raise UserError(f"“{self.source_name}”里面没有正文，请让报送单位重发这个文件。")
        return usual[0]

    @property
    def has_macros(self) -> bool:
        """Whether the file carries a program."""
        return any(name.endswith("vbaproject.bin") for name in self._names)

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name.casefold() in self._names

    def tree(self, name: str) -> Element:
        """The root of an XML part."""
        return parse(self._read(name, LARGEST_XML_BYTES), self.source_name)

    def optional(self, kind: str) -> Element | None:
        """The root of a part that the text can do without: styles, numbering."""
        return self.spare(self.related(self.main, kind))

    def spare(self, name: str | None) -> Element | None:
        """The root of a part; None where it is not there or broken, which is no reason to refuse the text."""
        try:
            return self.tree(name) if name else None
        except UserError:
            return None

    def data(self, name: str) -> bytes:
        """The bytes of a picture or another part."""
        return self._read(name, _LARGEST_PICTURE_BYTES)

    def relations(self, part: str) -> Mapping[str, Relation]:
        """The relations of a part, "" for the package, by their ids."""
        folder, _, name = part.rpartition("/")
        home = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.has(home):
            return {}
        found = {}
        for one in self.tree(home):
            external = one.get("TargetMode", "").lower() == "external"
            target = one.get("Target", "")
            found[one.get("Id", "")] = Relation(
                one.get("Type", "").rpartition("/")[2], target if external else _inside(folder, target), external
            )
        return found

    def related(self, part: str, kind: str) -> str | None:
        """The name of the part to which a relation of this type leads."""
        return next((one.target for one in self.relations(part).values() if one.type == kind and self.has(one.target)), None)

    def _read(self, name: str, largest_bytes: int) -> bytes:
        return self._parts.read(self._names.get(name.casefold(), name), largest_bytes)


def _inside(folder: str, target: str) -> str:
    """The name of the part that a target means, seen from a folder."""
    path = unquote(target.partition("#")[0].replace("\\", "/"))
    return posixpath.normpath(path if path.startswith("/") else posixpath.join("/", folder, path)).lstrip("/")
