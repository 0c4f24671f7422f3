"""The templates that can be edited, with what was changed in each and not saved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.desk.found_look import FoundLook, FoundPicture, FoundValue
from app.desk.own_templates import OwnTemplates
from app.desk.sample import sample_issue
from app.desk.template_shelf import Shelf, Slot, differing, like
from app.errors import UserError
from app.model.template_fields import with_all, with_value
from app.model.template_lists import with_entry
from tests.model.pictures import png


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(OwnTemplates(tmp_path / "templates"))


def edit(slot: Slot, key: str, value: int | float | str) -> None:
    assert slot.draft is not None
    slot.draft = slot.draft.with_value(key, value)


def named(shelf: Shelf, name: str) -> Slot:
    return next(slot for slot in shelf.slots if slot.name == name)


def test_a_copy_takes_what_was_changed_and_leaves_the_shipped_one_as_it_was(shelf: Shelf) -> None:
    shipped = named(shelf, "工作简报")
    edit(shipped, "grid.lines", 21)
    copy = shelf.copy(shipped, "城建简报")
    assert copy.kind == "own" and copy.draft and copy.draft.template.grid.lines == 21 and not copy.unsaved
    assert shipped.draft and shipped.draft.template.grid.lines == 22 and not shipped.unsaved
    assert shelf.slots[0] is copy and shelf.nearest(copy) is shipped
    assert Shelf(OwnTemplates(copy.entry.path.parent)).slots[0].name == "城建简报"  # type: ignore[union-attr]


def test_saving_and_renaming(shelf: Shelf) -> None:
    own = shelf.copy(named(shelf, "信息快报"), "快报")
    edit(own, "grid.lines", 21)
    shelf.rename(own, "市快报")
    assert own.name == "市快报" and own.unsaved and own.entry and own.entry.template and own.entry.template.grid.lines == 22
    shelf.save(own)
    assert not own.unsaved and own.entry.template.grid.lines == 21
    with pytest.raises(UserError, match="已经有"):
        shelf.rename(own, "工作简报")
    with pytest.raises(UserError):
        shelf.save(named(shelf, "工作简报"))


def test_taken_away_and_brought_back(shelf: Shelf) -> None:
    own = shelf.copy(named(shelf, "信息快报"), "快报")
    edit(own, "grid.lines", 20)
    removed = shelf.remove(own)
    assert removed and own not in shelf.slots
    assert shelf.bring_back(own, removed, 0) is own and shelf.slots[0] is own and own.unsaved
    shelf.save(own)
    found = shelf.take_look(FoundLook(own.draft.template))  # type: ignore[union-attr]
    assert shelf.remove(found) is None and shelf.bring_back(found, None, 99) is shelf.slots[-1]


def test_the_open_issue_s_look_comes_first_and_follows_it(shelf: Shelf) -> None:
    issue = sample_issue()
    slot = shelf.take_issue(issue, another=True)
    assert slot is shelf.slots[0] and slot and not slot.unsaved
    changed = replace(issue, template=with_value(issue.template, "grid.lines", 21))
    assert shelf.take_issue(changed, another=False) is slot and slot.draft
    assert slot.draft.template.grid.lines == 21 and not slot.unsaved
    edit(slot, "grid.lines", 20)
    shelf.take_issue(issue, another=False)
    assert slot.draft.template.grid.lines == 20 and slot.unsaved, "what is being edited is not lost"
    other = shelf.take_issue(replace(issue, template=with_value(issue.template, "name", "别的")), another=True)
    assert shelf.slots[0] is other and slot.kind == "found" and slot.unsaved, "nor with another issue"
    assert shelf.take_issue(None, another=True) is None and shelf.issue_slot is None


def test_what_was_taken_from_an_issue_becomes_an_own_one_with_its_picture_and_notes(shelf: Shelf) -> None:
    template = with_all(named(shelf, "工作简报").draft.template, {"name": "信访简报", "masthead.image": "题字.png"})  # type: ignore[union-attr]
    look = FoundLook(template, (FoundValue("paper.left_mm", "28 毫米", "read"),), (), FoundPicture("题字.png", png(40, 10)))
    slot = shelf.take_look(look)
    own = shelf.copy(slot, "信访简报")
    assert slot not in shelf.slots and own.draft and own.draft.notes["paper.left_mm"].how == "read"
    assert own.draft.present.picture == look.picture and own.entry and (own.entry.path.parent / "题字.png").exists()


def test_a_broken_file_is_listed_with_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "坏的.toml").write_text("name = \n", "utf-8")
    (slot,) = [slot for slot in Shelf(OwnTemplates(tmp_path)).slots if slot.kind == "own"]
    assert slot.draft is None and "第 1 行" in slot.problem and slot.name == "坏的"


def test_values_are_made_like_those_of_another_template(shelf: Shelf) -> None:
    plain = named(shelf, "工作简报").draft.template  # type: ignore[union-attr]
    other = with_entry(with_all(plain, {"grid.lines": 21, "title.size_pt": 20.0, "name": "别的"}), "footer.recipients")
    assert {one.spec.key for one in differing(plain, other)} >= {"grid.lines", "title.size_pt"}
    assert "name" not in {one.spec.key for one in differing(plain, other)}
    assert like(plain, other, ["grid.lines"]) == {"grid.lines": 21}
    everything = with_all(plain, like(plain, other, [one.spec.key for one in differing(plain, other)]))
    assert everything == with_value(other, "name", plain.name)
    back = with_all(everything, like(everything, plain, [one.spec.key for one in differing(everything, plain)]))
    assert back == plain
