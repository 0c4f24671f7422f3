"""Bad input of every kind ends in one Chinese sentence and status 2, and nothing that was there is lost."""

from __future__ import annotations

import errno
import io
import json
import os
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app import paths
from app.desk import intake
from app.model.issue import Issue
from app.store.jianbao import load
from tests.command import Command, Outcome, cell_options, saved
from tests.layout.bulletins import bulletin, template

NOTICE = "3月5日，云河市召开创建文明城市工作会议，安排部署下一阶段工作。\n"


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    return Command(tmp_path, capsys, monkeypatch)


def told(ran: Outcome, *words: str) -> bool:
    """Whether a run ended with one Chinese sentence that holds the words."""
    assert ran.status == 2, ran
    assert ran.out == ""
    assert ran.err.count("\n") == 1 and ran.err.endswith("。\n") and "Traceback" not in ran.err
    assert any("\u4e00" <= char <= "\u9fff" for char in ran.err)
    return all(word in ran.err for word in words)


READERS = [("text",), ("structure",), ("compose", "--template", "工作简报", "-o", "out.jianbao")]
OPENERS = [("layout",), ("report",), ("export", "-o", "out.pdf"), ("export", "-o", "out.txt"), ("text",)]


def files(folder: Path) -> dict[str, bytes]:
    """What is in the folder, the program's own data apart."""
    return {entry.name: entry.read_bytes() for entry in folder.iterdir() if entry.is_file()}


@pytest.mark.parametrize("words", READERS)
@pytest.mark.parametrize(
    ("name", "make", "word"),
    [
        ("没有.txt", lambda path: None, "不存在"),
        ("空.txt", lambda path: path.write_bytes(b""), "空"),
        ("空白.txt", lambda path: path.write_bytes(" \r\n\u3000\n".encode()), "文字"),
        ("文件夹.txt", lambda path: path.mkdir(), "文件夹"),
        ("很长.txt", lambda path: path.write_text(NOTICE * 170_000, "utf-8"), "太"),
        ("噪音.txt", lambda path: path.write_bytes(random.Random(7).randbytes(50_000)), "不是文字"),
        ("照片.txt", lambda path: path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 40), "图片"),
        ("来稿.docx", lambda path: path.write_bytes(b"PK\x03\x04 cut off"), "损坏"),
    ],
)
def test_what_is_no_text_is_refused(command: Command, words: tuple[str, ...], name: str, make: Callable[[Path], object], word: str) -> None:
    make(command.folder / name)
    before = files(command.folder)
    assert told(command(words[0], name, *words[1:]), name, word)
    assert files(command.folder) == before
    assert command.reports() == []


def test_standard_input_that_is_no_text_is_refused(command: Command) -> None:
    assert told(command("structure", "-", stdin="云河市".encode("gb18030")), "UTF-8")
    assert told(command("structure", "-", stdin=b""), "没有文字")


@pytest.mark.parametrize("redirection", ["> /dev/full", "| true", ">&-", "<&-"])
def test_closed_and_full_streams_are_no_bug(tmp_path: Path, redirection: str) -> None:
    """A shell's user may close or fill any of our streams; what fails is told in a sentence, never as an error of the program's."""
    (tmp_path / "a.txt").write_text(NOTICE * 2_000, "utf-8")
    file = "-" if redirection == "<&-" else "a.txt"
    ran = subprocess.run(
        ["/bin/bash", "-o", "pipefail", "-c", f'"$0" -m app text {file} {redirection}', sys.executable],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(paths.__file__).parent.parent), "BIANBAO_DATA": str(tmp_path / "data")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    failed = redirection in ("> /dev/full", "<&-")
    assert ran.returncode == (2 if failed else 0), ran.stderr
    assert ran.stderr.count("\n") == failed
    assert not list((tmp_path / "data").glob("reports/*"))


def packed(**parts: bytes) -> bytes:
    """A zip that calls itself one of our files."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", b"application/x-bianbao", zipfile.ZIP_STORED)
        for name, data in parts.items():
            archive.writestr(name.replace("__", "."), data)
    return whole.getvalue()


def newer(data: bytes) -> bytes:
    """The file as a later version of the program would number it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        record = json.loads(archive.read("issue.json"))
    assert isinstance(record["version"], int)
    record["version"] += 1
    return packed(issue__json=json.dumps(record).encode())


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "截断": lambda data: data[: len(data) // 2],
    "空": lambda data: b"",
    "噪音": lambda data: random.Random(7).randbytes(5_000),
    "文本": lambda data: NOTICE.encode(),
    "别的压缩包": lambda data: packed(readme__txt=b"hello"),
    "缺一页": lambda data: packed(),
    "不是数据": lambda data: packed(issue__json=b"{"),
    "空数据": lambda data: packed(issue__json=b"{}"),
    "层层套": lambda data: packed(issue__json=b"[" * 200_000 + b"]" * 200_000),
    "撑大": lambda data: packed(issue__json=b" " * 300_000_000),
    "更新": newer,
    "翻转": lambda data: bytes(byte ^ (0x55 if at % 97 == 60 else 0) for at, byte in enumerate(data)),
}


@pytest.mark.parametrize("words", OPENERS)
@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_or_hostile_issue_is_refused(command: Command, words: tuple[str, ...], kind: str) -> None:
    path = saved(command.folder)
    path.write_bytes(BROKEN[kind](path.read_bytes()))
    before = files(command.folder)
    assert told(command(words[0], path.name, *words[1:]), path.name)
    assert files(command.folder) == before
    assert command.reports() == []


