"""A document becomes the people it names: every place of every name, with the posts that stand there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from app.model.issue import Role
from app.proof.document import Document, Passage
from app.proof.name_words import LABELS
from app.proof.near_names import nearly_named
from app.proof.office import Office
from app.proof.people import BEHIND, CHIEF, DOUBLE_NAMES, NAME, Person, is_word, loosely_named, name_end, people_in, posts_before
from app.records import dataclass
from app.text.chars import HAN

_SHORT = 2
BETWEEN = frozenset("、，和与及")
"""What stands between the people of a list."""
_COMMON = 11.3
"""What a word costs at most that is no name behind a post, unless somebody of this name says something."""
_COMMON_BEHIND_OTHERS = 13.4
"""The same behind 党员, 干部 and their like, behind which verbs stand, too."""
_SAYS = re.compile("说|表示|介绍|告诉|坦言|回忆|感慨|笑|强调|指出|要求|主持|致辞|出席|带队|认为|[（，、]")
_TOLD = re.compile("说|表示|介绍|告诉|坦言|回忆|感慨|笑着|高兴|激动|今年|家住|，")
_LIKE_VERBS = frozenset("包都占代成能满关管连通向双全公那常权利安时应相强查解计终空于平经易后别何曾明高广乐云富花海")
"""Surnames that are commoner as other words."""
_MODAL = frozenset("应双终")
"""Surnames that are other words behind every post: 局长应当."""
_CHIEF_LAST = re.compile(f"(?:{CHIEF})$")
_ALSO = re.compile(rf"、(?P<name>{NAME})(?=[、，。；：）]|$|和(?={NAME})|(?:{BEHIND}))")
_AND = re.compile(rf"[和与](?P<name>{NAME})(?=[，。；：）]|$|(?:{BEHIND}))")
_LABELS = re.compile(
    rf"(?P<label>{'|'.join(sorted(LABELS, key=len, reverse=True))})[：:][ 　]*(?P<name>{NAME})(?=$|[^{HAN}])"
    rf"|(?P<led>[省市州县区镇乡]领导(?:同志)?)(?P<name2>{NAME})(?=[、，和]|(?:{BEHIND}))"
)
_LABEL_SIGNS = re.compile("领导|[：:]")
_LIST_OF = "领导"
_NOT_IN = frozenset({Role.RECIPIENTS})
_AFTER_NAME = re.compile(rf"$|[^{HAN}]|{BEHIND}")
_BEFORE_SHORT = re.compile(rf"(?:^|[^{HAN}《“]|会后|随后|会上|同志|对|由|和|与|向|听取|当天|其间|期间)$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where somebody is named. `posts` are those that stand there; `label` is 签发, 市领导 where that stands instead."""

    passage: Passage
    start: int
    end: int
    name: str
    posts: tuple[str, ...] = ()
    label: str = ""

    @property
    def post(self) -> str:
        """The post next to the name, "" where there is none."""
        return self.posts[-1] if self.posts else ""


def roster(document: Document, office: Office) -> tuple[Mention, ...]:
    """Every mention of everybody, in printing order; worked out once for all rules."""
    return document.once(_work(office))


@lru_cache(maxsize=8)
def _work(office: Office) -> Callable[[Document], tuple[Mention, ...]]:
    return lambda document: tuple(_mentions(document, office))


def _mentions(document: Document, office: Office) -> Iterator[Mention]:
    first = [(passage, tuple(_introduced(passage, office))) for passage in document.passages if passage.role not in _NOT_IN]
    counts: dict[str, int] = {}
    for _, found in first:
        for mention in found:
            counts[mention.name] = counts.get(mention.name, 0) + 1
    first = [(passage, tuple(_whole(mention, counts) for mention in found)) for passage, found in first]
    names = frozenset(mention.name for _, found in first for mention in found) | {leader.name for leader in office.leaders}
    nearly: dict[int, list[tuple[int, str]]] = {}
    for passage, start, name in nearly_named([passage for passage, _ in first], names, office):
        nearly.setdefault(passage.key, []).append((start, name))
    pattern = _any_of(names)
    for passage, found in first:
        places = [*nearly.get(passage.key, ()), *((place.start(), place[0]) for place in pattern.finditer(passage.text))]
        yield from sorted(_with(passage, found, places), key=lambda mention: mention.start)


def _with(passage: Passage, found: Sequence[Mention], places: Iterable[tuple[int, str]]) -> Iterator[Mention]:
    """Those who were introduced, and the places of known names, and of what is nearly one, that are none of theirs."""
    yield from found
    taken = {at for mention in found for at in range(mention.start, mention.end)}
    for start, name in places:
        if start not in taken and (mention := _again(passage, name, start)):
            taken.update(range(start, mention.end))
            yield mention


