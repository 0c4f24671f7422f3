"""The signed issues of a year become the 年度总目录: every article once, under its month or its 栏目, in the order of print."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.atomic import write_atomically
from app.errors import UserError
from app.exporters.docx.year_list import Group, Row, YearList, year_list_bytes

if TYPE_CHECKING:
    from app.fonts.faceset import FaceSet
    from app.model.template import Template
    from app.store.library.archive import ArchivedIssue

NO_SECTION = "其他"
NO_PAGES: Mapping[str, Sequence[int]] = MappingProxyType({})


class Grouping(StrEnum):
    """What the articles stand under."""

    MONTH = "按月份"
    SECTION = "按栏目"


def year_list(
    issues: Sequence[ArchivedIssue], bulletin: str, year: int, grouping: Grouping, pages: Mapping[str, Sequence[int]] = NO_PAGES
) -> YearList:
    """The list of some issues; `pages` are by digest those on which their articles begin. Raises `UserError` where there is no article."""
    ordered = sorted(issues, key=lambda one: (one.signed.day, one.signed.figure))
    groups: dict[str, list[Row]] = {}
    several = len({one.signed.bulletin for one in ordered}) > 1
    for one in ordered:
        number = f"{one.signed.bulletin}{one.signed.number}" if several else one.signed.number
        begins = pages.get(one.digest, ())
        for at, article in enumerate(one.articles):
            section = article.section.strip("【】 ") or NO_SECTION
            name = section if grouping is Grouping.SECTION else _month(one.signed.day, every_year=not year)
            title = " ".join(article.title.split())
            groups.setdefault(name, []).append(
                Row(number, _day(one.signed.day), title, article.unit, str(begins[at] or "") if at < len(begins) else "")
            )
    if not groups:
        raise UserError("这一年还没有签发过的文章，没有目录可编。")
    names = sorted(groups, key=lambda name: name == NO_SECTION) if grouping is Grouping.SECTION else list(groups)
    count = sum(map(len, groups.values()))
    head = f"{bulletin or '简报'}{f'{year}年' if year else ''}总目录"
    return YearList(head, f"共 {len(ordered)} 期、{count} 篇", tuple(Group(name, tuple(groups[name])) for name in names))


def article_pages(data: bytes, faces_of: Callable[[Template], FaceSet]) -> tuple[int, ...]:
    """The page on which each article of a signed file begins, 0 for one that no bookmark leads to (简讯). Raises `UserError`."""
    from app.layout.engine import lay_out
    from app.store.jianbao import from_bytes

    issue = from_bytes(data, "签发的简报").issue
    pages = {entry.block: entry.page for entry in lay_out(issue, faces_of(issue.template)).outline}
    return tuple(pages.get(article.title.id, 0) for article in issue.articles())


def publish_year_list(listed: YearList, path: Path) -> None:
    """Write it as DOCX, whole or not at all. Raises `UserError`."""
    write_atomically(path, year_list_bytes(listed))


def _month(day: str, *, every_year: bool) -> str:
    month = f"{int(day[5:7])}月" if day[5:7].isdecimal() else "日期不详"
    return f"{day[:4]}年{month}" if every_year else month


def _day(day: str) -> str:
    return f"{int(day[5:7])}月{int(day[8:10])}日" if day[5:7].isdecimal() and day[8:10].isdecimal() else ""
