"""The file of an office's last issue becomes the look that was found in it, and the issue itself to lay out with that look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.desk.compose import compose
from app.desk.files import read_file
from app.desk.found_look import FoundLook
from app.desk.look.find import find_look
from app.desk.templates import TemplateEntry, available_templates
from app.desk.worker import Limits, Worker
from app.errors import UserError
from app.importers.look_readers import read_look
from app.importers.seen_parts import SeenBulletin
from app.model.issue import Issue
from app.model.template import Template

_LARGEST_BYTES = 64 * 2**20
_LIMITS = Limits(seconds=40, bytes=700 * 2**20)


@dataclass(frozen=True)
class Taken:
    """A file, what it looks like, and the template that was found; `data` are its bytes as they came."""

    name: str
    data: bytes
    seen: SeenBulletin
    look: FoundLook

    def issue(self, template: Template) -> Issue:
        """The office's own text with a template, to be looked at beside the original."""
        return compose(self.seen.structure, template).issue


def take_look(path: Path, entries: Sequence[TemplateEntry] | None = None) -> Taken:
    """Read a file in a process of its own, since it may be hostile. Raises `UserError` for what holds no bulletin."""
    data = read_file(path, _LARGEST_BYTES)
    with Worker(_LIMITS) as worker:
        seen = worker.read(read_look, data, path.name)
    return Taken(path.name, data, seen, find_look(seen, shipped_templates(entries), path.name))


def shipped_templates(entries: Sequence[TemplateEntry] | None = None) -> tuple[Template, ...]:
    """The templates that came with the program and can be read."""
    known = available_templates() if entries is None else entries
    found = tuple(entry.template for entry in known if entry.template is not None and entry.shipped)
    if not found:
        raise UserError("程序自带的版式一个也读不到，请重新安装编报。")
    return found
