"""A day's work with words of its own in texts, names, passwords and paths leaves none of them in the log or in a report of a crash."""

from __future__ import annotations

import io
import json
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app import main as program
from app.desk.crash import crash_report, save_report
from app.desk.library import open_library
from app.desk.log import LOGGER, start_log, stop_log
from app.desk.moving import try_address
from app.errors import UserError
from app.main import BUG, WRONG_INPUT, main
from app.model.office_lists import LeaderRow, OfficeLists
from app.store.library.library import NamedFile
from tests.store.library.records import record

TEXT, NAME, SECRET, FOLDER = "蓝桥秘密稿", "欧阳不外传", "hunter2mima", "机密文件夹"
WORDS = (TEXT, NAME, SECRET, FOLDER)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder, with the log as a start of the program would begin it."""
    folder = tmp_path / FOLDER
    monkeypatch.setenv("BIANBAO_DATA", str(folder))
    stop_log()
    start_log(folder / "logs")
    return folder


def kept(data: Path) -> str:
    """Everything that logs and reports say, however it is written."""
    stop_log()
    files = [file for name in ("logs", "reports") if (data / name).exists() for file in (data / name).iterdir()]
    assert files
    return "".join(file.read_text("utf-8") for file in files)


def clean(said: str) -> None:
    for word in WORDS:
        assert word not in said and json.dumps(word)[1:-1] not in said and repr(word.encode())[2:-1] not in said


def test_a_days_work_leaves_no_word_in_the_log(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    work = data / NAME
    work.mkdir(parents=True)
    source = work / f"{TEXT}.txt"
    source.write_text(f"{TEXT}开展植树活动\n3月5日，{NAME}同志栽树三千株，{TEXT}。\n（{NAME}供稿）", "utf-8")
    issue, out = work / f"{TEXT}.jianbao", work / f"{TEXT}.pdf"
    assert main(["compose", str(source), "--template", "工作简报", "-o", str(issue)]) == 0
    for words in (["text", str(source)], ["structure", str(source)], ["export", str(issue), "-o", str(out)], ["report", str(issue)]):
        assert main(words) == 0
    assert main(["proof", str(issue)]) in (0, 1)
    library = open_library(data)
    library.add(replace(record(title=TEXT, unit=NAME), note=SECRET, telephone=NAME), TEXT, [NamedFile(f"{NAME}.txt", TEXT.encode())])
    library.change_office_lists(OfficeLists(), OfficeLists(leaders=(LeaderRow(NAME, TEXT),), ignored=frozenset({TEXT})))
    library.close()
    assert main(["library", "export", "-o", str(work / f"{NAME}.jiaojie")]) == 0
    assert main(["library", "merge", str(work / f"{NAME}.jiaojie")]) == 0
    address = f"postgresql://{NAME}:{SECRET}@127.0.0.1:1/{TEXT}"
    wrong = [["text", str(work / "没有.txt")], ["library", "move", "--to", address], [TEXT], ["export", str(source), "--as", SECRET]]
    for words in wrong:
        assert main(words) == WRONG_INPUT
    assert SECRET not in capsys.readouterr().err.replace(f"“{SECRET}”", "")
    said = kept(data)
    assert "compose status=0" in said and "other status=2" in said
    clean(said)


def test_a_bug_in_the_middle_of_it_is_reported_without_a_word(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        try:
            raise KeyError(TEXT)
        except KeyError as error:
            raise RuntimeError(f"{NAME} wrote '{TEXT}' into {data / SECRET}: {SECRET!r}") from error

    monkeypatch.setattr(program, "_run", fail)
    assert main(["compose", TEXT]) == BUG
    said = kept(data)
    assert "RuntimeError" in said and "KeyError" in said
    clean(said)


def test_a_failure_of_the_database_is_reported_without_its_values(data: Path) -> None:
    library = open_library(data)
    library.add(item := record(title=TEXT), TEXT)
    with pytest.raises(UserError) as caught:
        library.add(item, SECRET)
    library.close()
    with pytest.raises(UserError) as refused:
        try_address(f"postgresql://{NAME}:{SECRET}@127.0.0.1:1/{TEXT}")
    for error in (caught.value, refused.value):
        assert SECRET not in error.sentence
        report = crash_report(error, "window")
        save_report(report, data / "reports")
        LOGGER.error("bug %s", type(error).__name__)
    clean(kept(data))


def test_the_programs_own_lines_say_commands_times_and_kinds_alone(data: Path) -> None:
    """Whoever writes to the log gives it no words of others: what is handed over is a number or a name from the program."""
    assert sys.stderr is not None and isinstance(sys.stdout, io.TextIOBase) and os.environ["BIANBAO_DATA"] == str(data)
    root = Path(program.__file__).parent
    lines = [
        line.strip()
        for file in root.rglob("*.py")
        for line in file.read_text("utf-8").splitlines()
        if "LOGGER." in line and not line.strip().startswith(("#", '"""'))
    ]
    told = [line for line in lines if any(call in line for call in (".info(", ".error(", ".warning(", ".debug(", ".exception("))]
    assert told
    for line in told:
        assert "exception(" not in line and "exc_info" not in line and '(f"' not in line, line
