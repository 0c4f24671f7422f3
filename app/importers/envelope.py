"""The bytes of a file that holds several files (a mail, a zip) become its parts, each with the bytes that it came with."""

from __future__ import annotations

from collections.abc import Callable

from app.importers.kinds import Kind, kind_of
from app.records import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """One file of an envelope. `is_text`: the mail's own words, as a text or a web page in UTF-8, or as RTF.

    `folders` are those of a zip in which it lies, outermost first; they and the name are safe to show, and no path. `inside` is the
    envelope that the part is, where it can't stand as a file of its own (a mail within an Outlook mail); then it has no bytes.
    """

    name: str
    data: bytes
    is_text: bool = False
    folders: tuple[str, ...] = ()
    inside: Envelope | None = None


@dataclass(frozen=True, slots=True)
class Envelope:
    """What came in one envelope. `sender` is a display name or an address, `sent` an ISO date with a time as the mail says it; "" for none.

    `notes` are sentences for the clerk on what is not among the parts, or not as it should be.
    """

    parts: tuple[Part, ...]
    subject: str = ""
    sender: str = ""
    sent: str = ""
    notes: tuple[str, ...] = ()


Opener = Callable[[bytes, str], Envelope]
"""Takes the bytes of an envelope and its name for sentences; raises UserError for what can't be opened."""


def is_envelope(data: bytes) -> bool:
    """Whether a file holds files."""
    return kind_of(data) in _OPENERS


def is_opened_apart(data: bytes) -> bool:
    """Whether an envelope is walked through by the numbers that it holds, so that a bad one can hang or swell its reader."""
    return kind_of(data) in _OPENED_APART


def open_envelope(data: bytes, name: str) -> Envelope | None:
    """Open a mail or a zip; None for a file that is no envelope. Raises UserError for one that is broken, locked or hostile."""
    opener = _OPENERS.get(kind_of(data))
    return opener(data, name) if opener else None


def _zip(data: bytes, name: str) -> Envelope:
    from app.importers.folder import open_zip_folder

    return open_zip_folder(data, name)


def _mail(data: bytes, name: str) -> Envelope:
    from app.importers.mail.eml import open_eml

    return open_eml(data, name)


def _outlook_mail(data: bytes, name: str) -> Envelope:
    from app.importers.mail.msg import open_msg

    return open_msg(data, name)


_OPENED_APART = frozenset({Kind.EML, Kind.MSG})
_OPENERS: dict[Kind, Opener] = {Kind.EML: _mail, Kind.MSG: _outlook_mail, Kind.ZIP: _zip}
