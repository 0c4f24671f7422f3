"""Articles of a seen bulletin become values: titles with their blank lines, 栏目 heads, text, headings, tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from app.desk.look.draft import Draft, roundest
from app.desk.look.geometry import height, slot
from app.desk.look.type import major, part_of, put_face
from app.importers.seen import SeenParagraph, SeenRun
from app.importers.seen_parts import HEADINGS, Part, SeenBulletin
from app.text.chars import IDEOGRAPHIC_SPACE
from app.text.titles import turns_of

_ROUGH_CELLS = 0.06
_LEAD_ENDS = "。：:，"


def put_titles(draft: Draft, seen: SeenBulletin) -> None:
    """Type of titles, the blank lines around them, and where they turn."""
    groups = _groups(seen)
    found = major(run for group in groups for number in group for run in seen.document.paragraphs[number].runs)
    if found is None:
        return
    put_face(draft, "title.face", found)
    draft.put("title.size_pt", found.run.size_pt, "read", found.note)
    line = draft.template().line_twips
    for key, blanks in (("before", _above(seen, groups)), ("after", _below(seen, groups))):
        if blanks:
            blank, count = Counter(round(one / line) for one in blanks).most_common(1)[0]
            note = f"{len(blanks)} 个标题里有 {count} 个是这样" if count < len(blanks) else ""
            draft.put(f"title.{key}_slots", blank, "reckoned", note)
    _turns(draft, seen, found.run.size_pt)


def _groups(seen: SeenBulletin) -> list[list[int]]:
    """The paragraphs of each title, in order."""
    groups: list[list[int]] = []
    for number, _ in seen.of(Part.TITLE):
        if groups and groups[-1][-1] == number - 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def _above(seen: SeenBulletin, groups: Sequence[Sequence[int]]) -> list[float]:
    """The white above each title that follows text: behind the contents, a 栏目 head or a page's end it is another."""
    found = []
    for group in groups:
        blank, at = _blanks(seen, group[0], -1)
        if seen.parts.get(at) in (Part.BODY, Part.BYLINE, Part.CELL, *HEADINGS):
            found.append(blank + seen.document.paragraphs[group[0]].before + seen.document.paragraphs[at].after)
    if not found and groups and seen.document.paragraphs[groups[0][0]].new_page:
        found.append(float(seen.document.paragraphs[groups[0][0]].before))
    return found


def _below(seen: SeenBulletin, groups: Sequence[Sequence[int]]) -> list[float]:
    """The white below each title that is over text."""
    found = []
    for group in groups:
        blank, at = _blanks(seen, group[-1], 1)
        if seen.parts.get(at) in (Part.BODY, *HEADINGS):
            found.append(blank + seen.document.paragraphs[group[-1]].after + seen.document.paragraphs[at].before)
    return found


def _blanks(seen: SeenBulletin, number: int, step: int) -> tuple[float, int]:
    """The height of the empty paragraphs beside one, and the number of the one behind them."""
    total, at = 0.0, number + step
    paragraphs = seen.document.paragraphs
    while 0 <= at < len(paragraphs) and not paragraphs[at].text.strip() and not paragraphs[at].pictures and not paragraphs[at].boxed:
        total += height(paragraphs[at], seen.document.page)
        at += step
    return total, at


def _turns(draft: Draft, seen: SeenBulletin, size_pt: float) -> None:
    """Whether titles turn by sense or only where a line can't hold them: the rule that most of them keep."""
    cells = seen.document.page.text_width / 20 / size_pt
    titles = [article.title for article in seen.structure.articles if article.title and not article.runin]
    kept = {mode: sum(turns_of("".join(title), mode, cells) == _turned(title) for title in titles) for mode in ("subject", "balance")}
    if kept["subject"] == kept["balance"]:
        return
    best = max(kept, key=lambda mode: kept[mode])
    note = "一行排得下也在单位名称后转行" if best == "subject" else "标题一行排不下才转行"
    draft.put("title.break_by", best, "guessed", f"{len(titles)} 个标题里有 {kept[best]} 个{note}")


def _turned(lines: Sequence[str]) -> tuple[int, ...]:
    """Where the second and later lines begin in the joined title."""
    return tuple(accumulate(len(line) for line in lines[:-1]))


def put_sections(draft: Draft, seen: SeenBulletin) -> None:
    """栏目 heads in the body."""
    heads = list(seen.of(Part.SECTION))
    names = {section.name for section in seen.structure.sections if section.name and section.in_body}
    if not heads:
        return
    found = major(run for _, one in heads for run in one.runs)
    if found is None:
        return
    put_face(draft, "section.face", found)
    draft.put("section.size_pt", found.run.size_pt, "read", found.note)
    text = heads[0][1].text.strip()
    name = next((one for one in names if one in text), None)
    if name:
        opening, _, closing = text.partition(name)
        draft.put("section.opening", opening.strip(), "read")
        draft.put("section.closing", closing.strip(), "read")
    draft.put("section.align", "centre" if heads[0][1].align == "centre" else "left", "read")
    rule = heads[0][1].below
    thickness = rule.width_pt if rule else 0.0
    draft.put("section.rule_pt", thickness, "read", "" if rule else "栏目名下面没有线")
    line = draft.template().line_twips
    blanks = []
    for number, paragraph in heads:
        blank, at = _blanks(seen, number, -1)
        if seen.parts.get(at) in (Part.BODY, Part.BYLINE, Part.CELL):
            blanks.append(round((blank + paragraph.before) / line))
    if blanks:
        draft.put("section.before_slots", Counter(blanks).most_common(1)[0][0], "reckoned")


