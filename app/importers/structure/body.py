"""The lines between contents and footer become sections of articles with their paragraphs."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from app.importers.clean.paragraph_ends import ends_with_source
from app.importers.forms import (
    ADDRESSEE,
    ATTACHMENTS,
    BRIEFS,
    EDITOR_NOTE,
    ENTRY_NUMBER,
    ORG,
    SECTION_SIGN,
    SECTION_SIGNS_ALONE,
    SUBTITLE,
    TITLE_NOTE,
    UNLABELLED_NOTE,
    heading_level,
    is_author_line,
    is_prose,
    is_whole_date,
    section_name,
)  # fmt: skip
from app.importers.found import FoundParagraph, FoundSection, Kind
from app.importers.marking import marks_within
from app.importers.structure.briefs import MAX_LEAD_EM, bracketed_brief, is_brief_lead
from app.importers.structure.contents import Contents
from app.importers.structure.drafts import ArticleDraft, SectionDraft
from app.importers.structure.line import Line
from app.importers.structure.looks import looked_level, looked_title_span
from app.importers.structure.matching import RELATED, SAME, unit_of
from app.importers.structure.paragraphs import read_paragraph, split_byline
from app.importers.structure.signature import read_signature, signature_start
from app.importers.structure.titles import Expected, alike_span, ends_with_author, expected_span, may_be_title_line, title_lines, title_span
from app.text.chars import ends_sentence, width_em

_SECTION_WORD = re.compile(
    r"(?:动态|交流|简讯|快讯|时讯|要闻|传真|之窗|风采|天地|园地|聚焦|视点|关注|专栏|专题|短波|集锦|报道|扫描|论坛|调研|巡礼|进行时|速递|播报|看台|前沿|解读|选登|快递|短讯|新闻|做法|部署|信息|专报)$"
)
_APART = 2
"""Empty lines that part two submissions in one text."""
_SUBHEAD = re.compile("(?:" + "|".join(f"[^，。；：]{{{size}}}，[^，。；：]{{{size},{size + 2}}}" for size in range(4, 11)) + ")$")
_COUNT = re.compile(r"[（(]\d{1,2}[则条篇][）)]$")
_BRACKET_HEAD = re.compile(r"^【(?P<name>[^】]{2,12})】(?P<rest>.+)$")
_MAX_SECTION_EM = 10
_CALLED = re.compile(r"(?:汇报|报告|总结|方案|通知|意见|纪要|讲话|发言|材料|体会|情况|请示|函)$")
_MIN_FIRST_TITLE_EM = 4
_BRACKETED = re.compile(r"^[（(][^（）()。]{2,50}[）)]$")


class BodyReader:
    """Walks the body once, line by line; each `_take_…` method answers whether it took the lines at the place."""

    def __init__(self, lines: list[Line], end: int, contents: Contents, kind: Kind, marks: list[str], notes: list[str]) -> None:
        self._lines = lines
        self._end = end
        self._contents = contents
        self._kind = kind
        self._marks = marks
        self._expected = Expected(list(contents.entries))
        self._known = frozenset(contents.sections)
        self._sections: list[SectionDraft] = [SectionDraft()]
        self._waiting_notes = notes
        self._at = 0
        self._title_bullet = ""
        self._closed = True  # whether an article may begin here: at the start, behind a heading or a sentence's end
        self._signed = False  # whether the article at hand ended with who sent it

    def read(self, start: int) -> tuple[FoundSection, ...]:
        """All sections with their articles, from line `start` on."""
        self._at = start
        takers = (
            self._take_table, self._take_section, self._take_note, self._take_title, self._take_brief, self._take_attachment,
            self._take_signature,
        )  # fmt: skip
        while self._at < self._end:
            if not any(take() for take in takers):
                self._take_paragraph()
        if self._waiting_notes:
            self._article().notes += self._waiting_notes
        return tuple(section.found() for section in self._sections if section.articles or section.name)

    # --- tables -------------------------------------------------------------------------------------------------------------------
    def _take_table(self) -> bool:
        """A table of the file whose rows all stand here: none of them is a title, a heading or a byline, whatever its words."""
        row = self._lines[self._at].row
        if not row or not self._sections[-1].articles:
            return False
        rows = list(takewhile(lambda line: line.row is not None and line.row.table == row.table, self._lines[self._at : self._end]))
        if not rows[-1].row or len(rows) != rows[-1].row.of + (row.of == 0):
            return False
        self._article().paragraphs += [FoundParagraph(line.text, line=line.line, cells=line.cells, row=line.row) for line in rows]
        self._at += len(rows)
        self._closed = True
        return True

    # --- sections -----------------------------------------------------------------------------------------------------------------
    def _take_section(self) -> bool:
        line = self._lines[self._at]
        name = section_name(line.text, self._known) or self._signed_section(line)
        if name is None:
            opening = _BRACKET_HEAD.match(line.text)
            if not opening or opening["name"] not in self._known:
                return False
            self._open_section(opening["name"])
            self._marks.append("【】")
            rest = opening["rest"].strip()
            at = line.text.index(rest, opening.start("rest"))
            self._lines[self._at] = replace(line, text=rest, marks=marks_within(line.marks, at, at + len(rest)))
            return True
        self._open_section(name)
        listed = self._expected.exact(line.text)
        if listed is not None:
            self._expected.used.add(listed)
        self._marks += line.text.replace(" ", "").split(name.replace(" ", ""), 1)
        self._at += 1
        return True

    def _signed_section(self, line: Line) -> str | None:
        """A 栏目 head with one sign before it, or none: short, named like one, with a title or briefs below."""
        sign = SECTION_SIGN.match(line.text)
        text = sign["name"] if sign else line.text
        first_briefs = not self._sections[-1].articles and BRIEFS.search(text)
        if width_em(text) > _MAX_SECTION_EM or self._at + 1 >= self._end or (self._kind == "document" and not first_briefs):
            return None
        follows = self._lines[self._at + 1]
        signed = sign is not None or (bool(line.bullet) and line.bullet in SECTION_SIGNS_ALONE)
        if signed and line.bullet != follows.bullet and (may_be_title_line(follows) or BRIEFS.search(text)):
            return _COUNT.sub("", text)
        if not _SECTION_WORD.search(text):
            return None
        if signed:
            return text
        briefs_below = is_prose(follows.text) and bool(follows.bullet or BRIEFS.search(text))
        return text if self._closed and (may_be_title_line(follows) or briefs_below) else None

    def _open_section(self, name: str | None, in_body: bool = True) -> None:
        if self._sections[-1].name is None and not self._sections[-1].articles:
            self._sections.pop()
        self._sections.append(SectionDraft(name, in_body=in_body))
        named = self._expected.exact(name or "")
        if named is not None:
            self._expected.used.add(named)
        self._closed = True

    # --- titles -------------------------------------------------------------------------------------------------------------------
    def _take_title(self) -> bool:
        found = expected_span(self._lines, self._at, self._end, self._expected)
        span = 0 if found else self._unlisted_span()
        if not found and not span:
            return False
        if not found and self._expected.entries:
            likely = (alike_span(self._lines, self._at, span, self._expected, least) for least in (SAME, RELATED))
            found = next((hit for hit in likely if hit), None)
            if not found and not self._may_be_unlisted():
                return False
        entry = None
        if found:
            span, number = found
            entry = self._expected.entries[number]
            self._expected.used.add(number)
            self._follow_contents(entry.section)
        unit = unit_of(entry.text) if entry else ""
        if span > 1 and unit and self._lines[self._at + span - 1].text == unit:
            span -= 1
        span -= ends_with_author(self._lines[self._at : self._at + span], entry.text if entry else "")
        taken = self._lines[self._at : self._at + span]
        after = self._at + span
        below = self._lines[after] if after < self._end else None
        extra = [below] if below and SUBTITLE.match(below.text) and not is_prose(below.text) else []
        title, subtitle = title_lines(taken + extra, entry.text if entry else None)
        self._begin(ArticleDraft(title, subtitle, line=taken[0].line))
        self._title_bullet = taken[0].bullet
        self._at = after + len(extra)
        self._part_author()
        if unit and self._at < self._end and self._lines[self._at].text == unit:
            self._article().bylines.append(unit)
            self._at += 1
        self._take_title_note()
        return True

    def _unlisted_span(self) -> int:
        if not self._closed:
            return 0
        line = self._lines[self._at]
        if self._has_text():
            next_item = line.bullet and line.bullet == self._title_bullet
            if self._kind == "document" and not next_item and not self._sections[-1].articles[-1].signature and line.blanks_before < _APART:
                return 0
            if self._signed or ends_with_source(self._article().paragraphs[-1].text):
                return title_span(self._lines, self._at, self._end, _MIN_FIRST_TITLE_EM)
            if not self._expected.entries and _SUBHEAD.match(line.text):
                return 0
            return title_span(self._lines, self._at, self._end)
        # Above the first text a short line, too, is a title: 夜校开课了.
        span = title_span(self._lines, self._at, self._end, _MIN_FIRST_TITLE_EM)
        return span or (0 if self._sections[-1].articles else looked_title_span(self._lines, self._at, self._end))

    def _may_be_unlisted(self) -> bool:
        """Whether a title that no entry is like may stand here: while entries are open, or where a section has just begun."""
        return bool(self._expected.open_ones) or not self._sections[-1].articles

    def _follow_contents(self, section: str | None) -> None:
        """An article whose 栏目 the body doesn't show belongs where the contents put it."""
        if section and all(section != known.name for known in self._sections):
            self._open_section(section, in_body=False)

    def _part_author(self) -> None:
        """A unit that stands as the last line of a document's title wrote it: 关于……的汇报 / 云河市住房局."""
        article = self._article()
        if self._kind == "document" and len(article.title) > 1 and _CALLED.search(article.title[-2]) and ORG.search(article.title[-1]):
            article.bylines.append(article.title[-1])
            article.title = article.title[:-1]

    def _take_title_note(self) -> None:
        while self._at < self._end:
            text = self._lines[self._at].text
            if TITLE_NOTE.match(text):
                self._article().title_note = text.strip("（）() ")
                self._marks.append("（）" if text[0] == "（" else "()")
            else:
                rest, byline = split_byline(text, self._marks) if not is_prose(text) else (text, None)
                if byline is None and is_author_line(text) and self._has_prose_below():
                    rest, byline = "", text
                if byline is None and self._article().title_note and ORG.search(text) and width_em(text) <= MAX_LEAD_EM:
                    rest, byline = "", text
                if byline is None or rest:
                    return
                self._article().bylines.append(byline)
            self._at += 1

    def _has_prose_below(self) -> bool:
        below = self._lines[self._at + 1].text if self._at + 1 < self._end else ""
        return is_prose(below) or ends_sentence(below) or bool(TITLE_NOTE.match(below) or ADDRESSEE.match(below))

    # --- briefs -------------------------------------------------------------------------------------------------------------------
    def _take_brief(self) -> bool:
        """A paragraph that begins with its own title: "title。text"."""
        line = self._lines[self._at]
        text = line.text
        if self._take_bracketed_brief(line):
            return True
        number = ENTRY_NUMBER.match(text)
        bare = text[number.end() :] if number else text
        lead, stop, rest = bare.partition("。")
        if not stop or width_em(lead) > 60:
            return False
        entry = self._expected.exact(lead)
        if entry is None and self._expected.open_ones:
            entry = self._expected.alike(lead, SAME)
        if entry is not None:
            self._expected.used.add(entry)
            self._follow_contents(self._expected.entries[entry].section)
        elif not is_brief_lead(lead, rest, line, self._sections[-1].name, self._closed):
            return False
        self._marks += [number.group() if number else "", stop]
        self._begin(ArticleDraft((lead,), runin=True, line=line.line))
        self._at += 1
        if rest.strip():
            self._add_text(rest.strip(), line)
        self._closed = True
        return True

    def _take_bracketed_brief(self, line: Line) -> bool:
        """【title】text."""
        latest = self._sections[-1].articles[-1] if self._sections[-1].articles else None
        beside = [near.text for near in self._lines[max(self._at - 1, 0) : self._at + 2] if near is not line]
        found = bracketed_brief(line.text, beside, not latest or latest.runin, bool(latest and latest.title))
        if found is None:
            return False
        title, rest = found
        entry = self._expected.exact(title)
        if entry is not None:
            self._expected.used.add(entry)
        self._marks.append("【】")
        self._begin(ArticleDraft((title,), runin=True, line=line.line))
        self._at += 1
        self._add_text(rest, line)
        self._closed = True
        return True

    # --- notes, attachments, signature, text --------------------------------------------------------------------------------------
    def _take_note(self) -> bool:
        match = EDITOR_NOTE.match(self._lines[self._at].text)
        if not match:
            return self._take_unlabelled_note()
        if not self._closed:
            return False
        text = match["text"].strip()
        self._marks.append(self._lines[self._at].text[: match.start("text")])
        self._at += 1
        if not text and self._at < self._end:
            text = self._lines[self._at].text
            self._at += 1
        latest = self._sections[-1].articles[-1] if self._sections[-1].articles else None
        (latest.notes if latest and latest.title and not latest.paragraphs else self._waiting_notes).append(text)
        self._closed = True
        return True

    def _take_unlabelled_note(self) -> bool:
        """Words of the editor above the first title: 现将其做法编发，供参考。"""
        text = self._lines[self._at].text
        begun = any(section.articles for section in self._sections)
        if begun or self._kind == "document" or not is_prose(text) or not UNLABELLED_NOTE.search(text):
            return False
        after = self._at + 1
        if not (title_span(self._lines, after, self._end) or expected_span(self._lines, after, self._end, self._expected)):
            return False
        self._waiting_notes.append(text)
        self._at = after
        return True

    def _take_attachment(self) -> bool:
        text = self._lines[self._at].text
        if not ATTACHMENTS.match(text) or width_em(text) > 90 or not self._has_text():
            return False
        article = self._article()
        article.attachments.append(text)
        self._at += 1
        while self._at < self._end and heading_level(self._lines[self._at].text) == 3 and not is_prose(self._lines[self._at].text):
            article.attachments.append(self._lines[self._at].text)
            self._at += 1
        return True

    def _take_signature(self) -> bool:
        """Unit and date under a text; at the end of all, or where another title begins below."""
        text = self._lines[self._at].text
        may_begin = self._closed or is_whole_date(text) or ORG.search(text)
        if not may_begin or not self._has_text() or is_prose(text) or self._article().signature:
            return False
        for stop in range(self._at + 1, min(self._at + 4, self._end) + 1):
            if stop < self._end and not title_span(self._lines, stop, self._end) and not self._may_follow_signature(stop):
                continue
            begin = signature_start(self._lines, self._at - 1, stop)
            if begin == self._at:
                self._article().signature = read_signature(self._lines[begin:stop], self._marks)
                self._at = stop
                self._closed = True
                return True
        return False

    def _may_follow_signature(self, at: int) -> bool:
        """Whether a line may stand below a signature: attachments, a note in brackets (GB/T 9704 7.3.8)."""
        return bool(ATTACHMENTS.match(self._lines[at].text) or _BRACKETED.match(self._lines[at].text))

    def _take_paragraph(self) -> None:
        line = self._lines[self._at]
        self._at += 1
        text, byline = split_byline(line.text, self._marks)
        if text:
            self._add_text(text, line)
        if byline is not None:
            self._article().bylines.append(byline)
            self._closed = self._signed = True

    def _add_text(self, text: str, line: Line) -> None:
        article = self._article()
        paragraph = read_paragraph(text, line.line, first=not article.paragraphs)
        if line.row and text == line.text:
            paragraph = FoundParagraph(text, line=line.line, cells=line.cells, row=line.row)  # 1. before a name is no heading
        elif line.cells and text == line.text and paragraph.role == "body":
            paragraph = replace(paragraph, cells=line.cells)
        if paragraph.level and text.endswith("。") and article.paragraphs and article.paragraphs[-1].text.endswith("；"):
            paragraph = FoundParagraph(text, line=line.line)  # the last item of a list, no heading
        below = self._lines[self._at] if self._at < self._end else None
        if paragraph == FoundParagraph(text, line=line.line) and below and (level := looked_level(line, below, article.paragraphs)):
            paragraph = replace(paragraph, level=level, role="heading")
        if line.marks:
            at = line.text.find(text)
            paragraph = replace(paragraph, marks=marks_within(line.marks, at, at + len(text)))
        article.paragraphs.append(paragraph)
        # A line that stands for itself although no mark ends it: the joins found nothing that it runs on to.
        self._closed = ends_sentence(text) or (is_prose(text) and text[-1] not in "，、；：")

    # --- the article at hand ------------------------------------------------------------------------------------------------------
    def _article(self) -> ArticleDraft:
        articles = self._sections[-1].articles
        if not articles:
            self._begin(ArticleDraft(line=self._lines[min(self._at, len(self._lines) - 1)].line))
        return articles[-1]

    def _begin(self, article: ArticleDraft) -> None:
        article.notes += self._waiting_notes
        self._waiting_notes = []
        self._sections[-1].articles.append(article)
        self._closed, self._signed = True, False

    def _has_text(self) -> bool:
        return bool(self._sections[-1].articles) and bool(self._sections[-1].articles[-1].paragraphs)
