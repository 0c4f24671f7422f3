"""A point on a page becomes the group of a template's values that say how what stands there looks."""

from __future__ import annotations

from app.layout.frames import BLACK, DERIVED, Page, PlacedLine
from app.model.issue import Role

_MASTHEAD, _NUMBER, _FOOTER, _TITLE, _BODY = "报头名称", "期号和编发单位", "报尾", "文章标题", "正文"
_GROUPS = {
    Role.MASTHEAD: _MASTHEAD,
    **dict.fromkeys((Role.SECRECY, Role.COPY_NUMBER, Role.NUMBER, Role.TOTAL, Role.ISSUER, Role.DATE), _NUMBER),
    Role.SECTION: "栏目",
    Role.TITLE: _TITLE,
    Role.TOC_TITLE: "目录",
    Role.PICTURE: "图片",
    **dict.fromkeys((Role.TABLE, Role.CELL), "表格"),
    Role.RECIPIENTS: "报送单位",
    **dict.fromkeys((Role.EDITORS, Role.COPIES), _FOOTER),
}
_NEAR_PT = 4.0


def group_at(page: Page, x_pt: float, y_pt: float) -> str | None:
    """The group of what stands at a point, in points from the page's upper left corner; None where nothing does."""
    if page.folio is not None and _covers(page.folio, x_pt, y_pt, exact=True):
        return "页码"
    for rule in page.rules:
        if rule.x_pt <= x_pt <= rule.x_pt + rule.width_pt and abs(y_pt - rule.top_pt - rule.thickness_pt / 2) <= _NEAR_PT:
            return _FOOTER if rule.colour == BLACK else "红线"
    for image in page.images:
        if image.x_pt <= x_pt <= image.x_pt + image.width_pt and image.top_pt <= y_pt <= image.top_pt + image.height_pt:
            return _MASTHEAD if image.block == DERIVED else "图片"
    found = next((line for line in page.lines if _covers(line, x_pt, y_pt, exact=False)), None)
    if found is None:
        return None
    if found.cell is not None:
        return "表格"
    return _GROUPS.get(found.line.role, _BODY) if found.line.role else _BODY


def _covers(placed: PlacedLine, x_pt: float, y_pt: float, *, exact: bool) -> bool:
    """Whether a line's slot holds the point; `exact` from its first glyph to its last, else all along the line."""
    line = placed.line
    if not placed.top / 20 <= y_pt < (placed.top + line.height) / 20:
        return False
    return not exact or line.x_pt - _NEAR_PT <= x_pt <= line.end_x_pt + _NEAR_PT
