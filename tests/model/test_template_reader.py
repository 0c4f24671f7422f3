"""Templates: what is right is read, what is wrong is named with file, line, key and what may stand there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import paths
from app.errors import UserError
from app.model.template import Template
from app.model.template_reader import (
    read_template,
    template_from_plain,
    template_to_plain,
    with_preset,
    with_values,
)

SMALLEST = """\
name = "试验简报"

[paper]
width_mm = 210
height_mm = 297
top_mm = 37
bottom_mm = 35
left_mm = 28
right_mm = 26

[grid]
characters = 28
lines = 22

[faces]
body = "仿宋"
title = "小标宋"
hei = "黑体"
kai = "楷体"
number = "宋体"

[masthead]
top_mm = 45.0
number = {}
issuer = {}
rule = {}

[[masthead.lines]]
text = "云河市"
size_pt = 36

[[masthead.lines]]
# a comment with "quotes" and [brackets]
text = "试验简报"
size_pt = 60.5

[presets.26x22]
grid.characters = 26
paper = { left_mm = 30, right_mm = 30 }
"""


def refusal(text: str) -> str:
    with pytest.raises(UserError) as caught:
        read_template(text, "试验.toml")
    sentence = caught.value.sentence
    assert sentence.startswith("版式文件 试验.toml")
    assert sentence.endswith("。")
    assert sentence.count("。") - sentence.count("“。”") == 1
    return sentence


def shipped() -> list[Path]:
    return sorted(paths.templates().glob("*.toml"))


def line_of(part: str) -> int:
    return next(number for number, line in enumerate(SMALLEST.splitlines(), 1) if part in line)


def test_the_smallest_template_takes_defaults_for_the_rest() -> None:
    template = read_template(SMALLEST, "试验.toml")
    assert template.name == "试验简报"
    assert template.masthead.lines[1].size_pt == 60.5
    assert template.masthead.number.size_pt == 16.0
    assert template.page_number.form == "— {} —"
    assert isinstance(template.paper.left_mm, float)
    assert template.presets == (("26x22", (("grid.characters", 26), ("paper.left_mm", 30), ("paper.right_mm", 30))),)


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("characters = 28", "characters = 31", ["grid.characters", "31", "24 到 30", "整数"]),
        ("characters = 28", "characters = 28.0", ["grid.characters", "整数"]),
        ("characters = 28", "characters = true", ["grid.characters", "true"]),
        ("characters = 28", 'characters = "二十八"', ["grid.characters", "“二十八”"]),
        ("characters = 28", "charaters = 28", ["没有 grid.charaters", "是不是想写 grid.characters"]),
        ("top_mm = 45.0", "top_mm = nan", ["masthead.top_mm", "20 到 110"]),
        ("top_mm = 45.0", "top_mm = 1e400", ["masthead.top_mm"]),
        ("top_mm = 45.0", 'top_mm = 45.0\nimage = "../题字.png"', ["masthead.image", "“../题字.png”", "旁边的图片的文件名"]),
        ("top_mm = 45.0", "top_mm = 45.0\nimage_width_mm = 190", ["masthead.image_width_mm", "190", "20 到 180"]),
        ("size_pt = 60.5", "size_pt = 160.5", ["masthead.lines.2.size_pt", "160.5", "20 到 110"]),
        ("size_pt = 60.5", 'size_pt = 60.5\nface = "song"', ["masthead.lines.2.face", "“song”", "“title”"]),
        ('text = "试验简报"', 'text = ""', ["masthead.lines.2.text", "空文字"]),
        ('text = "试验简报"', 'text = "试验\\n简报"', ["masthead.lines.2.text", "换行"]),
        ('name = "试验简报"', 'name = ["试验简报"]', ["name", "1 项的列表"]),
        ("left_mm = 28", "left_mm = 2", ["paper.left_mm", "10 到 60"]),
        ("grid.characters = 26", "grid.characters = 36", ["presets.26x22.grid.characters", "24 到 30"]),
        ("grid.characters = 26", "grid.width = 36", ["没有 presets.26x22.grid.width"]),
        ("grid.characters = 26", "grid.characters = [26]", ["presets.26x22.grid.characters"]),
    ],
)
def test_a_wrong_value_is_named_with_its_line(right: str, wrong: str, said: list[str]) -> None:
    sentence = refusal(SMALLEST.replace(right, wrong, 1))
    for words in said:
        assert words in sentence
    line = line_of(right.strip()) + wrong.count("\n")
    assert f"第 {line} 行" in sentence


@pytest.mark.parametrize(
    ("right", "said", "line"),
    [
        ("lines = 22\n", "缺少 grid.lines，应为 20 到 26 之间的整数", "[grid]"),
        ('text = "试验简报"\n', "缺少 masthead.lines.2.text", "size_pt = 36"),
        ('name = "试验简报"\n', "缺少 name", ""),
    ],
)
def test_a_missing_key_stands_on_the_line_of_its_table(right: str, said: str, line: str) -> None:
    sentence = refusal(SMALLEST.replace(right, "", 1))
    assert said in sentence
    number = line_of(line) + (2 if line.startswith("size") else 0) if line else 1
    shift = -1 if right.startswith("name") and line else 0
    assert f"第 {number + shift} 行" in sentence


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("[contents]\ntightest_pitch_pt = 40\n", ["contents.tightest_pitch_pt", "40", "contents.pitch_pt 的 38"]),
        ("[contents]\nwidest_pitch_pt = 30\n", ["contents.pitch_pt", "contents.widest_pitch_pt 的 30"]),
        ('[colours]\nred = "红"\n', ["colours.red", "“红”", "#FF0000"]),
        ("[colours]\nred = 16711680\n", ["colours.red", "16711680"]),
        ('[page_number]\nform = "第页"\n', ["page_number.form", "{}"]),
        ('[footer]\ncopies_form = "{}{}"\n', ["footer.copies_form", "{}"]),
        ("[body]\nlead_bold = 1\n", ["body.lead_bold", "true"]),
        ("[page_number]\ngap_mm = 25\nsize_pt = 18\n[footer]\n", []),
        ("[footer]\nrecipients = [1]\n", ["footer.recipients.1"]),
        ("[footer]\nrecipients = 1\n", ["footer.recipients", "0 到 12 项"]),
        ("[unknown]\n", ["没有 unknown", "paper"]),
    ],
)
def test_the_optional_tables_are_checked_too(added: str, said: list[str]) -> None:
    text = SMALLEST + added
    if not said:
        assert read_template(text, "试验.toml").page_number.gap_mm == 25
        return
    sentence = refusal(text)
    for words in said:
        assert words in sentence
    assert int(re.findall(r"第 (\d+) 行", sentence)[0]) > SMALLEST.count("\n")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"paper.left_mm": 60, "paper.right_mm": 60, "paper.width_mm": 170}, "版心至少要宽 60 毫米"),
        ({"paper.top_mm": 80, "paper.bottom_mm": 80, "paper.height_mm": 220}, "版心至少要高 90 毫米"),
        ({"grid.characters": 30, "paper.left_mm": 45}, "不能大于版心宽度"),
        ({"grid.lines": 26, "paper.height_mm": 170, "body.size_pt": 18}, "不能大于版心高度"),
        ({"masthead.lines.1.target_width_mm": 160}, "masthead.lines.1.target_width_mm"),
        ({"page_number.gap_mm": 20, "paper.bottom_mm": 20}, "page_number.gap_mm"),
        ({"faces.title": "body"}, "faces.title 填的是 “body”，应为字体的名称"),
        ({"faces.digits": "hei"}, "faces.digits 填的是 “hei”"),
    ],
)
def test_values_that_contradict_each_other_are_refused(changes: dict[str, object], said: str) -> None:
    with pytest.raises(UserError, match=re.escape(said)):
        with_values(read_template(SMALLEST, "试验.toml"), changes)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('name = "a"\nname = "b"\n', "第 2 行：同一项写了两次"),
        ("[paper]\n[paper]\n", "写了两次"),
        ('name = "a\n', "第 1 行：不合 TOML 的写法"),
        ("name = \n\n[grid", "不合 TOML 的写法"),
        ("a = " + "[" * 5000, "不合 TOML 的写法"),
        ("a = " + "9" * 5000, "不合 TOML 的写法"),
        ("", "缺少 name"),
        ("#" * 1_000_001, "太大"),
    ],
)
def test_what_is_no_toml_is_refused_with_its_line(text: str, said: str) -> None:
    assert said in refusal(text)


def test_lines_are_found_behind_values_that_span_lines() -> None:
    head = 'description = """\n[grid]\ncharacters = 1\n"""\n'
    text = SMALLEST.replace("\n\n[paper]", f"\n{head}\n[paper]", 1)
    assert "description 里有换行" in refusal(text)
    text = text.replace('"""\n[grid]', "'''\n[grid]").replace('1\n"""', "1\n'''").replace("characters = 28", "characters = 99")
    assert f"第 {line_of('characters = 28') + 4} 行" in refusal(text)


