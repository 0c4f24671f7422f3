"""A signed issue goes into its folder of the archive whole, or nothing of it does; nothing there is written over."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from app.desk.archive_names import PATTERN, ArchiveRules, check_pattern, from_words, in_words, safe_name, stem_of, year_folder
from app.desk.archiving import REDLINE, SHEET, SUFFIX, ToArchive, archive_signed, archived_folder
from app.desk.publish import Task
from app.edit.tree import with_block
from app.errors import Cancelled, UserError
from app.fonts.faceset import FaceSet
from app.model.issue import Issue
from app.model.signing import Series, SignedIssue, Stage
from app.model.template import Template
from app.store.jianbao import Opened, Original, from_bytes, to_bytes
from tests.layout.bulletins import bulletin, template
from tests.layout.cells import cell_faces

SIGNED = SignedIssue(
    "a" * 32, 1, "聊城市工作简报", "第7期", "2021年3月8日", "2021-03-08", "2021-03-08T15:20:00", year=2021, figure=7, total=31
)
ISSUE: Issue = replace(bulletin(template(), [("青石镇植树", ["云湖镇组织干部群众二百余人植树。"])]), stage=Stage.SIGNED)
DATA = to_bytes(Opened(ISSUE), "第7期")
NAME = ISSUE.masthead.name


def faces(_template: Template) -> FaceSet:
    return cell_faces()


def below(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


def earlier() -> Issue:
    block = next(ISSUE.articles()).paragraphs[0]
    return with_block(ISSUE, replace(block, text=block.text.replace("二百", "三百")))


@pytest.mark.parametrize(
    ("signed", "pattern", "stem"),
    [
        (SIGNED, "{bulletin}第{number}期_{day}", "工作简报第7期_20210308"),
        (replace(SIGNED, turn=2), "{bulletin}第{number}期_{day}", "工作简报第7期_20210308（第2次签发）"),
        (replace(SIGNED, series=Series.EXTRA, figure=1), "{bulletin}第{number}期", "工作简报增刊第1期"),
        (SIGNED, "{year}-{month} {bulletin}（总第{total}期）", "2021-03 工作简报（总第31期）"),
        (replace(SIGNED, figure=0, number="2021年第9期"), "{bulletin}/{number}", "工作简报_9"),
        (replace(SIGNED, figure=0, number="迎春专辑"), PATTERN, "工作简报迎春专辑_20210308"),
        (replace(SIGNED, figure=0, number="2021年迎春专辑"), PATTERN, "工作简报2021年迎春专辑_20210308"),
        (replace(SIGNED, figure=0, number="{nothing}"), "{number}{day}", "_nothing_20210308"),
        (replace(SIGNED, figure=0, number="增刊", series=Series.EXTRA), PATTERN, "工作简报增刊_20210308"),
        (replace(SIGNED, figure=0, number="第\u3000期", total=0), "{bulletin}第{number}期（总第{total}期）{day}", "工作简报20210308"),
        (replace(SIGNED, total=0), "总第{total}期{number}", "7"),
    ],
)
def test_names(signed: SignedIssue, pattern: str, stem: str) -> None:
    assert stem_of(signed, "工作简报", pattern) == stem
    assert year_folder(signed) == "2021年"


@pytest.mark.parametrize(("day", "folder"), [("../x", "日期不详"), ("/etc", "日期不详"), ("二〇二一", "日期不详"), ("", "2021年")])
def test_the_folder_of_a_year_is_one_whatever_a_library_that_came_says(day: str, folder: str) -> None:
    assert year_folder(replace(SIGNED, day=day)) == folder


@pytest.mark.parametrize("turn", [1, 2, 12])
@pytest.mark.parametrize("char", ["简", "𠮷", "a"])
def test_every_file_of_a_long_name_fits_into_what_systems_take(turn: int, char: str) -> None:
    stem = stem_of(replace(SIGNED, turn=turn), char * 300, "{bulletin}{number}")
    assert max(len(f"{stem}{end}".encode()) for end in (REDLINE, SHEET, SUFFIX, ".docx", "-49")) <= 255
    assert stem.startswith(char * 50) and stem.endswith("次签发）") == (turn > 1)


def test_a_pattern_is_read_and_written_in_words() -> None:
    assert in_words(PATTERN) == "{简报}第{期号}期_{日期}"
    assert from_words("{简报}第{期号}期_{ 日期 }") == from_words(PATTERN) == PATTERN
    with pytest.raises(UserError, match="什么"):
        check_pattern(from_words("{什么}{期号}"))


@pytest.mark.parametrize(("pattern", "says"), [("{bulletin}", "叫同一个名字"), ("{nummer}", "不认识"), ("", "叫同一个名字")])
def test_a_pattern_that_names_nothing_is_refused(pattern: str, says: str) -> None:
    with pytest.raises(UserError, match=says):
        check_pattern(pattern)


@pytest.mark.parametrize(
    ("name", "safe"), [("con", "_con"), ("a:b?", "a_b_"), (" . ", "简报"), ("x" * 200, "x" * 80), ("LPT1.txt", "_LPT1.txt")]
)
def test_names_that_a_system_forbids(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_everything_is_there_and_is_what_was_signed(tmp_path: Path) -> None:
    originals = (Original("来稿:一.docx", b"one"), Original("照片.jpg", b"two"))
    steps: list[float] = []
    rules = ArchiveRules(tmp_path, originals=True)
    task = Task(lambda _what, part: steps.append(part))
    found = archive_signed(ToArchive(SIGNED, DATA, earlier(), originals), rules, faces, task)
    stem = found.folder.name
    assert found.folder.parent == tmp_path / "2021年"
    wanted = [f"{stem}{end}" for end in (".docx", ".jianbao", ".ofd", ".pdf", "_审签单.pdf", "_花脸稿.pdf")]
    assert below(found.folder) == sorted([*wanted, "来稿原件/01-来稿_一.docx", "来稿原件/02-照片.jpg"]) == list(found.files)
    assert (found.folder / f"{stem}.jianbao").read_bytes() == DATA
    assert from_bytes(DATA, "").issue == ISSUE
    with pypdfium2.PdfDocument(found.folder / f"{stem}.pdf") as pdf:
        words = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert "二百余人" in words and "清样" not in words
    assert found.notices == ()
    assert steps == sorted(steps) and steps[-1] == 1
    assert [folder.name for folder in (tmp_path / "2021年").iterdir()] == [stem]


def test_what_there_is_none_of_is_told(tmp_path: Path) -> None:
    found = archive_signed(ToArchive(SIGNED, DATA), ArchiveRules(tmp_path, formats=(".pdf",), originals=True), faces)
    assert found.notices == ("没有送签稿或清样可比，没有花脸稿。", "这一期没有用到有原件的来稿。")
    again = archive_signed(ToArchive(replace(SIGNED, turn=2), DATA, ISSUE), ArchiveRules(tmp_path, formats=()), faces)
    assert again.notices == ("签发的和送签时一字不差，没有花脸稿。",)
    assert again.folder.name.endswith("（第2次签发）")


def test_the_same_signature_is_kept_once_and_another_file_beside_it(tmp_path: Path) -> None:
    rules = ArchiveRules(tmp_path, formats=(), redline=False, sheet=False)
    first = archive_signed(ToArchive(SIGNED, DATA), rules, faces)
    assert archived_folder(SIGNED, ISSUE, DATA, rules) == first.folder
    (first.folder / "说明.txt").write_text("别人放的")
    second = archive_signed(ToArchive(SIGNED, DATA), rules, faces)
    assert (second.folder, second.notices) == (first.folder, ("这一期已经归过档了，没有再写一遍。",))
    other = to_bytes(Opened(earlier()), "第7期")
    assert archived_folder(SIGNED, ISSUE, other, rules) is None
    third = archive_signed(ToArchive(SIGNED, other), rules, faces)
    assert third.folder.name == f"{first.folder.name}-2"
    assert (first.folder / "说明.txt").read_text() == "别人放的"
    assert archived_folder(SIGNED, ISSUE, other, rules) == third.folder


def test_what_is_stopped_or_fails_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "approval.toml").write_text("title = 3")
    with pytest.raises(UserError, match="表格文件"):
        archive_signed(ToArchive(SIGNED, DATA, forms=tmp_path), ArchiveRules(tmp_path), faces)
    steps: list[float] = []
    task = Task(lambda _what, part: steps.append(part), lambda: bool(steps) and steps[-1] > 0.5)
    with pytest.raises(Cancelled):
        archive_signed(ToArchive(SIGNED, DATA), ArchiveRules(tmp_path), faces, task)
    assert list((tmp_path / "2021年").iterdir()) == []


def test_what_a_dead_program_left_goes_after_a_day(tmp_path: Path) -> None:
    old, young = (tmp_path / "2021年" / f".正在归档-{name}-1" for name in ("1", "2"))
    for folder in (old, young):
        folder.mkdir(parents=True)
        (folder / "半份.pdf").write_text("")
    os.utime(old, (0, 0))
    archive_signed(ToArchive(SIGNED, DATA), ArchiveRules(tmp_path, formats=()), faces)
    assert not old.exists() and young.exists()


def test_a_place_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="不存在"):
        archive_signed(ToArchive(SIGNED, DATA), ArchiveRules(tmp_path / "file"), faces)
