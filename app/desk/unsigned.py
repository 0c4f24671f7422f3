"""An issue that nobody has signed leaves as a 清样 alone: a head on every page, and a name that says so (M8).

One rule for every way out: a signed issue leaves as it is. Every other one has the head and `_清样` in its name. The command line, which
composes and exports for scripts, writes what it is told to as long as no window has saved the issue and no round of proofs has begun
(`spoken_for`), or where somebody says that the issue was signed on paper (`--final`); then number and date must be filled in.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.codec import issue_to_json
from app.model.signing import Stage

if TYPE_CHECKING:
    from app.fonts.faceset import FaceSet
    from app.layout.frames import Layout
    from app.model.issue import Issue

PROOF_MARK = "_清样"
"""Behind the name of a file that is no final copy."""

_SAYS_SO = re.compile(r"清样|花脸稿|(?:^|[_·－—（(\s-])(?:[一二三]校|送审)[稿样]?(?=$|[_·－—）)\s\d-])")
"""A name with one of these says already that the file is no final copy; 第一校区工作简报第7期 doesn't."""


def is_final(issue: Issue, *, final: bool = False) -> bool:
    """Whether an issue may leave as it is."""
    return final or issue.stage.closed


def spoken_for(issue: Issue, *, final: bool) -> bool:
    """Whether the command line lets an issue leave as it is: it was told so, or a script has just composed it and no desk works on it."""
    return final or (issue.stage is Stage.EDITING and not issue.key)


def leaving(issue: Issue, layout: Layout, faces: FaceSet, *, final: bool = False, now: datetime | None = None) -> Layout:
    """The pages as they may leave: with the head of a 清样 unless the issue is signed. Pages that have their head stay as they are."""
    if is_final(issue, final=final) or layout.pages[0].head is not None:
        return layout
    from app.layout.proof_sheets import headed

    return headed(layout, issue.template, faces, stage_head(issue, now or datetime.now()))


def leaving_name(issue: Issue, path: Path, *, final: bool = False) -> Path:
    """The name under which it may leave: 第7期.pdf → 第7期_清样.pdf unless the issue is signed, or the name says so already."""
    if is_final(issue, final=final) or _SAYS_SO.search(path.stem):
        return path
    return path.with_name(f"{path.stem}{PROOF_MARK}{path.suffix}")


def mark_of(issue: Issue) -> str:
    """What a proposed name has behind its stem: _清样 or nothing."""
    return "" if is_final(issue) else PROOF_MARK


def stage_head(issue: Issue, now: datetime) -> str:
    """清样·二校　3月8日 15:20　a3f9, by how far the issue has come."""
    return proof_head(issue, "" if issue.stage is Stage.EDITING else issue.stage.value, now)


def proof_head(issue: Issue, proof: str, now: datetime) -> str:
    """清样·二校　3月8日 15:20　a3f9: which proof, when, and a mark by which equal versions are known."""
    which = f"清样·{proof}" if proof else "清样"
    return f"{which}　{now.month}月{now.day}日 {now:%H:%M}　{version_mark(issue)}"


def version_mark(issue: Issue) -> str:
    """Four hex digits by which equal versions are known; what proofreaders say of one, and how far it has come, makes no other of it."""
    bare = replace(issue, comments=(), rounds=(), stage=Stage.EDITING, trail=())
    return sha256(issue_to_json(bare).encode()).hexdigest()[:4]
