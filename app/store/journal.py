"""What an editor shows at one moment becomes a journal that outlives the program, and a journal that moment again.

A journal is a folder with the newest moment, in one file that is replaced whole, and beside it the heavy things, pictures and the
submissions as they came, written again only when they are other ones. So at every moment a whole one stands there: the new, or the one
before it. First line: the kind, its version and the digest of the rest, which is compressed: a line of facts and the issue.
"""

from __future__ import annotations

import json
import zlib
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from app.atomic import write_atomically
from app.edit.state import EditorState, Place, Selection, stands
from app.errors import UserError
from app.model.codec import images_of, issue_from_json, issue_to_json
from app.model.unlooked import Unlooked
from app.records import dataclass
from app.store.jianbao import Opened, Original, digest_of, from_bytes, to_bytes

_MOMENT, _HEAVY = "moment", "heavy-{}.jianbao"
_KIND, _VERSION = b"bianbao-journal", 1
_BROKEN = "有一份没有保存的稿子已经损坏，读不出来。"


@dataclass(frozen=True, slots=True)
class Moment:
    """An issue under work: its selection, its file with the digest this had when it was opened or saved last, and what came in."""

    state: EditorState
    edited_at: datetime
    path: Path | None = None
    digest: str = ""
    sample: bool = False
    originals: tuple[Original, ...] = ()
    unlooked: tuple[Unlooked, ...] = ()


def write_moment(folder: Path, moment: Moment) -> None:
    """Make this the newest moment of a journal. Raises `UserError`; then the one before stays whole."""
    kept = _keep_heavy(folder, moment)
    selection = moment.state.selection
    facts = {
        "edited_at": moment.edited_at.isoformat(),
        "path": str(moment.path) if moment.path else None,
        "digest": moment.digest,
        "sample": moment.sample,
        "heavy": kept,
        "selection": [[end.block, end.offset] for end in (selection.anchor, selection.head)] if selection else None,
    }
    body = zlib.compress(json.dumps(facts).encode() + b"\n" + issue_to_json(moment.state.issue, compact=True).encode(), 1)
    head = b"%s %d %s\n" % (_KIND, _VERSION, digest_of(body).encode())
    write_atomically(folder / _MOMENT, head + body, private=True)
    for old in folder.glob(_HEAVY.format("*")):
        if old.name != kept:
            with suppress(OSError):
                old.unlink()


def holds_moment(folder: Path) -> bool:
    """Whether there is something to bring back."""
    return (folder / _MOMENT).exists()


def forget_moment(folder: Path) -> None:
    """Empty a journal: what it held is saved, or not wanted."""
    for name in (_MOMENT, *(old.name for old in folder.glob(_HEAVY.format("*")))):
        with suppress(OSError):
            (folder / name).unlink()


def read_moment(folder: Path) -> Moment:
    """The newest moment of a journal. Raises `UserError` where it can't be read."""
    try:
        head, _, body = (folder / _MOMENT).read_bytes().partition(b"\n")
        kind, version, digest = head.split(b" ")
        if kind != _KIND or digest.decode() != digest_of(body):
            raise UserError(_BROKEN)
        if int(version) > _VERSION:
            raise UserError("有一份没有保存的稿子是更新版本的编报留下的，请升级编报后再恢复。")
        facts, _, issue = zlib.decompress(body).partition(b"\n")
        return _moment(folder, json.loads(facts), issue)
    except (OSError, ValueError, zlib.error, LookupError, TypeError) as error:
        raise UserError(_BROKEN) from error


def _moment(folder: Path, facts: dict[str, Any], issue_json: bytes) -> Moment:
    heavy = from_bytes((folder / facts["heavy"]).read_bytes(), "没有保存的稿子") if facts["heavy"] else None
    issue = issue_from_json(issue_json, "没有保存的稿子", images_of(heavy.issue) if heavy else {})
    ends = [Place(block, offset) for block, offset in facts["selection"] or ()]
    selection = Selection(*ends) if len(ends) == 2 and all(stands(issue, end) for end in ends) else None
    return Moment(
        EditorState(issue, selection),
        datetime.fromisoformat(facts["edited_at"]),
        Path(facts["path"]) if facts["path"] else None,
        facts["digest"],
        facts["sample"],
        heavy.originals if heavy else (),
        heavy.unlooked if heavy else (),
    )


def _keep_heavy(folder: Path, moment: Moment) -> str:
    """Write pictures, submissions and what nobody decided on of these, where they are others than those that stand there.

    Returns the name of their file, "" without any.
    """
    parts = [*images_of(moment.state.issue), *(f"{item.name} {digest_of(item.data)}" for item in moment.originals)]
    parts += [f"{one.words} {one.looked}" for one in moment.unlooked]
    if not parts:
        return ""
    name = _HEAVY.format(digest_of("\n".join(parts).encode("utf-8", "replace"))[:16])
    if not (folder / name).exists():
        write_atomically(
            folder / name, to_bytes(Opened(moment.state.issue, (), moment.originals, moment.unlooked), "没有保存的稿子"), private=True
        )
    return name
