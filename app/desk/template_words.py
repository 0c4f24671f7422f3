"""Templates become lines for the command line: which there are, every value of one, or what differs between two."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from app.atomic import write_atomically
from app.desk.own_templates import OwnTemplates
from app.errors import UserError
from app.model.template import Template
from app.model.template_fields import differences, template_fields, value_of
from app.model.template_writer import write_template


def list_words() -> str:
    """The templates there are, each with its words; a file with errors says what is wrong with it."""
    lines = []
    for entry in OwnTemplates().entries():
        kind = "自带" if entry.shipped else "自己的"
        lines.append(f"{entry.name}（{kind}）　{entry.template.description if entry.template else entry.problem}".rstrip())
    return "\n".join(lines)


def template_report(template: Template, other: Template | None = None) -> str:
    """Every value of a template under its group, or what differs between two."""
    if other is not None:
        found = differences(template, other)
        lines = [f"{one.spec.full_name}　{one.spec.shown(one.here)}　→　{one.spec.shown(one.there)}" for one in found]
        return "\n".join(lines) or "两个版式完全一样。"
    lines = []
    for group, specs in groupby(template_fields(template), key=lambda spec: spec.words.group):
        lines += [group, *(f"　{spec.name}　{spec.shown(value_of(template, spec.key))}　{spec.key}" for spec in specs)]
    return "\n".join(lines)


def write_new(template: Template, path: Path) -> None:
    """Write a template with its explanations as a new file. Raises `UserError` where there is a file already."""
    if path.suffix.lower() != ".toml":
        raise UserError(f"版式文件的名字要以 .toml 结尾，不能是“{path.name}”。")
    if path.exists():
        raise UserError(f"“{path}”已经有了，没有覆盖，请换一个文件名。")
    write_atomically(path, write_template(template).encode("utf-8"))
