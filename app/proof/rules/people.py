"""People whose name is written in two ways become hits (实务)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import combinations

from app.proof.areas import of_other_areas
from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.name_words import NEVER_GIVEN, VERBS
from app.proof.near_names import alike, one_slip
from app.proof.office import Office
from app.proof.people import BEHIND, is_word, loosely_named
from app.proof.post_kinds import exclude, kind_of
from app.proof.roster import Mention, introduced, listed, roster
from app.proof.rule import About, DocumentRule
from app.proof.rules.state_leaders import STATE_LEADERS
from app.text.chars import HAN

_LONG_NAME = 3
_POST_LENGTH = 5
_OF_THE_LIST = 1000
"""What a name of the leaders' list counts beside those of the text."""
_CORRECTED = re.compile("”?(?:应为|应改为|更正为|误作|误为|误写)")
"""Between two names in an erratum."""

_KIN = re.compile(
    "(?:父亲|母亲|爷爷|奶奶|儿子|女儿|孙子|孙女|哥哥|大哥|二哥|弟弟|姐姐|妹妹"
    "|堂[兄弟姐妹哥]|表[兄弟姐妹哥]|叔叔|伯父|侄子|侄女|外甥女?|女婿|儿媳|妻子|丈夫|老伴|[兄弟姐妹父母]亲?)$"
)
"""Words of kinship right before a name."""

_Places = dict[tuple[int, int], tuple[Passage, str]]