def put_text(draft: Draft, seen: SeenBulletin) -> None:
    """Body text and what stands in it. Its size is found with the grid."""
    body = [paragraph for _, paragraph in seen.of(Part.BODY)]
    found = major(run for paragraph in body for run in paragraph.runs)
    if found is None:
        return
    put_face(draft, "body.face", found)
    _indent(draft, body)
    plain = [paragraph for number, paragraph in seen.of(Part.BODY) if number not in seen.briefs]
    for level, part in enumerate(HEADINGS, 1):
        heading = major(run for _, paragraph in seen.of(part) for run in paragraph.runs)
        if heading:
            put_face(draft, f"body.heading_{level}_face", heading)
    for briefs in (False, True):
        numbers = [number for number in seen.leads if (number in seen.briefs) == briefs]
        runs = [run for number in numbers for run in part_of(seen.document.paragraphs[number].runs, *_span(seen, number))]
        lead = major(runs or (() if briefs else _set_apart(plain, found.run)))
        if lead is None:
            continue
        put_face(draft, "body.brief_face" if briefs else "body.lead_face", lead)
        if not briefs:
            draft.put("body.lead_bold", lead.run.bold, "read", "段首的小标题")
    for key, part in (("subtitle_face", Part.SUBTITLE), ("note_face", Part.NOTE)):
        other = major(run for _, paragraph in seen.of(part) for run in paragraph.runs)
        if other:
            put_face(draft, f"body.{key}", other)
    _note_label(draft, seen)
    _byline(draft, seen)


def _set_apart(body: Sequence[SeenParagraph], usual: SeenRun) -> Iterator[SeenRun]:
    """Sentences at the head of paragraphs that somebody set apart from the text behind them, in another face or bold."""
    for paragraph in body:
        runs = [run for run in paragraph.runs if run.text.strip()]
        if len(runs) < 2 or (runs[0].family, runs[0].bold) == (usual.family, usual.bold):
            continue
        lead = runs[0].text.strip()
        if lead[-1] in _LEAD_ENDS and len(lead) * 2 < len(paragraph.text):
            yield runs[0]


def _span(seen: SeenBulletin, number: int) -> tuple[int, int]:
    """Where the words at a paragraph's head begin and end, behind the blanks that indent it."""
    text = seen.document.paragraphs[number].text
    start = len(text) - len(text.lstrip())
    return start, start + seen.leads[number]


def _indent(draft: Draft, body: Sequence[SeenParagraph]) -> None:
    cell = draft.template().cell_twips
    votes: Counter[tuple[float, bool]] = Counter()
    for one in body:
        typed = one.text[: len(one.text) - len(one.text.lstrip(" \u3000"))]
        blanks = sum(1.0 if char == IDEOGRAPHIC_SPACE else 0.5 for char in typed)
        own = (one.first + (one.left if one.first >= 0 else 0)) / cell
        votes[(max(roundest(own, _ROUGH_CELLS), 0.0) + blanks, bool(blanks))] += 1
    (indent, typed_too), _ = votes.most_common(1)[0]
    draft.put("body.indent_cells", indent, "read", "段首用空格空出" if typed_too else "首行缩进")


def _note_label(draft: Draft, seen: SeenBulletin) -> None:
    for _, paragraph in seen.of(Part.NOTE):
        start = len(paragraph.text) - len(paragraph.text.lstrip())
        stop = next((at for at, char in enumerate(paragraph.text[:12]) if char in "：:】"), 0)
        label = major(part_of(paragraph.runs, start, stop)) if stop > start else None
        if label:
            put_face(draft, "body.note_label_face", label)
            return


def _byline(draft: Draft, seen: SeenBulletin) -> None:
    """Where it says who sent an article in."""
    if not any(article.bylines for article in seen.structure.articles):
        draft.put("body.byline", "none", "guessed", "原件的文章没有写供稿单位")
        return
    lines = list(seen.of(Part.BYLINE))
    if not lines:
        draft.put("body.byline", "last_line", "guessed", "供稿单位写在文章末行")
        return
    below_title = sum(seen.parts.get(number - 1) in (Part.TITLE, Part.SUBTITLE) for number, _ in lines)
    draft.put("body.byline", "under_title" if below_title * 2 > len(lines) else "right", "read")


def put_table(draft: Draft, seen: SeenBulletin) -> None:
    """The type of tables and their rules."""
    cells = list(seen.of(Part.CELL))
    found = major(run for _, paragraph in cells for run in paragraph.runs)
    if found is None:
        return
    put_face(draft, "table.face", found)
    heads = major(run for _, paragraph in cells if paragraph.cell and paragraph.cell[1] == 0 for run in paragraph.runs)
    if heads:
        put_face(draft, "table.head_face", heads)
    pitch = Counter(slot(paragraph, seen.document.page) for _, paragraph in cells).most_common(1)[0][0] / 20
    size = found.run.size_pt
    draft.put("table.pitch_pt", max(pitch, size), "read" if cells[0][1].line_rule == "exact" else "reckoned")
    draft.put("table.size_pt", size, "read", found.note)
    outer = next((paragraph.above for _, paragraph in cells if paragraph.above and paragraph.cell and not paragraph.cell[1]), None)
    inner = next((paragraph.above for _, paragraph in cells if paragraph.above and paragraph.cell and paragraph.cell[1]), None)
    if outer:
        draft.put("table.outer_rule_pt", outer.width_pt, "read")
    if inner:
        draft.put("table.inner_rule_pt", inner.width_pt, "read")
