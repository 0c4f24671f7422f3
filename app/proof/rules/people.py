"""People whose name is written in two ways, whose post changes within an issue, or who stand in the wrong order, become hits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.people import Person, loosely_named, people_in
from app.proof.rule import About, DocumentRule, PassageRule
from app.proof.rules.state_leaders import STATE_LEADERS
from app.text.chars import HAN

_LONG_NAME = 3
_ASIDE = re.compile(r"（(?P<post>[^（）]{0,8}(?:书记|长|主任|主席))）")
_SINGLE_POST = re.compile(
    r"(?!.*(?:副|原|前任|村|社区|街道|支部|站|科|班|组|中队|分局|分会|各|某))(?:[市县区省]|.{2,3}[市县区]).{2,14}(?:局局长|委主任|院院长|办主任|部部长|委书记|校校长|检察长)"
)
_POST_LENGTH = 5
_RANKS = re.compile(r"副(?P<post>书记|省长|市长|县长|区长|镇长|乡长|主任|局长|部长|主席|院长|校长|秘书长)")

_CORRECTED = re.compile("”?(?:应为|应改为|更正为|误作|误为|误写)")
"""Between two names in an erratum."""


def name_in_two_ways(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """A name that is another one of the issue but for one character that sounds or looks like it. The rarer form is told, of
    equally frequent ones both.
    """
    named = {(passage.key, person.start): (passage, person.name) for passage in document.passages for person in people_in(passage.text)}
    names = {name for _, name in named.values() if len(name) >= _LONG_NAME} | {one.name for one in office.leaders}
    holding = _Holding(document.passages, frozenset("".join(names)))
    for name in names:
        for passage in holding.all_but_one(name):
            for found in _variants(name).finditer(passage.text):
                if _one_slip(found[0], name, office):
                    named.setdefault((passage.key, found.start()), (passage, found[0]))
    _add_loosely_named(document, office, named)
    counts = Counter(name for _, name in named.values())
    for leader in office.leaders:
        counts[leader.name] += 1000
    for (_, start), (passage, name) in named.items():
        other = _twin(name, counts, office)
        if other and counts[name] <= counts[other] and not {name, other} & STATE_LEADERS:  # theirs is `leader.name`
            yield passage, _hit(start, start + len(name), name, other, rarer=counts[name] < counts[other])


_CLAUSE_START = re.compile(f"(?:^|(?<=[，。；：！？”]))[{HAN}]{{3}}")


def _add_loosely_named(document: Document, office: Office, named: dict[tuple[int, int], tuple[Passage, str]]) -> None:
    """Names behind a post with unusual words behind them, where another form of them begins a clause elsewhere."""
    loosely = [(passage, start, name) for passage in document.running for start, name in loosely_named(passage.text)]
    halves = {half for _, _, name in loosely for half in (name[:2], name[1:])}
    starts: dict[str, list[tuple[Passage, int, str]]] = {}
    for passage in document.running if halves else ():
        for found in _CLAUSE_START.finditer(passage.text):
            for held in (found[0][:2], found[0][1:]):
                if held in halves:
                    starts.setdefault(held, []).append((passage, found.start(), found[0]))
    for passage, start, name in loosely:
        for place, at, other in (*starts.get(name[:2], ()), *starts.get(name[1:], ())):
            if other != name and _one_slip(name, other, office):
                named.setdefault((passage.key, start), (passage, name))
                named.setdefault((place.key, at), (place, other))


class _Holding:
    """Passages by those of some characters that stand in them."""

    def __init__(self, passages: Sequence[Passage], characters: frozenset[str]) -> None:
        self._passages = passages
        self._places: dict[str, set[int]] = {}
        for at, passage in enumerate(passages):
            for char in characters.intersection(passage.text):
                self._places.setdefault(char, set()).add(at)

    def all_but_one(self, name: str) -> list[Passage]:
        """Those that hold every character of a name but one at most, in order."""
        places = [self._places.get(char, set()) for char in name]
        found: set[int] = set()
        for left_out in range(len(places)):
            found |= set.intersection(*places[:left_out], *places[left_out + 1 :]) if len(places) > 1 else set(range(len(self._passages)))
        return [self._passages[at] for at in sorted(found)]


@lru_cache(maxsize=256)
def _variants(name: str) -> re.Pattern[str]:
    """A name with any one of its characters another, or two of the given name changed about."""
    forms = [f"{name[:place]}(?!{name[place]})[{HAN}]{name[place + 1 :]}" for place in range(len(name))]
    return re.compile("|".join((*forms, *_turned(name))))


def _turned(name: str) -> Iterator[str]:
    for place in range(1, len(name) - 1):
        yield name[:place] + name[place + 1] + name[place] + name[place + 2 :]


def same_post(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """Two names that differ in one character, whatever it is, with one post."""
    named = [(passage, person) for passage in document.passages for person in people_in(passage.text) if person.posts]
    seen: dict[tuple[str, str, int, str], dict[str, list[tuple[int, Passage, Person]]]] = {}
    for turn, (passage, person) in enumerate(named):
        post, name = person.posts[-1][-_POST_LENGTH:], person.name
        if len(name) < _LONG_NAME:
            continue
        keys = [(post, name[:place], place, name[place + 1 :]) for place in range(len(name))]
        earlier = (
            next(((at, place, other) for at, place, other in held if not _is_corrected(place, other, passage, person)), None)
            for key in keys
            for other_name, held in seen.get(key, {}).items()
            if other_name != name
        )
        first = min((one for one in earlier if one), key=lambda found: found[0], default=None)
        if first:
            place, other = first[1:]
            yield place, _hit(other.start, other.end, other.name, name, rarer=False)
            yield passage, _hit(person.start, person.end, name, other.name, rarer=False)
        for key in keys:
            seen.setdefault(key, {}).setdefault(name, []).append((turn, passage, person))


def _is_corrected(place: Passage, other: Person, passage: Passage, person: Person) -> bool:
    """Whether the words between two names of a passage say that the one should be the other."""
    return place is passage and _CORRECTED.search(passage.text, other.end, person.start) is not None


def post_changes(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """One name with 副 before its post here and without it there, or with another post than the leaders' list says."""
    held: dict[str, set[str]] = {}
    for passage in document.passages:
        for person in people_in(passage.text):
            leader = next((one for one in office.leaders if one.name == person.name and one.holds(document.date)), None)
            nearest = person.posts[-1] if person.posts else ""
            if leader and nearest and not any(post in leader.post or leader.post in post for post in person.posts):
                yield passage, Hit(person.start, person.end, f"领导名单里{person.name}的职务是“{leader.post}”。")
            aside = _ASIDE.match(passage.text, person.end)
            if aside and nearest and _contradict(nearest, aside["post"]):
                yield passage, Hit(aside.start(), aside.end(), f"前面写的是“{nearest}”，括号里是“{aside['post']}”，请核对。")
            known = held.setdefault(person.name, set())
            for post in person.posts if not leader else ():
                other = next((one for one in known if _contradict(one, post) or _elsewhere(one, post)), None)
                if other and not any(_same(one, post) for one in known):
                    start = passage.text.rfind(post, 0, person.end) if post in passage.text[: person.end] else person.start
                    end = max(person.end, start + len(post))
                    yield passage, Hit(start, end, f"前面写的是“{other}{person.name}”，这里是“{post}”，请核对。")
            known.update(person.posts)


