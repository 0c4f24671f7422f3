"""The contents of a seen bulletin become values: heading, bullet, type, pitch and indents; and where the articles start."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from app.desk.look.draft import Draft, roundest
from app.desk.look.geometry import height, slot, white_above
from app.desk.look.page import mm
from app.desk.look.type import major, put_face
from app.importers.forms import LEADER
from app.importers.seen import SeenParagraph, SeenRun
from app.importers.seen_parts import CONTENTS, HEAD, Part, SeenBulletin
from app.text.chars import IDEOGRAPHIC_SPACE

_BULLET = re.compile(r"^[●•·■□◆◇★☆◎○▲△※➢➤▶►▪❖✦]")
_BRACKETS = re.compile(r"^[【〖\[［〔『「≡◆■★]")
_ROUGH_CELLS = 0.06
_NEARLY = 0.001
_NEW_PAGE = "首页只放报头和目录"
_ROUGH_MM, _TOLERANCE_MM = 0.26, 0.03


def put_contents(draft: Draft, seen: SeenBulletin) -> None:
    """Everything between the red rule and the first article."""
    entries = [paragraph for _, paragraph in seen.of(Part.ENTRY)]
    if not entries:
        several = len(seen.structure.articles) > 1
        draft.put("contents.show", "never" if several else "several", "guessed", "原件没有目录" if several else "原件只有一篇，没有目录")
        return
    draft.put("contents.show", "always", "guessed", f"原件有目录，{len(entries)} 条")
    _heading(draft, seen)
    bullets = Counter(_bullet(one) for one in entries)
    bullet, count = bullets.most_common(1)[0]
    draft.put("contents.bullet", bullet, "read", "" if count == len(entries) else f"{len(entries)} 条里有 {count} 条是这样")
    found = major(run for one in entries for run in _without(one.runs, bullet))
    if found:
        put_face(draft, "contents.face", found)
        draft.put("contents.size_pt", found.run.size_pt, "read", found.note)
    _pitch(draft, seen, entries)
    _indents(draft, entries)
    _sections(draft, seen)
    numbered = sum(bool(LEADER.search(one.text.strip()) or re.search(r"\t\d{1,3}$", one.text.strip())) for one in entries)
    draft.put("contents.page_numbers", numbered * 2 > len(entries), "read", f"{numbered} 条后面有页码" if numbered else "条目后面没有页码")


def put_flow(draft: Draft, seen: SeenBulletin) -> None:
    """Where the articles start, and the blank lines above the first one where they run on."""
    first = seen.first(Part.SECTION, Part.TITLE, Part.BODY)
    last = max(draft.rule_at, max((number for number, part in seen.parts.items() if part in HEAD | CONTENTS), default=0))
    if first is None:
        return
    paragraphs = seen.document.paragraphs
    forced = any(one.new_page for one in paragraphs[last + 1 : first + 1])
    began = forced or (0 in paragraphs[first].page_breaks and paragraphs[first].before < paragraphs[first].size_pt * 20 * 8)
    draft.put("flow.body_start", "new_page" if began else "run_on", "read" if forced else "guessed", _NEW_PAGE if began else "正文接着目录")
    if not began:
        page = seen.document.page
        blank = paragraphs[first].before + sum(height(one, page) for one in paragraphs[last + 1 : first] if not one.boxed)
        line = _line(seen) or slot(paragraphs[first], page)
        slots = int(blank / line + _NEARLY) + 1 if blank else 0
        draft.put("flow.slots_under_rule", slots, "reckoned", f"空 {blank / 20:g} 磅")


def _line(seen: SeenBulletin) -> int:
    body = next((paragraph for _, paragraph in seen.of(Part.BODY)), None)
    return slot(body, seen.document.page) if body else 0


def _heading(draft: Draft, seen: SeenBulletin) -> None:
    headings = [paragraph for _, paragraph in seen.of(Part.CONTENTS_HEAD)]
    if not headings:
        draft.put("contents.heading", "", "read", "目录上面没有字样")
        return
    draft.put("contents.heading", IDEOGRAPHIC_SPACE.join(headings[0].text.split()), "read")
    found = major(headings[0].runs)
    if found:
        put_face(draft, "contents.heading_face", found)
        draft.put("contents.heading_size_pt", found.run.size_pt, "read")


def _bullet(paragraph: SeenParagraph) -> str:
    text = (paragraph.label + paragraph.text).strip()
    found = _BULLET.match(text)
    return found.group() if found else ""


def _without(runs: Sequence[SeenRun], bullet: str) -> list[SeenRun]:
    """The runs without those that are the bullet alone."""
    return [run for run in runs if not bullet or run.text.strip() != bullet]


def _pitch(draft: Draft, seen: SeenBulletin, entries: Sequence[SeenParagraph]) -> None:
    page = seen.document.page
    pitches = Counter(slot(one, page) + (one.before + one.after if at else one.after) for at, one in enumerate(entries))
    pitch = pitches.most_common(1)[0][0] / 20
    sure = entries[0].line_rule == "exact"
    draft.put("contents.widest_pitch_pt", pitch, "reckoned", "与原件的行距相同，条目少时不放宽")
    if pitch < draft.value("contents.tightest_pitch_pt"):
        draft.put("contents.tightest_pitch_pt", pitch, "reckoned", "原件的行距就有这么紧")
    draft.put("contents.pitch_pt", pitch, "read" if sure else "reckoned", "这一期的行距，条目多少不同时会收放")
    first = seen.first(*CONTENTS)
    above = max(draft.rule_at, max((number for number, part in seen.parts.items() if part in HEAD), default=0))
    if first is None:
        return
    paragraphs = seen.document.paragraphs
    blank = sum(height(one, page) for one in paragraphs[above + 1 : first] if not one.boxed and one.text.strip() != "★")
    gap = blank + paragraphs[first].before + white_above(paragraphs[first], page)
    exact = paragraphs[first].line_rule == "exact"
    draft.put("contents.gap_above_mm", max(mm(gap, _TOLERANCE_MM if exact else _ROUGH_MM), 0.0), "reckoned", "红线到第一条")


def _indents(draft: Draft, entries: Sequence[SeenParagraph]) -> None:
    cell = draft.template().cell_twips
    shapes = Counter((one.left, one.first, one.text[: len(one.text) - len(one.text.lstrip(" \u3000"))]) for one in entries)
    (left, first, typed), _ = shapes.most_common(1)[0]
    blanks = sum(1.0 if char == IDEOGRAPHIC_SPACE else 0.5 for char in typed)
    draft.put("contents.hang_cells", roundest(max(-first, 0) / cell, _ROUGH_CELLS), "read", "悬挂缩进" if first < 0 else "没有悬挂缩进")
    note = "用空格空出" if blanks else ""
    draft.put("contents.indent_cells", max(roundest((left + first) / cell, _ROUGH_CELLS), 0.0) + blanks, "read", note)


def _sections(draft: Draft, seen: SeenBulletin) -> None:
    heads = [paragraph for _, paragraph in seen.of(Part.ENTRY_SECTION)]
    named = any(section.name for section in seen.structure.sections)
    if not named:
        return
    draft.put("contents.sections", bool(heads), "read", f"目录里有 {len(heads)} 个栏目名" if heads else "目录里没有栏目名")
    found = major(run for one in heads for run in one.runs)
    if found:
        put_face(draft, "contents.section_face", found)
        draft.put("contents.section_marks", bool(_BRACKETS.match(heads[0].text.strip())), "read", "", heads[0].text.strip())
