"""An issue and a file name become a file in the format that the suffix asks for, with what the clerk has to know about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.desk.numbering import is_open_date, is_open_number
from app.desk.unsigned import leaving, leaving_name
from app.errors import Cancelled, UserError
from app.records import dataclass
from app.text.chars import spelled

if TYPE_CHECKING:
    from app.exporters.pdf.export import PdfInfo
    from app.fonts.faceset import FaceSet
    from app.layout.frames import Layout
    from app.model.issue import Issue

FORMATS = {".pdf": "PDF", ".docx": "Word 文档", ".ofd": "OFD", ".html": "网页", ".txt": "纯文本"}
"""What an issue can be exported to; the suffix decides."""

PAGED = frozenset({".pdf", ".docx", ".ofd"})
"""Formats that need the pages."""

Progress = Callable[[str, float], None]
"""Called with what is being done and the part that is done, 0 to 1."""


def _ignore(_what: str, _part: float) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True, slots=True)
class Task:
    """How a long export talks to whoever started it: `cancelled` is asked between the steps."""

    progress: Progress = _ignore
    cancelled: Callable[[], bool] = bool

    def step(self, what: str, part: float) -> None:
        """Say what comes next. Raises `Cancelled` when the person has stopped the export."""
        if self.cancelled():
            raise Cancelled
        self.progress(what, part)


@dataclass(frozen=True, slots=True)
class Published:
    """A written file. `pages` is 0 where the format has none; `notices` are sentences for the clerk."""

    path: Path
    pages: int
    notices: tuple[str, ...]


def open_places(issue: Issue) -> tuple[str, ...]:
    """What still waits for the sign-off: 期号, 日期 (M6)."""
    head = issue.masthead
    places = (("期号", is_open_number(head.number.text)), ("日期", is_open_date(head.date.text)))
    return tuple(name for name, is_open in places if is_open)


def export_suffix(path: Path) -> str:
    """The format's suffix. Raises `UserError` for a format that can't be written."""
    suffix = path.suffix.lower()
    if suffix == ".htm":
        return ".html"
    if suffix in FORMATS:
        return suffix
    names = "、".join(FORMATS)
    raise UserError(f"不能导出成“{path.suffix or path.name}”，文件名请以 {names} 之一结尾。")


def check_export(issue: Issue, path: Path, *, final: bool = False) -> str:
    """What can be said before the pages are made: the suffix, or a `UserError`. A final export wants number and date."""
    suffix = export_suffix(path)
    check_final(issue, final=final)
    return suffix


def check_final(issue: Issue, *, final: bool) -> None:
    """Raise `UserError` where a final copy is wanted while number or date is open."""
    places = open_places(issue)
    if final and places:
        raise UserError(final_refusal(places))


def final_refusal(places: Sequence[str]) -> str:
    """Why there is no final export: 期号还没有填 …"""
    return f"{'和'.join(places)}还没有填，不能导出定稿；请先填写，或者导出清样。"


def publish(
    issue: Issue,
    path: Path,
    faces: FaceSet | None,
    *,
    final: bool = False,
    for_review: bool = False,
    lock_lines: bool = True,
    article: bool = False,
    bylines: bool = False,
    task: Task = Task(),
) -> Published:
    """Lay the issue out where the format needs pages, and write it. Raises `UserError` and `Cancelled`; then nothing is written.

    What nobody has signed, and is not `final`, is written as a 清样, under the name of one.
    `faces` may be None for a format without pages. An `article` is what is published of it on the web, without masthead and footer;
    `bylines` says in it who sent the texts in.
    """
    suffix = export_suffix(path)
    if suffix not in PAGED:
        return _publish_text(issue, leaving_name(issue, path, final=final), suffix, task, article=article, bylines=bylines)
    if article:
        raise UserError("只要文章的话，请导出成 .html 或 .txt。")
    if faces is None:
        raise ValueError("a format with pages needs faces")
    task.step("正在排版", 0.0)
    from app.layout.engine import lay_out

    return publish_layout(issue, lay_out(issue, faces), path, faces, final=final, for_review=for_review, lock_lines=lock_lines, task=task)


def publish_layout(
    issue: Issue,
    layout: Layout,
    path: Path,
    faces: FaceSet,
    *,
    final: bool = False,
    for_review: bool = False,
    lock_lines: bool = True,
    task: Task = Task(),
) -> Published:
    """The same for an issue that is laid out already, as in the window. A DOCX `for_review` brings its changes back (送审稿); one
    without `lock_lines` is free to be edited at length (锁定断行)."""
    suffix = export_suffix(path)
    path, layout = leaving_name(issue, path, final=final), leaving(issue, layout, faces, final=final)
    task.step(f"正在写出{FORMATS[suffix]}", 0.5)
    if suffix == ".pdf":
        from app.exporters.pdf.export import export_pdf

        export_pdf(layout, path, pdf_info(issue), lambda done, total: task.step("正在写出PDF", 0.5 + 0.5 * done / total))
    elif suffix == ".ofd":
        from app.exporters.ofd.export import export_ofd

        export_ofd(layout, path, pdf_info(issue), lambda done, total: task.step("正在写出OFD", 0.5 + 0.5 * done / total))
    elif suffix == ".docx":
        from app.exporters.docx.export import export_docx

        export_docx(issue, layout, path, lock_lines=lock_lines, for_review=for_review)
    else:
        return _publish_text(issue, path, suffix, task)
    task.progress("完成", 1.0)
    return Published(path, len(layout.pages), tuple(notices_of(issue, layout, faces)))


def pdf_info(issue: Issue) -> PdfInfo:
    """What the PDF says of itself: the bulletin, its number, its issuer and its own date; nothing of this machine."""
    from datetime import date

    from app.exporters.pdf.export import PdfInfo
    from app.exporters.pdf.inks import PURE_BLACK, SPOT
    from app.layout.frames import BLACK
    from app.text.dates import parse_date

    head = issue.masthead
    title = " ".join(("".join(line.text for line in head.lines), head.number.text))
    iso = parse_date(head.date.text)
    colours = issue.template.colours
    red = f"{SPOT}{colours.red_cmyk}" if colours.print_red == "spot" else colours.red_cmyk
    inks = ((colours.red, red), (BLACK, PURE_BLACK)) if colours.print_red != "rgb" else ()
    return PdfInfo(title, "，".join(issuer.text for issuer in head.issuers), date.fromisoformat(iso) if iso else None, inks)


def _publish_text(issue: Issue, path: Path, suffix: str, task: Task, *, article: bool = False, bylines: bool = False) -> Published:
    from app.atomic import write_atomically
    from app.exporters.web_article import article_text, web_page

    task.step(f"正在写出{FORMATS[suffix]}", 0.5)
    if article:
        text = web_page(issue, bylines=bylines) if suffix == ".html" else article_text(issue, bylines=bylines) + "\n"
    elif suffix == ".html":
        from app.exporters.html import export_html

        text = export_html(issue)
    else:
        from app.exporters.text import export_text

        text = export_text(issue)
    write_atomically(path, text.encode("utf-8"))
    task.progress("完成", 1.0)
    return Published(path, 0, tuple(_open_notices(issue)))


def notices_of(issue: Issue, layout: Layout, faces: FaceSet) -> Iterable[str]:
    """What to know about a laid-out issue: open places, substituted faces, characters that no face has."""
    yield from _open_notices(issue)
    yield from face_notices(faces)
    paper = issue.template.paper
    if layout.footer_height > paper.text_height:
        yield "报尾比一页的版心还高，上面的几行印不出来，请删减报送单位，或把版式里报尾的行距改小。"
    small = {paragraph.style.text.size_pt for paragraph in layout.footer} - {issue.template.footer.size_pt}
    if small:
        yield f"报尾超过 {issue.template.footer.crowded_lines} 行，字号改用了 {min(small):g} 磅。"
    missing = list(dict.fromkeys(glyph.char for glyph in layout.missing))
    if missing:
        named = "、".join(map(spelled, missing[:10])) + ("等" if len(missing) > 10 else "")
        yield f"本机的字体里没有 {named} 这 {len(missing)} 个字，印出来是空框，请安装有这些字的字体或换一个字。"


def face_notices(faces: FaceSet) -> Iterable[str]:
    """One sentence on all substituted faces but those that a person chose, one on those whose licence forbids embedding."""
    stands_in = dict.fromkeys(f"{found.official}→{found.family}" for found in faces.substitutions if found.substituted and not found.chosen)
    if stands_in:
        yield f"本机没有版式要的字体，用了代替的：{'，'.join(stands_in)}。"
    closed = dict.fromkeys(found.family for found in faces.substitutions if not found.embeddable)
    if closed:
        yield f"{'、'.join(f'“{family}”' for family in closed)}的授权不允许嵌入文件，对外发送 PDF 前请确认授权。"


def _open_notices(issue: Issue) -> Iterable[str]:
    places = open_places(issue)
    if places:
        yield f"{'和'.join(places)}待定，这份只能作清样。"
