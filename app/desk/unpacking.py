"""The bytes of any file become the files that it holds, in one list: a mail in a zip, a zip in a mail, and what is in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.desk.worker import Worker
from app.errors import UserError
from app.importers.envelope import Envelope, Part, is_envelope, is_opened_apart, open_envelope
from app.records import dataclass

_DEEPEST = 5
"""Envelopes within one another; mail that was forwarded from office to office has three or four."""
_MOST_FILES = 1_000
_MOST_BYTES = 512 * 2**20


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A file that can be read by itself, or the sentence why an envelope could not be opened.

    `path` names the envelopes and the folders of a zip in which it lay, outermost first. `sender`, `sent` and `subject` are those of
    the innermost mail round it, "" where there is none. `is_text`: the mail's own words. `refused` is a sentence, "" for a file that was
    taken out; `data` then are the bytes that could not be opened. `notes` are the sentences on the envelopes round it, on the first
    file of each.
    """

    name: str
    data: bytes
    path: tuple[str, ...] = ()
    sender: str = ""
    sent: str = ""
    subject: str = ""
    notes: tuple[str, ...] = ()
    is_text: bool = False
    refused: str = ""


@dataclass(slots=True)
class _Budget:
    """What may still be taken out of one outermost file."""

    files: int = _MOST_FILES
    bytes: int = _MOST_BYTES


def unpack(data: bytes, name: str, worker: Worker | None = None) -> tuple[Unpacked, ...]:
    """Take everything out of a file; one that is no envelope is its own only item. There is always an item.

    `worker` opens what could harm its reader; without one, a process is started where it is needed. What can't be opened, the outermost
    file or an inner one, becomes an item with `refused`.
    """
    with Worker() as own:
        return tuple(_items(Unpacked(name, data), worker or own, _Budget(), 0))


def _items(item: Unpacked, worker: Worker, budget: _Budget, depth: int) -> Iterator[Unpacked]:
    """The items that a file is or holds."""
    if not is_envelope(item.data):
        yield item
    elif depth >= _DEEPEST:
        yield replace(item, refused=f"“{item.name}”在一层套一层的压缩包和邮件里，层数太多，没有打开，请先另存出来再导入。")
    else:
        try:
            opened = _opened(item, worker)
        except UserError as error:
            yield replace(item, refused=error.sentence)
        else:
            yield from _inside(item, opened, worker, budget, depth)


def _inside(item: Unpacked, envelope: Envelope, worker: Worker, budget: _Budget, depth: int) -> Iterator[Unpacked]:
    """The items of an envelope that was opened."""
    notes = (*item.notes, *envelope.notes)
    path = (*item.path, item.name)
    mail = replace(item, path=path, data=b"", notes=())
    if envelope.subject or envelope.sender or envelope.sent:
        mail = replace(mail, subject=envelope.subject, sender=envelope.sender, sent=envelope.sent)
    if not envelope.parts:
        yield replace(item, notes=notes, refused=f"“{item.name}”里没有文件可读，请向来源核实，或请报送单位重发。")
    for number, part in enumerate(envelope.parts):
        budget.files -= 1
        budget.bytes -= len(part.data)
        if budget.files < 0 or budget.bytes < 0:
            rest = len(envelope.parts) - number
            yield replace(item, notes=notes, refused=f"“{item.name}”里的文件太多或太大，还有 {rest} 个没有打开，请先解开，再分几次导入。")
            return
        found = replace(mail, name=part.name, data=part.data, path=(*path, *part.folders), notes=notes, is_text=part.is_text)
        notes = ()
        yield from _of_part(found, part, worker, budget, depth)


def _of_part(found: Unpacked, part: Part, worker: Worker, budget: _Budget, depth: int) -> Iterator[Unpacked]:
    if part.inside is not None:
        yield from _inside(found, part.inside, worker, budget, depth + 1)
    elif part.is_text:
        yield found
    else:
        yield from _items(found, worker, budget, depth + 1)


def _opened(item: Unpacked, worker: Worker) -> Envelope:
    opened = worker.read(open_envelope, item.data, item.name) if is_opened_apart(item.data) else open_envelope(item.data, item.name)
    if opened is None:
        raise UserError(f"“{item.name}”里没有文件可读，请向来源核实，或请报送单位重发。")
    return opened
