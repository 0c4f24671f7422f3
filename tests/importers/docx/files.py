"""Word files made of the XML that a test is about."""

from __future__ import annotations

import io
import zipfile

from app.importers.docx.read import read_docx
from app.importers.raw import RawDocument, RawParagraph
from app.importers.raw_text import flattened

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def p(content: str, properties: str = "") -> str:
    """A paragraph of runs, or of plain text where it holds no tag."""
    runs = content if content.startswith("<") or not content else r(content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    words = text if text.startswith("<") else f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{words}</w:r>"


def part(name: str, content: str) -> str:
    """A part's XML: `document`, `styles`, `numbering` …"""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {SPACES}>{content}</w:{name}>'


def packed(body: str, parts: dict[str, str | bytes] | None = None, relations: str = "", main: str = "word/document.xml") -> bytes:
    """A Word file: a body, other parts by their names below word/, and further relations of the main part."""
    named = {"styles", "numbering", "footnotes", "endnotes", "comments"}
    links = "".join(
        f'<Relationship Id="r{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for name in named if f"{name}.xml" in (parts or {})
    )
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        root = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="/{main}"/>'
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}">{root}</Relationships>')
        archive.writestr(main, body if body.startswith("<?xml") else part("document", f"<w:body>{body}</w:body>"))
        folder, _, name = main.rpartition("/")
        archive.writestr(f"{folder}/_rels/{name}.rels", f'<Relationships xmlns="{PACKAGE}">{links}{relations}</Relationships>')
        for other, content in (parts or {}).items():
            archive.writestr(f"word/{other}", content)
    return whole.getvalue()


def read(body: str, parts: dict[str, str | bytes] | None = None, relations: str = "") -> RawDocument:
    """What our reader takes out of such a file."""
    return read_docx(packed(body, parts, relations), "来稿.docx")


def text(body: str, parts: dict[str, str | bytes] | None = None, relations: str = "") -> str:
    """The lines of such a file."""
    return flattened(read(body, parts, relations)).text


def paragraphs(document: RawDocument) -> list[RawParagraph]:
    return [block for block in document.blocks if isinstance(block, RawParagraph)]
