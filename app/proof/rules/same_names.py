"""A name beside one that differs in one character, and a post behind a name, become hits in what an article tells (实务)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.people import NAME, SURNAMES, is_word
from app.proof.roster import introduced, roster
from app.proof.rule import About, DocumentRule, PassageRule
from app.text.chars import HAN

_LENGTH = 3
_IS_HAN = re.compile(f"[{HAN}]{{{_LENGTH}}}")
_POST_BEHIND = re.compile(
    rf"(?:^|(?<=[，。；：]))(?P<name>{NAME})(?<![站局院所校村镇乡县市区部处科办社厂])(?P<post>副?(?:主任|市长|县长|区长|书记|部长|局长|镇长|乡长|秘书长|主席|院长|校长|处长|科长))"
    "(?=到|在|主持|出席|带队|深入|调研|指出|强调|要求|来到|率|实地|走访|前往|表示|介绍|说|一行)"
)
_SOMEBODY = re.compile(f"(?P<surname>[{SURNAMES}])某(?!某|[些种个人一])")
_NAMED_AFTER = re.compile(f"(?:[^{HAN}、]|[称叫夸说将在据对向由为像把让给请问找是谢赞当]|^)$")
"""What stands before a name that needs no more words; behind 同事, 邻居, 和 stands somebody else's."""
_DOES = frozenset("说讲问答指表介强要的和与在到为是等就也都还又从对向把被将家")
"""What follows a name of two characters."""
_CALLED = frozenset(
    {"大夫", "大爷", "大妈", "大叔", "大哥", "大姐", "小姐", "先生", "女士", "老师", "医生", "师傅", "奶奶", "爷爷", "阿姨"}
)
_PEOPLE = re.compile("主任|[市县区部局镇乡院校处科书秘][长记书]|主席")


def name_beside_its_like(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """医生石秀兰…村民们称石秀英: a passage introduces somebody, and names another of the same surname whom nobody introduces."""
    mentions = roster(document, office)
    posts = introduced(mentions)
    told: set[tuple[int, str]] = set()
    for mention in mentions:
        name, passage = mention.name, mention.passage
        if len(name) != _LENGTH or not mention.posts or (passage.key, name) in told or passage.role not in RUNNING:
            continue
        told.add((passage.key, name))
        for start in _places_of(name[0], passage.text):
            other = passage.text[start : start + _LENGTH]
            named = _NAMED_AFTER.search(passage.text[max(0, start - 1) : start])
            if named and _differ_in_one(name, other) and _is_name(other, start, passage, office) and not posts.get(other):
                yield passage, Hit(start, start + _LENGTH, f"“{other}”没有介绍过，和这一段的“{name}”像是同一个人，请核对。")
                if passage.text.count(name) == 1:
                    yield passage, Hit(mention.start, mention.end, f"这里是“{name}”，后面写的是“{other}”，请核对。")


def surname_beside_its_like(passage: Passage, office: Office) -> Iterator[Hit]:
    """李某被拖欠工资…黎某等人送来锦旗: surnames that sound alike, of people whose given name is kept back. The rarer is told."""
    found = list(_SOMEBODY.finditer(passage.text))
    counts = Counter(one["surname"] for one in found)
    alike = office.lexicon.confusion.alike
    for one in found if len(counts) > 1 else ():
        name = one["surname"]
        other = next((other for other in counts if other in alike[name] and counts[other] >= counts[name]), None)
        if other and not re.search(f"{name}某[、和与]{other}某|{other}某[、和与]{name}某", passage.text):
            yield Hit(one.start(), one.end(), f"这一段还写作“{other}某”，是不是同一个人？")


def _is_name(words: str, start: int, passage: Passage, office: Office) -> bool:
    """Whether three characters are a name and no shorter one with the beginning of what its bearer does: 李建|说, 陈国|家庭, 王|大夫."""
    text, end = passage.text, start + _LENGTH
    shorter = words[-1] in _DOES or words[1:] in _CALLED
    return not shorter and not office.lexicon.knows(text[end - 1 : end + 1])


def _places_of(char: str, text: str) -> Iterator[int]:
    start = text.find(char)
    while start >= 0:
        yield start
        start = text.find(char, start + 1)


def _differ_in_one(name: str, other: str) -> bool:
    """Whether the last or the middle one of three characters is another."""
    return _IS_HAN.fullmatch(other) is not None and (name[1] == other[1]) != (name[2] == other[2])


def post_behind_name(passage: Passage, _: Office) -> Iterator[Hit]:
    """汪敏副主任到红枫社区: one calls people so, and writes 市人大常委会副主任汪敏."""
    if not _PEOPLE.search(passage.text):
        return
    for found in _POST_BEHIND.finditer(passage.text):
        if not is_word(found["name"]):
            yield Hit(found.start(), found.end(), "职务一般写在姓名前面，第一次出现写全称。", f"{found['post']}{found['name']}")


RULES = (
    DocumentRule(About("name.beside", "同一段里近似的人名", Level.QUERY, "实务"), name_beside_its_like),
    PassageRule(About("name.surname", "同一段里近似的姓氏", Level.QUERY, "实务"), surname_beside_its_like, RUNNING, needs="某"),
    PassageRule(About("name.post_behind", "职务写在姓名后面", Level.HINT, "实务"), post_behind_name, RUNNING, needs="任长记席"),
)
