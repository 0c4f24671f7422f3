"""A layout becomes an OFD file: fonts cut down, pages written, everything put together in a zip without a clock."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from itertools import count
from pathlib import Path

from app import __version__
from app.atomic import write_atomically
from app.exporters.ofd.content import PageCanvas
from app.exporters.ofd.subset import OfdFont, make_font
from app.exporters.ofd.xml import Element, box, element, mm, serialised
from app.exporters.pdf.export import PdfInfo, Printable
from app.exporters.pdf.usage import count_glyphs
from app.fonts.face import Face
from app.layout.frames import OutlineEntry, Page
from app.model.image_file import header_of
from app.model.picture import Image
from app.paint.canvas import draw_page

_FIRST_DOS_DATE = (1980, 1, 1, 0, 0, 0)
_ROOT = "Doc_0"

Progress = Callable[[int, int], None]
"""Called with pages done and pages in all; it may raise `Cancelled`."""


def export_ofd(layout: Printable, target: Path, info: PdfInfo, progress: Progress | None = None) -> None:
    """Write a layout as OFD to a path, where it appears whole or not at all. Raises `UserError`."""
    write_atomically(target, ofd_bytes(layout, info, progress))


def ofd_bytes(layout: Printable, info: PdfInfo, progress: Progress | None = None) -> bytes:
    """The OFD of a layout; the same layout gives the same bytes. Raises `UserError` where a character has no glyph in any face."""
    return _Writer(layout, info).data(progress)


class _Writer:
    """One document in the making; every object of it has a number of its own (7.3)."""

    def __init__(self, layout: Printable, info: PdfInfo) -> None:
        self._pages = list(layout.pages)
        self._info = info
        numbers = count(1)
        self._ids: Callable[[], int] = numbers.__next__
        self._page_ids = {page.number: self._ids() for page in self._pages}
        used = count_glyphs(self._pages)
        self._fonts: dict[Face, tuple[int, OfdFont]] = {face: (self._ids(), make_font(face, pairs)) for face, pairs in used.items()}
        self._images = {each.image.name: each.image for page in self._pages for each in page.images}
        self._image_ids = {name: self._ids() for name in self._images}
        self._outline = [entry for entry in layout.outline if entry.page in self._page_ids]
        self._entries = {entry.block: entry for entry in self._outline}

    def data(self, progress: Progress | None) -> bytes:
        """The finished file."""
        parts: list[tuple[str, bytes]] = []
        for done, page in enumerate(self._pages, 1):
            parts.append((f"{_ROOT}/Pages/Page_{page.number - 1}/Content.xml", serialised(self._page(page))))
            if progress is not None:
                progress(done, len(self._pages))
        parts.append((f"{_ROOT}/PublicRes.xml", serialised(self._font_list())))
        parts += [(f"{_ROOT}/Res/{_font_name(number, font)}", font.data) for number, font in self._fonts.values()]
        if self._images:
            parts.append((f"{_ROOT}/DocumentRes.xml", serialised(self._image_list())))
            named = [(_image_name(self._image_ids[name], image), image.data) for name, image in self._images.items()]
            parts += [(f"{_ROOT}/Res/{name}", data) for name, data in named]
        parts.append((f"{_ROOT}/Document.xml", serialised(self._document())))
        digest = sha256(b"".join(data for _, data in parts)).hexdigest()[:32]
        return _zipped([("OFD.xml", serialised(self._entry(digest))), *parts])

    def _entry(self, digest: str) -> Element:
        """The main entry (7.4): who the document is, and where it begins. No clock: the issue's own date or none."""
        info = self._info
        said = {"DocID": digest, "Title": info.title, "Author": info.author}
        if info.created is not None:
            said["CreationDate"] = info.created.isoformat()
        said |= {"Creator": "编报", "CreatorVersion": __version__}
        about = element("DocInfo", [element(name, text=text) for name, text in said.items() if text])
        body = element("DocBody", [about, element("DocRoot", text=f"{_ROOT}/Document.xml")])
        return element("OFD", [body], Version="1.0", DocType="OFD")

    def _document(self) -> Element:
        """The root (7.5): common data first, then pages, then the outline."""
        area = element("PageArea", [element("PhysicalBox", text=_page_box(self._pages[0]))])
        common = [element("MaxUnitID", text=str(self._ids())), area, element("PublicRes", text="PublicRes.xml")]
        common += [element("DocumentRes", text="DocumentRes.xml")] if self._images else []
        pages = [element("Page", ID=self._page_ids[p.number], BaseLoc=f"Pages/Page_{p.number - 1}/Content.xml") for p in self._pages]
        outline = [element("Outlines", self._outline_items(self._outline))] if self._outline else []
        return element("Document", [element("CommonData", common), element("Pages", pages), *outline])

    def _page(self, page: Page) -> Element:
        canvas = PageCanvas(self._fonts, self._image_ids, self._ids, self._action)
        layer = self._ids()
        draw_page(page, canvas)
        area = element("Area", [element("PhysicalBox", text=_page_box(page))])
        content = element("Content", [element("Layer", canvas.objects, ID=layer, Type="Body")])
        return element("Page", [area, content])

    def _action(self, block: int) -> Element | None:
        """What a click that leads to a block does."""
        entry = self._entries.get(block)
        if entry is None:
            return None
        place = element("Dest", Type="XYZ", PageID=self._page_ids[entry.page], Left=0, Top=mm(entry.top / 20), Zoom=0)
        return element("Action", [element("Goto", [place])], Event="CLICK")

    def _outline_items(self, entries: Sequence[OutlineEntry]) -> list[Element]:
        """The bookmarks, those of a 栏目 under it (7.8)."""
        found: list[Element] = []
        for entry in entries:
            action = self._action(entry.block)
            item = element("OutlineElem", [element("Actions", [action])] if action is not None else [], Title=entry.text)
            (found[-1].append if entry.level and found else found.append)(item)
        return found

    def _font_list(self) -> Element:
        fonts = []
        for number, font in self._fonts.values():
            file = element("FontFile", text=_font_name(number, font))
            bold = {"Bold": "true"} if font.bold else {}
            fonts.append(element("Font", [file], ID=number, FontName=font.family, FamilyName=font.family, **bold))
        return element("Res", [element("Fonts", fonts)], BaseLoc="Res")

    def _image_list(self) -> Element:
        media = []
        for name, image in self._images.items():
            file = element("MediaFile", text=_image_name(self._image_ids[name], image))
            media.append(
                element("MultiMedia", [file], ID=self._image_ids[name], Type="Image", Format=header_of(image.data, "图片").kind.upper())
            )
        return element("Res", [element("MultiMedias", media)], BaseLoc="Res")


def _page_box(page: Page) -> str:
    return box(0, 0, page.width_pt, page.height_pt)


def _font_name(number: int, font: OfdFont) -> str:
    return f"font_{number}.{font.suffix}"


def _image_name(number: int, image: Image) -> str:
    return f"image_{number}.{header_of(image.data, '图片').kind}"


def _zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts:
            entry = zipfile.ZipInfo(name, _FIRST_DOS_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, data)
    return out.getvalue()