@pytest.mark.parametrize("words", OPENERS)
def test_an_issue_that_is_missing_or_a_folder_is_refused(command: Command, words: tuple[str, ...]) -> None:
    assert told(command(words[0], "没有.jianbao", *words[1:]), "没有.jianbao")
    assert told(command(words[0], "长" * 300, *words[1:]))
    (command.folder / "夹.jianbao").mkdir()
    assert told(command(words[0], "夹.jianbao", *words[1:]), "夹.jianbao", "文件夹")


@pytest.mark.parametrize(
    ("change", "line_of"),
    [
        (("lines = 22", "lines = 99"), "lines = 99"),
        (("lines = 22", 'lines = "many"'), 'lines = "many"'),
        (("size_pt = 66.0", "size_px = 66.0"), "size_px"),
        (("[footer]", "[footer"), "[footer"),
    ],
)
def test_a_template_with_errors_is_refused_with_its_line(command: Command, change: tuple[str, str], line_of: str) -> None:
    text = (paths.templates() / "gongzuo-jianbao.toml").read_text("utf-8").replace(*change, 1)
    number = next(at for at, line in enumerate(text.splitlines(), 1) if line_of in line)
    (command.folder / "ours.toml").write_text(text, "utf-8")
    ran = command("compose", "-", "--template", "ours.toml", "-o", "a.jianbao", stdin=NOTICE.encode())
    assert told(ran, "ours.toml", f"第 {number} 行")
    assert not (command.folder / "a.jianbao").exists()


def test_a_role_without_any_font_is_named(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "font_folders", lambda: (command.folder / "no fonts",))
    path = saved(command.folder)
    assert told(command("export", path, "-o", "a.pdf"), "正文", "仿宋_GB2312")
    assert not (command.folder / "a.pdf").exists()
    assert command("export", path, "-o", "a.txt").status == 0


@pytest.mark.parametrize("content", [b"", b"no font at all", b"OTTO" + bytes(64)])
def test_a_file_that_is_no_font_is_refused(command: Command, content: bytes) -> None:
    (command.folder / "f.ttf").write_bytes(content)
    assert told(command("export", saved(command.folder), "-o", "a.pdf", "--font", "正文=f.ttf"), "f.ttf")


WRITERS = [
    lambda path, out: ("export", path, "-o", f"{out}.pdf", *cell_options()),
    lambda path, out: ("export", path, "-o", f"{out}.docx", *cell_options()),
    lambda path, out: ("export", path, "-o", f"{out}.html"),
    lambda path, out: ("export", path, "-o", f"{out}.txt"),
    lambda path, out: ("compose", path, "--template", "工作简报", "-o", f"{out}.jianbao"),
]


@pytest.mark.parametrize("words", WRITERS, ids=["pdf", "docx", "html", "txt", "jianbao"])
@pytest.mark.parametrize("place", ["不存在的夹/a", "file/a", "/proc/a"])
def test_a_place_that_cant_be_written_is_told(command: Command, words: Callable[[Path, str], tuple[str, ...]], place: str) -> None:
    (command.folder / "file").write_text("in the way", "utf-8")
    path = saved(command.folder)
    before = files(command.folder)
    assert told(command(*words(path, place)))
    assert files(command.folder) == before


@pytest.mark.parametrize("words", WRITERS, ids=["pdf", "docx", "html", "txt", "jianbao"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_a_failing_disk_leaves_the_old_file_whole(
    command: Command, monkeypatch: pytest.MonkeyPatch, words: Callable[[Path, str], tuple[str, ...]], code: int
) -> None:
    path = saved(command.folder)
    written = words(path, "out")
    old = next(word for word in written if str(word).startswith("out."))
    (command.folder / old).write_bytes(b"the old file")
    before = files(command.folder)

    def fail(_descriptor: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    assert told(command(*written), old, *(["满"] if code == errno.ENOSPC else []))
    assert files(command.folder) == before


def test_a_character_that_no_face_has_is_named(command: Command) -> None:
    path = saved(command.folder, bulletin(template(), [("青石镇开展活动", ["请看🀄这里。"])]))
    assert told(command("export", path, "-o", "a.pdf", *cell_options()), "🀄")
    assert not (command.folder / "a.pdf").exists()
    ran = command("report", path, *cell_options())
    assert ran.status == 0 and "缺字：🀄" in ran.out


def test_a_bug_gives_a_report_and_keeps_the_files(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(command.folder)
    before = files(command.folder)

    def broken(_path: Path) -> Issue:
        raise RuntimeError("no such thing as '柳湾片区'")

    monkeypatch.setattr(intake, "open_issue", broken)
    ran = command("export", path, "-o", "a.pdf")
    (report,) = command.reports()
    assert ran.status == 3 and ran.err.count("\n") == 1 and str(report) in ran.err
    text = report.read_text("utf-8")
    assert "RuntimeError" in text and "broken" in text and "柳湾" not in text and "青石" not in text
    assert files(command.folder) == before
    log = (command.folder / "data" / "logs" / "bianbao.log").read_text("utf-8")
    assert "export status=3" in log and path.name not in log


def test_an_interrupted_run_says_so(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_path: Path) -> Issue:
        raise KeyboardInterrupt

    monkeypatch.setattr(intake, "open_issue", interrupted)
    ran = command("report", saved(command.folder))
    assert ran.status == 130 and ran.err.count("\n") == 1


def test_what_was_written_can_be_opened_again(command: Command) -> None:
    """The other tests say what is refused; a file as it should be is not."""
    assert next(load(saved(command.folder)).issue.articles()).title.text
