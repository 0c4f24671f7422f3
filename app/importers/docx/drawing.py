"""A drawing becomes the pictures and the text boxes in it; charts and the like are counted, so that they can be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from app.errors import UserError
from app.importers.docx.package import Package
from app.importers.docx.runs import chosen_of
from app.importers.docx.xml import Element, kind, relation
from app.importers.raw import RawBlock, RawParagraph, RawPicture

_MOST_PICTURE_BYTES = 192 * 2**20
"""All pictures of a file together."""
_OUTSIDE, _BROKEN, _CHART, _DIAGRAM = "outside", "broken", "chart", "diagram"
_SAID = {
    _OUTSIDE: "{count} 张图片只是链接，文件里没有，请向报送单位要原图。",
    _BROKEN: "{count} 张图片取不出来，请打开原件核对。",
    _CHART: "{count} 个图表没有放进来，请打开原件，截成图片后插入。",
    _DIAGRAM: "{count} 个 SmartArt 图形没有放进来，请打开原件，截成图片后插入。",
}


class Drawings:
    """Reads the drawings of one part; `blocks` reads the text of a box."""

    def __init__(self, package: Package, part: str, blocks: Callable[[Element], list[RawBlock]]) -> None:
        self._package = package
        self._part = part
        self._blocks = blocks
        self._missed: Counter[str] = Counter()
        self._alt = ""
        self._bytes = 0

    def notes(self) -> tuple[str, ...]:
        """Sentences on what could not be taken out."""
        return tuple(_SAID[what].format(count=count) for what, count in self._missed.items())

    def read(self, element: Element) -> list[RawBlock]:
        """What is in a drawing, in order."""
        out: list[RawBlock] = []
        for inner in element:
            name = kind(inner)
            if name == "wp:docPr":
                self._alt = inner.get("descr", "") or inner.get("title", "")
            elif name in ("a:blip", "v:imagedata"):
                out += self._picture(relation(inner, "embed") or relation(inner, "id"), relation(inner, "link"), inner.get("title", ""))
            elif name == "w:txbxContent":
                out += self._blocks(inner)
            elif name == "v:textpath":
                out += [RawParagraph(inner.get("string", ""))] if inner.get("string") else []
            elif name == "a:p":
                out.append(RawParagraph("".join(one.text or "" for one in inner.iter() if kind(one) == "a:t")))
            elif name == "c:chart":
                self._missed[_CHART] += 1
            elif name == "dgm:relIds":
                self._missed[_DIAGRAM] += 1
            elif name == "mc:AlternateContent":
                chosen = chosen_of(inner)
                out += self.read(chosen) if chosen is not None else []
            else:
                out += self.read(inner)
        return out

    def _picture(self, embedded: str, linked: str, title: str) -> list[RawBlock]:
        found = self._package.relations(self._part).get(embedded or linked)
        if found is None:
            return []  # an empty frame, as v:imagedata without a relation is
        if found.external:
            self._missed[_OUTSIDE] += 1
            return []
        try:
            data = self._package.data(found.target) if self._bytes < _MOST_PICTURE_BYTES else b""
        except UserError:
            data = b""
        if not data:
            self._missed[_BROKEN] += 1
            return []
        self._bytes += len(data)
        return [RawPicture(data, found.target.rpartition("/")[2], self._alt or title)]
