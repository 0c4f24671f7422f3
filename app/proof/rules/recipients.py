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
    r"|[\u4e00-\u9fff]{2,10}(?:社区居委会|村委会|村民委员会|居民委员会)"
    r"|[\u4e00-\u9fff]{2,4}(?:镇|乡|街道)(?:党委|人民政府|政府|办事处|党工委|纪委)?)[ \u3000]*$"
)
_OF_COUNTY = re.compile(rf"[ \u3000]*(?![^市]{{0,6}}市)[\u4e00-\u9fff]{{2,3}}(?:县|(?<!自治)(?<!发)(?<!新)区){_UNIT}[ \u3000]*$")
_AREA = re.compile("(?:中共|中国共产党)?[\u4e00-\u9fff]{2,4}?(?=[省市县区旗州])|中共(?=[\u4e00-\u9fff]{2,6}[省市县区旗州])")
_OF_SENDER = re.compile("(?<=[：:，、；])我(?:局|委|厅|办|院|校|市|县|区|旗|镇|乡|街道|公司|集团|中心)")
_SPACES = re.compile(r"[ \u3000]{2,}|\d{4}年")
_LEAST = 5


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
        if not sent and not county and above:
            pattern = re.compile(f"{_BELOW.pattern}|{_OF_COUNTY.pattern}")  # a city doesn't report to a county's bureau
        items = [item for item in _ITEM.finditer(passage.text, found.end()) if item[0].strip()]
        wrong = [item for item in items if pattern and pattern.match(item[0])]
        if wrong and len(wrong) == len(items):  # the label is the slip
            yield passage, Hit(found.start("label"), found.end("label"), f"这里列的都{what}，应是“{right}”，请核对。", right)
            continue
        for item in wrong:
            yield passage, Hit(item.start(), item.end(), f"“{item[0].strip()}”{what}，应列在“{right}”里，请核对。")


_ANY_LABEL = re.compile(r"[ \u3000]*(?:主报|抄报|主送|抄送|分送|报|送|发)[ \u3000]*[：:]")


def sent_to_itself(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """The unit that issues the bulletin among those that it goes to."""
    issuers = [part.strip() for one in document.of(Role.ISSUER) for part in _SPACES.split(one.text)]
    own = {name for name in issuers if len(name) >= _LEAST}
    own |= {bureau for name in own if (bureau := name.removesuffix("办公室")).endswith(("局", "中心", "联合会"))}
    own |= {_AREA.sub("", name, count=1) for name in own}
    own = {_plain(name) for name in own if len(name) >= _LEAST}
    for passage in document.of(Role.RECIPIENTS) if own else ():
        label = _ANY_LABEL.match(passage.text)
        for item in _ITEM.finditer(passage.text, label.end() if label else 0):
            if _plain(item[0].strip()) in own:
                yield passage, Hit(item.start(), item.end(), f"“{item[0].strip()}”是编发单位自己，请核对。")


def _plain(name: str) -> str:
    return name.replace("人民政府", "政府").replace("委员会", "委")


def sender_among(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """发：各县（市、区）交通运输局，我局属各单位: a list of recipients is in nobody's voice."""
    for passage in document.of(Role.RECIPIENTS):
        for found in _OF_SENDER.finditer(passage.text):
            yield passage, Hit(found.start(), found.end(), f"报送单位里不用“{found[0]}”，写单位名称。")


RULES = (
    DocumentRule(About("issue.recipient_level", "报、发对象", Level.QUERY, "实务"), wrong_level),
    DocumentRule(About("issue.recipient_self", "报送给编发单位自己", Level.QUERY, "实务"), sent_to_itself),
    DocumentRule(About("issue.recipient_voice", "报送单位里的口气", Level.QUERY, "实务"), sender_among),
)
