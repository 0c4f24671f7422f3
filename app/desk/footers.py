"""A footer as the reader found it becomes the recipients, editors and copies of an issue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.desk.articles import phrase_spaced
from app.desk.blocks import BlockMaker
from app.importers.found import FoundFooter, Structure
from app.model.issue import Footer, Recipients, Role
from app.model.template import FooterStyle

_LABELLED = re.compile(r"^\s*(?P<label>[^：:，。、；\d]{1,8}?)\s*[：:]\s*(?P<text>.*)$")
_COPIES = re.compile(r"共印|印\s*数|印发份数|此件")


def footer_of(structure: Structure | None, style: FooterStyle, make: BlockMaker) -> Footer:
    """The footer of the source; what the source lacks comes from the template's standing texts."""
    found = structure.footer if structure else None
    recipients = tuple(_recipients(found, make)) if found else ()
    if not recipients:
        recipients = tuple(Recipients(line.label, make.paragraph(line.text, Role.RECIPIENTS)) for line in style.recipients)
    editors = "　".join(structure.extra.editors) if structure else ""
    copies = found.copies if found and found.copies is not None else style.copies or None
    return Footer(
        recipients,
        make.optional(phrase_spaced(editors) or style.editors, Role.EDITORS),
        make.optional(str(copies) if copies is not None else None, Role.COPIES),
    )


def _recipients(found: FoundFooter, make: BlockMaker) -> Iterator[Recipients]:
    """Lines in the order of the source, each under the label that the source gives it."""
    waiting = [("报", found.report), ("送", found.to), ("发", found.send), ("抄送", found.cc)]
    for label, text in _labelled_lines(found.lines):
        field = next((pair for pair in waiting if pair[1] and _same_start(pair[1], text)), None)
        if field:
            waiting.remove(field)
            yield _line(label, field[1] or text, make)
        elif not _COPIES.search(label):
            yield _line(label, text, make)
    for label, unseen in waiting:
        if unseen:
            yield _line(label, unseen, make)


def _line(label: str, text: str, make: BlockMaker) -> Recipients:
    return Recipients(label, make.paragraph(phrase_spaced(text.strip()), Role.RECIPIENTS))


def _labelled_lines(lines: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for line in lines:
        match = _LABELLED.match(line)
        if match:
            yield re.sub(r"\s", "", match["label"]), match["text"]


def _same_start(field: str, text: str) -> bool:
    """Whether a line is the first one of a field; later lines of a wrapped field carry no label."""
    tight_field, tight_text = (re.sub(r"\s", "", value) for value in (field, text))
    return bool(tight_text) and tight_field.startswith(tight_text[: len(tight_field)])
