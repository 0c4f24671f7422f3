"""Recipients under the wrong one of 报, 送, 发 become hits: one reports to superiors and sends to those below (条例; 实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.model.issue import Role
from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, DocumentRule

_LABEL = re.compile(r"[ \u3000]*(?P<label>主报|抄报|报|发)[ \u3000]*[：:]")
_ITEM = re.compile(r"[^，、；。,;]+")
_COUNTY = re.compile(r"[\u4e00-\u9fff]{1,8}?(?:县|旗|(?<![开发园新社地景小城片高治矿库灾山牧林])区)(?!域)")
_CITY = re.compile(r"[\u4e00-\u9fff]{2,6}?市")
_UNIT = "(?:委|政府|人民政府|人大|政协|纪委|[\\u4e00-\\u9fff]{1,12}(?:局|委|办|部|厅|院|中心|委员会|办公室|联|会|总队|支队))"
_OF_CITY = re.compile(rf"(?!.*分局[ \u3000]*$)[ \u3000]*(?:[省州]|市(?!场|政(?!府|协)|区|容|民|直|属|驻)){_UNIT}[ \u3000]*$")
_OF_PROVINCE = re.compile(rf"[ \u3000]*省(?!直|属|驻){_UNIT}[ \u3000]*$")
_BELOW = re.compile(
    r"[ \u3000]*(?:各(?!位|常委|级|市|州|地区|民主党派|人民团体)[\u4e00-\u9fff（）]{0,8}?"
    r"(?:企业|公司|合作社|乡镇|镇|乡|街道|村|社区|学校|中小学|幼儿园|医院|卫生院|股室?|科室|站所|基层单位|商户|项目部|班组)[\u4e00-\u9fff（）]{0,4}"
    r"|[\u4e00-\u9fff]{2,10}(?:社区居委会|村委会|村民委员会|居民委员会))[ \u3000]*$"
)


def wrong_level(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A county that sends (发) to the city's offices, or reports (报) to firms, villages or the units below it."""
    names = [one.text for one in document.of(Role.ISSUER, Role.MASTHEAD)]
    county = any(_COUNTY.search(name) for name in names)
    above = _OF_CITY if county else _OF_PROVINCE if any(_CITY.search(name) for name in names) else None
    for passage in document.of(Role.RECIPIENTS):
        found = _LABEL.match(passage.text)
        if not found:
            continue
        sent = found["label"] == "发"
        pattern, what, right = (above, "是上级单位", "报") if sent else (_BELOW, "不是上级单位", "发")
        items = [item for item in _ITEM.finditer(passage.text, found.end()) if item[0].strip()]
        wrong = [item for item in items if pattern and pattern.match(item[0])]
        if wrong and len(wrong) == len(items):  # the label is the slip
            yield passage, Hit(found.start("label"), found.end("label"), f"这里列的都{what}，应是“{right}”，请核对。", right)
            continue
        for item in wrong:
            yield passage, Hit(item.start(), item.end(), f"“{item[0].strip()}”{what}，应列在“{right}”里，请核对。")


RULES = (DocumentRule(About("issue.recipient_level", "报、发对象", Level.QUERY, "实务"), wrong_level),)
