"""The 校对记录: changes are counted by the proofs that were kept, and the sheet has room for ink where nobody wrote."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest

from app.desk.print_order import publish_page
from app.desk.proof_record import RECORD, Counted, counted, counted_for, record_form, record_page, since_last, written_day
from app.desk.proofing import keep_proof, open_proof, proofs_of
from app.edit.commands import remove_paragraph, replace_text, set_number
from app.edit.state import EditorState, Place
from app.errors import UserError
from app.model.issue import Issue
from app.model.people import Comment, ProofRound
from app.store.jianbao import load, save
from tests.command import Command
from tests.layout.cells import cell_faces
from tests.model.issues import issue

ISSUE = replace(issue(), key="k" * 32)
NOW = datetime(2031, 3, 14, 9, 0)
ROUNDS = (
    ProofRound("一校", "张敏", "3月8日", 12, "《云河市供水公司抢…》9处、报头3处", signed=True),
    ProofRound("二校", "李军", "3月9日", 0),
)


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    return Command(tmp_path, capsys, monkeypatch)


def _replaced(one: Issue, block: int, old: str, new: str) -> Issue:
    at = one.block_index[block].text.index(old)
    outcome = replace_text(EditorState(one), Place(block, at), at + len(old), new)
    assert outcome is not None
    return outcome[0].issue


def _values(one: Issue) -> list[tuple[str, str]]:
    return [(field.name.replace("　", ""), field.value) for row in record_form(one, NOW).rows for field in row.fields]


def test_words_that_gave_way_to_others_are_one_change() -> None:
    later = _replaced(_replaced(ISSUE, 15, "42人", "50人"), 15, "公司组织", "组织")
    assert counted(ISSUE, later) == Counted(2, "《云河市供水公司抢修老旧管网》2处")
    assert counted(ISSUE, ISSUE) == Counted(0, "")


def test_parts_are_told_with_most_changes_first() -> None:
    later = _replaced(_replaced(ISSUE, 20, "三个班", "四个班"), 19, "办好", "办成")
    numbered = set_number(EditorState(later), "第8期")
    assert numbered is not None
    gone = remove_paragraph(numbered[0], 16)
    assert gone is not None
    later = _replaced(_replaced(gone[0].issue, 30, "市委", "市委、"), 22, "文明", "创建")
    assert counted(ISSUE, later) == Counted(6, "《青石镇办成夜校》2处、报头1处、栏目1处等")


def test_a_round_counts_from_the_proof_of_the_round_before(tmp_path: Path) -> None:
    first, second = _replaced(ISSUE, 15, "42人", "50人"), _replaced(ISSUE, 15, "42人走访", "50人查看")
    now = _replaced(second, 20, "三个班", "四个班")
    assert counted_for("二校", now, (), open_proof) is None
    keep_proof(tmp_path, first, "一校", NOW)
    assert counted_for("二校", now, proofs_of(tmp_path, ISSUE), open_proof) == counted(first, now)
    keep_proof(tmp_path, second, "二校", NOW)
    kept = proofs_of(tmp_path, ISSUE)
    assert counted_for("二校", now, kept, open_proof) == counted(first, second)
    assert counted_for("三校", now, kept, open_proof) == counted(second, now)
    assert counted_for("一校", now, kept, open_proof) is None
    assert counted_for("一校", now, kept, open_proof, ISSUE) == counted(ISSUE, first)
    assert since_last(now, kept, open_proof) == "二校清样以后又改了 1 处（《青石镇办好夜校》1处）。"
    assert since_last(second, kept, open_proof) == since_last(now, (), open_proof) == ""


def test_a_proof_of_the_round_before_that_was_printed_later_does_not_count(tmp_path: Path) -> None:
    keep_proof(tmp_path, ISSUE, "二校", NOW)
    keep_proof(tmp_path, _replaced(ISSUE, 15, "42人", "50人"), "一校", NOW)
    assert counted_for("二校", ISSUE, proofs_of(tmp_path, ISSUE), open_proof) is None


def test_what_is_noted_stands_on_the_sheet_and_the_rest_is_room_for_ink() -> None:
    comments = (Comment(1, 15, 0, 1, "改", done=True), Comment(2, 15, 0, 1, "核"))
    found = _values(replace(ISSUE, rounds=ROUNDS, comments=comments))
    assert found == [
        ("刊物名称", "云河市创建文明城市工作简报"),
        ("期号", "第7期"),
        ("印发日期", "2031年3月8日"),
        *(("一校", "张敏"), ("日期", "3月8日"), ("改动处数", "12 处"), ("签字", "已签字认可")),
        ("改动情况", "《云河市供水公司抢…》9处、报头3处"),
        *(("二校", "李军"), ("日期", "3月9日"), ("改动处数", "0 处"), ("签字", ""), ("改动情况", "")),
        *(("三校", ""), ("日期", ""), ("改动处数", ""), ("签字", ""), ("改动情况", "")),
        ("校后改动", ""),
        ("批注", "共 2 处，还有 1 处没有处理"),
        ("备注", ""),
    ]
    assert dict(_values(ISSUE))["批注"] == ""
    assert dict(_values(replace(ISSUE, comments=comments[:1])))["批注"] == "共 1 处，都处理过了"


def test_the_sheet_is_one_page_of_pdf(tmp_path: Path) -> None:
    path = tmp_path / "校对记录.pdf"
    shown = replace(ISSUE, rounds=ROUNDS)
    publish_page(record_page(shown, cell_faces(), NOW), shown, RECORD, path)
    document = pypdfium2.PdfDocument(path)
    try:
        assert len(document) == 1
        assert [round(size) for size in document[0].get_size()] == [595, 842]
        text = document[0].get_textpage().get_text_range()
    finally:
        document.close()
    for words in ("校　对　记　录", "2031年3月14日", "张敏", "12 处", "已签字认可", "责任校对："):
        assert words in text


def test_the_shipped_faces_leave_room_for_every_field_filled_in() -> None:
    what = "《云河市供水公司抢…》9处、《青石镇办好夜校》3处、报头3处等，人名、数字已逐一核对原件"
    full = tuple(ProofRound(name, "张敏、李军", "3月8日", 12, what, signed=True) for name in ("一校", "二校", "三校"))
    assert record_page(replace(ISSUE, rounds=full), cell_faces(), NOW, f"三校清样以后又改了 9 处（{what}）。").number == 1  # type: ignore[arg-type]


def test_what_changed_after_the_newest_proof_stands_on_the_sheet() -> None:
    form = record_form(ISSUE, NOW, "三校清样以后又改了 2 处（报头2处）。")
    assert ("校后改动", "三校清样以后又改了 2 处（报头2处）") in [field for row in form.rows for field in row.fields]


def test_what_is_too_long_for_the_page_is_told() -> None:
    with pytest.raises(UserError, match="写短些"):
        record_page(replace(ISSUE, rounds=(ProofRound("一校", what="核对。" * 200),)), cell_faces(), NOW)


def test_the_command_line_writes_the_sheet_beside_the_print(command: Command, tmp_path: Path) -> None:
    source = tmp_path / "七.jianbao"
    save(replace(ISSUE, rounds=ROUNDS), source)
    done = command("print", "--final", source, "-o", tmp_path / "七.pdf", "--record", tmp_path / "校对记录.pdf")
    assert done.status == 0, done.err
    assert "校对记录.pdf" in done.out
    assert (tmp_path / "校对记录.pdf").read_bytes().startswith(b"%PDF")
    assert load(source).issue.rounds == ROUNDS


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("3.9", "3月9日"), (" 12-31 ", "12月31日"), ("3/9日", "3月9日"), ("3月9日", "3月9日"), ("13.9", "13.9"), ("3.40", "3.40"), ("", "")],
)
def test_a_day_in_haste_is_written_out(typed: str, kept: str) -> None:
    assert written_day(typed) == kept
