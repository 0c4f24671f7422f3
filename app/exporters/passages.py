"""An issue becomes the passages that a reader sees, in printing order: the common ground of the plain-text and the web export."""

from __future__ import annotations

from collections.abc import Iterator

from app.layout.contents import contents_entries
from app.model.issue import Article, Issue, Mark, MarkKind, Paragraph, Role, Table, runin_words
from app.model.issue_checks import OBJECT_ROLES
from app.model.picture import Picture
from app.records import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph as read. `block` is the id to link from; `target` what a contents entry leads to; a caption has its object."""

    role: Role
    text: str
    block: int = 0
    target: int = 0
    marks: tuple[Mark, ...] = ()
    table: Table | None = None
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """An issue in the order of reading."""

    masthead: tuple[Passage, ...]
    contents: tuple[Passage, ...]
    body: tuple[Passage, ...]
    footer: tuple[Passage, ...]


def reading_of(issue: Issue) -> Reading:
    """The issue's passages with the standing texts of its template around them: 【】, ●, 报：, 共印…份."""
    return Reading(tuple(_masthead(issue)), tuple(_contents(issue)), tuple(_body(issue)), tuple(_footer(issue)))


def _masthead(issue: Issue) -> Iterator[Passage]:
    head = issue.masthead
    names = () if head.picture else head.lines
    yield from _shown(head.secrecy, head.copy_number)
    if head.picture:  # one passage that a reader without pictures reads as the lines of the name
        yield Passage(Role.MASTHEAD, "\n".join(line.text for line in head.lines if line.text), picture=head.picture)
    yield from _shown(*names, head.number, head.total, *head.issuers, head.date)


def _shown(*paragraphs: Paragraph | None) -> Iterator[Passage]:
    for paragraph in paragraphs:
        if paragraph is not None and paragraph.text:
            yield Passage(paragraph.role, paragraph.text, paragraph.id)


def _contents(issue: Issue) -> Iterator[Passage]:
    style = issue.template.contents
    entries = contents_entries(issue)
    if entries and style.heading:
        yield Passage(Role.TOC_TITLE, style.heading)
    for entry in entries:
        if entry.is_section:
            yield Passage(Role.SECTION, _section(issue, entry.text), target=entry.block)
        else:
            yield Passage(Role.TOC_TITLE, f"{style.bullet} {entry.text}".strip(), target=entry.block)


def _section(issue: Issue, name: str) -> str:
    style = issue.template.section
    return f"{style.opening}{name}{style.closing}"


def _body(issue: Issue) -> Iterator[Passage]:
    for section in issue.sections:
        if section.name:
            yield Passage(Role.SECTION, _section(issue, section.name.text), section.name.id)
        for article in section.articles:
            yield from _article(article)


def _article(article: Article) -> Iterator[Passage]:
    texts = article.paragraphs
    if article.runin:
        told = texts[:1] if texts and texts[0].role not in OBJECT_ROLES else ()
        lead = "".join(runin_words(article.title))
        mark = (Mark(0, len(lead), MarkKind.LEAD),) if lead else ()
        yield Passage(told[0].role if told else Role.BODY, lead + "".join(p.text for p in told), article.title.id, marks=mark)
        texts = texts[len(told) :]
    else:
        yield Passage(Role.TITLE, article.title.text, article.title.id)
    for paragraph in texts:
        found = paragraph.table, paragraph.picture
        yield Passage(paragraph.role, paragraph.text, paragraph.id, 0, paragraph.marks, *found)


def _footer(issue: Issue) -> Iterator[Passage]:
    style = issue.template.footer
    for line in issue.footer.addressed:
        end = "" if line.paragraph.text.endswith("。") else style.end_mark
        yield Passage(Role.RECIPIENTS, f"{line.label}：{line.paragraph.text}{end}", line.paragraph.id)
    if issue.footer.editors:
        yield Passage(Role.EDITORS, issue.footer.editors.text, issue.footer.editors.id)
    if issue.footer.copies:
        yield Passage(Role.COPIES, style.copies_form.replace("{}", issue.footer.copies.text), issue.footer.copies.id)
