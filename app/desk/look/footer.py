"""报尾 of a seen bulletin becomes values: recipients with their labels, type, rules, copies and the editors' line."""

from __future__ import annotations

import re
from collections import Counter

from app.desk.blocks import BlockMaker
from app.desk.footers import footer_of
from app.desk.found_look import How
from app.desk.look.draft import Draft, roundest
from app.desk.look.geometry import slot
from app.desk.look.rules import rules_of
from app.desk.look.type import kind_of_family, major, part_of, put_face
from app.importers.forms import COPIES
from app.importers.seen import SeenRule
from app.importers.seen_parts import FOOTER, Part, SeenBulletin
from app.text.chars import BLANKS, IDEOGRAPHIC_SPACE
from app.text.numerals import HAN_NUMERAL

_FIGURE = re.compile(rf"\d+|[{HAN_NUMERAL}]+")
_HALF_EIGHTH_MM = 0.0221
_ROUGH_CELLS = 0.06
_MOST_RECIPIENTS = 12
_LABEL = re.compile(r"^[^：:]{1,8}[：:]")


def put_footer(draft: Draft, seen: SeenBulletin) -> None:
    """Everything below the last article."""
    lines = [paragraph for _, paragraph in seen.of(Part.RECIPIENTS)]
    anything = list(seen.of(*FOOTER))
    if not anything:
        draft.notes.append("原件里没有认出报尾，报送单位和印数用版式原来的。")
        return
    _texts(draft, seen)
    found = major(run for one in lines or [paragraph for _, paragraph in anything] for run in one.runs)
    if found:
        put_face(draft, "footer.face", found)
        draft.put("footer.size_pt", found.run.size_pt, "read", found.note)
        size = draft.value("footer.size_pt")
        if draft.value("footer.crowded_size_pt") > size:
            draft.put("footer.crowded_size_pt", size, "reckoned", "不大于报尾的字号")
        first = (lines or [anything[0][1]])[0]
        pitch = Counter(slot(one, seen.document.page) for one in lines or [first]).most_common(1)[0][0] / 20
        draft.put("footer.pitch_pt", pitch, "read" if first.line_rule == "exact" else "reckoned")
        typed = first.text[: len(first.text) - len(first.text.lstrip(" \u3000"))]
        blanks = sum(1.0 if char == IDEOGRAPHIC_SPACE else 0.5 for char in typed)
        inset = (first.left + first.first) / (found.run.size_pt * 20)
        draft.put("footer.inset_cells", max(roundest(inset, _ROUGH_CELLS), 0.0) + blanks, "read", "用空格空出" if typed else "")
        _label_face(draft, seen, found.run.family)
    _rules(draft, seen)


def _texts(draft: Draft, seen: SeenBulletin) -> None:
    """The recipients, and how the copies are worded."""
    structure, style = seen.structure, draft.nearest.footer
    footer = footer_of(structure, style, BlockMaker()) if structure.footer else None
    recipients = footer.recipients[:_MOST_RECIPIENTS] if footer and structure.footer and structure.footer.lines else ()
    if recipients:
        raw = "".join(paragraph.text.strip() for _, paragraph in seen.of(Part.RECIPIENTS))
        marked = sum(one.paragraph.text.endswith("。") for one in recipients) * 2 > len(recipients) or raw.endswith("。")
        draft.put("footer.end_mark", "。" if marked else "", "read")
        draft.value("footer.recipients")[:] = [{"label": one.label, "text": ""} for one in recipients]
        for number, one in enumerate(recipients, 1):
            draft.put(f"footer.recipients.{number}.label", one.label, "read")
            text = COPIES.sub("", one.paragraph.text).rstrip(" \u3000")
            draft.put(f"footer.recipients.{number}.text", text.rstrip("。") if marked else text, "read")
    copies = next((found for _, one in seen.of(*FOOTER) if (found := COPIES.search(one.text))), None)
    if copies:
        written = re.sub(rf"[{BLANKS}]", "", copies.group())
        draft.put("footer.copies_form", _FIGURE.sub("{}", written, count=1), "read", "", written)
        if structure.footer and structure.footer.copies is not None:
            draft.put("footer.copies", structure.footer.copies, "read")
    else:
        draft.put("footer.copies", 0, "read", "原件没有印数")
    _editors(draft, seen)


