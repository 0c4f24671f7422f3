"""Lists come from what was copied or from files as offices have them, and go to files that spreadsheets read."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from app.desk.leader_sheet import LeaderSheet
from app.desk.sheet import Draft
from app.desk.sheet_files import pasted_rows, read_rows, write_rows
from app.desk.unit_sheet import UnitSheet
from app.desk.wording_sheet import WordingSheet
from app.errors import UserError

LEADERS, UNITS, WORDING = LeaderSheet(), UnitSheet(), WordingSheet()
TWO = [("张建慧", "市委书记", "", ""), ("王强", "市委副书记、市长", "", "")]


@pytest.mark.parametrize(
    "text",
    [
        "张建慧\t市委书记\n王　强\t市委副书记、市长\n",
        "张建慧 市委书记\r\n王　强 市委副书记、市长\r\n",
        "序号\t职务\t姓名\r\n1\t市委书记\t张建慧\r\n2\t市委副书记、市长\t王强",
        "1. 张建慧　市委书记\n\n2. 王强　市委副书记、市长",
    ],
)
def test_what_was_copied(text: str) -> None:
    assert pasted_rows(LEADERS, text) == TWO


def test_a_workbook_is_read_apart(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["2026年领导名单"], ["序号", "姓名", "职务"], [1, "张建慧", "市委书记"], [2, "王　强", "市委副书记、市长"]):
        book.active.append(row)
    book.save(tmp_path / "名单.xlsx")
    assert read_rows(LEADERS, tmp_path / "名单.xlsx") == TWO


def test_a_copied_cell_with_a_line_end_stays_one() -> None:
    assert pasted_rows(UNITS, '云湖市城市更新办公室\t"市更新办\n更新办"\t旧改办') == [
        ("云湖市城市更新办公室", "市更新办、更新办", "旧改办")
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize(("name", "between"), [("名单.csv", ","), ("名单.tsv", "\t"), ("名单.txt", "\t")])
def test_files(tmp_path: Path, encoding: str, name: str, between: str) -> None:
    path = tmp_path / name
    path.write_bytes("\r\n".join(between.join(("姓名", "职务") if at < 0 else TWO[at][:2]) for at in (-1, 0, 1)).encode(encoding))
    assert read_rows(LEADERS, path) == TWO


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("名单.xlsx", b"PK\x03\x04", "已损坏或不完整"),
        ("名单.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "另存为 .xlsx 再导入，或者直接复制、粘贴"),
        ("名单.xlsx", "姓名,职务".encode(), "不是 XLSX 表格"),
        ("名单.csv", b"", "空的"),
        ("名单.csv", "姓名,职务\n".encode(), "没有能放进“领导名单”的内容"),
        ("名单.csv", b"\x89PNG\r\n\x1a\n\0\0\0\0", "不是纯文本"),
        ("名单.txt", "张三 市长\n".encode() * 30_000, "太多了"),
    ],
)
def test_files_that_are_no_lists_are_told(tmp_path: Path, name: str, data: bytes, sentence: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UserError, match=sentence):
        read_rows(LEADERS, tmp_path / name)
    with pytest.raises(UserError, match="不存在"):
        read_rows(LEADERS, tmp_path / "没有.csv")


def test_nothing_to_paste_is_told() -> None:
    with pytest.raises(UserError, match="没有能放进"):
        pasted_rows(UNITS, " \n\n")


def test_a_quotation_mark_that_never_ends_is_none() -> None:
    assert [row[1:3] for row in pasted_rows(WORDING, '"云湖市府\t市政府\n新词新\t旧词')] == [('"云湖市府', "市政府"), ("新词新", "旧词")]


def test_a_cell_without_end_is_told() -> None:
    with pytest.raises(UserError, match="不像名单"):
        pasted_rows(WORDING, "云湖市府\t" + "长" * 140_000)


@pytest.mark.parametrize("name", ["表.csv", "表.tsv"])
def test_what_was_written_is_read_back(tmp_path: Path, name: str) -> None:
    rows = [
        ("word", "云湖市府", "市政府", "query", "市委办通知，第3条"),
        ("phrase", "云湖市第十五届人民代表大会", "", "error", ""),
        ("word", "“引号”", "引号", "hint", "两\t栏"),
    ]
    wrong = Draft(("word", "", "", "error", ""))
    write_rows(WORDING, (wrong, *(Draft(cells, kept=cells) for cells in rows)), tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith("\ufeff类别".encode())
    found = read_rows(WORDING, tmp_path / name)
    assert found == [*rows[:2], (*rows[2][:4], "两 栏")]
