"""A figure becomes an inline drawing whose box fills the figure's line slots; its image is a part of the package."""

from __future__ import annotations

import io

from app.errors import UserError
from app.exporters.docx.package import Package
from app.exporters.docx.xml import Element, element, foreign, printable, qualified
from app.layout.flow import Figure
from app.layout.picture import AIR
from app.model.image_file import DAMAGED, header_of
from app.model.issue import Issue
from app.model.picture import Image

_EMU_PER_PT = 12700
_EMU_PER_TWIP = 635
_WHOLE = 100_000
"""Crops are said in thousandths of a percent."""
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_FIRST_ID = 100
"""Ids of drawings follow this one; the footer's box has 1."""
_QUALITY = 95


class Pictures:
    """The images of one document: each is one part however often it stands, and each drawing has an id of its own."""

    def __init__(self, issue: Issue, package: Package) -> None:
        self._issue = issue
        self._package = package
        self._related: dict[str, str] = {}
        self._count = 0

    def drawing(self, figure: Figure, line: int) -> Element:
        """The `w:drawing` of a figure that stands in a line of `line` twips."""
        self._count += 1
        number = _FIRST_ID + self._count
        size = (round(figure.width_pt * _EMU_PER_PT), max((line - AIR) * _EMU_PER_TWIP, round(figure.height_pt * _EMU_PER_PT)))
        words = self._issue.block_index[figure.block].text if figure.block else self._issue.masthead.name
        graphic = foreign("a:graphic", [foreign("a:graphicData", [self._picture(figure, number, size)], uri=_PICTURE)])
        inline = foreign(
            "wp:inline",
            [
                foreign("wp:extent", cx=size[0], cy=size[1]),
                foreign("wp:effectExtent", l=0, t=0, r=0, b=0),
                foreign("wp:docPr", id=number, name=f"图片{self._count}", descr=printable(words)),
                foreign("wp:cNvGraphicFramePr", [foreign("a:graphicFrameLocks", noChangeAspect=1)]),
                graphic,
            ],
            **dict.fromkeys(("distT", "distB", "distL", "distR"), 0),
        )
        return element("drawing", [inline])

    def _picture(self, figure: Figure, number: int, size: tuple[int, int]) -> Element:
        """The image in the middle of its box: what the box has above and below it is cropped off by less than nothing."""
        spare = max(size[1] / (figure.height_pt * _EMU_PER_PT) - 1, 0.0)
        crop = -round(spare / 2 * _WHOLE)
        blip = foreign("a:blip")
        blip.set(qualified("r:embed"), self._relationship(figure.image))
        frame = foreign("a:xfrm", [foreign("a:off", x=0, y=0), foreign("a:ext", cx=size[0], cy=size[1])])
        return foreign(
            "pic:pic",
            [
                foreign("pic:nvPicPr", [foreign("pic:cNvPr", id=number, name=figure.image.name), foreign("pic:cNvPicPr")]),
                foreign("pic:blipFill", [blip, foreign("a:srcRect", t=crop, b=crop), foreign("a:stretch", [foreign("a:fillRect")])]),
                foreign("pic:spPr", [frame, foreign("a:prstGeom", [foreign("a:avLst")], prst="rect")]),
            ],
        )

    def _relationship(self, image: Image) -> str:
        if image.name not in self._related:
            self._related[image.name] = self._package.relate_image(image.name, _upright(image))
        return self._related[image.name]


def _upright(image: Image) -> bytes:
    """The file as it came, or turned where EXIF says so: word processors show pixels as they lie."""
    if header_of(image.data, "图片").orientation == 1:
        return image.data
    from PIL import Image as Pillow  # only here, and only for such files
    from PIL import ImageOps

    turned = io.BytesIO()
    try:
        with Pillow.open(io.BytesIO(image.data)) as picture:
            ImageOps.exif_transpose(picture).save(turned, "JPEG", quality=_QUALITY, subsampling=0)
    except (OSError, SyntaxError, ValueError) as error:  # what Pillow says of a damaged file
        raise UserError(DAMAGED) from error
    return turned.getvalue()
