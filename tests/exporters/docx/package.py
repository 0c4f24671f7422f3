"""The parts of a DOCX as trees, for tests that look inside."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Opened:
    """The parts of a file by name."""

    parts: dict[str, bytes]

    def tree(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[name])

    @property
    def document(self) -> etree._Element:
        return self.tree("word/document.xml")

    @property
    def body(self) -> list[etree._Element]:
        """The paragraphs of the text, without those in the footer's box."""
        return self.document.findall(f"{W}body/{W}p")

    def trees(self) -> dict[str, etree._Element]:
        """Every part of the text processor's own vocabulary."""
        return {name: etree.fromstring(data) for name, data in self.parts.items() if name.startswith("word/") and name.endswith(".xml")}


def opened(data: bytes) -> Opened:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return Opened({name: file.read(name) for name in file.namelist()})


def style_id(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else str(found.get(f"{W}val"))


def text_of(paragraph: etree._Element) -> str:
    """The text of a paragraph itself, a line break as a line feed."""
    found = []
    for run in paragraph.iter(f"{W}r"):
        if any(parent.tag == f"{W}txbxContent" for parent in run.iterancestors()) and paragraph.find(f".//{W}txbxContent") is not None:
            continue
        for child in run:
            found.append({f"{W}t": child.text or "", f"{W}br": "\n", f"{W}tab": "\t"}.get(str(child.tag), ""))
    return "".join(found)
