"""The file form of an issue: it gives the issue back, and whatever is wrong in it is one sentence."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import UserError
from app.model.codec import VERSION, images_of, issue_from_json, issue_from_plain, issue_to_json, issue_to_plain
from app.model.issue import Issue
from app.model.people import Comment, ProofRound, Stretch
from app.model.signing import ChangedPlace, Recorded, Stage
from tests.model.issues import issue, issues

WHOLE = issue_to_json(issue())


def refusal(text: str | bytes) -> str:
    with pytest.raises(UserError) as caught:
        issue_from_json(text, "三月.jianbao")
    assert caught.value.sentence.startswith("三月.jianbao ")
    assert caught.value.sentence.endswith("。")
    return caught.value.sentence


def changed(change: Callable[[Any], object]) -> str:
    data = json.loads(WHOLE)
    change(data["issue"])
    return json.dumps(data)


def test_an_issue_comes_back_with_its_template() -> None:
    back = issue_from_json(WHOLE, "三月.jianbao")
    assert back == issue()
    assert back.template.presets == issue().template.presets


@settings(max_examples=40, deadline=None)
@given(issues())
def test_every_issue_comes_back_and_writes_the_same_text(value: Issue) -> None:
    text = issue_to_json(value)
    back = issue_from_json(text.encode(), "三月.jianbao", images_of(value))
    assert back == value
    assert issue_to_json(back) == text


def test_defaults_are_left_out_of_the_issue_and_written_in_its_template() -> None:
    data = issue_to_plain(issue())
    assert data["sections"][0]["articles"][1]["paragraphs"] == [{"id": 20, "text": "夜校开了三个班。"}]
    assert data["template"]["footer"]["end_mark"] == ""


def test_a_file_without_a_later_template_key_opens_with_its_default() -> None:
    data = json.loads(WHOLE)
    del data["issue"]["template"]["footer"]["end_mark"]
    assert issue_from_json(json.dumps(data), "三月.jianbao") == issue()


COMMENTS = (
    Comment(1, 15, 0, 7, "写明\n哪个公司", "张敏", "2031-03-08T15:20", "一是排查到位。", done=True),
    Comment(3, 99, 0, 0, "块已不在"),
    Comment(4, 15, 2, 7, "两段并成一段？", more=(Stretch(16, 0, 2),)),
)
ROUNDS = (ProofRound("一校", "张敏", "3月8日", 12, "改了两个人名", signed=True), ProofRound("二校", day="3月9日"))


def test_comments_and_rounds_come_back() -> None:
    said = replace(issue(), comments=COMMENTS, rounds=ROUNDS)
    text = issue_to_json(said)
    assert issue_from_json(text, "三月.jianbao") == said
    assert json.loads(text)["issue"]["rounds"][1] == {"name": "二校", "day": "3月9日"}


def test_the_way_to_sign_off_comes_back() -> None:
    trail = (
        Recorded("送签", "2031-03-08T15:20:00", "李编辑"),
        Recorded("改动", "2031-03-08T16:00:00", "王主任", places=(ChangedPlace("《青石镇》", "活动", "劳动"),), more=2),
        Recorded("解除签发", "2031-03-09T08:00:00", reason="错一字"),
    )
    sent = replace(issue(), stage=Stage.SUBMITTED, trail=trail)
    text = issue_to_json(sent)
    assert issue_from_json(text, "三月.jianbao") == sent
    assert json.loads(text)["issue"]["stage"] == "送签"
    with pytest.raises(UserError, match="已损坏"):
        issue_from_json(text.replace('"stage": "送签"', '"stage": "送走"'), "三月.jianbao")


@pytest.mark.parametrize("version", range(1, VERSION))
def test_a_file_of_an_older_version_opens_without_what_it_could_not_hold(version: int) -> None:
    data = json.loads(WHOLE)
    data["version"] = version
    assert not {"comments", "rounds", "stage", "trail"} & set(data["issue"])
    back = issue_from_json(json.dumps(data), "三月.jianbao")
    assert (back, back.comments, back.rounds, back.stage, back.trail) == (issue(), (), (), Stage.EDITING, ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "JSON"),
        (b"\xff\xfe\x00", "JSON"),
        ("{", "JSON"),
        ("[" * 100_000, "JSON"),
        ("9" * 5000, "JSON"),
        ("NaN", "JSON"),
        ('{"format": "bianbao", "format": "bianbao"}', "JSON"),
        ("[]", "不是编报的文件"),
        ("{}", "不是编报的文件"),
        ('{"format": "bianbao"}', "文件版本"),
        ('{"format": "bianbao", "version": true}', "文件版本"),
        (f'{{"format": "bianbao", "version": {VERSION + 1}, "issue": []}}', "请升级编报"),
        (f'{{"format": "bianbao", "version": {VERSION}}}', "缺少 issue"),
    ],
)
def test_what_is_no_issue_is_refused(text: str | bytes, said: str) -> None:
    assert said in refusal(text)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda d: d["masthead"]["number"].update(id=5), "重复"),
        (lambda d: d["sections"][0].update(id=5), "sections.1.id"),
        (lambda d: d.update(next_id=33), "footer.copies.id"),
        (lambda d: d.update(next_id=10**40), "next_id"),
        (lambda d: d["masthead"]["number"].update(id=0), "masthead.number.id"),
        (lambda d: d["masthead"]["number"].update(id=1.0), "masthead.number.id"),
        (lambda d: d["masthead"]["number"].update(role="body"), "masthead.number.role"),
        (lambda d: d["masthead"]["number"].update(role="nobody"), "masthead.number.role"),
        (lambda d: d["masthead"]["number"].update(text="第\n期"), "masthead.number.text 里有换行"),
        (lambda d: d["masthead"]["number"].update(text="第\ud800期"), "masthead.number.text"),
        (lambda d: d["masthead"]["number"].update(text="第\x00期"), "masthead.number.text"),
        (lambda d: d["masthead"]["number"].update(text=None), "masthead.number.text"),
        (lambda d: d["masthead"].pop("date"), "缺少 masthead.date"),
        (lambda d: d["masthead"].update(datum={}), "masthead.datum"),
        (lambda d: d.pop("masthead"), "缺少 masthead"),
        (lambda d: d.pop("template"), "template"),
        (lambda d: d["template"]["grid"].update(lines=200), "template.grid.lines"),
        (lambda d: d["template"]["contents"].update(pitch_pt=21), "template.contents.tightest_pitch_pt"),
        (lambda d: d["sections"][0]["articles"][0]["paragraphs"][1]["marks"][0].update(end=99), "marks.1"),
        (lambda d: d["sections"][0]["articles"][0]["paragraphs"][1]["marks"][0].update(end=0), "marks.1"),
        (lambda d: d["sections"][0]["articles"][0]["paragraphs"][1]["marks"][0].update(kind="glow"), "marks.1.kind"),
        (lambda d: d["sections"][0]["articles"][0]["paragraphs"][0].update(role="title"), "paragraphs.1.role"),
        (lambda d: d.update(sections={}), "sections"),
        (lambda d: d.update(sample=1), "sample"),
        (lambda d: d.update(comments=[{"number": 1, "block": 5, "start": -1, "end": 0, "text": "改"}]), "comments.1.start"),
        (lambda d: d.update(comments=[{"number": 1, "block": 5, "start": 0, "end": 0}]), "comments.1.text"),
        (lambda d: d.update(rounds=[{"name": "四校"}]), "rounds.1.name"),
        (lambda d: d.update(rounds=[{"name": "一校"}] * 4), "rounds"),
    ],
)
def test_what_breaks_a_law_is_named(change: Callable[[Any], object], said: str) -> None:
    sentence = refusal(changed(change))
    assert said in sentence
    assert "损坏" in sentence


_SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=4),
    st.builds(list),
    st.builds(dict),
    st.builds(lambda: [[{}]]),
    st.sampled_from([-1, 0, 1, 2**63, 1e308, "body", "\ud800", "\n"]),
)


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_no_mutation_raises_anything_but_a_sentence(data: st.DataObject) -> None:
    tree = copy.deepcopy(json.loads(WHOLE))
    for _ in range(data.draw(st.integers(1, 3))):
        place: Any = tree
        while isinstance(place, dict | list) and place:
            key = data.draw(st.sampled_from(list(place) if isinstance(place, dict) else list(range(len(place)))))
            if isinstance(place[key], dict | list) and place[key] and data.draw(st.integers(0, 3)):
                place = place[key]
                continue
            if data.draw(st.booleans()):
                place[key] = data.draw(_SCALARS)
            elif isinstance(place, dict):
                place[data.draw(st.text(max_size=3))] = place.pop(key)
            else:
                place.append(place.pop(key))
            break
    try:
        value = issue_from_json(json.dumps(tree), "三月.jianbao")
    except UserError as error:
        assert error.sentence.endswith("。")
    else:
        assert issue_from_plain(issue_to_plain(value)) == value
        issue_to_json(value).encode()


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(WHOLE.encode())), st.binary(max_size=6), st.integers(0, 40))
def test_no_mangled_bytes_raise_anything_but_a_sentence(at: int, put: bytes, cut: int) -> None:
    raw = WHOLE.encode()
    try:
        issue_from_json(raw[:at] + put + raw[at + cut :], "三月.jianbao")
    except UserError as error:
        assert error.sentence.endswith("。")
