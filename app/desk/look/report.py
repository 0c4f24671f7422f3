"""A look that was found becomes lines to read, or a template's file with its picture beside it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from app.atomic import write_atomically
from app.desk.found_look import FoundLook
from app.desk.look.words import HOW_WORDS
from app.desk.template_words import write_new
from app.errors import UserError
from app.model.template_fields import template_fields, value_of


def look_report(look: FoundLook) -> str:
    """Every value under its group, with how it was come by and why."""
    return "\n".join(_lines(look))


def write_look(look: FoundLook, path: Path) -> tuple[Path, ...]:
    """Write the template, and its picture beside it. Raises `UserError`, and overwrites nothing, where one of the files is there."""
    picture = path.parent / look.picture.name if look.picture else None
    if picture is not None and picture.exists():
        raise UserError(f"“{picture}”已经有了，没有覆盖，请换一个文件夹。")
    write_new(look.template, path)
    if picture is None or look.picture is None:
        return (path,)
    write_atomically(picture, look.picture.data)
    return path, picture


def _lines(look: FoundLook) -> Iterator[str]:
    for group, specs in groupby(template_fields(look.template), key=lambda spec: spec.words.group):
        yield f"{group}："
        for spec in specs:
            found = look.by_key.get(spec.key)
            note = f"（{found.note}）" if found and found.note else ""
            yield f"　{spec.name}　{spec.shown(value_of(look.template, spec.key))}　{HOW_WORDS[look.how(spec.key)]}{note}"
