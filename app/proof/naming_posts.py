"""A text becomes the posts beside names in which one person may be called differently: 区长马强, 代区长马强."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.people import CHIEF, people_in
from app.records import dataclass

_CORE = re.compile(rf"(?P<before>(?:常务副|代理|代|副|原|前)?)(?P<base>{CHIEF})$")
_BLANKS = " \u3000"


@dataclass(frozen=True, slots=True)
class Post:
    """A post at `start:end` of a text, without the unit before it; `base` is what is left without 代, 副, 原."""

    who: str
    start: int
    end: int
    base: str


def posts_in(text: str) -> Iterator[Post]:
    """The post next to each name."""
    for person in people_in(text):
        if not person.posts:
            continue
        end = len(text[: person.start].rstrip(_BLANKS))
        post = person.posts[-1]
        if not text.endswith(post, 0, end):
            if not text.startswith(post, person.end):
                continue
            end = person.end + len(post)
        core = _CORE.search(post)
        if core is not None:
            yield Post(person.name, end - len(core[0]), end, core["base"])