def test_a_byte_order_mark_is_no_error() -> None:
    assert read_template("\ufeff" + SMALLEST, "试验.toml").name == "试验简报"


def test_values_from_a_command_line_are_read_as_their_keys_type() -> None:
    template = read_template(SMALLEST, "试验.toml")
    changed = with_values(
        template,
        {"grid.characters": "26", "paper.left_mm": "30", "body.lead_bold": "否", "masthead.lines.2.text": "100", "flow.body_start": "auto"},
    )
    assert changed.grid.characters == 26
    assert changed.paper.left_mm == 30.0
    assert changed.body.lead_bold is False
    assert changed.masthead.lines[1].text == "100"
    assert changed.flow.body_start == "auto"
    assert template.grid.characters == 28


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("grid.characters", "二十", "“二十”"),
        ("grid.character", "26", "是不是想写 grid.characters"),
        ("gird.characters", "26", "没有 gird 这一项，是不是想写 grid"),
        ("masthead.lines.4.text", "x", "第 1 到 2 项"),
        ("masthead.lines.第一.text", "x", "第 1 到 2 项"),
        ("grid.characters.more", "1", "没有 grid.characters.more"),
        ("grid", "1", "grid"),
        ("presets.26x22.grid", "1", "没有 presets"),
        ("presets", "1", "presets 填的是 “1”"),
        ("", "1", "没有"),
    ],
)
def test_a_wrong_setting_is_named(key: str, value: str, said: str) -> None:
    with pytest.raises(UserError) as caught:
        with_values(read_template(SMALLEST, "试验.toml"), {key: value})
    assert said in caught.value.sentence


