"""What is found is shown by the piece that has it; what names a unit is found under all of its names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.desk.looking_up import forms_of, look_up, mentions
from app.model.office_lists import UnitRow
from app.model.signing import SignedArticle, SignedIssue
from app.store.library.library import Library
from app.store.library.search import Wanted

SIGNED = SignedIssue("a" * 32, 1, "工作简报", "第7期", "2026年3月8日", "2026-03-08", "2026-03-08T15:20", year=2026, figure=7)
ARTICLES = (
    SignedArticle(0, 1, "", "市税务局便民", "市税务局延时服务。王伟到场。\n市国税局原办公楼开放；群众称便。", "市税务局"),
    SignedArticle(1, 2, "", "云湖镇栽树", "王伟强带队栽树。"),
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library with one signed issue, and a unit by three names."""
    opened = Library.in_file(tmp_path / "library.db", tmp_path / "copies", date(2026, 3, 9))
    opened.signed.sign(SIGNED, ARTICLES, b"")
    lists = opened.office_lists()
    opened.change_office_lists(lists, replace(lists, units=(UnitRow("市税务局", ("税务局",), ("市国税局",)),)))
    opened.same_unit("云州税务", "税务局")
    yield opened
    opened.close()


def test_texts_with_the_piece_that_shows_them(library: Library) -> None:
    found = look_up(library, "王伟", Wanted())
    assert {line.hit.title for line in found.lines} == {"云湖镇栽树", "市税务局便民"}
    assert found.said == "找到 2 篇。" and found.names == () and not found.more
    (line,) = look_up(library, "税务 便民", Wanted()).lines
    assert line.marks == ((1, 3), (4, 6))
    assert [line.hit.title for line in look_up(library, "服务", Wanted(units=("市国税局",))).lines] == ["市税务局便民"]
    assert look_up(library, "服务", Wanted(units=("云湖镇",))).lines == ()
    assert look_up(library, "没有的", Wanted()).said == "没有找到。"
    one = look_up(library, "王伟", Wanted(most=1))
    assert one.more and one.said.startswith("找到 2 篇，先列出这 1 篇")


def test_all_names_of_a_unit(library: Library) -> None:
    assert set(forms_of("税务局", library)) == {"市税务局", "税务局", "市国税局", "云州税务"} == set(forms_of("云州税务", library))
    assert forms_of("云州税务", library)[0] == "云州税务"
    assert forms_of("王伟", library) == ()
    assert set(look_up(library, "市国税局", Wanted()).names) == set(forms_of("市国税局", library))


def test_every_sentence_that_names_it(library: Library) -> None:
    found = mentions(library, forms_of("税务局", library), Wanted())
    assert [line.shown.text for line in found.lines] == ["市税务局便民", "市税务局延时服务。", "市国税局原办公楼开放；"]
    assert found.said == "1 篇里提到 3 处。" and found.by_place
    shown = found.lines[2].shown
    assert [shown.text[a:b] for a, b in shown.marks] == ["市国税局"]
    assert mentions(library, ("张三",), Wanted()).said == "没有提到的地方。"
