"""Exports from the command line: one file with its report, many with a line of progress each, and what stops none of the others."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.desk import batch
from app.desk.publish import Published
from app.layout.frames import Layout
from app.model.issue import Issue
from app.model.signing import Stage
from tests.command import Command, cell_options, saved
from tests.exporters.docx.package import opened
from tests.layout.bulletins import bulletin, stories, template


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    return Command(tmp_path, capsys, monkeypatch)


def test_a_report_goes_to_a_file(command: Command) -> None:
    ran = command("export", saved(command.folder), "-o", "甲.pdf", "--report", "报告.json", *cell_options())
    assert (ran.status, ran.err) == (0, "") and "已导出 甲.pdf" in ran.out
    found = json.loads((command.folder / "报告.json").read_text("utf-8"))
    [file] = found["files"]
    assert found["schema"] == "bianbao/export-report/1" and file["written"] and file["report"]["measured_on"] == "file"
    assert all(rule["holds"] for rule in file["report"]["rules"])


def test_a_report_on_standard_output_is_all_that_stands_there(command: Command) -> None:
    ran = command("export", saved(command.folder), "-o", "甲.docx", "--report", "-", *cell_options())
    assert ran.status == 0 and json.loads(ran.out)["files"][0]["report"]["measured_on"] == "pdf_of_same_pages"
    assert "已导出 甲.docx" in ran.err


def test_a_batch_tells_each_file_and_one_bad_file_stops_no_other(command: Command) -> None:
    good = saved(command.folder)
    second = command.folder / "第8期.jianbao"
    shutil.copy(good, second)
    (command.folder / "坏.jianbao").write_bytes(b"junk")
    names = (good, command.folder / "坏.jianbao", second, command.folder / "没有.jianbao")
    ran = command("export", *names, "-o", "出/来", "--as", "pdf, docx,ofd", "--report", "r.json", *cell_options())
    assert ran.status == 2
    progress = [line for line in ran.err.splitlines() if line.startswith("[")]
    assert [line.split("]")[0] for line in progress] == [f"[{at}/12" for at in range(1, 13)]
    assert "第7期.jianbao → 第7期.pdf：完成，共 " in progress[0] and "损坏" in progress[3] and "没有.jianbao" in progress[11]
    assert ran.out.splitlines()[-1] == "4 份简报，共 12 个文件：导出了 6 个，6 个没有导出，在 出/来。"
    assert sorted(file.name for file in (command.folder / "出/来").iterdir()) == [
        f"第{number}期.{suffix}" for number in (7, 8) for suffix in ("docx", "ofd", "pdf")
    ]
    files = json.loads((command.folder / "r.json").read_text("utf-8"))["files"]
    assert [one["written"] for one in files] == [True] * 3 + [False] * 3 + [True] * 3 + [False] * 3
    assert all((one["report"] is None) == (one["error"] is not None) for one in files)


def test_a_batch_without_a_fault_ends_well(command: Command) -> None:
    ran = command("export", saved(command.folder), "-o", "出", "--as", "txt,html,pdf", *cell_options())
    assert ran.status == 0 and ran.out.splitlines()[-1] == "1 份简报，共 3 个文件：导出了 3 个，在 出。"
    assert (command.folder / "出/第7期.pdf").read_bytes().startswith(b"%PDF-")


def test_two_issues_of_one_name_take_nobodys_file(command: Command) -> None:
    first = saved(command.folder)
    (command.folder / "上月").mkdir()
    shutil.copy(first, command.folder / "上月/第7期.jianbao")
    ran = command("export", first, "上月/第7期.jianbao", "-o", "出", "--as", "txt")
    assert ran.status == 0 and sorted(file.name for file in (command.folder / "出").iterdir()) == ["第7期.txt", "第7期_2.txt"]


def test_a_target_that_cant_be_written_stops_no_other(command: Command) -> None:
    path = saved(command.folder)
    (command.folder / "出/第7期.docx").mkdir(parents=True)
    ran = command("export", path, "-o", "出", "--as", "docx,pdf", *cell_options())
    assert ran.status == 2 and "是一个文件夹" in ran.err and (command.folder / "出/第7期.pdf").is_file()


def test_a_fault_of_the_program_stops_no_other_file(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    first = saved(command.folder)
    shutil.copy(first, command.folder / "第8期.jianbao")
    real = batch.publish_layout

    def faulty(issue: Issue, layout: Layout, path: Path, *rest: Any, **named: Any) -> Published:  # noqa: ANN401 - passed on
        if path.name == "第7期.docx":
            raise ZeroDivisionError
        return real(issue, layout, path, *rest, **named)

    monkeypatch.setattr(batch, "publish_layout", faulty)
    ran = command("export", first, "第8期.jianbao", "-o", "出", "--as", "pdf,docx", *cell_options())
    assert ran.status == 2 and "程序出错了" in ran.err and len(command.reports()) == 1
    assert sorted(file.name for file in (command.folder / "出").iterdir()) == ["第7期.pdf", "第8期.docx", "第8期.pdf"]


def test_lines_of_a_docx_are_locked_or_free(command: Command) -> None:
    file = saved(command.folder)
    for name, more in (("锁定.docx", ()), ("自由.docx", ("--free-lines",))):
        assert command("export", file, "-o", name, *cell_options(), *more).status == 0
    written = [opened((command.folder / name).read_bytes()).parts["word/document.xml"] for name in ("锁定.docx", "自由.docx")]
    assert [b"<w:r><w:rPr><w:spacing " in part for part in written] == [True, False]


def test_articles_alone_in_a_batch(command: Command) -> None:
    ran = command("export", saved(command.folder), "-o", "出", "--as", "html,txt", "--article")
    assert ran.status == 0 and "市委常委" not in (command.folder / "出/第7期.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["a.jianbao", "b.jianbao", "-o", "出.pdf"], "--as"),
        (["a.jianbao", "-o", "出", "--as", "odt"], "odt"),
        (["a.jianbao", "-o", "出", "--as", "，"], "不能导出"),
        (["a.jianbao", "-o", "文件", "--as", "pdf"], "请换一个文件夹"),
        (["a.jianbao", "-o", "出.pdf", "--check-docx"], "请导出成 .docx"),
        (["a.jianbao", "-o", "出", "--as", "pdf", "--review"], "送审稿"),
        (["a.jianbao", "-o", "出", "--as", "pdf", "--article"], "只要文章"),
        (["a.jianbao", "b.jianbao", "-o", "出.jianbao"], "副本一次存一份"),
    ],
)
def test_options_that_are_off_are_one_sentence(command: Command, words: list[str], told: str) -> None:
    shutil.copy(saved(command.folder), command.folder / "a.jianbao")
    (command.folder / "文件").write_bytes(b"")
    ran = command("export", *words, *cell_options())
    assert ran.status == 2 and told in ran.err and command.reports() == []
    assert not (command.folder / "出.pdf").exists()


def test_faces_that_stand_in_make_a_comparison_with_the_docx_meaningless(command: Command) -> None:
    ran = command("export", saved(command.folder), "-o", "甲.docx", "--check-docx", *cell_options())
    assert ran.status == 0 and "逐行比较没有意义" in ran.out


def test_what_is_proofread_and_not_signed_is_written_as_a_proof_copy(command: Command) -> None:
    path = saved(command.folder, replace(bulletin(template(), stories(2, 2)), stage=Stage.FIRST_PROOF))
    ran = command("export", path, "-o", "甲.pdf", "--report", "报告.json", *cell_options())
    assert ran.status == 0 and "甲_清样.pdf（还没有签发，按清样导出）" in ran.out
    assert sorted(path.name for path in command.folder.glob("甲*")) == ["甲_清样.pdf"]
    [file] = json.loads((command.folder / "报告.json").read_text("utf-8"))["files"]
    assert file["target"].endswith("甲_清样.pdf") and file["report"]["rules"]
    ran = command("export", path, "-o", "出", "--as", "pdf,txt", *cell_options())
    assert sorted(path.name for path in (command.folder / "出").iterdir()) == ["第7期_清样.pdf", "第7期_清样.txt"]
    ran = command("export", path, "-o", "小.pdf", "--small", *cell_options())
    assert ran.status == 0 and (command.folder / "小_清样.pdf").exists()
    ran = command("print", path, "-o", "印.pdf", "--booklet", *cell_options())
    assert ran.status == 0 and (command.folder / "印_清样.pdf").exists()
    ran = command("export", "--final", path, "-o", "乙.pdf", *cell_options())
    assert ran.status == 0 and "清样" not in ran.out and (command.folder / "乙.pdf").exists()


def test_a_script_gets_the_file_that_it_names(command: Command) -> None:
    ran = command("export", saved(command.folder), "-o", "甲.pdf", *cell_options())
    assert ran.status == 0 and "已导出 甲.pdf" in ran.out and (command.folder / "甲.pdf").exists()


def test_what_the_window_has_saved_is_an_offices_issue(command: Command) -> None:
    path = saved(command.folder, replace(bulletin(template(), stories(2, 2)), key="7" * 32))
    ran = command("export", path, "-o", "甲.pdf", *cell_options())
    assert ran.status == 0 and "甲_清样.pdf（还没有签发，按清样导出）" in ran.out and not (command.folder / "甲.pdf").exists()


def test_a_signed_issue_is_written_as_it_is(command: Command) -> None:
    issue = bulletin(template(), stories(2, 2))
    path = saved(command.folder, replace(issue, stage=Stage.SIGNED))
    ran = command("export", path, "-o", "甲.pdf", *cell_options())
    assert ran.status == 0 and "清样" not in ran.out and (command.folder / "甲.pdf").exists()
