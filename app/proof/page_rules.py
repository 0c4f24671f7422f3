"""Pages become hits: lines and characters that stand alone, titles torn apart, a footer or a picture in the wrong place (实务; L-rules)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from app.layout.frames import Layout
from app.model.issue import Issue, Role, joined_title
from app.model.titles import title_turns
from app.proof.finding import Finding, Hit, Level
from app.proof.profile import USUAL, Profile
from app.proof.rule import About
from app.records import dataclass

_TEXTS = frozenset({Role.BODY, Role.EDITOR_NOTE, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4})
_FEW_LINES = 3
_FAR_PAGES = 1
_FIGURE = re.compile(r"图[ ]?(?P<number>\d{1,2}|[一二三四五六七八九十])")
_MENTION = re.compile(r"(?:见|如|参见|详见)图[ ]?(?P<number>\d{1,2}|[一二三四五六七八九十])")
_MARKS = "，。、；：？！”’）》】…—"


@dataclass(frozen=True, slots=True)
class PageRule:
    """A rule on the laid-out issue; it gives blocks and places in them."""

    about: About
    find: Callable[[Issue, Layout], Iterator[tuple[int, Hit]]]


def page_findings(issue: Issue, layout: Layout, profile: Profile = USUAL) -> tuple[Finding, ...]:
    """What the pages of an issue show, in no order; `layout` is that of `issue`."""
    index = issue.block_index
    return tuple(
        Finding(block, hit.start, hit.end, level, rule.about.id, hit.message, index[block].text[hit.start : hit.end], hit.fix)
        for rule in PAGE_RULES
        if (level := profile.level(rule.about))
        for block, hit in rule.find(issue, layout)
        if block in index and index[block].text
    )


def lone_character(issue: Issue, layout: Layout) -> Iterator[tuple[int, Hit]]:
    """A last line of one character (孤字)."""
    for fill in layout.plan.fills:
        for part in fill.slices:
            paragraph = part.paragraph
            count = len(paragraph.lines)
            if paragraph.role not in _TEXTS or count < 2 or part.first + part.count != count or not paragraph.breaks:
                continue
            last = paragraph.text[paragraph.breaks[-1] :].strip()
            line = paragraph.lines[-1]
            if line.block and len(last.rstrip(_MARKS)) <= 1:
                yield line.block, Hit(line.start, max(line.end, line.start + 1), "段末一行只有一个字，删去一两个字就能省一行。")


def lone_line(issue: Issue, layout: Layout) -> Iterator[tuple[int, Hit]]:
    """The last line of a paragraph alone at the top of a page (孤行)."""
    for page, fill in enumerate(layout.plan.fills, 1):
        part = fill.slices[0] if fill.slices else None
        if part and part.first and part.count == 1 and part.paragraph.role in _TEXTS and part.first + 1 == len(part.paragraph.lines):
            line = part.paragraph.lines[-1]
            if line.block:
                yield line.block, Hit(line.start, max(line.end, line.start + 1), f"第{page}页开头只有上一段的最后一行。")


def title_at_foot(issue: Issue, layout: Layout) -> Iterator[tuple[int, Hit]]:
    """A title or a heading at the foot of a page, its text on the next."""
    heads = frozenset({Role.TITLE, Role.SECTION, Role.HEADING_1, Role.HEADING_2})
    for page, fill in enumerate(layout.plan.fills[:-1], 1):
        last = fill.slices[-1].paragraph if fill.slices else None
        if last and last.role in heads and last.block in issue.block_index and len(last.lines) == 1:
            text = issue.block_index[last.block].text
            if not text.rstrip().endswith(("。", "；")):
                yield last.block, Hit(0, max(1, len(text)), f"标题落在第{page}页页脚，正文在下一页。")


def title_torn(issue: Issue, layout: Layout) -> Iterator[tuple[int, Hit]]:
    """A title that turns within a word."""
    from app.text.words import word_starts

    for article in issue.articles():
        words = joined_title(article.title)
        turns = title_turns(article, issue.template) if not article.runin else ()
        for turn in turns:
            if 0 < turn < len(words) and turn not in word_starts(words) and not words[turn - 1].isspace():
                at = _in_block(article.title.text, turn)
                yield article.title.id, Hit(max(0, at - 1), min(len(article.title.text), at + 1), "标题在一个词的中间转行了。")


def short_last_page(issue: Issue, layout: Layout) -> Iterator[tuple[int, Hit]]:
    """A last page with three lines of text at most."""
    fills = layout.plan.fills
    if len(fills) < 2:
        return
    last = fills[-1]
    lines = sum(part.count for part in last.slices)
    part = last.slices[-1] if last.slices else None
    line = part.paragraph.lines[-1] if part and part.paragraph.lines else None
    if line and line.block and 0 < lines <= _FEW_LINES:
        yield line.block, Hit(line.start, max(line.end, line.start + 1), f"末页只有{lines}行字，可以用“版面调整”收回前一页。")


def footer_alone(issue: Issue, layout: Layout) -> Iterator[tuple[int, Hit]]:
    """A footer on a page without text, where the booklet doesn't want it so."""
    wanted = issue.template.footer.page
    if layout.footer_page > len(layout.plan.fills) and wanted == "last":
        for line in issue.footer.addressed[:1]:
            yield (
                line.paragraph.id,
                Hit(0, max(1, len(line.paragraph.text)), f"报尾单独落在第{layout.footer_page}页，可以用“版面调整”收一收。"),
            )


def picture_far(issue: Issue, layout: Layout) -> Iterator[tuple[int, Hit]]:
    """A picture more than a page away from the words 见图1 that point to it."""
    pages: dict[int, int] = {}
    for page, fill in enumerate(layout.plan.fills, 1):
        for part in fill.slices:
            pages.setdefault(part.paragraph.block, page)
    for article in issue.articles():
        pictures = {found["number"]: block for block in article.paragraphs if block.picture and (found := _FIGURE.search(block.text))}
        for block in article.paragraphs:
            for mention in _MENTION.finditer(block.text) if not block.picture else ():
                picture = pictures.get(mention["number"])
                if picture and abs(pages.get(picture.id, 0) - pages.get(block.id, 0)) > _FAR_PAGES:
                    yield block.id, Hit(mention.start(), mention.end(), f"这幅图在第{pages[picture.id]}页，离得远了。")


def _in_block(text: str, joined: int) -> int:
    """A place in a joined title as one in the title's own text, which has turns in it."""
    count = 0
    for at, char in enumerate(text):
        if count == joined:
            return at
        count += char != "\n"
    return len(text)


PAGE_RULES = (
    PageRule(About("page.lone_character", "孤字", Level.HINT, "实务"), lone_character),
    PageRule(About("page.lone_line", "孤行", Level.HINT, "实务"), lone_line),
    PageRule(About("page.title_foot", "标题落在页脚", Level.QUERY, "实务"), title_at_foot),
    PageRule(About("page.title_torn", "标题断词", Level.QUERY, "《党政机关公文格式》（GB/T 9704—2012）7.3.1"), title_torn),
    PageRule(About("page.short_last", "末页行数太少", Level.HINT, "实务"), short_last_page),
    PageRule(About("page.footer_alone", "报尾单独一页", Level.QUERY, "实务"), footer_alone),
    PageRule(About("page.picture_far", "图离得远", Level.HINT, "实务"), picture_far),
)
