from __future__ import annotations

from pathlib import Path

import pytest

from app import paths
from app.desk.templates import adjusted, available_templates, template_named
from app.errors import UserError

SHIPPED = (paths.templates(), True)


def test_the_shipped_templates_are_found_by_their_names() -> None:
    assert {entry.name for entry in available_templates([SHIPPED])} == {"工作简报", "精神文明建设简报", "信息快报"}
    assert template_named("信息快报", available_templates([SHIPPED])).name == "信息快报"


def test_an_unknown_name_lists_those_there_are() -> None:
    with pytest.raises(UserError, match=r"工作简报.*信息快报|信息快报.*工作简报"):
        template_named("公报", available_templates([SHIPPED]))


def test_the_users_template_hides_the_shipped_one(tmp_path: Path) -> None:
    text = (paths.templates() / "gongzuo-jianbao.toml").read_text("utf-8")
    (tmp_path / "ours.toml").write_text(text.replace("lines = 22", "lines = 20", 1), "utf-8")
    entries = available_templates([(tmp_path, False), SHIPPED])
    assert template_named("工作简报", entries).grid.lines == 20


def test_a_broken_template_doesnt_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "坏的.toml").write_text("name = \n", "utf-8")
    entries = available_templates([(tmp_path, False), SHIPPED])
    assert template_named("工作简报", entries).name == "工作简报"
    with pytest.raises(UserError, match="第 1 行"):
        template_named("坏的", entries)


def test_presets_and_single_keys() -> None:
    plain = template_named("工作简报", available_templates([SHIPPED]))
    changed = adjusted(plain, "26x22", {"grid.lines": "21"})
    assert (changed.grid.characters, changed.grid.lines) == (26, 21)
    with pytest.raises(UserError, match="26x22"):
        adjusted(plain, "99x99")
    with pytest.raises(UserError, match="grid"):
        adjusted(plain, None, {"grid.lines": "很多"})
