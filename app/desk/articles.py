"""Articles as the reader found them become articles of an issue: roles, title turns, phrase spaces, run-in leads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.desk.blocks import BlockMaker
from app.desk.pictures import standing_alone
from app.desk.tables import captions_table, rows_at, table_of
from app.importers.found import FoundArticle, FoundParagraph, FoundPicture, Structure
from app.importers.structure.paragraphs import read_paragraph
from app.model.issue import Article, Mark, MarkKind, Paragraph, Role, Section
from app.text.chars import CJK_MARKS, HAN, IDEOGRAPHIC_SPACE

_HEADINGS = {1: Role.HEADING_1, 2: Role.HEADING_2, 3: Role.HEADING_3, 4: Role.HEADING_4}
_DEEPEST_LEAD = 2  # 1. and （1） are set in the body's face (L26), so a sentence after them has no look of its own

_PHRASE_SPACE = re.compile(f"(?<=[{HAN}{CJK_MARKS}])[ \u00a0]+(?=[{HAN}{CJK_MARKS}])")
_PICTURE_CAPTION = re.compile(r"^[（(]?(?:图|上图|下图|左图|右图|图片)\s*[\d一二三四五六七八九十：:为]?[^。]{0,40}[）)]?$")
_NOTE_LABEL = re.compile(r"[【\[]?\s*(?:编\s*者\s*)?按")
_BYLINE_UNIT = re.compile(r"^[（(\s]*(?:供稿单位|供稿|来源|报送)?[:：\s]*(?P<unit>[^（）()：:]+?)\s*(?:供稿|报送|提供)?[）)\s]*$")


def phrase_spaced(text: str) -> str:
    """A blank that parts two Chinese phrases becomes the ideographic space that prints one em wide."""
    return _PHRASE_SPACE.sub(IDEOGRAPHIC_SPACE, text)


def articles_of(structure: Structure, next_id: int) -> tuple[tuple[Section, ...], int]:
    """The sections of a recognised text, and the next free id.

    Ids are given out from `next_id`, so that the result can be put into an open issue. A submission's signature ends its last
    article.
    """
    make = BlockMaker(next_id)
    pictures = _by_article(structure)
    sections = []
    signed = any(article.signature for article in structure.articles)
    last = structure.articles[-1] if structure.articles and not signed else None
    for found in structure.sections:
        section_id = make.new_id()
        name = make.optional(phrase_spaced(found.name) if found.name else None, Role.SECTION)
        articles = tuple(
            _article(_signed(article, structure) if article is last else article, make, pictures.get(id(article), ()))
            for article in found.articles
        )
        sections.append(Section(section_id, name, articles))
    return tuple(sections), make.next_id


def _by_article(structure: Structure) -> dict[int, list[FoundPicture]]:
    """The pictures of each article: those that stand behind its title, and with the first one those before it."""
    articles = structure.articles
    found: dict[int, list[FoundPicture]] = {}
    for picture in structure.pictures:
        article = next((one for one in reversed(articles) if one.line < picture.line), articles[0] if articles else None)
        if article is not None:
            found.setdefault(id(article), []).append(picture)
    return found


def _signed(found: FoundArticle, structure: Structure) -> FoundArticle:
    return replace(found, signature=structure.signature)


def _article(found: FoundArticle, make: BlockMaker, pictures: Sequence[FoundPicture]) -> Article:
    article_id = make.new_id()
    title = make.paragraph(_title(found), Role.TITLE)
    paragraphs = tuple(_paragraphs(found, make, pictures))
    signed = found.signature.org if found.signature else None
    unit = next(filter(None, (*map(unit_of_byline, found.bylines), signed)), "")
    return Article(article_id, title, paragraphs, runin=found.runin, unit=unit)


def _title(found: FoundArticle) -> str:
    """The title with the turns of the source; those of a title that came as one line are proposed where it is laid out."""
    lines = [phrase_spaced(line.strip()) for line in found.title if line.strip()]
    return ("" if found.runin else "\n").join(lines)


def _paragraphs(found: FoundArticle, make: BlockMaker, pictures: Sequence[FoundPicture]) -> Iterator[Paragraph]:
    if found.subtitle:
        yield make.paragraph(phrase_spaced(found.subtitle), Role.SUBTITLE)
    if found.title_note:
        yield make.paragraph(_bracketed(found.title_note), Role.TITLE_NOTE)
    for number, note in enumerate(found.editor_notes):
        label = "" if number or _NOTE_LABEL.match(note) else "编者按："
        yield make.paragraph(label + phrase_spaced(note), Role.EDITOR_NOTE)
    yield from _texts(found, make, pictures)
    for line in found.attachments:
        yield make.paragraph(phrase_spaced(line), Role.ATTACHMENT)
    for line in found.bylines:
        yield make.paragraph(_bracketed(line), Role.BYLINE)
    if found.signature:
        lines = (make.optional(found.signature.org, Role.SIGNATURE), make.optional(found.signature.date, Role.SIGNATURE_DATE))
        yield from filter(None, lines)


def _texts(found: FoundArticle, make: BlockMaker, pictures: Sequence[FoundPicture]) -> Iterator[Paragraph]:
    """The text of an article; lines in columns are tables, but for the one that a brief's title leads. Pictures stand where they stood."""
    texts, at = found.paragraphs, 0
    waiting = list(pictures)
    if found.runin and texts:
        yield _paragraph(texts[0], make)
        at = 1
    while at < len(texts):
        if waiting and waiting[0].line <= texts[at].line and at:
            captioned = _PICTURE_CAPTION.match(texts[at].text) is not None
            yield _picture(waiting.pop(0), phrase_spaced(texts[at].text) if captioned else "", make)
            at += captioned
            continue
        captioned = captions_table(texts, at)
        first = at + captioned
        rows = rows_at(texts, first)
        if rows:
            yield table_of(phrase_spaced(texts[at].text) if captioned else "", texts[first : first + rows], make)
            at = first + rows
        else:
            yield _paragraph(texts[at], make)
            at += 1
    for picture in waiting:
        yield _picture(picture, "", make)


