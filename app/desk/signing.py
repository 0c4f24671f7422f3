"""An issue on its way to sign-off: submitted, signed with its number and date, opened again with a reason, printed (M6, M8).

Nothing here writes: each step gives the issue that follows, and what the library is to be told of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from app.desk.numbering import completed_date
from app.desk.proof_record import part_named
from app.desk.publish import open_places
from app.desk.series import counted, with_figures
from app.edit.counts import characters_of_article
from app.edit.tree import with_blocks
from app.errors import UserError
from app.model.distribution import MOST_COPIES
from app.model.issue import Article, Issue, Paragraph, joined_title
from app.model.signing import MOST_PLACES, MOST_RECORDED, ChangedPlace, Recorded, SignedArticle, SignedIssue, Stage
from app.text.compare import spans
from app.text.dates import parse_date

if TYPE_CHECKING:
    from collections.abc import Iterable

CLOSED = "这一期已经签发，不能再改；确实要改的话，请先点“签发”菜单里的“解除签发”，写明理由。"
"""What is said of any change to a closed issue."""

SignedKept = tuple[SignedIssue, tuple[SignedArticle, ...]]
"""A signed issue and its articles, as `Signed.sign` takes them."""

_LONGEST_WORDS, _BESIDE = 60, 4
_ORDER = tuple(Stage)
_LARGEST_FIGURE, _LONGEST_NAME = 999_999_999, 200


def this_moment() -> datetime:
    """The time by the office's clock."""
    return datetime.now()


def moment(now: datetime) -> str:
    """A time as it is recorded."""
    return now.isoformat(timespec="seconds")


def proofed(issue: Issue, proof: str) -> Issue:
    """The issue after a proof of it was printed: a 一校 or 二校 moves it on, never back, and nothing moves it beyond 送签."""
    stage = {"一校": Stage.FIRST_PROOF, "二校": Stage.SECOND_PROOF, "三校": Stage.SECOND_PROOF}.get(proof)
    if stage is None or _ORDER.index(stage) <= _ORDER.index(issue.stage):
        return issue
    return replace(issue, stage=stage)


def submitted(issue: Issue, now: datetime, who: str = "") -> Issue:
    """The issue as it goes to be signed: from here on every change is recorded. Raises `UserError`."""
    if issue.stage.closed:
        raise UserError("这一期已经签发了。")
    if not any(article.title.text.strip() for article in issue.articles()):
        raise UserError("这一期还没有文章，不能送签。")
    return _recorded(replace(issue, stage=Stage.SUBMITTED), Recorded("送签", moment(now), who))


def withdrawn(issue: Issue) -> Issue:
    """The issue taken back from the signer, to be edited as before; what was recorded stays, and recording goes on."""
    return replace(issue, stage=Stage.EDITING) if issue.stage is Stage.SUBMITTED else issue


def with_changes(issue: Issue, before: Issue, now: datetime, who: str = "") -> Issue:
    """The issue with what was changed since `before` in its trail, where changes are recorded: once it has gone to be signed."""
    if not (issue.trail and before.trail) or issue.stage.closed:
        return issue
    places = changed_places(before, issue)
    if not places:
        return issue
    entry = Recorded("改动", moment(now), who, places=tuple(places[:MOST_PLACES]), more=max(0, len(places) - MOST_PLACES))
    return _recorded(issue, entry)


def filled(issue: Issue, figure: int, total: int, day: str) -> Issue:
    """The issue with its number and its date in the words of the template; a figure of 0 leaves what stands. Raises `UserError`."""
    if not day or parse_date(day) is None:
        raise UserError("请先写明签发的日期，如 2021年3月8日。")
    head = issue.masthead
    number, total_words, date = with_figures(issue, figure, total, day)
    texts = [(head.number, number), (head.date, date)] + ([(head.total, total_words)] if head.total else [])
    return with_blocks(issue, {block.id: replace(block, text=text, marks=()) for block, text in texts if block.text != text})


def signed(issue: Issue, now: datetime, who: str = "") -> Issue:
    """The issue closed by its signature. Raises `UserError` while number or date is open."""
    places = open_places(issue)
    if places:
        raise UserError(f"{'和'.join(places)}还没有填，不能签发。")
    return _recorded(replace(issue, stage=Stage.SIGNED), Recorded("签发", moment(now), who))


def lifted(issue: Issue, now: datetime, reason: str, who: str = "") -> Issue:
    """The issue opened again: it waits for another signature, and every change is recorded. Raises `UserError`."""
    if not reason.strip():
        raise UserError("请写明为什么解除签发。")
    return _recorded(replace(issue, stage=Stage.SUBMITTED), Recorded("解除签发", moment(now), who, reason.strip()))


def printed(issue: Issue, now: datetime, who: str, day: str) -> Issue:
    """The signed issue after it was printed and sent out (已印发), on a day in ISO form. Raises `UserError`."""
    if not issue.stage.closed:
        raise UserError("这一期还没有签发，不能记为已印发。")
    if issue.stage is Stage.ISSUED:
        raise UserError("这一期已经记为已印发了。")
    return _recorded(replace(issue, stage=Stage.ISSUED), Recorded("印发", moment(now), who, completed_date(day)))


def not_printed(issue: Issue, now: datetime, who: str) -> Issue:
    """The issue that was not printed after all: signed, as before. Raises `UserError`."""
    if issue.stage is not Stage.ISSUED:
        raise UserError("这一期没有记为已印发。")
    return _recorded(replace(issue, stage=Stage.SIGNED), Recorded("撤销印发", moment(now), who))


