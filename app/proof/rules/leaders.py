"""Leaders whose name, post or order is another one than in the leaders' list become hits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from app.proof.areas import of_other_areas
from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.near_names import one_slip
from app.proof.office import Leader, Office
from app.proof.post_kinds import ONE_HOLDER, exclude, kind_of
from app.proof.roster import Mention, roster
from app.proof.rule import About, DocumentRule

_BETWEEN = "、，和与及"
_POSTS = re.compile("[、，,；;兼 \u3000]+")
_LONG_NAME = 3
_FORMER = re.compile("曾任|时任|历任|前任|(?<![平草高太中])原(?![则因料始本来有])")
_LATER = re.compile("[，（]?(?:曾|历任|原任|此前)")
_NEAR = 14


def out_of_rank(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """In 副市长甲、市长乙 the one behind, where the list has it before; only in one enumeration, with or without posts."""
    ranks: dict[str, int] = {}
    for rank, leader in enumerate(office.leaders):
        if leader.holds(document.date):
            ranks.setdefault(leader.name, rank)
    pattern = _names(office.leaders)
    if pattern is None:
        return
    posts: dict[int, dict[int, str]] = {}
    for mention in roster(document, office):
        posts.setdefault(mention.passage.key, {})[mention.start] = "、".join(mention.posts)
    for passage in document.passages:
        found = [one for one in pattern.finditer(passage.text) if one[0] in ranks]
        for before, after in pairwise(found):
            first, second = before[0], after[0]
            if ranks[second] < ranks[first] and _beside(passage.text, before.end(), after.start(), posts.get(passage.key, {})):
                yield passage, Hit(*after.span(), f"领导名单里“{second}”排在“{first}”前面，请核对次序。")


def _beside(text: str, start: int, end: int, posts: Mapping[int, str]) -> bool:
    """Whether nothing stands between two names but a mark and the posts of the second one."""
    between = text[start:end]
    return between[:1] != "" and between[0] in _BETWEEN and len(between) - 1 <= len(posts.get(end, "")) + 1


def post_of_the_list(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """市长李志明 where the list says 市委书记: none of the posts is one of his, or one excludes them."""
    for mention in roster(document, office):
        rows = [one for one in office.leaders if one.name == mention.name and one.holds(document.date)]
        if not rows or not mention.posts:
            continue
        held = [post for row in rows for post in _POSTS.split(row.post) if post]
        wrong = [post for post in mention.posts if not any(_fits(post, own) for own in held)]
        if _of_then(mention):
            continue
        leading = len(wrong) == len(mention.posts) and any(map(kind_of, wrong))  # a villager or an officer is a namesake
        if leading or any(_against(post, own) for post in wrong for own in held):
            posts = "；".join(row.post for row in rows)
            yield mention.passage, Hit(mention.start, mention.end, f"领导名单里{mention.name}的职务是“{posts}”。")


def _of_then(mention: Mention) -> bool:
    """Whether somebody's posts of other years are told."""
    text = mention.passage.text
    return _FORMER.search(text, max(0, mention.start - _NEAR), mention.start) is not None or _LATER.match(text, mention.end) is not None


def _fits(one: str, other: str) -> bool:
    """Whether a post as written may be one of the list: 市委组织部部长 is 组织部部长, 宣传部长 is 宣传部部长."""
    first, second = kind_of(one), kind_of(other)
    if first and second and first.name == second.name:
        return first.level == second.level or "" in (first.level, second.level)
    if first and second and {first.name, second.name} == {"first_deputy", "deputy"}:
        return True
    one, other = (post.replace("部部长", "部长").replace("局局长", "局长") for post in (one, other))
    return ("副" in one) == ("副" in other) and (one.endswith(other) or other.endswith(one))


def _against(one: str, other: str) -> bool:
    bare, own = (re.sub("(?:常务)?副", "", post, count=1) for post in (one, other))
    return exclude(one, other) or (("副" in one) != ("副" in other) and (bare.endswith(own) or own.endswith(bare)))


def name_of_the_list(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """市长李至明 where the list has 市长李志明: who has the post, not that of another area, and whose name is like his."""
    here = [leader for leader in office.leaders if leader.holds(document.date) and len(leader.name) >= _LONG_NAME]
    listed = {leader.name for leader in office.leaders}
    for mention in roster(document, office) if here else ():
        if mention.name in listed or not mention.posts:
            continue
        meant = next((one for one in here if one_slip(mention.name, one.name, office) and _has_the_post(mention, one)), None)
        if meant and mention.name not in of_other_areas(document, office):
            message = f"领导名单里“{mention.post}”是“{meant.name}”，这里写的是“{mention.name}”。"
            yield mention.passage, Hit(mention.start, mention.end, message, meant.name)


def _has_the_post(mention: Mention, leader: Leader) -> bool:
    return any(
        _fits(post, own) and (kind := kind_of(post)) is not None and (kind.name in ONE_HOLDER or post == own)
        for post in mention.posts
        for own in _POSTS.split(leader.post)
        if own
    )


@lru_cache(maxsize=4)
def _names(leaders: tuple[Leader, ...]) -> re.Pattern[str] | None:
    """All names of the list, the longest first."""
    names = sorted({leader.name for leader in leaders}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names))) if names else None


RULES = (
    DocumentRule(About("name.rank", "领导名单的次序", Level.QUERY, "本单位的领导名单；实务"), out_of_rank),
    DocumentRule(About("name.list_post", "职务和领导名单不同", Level.QUERY, "本单位的领导名单"), post_of_the_list),
    DocumentRule(About("name.list_name", "姓名和领导名单不同", Level.ERROR, "本单位的领导名单"), name_of_the_list),
)
