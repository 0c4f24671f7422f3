"""Traditional text is told, and becomes simplified only where it is asked for, each place a repair that can be taken back."""

from __future__ import annotations

import pytest

from app.importers.clean.traditional import is_traditional
from app.importers.intake import ReadOptions
from app.importers.read import read_bytes, read_text

OLD = "雲湖鎮開展春季植樹活動\n三月五日，雲湖鎮組織幹部群眾二百餘人到雲湖東岸植樹，當天栽下楊柳三千株，並落實專人管護。乾坤朗朗，空氣乾燥。"
NEW = "云湖镇开展春季植树活动\n三月五日，云湖镇组织干部群众二百余人到云湖东岸植树，当天栽下杨柳三千株，并落实专人管护。乾坤朗朗，空气干燥。"


def test_it_is_told_and_left_alone_unasked() -> None:
    intake = read_text(OLD)
    assert intake.traditional and intake.text == OLD
    assert not read_text(NEW).traditional


def test_it_is_simplified_where_it_is_asked_for() -> None:
    intake = read_text(OLD, "", ReadOptions(simplify=True))
    assert intake.text == NEW
    assert {repair.rule for repair in intake.repairs} == {"simplify"}
    first = intake.repairs[0]
    again = read_text(OLD, "", ReadOptions(simplify=True, off_items=frozenset({first.key})))
    assert (again.text.startswith("雲") and again.text[3:] == NEW[3:]) or again.text != NEW
    assert read_bytes(OLD.encode("big5", "replace"), "来稿", ReadOptions(simplify=True, encoding="big5")).text.startswith("云湖镇")


@pytest.mark.parametrize(
    "text", ["書法家王羲之的《蘭亭集序》在云河市博物馆展出，观众络绎不绝，纷纷驻足欣赏，啧啧称赞。", "後", "", NEW * 20]
)
def test_a_quoted_name_makes_no_text_traditional(text: str) -> None:
    assert not is_traditional(text)
