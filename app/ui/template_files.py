"""A template under work is saved, copied, renamed, taken away, brought in and handed out; what was done, or why not, is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from app.desk.own_templates import file_stem
from app.desk.template_shelf import Shelf, Slot
from app.errors import UserError
from app.ui.asking import Asker
from app.ui.message_bar import MessageBar

_FILES = "版式文件 (*.toml)"


class _Shows(Protocol):
    """Who shows the templates."""

    bar: MessageBar

    def show_slot(self, slot: Slot) -> None:
        """Go to a template."""

    def refresh(self) -> None:
        """Show the one at hand as it is now."""

    def say(self, words: str) -> None:
        """Say what was done."""


class TemplateFiles:
    """Does what concerns files for the dialog; `folder` is where file dialogs start."""

    def __init__(self, shelf: Shelf, asker: Asker, folder: Callable[[], str], shows: _Shows) -> None:
        self._shelf, self._asker, self._folder, self._shows = shelf, asker, folder, shows

    def save(self, slot: Slot) -> None:
        """Save a template of the user's own; any other one as one of the user's own."""
        if slot.kind != "own":
            self.copy(slot)
            return
        if self._try(lambda: self._shelf.save(slot)):
            self._shows.say("存好了。")
        self._shows.refresh()

    def copy(self, slot: Slot) -> None:
        """Save a template as it is now as one more of the user's own."""
        name = self._asker.template_name("存为自己的版式", "给这个版式起个名字：", self._shelf.free_name(slot.name))
        made: list[Slot] = []
        if name and self._try(lambda: made.append(self._shelf.copy(slot, name))):
            self._shows.show_slot(made[0])
            self._shows.say(f"存成了“{name}”。")

    def rename(self, slot: Slot) -> None:
        """Give a template of the user's own another name."""
        name = self._asker.template_name("改名", "这个版式改叫：", slot.name)
        if name and name != slot.name and self._try(lambda: self._shelf.rename(slot, name)):
            self._shows.show_slot(slot)
            self._shows.say("改好了名字。")

    def remove(self, slot: Slot) -> None:
        """Take a template of the user's own away, with a way back."""
        self._try(lambda: self._take_away(slot))

    def _take_away(self, slot: Slot) -> None:
        at, name = self._shelf.slots.index(slot), slot.name
        removed = self._shelf.remove(slot)
        self._shows.show_slot(self._shelf.slots[min(at, len(self._shelf.slots) - 1)])

        def bring_back() -> None:
            self._try(lambda: self._shows.show_slot(self._shelf.bring_back(slot, removed, at)))

        self._shows.bar.say("done", f"删去了版式“{name}”。", [("撤销", bring_back)])

    def take_in(self) -> None:
        """Take a template's file in, such as a colleague's."""
        path = self._asker.open_name("取入版式文件", self._folder(), _FILES)
        made: list[tuple[Slot, str]] = []
        if path is not None and self._try(lambda: made.append(self._shelf.take_in(path))):
            slot, told = made[0]
            self._shows.show_slot(slot)
            if told:
                self._shows.bar.say("info", told)
            self._shows.say(f"取入了“{slot.name}”。")

    def write_out(self, slot: Slot) -> None:
        """Write a template's file for somebody else."""
        path = self._asker.save_name("存出版式文件", Path(self._folder()) / f"{file_stem(slot.name)}.toml", _FILES)
        if path is not None and self._try(lambda: self._shelf.write_out(slot, path)):
            self._shows.say(f"存成了 {path.name}，可以拿给别人取入。")

    def _try(self, act: Callable[[], object]) -> bool:
        """Do something with files, or say why not."""
        try:
            act()
        except UserError as error:
            self._shows.bar.say("error", error.sentence)
            return False
        return True
