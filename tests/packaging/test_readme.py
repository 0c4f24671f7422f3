"""The two read-me pages open with the two commands, name commands that exist, and link to files that are there."""

from __future__ import annotations

import re

import pytest

from app.cli_parser import make_parser
from tests.packaging.conftest import PACKAGING

CHECKOUT = PACKAGING.parent
PAGES = ["README.md", "README.zh-CN.md"]
COMMAND = re.compile(r"^    python3 (packaging/\w+\.py)(?: (\w+))?(.*?)(?:  #.*)?$", re.MULTILINE)


def page(name: str) -> str:
    return (CHECKOUT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_the_two_commands_come_first(name: str) -> None:
    commands = [found[1] for found in COMMAND.finditer("\n".join(page(name).splitlines()[:6]))]
    assert commands == ["packaging/run.py", "packaging/test.py"]


def test_the_pages_are_twins() -> None:
    pages = [page(name) for name in PAGES]
    english, chinese = ([found.groups()[:2] for found in COMMAND.finditer(text)] for text in pages)
    assert english == chinese
    assert len({text.count("\n## ") for text in pages}) == 1
    assert len({text.count("\n| ") for text in pages}) == 1


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", page(name))
    assert links
    assert [link for link in links if not (CHECKOUT / link).exists()] == []


def test_every_command_named_is_one_of_the_program() -> None:
    named = {found[2] for found in COMMAND.finditer(page("README.md")) if found[2]}
    offered = make_parser().format_help()
    assert named
    assert [command for command in named if not re.search(rf"^    {command}\b", offered, re.MULTILINE)] == []
