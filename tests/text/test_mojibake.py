"""Text read by the wrong encoding, and text that only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.text.mojibake import find_mojibake

LINES = ("云河市政府办公室开展志愿服务活动，第7期。", "会议强调：“要压实责任”，共印260份", "市税务局")


def recovered(text: str) -> str:
    for item in reversed(list(find_mojibake(text))):
        text = text[: item.start] + item.after + text[item.end :]
    return text


def as_cp1252(text: str, encoding: str) -> str:
    undefined = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
    return "".join(chr(byte) if byte in undefined else bytes((byte,)).decode("cp1252") for byte in text.encode(encoding))


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_bytes_shown_as_latin1_or_cp1252(encoding: str) -> None:
    text = "\n".join(LINES)
    assert recovered(text.encode(encoding).decode("latin-1")) == text
    assert recovered(as_cp1252(text, encoding)) == text


def test_only_the_spoilt_lines_change() -> None:
    text = f"{LINES[0]}\n{LINES[1].encode('gbk').decode('latin-1')}\n{LINES[2]}"
    assert recovered(text) == "\n".join(LINES)


def test_a_character_cut_by_a_line_end_is_finished_on_the_next_line() -> None:
    raw = LINES[0].encode("gbk").decode("latin-1")
    assert recovered(f"{raw[:21]}\n{raw[21:]}").replace("\n", "") == LINES[0]


def test_utf8_shown_as_gbk_with_lost_bytes() -> None:
    text = "市政府召开简报工作会议，部署重点任务。\n第13期\n2024年5月10日"
    spoilt = text.encode("utf-8").decode("gbk", "replace")
    assert "\ufffd" in spoilt
    assert recovered(spoilt) == text


@pytest.mark.parametrize("text", ["××市××局", "25°C±3", "李明·讲话", "“××”行动——×", "3×5＝15", "café naïve", "§3 ² ³"])
def test_honest_signs_stay(text: str) -> None:
    assert not list(find_mojibake(text))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=40))
def test_chinese_text_is_never_taken_for_mojibake(text: str) -> None:
    # Characters that are the image of UTF-8 read as GBK come in runs; a random text of common Han is none.
    if not list(find_mojibake(text)):
        assert recovered(text) == text
    else:
        assert text.encode("gb18030").decode("utf-8")
