"""A document becomes those of its people who have their post in an area, and whether that can be the area of the leaders' list."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from app.model.issue import Role
from app.proof.document import Document
from app.proof.office import Office
from app.proof.roster import roster
from app.text.chars import HAN

_LEVELS = "省市州盟县区旗镇乡"
_AREA = re.compile(
    rf"(?P<name>[{HAN}]{{2,}})(?P<level>[{_LEVELS}])"
    rf"(?=长|委|党委|党工委|人民|政府|人大|政协|纪委|监委|常务|副|代|组织部|宣传部|统战部|政法委|[{_LEVELS}]长)"
)
_NAMED = re.compile(rf"[{HAN}]{{2}}[{_LEVELS}]")
_NAME = 2
"""Characters that areas of one level are told apart by."""
_OTHER_WORDS = "会见 会晤 随同 根据 代表 会上 随后 其中 以及 我们 全体 现任 新任 接着 最后 本届 下午 上午 期间 同时"
_OTHERS = frozenset(_OTHER_WORDS.split())
"""Words before a post, beside verbs, that are no area's name."""
_POSTS = re.compile("[、，,；;兼 \u3000]+")


def of_other_areas(document: Document, office: Office) -> Mapping[str, bool]:
    """People with a post of an area that isn't known to be the list's: every city has a 市长.

    True: the list's own area is known, so this is another one; False: nobody knows.
    """
    return document.once(_work(office))


@lru_cache(maxsize=8)
def _work(office: Office) -> Callable[[Document], Mapping[str, bool]]:
    return lambda document: _of_other_areas(document, office)


def _of_other_areas(document: Document, office: Office) -> Mapping[str, bool]:
    own = _own_areas(document, office)
    levels = {area[-1] for area in own}
    listed = {leader.name for leader in office.leaders}
    placed = ((mention.name, _area(mention.posts, office)) for mention in roster(document, office) if mention.name not in listed)
    return {name: area[-1] in levels for name, area in placed if area and area not in own}


def _own_areas(document: Document, office: Office) -> frozenset[str]:
    """The areas of the list: those that the head of the issue names, or that stand in the posts of leaders in the list or the text."""
    heads = "，".join(passage.text for passage in document.of(Role.MASTHEAD, Role.ISSUER))
    listed = {leader.name for leader in office.leaders}
    named = (found[0] for found in _NAMED.finditer(heads))
    held = (_area(tuple(_POSTS.split(leader.post)), office) for leader in office.leaders)
    told = (_area(mention.posts, office) for mention in roster(document, office) if mention.name in listed)
    return frozenset(area for area in (*named, *held, *told) if area)


def _area(posts: tuple[str, ...], office: Office) -> str:
    """江州市 of 友好城市江州市市长; "" where no post names its area, as 会见市长 doesn't."""
    for post in posts:
        found = _AREA.match(post)
        name = found["name"].removesuffix(found["level"])[-_NAME:] if found else ""
        if found and len(name) == _NAME and name not in office.lexicon.verbs and name not in _OTHERS:
            return name + found["level"]
    return ""