def name_in_two_ways(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """A name that is another one of the issue but for one character that sounds or looks like it. The rarer form is told, of
    equally frequent ones both.
    """
    mentions = roster(document, office)
    named: _Places = {(mention.passage.key, mention.start): (mention.passage, mention.name) for mention in mentions}
    posts = introduced(mentions)
    _add_short(document, posts, named, office)
    _add_loosely_named(document, office, named)
    signed = {(mention.passage.key, mention.start) for mention in mentions if mention.label}
    side_by_side = {
        frozenset((one.name, other.name))
        for run in listed(mentions)
        for one, other in combinations(run, 2)
        if one.posts and one.posts != other.posts
    }
    held: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.posts:
            held.setdefault(mention.passage.key, []).append(mention)
    side_by_side |= {  # 县长周文涛讲话，副县长周文韬主持会议
        frozenset((one.name, other.name))
        for there in held.values()
        for one, other in combinations(there, 2)
        if set(one.posts).isdisjoint(other.posts) and "。" not in one.passage.text[one.end : other.start]
    }
    kin = {mention.name for mention in mentions if _KIN.search(mention.passage.text[: mention.start])}
    counts = Counter(name for place, (_, name) in named.items() if place not in signed)
    for place in signed:
        counts.setdefault(named[place][1], 1)
    in_list = {leader.name for leader in office.leaders}
    for name in in_list:
        counts[name] += _OF_THE_LIST
    for (_, start), (passage, name) in named.items():
        other = _twin(name, counts, posts, side_by_side, office)
        if other and not kin.isdisjoint((name, other)):
            continue  # 孙子连战洪: kin have names that are alike
        if other and counts[name] <= counts[other] and not {name, other} & STATE_LEADERS:  # theirs is `leader.name`
            unlisted = of_other_areas(document, office) if other in in_list else {}
            if not unlisted.get(name):
                fixed = counts[name] < counts[other] and name not in unlisted
                yield passage, _hit(start, start + len(name), name, other, rarer=fixed, of_list=other in in_list)


_COMMON, _UNKNOWN = 11.3, 99.0
"""What a word costs at most that begins no name, and what is taken for one that is no word: 党员干部知敬畏."""
_CLAUSE_START = re.compile(f"(?:^|(?<=[，。；：！？”]))[{HAN}]{{3}}")


def _add_loosely_named(document: Document, office: Office, named: _Places) -> None:
    """Names behind a post with unusual words behind them, where another form of them begins a clause elsewhere."""
    loosely = [
        (passage, start, name)
        for passage in document.running
        for start, name in loosely_named(passage.text)
        if not is_word(name) and office.lexicon.costs.get(name[:2], _UNKNOWN) > _COMMON
    ]
    halves = {half for _, _, name in loosely for half in (name[:2], name[1:])}
    starts: dict[str, list[tuple[Passage, int, str]]] = {}
    for passage in document.running if halves else ():
        for found in _CLAUSE_START.finditer(passage.text):
            for held in (found[0][:2], found[0][1:]):
                if held in halves:
                    starts.setdefault(held, []).append((passage, found.start(), found[0]))
    for passage, start, name in loosely:
        for place, at, other in (*starts.get(name[:2], ()), *starts.get(name[1:], ())):
            if other != name and one_slip(name, other, office):
                named.setdefault((passage.key, start), (passage, name))
                named.setdefault((place.key, at), (place, other))


_STARTS = re.compile(f"(?:^|(?<=[，：。；！？])|(?<=[。！？]”))[{HAN}]{{2,3}}")
_DOES = re.compile(f"{BEHIND}|{'|'.join(sorted(VERBS))}")


def _clause_starts(document: Document) -> tuple[tuple[Passage, int, str], ...]:
    """The first three characters of all clauses: (passage, place, characters)."""
    return tuple((passage, found.start(), found[0]) for passage in document.running for found in _STARTS.finditer(passage.text))


_SAYS = re.compile("说|表示|指出|强调|介绍|要求|告诉|回答|认为|坦言|建议|叮嘱|的")
_KEPT = 2
"""Characters that two names of three share at least where one is meant for the other."""
_WORD = 13.0
"""What a word costs at most that is rather meant than a name."""


def _add_short(document: Document, posts: dict[str, set[str]], named: _Places, office: Office) -> None:
    """Names of two characters that say something and were never introduced, where somebody was whose name sounds like theirs."""
    short = {name for name in posts if len(name) < _LONG_NAME}
    if not short:
        return
    halves, costs = {half for name in short for half in name}, office.lexicon.costs
    for passage, start, words in document.once(_clause_starts):
        name, end = words[:2], start + 2
        if halves.isdisjoint(name) or name in short or not any(_alike_short(name, other, office) for other in short):
            continue
        text = passage.text
        if _DOES.match(text, end) and (costs.get(name, _WORD) >= _WORD or _SAYS.match(text, end)):
            named.setdefault((passage.key, start), (passage, name))


def _alike_short(name: str, other: str, office: Office) -> bool:
    return (name[0] == other[0]) != (name[1] == other[1]) and alike(name, other, office)


def never_introduced(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """郑宏图主持会议 … 郑宏涛强调: who does something at the head of a sentence was introduced; where nobody of this name was, but
    somebody whose name differs in one character, whatever it is, he is meant. So is who signs, or is listed among the leaders.
    """
    mentions = roster(document, office)
    posts = introduced(mentions)
    known = {name for name, held in posts.items() if held and len(name) == _LONG_NAME}
    if not known:
        return
    by_half: dict[str, list[str]] = {}
    for name in sorted(known):
        for half in _halves(name):
            by_half.setdefault(half, []).append(name)
    places = {(mention.passage.key, mention.start): (mention.passage, mention.name) for mention in mentions if mention.label}
    characters = set("".join(known))
    for passage, start, name in document.once(_clause_starts):
        if len(characters.intersection(name)) < _KEPT or posts.get(name):
            continue
        if any(half in by_half for half in _halves(name)) and _DOES.match(passage.text, start + _LONG_NAME):
            places.setdefault((passage.key, start), (passage, name))
    where = {mention.name: mention.passage.article for mention in reversed(mentions) if mention.posts}
    for (_, start), (passage, name) in places.items():
        if posts.get(name) or len(name) != _LONG_NAME or name in known or name[:2] in posts or name[-1] in NEVER_GIVEN:
            continue
        others = {other for half in _halves(name) for other in by_half.get(half, ())}
        near = {other for other in others if passage.article in (where[other], -1) or document.text.count(name) == 1}
        if len(near) == 1 and not _stands_with_post(document, name):
            other = near.pop()
            message = f"“{name}”前面没有介绍过，和本期的“{other}”像是同一个人，请核对。"
            yield passage, Hit(start, start + len(name), message)
            if document.text.count(other) <= document.text.count(name):
                yield from _first_place(mentions, other, name)


def _halves(name: str) -> tuple[str, ...]:
    """What stays of a name where one character is another."""
    return (f"{name[:2]}*", f"{name[0]}*{name[2:]}", f"*{name[1:]}")


def _first_place(mentions: Sequence[Mention], name: str, other: str) -> Iterator[tuple[Passage, Hit]]:
    first = next(mention for mention in mentions if mention.name == name and mention.posts)
    yield first.passage, Hit(first.start, first.end, f"这里是“{name}”，别处写的是“{other}”，请核对。")


def _stands_with_post(document: Document, name: str) -> bool:
    """Whether a name stands anywhere behind words that say who this is."""
    for passage in document.passages:
        start = passage.text.find(name)
        while start >= 0:
            before = passage.text[:start]
            if (
                before
                and not before.endswith(("领导", "领导同志"))
                and (("\u4e00" <= before[-1] <= "\u9fff" and before[-1] not in "由在对向请后上") or before[-1] in "、")
            ):
                return True
            start = passage.text.find(name, start + 1)
    return False


def same_post(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """Two names that differ in one character, whatever it is, with one post."""
    seen: dict[tuple[str, str, int, str], dict[str, list[tuple[int, Mention]]]] = {}
    for turn, mention in enumerate(roster(document, office)):
        post, name = mention.post[-_POST_LENGTH:], mention.name
        if len(name) < _LONG_NAME or not post:
            continue
        keys = [(post, name[:place], place, name[place + 1 :]) for place in range(len(name))]
        earlier = (
            next(((at, other) for at, other in held if not _are_two(other, mention)), None)
            for key in keys
            for other_name, held in seen.get(key, {}).items()
            if other_name != name
        )
        first = min((one for one in earlier if one), key=lambda found: found[0], default=None)
        if first:
            other = first[1]
            yield other.passage, _hit(other.start, other.end, other.name, name, rarer=False)
            yield mention.passage, _hit(mention.start, mention.end, name, other.name, rarer=False)
        for key in keys:
            seen.setdefault(key, {}).setdefault(name, []).append((turn, mention))


def _are_two(one: Mention, other: Mention) -> bool:
    """Whether the words between two names of a passage say that the one should be the other, or that both share the post."""
    if one.passage is not other.passage:
        return False
    between = one.passage.text[one.end : other.start]
    return between in ("、", "和", "与") or _CORRECTED.search(between) is not None


def _twin(name: str, counts: Counter[str], posts: dict[str, set[str]], side_by_side: Set[frozenset[str]], office: Office) -> str | None:
    size, first, given = len(name), name[0], name[1:]
    for other in counts:
        if len(other) != size or other == name or (other[0] != first and other[1:] != given) or not counts[other]:
            continue
        if frozenset((name, other)) not in side_by_side and _like(name, other, posts, office) and not _two_people(name, other, posts):
            return other
    return None


def _like(name: str, other: str, posts: dict[str, set[str]], office: Office) -> bool:
    known_once = not posts.get(name) or not posts.get(other)
    return one_slip(name, other, office) or (known_once and len(name) < _LONG_NAME and alike(name, other, office))


def _two_people(one: str, other: str, posts: dict[str, set[str]]) -> bool:
    """Whether each has posts of his own, which the other can't be meant to have."""
    held, others = posts.get(one) or set(), posts.get(other) or set()
    if not held or not others:
        return False
    return not any(_may_be_one(post, against) for post in held for against in others)


def _may_be_one(one: str, other: str) -> bool:
    if one.endswith(other) or other.endswith(one):
        return True
    if one[-_SAME_END:] == other[-_SAME_END:]:
        short, long = sorted((one, other), key=len)
        rest = iter(long)
        return len(short) <= _BARE or all(char in rest for char in short)
    return kind_of(one) is not None and kind_of(other) is not None and not exclude(one, other)


_SAME_END = 3
_BARE = 4
"""Characters of a post that names no unit."""


def _hit(start: int, end: int, name: str, other: str, *, rarer: bool, of_list: bool = False) -> Hit:
    """Only the rarer form is put right by the other: where both are told, each would become the other."""
    if of_list:
        return Hit(start, end, f"领导名单里是“{other}”，这里是“{name}”，请核对。", other if rarer else None)
    return Hit(start, end, f"“{name}”和本期的“{other}”像是同一个人，请核对。", other if rarer else None)


RULES = (
    DocumentRule(About("name.two_ways", "人名两种写法", Level.QUERY, "实务"), name_in_two_ways),
    DocumentRule(About("name.not_introduced", "没有介绍过的人名", Level.QUERY, "实务"), never_introduced),
    DocumentRule(About("name.same_post", "同一职务两个近似的名字", Level.QUERY, "实务"), same_post),
)
