"""A zip that somebody packed becomes the files in it, as a folder would give them."""

from __future__ import annotations

import re

from app.importers.envelope import Envelope, Part
from app.text.labelled import labelled_text
from app.zipread import Limits, Member, open_folder

LIMITS = Limits(parts=1_000, part_bytes=128 * 2**20, total_bytes=256 * 2**20)
_LEFT_BY_PROGRAMS = re.compile(r"\.DS_Store|Thumbs\.db|desktop\.ini|ehthumbs\.db|\._.*|~\$.*|~WR[LD]\d+\.tmp|\.~lock\..*#", re.IGNORECASE)
_MAC_FOLDER = "__macosx"
_UNSHOWN = re.compile("[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_LONGEST_NAME = 200
_MOST_NAMED = 5


def open_zip_folder(data: bytes, name: str) -> Envelope:
    """Take the files out of a zip. Raises UserError for one that is broken, locked or hostile."""
    folder = open_folder(data, name, LIMITS)
    parts: list[Part] = []
    passed: list[str] = []
    for member, full_name in zip(folder.members, _names(folder.members), strict=True):
        steps = safe_steps(full_name)
        if _LEFT_BY_PROGRAMS.fullmatch(steps[-1]) or steps[0].lower() == _MAC_FOLDER:
            passed.append(steps[-1])
        else:
            parts.append(Part(steps[-1], folder.read(member), folders=steps[:-1]))
    return Envelope(tuple(parts), notes=_told(passed))


def safe_steps(full_name: str) -> tuple[str, ...]:
    """The folders and the name of a file, without what leads out of its folder or can't be seen; there is always a name."""
    bare = _UNSHOWN.sub("", full_name.replace("\\", "/"))
    steps = [step.strip()[-_LONGEST_NAME:] for step in bare.split("/")]
    inner = [step for step in steps if step.strip(".") and not re.fullmatch("[A-Za-z]:", step)]
    leaves = any(step == ".." for step in steps) or bare.startswith("/") or bool(re.match("[A-Za-z]:", bare))
    if not inner:
        return ("未命名",)
    return (re.sub("^[A-Za-z]:", "", inner[-1]),) if leaves else tuple(inner)


def _names(members: tuple[Member, ...]) -> list[str]:
    """The names as text. Names without a sign of their encoding come from one program, so they are read together."""
    unsigned = [member.name.replace(b"\n", b" ") for member in members if not member.is_utf8]
    together = labelled_text(b"\n".join(unsigned)).split("\n")
    read = iter(together if len(together) == len(unsigned) and "\ufffd" not in "".join(together) else map(labelled_text, unsigned))
    return [member.name.decode("utf-8", "replace") if member.is_utf8 else next(read) for member in members]


def _told(passed: list[str]) -> tuple[str, ...]:
    if not passed:
        return ()
    named = "、".join(list(dict.fromkeys(passed))[:_MOST_NAMED]) + ("等" if len(set(passed)) > _MOST_NAMED else "")
    return (f"略过了系统自动留下的 {len(passed)} 个文件（{named}）。",)
