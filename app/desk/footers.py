"""A footer as the reader found it becomes the recipients, editors and copies of an issue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.desk.articles import phrase_spaced
from app.desk.blocks import BlockMaker
from app.importers.found import FoundFooter, Structure
from app.model.issue import Footer, Recipients, Role
from app.model.template import FooterStyle

_LABEL = r"(?:抄报|报送|报|主送|分送|抄送|抄发|送|本期增发|增发|发)"
_INNER_LABEL = re.compile(rf"(?<=[。；\s])(?={_LABEL}\s*[：:])")
_LABELLED = re.compile(r"^\s*(?P<label>[^：:，。、；\d]{1,8}?)\s*[：:]\s*(?P<text>.*)$")
_NO_RECIPIENTS = re.compile(
    r"共\s*印|印\s*数|印\s*发|编\s*辑|审\s*核|审\s*稿|撰\s*稿|校\s*对|签\s*发|核\s*稿|电\s*话|联系|传\s*真|邮\s*箱|地\s*址"
)

_COPIES_BEHIND = re.compile(r"[\s（(]*(?:共\s*印|印\s*数)\s*[：:]?\s*\d+\s*份\s*[）)]?[。\s]*$")
"""The print count at the end of the last recipients' line, where it has no line of its own."""


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
    """Lines in the order and under the labels of the source; the fields alone where its lines don't hold what they hold."""
    told = [(label, text) for label, text in _labelled(found.lines) if text]
    fields = [(label, text) for label, text in zip("报送发", (found.report, found.to, found.send), strict=True) if text]
    fields += [("抄送", found.cc)] if found.cc else []
    known = _letters("".join(text for _, text in told))
    whole = all(part in known for _, text in fields for part in map(_letters, re.split("[；;]", text)))
    for label, text in told if whole else fields:
        yield Recipients(label, make.paragraph(phrase_spaced(_COPIES_BEHIND.sub("", text).strip()), Role.RECIPIENTS))


def _labelled(lines: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """(label, text) of each recipients' line; a line without a label goes on with the one before it."""
    label, text = "", ""
    for line in (piece for whole in lines for piece in _INNER_LABEL.split(whole)):
        match = _LABELLED.match(line)
        if _NO_RECIPIENTS.search(match["label"] if match else line):
            yield label, text
            label, text = "", ""
        elif match:
            yield label, text
            label, text = re.sub(r"\s", "", match["label"]), match["text"].strip()
        else:
            text += line.strip() if label else ""
    yield label, text


def _letters(text: str) -> str:
    return re.sub(r"[\s。]", "", text)
