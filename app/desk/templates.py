"""A template's Chinese name becomes the template: those that come with the program and those of the user's own folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from app import paths
from app.desk.files import read_text_file
from app.errors import UserError
from app.model.template import Template
from app.model.template_reader import read_template, with_preset, with_values
from app.records import dataclass

_LARGEST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class TemplateEntry:
    """One template file. A file with errors has no template, and `problem` says why."""

    name: str
    path: Path
    shipped: bool
    template: Template | None
    problem: str = ""


def available_templates(folders: Sequence[tuple[Path, bool]] | None = None) -> tuple[TemplateEntry, ...]:
    """Every template file, the user's own first; a user's template hides the shipped one of the same name.

    `folders` are (folder, whether it came with the program); without it those of this machine.
    """
    places = folders if folders is not None else ((paths.user_data() / "templates", False), (paths.templates(), True))
    found: dict[str, TemplateEntry] = {}
    for folder, shipped in places:
        for path in sorted(folder.glob("*.toml")):
            entry = entry_of(path, shipped)
            found.setdefault(entry.name, entry)
    return tuple(found.values())


def template_file(path: Path) -> Template:
    """The template of one TOML file. Raises `UserError` with file, line and key where something is wrong."""
    return read_template(read_text_file(path, _LARGEST_BYTES), path.name)


def template_named(name: str, entries: Sequence[TemplateEntry] | None = None) -> Template:
    """The template with this Chinese name, or of this file name or path. Raises `UserError` listing the names there are."""
    return template_and_folder(name, entries)[0]


def template_and_folder(name: str, entries: Sequence[TemplateEntry] | None = None) -> tuple[Template, Path]:
    """The template as `template_named` finds it, and the folder of its file, in which the picture of its masthead stands."""
    if name.endswith(".toml"):
        return template_file(Path(name)), Path(name).parent
    entries = available_templates() if entries is None else entries
    for entry in entries:
        if name in (entry.name, entry.path.stem):
            if entry.template is None:
                raise UserError(entry.problem)
            return entry.template, entry.path.parent
    names = "、".join(entry.name for entry in entries if entry.template) or "（一个也没有）"
    raise UserError(f"没有叫“{name}”的版式，可以用的有：{names}。")


def adjusted(template: Template, preset: str | None = None, values: Mapping[str, str] | None = None) -> Template:
    """The template with a preset (26x22) and then single keys set. Raises `UserError` for what the template refuses."""
    if preset:
        template = with_preset(template, preset)
    return with_values(template, values) if values else template


def entry_of(path: Path, shipped: bool) -> TemplateEntry:
    """A template file as an entry, with what is wrong where it is no template."""
    try:
        template = template_file(path)
    except UserError as error:
        return TemplateEntry(path.stem, path, shipped, None, error.sentence)
    return TemplateEntry(template.name, path, shipped, template)
