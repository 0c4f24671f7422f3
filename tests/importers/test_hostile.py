"""Damaged files of every kind and files made to do harm: each is read or refused in a sentence, and the next file is read as ever."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from app.desk.intake import submission_of
from app.desk.worker import Limits, Worker
from app.errors import UserError
from app.importers.intake import ReadOptions
from app.importers.read import read_text
from tests.importers.docx.files import p, packed
from tests.importers.mutants import read_any, real_files, run
from tests.importers.packing import packed as zipped

ROW = "<w:tr><w:tc><w:p><w:r><w:t>云湖</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr>"
STORY = "三月五日，云湖镇组织干部群众植树。"


def test_mutants_of_every_kind_are_read_or_refused() -> None:
    tally = run(1_000)
    assert not tally.died and not tally.speechless
    assert tally.read > 100 < tally.refused


@pytest.mark.shared
def test_mutants_of_real_files_are_read_or_refused(shared_dir: Path) -> None:
    tally = run(600, good=real_files(shared_dir / "samples" / "variants", shared_dir / "samples" / "office"))
    assert not tally.died and not tally.speechless
    assert tally.read > 50 < tally.refused


HOSTILE: dict[str, Callable[[], bytes]] = {
    "a million rows.docx": lambda: packed(f"<w:tbl>{ROW * 1_000_000}</w:tbl>"),
    "tables in tables.docx": lambda: packed("<w:tbl><w:tr><w:tc>" * 5_000 + p("深") + "</w:tc></w:tr></w:tbl>" * 5_000),
    "a hundred thousand runs.docx": lambda: packed("<w:p>" + "<w:r><w:t>字</w:t></w:r>" * 100_000 + "</w:p>"),
    "fifty megabytes.html": lambda: b"<html>" + f"<p>{STORY}</p>".encode() * 900_000,
    "deep.html": lambda: b"<html>" + b"<div>" * 200_000 + "深".encode(),
    "unclosed.html": lambda: b"<html>" + "<table><tr><td>深".encode() * 50_000,
    "attributes.html": lambda: b"<html><p " + b"a=b " * 2_000_000 + b">x</p>",
    "comments.html": lambda: b"<html>" + b"<!--" * 500_000,
    "entities.html": lambda: b'<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><html>' + b"&b;" * 100_000,
    "groups.rtf": lambda: b"{\\rtf1 " + b"{" * 1_000_000 + b"x",
    "parts.mht": lambda: (
        b"From: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
        + b"--x\r\nContent-Type: text/html\r\n\r\n<p>a\r\n" * 50_000
    ),
    "members.zip": lambda: zipped([(f"{number}.txt", b"a") for number in range(6_000)]),
    "climbing.zip": lambda: zipped([("../../../etc/cron.d/x", STORY.encode()), ("C:\\Windows\\x.txt", STORY.encode())]),
    "junk.pdf": lambda: b"%PDF-1.4\n" + b"1 0 obj<<>>endobj\n" * 300_000,
    "lines.txt": lambda: "字\n".encode() * 100_000,
    "a line.txt": lambda: STORY.encode() * 100_000,
    "brackets.txt": lambda: "（".encode() * 400_000,
    "quotes.txt": lambda: b'"' * 400_000,
    "blanks.txt": lambda: f"云湖镇{' ' * 100_000}第{' ' * 3_000}期。\n".encode(),
    "blanks between.txt": lambda: "\n".join(f"云湖镇植树{' ' * 3_000}第{' ' * 3_000}号" for _ in range(20)).encode(),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_made_to_do_harm_is_read_or_refused_within_the_limits(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a process with the program's own limits of time and memory; the limit itself would be an answer, but a poor one."""
    monkeypatch.chdir(tmp_path)
    with Worker(Limits()) as worker:
        try:
            worker.read(read_any, HOSTILE[name](), name)
        except UserError as error:
            assert error.sentence.endswith("。")
            assert "秒还没有读完" not in error.sentence and "内存太多" not in error.sentence
        assert worker.read(read_any, STORY.encode(), "好的.txt") == len(STORY)
    assert list(tmp_path.iterdir()) == []


def test_no_reader_asks_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    page = f'<html><link rel=stylesheet href="http://x.example/a.css"><img src="http://x.example/a.png"><p>{STORY}</p><p>{STORY}</p>'
    assert STORY in submission_of(page.encode(), "来稿.html").intake.text


def read_simplified(data: bytes, name: str) -> int:
    return len(read_text(data.decode(), name, ReadOptions(simplify=True)).text)


def test_a_line_without_han_characters_is_soon_looked_through_for_traditional_ones() -> None:
    with Worker(Limits()) as worker:
        assert worker.read(read_simplified, b"A" * 400_000, "长行.txt") == 400_000


@pytest.mark.parametrize(("text", "sentence"), [("字" * 500_001, "万字"), ("字\n" * 60_001, "万行")])
def test_books_are_refused_before_they_are_repaired(text: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        read_text(text)
