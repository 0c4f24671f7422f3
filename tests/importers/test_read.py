"""The public entry: repairs are listed, can be switched off by rule or one by one, and bad input gets one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import UserError
from app.importers.clean import RULES
from app.importers.intake import ReadOptions
from app.importers.read import read_bytes, read_text

CASES = Path(__file__).parent.parent / "cases" / "structure"
OCR = (CASES / "24_ocr_spaces_ascii_marks.txt").read_text(encoding="utf-8")
COPY = (CASES / "16_second_copy_mojibake.txt").read_text(encoding="utf-8")


def test_summary_counts_settled_and_pending_repairs() -> None:
    intake = read_text(COPY)
    pending = [repair for repair in intake.repairs if repair.pending]
    assert [repair.rule for repair in pending] == ["second_copy"]
    assert intake.summary() == f"修正 {len(intake.repairs) - 1} 处，待确认 1 处"


def test_a_rule_that_is_off_repairs_nothing() -> None:
    intake = read_text(OCR, options=ReadOptions(off_rules=frozenset({"quote"})))
    assert not [repair for repair in intake.repairs if repair.rule == "quote"]
    assert '"破"与"立"' in intake.text


def test_all_rules_off_leave_the_lines_as_they_came() -> None:
    intake = read_text(OCR, options=ReadOptions(off_rules=frozenset(rule.id for rule in RULES)))
    assert intake.repairs == ()
    assert intake.text.split("\n") == [line.strip() for line in OCR.split("\n") if line.strip()]


def test_one_repair_can_be_taken_back() -> None:
    intake = read_text(COPY)
    (copy,) = [repair for repair in intake.repairs if repair.rule == "second_copy"]
    again = read_text(COPY, options=ReadOptions(off_items=frozenset({copy.key})))
    assert "second_copy" not in {repair.rule for repair in again.repairs}
    assert again.text.count("推进全民阅读") == 2
    assert again.structure.dropped == ()


def test_taking_one_mark_back_leaves_the_others() -> None:
    intake = read_text("市文明办召开会议,部署工作.\n会议要求,要抓好落实.")
    marks = [repair for repair in intake.repairs if repair.rule == "half_width_mark"]
    again = read_text(intake.source, options=ReadOptions(off_items=frozenset({marks[0].key})))
    assert len(marks) == 4
    assert again.text == "市文明办召开会议,部署工作。\n会议要求，要抓好落实。"


def test_places_of_repairs_are_places_in_the_source() -> None:
    intake = read_text(OCR)
    lines = intake.source.split("\n")
    for repair in intake.repairs:
        if repair.rule == "half_width_mark":
            assert lines[repair.block][repair.start] == repair.before


def test_rules_say_what_they_do() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert all(rule.reason and "→" in rule.example for rule in RULES)


def test_big5_is_asked_about_and_can_be_forced() -> None:
    data = "雲河市召開創建文明城市工作會議，會議強調要加強領導，落實責任。".encode("big5")
    asked = read_bytes(data, "a.txt")
    assert asked.encodings == ("big5hkscs", "gb18030") and asked.notes
    assert "創建文明城市" in asked.text
    forced = read_bytes(data, "a.txt", ReadOptions(encoding="gb18030"))
    assert forced.encodings == ("gb18030",) and "創建文明城市" not in forced.text


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "空"),
        (b"  \r\n\t", "空"),
        (bytes(range(256)) * 40, "不是文字"),
        (b"PK\x03\x04" + bytes(50), "Word"),
        (b"%PDF-1.4 ...", "PDF"),
        (b"a" * 20_000_001, "20 MB"),
    ],
)
def test_bad_input_gets_one_chinese_sentence(data: bytes, word: str) -> None:
    with pytest.raises(UserError) as caught:
        read_bytes(data, "来稿.txt")
    assert word in caught.value.sentence and caught.value.sentence.endswith("。")


def test_empty_clipboard_gets_a_sentence() -> None:
    with pytest.raises(UserError, match="没有文字"):
        read_text(" \n")


def test_an_unknown_encoding_is_named() -> None:
    with pytest.raises(UserError, match="klingon"):
        read_bytes("云河市".encode(), "a.txt", ReadOptions(encoding="klingon"))
