"""A submission (来稿) as the library keeps it: whose it is, how it came, what became of it, and which articles were made of it."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from app.model.source import Share, Source
from app.records import dataclass

__all__ = [
    "FileKind",
    "KeptArticle",
    "KeptIssue",
    "Share",
    "Source",
    "State",
    "SubmissionFile",
    "SubmissionRecord",
    "Use",
    "Way",
    "standing",
]

OPENING_CHARACTERS = 60
"""As many as the 选题单 shows of a text."""


class Way(StrEnum):
    """How a submission reached the office."""

    WECHAT = "微信"
    QQ = "QQ"
    MAIL = "邮件"
    OA = "OA"
    PAPER = "纸质"
    PHONE = "电话"
    OTHER = "其他"


class State(StrEnum):
    """What became of a submission. ADOPTED follows from its articles; the others are set by hand."""

    WAITING = "待选"
    ADOPTED = "采用"
    KEPT = "留用"
    RETURNED = "退稿"
    WITHDRAWN = "撤稿"


@dataclass(frozen=True, slots=True)
class SubmissionRecord:
    """What is known of a submission; its text and its files stand apart.

    `id` is 32 hex digits. `received` is a date with or without a time in ISO form, in the office's own time. `state` is what was set by
    hand, so never ADOPTED. `came_in` names the mail, archive or chat that it lay in. `part` counts the articles of a file that holds
    several, from 1; 0 is the whole file. `version_of` is the id of the submission that this one is a newer version of, "" for none.
    `characters` counts the text as 字数 does; `opening` is the beginning of the text behind the title.
    """

    id: str
    received: str
    title: str = ""
    unit: str = ""
    writer: str = ""
    telephone: str = ""
    way: Way = Way.OTHER
    state: State = State.WAITING
    note: str = ""
    came_in: str = ""
    part: int = 0
    version_of: str = ""
    characters: int = 0
    opening: str = ""


class FileKind(StrEnum):
    """What a file of a submission is: the text as it came, the mail or archive that this lay in, or what came with it."""

    ORIGINAL = "original"
    ENVELOPE = "envelope"
    ATTACHED = "attached"


@dataclass(frozen=True, slots=True)
class SubmissionFile:
    """A file that a submission came in or with; `digest` is the SHA-256 of its bytes in hex, by which the library gives them."""

    name: str
    digest: str
    size: int
    kind: FileKind = FileKind.ORIGINAL


def standing(record: SubmissionRecord, *, used: bool) -> State:
    """The state that shows: withdrawn where the unit has withdrawn it, adopted where an issue holds it, else as it was set by hand."""
    return State.ADOPTED if used and record.state is not State.WITHDRAWN else record.state


@dataclass(frozen=True, slots=True)
class Use:
    """An article of a saved issue in which a submission was used. `number` and `date` are as printed, open or not."""

    submission: str
    issue: str
    bulletin: str
    number: str
    date: str
    article: int
    title: str
    share: Share


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """An article as the library remembers it: by its issue's key and its own id, with what it said and what it was made of.

    `hashes` are signed 64-bit numbers by which a text like it is found again; they are not read back.
    """

    issue: str
    article: int
    title: str
    text: str
    unit: str = ""
    sources: tuple[Source, ...] = ()
    hashes: tuple[int, ...] = field(default=(), repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class KeptIssue:
    """An issue as the library remembers it when it was saved last; `path` is the file, `saved` the time in ISO form.

    The same key at two paths is a copy where the number is the same, too, and else an issue that was begun from the other one's file.
    """

    key: str
    bulletin: str
    number: str
    date: str
    path: str
    saved: str

    @property
    def where(self) -> str:
        """第7期，2021年3月8日: where it was printed, so that the seventh number of another year is told apart."""
        return "，".join(filter(None, (self.number, self.date)))
