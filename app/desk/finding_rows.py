"""What was found becomes the rows of a list: by level and article, a habit of one article as one row, each with what stands around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from app.desk.check_line import clipped
from app.edit.tree import article_of_block
from app.model.issue import Issue, Passed, joined_title
from app.proof.finding import LEVEL_WORDS, Finding, Level, is_word
from app.records import dataclass

FEWEST = 3
"""So many findings of one kind in one article are a habit."""
_TITLE, _WORDS, _TOLD, _AROUND, _BEFORE = 16, 12, 18, 10, 3
_SHORT = 3
"""A word of fewer characters says little without those beside it."""
_BY_RULE = frozenset(
    {
        *("colon", "dash", "dots", "listed", "mark", "ordinal", "pair", "pause", "place", "range", "series", "stop"),
        *("left", "number", "percent", "voice", "unit.electricity", "unit.forbidden", "unit.old", "unit.celsius", "work.bracket"),
        *("date.dashed", "date.dotted", "date.mixed", "date.nought", "date.spoken", "date.zero"),
    }
)
"""Rules, or families of rules, on how something is written: whatever stands there, the fix is of one kind. Those on words and names
are not among them: 孙志强 and 孙志坚 may each be told with the other as its fix."""

Part = tuple[str, int]
"""What a finding belongs to: an article by its id, or another part of the issue."""
Kind = tuple[str, ...]
"""What findings have in common that are put right alike."""


@dataclass(frozen=True, slots=True)
class Row:
    """One finding, or a habit: several of one kind in one article."""

    text: str
    findings: tuple[Finding, ...]

    @property
    def kind(self) -> Kind:
        """What its findings have in common."""
        return kind_of(self.findings[0])


@dataclass(frozen=True, slots=True)
class PartRows:
    """What was found in one part of the issue."""

    part: Part
    title: str
    rows: tuple[Row, ...]

    @property
    def count(self) -> int:
        """How many findings."""
        return sum(len(row.findings) for row in self.rows)


@dataclass(frozen=True, slots=True)
class LevelRows:
    """What was found at one level."""

    level: Level
    parts: tuple[PartRows, ...]

    @property
    def count(self) -> int:
        """How many findings."""
        return sum(part.count for part in self.parts)


@dataclass(frozen=True, slots=True)
class Stood:
    """A place that was let stand, and that still reads as it did then; `around` is what stands there."""

    passed: Passed
    start: int
    around: str


def kind_of(finding: Finding) -> Kind:
    """Findings of one kind may be put right together: those of one rule, and of a rule on words and names those that read alike."""
    family = finding.rule.partition(".")[0]
    if finding.rule in _BY_RULE or family in _BY_RULE:
        return (finding.rule,)
    return finding.rule, finding.words, finding.fix or ""


def alike(findings: Iterable[Finding], one: Finding) -> tuple[Finding, ...]:
    """Those that are put right together with one, itself among them; those without a fix are left out."""
    return tuple(other for other in findings if other.fix is not None and kind_of(other) == kind_of(one))


def level_rows(findings: Sequence[Finding], issue: Issue, names: dict[str, tuple[str, str]]) -> tuple[LevelRows, ...]:
    """The rows of all findings, the surest level first, parts in printing order."""
    titles = _titles(issue)
    found = []
    for level in LEVEL_WORDS:
        parts: dict[Part, list[Finding]] = {}
        for one in findings:
            if one.level is level and one.key in issue.block_index:
                parts.setdefault(part_of(issue, one.key), []).append(one)
        if parts:
            rows = (PartRows(part, titles.get(part, part[0]), _rows(own, issue, names)) for part, own in parts.items())
            found.append(LevelRows(level, tuple(rows)))
    return tuple(found)


def stood(issue: Issue) -> tuple[Stood, ...]:
    """The places that were let stand in an issue, in printing order, without those whose words are gone."""
    found = []
    for passed in issue.passed:
        block = issue.block_index.get(passed.block)
        start = block.text.find(passed.words) if block is not None and passed.words else -1
        if block is not None and start >= 0:
            found.append(Stood(passed, start, around(block.text, start, start + len(passed.words))))
    order = issue.block_order
    return tuple(sorted(found, key=lambda one: (order[one.passed.block], one.start)))


def part_of(issue: Issue, block: int) -> Part:
    """The article, or the part of the issue, that a block belongs to."""
    place = article_of_block(issue, block)
    if place is not None:
        return "", place.article.id
    footer = {line.paragraph.id for line in issue.footer.recipients} | {p.id for p in (issue.footer.editors, issue.footer.copies) if p}
    return "报尾" if block in footer else "栏目" if any(s.name and s.name.id == block for s in issue.sections) else "报头", 0


def around(text: str, start: int, end: int) -> str:
    """What stands at a place: a word for itself, a mark or a character with what is beside it (1、进一步…)."""
    words = text[start:end]
    if len(words) >= _SHORT and is_word(words):
        return clipped(words, _WORDS)
    first = max(0, start - _BEFORE)
    last = max(end, min(len(text), first + _AROUND))
    shown = f"{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}"
    return clipped(shown.replace("\n", " "), _AROUND + 8)


def _rows(findings: Sequence[Finding], issue: Issue, names: dict[str, tuple[str, str]]) -> tuple[Row, ...]:
    """A row for each finding, in their order; a habit stands where its first place is."""
    kinds: dict[Kind, list[Finding]] = {}
    for one in findings:
        kinds.setdefault(kind_of(one), []).append(one)
    rows = []
    for one in findings:
        own = kinds[kind_of(one)]
        if len(own) < FEWEST:
            rows.append(Row(row_text(one, issue), (one,)))
        elif one is own[0]:
            rows.append(Row(f"{_habit(own, names)}（{len(own)} 处）", tuple(own)))
    return tuple(rows)


def row_text(finding: Finding, issue: Issue) -> str:
    """账实不付→账实不符 where words are short and have a fix, else what stands there and why: 1、进一步…　“1”“2”后面用下脚点“.”。"""
    if finding.fix and is_word(finding.words) and len(finding.words) > 1 and len(finding.words + finding.fix) <= _TOLD:
        return f"{finding.words}→{finding.fix}"
    return f"{around(issue.block_index[finding.key].text, finding.start, finding.end)}　{finding.message}"


def _habit(findings: Sequence[Finding], names: dict[str, tuple[str, str]]) -> str:
    """What is told of a habit, with room left for the number of places: 布署→部署, else the message, else the name of the rule."""
    first = findings[0]
    if is_word(first.words) and all(kind_of(one)[1:] == (first.words, first.fix or "") for one in findings):
        return clipped(f"{first.words}→{first.fix}" if first.fix else first.words, _TOLD)
    told = first.message.rstrip("。")
    if len(told) > _TOLD or any(one.message != first.message for one in findings):
        return clipped(names.get(first.rule, (told, ""))[0], _TOLD)
    return told


def _titles(issue: Issue) -> dict[Part, str]:
    """The articles' titles, shortened; those that then read alike with their number."""
    shown = [(article.id, clipped(joined_title(article.title) or "（没有标题的文章）", _TITLE)) for article in issue.articles()]
    often = Counter(title for _, title in shown)
    return {("", key): title if often[title] == 1 else f"{title}（第 {at} 篇）" for at, (key, title) in enumerate(shown, 1)}
