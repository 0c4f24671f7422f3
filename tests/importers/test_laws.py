"""Laws on generated texts: no character is lost, clean text stays as it is, wrapping and page turns are undone."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from app.importers.clean import RULES
from app.importers.intake import ReadOptions
from app.importers.read import read_text
from tests.importers.accounting import balance

CASES = Path(__file__).parent.parent / "cases" / "structure"
PIECES = (
    "云河市工作简报", "第7期", "（总第12期）", "云河市文明办  2024年3月8日", "目录", "【工作动态】", "◆ 简讯 ◆",
    "- 市教育局召开会议", "1. 县图书馆举办活动。3月5日，举办活动。", "市税务局 有序推进创城工作",
    "近日,市税务局召开\"专题\"会议,部署工作.", "会议强调，要压实责", "任，抓好落实。", "— 3 —", "一、加强领导",
    "（二）强化宣传。利用广播宣传。", "（市税务局供稿）", "编者按：现予刊发。", "附件：1.名单", "云河市文明办", "2024年3月8日",
    "报：市委常委", "发：各县  送：市人大", "共印 60 份", "ÊÐÕþ¸®°ì¹«ÊÒ", "索引号：Y01", "【打印】【关闭】", "“", "", "　　",
    "××局·讲话", "同志们：", "——以三镇为例", "责任编辑：何静", "\f", "编号：0017", "内部资料 注意保存", "（此件公开发布）",
    "本期增发：市委党校", "（云河市民政局）", "● 一条街的变化", "标题一…………3", "云办〔2024〕18号", "云河市文明办文件", "7月5日",
    "■南坪放映。■县馆开夜场。", "云河文旅　第15期　2024年8月2日　云河市文旅局编印", "二 〇 二 四 年 三 月 八 日",
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=30), st.sampled_from(["\n", "\n\n", " ", "\n　　"]))
def test_no_character_is_lost_in_any_order_of_parts(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    if text.strip():
        lost, invented = balance(read_text(text))
        assert not lost and not invented


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=3, max_size=20), st.sets(st.sampled_from([rule.id for rule in RULES]), max_size=8))
def test_no_character_is_lost_with_rules_switched_off(pieces: list[str], off: set[str]) -> None:
    text = "\n".join(pieces)
    if text.strip():
        lost, invented = balance(read_text(text, options=ReadOptions(off_rules=frozenset(off))))
        assert not lost and not invented


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=3, max_size=20), st.data())
def test_a_repair_taken_back_is_gone_and_nothing_is_lost(pieces: list[str], data: st.DataObject) -> None:
    text = "\n".join(pieces)
    repairs = read_text(text).repairs if text.strip() else ()
    if repairs:
        chosen = data.draw(st.sampled_from(repairs))
        again = read_text(text, options=ReadOptions(off_items=frozenset({chosen.key})))
        assert chosen.key not in {repair.key for repair in again.repairs}
        lost, invented = balance(again)
        assert not lost and not invented


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("云河市第期报发：，。“”\"'(1)20、 \n\t　—-【】Äã³Ç年月日编者按附件供稿"), min_size=1, max_size=120))
def test_no_character_is_lost_in_noise(text: str) -> None:
    if text.strip():
        lost, invented = balance(read_text(text))
        assert not lost and not invented


def clean_paragraphs() -> list[str]:
    """The paragraphs of our goldens: text as an editor would print it."""
    out: list[str] = []
    for file in sorted(CASES.glob("*.json")):
        for section in json.loads(file.read_text(encoding="utf-8"))["sections"]:
            for article in section["articles"]:
                out += [paragraph["text"] for paragraph in article["paragraphs"] if not paragraph["level"] and '"' not in paragraph["text"]]
    return out


def test_clean_text_stays_as_it_is() -> None:
    paragraphs = clean_paragraphs()
    text = "\n".join(["关于文明创建工作情况的报告", *paragraphs])
    assert len(text) > 5000
    assert read_text(text).text == text


@settings(max_examples=60, deadline=None)
@given(st.integers(24, 42), st.booleans(), st.data())
def test_hard_wrapped_paragraphs_become_whole(width: int, blank_lines: bool, data: st.DataObject) -> None:
    long_ones = [paragraph for paragraph in clean_paragraphs() if len(paragraph) > 70 and paragraph.endswith("。")]
    chosen = data.draw(st.lists(st.sampled_from(long_ones), min_size=4, max_size=8, unique=True))
    lines: list[str] = ["云河市文明创建工作情况"]
    for paragraph in chosen:
        lines += wrap(paragraph, width)
        lines += [""] if blank_lines else []
    found = read_text("\n".join(lines)).structure
    assert [paragraph.text for article in found.articles for paragraph in article.paragraphs] == chosen


def wrap(paragraph: str, width: int) -> list[str]:
    """Lines of `width` em with a first indent of two, no closing mark at a line's head."""
    lines, line = [], "　　"
    for char in paragraph:
        if sum(0.5 if ord(c) < 256 else 1 for c in line) + 1 > width and char not in "，。、；：！？”）》":
            lines.append(line)
            line = ""
        line += char
    return [*lines, line]