@given(
    key=st.text(alphabet="gridchmasterlneop.0123 _", max_size=30),
    value=st.one_of(st.none(), st.text(max_size=5), st.integers(), st.lists(st.none())),
)
def test_no_setting_raises_anything_else(key: str, value: object) -> None:
    template = read_template(SMALLEST, "试验.toml")
    try:
        with_values(template, {key: value})
    except UserError as error:
        assert error.sentence.endswith("。")


@given(st.data())
def test_no_mangled_template_raises_anything_else(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(SMALLEST)))
    end = data.draw(st.integers(at, min(at + 12, len(SMALLEST))))
    text = SMALLEST[:at] + data.draw(st.text(max_size=4)) + SMALLEST[end:]
    try:
        read_template(text, "试验.toml")
    except UserError as error:
        line = re.search(r"第 (\d+) 行", error.sentence)
        assert line is not None
        assert 1 <= int(line[1]) <= text.count("\n") + 1


def test_a_preset_sets_its_values_and_an_unknown_one_names_the_others() -> None:
    template = read_template(SMALLEST, "试验.toml")
    assert with_preset(template, "26x22").paper.left_mm == 30.0
    with pytest.raises(UserError, match="没有预设 30x22，可以选 26x22"):
        with_preset(template, "30x22")


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
class TestShipped:
    def test_it_writes_every_key_out(self, path: Path) -> None:
        text = path.read_text("utf-8")
        missing = [key for key in leaf_keys(template_to_plain(read_template(text, path.name))) if key not in read_keys(text)]
        assert missing == []

    def test_every_value_has_its_source(self, path: Path) -> None:
        body = path.read_text("utf-8").partition("[paper]")[2].partition("[presets")[0]
        for line in body.splitlines():
            if "=" in line:
                assert "#" in line, line

    def test_its_presets_are_the_three_of_the_project(self, path: Path) -> None:
        template = read_template(path.read_text("utf-8"), path.name)
        cells = {name: with_preset(template, name).cell_twips for name, _ in template.presets}
        assert cells == {"28x22": 315, "27x22": 320, "26x22": 320}
        assert template.line_twips == 579
        assert with_preset(template, "28x22") == template

    def test_it_names_no_place(self, path: Path) -> None:
        template = read_template(path.read_text("utf-8"), path.name)
        texts = [line.text for line in template.masthead.lines] + [template.masthead.issuer_text]
        assert any("××" in text for text in texts)
        assert not any(place in path.read_text("utf-8") for place in ("聊城", "周口", "武威", "济南"))

    def test_it_survives_being_plain(self, path: Path) -> None:
        template = read_template(path.read_text("utf-8"), path.name)
        assert template_from_plain(template_to_plain(template)) == template


def test_the_three_bulletins_are_shipped() -> None:
    templates = {read_template(path.read_text("utf-8"), path.name).name: path.name for path in shipped()}
    assert {"工作简报", "精神文明建设简报", "信息快报"} <= templates.keys()
    assert all(name.isascii() for name in templates.values())


def leaf_keys(value: object, prefix: str = "") -> set[str]:
    """Dotted keys of all scalars; list entries without their numbers, presets left out."""
    if isinstance(value, dict):
        return {key for name, item in value.items() if name != "presets" for key in leaf_keys(item, f"{prefix}.{name}" if prefix else name)}
    if isinstance(value, list):
        return {key for item in value for key in leaf_keys(item, prefix)} or {prefix}
    return {prefix}


def read_keys(text: str) -> set[str]:
    return leaf_keys(tomllib.loads(text))


def test_a_template_needs_no_file_to_be_checked() -> None:
    assert isinstance(template_from_plain(template_to_plain(read_template(SMALLEST, "试验.toml"))), Template)


def test_a_template_names_the_picture_of_its_masthead() -> None:
    plain = read_template(SMALLEST, "试验.toml").masthead
    assert (plain.image, plain.image_width_mm) == ("", 120.0)
    named = read_template(SMALLEST.replace("top_mm = 45.0", 'top_mm = 45.0\nimage = "题字.png"\nimage_width_mm = 90'), "试验.toml").masthead
    assert (named.image, named.image_width_mm) == ("题字.png", 90.0)
