"""Findings of the proofreading become lines, each finding in one: by what it is about, or else by how sure it is."""

from __future__ import annotations

from collections.abc import Iterator

from app.desk.alike_articles import articles_twice
from app.desk.check_line import CheckLine, Spot, clipped
from app.desk.finding_rows import stood
from app.desk.rule_list import group_of
from app.edit.state import Place
from app.model.issue import Issue, joined_title
from app.proof.finding import LEVEL_WORDS, Finding, Level
from app.proof.page_rules import PAGE_RULES
from app.proof.profile import Profile
from app.proof.rules import RULES
from app.records import dataclass

_OFF = "“边写边校对”关着，没有查错别字和前后不一致"
_READING = "正在校对，请稍候"
_FAILED = "这一次没有校对成，没有查错别字和前后不一致"
_FAILED_SINCE = "最近改的没有校对成，下面是改以前查到的"
_NO_LEADERS = "领导名单是空的，没有和名单核对"
_HERE = "这里"
"""Said beside the words on the page; in a list nobody knows where that is."""
_TWICE = "重复"
_UNFILLED = "没有填好的地方"
PLACEHOLDER = "left.placeholder"
_BY_RULE = {
    **dict.fromkeys((PLACEHOLDER, "left.slot"), _UNFILLED),
    **dict.fromkeys(("left.twice", "left.sentence_twice", "left.tail_twice", "issue.same_title"), _TWICE),
}
_BY_GROUP = {"目录": "目录与标题", "人名和职务": "人名职务", "单位名称": "单位名称", "来稿口气": "来稿口气"}
_LINES = {
    "目录与标题": "目录和标题一致",
    _UNFILLED: "没有××、待补",
    "人名职务": "前后一致",
    "单位名称": "前后一致",
    "来稿口气": "没有我局、今天",
    _TWICE: "没有重复的文章和段落",
}
"""What has a line of its own, and what it says where nothing was found."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the proofreading knows of an issue: `findings` are None where nobody has it read, or `reading` has only begun.

    `failed`: it could not be read as it stands now; `findings` are then those of an earlier reading.
    `leaders`: the office has a list of its leaders, by which names and posts were looked at; `off` are the rules that it switched off.
    """

    findings: tuple[Finding, ...] | None = None
    reading: bool = False
    failed: bool = False
    leaders: bool = True
    off: frozenset[str] = frozenset()


def rules_off(profile: Profile) -> frozenset[str]:
    """The rules that an office does not want."""
    return frozenset(rule.about.id for rule in (*RULES, *PAGE_RULES) if profile.level(rule.about) is None)


def proof_lines(issue: Issue, known: Reading) -> Iterator[CheckLine]:
    """The lines of an issue."""
    if known.findings is None:
        yield CheckLine("校对", False, _READING if known.reading else _FAILED if known.failed else _OFF)
        yield _of(_TWICE, [], _copies(issue))  # worked out here, so that it is told all the same
        return
    if known.failed:
        yield CheckLine("校对", False, _FAILED_SINCE)
    findings = [one for one in known.findings if one.level is not Level.HINT]
    owners: dict[str, list[Finding]] = {}
    for one in findings:
        owners.setdefault(_line_of(one.rule), []).append(one)
    for what in _LINES:
        line = _of(what, owners.pop(what, []), _copies(issue) if what == _TWICE else ())
        but = [_NO_LEADERS] if what == "人名职务" and not known.leaders else []
        silent = sum(_line_of(rule) == what for rule in known.off)
        but += [f"校对设置里有 {silent} 条规则不查"] if silent else []
        yield CheckLine(what, True, "；".join((line.told, *but)), noted=True) if line.good and but else line
    others = owners.pop("", [])
    for level in (Level.ERROR, Level.QUERY):
        own = [one for one in others if one.level is level]
        more = len(own) < sum(one.level is level for one in findings)
        told_of = f"{'另有 ' if more else ''}{len(own)} 处" if own else "没有别的" if more else "没有"
        yield CheckLine(f"校对：{LEVEL_WORDS[level]}", not own, told_of, tuple(_spot(one) for one in own))
    yield from _let_stand(issue)


def _let_stand(issue: Issue) -> Iterator[CheckLine]:
    """Who signs should see what a clerk let stand: it is told nowhere else any more."""
    left = stood(issue)
    if left:
        spots = tuple(Spot(Place(one.passed.block, one.start), f"“{one.around}”，点过“不改”") for one in left)
        yield CheckLine("这一期不改的", True, f"{len(left)} 处，请再看一眼", spots, noted=True)


def _line_of(rule: str) -> str:
    return _BY_RULE.get(rule) or _BY_GROUP.get(group_of(rule), "")


def _of(what: str, found: list[Finding], copies: tuple[tuple[frozenset[int], Spot], ...] = ()) -> CheckLine:
    """The line of these findings; those that lie in an article which stands there twice are told by the article."""
    inside = {block for blocks, _ in copies for block in blocks}
    spots = (*(spot for _, spot in copies), *(_spot(one) for one in found if one.key not in inside))
    if not spots:
        return CheckLine(what, True, _LINES[what])
    return CheckLine(what, False, spots[0].told, spots)


def _spot(found: Finding) -> Spot:
    told = found.message.replace(_HERE, f"“{clipped(found.words)}”", 1) if found.message.startswith(_HERE) else found.message
    return Spot(Place(found.key, found.start), told, found)


def _copies(issue: Issue) -> tuple[tuple[frozenset[int], Spot], ...]:
    """The blocks of each article that stands in the issue twice, and where it begins."""
    found = []
    for article, earlier in articles_twice(issue):
        title, other = clipped(joined_title(article.title)), clipped(joined_title(earlier.title))
        told = f"《{title}》在这一期里有两篇，大半相同" if title == other else f"《{title}》和《{other}》大半相同"
        found.append((frozenset(block.id for block in article.blocks()), Spot(Place(article.title.id, 0), told)))
    return tuple(found)
