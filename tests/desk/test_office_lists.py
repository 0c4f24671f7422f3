"""What the office set decides what the proofreading tells: own rows over delivered ones, switched-off rows, levels, leaders."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.desk import proofreading
from app.desk.office_lists import delivered_units, delivered_wording, office_with, profile_of
from app.desk.office_reader import OfficeReader, lists_of_office
from app.desk.proofreading import delivered_knowledge, reader_of_lists
from app.model.office_lists import OFF, Kind, LeaderRow, OfficeLists, UnitRow, WordingRow
from app.proof.document import Document, Passage
from app.proof.engine import Proofreader
from app.proof.finding import Finding, Level
from app.proof.office import Leader
from app.store.library.library import Library

NONE = OfficeLists()
TODAY = date(2026, 3, 5)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder in the place of the office's own tables."""
    return tmp_path / "proof"


def found(lists: OfficeLists, text: str, folder: Path) -> list[Finding]:
    passages = tuple(Passage(number, line) for number, line in enumerate(text.split("\n")))
    return list(reader_of_lists(lists, folder).findings(Document(passages)))


def told(lists: OfficeLists, text: str, folder: Path) -> list[tuple[str, str | None, Level]]:
    return [(one.words, one.fix, one.level) for one in found(lists, text, folder)]


def test_without_lists_the_delivered_tables_hold(folder: Path) -> None:
    assert told(NONE, "市文明办建立台帐，逐项落实。", folder) == [("台帐", "台账", Level.ERROR)]


def test_an_own_word_is_told_at_its_level_with_its_source(folder: Path) -> None:
    row = WordingRow(Kind.WORD, "云湖市委市府", "云湖市委、市政府", "query", "市委办〔2026〕3号")
    (one,) = found(replace(NONE, wording=(row,)), "云湖市委市府召开会议。", folder)
    assert (one.words, one.fix, one.level, one.rule) == ("云湖市委市府", "云湖市委、市政府", Level.QUERY, "word.doubtful")
    assert "市委办〔2026〕3号" in one.message


def test_an_own_row_stands_over_the_delivered_one_of_the_same_wrong_form(folder: Path) -> None:
    row = WordingRow(Kind.WORD, "松驰", "放松", "hint")
    assert told(replace(NONE, wording=(row,)), "思想不能松驰。", folder) == [("松驰", "放松", Level.HINT)]


def test_a_delivered_row_can_be_switched_off(folder: Path) -> None:
    assert told(NONE, "思想不能松驰。", folder) == [("松驰", "松弛", Level.ERROR)]
    silenced = replace(NONE, silenced=frozenset({(Kind.WORD, "松驰")}))
    assert not [one for one in found(silenced, "思想不能松驰。", folder) if one.rule == "word.wrong"]
    pattern = next(row for row in delivered_wording(delivered_knowledge()) if row.words.startswith("re:台帐"))
    assert told(replace(NONE, silenced=frozenset({pattern.key})), "市文明办建立台帐，逐项落实。", folder) == []
    softer = replace(NONE, wording=(replace(pattern, level="hint"),))
    assert told(softer, "市文明办建立台帐，逐项落实。", folder) == [("台帐", "台账", Level.HINT)]
    gone = replace(NONE, wording=(WordingRow(Kind.WORD, "re:台帐(?!没有这一条)", "台账"),))
    assert told(gone, "市文明办建立台帐，逐项落实。", folder) == [("台帐", "台账", Level.ERROR)]


@pytest.mark.parametrize(
    ("wrong", "right", "text", "places"),
    [
        ("开发区", "云湖经济开发区", "云湖经济开发区召开会议，开发区干部参加。", [12]),
        ("市教育局", "市教育局党组", "市教育局党组研究，市教育局负责。", [9]),
        ("建设", "城乡建设局", "城乡建设局推进城乡建设，建设有力。", [9, 12]),
        ("a+", "(a+)", "a+ 和 (a+) 两种。", [0]),
    ],
)
def test_a_wrong_form_within_the_right_one_is_told_outside_of_it_alone(
    folder: Path, wrong: str, right: str, text: str, places: list[int]
) -> None:
    lists = replace(NONE, wording=(WordingRow(Kind.WORD, wrong, right),))
    hits = [one for one in found(lists, text, folder) if one.words == wrong]
    assert [one.start for one in hits] == places
    assert hits and {one.fix for one in hits} == {right}


def test_an_own_expression_is_told_where_it_was_nearly_written(folder: Path) -> None:
    meeting = "云湖市第十五届人民代表大会第三次会议"
    lists = replace(NONE, wording=(WordingRow(Kind.PHRASE, meeting, source="会议通知"),))
    (one,) = found(lists, "云湖市第十五届人民代表大第三次会议开幕。", folder)
    assert one.level is Level.ERROR and meeting in one.message
    assert found(lists, f"{meeting}开幕。", folder) == []
    doubtful = replace(NONE, wording=(WordingRow(Kind.PHRASE, meeting, level="query"),))
    assert [one.level for one in found(doubtful, "云湖市第十五届人民代表大第三次会议开幕。", folder)] == [Level.QUERY]


