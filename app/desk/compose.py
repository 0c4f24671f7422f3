"""Recognised texts and a template become an issue: masthead, sections of articles, footer; what was decided is noted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.desk.articles import articles_of, phrase_spaced
from app.desk.blocks import BlockMaker
from app.desk.contents import with_contents
from app.desk.footers import footer_of
from app.desk.numbering import OPEN_DATE, open_number
from app.importers.found import Structure
from app.model.issue import Issue, Masthead, Paragraph, Role, Section
from app.model.template import MastheadStyle, Template
from app.records import dataclass
from app.text.numerals import HAN_NUMERAL

_FIGURE = re.compile(rf"\d+|[{HAN_NUMERAL}]+")


@dataclass(frozen=True, slots=True)
class Composed:
    """An issue, and one sentence for everything that the clerk should look at."""

    issue: Issue
    notes: tuple[str, ...]


def compose(structure: Structure, template: Template) -> Composed:
    """One recognised text, a whole bulletin or a single submission, as an issue."""
    return compose_issue((structure,), template)


def compose_issue(structures: Sequence[Structure], template: Template) -> Composed:
    """Several texts as one issue, their articles in the order given.

    The first whole bulletin gives masthead, number, date, contents and footer; what it lacks, and all of it where there is no
    bulletin, comes from the template, with number and date left open. 栏目 of one name are joined.
    """
    whole = next((structure for structure in structures if structure.kind == "bulletin"), None)
    make = BlockMaker()
    masthead = _masthead(whole, template.masthead, make)
    sections: tuple[Section, ...] = ()
    for structure in structures:
        found, make.next_id = articles_of(structure, make.next_id)
        sections = joined_sections(sections, found)
    sections, notes = with_contents(sections, whole.contents if whole else (), make)
    if not sections:
        sections = (Section(make.new_id(), None, ()),)
    footer = footer_of(whole, template.footer, make)
    issue = Issue(template, masthead, sections, footer, make.next_id)
    return Composed(issue, (*notes, *_lacking(structures, whole, issue)))


def joined_sections(sections: Sequence[Section], more: Sequence[Section]) -> tuple[Section, ...]:
    """`more` put behind `sections`: articles of a 栏目 that is there already join it, nameless ones join the last nameless."""
    joined = list(sections)
    for section in more:
        place = next((i for i, known in enumerate(joined) if _same_name(known, section)), None)
        if place is None:
            joined.append(section)
        else:
            joined[place] = replace(joined[place], articles=(*joined[place].articles, *section.articles))
    return tuple(joined)


def _same_name(one: Section, other: Section) -> bool:
    return (one.name.text if one.name else None) == (other.name.text if other.name else None)


def _masthead(whole: Structure | None, style: MastheadStyle, make: BlockMaker) -> Masthead:
    extra = whole.extra if whole else None
    names = _names(whole.masthead if whole else (), style)
    secrecy = make.optional(phrase_spaced((extra.secrecy if extra else None) or style.secrecy), Role.SECRECY)
    copy_number = make.optional(extra.number if extra else None, Role.COPY_NUMBER)
    lines = tuple(make.paragraph(name, Role.MASTHEAD) for name in names)
    printed = (whole.date if whole else None) or OPEN_DATE
    number = make.paragraph(_number(whole) or open_number(style.number_form, printed), Role.NUMBER)
    total = make.optional(_total(extra.total if extra else None, style), Role.TOTAL)
    issuers = _issuers(whole, style, make)
    date = make.paragraph(printed, Role.DATE)
    return Masthead(lines, number, issuers, date, total, secrecy, copy_number)


def _names(found: Sequence[str], style: MastheadStyle) -> tuple[str, ...]:
    """The bulletin's name in lines: the source's, or the template's.

    A name that the source has in one line is parted where the template sets its last words apart (…创建全国文明城市 | 工作简报).
    """
    if not found:
        return tuple(line.text for line in style.lines)
    if len(found) == 1 and len(style.lines) > 1:
        whole, last = "".join(found[0].split()), style.lines[-1].text
        if whole.endswith(last) and whole != last:
            return (whole.removesuffix(last), last)
    return tuple(found)


def _number(whole: Structure | None) -> str | None:
    """第7期, or what the source has in its place: a 增刊 or a 专刊 with or without a number."""
    if whole is None:
        return None
    supplement = whole.extra.supplement
    if supplement and whole.issue and supplement not in whole.issue:
        return f"{supplement}　{whole.issue}"
    return whole.issue or supplement


def _total(total: str | None, style: MastheadStyle) -> str | None:
    """The running total as it prints under the number: （总第23期）; open where the template wants one and the source has none."""
    if not total:
        return open_number(style.total_form) if style.total else None
    figure = _FIGURE.search(total)
    return style.total_form.replace("{}", figure[0]) if figure else total


def _issuers(whole: Structure | None, style: MastheadStyle, make: BlockMaker) -> tuple[Paragraph, ...]:
    """Joint issuers stand on a line each; 编 or 主办 follows the last one's name."""
    if whole is None or not whole.issuer:
        return (make.paragraph(style.issuer_text, Role.ISSUER),)
    names = whole.issuer.replace("\n", " ").split()
    if whole.extra.issuer_role:
        names[-1] += f"　{whole.extra.issuer_role}"
    return tuple(make.paragraph(name, Role.ISSUER) for name in names)


def _lacking(structures: Sequence[Structure], whole: Structure | None, issue: Issue) -> list[str]:
    """What the template filled in, or nobody did."""
    fields = list(dict.fromkeys(name for structure in structures for name in structure.meta))
    notes = [f"来稿的{'、'.join(fields)}不印在简报上，没有放进这一期。"] if fields else []
    if sum(structure.kind == "bulletin" for structure in structures) > 1:
        notes.append("有不止一份整期简报，报头和报尾取自第一份，其余的只取文章。")
    if not structures:
        return notes
    if whole is None or not whole.masthead:
        notes.append("原文没有报头，报头取自版式，请核对。")
    if whole is None or not _number(whole):
        notes.append("期号待定。")
    if whole is None or not whole.date:
        notes.append("日期待定。")
    if not (whole and whole.issuer):
        notes.append("原文没有编发单位，取自版式，请核对。" if issue.masthead.issuers[0].text else "编发单位还没有填写。")
    if issue.footer.recipients and not (whole and whole.footer and whole.footer.lines):
        notes.append("原文没有报尾，报送单位和印数取自版式，请核对。")
    return notes
