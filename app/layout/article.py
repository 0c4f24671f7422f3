"""An article becomes flow paragraphs: its title block, its text with headings and leads, or a run-in brief."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.layout.flow import Align, FlowParagraph, Span, TextStyle
from app.layout.picture import picture_flow
from app.layout.setting import Setter
from app.layout.styles import Styles, section_rule
from app.layout.table import table_flow
from app.model.faces import FaceRole
from app.model.issue import Article, MarkKind, Paragraph, Role, Section, runin_words, stretches
from app.model.issue_checks import OBJECT_ROLES
from app.model.titles import title_turns

_NOTE_LABEL = re.compile(r"(?:【?(?:编者按|按语|编后)】?|按)[：:]?")


def section_head(section: Section, setter: Setter) -> FlowParagraph | None:
    """The 栏目 head in the body; None for a section without a name."""
    if section.name is None:
        return None
    style = setter.styles.by_role[Role.SECTION]
    look = setter.template.section
    spans = [Span(look.opening, style.text), Span(section.name.text, style.text, section.name.id), Span(look.closing, style.text)]
    head = setter.set(Role.SECTION, style, [span for span in spans if span.text or span.block])
    return head._replace(rule_below=section_rule(setter.template))


def article_flow(article: Article, setter: Setter, under_head: bool) -> tuple[FlowParagraph, ...]:
    """The article's paragraphs. Directly under a 栏目 head the title has no blank slot above (L-q)."""
    paragraphs = list(_paragraphs(article, setter))
    if not paragraphs:
        return ()
    first = paragraphs[0]
    if not first.spans or first.spans[0].block != article.title.id:  # without a title: a caret for it stands at the head of the text
        first = first._replace(spans=(Span("", first.style.text, article.title.id), *first.spans))
    if under_head:
        first = first._replace(before=0)
    paragraphs[0] = first._replace(forced_page=True) if article.new_page else first
    return tuple(paragraphs)


def _paragraphs(article: Article, setter: Setter) -> Iterator[FlowParagraph]:
    """Title and text; the space between a title and what belongs to it (副题, 题注) is closed up."""
    styles = setter.styles
    texts = _placed_bylines(article, setter.template.body.byline)
    if article.runin:
        first = texts[0] if texts and texts[0].role not in OBJECT_ROLES else None
        yield _brief(article.title, first, setter, styles)
        texts = texts[1:] if first else texts
    elif article.title.text or not any(text.text for text in texts):  # an article without a word shows where its title goes
        title = _title(article, setter, styles)
        if texts and texts[0].role in _TITLE_COMPANIONS:
            title = title._replace(after=0)
        yield title
    waiting: FlowParagraph | None = None
    for index, paragraph in enumerate(texts):
        if paragraph.picture:
            if waiting:
                yield waiting
            waiting = None
            yield from picture_flow(paragraph, setter)
            continue
        set_one = _text(paragraph, setter, styles)
        ends_block = index + 1 == len(texts) or texts[index + 1].role not in _TITLE_COMPANIONS
        if paragraph.role in _TITLE_COMPANIONS and ends_block:
            set_one = set_one._replace(after=setter.template.title.after_slots * setter.template.line_twips)
        joined = _behind(waiting, set_one, setter) if waiting and paragraph.role is Role.BYLINE else None
        if waiting and not joined:
            yield waiting
        waiting = joined or set_one
        if paragraph.table:
            yield waiting
            yield from table_flow(paragraph.id, paragraph.table, setter)
            waiting = None
    if waiting:
        yield waiting


_TITLE_COMPANIONS = frozenset({Role.SUBTITLE, Role.TITLE_NOTE})


