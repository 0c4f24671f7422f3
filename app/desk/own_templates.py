"""The folder of the user's own templates is kept: listed beside the shipped ones, written, renamed, taken away and brought back.

Nothing is lost there: what is overwritten or taken away goes into a folder beside, and shipped templates are never written.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path

from app import paths
from app.atomic import write_atomically
from app.desk.files import read_file, sentence_of
from app.desk.found_look import FoundPicture
from app.desk.templates import TemplateEntry, entry_of, template_file
from app.errors import UserError
from app.model.image_file import MOST_BYTES
from app.model.template import Template
from app.model.template_fields import with_value
from app.model.template_writer import write_template
from app.records import dataclass

EARLIER = "以前的"
"""The folder, within that of the templates, of what was overwritten or taken away."""
_MOST_EARLIER = 60
_NOT_IN_NAMES = '\\/:*?"<>|'
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Removed:
    """A template that was taken away: its file where it stood, and where it is now."""

    name: str
    path: Path
    kept: Path


def file_stem(name: str) -> str:
    """A template's name as a file may be called, without its ending."""
    return "".join("-" if char in _NOT_IN_NAMES else char for char in name).strip(" .")[:_LONGEST_NAME] or "版式"


class OwnTemplates:
    """The templates of this machine; `folder` holds the user's own, `shipped` those that come with the program."""

    def __init__(self, folder: Path | None = None, shipped: Path | None = None) -> None:
        self.folder = folder or paths.user_data() / "templates"
        self._shipped = shipped or paths.templates()

    def entries(self) -> tuple[TemplateEntry, ...]:
        """Every template file, the user's own first; none hides another."""
        own = [entry_of(path, shipped=False) for path in sorted(self.folder.glob("*.toml"))]
        return (*own, *(entry_of(path, shipped=True) for path in sorted(self._shipped.glob("*.toml"))))

    def picture_of(self, entry: TemplateEntry) -> FoundPicture | None:
        """The picture that a template prints in the place of the bulletin's name. Raises `UserError` where it can't be read."""
        name = entry.template.masthead.image if entry.template else ""
        return FoundPicture(name, read_file(entry.path.parent / name, MOST_BYTES)) if name else None

    def free_name(self, name: str) -> str:
        """The name, or the first numbered one that no template has."""
        taken = {entry.name for entry in self.entries()}
        return next(one for one in (name, *(f"{name} {number}" for number in range(2, len(taken) + 3))) if one not in taken)

    def add(self, template: Template, picture: FoundPicture | None = None) -> TemplateEntry:
        """Write a template as one more file of the user's own. Raises `UserError` where its name is taken, or it can't be written."""
        self._refuse_taken(template.name, None)
        self._make_folder()
        return self._write(self._free_file(template.name), template, picture)

    def take_in(self, path: Path) -> tuple[TemplateEntry, str]:
        """Take a template's file, such as a colleague's, among the user's own, under a name that is free. Raises `UserError`.

        Also returns what is to be told: that it has another name here, or came without its picture.
        """
        template, told = template_file(path), ""
        picture = None
        if template.masthead.image:
            beside = path.parent / template.masthead.image
            if beside.is_file():
                picture = FoundPicture(template.masthead.image, read_file(beside, MOST_BYTES))
            else:
                told = f"旁边没有题字图片“{template.masthead.image}”，先不用图片。"
                template = with_value(template, "masthead.image", "")
        name = self.free_name(template.name)
        if name != template.name:
            told = f"已经有叫“{template.name}”的版式，取来的这个叫“{name}”。{told}"
        return self.add(with_value(template, "name", name), picture), told

    def write_out(self, template: Template, picture: FoundPicture | None, path: Path) -> None:
        """Write a template's file for somebody else, its picture beside it. Raises `UserError`; another picture is never overwritten."""
        name = template.masthead.image
        if name and picture is not None:
            beside = path.parent / name
            if beside.exists() and read_file(beside, MOST_BYTES) != picture.data:
                raise UserError(f"那里已经有另一个“{name}”，没有存，请换一个文件夹。")
            write_atomically(beside, picture.data)
        write_atomically(path, write_template(template).encode("utf-8"))

    def save(self, entry: TemplateEntry, template: Template, picture: FoundPicture | None = None) -> TemplateEntry:
        """Write a template over its own file, whose earlier form is kept. Raises `UserError`, and leaves the file, where it may not be."""
        if entry.shipped:
            raise UserError(f"“{entry.name}”是随程序带来的版式，不能改，请存为自己的版式。")
        self._refuse_taken(template.name, entry)
        if entry.path.exists():
            if entry_of(entry.path, shipped=False).template != entry.template:
                raise UserError(f"“{entry.name}”在别处改过了，没有存上，请换一个名字另存。")
            keep_earlier(entry.path)
        self._make_folder()
        return self._write(entry.path, template, picture)

    def remove(self, entry: TemplateEntry) -> Removed:
        """Take a template of the user's own away, into the folder of earlier ones. Raises `UserError`."""
        if entry.shipped:
            raise UserError(f"“{entry.name}”是随程序带来的版式，不能删除。")
        kept = keep_earlier(entry.path)
        try:
            entry.path.unlink()
        except OSError as error:
            raise UserError(sentence_of(error, entry.path)) from error
        return Removed(entry.name, entry.path, kept)

    def bring_back(self, removed: Removed) -> TemplateEntry:
        """Put a template back that was taken away. Raises `UserError` where its name is taken by now."""
        self._refuse_taken(removed.name, None)
        path = removed.path if not removed.path.exists() else self._free_file(removed.name)
        write_atomically(path, read_file(removed.kept))
        return entry_of(path, shipped=False)

    def _refuse_taken(self, name: str, but: TemplateEntry | None) -> None:
        if but is not None and name == but.name:
            return
        if any(entry.name == name for entry in self.entries() if but is None or entry.path != but.path):
            raise UserError(f"已经有一个叫“{name}”的版式，请换一个名字。")

    def _write(self, path: Path, template: Template, picture: FoundPicture | None) -> TemplateEntry:
        name = template.masthead.image
        if name:
            if picture is None:
                raise UserError(f"题字图片“{name}”还没有选，请选一张图片，或不用图片。")
            written = self._put_picture(replace(picture, name=name))
            template = with_value(template, "masthead.image", written) if written != name else template
        write_atomically(path, write_template(template).encode("utf-8"))
        return TemplateEntry(template.name, path, False, template)

    def _put_picture(self, picture: FoundPicture) -> str:
        """Write a picture beside the templates, never over another one. Returns the name that it has there."""
        stem, suffix = Path(picture.name).stem, Path(picture.name).suffix
        for number in count(1):
            path = self.folder / (picture.name if number == 1 else f"{stem} {number}{suffix}")
            if not path.exists():
                write_atomically(path, picture.data)
                return path.name
            if read_file(path, MOST_BYTES) == picture.data:
                return path.name
        raise AssertionError("counting ends nowhere")

    def _free_file(self, name: str) -> Path:
        clean = file_stem(name)
        taken = {path.name.casefold() for path in self.folder.glob("*")}
        names = (f"{clean}{'' if number == 1 else f' {number}'}.toml" for number in count(1))
        return self.folder / next(one for one in names if one.casefold() not in taken)

    def _make_folder(self) -> None:
        _make(self.folder)


def keep_earlier(path: Path) -> Path:
    """Copy a file into the folder of earlier ones beside it, from which the oldest go where there are too many. Raises `UserError`."""
    folder = path.parent / EARLIER
    _make(folder)
    now = datetime.now().strftime("%Y%m%d-%H%M%S-%f")
    kept = folder / f"{path.stem} {now}{path.suffix}"
    write_atomically(kept, read_file(path, MOST_BYTES))
    for old in sorted(folder.glob("*.toml"), key=lambda one: one.stem.rpartition(" ")[2])[:-_MOST_EARLIER]:
        old.unlink(missing_ok=True)
    return kept


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(sentence_of(error, folder)) from error
