"""The last issue becomes the next one: its look and standing texts, a proposed number, an open date, no articles (新建下一期)."""

from __future__ import annotations

from dataclasses import replace

from app.desk.blocks import BlockMaker
from app.desk.numbering import next_number, open_date_of
from app.edit.recipient_sets import with_own_usual
from app.model.distribution import EXTRA_LABELS
from app.model.issue import Article, Footer, Issue, Masthead, Paragraph, Recipients, Role, Section
from app.model.template import Template
from app.records import dataclass


@dataclass(frozen=True, slots=True)
class Carried:
    """One thing that came over from the last issue, in the clerk's words, so that nothing old stays unseen."""

    what: str
    text: str


@dataclass(frozen=True, slots=True)
class NextIssue:
    """The new issue, and what was carried over or proposed."""

    issue: Issue
    carried: tuple[Carried, ...]


def next_issue(last: Issue) -> NextIssue:
    """Start the issue after `last`; `last` itself is untouched. The number is a proposal until the sign-off."""
    make = BlockMaker()
    masthead = _masthead(last.masthead, make)
    sections = tuple(Section(make.new_id(), _renewed(section.name, make), ()) for section in _kept_sections(last))
    if not sections:
        sections = (Section(make.new_id(), None, ()),)
    footer = _footer(last.footer, make)
    issue = Issue(with_own_usual(last), masthead, sections, footer, make.next_id)
    return NextIssue(issue, (*_carried(issue), *_dropped(last)))


def blank_issue(template: Template) -> Issue:
    """An issue with nothing but the template's standing texts."""
    from app.desk.compose import compose_issue

    return compose_issue((), template).issue


def begun(issue: Issue) -> Issue:
    """The issue with an empty first article, so that there is a place to write; one that has articles stays as it is."""
    if any(True for _ in issue.articles()):
        return issue
    make = BlockMaker(issue.next_id)
    article = Article(make.new_id(), make.paragraph("", Role.TITLE), (make.paragraph("", Role.BODY),))
    first, *others = issue.sections
    return replace(issue, sections=(replace(first, articles=(article,)), *others), next_id=make.next_id)


def _kept_sections(last: Issue) -> tuple[Section, ...]:
    """栏目 once each, in order; a section without a name stays only where there is no other."""
    named = {section.name.text: section for section in last.sections if section.name}
    return tuple(named.values())


def _renewed(paragraph: Paragraph | None, make: BlockMaker) -> Paragraph | None:
    return make.renewed(paragraph) if paragraph else None


def _masthead(old: Masthead, make: BlockMaker) -> Masthead:
    return Masthead(
        secrecy=_renewed(old.secrecy, make),
        lines=tuple(make.renewed(line) for line in old.lines),
        number=make.paragraph(next_number(old.number.text), old.number.role),
        total=make.paragraph(next_number(old.total.text), old.total.role) if old.total else None,
        issuers=tuple(make.renewed(issuer) for issuer in old.issuers),
        date=make.paragraph(open_date_of(old.date.text), old.date.role),
        picture=old.picture,
    )


def _footer(old: Footer, make: BlockMaker) -> Footer:
    return Footer(
        recipients=tuple(Recipients(line.label, make.renewed(line.paragraph)) for line in old.recipients if line.label not in EXTRA_LABELS),
        editors=_renewed(old.editors, make),
        copies=_renewed(old.copies, make),
    )


def _dropped(last: Issue) -> list[Carried]:
    """What was for the last issue alone."""
    return [Carried(f"没有沿用（{line.label}）", line.paragraph.text) for line in last.footer.addressed if line.label in EXTRA_LABELS]


def _carried(issue: Issue) -> list[Carried]:
    head, footer = issue.masthead, issue.footer
    found = [
        Carried("版式", issue.template.name),
        Carried("报头", "　".join(line.text for line in head.lines)),
        Carried("期号（建议，待签发）", head.number.text),
    ]
    if head.picture:
        found.insert(2, Carried("报头图片", "印在简报名称的位置"))
    if head.total:
        found.append(Carried("总期号（建议）", head.total.text))
    if head.secrecy:
        found.append(Carried("密级或保存提示", head.secrecy.text))
    found.append(Carried("日期（待签发）", head.date.text))
    found += [Carried("编发单位", issuer.text) for issuer in head.issuers]
    found += [Carried("栏目", section.name.text) for section in issue.sections if section.name]
    found += [Carried(line.label, line.paragraph.text) for line in footer.recipients]
    if footer.editors:
        found.append(Carried("编辑署名", footer.editors.text))
    if footer.copies:
        found.append(Carried("印数", footer.copies.text))
    return [item for item in found if item.text]