def _placed_bylines(article: Article, place: str) -> list[Paragraph]:
    """The article's texts with its 供稿 where the template wants it: nowhere, under the title as a 题注, or where it stands (L-s)."""
    texts = [p for p in article.paragraphs if p.role is not Role.BYLINE or place != "none"]
    if place != "under_title" or article.runin or not article.title.text:
        return texts
    count = next((at for at, p in enumerate(texts) if p.role not in _TITLE_COMPANIONS), len(texts))
    bylines = [replace(p, role=Role.TITLE_NOTE) for p in texts if p.role is Role.BYLINE]
    return [*texts[:count], *bylines, *(p for p in texts[count:] if p.role is not Role.BYLINE)]


def _behind(text: FlowParagraph, byline: FlowParagraph, setter: Setter) -> FlowParagraph | None:
    """The 供稿 at the end of the text's last line, one cell in; None where the template does not ask for it or no 3 cells stay free."""
    template = setter.template
    if template.body.byline != "last_line" or text.style.align is not Align.JUSTIFY or text.role is Role.TITLE:
        return None
    return setter.set_behind(text, byline.spans, template.cell_twips, 3 * template.cell_twips)


def _title(article: Article, setter: Setter, styles: Styles) -> FlowParagraph:
    """A centred title with its turns. The line feeds of those that are set are not printed themselves."""
    style = styles.by_role[Role.TITLE]
    spans: list[Span] = []
    at = 0
    for part in article.title.text.split("\n"):
        if part:  # turns with nothing between them give no line
            spans.append(Span(part, style.text, article.title.id, at))
        at += len(part) + 1
    spans = spans or [Span("", style.text, article.title.id)]
    return setter.set(Role.TITLE, style, spans, title_turns(article, setter.template))


def _brief(title: Paragraph, text: Paragraph | None, setter: Setter, styles: Styles) -> FlowParagraph:
    """A brief's first paragraph: its title in 黑体, a full stop where it has none, then the text."""
    style = styles.by_role[Role.BODY]
    words, stop = runin_words(title)
    spans = [Span(words, styles.brief, title.id)]
    if stop:
        spans.append(Span(stop, styles.brief))
    if text:
        spans += _marked(text, style.text, styles)
    return setter.set(Role.BODY, style, spans)._replace(title=words)


def _text(paragraph: Paragraph, setter: Setter, styles: Styles) -> FlowParagraph:
    """A paragraph of text in the style of its role."""
    style = styles.by_role.get(paragraph.role, styles.by_role[Role.BODY])
    if paragraph.role is Role.ATTACHMENT and not paragraph.text.startswith("附件"):
        style = style._replace(first=0)  # 2. stands under the 1. of 附件：1. (L43)
    if paragraph.role is Role.EDITOR_NOTE:
        return setter.set(paragraph.role, style, _labelled(paragraph, style.text, styles))
    return setter.set(paragraph.role, style, _marked(paragraph, style.text, styles))


def _labelled(paragraph: Paragraph, plain: TextStyle, styles: Styles) -> Sequence[Span]:
    """编者按： in 黑体, the rest plain (S15)."""
    label = _NOTE_LABEL.match(paragraph.text)
    end = label.end() if label else 0
    spans = [Span(paragraph.text[:end], styles.label, paragraph.id), Span(paragraph.text[end:], plain, paragraph.id, end)]
    return [span for span in spans if span.text] or spans[-1:]


def _marked(paragraph: Paragraph, plain: TextStyle, styles: Styles) -> list[Span]:
    """The paragraph's text cut where a mark begins or ends; an empty paragraph keeps one empty span."""
    if not paragraph.marks:
        return [Span(paragraph.text, plain, paragraph.id)]
    spans: list[Span] = []
    for start, end, kinds in stretches(len(paragraph.text), paragraph.marks):
        style = styles.lead if MarkKind.LEAD in kinds else plain
        if MarkKind.KAI in kinds:
            style = style._replace(face=FaceRole.KAI)
        if MarkKind.BOLD in kinds:
            style = style._replace(bold=True)
        spans.append(Span(paragraph.text[start:end], style, paragraph.id, start))
    return spans
