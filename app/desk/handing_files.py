"""Templates with their pictures, and forms, go into a hand-over file, and those that came stand beside or over the own ones.

Nothing is lost: what is overwritten goes into the folder of earlier ones.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import field
from itertools import count
from pathlib import Path

from app.atomic import make_private_folder, write_atomically
from app.desk.files import read_file, sentence_of
from app.desk.own_templates import EARLIER, keep_earlier
from app.errors import UserError
from app.records import dataclass
from app.store.handover import FORMS, LARGEST_FILE, TEMPLATES, Handover
from app.store.library.doubles import Choice, Double

_KINDS = {TEMPLATES: frozenset({".toml", ".png", ".jpg", ".jpeg"}), FORMS: frozenset({".toml"})}
"""The folders of such files, and how their names end."""
_TEMPLATE, _PICTURE, _FORM = "版式模板", "题字图片", "审签单"
_NAME_LINE = re.compile(r'^(name\s*=\s*")([^"]*)(")', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Coming:
    """A file that came and its place here; `over` says what shall be done with the other one that stands there, None where none does."""

    name: str
    path: Path
    over: Choice | None

    @property
    def written(self) -> bool:
        """Whether it is written at all."""
        return self.over is not Choice.OWN


@dataclass(slots=True)
class Written:
    """What became of the files, by what the office calls them; `failed` are sentences."""

    added: Counter[str] = field(default_factory=Counter)
    replaced: Counter[str] = field(default_factory=Counter)
    kept: int = 0
    failed: list[str] = field(default_factory=list)


def office_files(data: Path) -> dict[str, bytes]:
    """The office's own files in the folder of the user's data, by their names in a hand-over file."""
    found = {}
    for folder in _KINDS:
        with suppress(FileNotFoundError, NotADirectoryError):
            for path in sorted((data / folder).iterdir()):
                if path.is_file() and _fits(folder + path.name) and path.stat().st_size <= LARGEST_FILE:
                    found[folder + path.name] = path.read_bytes()
    return found


def counts_of(files: Mapping[str, bytes]) -> tuple[tuple[str, int], ...]:
    """How many there are of what a hand-over file tells of."""
    counted = Counter(map(_label, files))
    return (_TEMPLATE, counted[_TEMPLATE]), (_FORM, counted[_FORM])


def doubles_of(handover: Handover, data: Path, *, empty: bool) -> Iterator[Double]:
    """The files that came and stand here otherwise. Where there is no office yet, those that came are proposed. Raises `UserError`."""
    for name in filter(_fits, handover.files):
        path = data / name
        if path.exists() and read_file(path, LARGEST_FILE) != handover.file(name):
            label, both = _label(name), (Choice.BOTH,) if not name.startswith(FORMS) else ()  # a form beside it would be used by nothing
            choices = (Choice.OWN, Choice.CAME, *both)
            yield Double(_key(name), label, path.name, "同名的文件，内容不同", "本机的一份", "交来的一份", choices, _default(empty=empty))


def coming(handover: Handover, data: Path, decisions: Mapping[str, Choice], *, empty: bool) -> tuple[Coming, ...]:
    """What is to be done with each file that came and isn't here just so.

    Every file is read and every folder tried, so that what stands in the way is told before anything is done. Raises `UserError`.
    """
    found = []
    for name in filter(_fits, handover.files):
        path, came = data / name, handover.file(name)
        if not path.exists():
            found.append(Coming(name, path, None))
        elif read_file(path, LARGEST_FILE) != came:
            found.append(Coming(name, path, decisions.get(_key(name), _default(empty=empty))))
    for folder in {one.path.parent for one in found if one.written}:
        _try(folder)
    for folder in {one.path.parent / EARLIER for one in found if one.over is Choice.CAME}:
        _try(folder)
    return tuple(found)


def write_coming(handover: Handover, wanted: tuple[Coming, ...]) -> Written:
    """Write them. What fails now, with the library taken over already, is told and keeps nothing else from being written."""
    written = Written()
    for one in wanted:
        try:
            _write(handover, one, written)
        except UserError as error:
            written.failed.append(f"{_label(one.name)}“{one.path.name}”没有接过来：{error.sentence}")
    return written


def _write(handover: Handover, one: Coming, written: Written) -> None:
    if not one.written:
        written.kept += 1
        return
    path, came = one.path, handover.file(one.name)
    if one.over is Choice.BOTH:
        path, came = _beside(path), _renamed(came) if path.suffix == ".toml" else came
    elif path.exists():
        keep_earlier(path)
    write_atomically(path, came)
    (written.replaced if one.over is Choice.CAME else written.added)[_label(one.name)] += 1


def _try(folder: Path) -> None:
    """Write into a folder, and leave nothing there. Raises `UserError` where that can't be done."""
    make_private_folder(folder)
    tried = folder / ".handover-trial"
    write_atomically(tried, b"")
    try:
        tried.unlink()
    except OSError as error:
        raise UserError(sentence_of(error, tried)) from error


def _default(*, empty: bool) -> Choice:
    return Choice.CAME if empty else Choice.OWN


def _fits(name: str) -> bool:
    folder, _, file = name.rpartition("/")
    return Path(file).name == file and Path(file).suffix.lower() in _KINDS.get(f"{folder}/", ()) and not file.startswith(".")


def _label(name: str) -> str:
    if name.startswith(FORMS):
        return _FORM
    return _TEMPLATE if name.endswith(".toml") else _PICTURE


def _key(name: str) -> str:
    return f"{_label(name)}:{name.rpartition('/')[2]}"


def _beside(path: Path) -> Path:
    return next(other for at in count(1) if not (other := path.with_name(f"{path.stem}-交来{at if at > 1 else ''}{path.suffix}")).exists())


def _renamed(data: bytes) -> bytes:
    """A template under a name of its own, for a name leads to one template."""
    return _NAME_LINE.sub(r"\1\2（交来）\3", data.decode("utf-8", "surrogateescape"), count=1).encode("utf-8", "surrogateescape")