def test_delivered_expressions_can_be_switched_off(folder: Path) -> None:
    phrase, text = "以习近平同志为核心的党中央", "紧密团结在以习近平同志为核的党中央"
    assert any(phrase in one.message for one in found(NONE, text, folder))
    rows = [row for row in delivered_wording(delivered_knowledge()) if row.kind is Kind.PHRASE and phrase in row.words]
    assert not found(replace(NONE, silenced=frozenset(row.key for row in rows)), text, folder)


def test_own_units_and_switched_off_ones(folder: Path) -> None:
    unit = UnitRow("云湖市城市更新办公室", ("市更新办",), ("云湖市旧改办公室", "市旧改办"))
    (one,) = found(replace(NONE, units=(unit,)), "市旧改办召开会议。", folder)
    assert (one.rule, one.fix) == ("unit.former", "云湖市城市更新办公室")
    assert [one.fix for one in found(NONE, "市安监局召开会议。", folder)] == ["应急管理局"]
    assert not found(replace(NONE, silenced=frozenset({(Kind.UNIT, "应急管理局")})), "市安监局召开会议。", folder)
    own = UnitRow("应急管理局", ("应急局", "安监局"))
    assert not found(replace(NONE, units=(own,)), "市安监局召开会议。", folder), "the office's own row stands over the delivered one"


def test_leaders_are_known_by_name_and_by_all_their_posts(folder: Path) -> None:
    rows = (LeaderRow("张建慧", "市委副书记"), LeaderRow("李志明", "副市长"), LeaderRow("张建慧", "市长"))
    office = office_with(delivered_knowledge(), replace(NONE, leaders=rows))
    assert office.leaders == (Leader("张建慧", "市委副书记、市长"), Leader("李志明", "副市长"))
    lists = replace(NONE, leaders=rows)
    assert told(lists, "市长张建惠出席会议。", folder) == [("张建惠", "张建慧", Level.ERROR)]
    assert told(lists, "市长张建慧、副市长李志明出席会议。", folder) == []
    assert ["职务是" in one.message for one in found(lists, "区长李志明讲话。", folder)] == [True]


def test_the_days_of_a_post_come_along() -> None:
    rows = (LeaderRow("李志明", "市委书记", "2026-01-08"), LeaderRow("李志明", "市长", "", "2026-01-07"))
    assert office_with(delivered_knowledge(), replace(NONE, leaders=rows)).leaders == (
        Leader("李志明", "市委书记", date(2026, 1, 8)),
        Leader("李志明", "市长", None, date(2026, 1, 7)),
    )


def test_levels_become_a_profile_and_unknown_ones_are_passed_over(folder: Path) -> None:
    profile = profile_of(replace(NONE, levels={"a": "hint", "b": OFF, "c": "shout"}))
    assert profile.levels == {"a": Level.HINT, "b": None}
    assert told(replace(NONE, levels={"mark.double": "hint"}), "会议召开，，要求抓落实。", folder) == [("，，", "，", Level.HINT)]
    assert told(replace(NONE, levels={"mark.double": OFF}), "会议召开，，要求抓落实。", folder) == []


def test_delivered_units_are_rows() -> None:
    rows = {row.name: row for row in delivered_units(delivered_knowledge())}
    assert "安监局" in rows["应急管理局"].former


def test_the_reader_follows_the_library_and_is_kept_while_nothing_changes(tmp_path: Path) -> None:
    library = Library.in_file(tmp_path / "library.db", tmp_path / "copies", TODAY)
    other = Library.in_file(tmp_path / "library.db", tmp_path / "copies", TODAY)
    reader = OfficeReader()
    without = reader.current(None)
    assert reader.current(None) is without
    assert reader.current(library) is without, "a library that sets nothing changes nothing"
    other.same_unit("甲局", "乙局")
    assert reader.current(library) is without, "what was written is nothing of ours"
    other.change_office_lists(NONE, replace(NONE, levels={"mark.double": OFF}))
    changed = reader.current(library)
    assert changed is not without and changed.profile.levels == {"mark.double": None}
    assert reader.current(library) is changed
    library.close()
    other.close()


def test_two_threads_that_ask_at_once_have_the_tables_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made, got = [], []

    def slow(lists: OfficeLists) -> Proofreader:
        time.sleep(0.05)
        made.append(Proofreader((), delivered_knowledge(), profile_of(lists)))
        return made[-1]

    monkeypatch.setattr(proofreading, "reader_of_lists", slow)
    reader = OfficeReader()
    threads = [threading.Thread(target=lambda: got.append(reader.current(None))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1 and got == [made[0], made[0]]


def test_a_program_without_window_reads_them_and_makes_no_library(tmp_path: Path) -> None:
    assert lists_of_office(tmp_path) == NONE and not list(tmp_path.iterdir())
    library = Library.in_file(tmp_path / "library.db", tmp_path / "copies", TODAY)
    library.ignore_word("创城办")
    library.close()
    assert lists_of_office(tmp_path).ignored == {"创城办"}