def _picture(found: FoundPicture, caption: str, make: BlockMaker) -> Paragraph:
    head = make.paragraph(caption, Role.PICTURE)
    return Paragraph(head.id, head.text, Role.PICTURE, picture=standing_alone(found.data))


def _bracketed(text: str) -> str:
    """A title note or a byline as it prints: the reader takes the brackets off."""
    return text if text.startswith(("（", "(", "[", "【", "〔")) else f"（{text}）"


def paragraph_roles(text: str) -> tuple[Role, tuple[Mark, ...]]:
    """What a paragraph in the midst of an article is by its form: a heading, or body text with its lead sentence."""
    return _roles(read_paragraph(text, 0, first=False))


def _paragraph(found: FoundParagraph, make: BlockMaker) -> Paragraph:
    role, leads = _roles(found)
    marks = (*leads, *_emphasis(found, max((mark.end for mark in leads), default=0))) if role is Role.BODY else leads
    return make.paragraph(phrase_spaced(found.text), role, marks)


def _emphasis(found: FoundParagraph, lead_end: int) -> Iterator[Mark]:
    """What the file has in bold or 楷体 behind the lead; all of a paragraph is the look of its source and no emphasis."""
    narrowed = list(_PHRASE_SPACE.finditer(found.text))
    for mark in found.marks:
        words = found.text[mark.start : mark.end]
        start, end = (at - sum(len(gap[0]) - 1 for gap in narrowed if gap.end() <= at) for at in (mark.start, mark.end))
        if len(words.strip()) < len(found.text.strip()) and any(map(str.isalnum, words)) and end > lead_end:
            yield Mark(max(start, lead_end), end, mark.kind)


def _roles(found: FoundParagraph) -> tuple[Role, tuple[Mark, ...]]:
    if found.role == "addressee":
        return Role.ADDRESSEE, ()
    if found.level in _HEADINGS:
        return _HEADINGS[found.level], ()
    if found.runin and found.runin_level <= _DEEPEST_LEAD and found.text.startswith(found.runin):
        return Role.BODY, (Mark(0, len(phrase_spaced(found.runin)), MarkKind.LEAD),)
    return Role.BODY, ()


def unit_of_byline(byline: str) -> str:
    """The unit that a byline names: （市税务局供稿） → 市税务局; "" where it names none."""
    match = _BYLINE_UNIT.match(byline)
    return match["unit"].strip() if match else ""
