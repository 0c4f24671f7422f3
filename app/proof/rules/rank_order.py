"""People and posts in a list that stand in another order than that of their rank become hits (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.post_kinds import stands_before
from app.proof.roster import Mention, listed, roster
from app.proof.rule import About, DocumentRule, PassageRule
from app.text.chars import HAN

_RANKS = re.compile(r"副(?P<post>书记|省长|市长|县长|区长|镇长|乡长|主任|局长|部长|主席|院长|校长|秘书长)")
_SECOND = re.compile("^(?P<area>[^副]*)(?P<level>[省市县区镇乡州])长$")
_FIRST = re.compile("^(?P<area>[^副局村院校]*?)(?P<level>[省市县区州])委书记$|^(?P<area2>[^副局村院校]*?)(?P<level2>[镇乡])?党委书记$")
"""The head of a government, and the secretary of the committee of its level, who stands before him."""
_TURNED_POSTS = re.compile(r"副(?P<post>市长|县长|区长|省长|镇长|乡长|书记|主任|主席|局长|部长|院长|校长|会长)、(?P=post)(?![助])")


def order_of_posts(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """副市长甲、市长乙: the higher post comes first."""
    for run in listed(roster(document, office)):
        for before, after in pairwise(run):
            lower = next((found["post"] for post in before.posts if (found := _RANKS.search(post))), None)
            if _of_two_places(before, after):
                continue
            if _heads_place(after.post, before.post):
                yield after.passage, Hit(after.start, after.end, f"“{after.post}”应排在“{before.post}”前面，请核对次序。")
            elif lower and _is_head(after, before):
                yield after.passage, Hit(after.start, after.end, f"“{after.post}”应排在“副{lower}”前面，请核对次序。")
            elif stands_before(after.posts, before.posts):
                yield after.passage, Hit(after.start, after.end, f"“{after.post}”应排在“{before.post}”前面，请核对次序。")


_PLACE = re.compile(f"[{HAN}]{{2}}[省市县区镇乡]")


def _of_two_places(one: Mention, other: Mention) -> bool:
    """Whether the posts of the two name areas of one rank, and no area is that of both: 栗园镇党委副书记、镇长 and 青河镇党委书记."""
    places, others = ({found for post in mention.posts for found in _PLACE.findall(post)} for mention in (one, other))
    return bool(places and others) and not places & others and {place[-1] for place in places} == {place[-1] for place in others}


def _heads_place(one: str, other: str) -> bool:
    """Whether the one post is that of the secretary of a place, and the other that of the head of its government."""
    first, second = _FIRST.search(one), _SECOND.search(other)
    if not first or not second:
        return False
    level, area = first["level"] or first["level2"] or "", (first["area"] or first["area2"] or "")
    if level == "" and second["level"] not in "镇乡":
        return False
    return level in ("", second["level"]) and (area in ("", second["area"]) or second["area"] == "")


def _is_head(person: Mention, deputy: Mention) -> bool:
    """Whether the one has the post, in the same unit, whose deputy the other is."""
    return any(_RANKS.search(lower) and "副" not in post and _deputy_of(lower, post) for post in person.posts for lower in deputy.posts)


def _deputy_of(deputy: str, head: str) -> bool:
    without = re.sub("(?:常务)?副", "", deputy, count=1)
    return without.endswith(head) or head.endswith(without)


def deputy_first(passage: Passage, _: Office) -> Iterator[Hit]:
    """副市长、市长: who holds the post stands before the deputies."""
    for found in _TURNED_POSTS.finditer(passage.text):
        yield Hit(found.start(), found.end(), "正职排在副职前面。", f"{found['post']}、副{found['post']}")


RULES = (
    PassageRule(About("name.deputy_first", "副职排在正职前面", Level.QUERY, "实务"), deputy_first, needs="副"),
    DocumentRule(About("name.order", "职务次序", Level.QUERY, "实务"), order_of_posts),
)
