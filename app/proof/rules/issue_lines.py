"""What an issue says of itself becomes a hit where it can't be: two numbers of copies, no source, news miscounted (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.model.issue import Role
from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import FIGURES, About, DocumentRule
from app.text.numerals import HAN_NUMERAL, parse_numeral

_COPIES = re.compile(r"(?:共印|印数|印发|份数|印)[ \u3000：:]*(?P<number>\d+)[ \u3000]*份")
_COPIES_ALONE = re.compile(rf"(?:^|(?<=[ \u3000（(])){_COPIES.pattern}(?=[）)]?(?:$|[ \u3000]))")
_BARE_NUMBER = re.compile(r"[ \u3000]*(?P<number>\d+)[ \u3000]*份?[ \u3000]*")
"""An issue keeps the number alone; the template words it."""
_AT_THE_FOOT = (Role.COPIES, Role.EDITORS, Role.RECIPIENTS)
_FOOT = 8
_LABEL = re.compile(r"[ \u3000]*(?:主报|报送?|送|发|抄[报送]|主送|分送)[ \u3000]*[：:]")
_ITEM = re.compile("[^，、；。：:]+")
_LEAST_NAME = 5
_COUNTED = re.compile(
    rf"(?:简讯|短讯|要闻|动态|信息|快讯|消息)[^{FIGURES}{HAN_NUMERAL}]{{0,2}}"
    rf"(?P<number>\d{{1,2}}|[{HAN_NUMERAL}两]{{1,2}})(?P<measure>则|条|篇|件)[ \u3000）)】]*$"
)
_FIRST_MONTHS = 2
"""Until then one may speak of last year's numbers without saying so."""
_HEADING_LENGTH = 16
_BULLET = re.compile(r"[ \u3000]*(?:[△▲●○◆◇■□★☆▶•·]|\d{1,2}[.．、](?!\d)|[（(][一二三四五六七八九十]{1,2}[）)]|【)")
_FEWEST, _FEW = 2, 2
"""Items that make a list; and by how many their number may be off."""
_ARTICLES = re.compile(
    rf"本期(?:简报|信息)?(?:共|选编|刊发|编发|收录|推介|刊登|介绍)(?:了|有)?(?P<number>\d{{1,2}}|[{HAN_NUMERAL}两]{{1,2}})篇"
)
_LEAST_NAMED = 2
"""Sources that an issue has at least where another one is missed."""
_SIGNED = frozenset({Role.BYLINE, Role.SIGNATURE})
_IN_LINE = re.compile(
    r"(?<=[。！？”])（[^（）()，。；：\d]{2,24}?"
    r"(?:局|委|办|室|院|校|镇|乡|街道|社区|村|中心|公司|集团|队|联|会|站|所|部|处|政府|供稿|报送|来稿)）[ \u3000]*$"
)
"""The unit that sent an article, in brackets behind its last sentence."""
_OWN_NUMBER = re.compile(rf"第[ \u3000]*(?P<number>\d+|[{HAN_NUMERAL}]+)[ \u3000]*期")
_TOTAL = re.compile(r"[（(]?总(?:第)?[ \u3000]*\d+[ \u3000]*期[）)]?")
_CITED = re.compile(
    r"(?:本[简通]报|本刊|本报|我刊)[于在]?(?P<issue>第[ ]?(?P<number>\d{1,4})期)[^，。；]{0,8}?"
    r"(?<!将)(?:刊发|刊登|刊载|登载|报道|介绍|编发|转发|推介|印发|发表)"
)
_SERIES = re.compile("增刊|专刊|特刊|专报|号外")
"""Issues that are counted apart from the others."""
_TO_COME = re.compile(r"(?:将|拟|计划|预计|准备|打算|[去上前]年|\d{4}年)[^，。；]{0,14}$")
"""Before a number that is still to come, or of another year."""


