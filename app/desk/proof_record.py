"""The rounds of proofreading, counted by the proofs that were kept, become the 校对记录: one page with room for ink."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from app.desk.commenting import waiting
from app.edit.redline import redline_of
from app.edit.tree import article_of_block
from app.errors import UserError
from app.layout.form import Field, Form, FormRow, bottom_mm, form_page
from app.model.issue import joined_title
from app.model.people import ROUNDS, ProofRound, RoundName, round_named

if TYPE_CHECKING:
    from app.fonts.faceset import FaceSet
    from app.layout.frames import Page
    from app.model.issue import Issue
    from app.model.redline import Stretch
    from app.store.proofs import Proof

RECORD = "校对记录"
_LOWEST_MM = 280.0
_MOST_TOLD, _LONGEST = 3, 14
_DAY = re.compile(r"\s*(\d{1,2})\s*[.．\-/]\s*(\d{1,2})\s*日?\s*")
_MONTHS, _DAYS = 12, 31


class Counted(NamedTuple):
    """How many places are not as they were, and in which parts of the issue: 《…》3处、报头1处."""

    changes: int
    what: str


def counted(old: Issue, new: Issue) -> Counted:
    """Hold a later version against an earlier one. What went and what came in its place are one change."""
    parts: Counter[str] = Counter()
    for block, stretches in redline_of(old, new).redline.items():
        parts[part_named(new if block in new.block_index else old, block)] += _places(stretches)
    told = [f"{part}{count}处" for part, count in parts.most_common(_MOST_TOLD)]
    return Counted(parts.total(), "、".join(told) + ("等" if len(parts) > _MOST_TOLD else ""))


def counted_for(
    name: RoundName, issue: Issue, proofs: Sequence[Proof], read: Callable[[Proof], Issue], first: Issue | None = None
) -> Counted | None:
    """What changed from the proof of the round before to that of this one, or to the issue as it is now where none was kept.

    `proofs` are the newest first; `first` is the issue as it was first saved, from which 一校 counts. None where there is nothing to count
    from. Raises `UserError` for a proof that is damaged.
    """
    own = next((proof for proof in proofs if proof.round == name), None)
    at = ROUNDS.index(name)
    before = next((one for one in proofs if at and one.round == ROUNDS[at - 1] and (own is None or one.number < own.number)), None)
    base = read(before) if before else None if at else first
    return counted(base, read(own) if own else issue) if base is not None else None


def since_last(issue: Issue, proofs: Sequence[Proof], read: Callable[[Proof], Issue]) -> str:
    """三校以后又改了 2 处（《…》2处）。 - what changed since the newest proof, as a sentence; "" for nothing. Raises `UserError`."""
    if not proofs:
        return ""
    found = counted(read(proofs[0]), issue)
    return f"{proofs[0].round}清样以后又改了 {found.changes} 处（{found.what}）。" if found.changes else ""


def record_form(issue: Issue, made: datetime, since: str = "") -> Form:
    """The form; `made` is the day at its head, `since` the sentence on what changed after the newest proof."""
    head = issue.masthead
    unit = "，".join(issuer.text for issuer in head.issuers)
    rows = (
        FormRow((Field("刊物名称", head.name),)),
        FormRow((Field("期　　号", head.number.text), Field("印发日期", head.date.text))),
        *(row for name in ROUNDS for row in _rows(round_named(issue.rounds, name))),
        FormRow((Field("校后改动", since.removesuffix("。")),)),
        FormRow((Field("批　　注", _comments(issue)),)),
        FormRow((Field("备　　注", ""),)),
    )
    heads = (f"编印单位：{unit}", f"{made.year}年{made.month}月{made.day}日")
    return Form("校　对　记　录", heads, rows, ("责任校对", "责任编辑", "审核人"))


def record_page(issue: Issue, faces: FaceSet, made: datetime | None = None, since: str = "") -> Page:
    """The form on its one page. Raises `UserError` where it wants more."""
    form = record_form(issue, made or datetime.now(), since)
    if bottom_mm(form, faces) > _LOWEST_MM:
        raise UserError("校对记录一页放不下，请把改动情况写短些。")
    return form_page(form, faces)


def written_day(words: str) -> str:
    """3.9 and 3-9, as a hand in haste writes it, become 3月9日; anything else stays as it is."""
    found = _DAY.fullmatch(words)
    month, day = (int(found[1]), int(found[2])) if found else (0, 0)
    return f"{month}月{day}日" if 1 <= month <= _MONTHS and 1 <= day <= _DAYS else words


def _rows(one: ProofRound) -> Iterator[FormRow]:
    yield FormRow((Field(f"{one.name[0]}　　校", one.person), Field("日　　期", one.day)))
    signed = "已签字认可" if one.signed else ""
    yield FormRow((Field("改动处数", f"{one.changes} 处" if one.changes >= 0 else ""), Field("签　　字", signed)))
    yield FormRow((Field("改动情况", one.what),), 2)


def _comments(issue: Issue) -> str:
    if not issue.comments:
        return ""
    left = len(waiting(issue))
    return f"共 {len(issue.comments)} 处，" + (f"还有 {left} 处没有处理" if left else "都处理过了")


def _places(stretches: Sequence[Stretch]) -> int:
    """How many changes the stretches of a block are: one that came behind one that went is the same change."""
    joined = sum(one.gone and not other.gone and one.end == other.start for one, other in pairwise(stretches))
    return len(stretches) - joined


def part_named(issue: Issue, block: int) -> str:
    """The article, or the part of the issue, that a block belongs to."""
    place = article_of_block(issue, block)
    if place is not None:
        title = joined_title(place.article.title)
        return f"《{title if len(title) <= _LONGEST else title[: _LONGEST - 1] + '…'}》"
    footer = {line.paragraph.id for line in issue.footer.recipients} | {p.id for p in (issue.footer.editors, issue.footer.copies) if p}
    return "报尾" if block in footer else "栏目" if any(one.name and one.name.id == block for one in issue.sections) else "报头"