def _same(one: str, other: str) -> bool:
    return ("副" in one) == ("副" in other) and (one.endswith(other) or other.endswith(one))


def post_held_twice(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """One post of a unit with two names in one issue."""
    holders: dict[str, str] = {}
    for passage in document.passages:
        for person in people_in(passage.text):
            post = person.posts[-1] if person.posts else ""
            if not _SINGLE_POST.fullmatch(post):
                continue
            known = holders.setdefault(post, person.name)
            if known != person.name:
                yield passage, Hit(person.start, person.end, f"前面写的是“{post}{known}”，这里是“{person.name}”，请核对。")


def order_of_posts(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """副市长甲、市长乙: the higher post comes first."""
    for passage in document.passages:
        people = list(people_in(passage.text))
        for before, after in pairwise(people):
            lower = next((found["post"] for post in before.posts if (found := _RANKS.search(post))), None)
            between = passage.text[before.end : after.start]
            if between.startswith("、") and len(between) < _NEAR_POST and _stands_before(_last(after), _last(before)):
                yield passage, Hit(after.start, after.end, f"“{_last(after)}”应排在“{_last(before)}”前面，请核对次序。")
            elif lower and between[:1] in "、，和" and _is_head(after, before) and len(between) <= len("、".join(after.posts)) + 2:
                yield passage, Hit(after.start, after.end, f"“{after.posts[-1]}”应排在“副{lower}”前面，请核对次序。")


_SECOND = re.compile("^(?P<area>[^副]*)(?P<level>[省市县区镇乡州])长$")
_FIRST = re.compile("^(?P<area>[^副局村院校]*?)(?P<level>[省市县区州])委书记$|^(?P<area2>[^副局村院校]*?)(?P<level2>[镇乡])?党委书记$")
"""The head of a government, and the secretary of the committee of its level, who stands before him."""
_NEAR_POST = 12


def _stands_before(one: str, other: str) -> bool:
    """Whether the one post is that of the secretary of a place, and the other that of the head of its government."""
    first, second = _FIRST.search(one), _SECOND.search(other)
    if not first or not second:
        return False
    level, area = first["level"] or first["level2"] or "", (first["area"] or first["area2"] or "")
    if level == "" and second["level"] not in "镇乡":
        return False
    return level in ("", second["level"]) and (area in ("", second["area"]) or second["area"] == "")


def _last(person: Person) -> str:
    return person.posts[-1] if person.posts else ""


def _is_head(person: Person, deputy: Person) -> bool:
    """Whether the one has the post, in the same unit, whose deputy the other is."""
    return any(_RANKS.search(lower) and "副" not in post and _contradict(post, lower) for post in person.posts for lower in deputy.posts)


def _contradict(one: str, other: str) -> bool:
    """Whether of two posts one is the deputy of the other."""
    first, second = (re.sub("(?:常务)?副", "", post, count=1) for post in (one, other))
    return (first.endswith(second) or second.endswith(first)) and ("副" in one) != ("副" in other)


_HEAD_OF = re.compile(f"(?P<unit>[{HAN}]{{2,12}}?)(?P<post>(?<=部)部长|(?<=局)局长|(?<=镇)镇长|(?<=乡)乡长|(?<=[镇乡])党委书记)$")
_OVER_A_UNIT = re.compile("^(?:.*[省市县区州旗]委|.*[省市县区州旗](?=[^省市县区州旗]{2,}))")


def _elsewhere(one: str, other: str) -> bool:
    """Whether of two posts of one kind each is in another unit: 统战部部长, 组织部部长. Short names of a unit are that unit."""
    first, second = _HEAD_OF.search(one), _HEAD_OF.search(other)
    if not first or not second or first["post"] != second["post"] or "副" in one + other or "原" in one + other:
        return False
    units = sorted((_OVER_A_UNIT.sub("", found["unit"]) for found in (first, second)), key=len)
    long = iter(units[1])
    return not all(char in long for char in units[0])


def _twin(name: str, counts: Counter[str], office: Office) -> str | None:
    size, first, given = len(name), name[0], name[1:]
    alike = (other for other in counts if len(other) == size and (other[0] == first or other[1:] == given) and other != name)
    return next((other for other in alike if counts[other] and _one_slip(name, other, office)), None)


def _one_slip(one: str, other: str, office: Office) -> bool:
    """Whether two names of one length differ in one character, the one being like the other."""
    if len(one) != len(other) or (one[0] != other[0] and one[1:] != other[1:]):
        return False
    if one in _turned(other):
        return True
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(pairs) != 1 or (len(one) < _LONG_NAME and one[0] != other[0]):
        return False
    a, b = pairs[0]
    return b in office.lexicon.confusion.alike[a]


def _hit(start: int, end: int, name: str, other: str, *, rarer: bool) -> Hit:
    """Only the rarer form is put right by the other: where both are told, each would become the other."""
    return Hit(start, end, f"“{name}”和本期的“{other}”像是同一个人，请核对。", other if rarer else None)


_TURNED_POSTS = re.compile(r"副(?P<post>市长|县长|区长|省长|镇长|乡长|书记|主任|主席|局长|部长|院长|校长|会长)、(?P=post)(?![助])")


def deputy_first(passage: Passage, _: Office) -> Iterator[Hit]:
    """副市长、市长: who holds the post stands before the deputies."""
    for found in _TURNED_POSTS.finditer(passage.text):
        yield Hit(found.start(), found.end(), "正职排在副职前面。", f"{found['post']}、副{found['post']}")


RULES = (
    DocumentRule(About("name.two_ways", "人名两种写法", Level.QUERY, "实务"), name_in_two_ways),
    DocumentRule(About("name.same_post", "同一职务两个近似的名字", Level.QUERY, "实务"), same_post),
    DocumentRule(About("name.post", "职务前后不一", Level.QUERY, "实务"), post_changes),
    DocumentRule(About("name.held_twice", "同一职务两个人", Level.QUERY, "实务"), post_held_twice),
    PassageRule(About("name.deputy_first", "副职排在正职前面", Level.QUERY, "实务"), deputy_first, needs="副"),
    DocumentRule(About("name.order", "职务次序", Level.QUERY, "实务"), order_of_posts),
)