def _whole(mention: Mention, counts: dict[str, int]) -> Mention:
    """A name of three characters whose last is a word of its own, where the shorter name stands elsewhere: 郝丽深 of 郝丽深入."""
    if len(mention.name) > _SHORT and counts.get(mention.name, 0) < counts.get(mention.name[:-1], 0) and mention.end - mention.start == 3:
        return Mention(mention.passage, mention.start, mention.end - 1, mention.name[:-1], mention.posts, mention.label)
    return mention


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(names, key=len, reverse=True)
    return re.compile(f"(?=[{''.join({name[0] for name in ordered})}])(?:{'|'.join(ordered)})") if ordered else re.compile("(?!)")


def _introduced(passage: Passage, office: Office) -> Iterator[Mention]:
    """Those who stand with a post or a label, or say something, and those who are listed behind them."""
    text = passage.text
    taken: set[int] = set()
    for person in (*people_in(text), *_labelled(text), *_before_verbs(text, office)):
        if person.start in taken or not _is_somebody(person, text, office):
            continue
        taken.add(person.start)
        label = person.posts[0] if person.posts and (_LIST_OF in person.posts[0] or person.posts[0] in LABELS) else ""
        posts = () if label else person.posts
        yield Mention(passage, person.start, person.end, person.name, posts, label)
        behind = person.end
        while (also := _ALSO.match(text, behind) or _AND.match(text, behind)) and (posts or label):
            end = name_end(text, also.start("name"), also.end("name"))
            name = text[also.start("name") : end]
            one = Person(also.start("name"), end, name, posts)
            if is_word(name) or one.start in taken or not _is_somebody(one, text, office):
                break
            taken.add(one.start)
            yield Mention(passage, one.start, end, name, posts[-1:], label)
            behind = end


def _before_verbs(text: str, office: Office) -> Iterator[Person]:
    """Names behind a post, where any verb follows: 部长鲜于克勤征求意见."""
    verbs = office.lexicon.verbs
    for start, name in loosely_named(text):
        longest = start + len(name) + text.startswith(DOUBLE_NAMES, start)
        for end in (longest, longest - 1):
            if text[end : end + 2] in verbs and end - start >= _SHORT and not is_word(text[start:end]):
                yield Person(start, end, text[start:end], posts_before(text, start))
                break


def _labelled(text: str) -> Iterator[Person]:
    if not _LABEL_SIGNS.search(text):
        return
    for found in _LABELS.finditer(text):
        group = "name" if found["name"] else "name2"
        end = name_end(text, found.start(group), found.end(group))
        name = re.sub("[ \u3000]", "", text[found.start(group) : end])
        if not is_word(name):
            yield Person(found.start(group), end, name, (found["label"] or found["led"],))


def _is_somebody(person: Person, text: str, office: Office) -> bool:
    """Whether what stands where a name would is one, and no word: 党员宣誓, 村民都要."""
    if not person.posts or person.posts[0] in LABELS:
        return True
    costs = office.lexicon.costs
    chief = _CHIEF_LAST.search(person.posts[-1]) is not None
    limit = _COMMON if chief else _COMMON_BEHIND_OTHERS
    if person.name[0] in _MODAL:
        return _SAYS.match(text, person.end) is not None
    word = costs.get(person.name[:_SHORT], 99.0) < limit and (not chief or len(person.name) == _SHORT)
    if not word and (chief or person.name[0] not in _LIKE_VERBS):
        return True
    return (_SAYS if chief else _TOLD).match(text, person.end) is not None


def _again(passage: Passage, name: str, start: int) -> Mention | None:
    """A further place of a known name; of two characters it is one only where a name would stand."""
    text, end = passage.text, start + len(name)
    posts = posts_before(text, start)
    if len(name) == _SHORT and not posts and not _AFTER_NAME.match(text, end):
        return None
    if len(name) == _SHORT and not posts and not _BEFORE_SHORT.search(text[max(0, start - 3) : start]):
        return None
    return Mention(passage, start, end, name, posts)


def introduced(mentions: Iterable[Mention]) -> dict[str, set[str]]:
    """Everybody's posts, wherever they stand."""
    held: dict[str, set[str]] = {}
    for mention in mentions:
        held.setdefault(mention.name, set()).update(mention.posts)
    return held


def listed(mentions: Iterable[Mention]) -> Iterator[list[Mention]]:
    """Runs of people with nothing between them but a mark and the posts of the next one."""
    run: list[Mention] = []
    for mention in mentions:
        if run and not _follows(run[-1], mention):
            yield run
            run = []
        run.append(mention)
    if run:
        yield run


def _follows(before: Mention, after: Mention) -> bool:
    if before.passage is not after.passage:
        return False
    between = before.passage.text[before.end : after.start]
    return between[:1] in BETWEEN and between[:1] != "" and len(between) <= len("、".join(after.posts)) + 2
