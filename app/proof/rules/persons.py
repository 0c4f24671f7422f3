"""People whose sex, age or years of service are told in two ways become hits (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.people import NAME
from app.proof.rule import FIGURES, About, DocumentRule
from app.text.chars import HAN

_SEX = re.compile(
    rf"(?P<name>[{HAN}]{{2,3}})(?:（(?P<aside>先生|女士|[男女](?=[，、）]))|，(?P<sex>[男女])[，、（。])"
    rf"|(?P<name2>{NAME})(?P<title>先生|女士)(?![们及和])"
)
_SAID = re.compile("[男女]|先生")
_HE = re.compile("(?<![其吉排利])他(?![们人日乡山用国处方杀年])")
_SHE = re.compile("她(?!们)")
_FAMILY = re.compile(r"(?P<kin>妻子|爱人|丈夫)")
_ONE_AGE = re.compile(rf"(?P<name>{NAME})(?:[，、（（]|(?:同志)?[，]?)(?P<between>(?:今年|现年|年近|刚满|已)?)(?P<age>[1-9]\d)岁")
_OTHER_AGE = re.compile(
    r"(?P<when>今年|如今|现年|现在|已经|已|，|的他|的她|、)(?P<age>[1-9]\d)岁(?!时|那年|以|的(?:母亲|父亲|儿|女|老伴|妻|丈|奶|爷|婆|孙))"
)
_BORN = re.compile(r"(?P<age>[1-9]\d)岁[，、]?[^。；岁]{0,12}?(?P<year>19[3-9]\d|200\d)年(?:\d{1,2}月)?(?:出)?生")
_BORN_FIRST = re.compile(r"(?P<year>19[3-9]\d|200\d)年(?:\d{1,2}月)?(?:出)?生[^。；岁]{0,14}?(?:今年|现年|，)(?P<age>[1-9]\d)岁(?!时|那年)")
_NOW = re.compile(rf"(?<![{FIGURES}])20[12]\d(?=年)")
_SERVED = re.compile(
    r"(?P<what>从(?:警|医|教|业|艺|事\w{2,6}(?:工作)?)|党龄|工龄|军龄|教龄|扎根\w{2,4}|驻村|守护\w{2,4})(?:已有|已经|已|近|了"
    r"|整整)?(?P<years>\d{1,2})(?:个)?年"
)


def two_sexes(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """丁香草（男）……她说: a passage that names one person alone, with the other sex's word."""
    known: dict[str, tuple[str, Passage, int, int]] = {}
    for passage in document.running:
        if not _SAID.search(passage.text):
            continue
        for found in _SEX.finditer(passage.text):
            said = found["aside"] or found["sex"] or found["title"]
            name = found["name"] or found["name2"]
            known.setdefault(name, ("女" if said in ("女", "女士") else "男", passage, found.start(), found.end()))
    for name, (sex, home, start, end) in known.items():
        for passage in document.inside(home.article):
            if passage.role not in RUNNING or name not in passage.text or any(other != name and other in passage.text for other in known):
                continue
            behind = passage.text.find(name)
            wrong, right = (_HE, _SHE) if sex == "女" else (_SHE, _HE)
            said_of = wrong.search(passage.text, behind)
            if said_of and not right.search(passage.text, behind) and not _FAMILY.search(passage.text[: said_of.start()]):
                if passage is home:
                    yield home, Hit(start, end, f"这里说的是{sex}性，后面写的是“{said_of[0]}”，请核对。")
                else:
                    yield home, Hit(start, end, f"这里说的是{sex}性，另一处写的是“{said_of[0]}”，请核对。")
                yield passage, Hit(said_of.start(), said_of.end(), f"前面写“{name}”是{sex}性，请核对。")
                break


def two_ages(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """今年38岁……如今41岁: two ages of one person in one article, or an age that the year of birth contradicts."""
    telling = [passage for passage in document.running if "岁" in passage.text]
    for passage in telling:
        ages = list(_ONE_AGE.finditer(passage.text))
        if len(ages) == 1:
            first = ages[0]
            for found in _OTHER_AGE.finditer(passage.text, first.end()):
                between = passage.text[first.end() : found.start()]
                now = found["when"] in ("今年", "如今", "现年", "现在")
                if (
                    now
                    and found["age"] != first["age"]
                    and not re.search(rf"妻|丈夫|儿子|女儿|母亲|父亲|老伴|哥|弟|姐|妹|爱人|同事|[、和]{NAME}", between)
                ):
                    yield passage, Hit(first.start("age"), first.end(), f"后面写的是“{found['age']}岁”，请核对。")
                    yield passage, Hit(found.start("age"), found.end(), f"前面写的是“{first['age']}岁”，请核对。")
    named: dict[tuple[int, str], tuple[str, Passage]] = {}
    for passage in telling:
        for found in _ONE_AGE.finditer(passage.text):
            key = (passage.article, found["name"])
            age, home = named.setdefault(key, (found["age"], passage))
            if age != found["age"] and home is not passage:
                yield passage, Hit(found.start("age"), found.end(), f"前面写“{found['name']}”是{age}岁，请核对。")
    this_year = document.date.year if document.date else max((int(year[0]) for year in _NOW.finditer(document.text)), default=0)
    if not this_year:
        return
    for passage in telling:
        for pattern in (_BORN, _BORN_FIRST):
            for found in pattern.finditer(passage.text):
                if not -1 <= this_year - int(found["year"]) - int(found["age"]) <= 1:
                    start, end = sorted((found.span("age"), found.span("year")))
                    yield passage, Hit(start[0], end[1] + 1, f"{found['year']}年出生，到{this_year}年不是{found['age']}岁，请核对。")


def two_services(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """从警16年……从警18年: in one article about one person."""
    seen: dict[tuple[int, str], tuple[str, Passage, int]] = {}
    for passage in document.running:
        for found in _SERVED.finditer(passage.text):
            names = set(re.findall(rf"(?:民警|医生|所长|校长|书记|教师|老师|护士长?)({NAME})", passage.text))
            years, home, count = seen.setdefault((passage.article, found["what"]), (found["years"], passage, len(names)))
            if years != found["years"] and home is passage and len(names) <= 1 and count <= 1:
                yield passage, Hit(found.start("years"), found.end("years") + 1, f"前面写的是“{found['what']}{years}年”，请核对。")


RULES = (
    DocumentRule(About("person.sex", "性别前后不一", Level.QUERY, "实务"), two_sexes),
    DocumentRule(About("person.age", "年龄前后不一", Level.QUERY, "实务"), two_ages),
    DocumentRule(About("person.service", "从业年数前后不一", Level.QUERY, "实务"), two_services),
)
