"""The name of a file becomes what it is called: without the marks of copies, versions and dates that programs and people hang on it."""

from __future__ import annotations

import re

_SUFFIX = re.compile(r"\.(?:docx?|docm|dotx?|wpsx?|wpt|rtf|txt|text|md|html?|mht(?:ml)?|pdf|ofd|eml|msg|zip|odt|jianbao)$", re.IGNORECASE)
_B = r"[\s_\-－—·.]*"
_TAIL = re.compile(
    rf"{_B}(?:[(（\[【]\s*(?:\d{{1,3}}|副本|复件|修改稿?|已改|改|定稿|终稿|最终|最新|新|终|校对?|审核?|签?批|反馈稿?|报|发|"
    rf"\d{{1,2}}月\d{{1,2}}日|20\d\d[-.年]?\d{{1,2}}[-.月]?\d{{1,2}}日?|\d{{8}}|第?[一二三四五六\d]+[稿版次]?)\s*[)）\]】]"
    rf"|(?:最?终|最?新|定|修改|修订|审定|校对|送审|反馈|初|改|报送|打印|清样)(?:稿|版|最终版|件)[\d一二三四五]{{0,2}}"
    rf"|(?<=[\s_\-－—·.])(?:最?终|最?新|定|修改|修订|改|校|报送|打印|清样)[\d一二三四五]{{0,2}}"
    rf"|(?:第?[一二三四五六七八九\d]{{1,2}}(?:稿|版|次修改|改|校))|[vV](?:er)?\.?\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}|副本|复件|拷贝|copy|\d{{8}}(?:\d{{4,6}})?"
    rf"|20\d\d[-.年]\d{{1,2}}[-.月]\d{{1,2}}日?|\d{{1,2}}[-.月]\d{{1,2}}日?)$",
    re.IGNORECASE,
)
_HEAD = re.compile(r"^(?:复件|副本|copy of|转发[:：]?|fw[:：]|re[:：]|【[^】]{1,12}】|\d{1,3}[、.．]\s*|20\d{6}[\s_\-]*)\s*", re.IGNORECASE)
_FEWEST = 2
"""Characters of a name that says something; what would leave less stays."""


def bare_name(name: str) -> str:
    """植树活动(1)-终稿2.docx becomes 植树活动. Two names that give the same are versions of one."""
    bare = _SUFFIX.sub("", name).strip()
    for pattern in (_TAIL, _HEAD):
        while len(shorter := pattern.sub("", bare, count=1).strip(" _-－—·.")) >= _FEWEST and shorter != bare:
            bare = shorter
    return bare
