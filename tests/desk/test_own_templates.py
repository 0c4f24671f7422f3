"""The user's own templates are written whole, never over another one, and what goes can be brought back."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import paths
from app.desk.found_look import FoundPicture
from app.desk.own_templates import EARLIER, OwnTemplates
from app.desk.templates import template_file
from app.errors import UserError
from app.model.template import Template
from app.model.template_fields import with_all, with_value
from tests.model.pictures import png


@pytest.fixture
def own(tmp_path: Path) -> OwnTemplates:
    return OwnTemplates(tmp_path / "templates")


def template(name: str = "城建简报", **values: object) -> Template:
    shipped = template_file(paths.templates() / "gongzuo-jianbao.toml")
    return with_all(shipped, {"name": name, **{key.replace("__", "."): value for key, value in values.items()}})


def test_a_template_is_added_saved_and_listed_before_the_shipped_ones(own: OwnTemplates) -> None:
    entry = own.add(template())
    again = own.save(entry, with_value(template(), "grid.lines", 21))
    first, *others = own.entries()
    assert first == again and first.path.name == "城建简报.toml" and not first.shipped
    assert [one.shipped for one in others] == [True, True, True]
    (kept,) = (own.folder / EARLIER).glob("*.toml")
    assert template_file(kept) == template(), "the earlier form was kept"


def test_the_shipped_ones_are_never_written(own: OwnTemplates) -> None:
    shipped = own.entries()[0]
    before = shipped.path.read_bytes()
    for act in (lambda: own.save(shipped, template()), lambda: own.remove(shipped)):
        with pytest.raises(UserError, match="随程序带来"):
            act()
    assert shipped.path.read_bytes() == before and not own.folder.exists()


def test_names_are_given_once(own: OwnTemplates) -> None:
    entry = own.add(template())
    for taken in ("城建简报", "工作简报"):
        with pytest.raises(UserError, match=f"“{taken}”.*换一个名字"):
            own.add(template(taken))
    other = own.add(template("信访简报"))
    with pytest.raises(UserError, match="城建简报"):
        own.save(other, template("城建简报"))
    assert own.free_name("城建简报") == "城建简报 2" and own.free_name("新的") == "新的"
    assert own.save(entry, template("城建专报")).path == entry.path, "a renamed template stays in its file"
    assert own.add(template()).path.name == "城建简报 2.toml"


def test_a_name_that_no_file_may_have_is_written_all_the_same(own: OwnTemplates) -> None:
    entry = own.add(template("7/8月：简报?.."))
    assert entry.path.name == "7-8月：简报-.toml"
    assert own.entries()[0].name == "7/8月：简报?.."


def test_what_was_changed_elsewhere_is_not_overwritten(own: OwnTemplates) -> None:
    entry = own.add(template())
    elsewhere = own.save(entry, template(grid__lines=21))
    with pytest.raises(UserError, match="别处改过"):
        own.save(entry, template(grid__lines=20))
    assert template_file(elsewhere.path).grid.lines == 21


def test_what_was_taken_away_comes_back(own: OwnTemplates) -> None:
    entry = own.add(template())
    removed = own.remove(entry)
    assert entry.name not in {one.name for one in own.entries()}
    assert own.bring_back(removed) == entry
    removed = own.remove(entry)
    own.add(template(grid__lines=20))
    with pytest.raises(UserError, match="已经有"):
        own.bring_back(removed)


def test_a_picture_stands_beside_its_template_and_over_no_other(own: OwnTemplates) -> None:
    one, other = FoundPicture("题字.png", png(40, 10)), FoundPicture("题字.png", png(50, 10))
    named = template("甲", masthead__image="题字.png")
    first = own.add(named, one)
    second = own.add(with_value(named, "name", "乙"), other)
    third = own.add(with_value(named, "name", "丙"), one)
    assert [entry.template and entry.template.masthead.image for entry in (first, second, third)] == ["题字.png", "题字 2.png", "题字.png"]
    assert own.picture_of(second) == FoundPicture("题字 2.png", other.data)
    with pytest.raises(UserError, match="还没有选"):
        own.add(with_value(named, "name", "丁"))


def test_a_template_goes_to_a_colleague_and_in_there(own: OwnTemplates, tmp_path: Path) -> None:
    stick = tmp_path / "U盘"
    stick.mkdir()
    picture = FoundPicture("题字.png", png(40, 10))
    sent = template(masthead__image="题字.png")
    own.write_out(sent, picture, stick / "城建.toml")
    entry, told = own.take_in(stick / "城建.toml")
    assert entry.template == sent and not told and own.picture_of(entry) == picture
    again, told = own.take_in(stick / "城建.toml")
    assert again.name == "城建简报 2" and "“城建简报 2”" in told
    (stick / "题字.png").unlink()
    bare, told = own.take_in(stick / "城建.toml")
    assert bare.template and bare.template.masthead.image == "" and "题字.png" in told
    (stick / "题字.png").write_bytes(png(50, 10))
    with pytest.raises(UserError, match="另一个"):
        own.write_out(sent, picture, stick / "城建.toml")
    (stick / "坏的.toml").write_text("name = ", "utf-8")
    with pytest.raises(UserError, match="第 1 行"):
        own.take_in(stick / "坏的.toml")


def test_a_folder_that_cant_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserError):
        OwnTemplates(tmp_path / "file" / "templates").add(template())
