"""Posts that aren't written in full before a name, and the Party's congresses under the name that others give them, become hits (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.people import NAME
from app.proof.rule import About, PassageRule

_DEPARTMENTS = "组织|宣传|统战|社会工作"
_BUREAUS = (
    "公安|教育|财政|民政|司法|审计|统计|水利|水务|商务|税务|气象|体育|医保|人社|住建|交通运输"
    "|农业农村|自然资源|生态环境|文旅|应急|应急管理|市场监管|城管|信访|林业|数据|科技|工信"
)
_DOUBLED = re.compile(rf"(?<=[省市县区旗州委、，。由])(?:(?P<unit>{_DEPARTMENTS})部长|(?P<unit2>{_BUREAUS})局长)(?=[ \u3000]?{NAME})")
_STREET = re.compile(rf"街道办(?P<post>副?主任)(?={NAME})")
_CONGRESS = re.compile("中共(?=(?:十[五六七八九]|二十)(?:大(?![中小院学军区会])|届[一二三四五六七]中全会))")
_OF_OTHERS = re.compile("民[革盟建进]|农工党|致公党|九三学社|台盟|党派|党外|统战|统一战线|政协|工商联|华侨|侨|外国|外宾|中共中央")


def short_post(passage: Passage, _: Office) -> Iterator[Hit]:
    """宣传部长李敏: the head of the 宣传部 is its 部长."""
    for found in _DOUBLED.finditer(passage.text):
        unit, level = (found["unit"], "部") if found["unit"] else (found["unit2"], "局")
        yield Hit(found.start(), found.end(), f"“{found[0]}”写全是“{unit}{level}{level}长”。", f"{unit}{level}{level}长")
    for found in _STREET.finditer(passage.text):
        yield Hit(found.start(), found.end(), f"写全是“街道办事处{found['post']}”。", f"街道办事处{found['post']}")


def congress_of_the_party(passage: Passage, _: Office) -> Iterator[Hit]:
    """中共十九大: in the Party's own texts 党的十九大; 中共 is what others say."""
    if _OF_OTHERS.search(passage.text):
        return
    for found in _CONGRESS.finditer(passage.text):
        yield Hit(found.start(), found.end(), "党政机关的文稿里写“党的”，“中共”多用于民主党派和对外的文稿。", "党的")


RULES = (
    PassageRule(About("post.short", "职务没有写全", Level.HINT, "实务：职务用全称"), short_post, needs="长主"),
    PassageRule(About("phrase.congress", "党的会议的叫法", Level.HINT, "实务"), congress_of_the_party, needs="共"),
)