def signed_issue_of(issue: Issue, now: datetime, signer: str = "", pages: int = 0, *, running: bool = False) -> SignedKept:
    """What the library keeps of a signed issue, beside its file; `running`: the bulletin's numbers go on through the years."""
    head, number = issue.masthead, counted(issue)
    day = parse_date(head.date.text) or ""
    copies = issue.footer.copies.text if issue.footer.copies else ""
    _refuse_what_no_office_has(head.name, copies, (number.figure, number.total))
    year = 0 if running or not number.figure else number.year or int(day[:4] or 0)
    kept = SignedIssue(
        issue=issue.key,
        turn=1,
        bulletin=head.name,
        number=" ".join(head.number.text.split()),
        date=head.date.text,
        day=day,
        signed=moment(now),
        signer=signer,
        series=number.series,
        year=year,
        figure=number.figure,
        total=number.total,
        copies=int(copies) if copies.isdecimal() else 0,
        pages=pages,
    )
    return kept, tuple(_articles(issue))


def _refuse_what_no_office_has(bulletin: str, copies: str, figures: Iterable[int]) -> None:
    """Values that a library's columns can't hold are slips of the hand. Raises `UserError`."""
    if copies.isdecimal() and int(copies) > MOST_COPIES:
        raise UserError(f"印数写的是 {copies[:20]} 份，请核对以后再签发。")
    if any(figure > _LARGEST_FIGURE for figure in figures):
        raise UserError("期号的数字太大了，请核对以后再签发。")
    if len(bulletin) > _LONGEST_NAME:
        raise UserError(f"简报的名称超过了 {_LONGEST_NAME} 个字，请改短以后再签发。")


def changed_places(old: Issue, new: Issue) -> list[ChangedPlace]:
    """What of an issue is not as it was: words, look and pictures of each block, what is gone, what moved, and the template."""
    return [place for place, _, _ in located_changes(old, new)]


def located_changes(old: Issue, new: Issue) -> Iterator[tuple[ChangedPlace, int, int]]:
    """The same, each with the block and the offset of the new issue where it stands; block 0 for what stands nowhere."""
    was, now = old.block_index, new.block_index
    for key, block in now.items():
        if was.get(key) is not block:
            yield from ((place, key, offset) for place, offset in _of_block(part_named(new, key), was.get(key), block))
    gone = (block for key, block in was.items() if key not in now and block.text.strip())
    yield from ((ChangedPlace(part_named(old, block.id), _short(block.text)), 0, 0) for block in gone)
    common = {article.id for article in old.articles()} & {article.id for article in new.articles()}
    orders = [[article.id for article in issue.articles() if article.id in common] for issue in (old, new)]
    if orders[0] != orders[1]:
        yield ChangedPlace("文章", "", "换了先后"), 0, 0
    if old.template != new.template:
        yield ChangedPlace("版式", "", "调整过"), 0, 0


def changed_parts(old: Issue, new: Issue) -> tuple[frozenset[int], bool, bool]:
    """The articles that are not as they were (by id), and whether masthead and footer are not."""
    before = {article.id: article for article in old.articles()}
    articles = frozenset(one.id for one in new.articles() if one.id not in before or _printed(before[one.id]) != _printed(one))
    return articles, old.masthead != new.masthead, old.footer != new.footer


def _of_block(part: str, old: Paragraph | None, new: Paragraph) -> Iterator[tuple[ChangedPlace, int]]:
    """What of a block is other than it was, with the offset."""
    if old is None:
        if new.text.strip():
            yield ChangedPlace(part, "", _short(new.text)), 0
        return
    if old.text != new.text:
        for span in spans(old.text, new.text):
            if not span.same:
                was, now = _around(old.text, span.one_start, span.one_end), _around(new.text, span.other_start, span.other_end)
                yield ChangedPlace(part, was, now), span.other_start
    elif (old.role, old.marks) != (new.role, new.marks):
        yield ChangedPlace(part, _short(new.text), f"{_short(new.text)}（改了样式）"), 0
    if old.picture != new.picture:
        yield ChangedPlace(part, "", "图片换过或调整过"), 0


def _around(text: str, start: int, end: int) -> str:
    """The words, with a few that stand beside them."""
    return _short(text[max(0, start - _BESIDE) : end + _BESIDE])


def _short(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= _LONGEST_WORDS else f"{shown[: _LONGEST_WORDS // 2]}……{shown[-_LONGEST_WORDS // 3 :]}"


def _printed(article: Article) -> Article:
    """The article without what is not printed of it."""
    return replace(article, sources=(), unit="")


def _recorded(issue: Issue, entry: Recorded) -> Issue:
    return replace(issue, trail=(*issue.trail, entry)[-MOST_RECORDED:])


def _articles(issue: Issue) -> Iterator[SignedArticle]:
    position = 0
    for section in issue.sections:
        for article in section.articles:
            yield SignedArticle(
                position,
                article.id,
                section.name.text if section.name else "",
                joined_title(article.title),
                "\n".join(_texts(article.paragraphs)),
                article.unit,
                characters_of_article(article),
                article.sources,
            )
            position += 1


def _texts(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    for paragraph in paragraphs:
        yield paragraph.text
        if paragraph.table:
            yield from (cell.paragraph.text for cell in paragraph.table.cells())