def copies_twice(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """共印60份 and 印数：80份."""
    if not document.masthead:
        return
    foot = {one.key: one for one in (*document.of(*_AT_THE_FOOT), *document.passages[-_FOOT:])}
    found = [(one, copies) for one in foot.values() for copies in _copies(one)]
    if len({copies["number"] for _, copies in found}) > 1:
        for passage, copies in found:
            yield passage, Hit(copies.start("number"), copies.end("number"), "报尾写了两个印数，请核对。")


def _copies(passage: Passage) -> Iterator[re.Match[str]]:
    """Where a line of the footer says how many copies there are; in running text only what stands for itself, as in a text's last line."""
    bare = _BARE_NUMBER.fullmatch(passage.text) if passage.role is Role.COPIES else None
    if bare:
        yield bare
    elif passage.role in _AT_THE_FOOT:
        yield from _COPIES.finditer(passage.text)
    else:
        yield from _COPIES_ALONE.finditer(passage.text)


def sent_to_itself(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """The issuer among those who get the issue."""
    issuers = [re.split(r"[ \u3000]{2,}|\d{4}年", one.text)[0].strip() for one in document.of(Role.ISSUER)]
    names = [name for name in issuers if len(name) >= _LEAST_NAME]
    lines = (*document.of(Role.RECIPIENTS), *document.passages[-_FOOT:]) if names and document.masthead else ()
    for passage in {one.key: one for one in lines}.values():
        label = _LABEL.match(passage.text)
        if not label and passage.role is not Role.RECIPIENTS:
            continue
        for item in _ITEM.finditer(passage.text, label.end() if label else 0):
            words = item[0].strip()
            if any(words == name or (len(words) >= _LEAST_NAME and name.endswith(words) and words[0] in "省市县区州") for name in names):
                yield passage, Hit(item.start(), item.end(), "这是编发单位自己，请核对。")


def briefs_below(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """简讯四则 as a heading over three items."""
    passages = [one for one in document.passages if one.role is not Role.TOC_TITLE]
    for turn, heading in enumerate(passages):
        found = _COUNTED.search(heading.text) if len(heading.text) <= _HEADING_LENGTH else None
        said = parse_numeral(found["number"].replace("两", "二")) if found else None
        if not found or not said:
            continue
        items = 0
        for one in passages[turn + 1 :]:
            if _BULLET.match(one.text):
                items += 1
            elif one.role not in RUNNING or items == 0:
                break
        if items >= _FEWEST and 0 < abs(said - items) <= _FEW:
            yield heading, Hit(found.start("number"), found.end("measure"), f"下面是{items}{found['measure']}，请核对。")


def articles_counted(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """（本期共4篇） over contents of three: what an issue says it holds."""
    titles, entries = len(tuple(document.of(Role.TITLE))), len(tuple(document.of(Role.TOC_TITLE)))
    if not document.masthead or titles < _FEWEST or entries not in (0, titles):
        return
    for passage in document.passages:
        for found in _ARTICLES.finditer(passage.text):
            said = parse_numeral(found["number"].replace("两", "二"))
            if said and 0 < abs(said - titles) <= _FEW:
                yield passage, Hit(found.start("number"), found.end(), f"本期有{titles}篇文章，请核对。")


def without_source(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """Told at the last full stop of the article where the others have theirs behind the text, else at its title."""
    if not document.masthead:
        return
    titles = [title for title in document.of(Role.TITLE) if _running(document, title.article)]
    sources = {title.article: _source(document, title.article) for title in titles}
    known = [(article, source) for article, source in sources.items() if source]
    lacking = [title for title in titles if not sources[title.article]]
    in_line = any(source.role in RUNNING for _, source in known)  # then the first article may well be the office's own
    if len(known) < max(_LEAST_NAMED, len(titles) / 2) or (in_line and (len(lacking) > 1 or lacking == titles[:1])):
        return
    behind = all(source.key >= _running(document, article)[-1].key for article, source in known)
    for title in lacking:
        last = _running(document, title.article)[-1]
        if not behind or last.role is not Role.BODY or not last.text:
            yield title, Hit(0, max(1, len(title.text)), "其他文章都写了来稿单位，这一篇没有。")
        elif last.text[-1] not in "）)":
            yield last, Hit(len(last.text) - 1, len(last.text), "其他文章末尾都写了来稿单位，这一篇没有。")


def _running(document: Document, article: int) -> tuple[Passage, ...]:
    return tuple(one for one in document.inside(article) if one.role in RUNNING and one.text.strip())


def _source(document: Document, article: int) -> Passage | None:
    """The passage of an article that names its source: a line of its own, or the last paragraph with the unit behind its end."""
    signed = next((one for one in document.inside(article) if one.role in _SIGNED), None)
    return signed or next((one for one in _running(document, article)[-1:] if _IN_LINE.search(one.text)), None)


def later_issue_cited(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """我校的经验曾在本简报第19期刊发 in number 17: what has come out has a lower number."""
    heads = "".join(one.text for one in document.of(Role.NUMBER))
    own = _OWN_NUMBER.search(_TOTAL.sub("", heads))
    value = parse_numeral(own["number"]) if own else None
    early = document.date is not None and document.date.month <= _FIRST_MONTHS  # then last year's numbers are higher
    if not value or not document.masthead or early or _SERIES.search(heads):
        return
    for passage in document.running:
        for found in _CITED.finditer(passage.text):
            if int(found["number"]) > value and not _TOTAL.search(heads) and not _TO_COME.search(passage.text, 0, found.start("issue")):
                yield passage, Hit(found.start("issue"), found.end("issue"), f"本期才是第{value}期，请核对。")


RULES = (
    DocumentRule(About("issue.source", "缺来稿单位", Level.HINT, "实务"), without_source),
    DocumentRule(About("issue.articles", "本期篇数", Level.QUERY, "实务"), articles_counted),
    DocumentRule(About("issue.cited", "往期期号", Level.QUERY, "实务"), later_issue_cited),
    DocumentRule(About("issue.copies_twice", "两个印数", Level.QUERY, "实务"), copies_twice),
    DocumentRule(About("issue.own_recipient", "发给自己", Level.QUERY, "实务"), sent_to_itself),
    DocumentRule(About("issue.briefs", "简讯则数", Level.QUERY, "实务"), briefs_below),
)
