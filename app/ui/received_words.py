"""What became of received files becomes one sentence and a list of what was not taken as a submission of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.desk.receiving import Received


def summary(received: Received) -> list[str]:
    """收下 12 份来稿, 3 份早已收过, 1 份没有收成: the parts of the sentence that apply."""
    parts = [f"收下 {len(received.added)} 份来稿"]
    parts += [f"{len(received.doubles)} 份早已收过"] if received.doubles else []
    parts += [f"{len(received.refused)} 份没有收成"] if received.refused else []
    related = {one.record.id for one in received.related}
    return parts + ([f"{len(related)} 份和以前的稿子相近"] if related else [])


def details(received: Received) -> list[tuple[str, str]]:
    """Name and reason for each file that is no submission of its own, then what else is to be known, under no name."""
    rows = [(one.name, one.sentence) for one in received.refused]
    rows += [(one.name, "早已收过，没有再收一份") for one in received.doubles]
    rows += [(name, "放在同来的文稿里，作附件") for name in received.attached]
    return rows + [("", note) for note in received.notes]