def _editors(draft: Draft, seen: SeenBulletin) -> None:
    at_head = any(True for _ in seen.of(Part.HEAD_EDITORS))
    texts = [paragraph.text.strip() for _, paragraph in seen.of(Part.HEAD_EDITORS if at_head else Part.EDITORS)]
    if texts:
        draft.put("footer.editors", IDEOGRAPHIC_SPACE.join(texts), "read", "里面的人名请核对")
        draft.put("footer.editors_place", "first_page" if at_head else "footer", "read")
    else:
        draft.put("footer.editors", "", "read", "原件没有编辑、审核一行")


def _label_face(draft: Draft, seen: SeenBulletin, family: str) -> None:
    """The face of 报：, where it is not that of what follows."""
    parts = []
    for _, paragraph in seen.of(Part.RECIPIENTS):
        text = paragraph.text
        start = len(text) - len(text.lstrip())
        label = _LABEL.match(text[start:])
        if label:
            parts += part_of(paragraph.runs, start, start + label.end())
    found = major(parts)
    if found is None:
        return
    if found.run.family == family:
        draft.put("footer.label_face", "text", "read", "同后面的文字")
        return
    role = next((one for one in ("hei", "kai", "title", "body") if draft.value(f"faces.{one}") == found.run.family), "")
    role = role or kind_of_family(found.run.family)
    if role:
        draft.put("footer.label_face", role, "read", "", found.run.family)


def _rules(draft: Draft, seen: SeenBulletin) -> None:
    """The rules over, between and under the lines; where the copies stand is told by the last one."""
    numbers = [number for number, _ in seen.of(*FOOTER)]
    events: list[SeenRule | Part] = []
    start = numbers[0]
    paragraphs = seen.document.paragraphs
    while start > 0 and start > numbers[0] - 4 and not paragraphs[start - 1].text.strip(" _＿-—\t\u3000"):
        start -= 1
    for at in range(start, min(numbers[-1] + 4, len(paragraphs))):
        above, below = rules_of(seen.document, at)
        events += above
        if at in seen.parts:
            events.append(seen.parts[at])
        events += below
    rules = [at for at, one in enumerate(events) if isinstance(one, SeenRule)]
    texts = [at for at, one in enumerate(events) if not isinstance(one, SeenRule)]
    if not rules:
        draft.notes.append("报尾没有找到线，线的粗细用版式原来的。")
        return
    outer = events[rules[0]]
    assert isinstance(outer, SeenRule)
    how: How = "guessed" if outer.drawn in ("signs", "picture") else "read"
    draft.put(
        "footer.outer_rule_mm", roundest(outer.width_pt * 25.4 / 72, _HALF_EIGHTH_MM), how, "一行字符" if outer.drawn == "signs" else ""
    )
    last = max((at for at in texts if events[at] is not Part.COPIES), default=texts[-1])
    inside = [at for at in rules if texts[0] < at < last]
    draft.put("footer.rule_between_groups", bool(inside), "read", "" if inside else "报、送、发之间没有线")
    if inside:
        inner = events[inside[0]]
        assert isinstance(inner, SeenRule)
        draft.put("footer.inner_rule_mm", roundest(inner.width_pt * 25.4 / 72, _HALF_EIGHTH_MM), "read")
    copies = next((at for at in texts if events[at] is Part.COPIES), None)
    if copies is not None:
        under = rules[-1] < copies
        draft.put("footer.copies_place", "below" if under else "inside", "read", "在最后一条线" + ("下面" if under else "上面"))
