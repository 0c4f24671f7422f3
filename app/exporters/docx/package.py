"""Parts become the bytes of a DOCX: related to one another by python-docx's package layer, zipped without a clock."""

from __future__ import annotations

import io
import zipfile

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package as WordPackage

from app.exporters.docx.xml import Element, serialised

_FIRST_DOS_DATE = (1980, 1, 1, 0, 0, 0)
"""Zip entries carry a time; the earliest one that the format knows says nothing."""


class Package:
    """A DOCX in the making: its main part first needs the ids of the parts it names."""

    def __init__(self) -> None:
        self._package = WordPackage()
        self._document = Part(PackURI("/word/document.xml"), CT.WML_DOCUMENT_MAIN, b"", self._package)
        self._package.relate_to(self._document, RT.OFFICE_DOCUMENT)

    def relate(self, name: str, content_type: str, relationship: str, root: Element) -> str:
        """Add `word/NAME.xml`, tied to the main part; gives the relationship's id."""
        part = Part(PackURI(f"/word/{name}.xml"), content_type, serialised(root), self._package)
        related: str = self._document.relate_to(part, relationship)
        return related

    def relate_image(self, name: str, data: bytes) -> str:
        """Add `word/media/NAME`, a PNG or JPEG; gives the relationship's id."""
        kind = CT.PNG if name.endswith(".png") else CT.JPEG
        related: str = self._document.relate_to(Part(PackURI(f"/word/media/{name}"), kind, data, self._package), RT.IMAGE)
        return related

    def add_custom_xml(self, data: bytes, properties: bytes) -> None:
        """Add a part of our own vocabulary, which word processors keep as it is, with the properties that name it."""
        part = Part(PackURI("/customXml/item1.xml"), CT.XML, data, self._package)
        part.relate_to(
            Part(PackURI("/customXml/itemProps1.xml"), CT.OFC_CUSTOM_XML_PROPERTIES, properties, self._package), RT.CUSTOM_XML_PROPS
        )
        self._document.relate_to(part, RT.CUSTOM_XML)

    def add_properties(self, core: bytes, application: bytes) -> None:
        """Add the document properties."""
        self._package.relate_to(Part(PackURI("/docProps/core.xml"), CT.OPC_CORE_PROPERTIES, core, self._package), RT.CORE_PROPERTIES)
        extended = Part(PackURI("/docProps/app.xml"), CT.OFC_EXTENDED_PROPERTIES, application, self._package)
        self._package.relate_to(extended, RT.EXTENDED_PROPERTIES)

    def data(self, document: Element) -> bytes:
        """The finished file, with `document` as its main part."""
        self._document._blob = serialised(document)
        written = io.BytesIO()
        self._package.save(written)
        return _timeless(written)


def _timeless(written: io.BytesIO) -> bytes:
    """The same zip with fixed times; python-docx stamps its entries by the clock."""
    out = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DOS_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, source.read(name))
    return out.getvalue()
