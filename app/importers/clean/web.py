"""What a web page or a document system puts round a text: its table becomes fields, its buttons and paths go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.importers.forms import SURE_BULLETIN_NAME, is_prose
from app.importers.lines import Row, rows
from app.importers.repair import Edit
from app.text.chars import BLANKS, GAP, HAN, width_em


def _spread(word: str) -> str:
    """A label's pattern, with the blanks that columns put between its characters."""
    return GAP.join(map(re.escape, word))


_STRONG = (
    "索引号", "信息索引号", "信息索引", "索引编号", "发布机构", "公开机构", "发文机关", "发文单位", "制发机关", "发布单位",
    "公开单位", "责任部门", "公开责任部门", "公开主体", "发布机关", "成文日期", "发文日期", "发布日期", "公开日期", "生成日期",
    "制发日期", "印发日期", "发布时间", "公开时间", "生成时间", "录入时间", "更新时间", "发文字号", "发文文号", "文号", "文件编号",
    "文件字号", "主题分类", "主题词", "关键词", "关键字", "公开类别", "公开方式", "公开范围", "公开形式", "公开时限", "公开程序",
    "公开目录", "公开属性", "体裁分类", "组配分类", "信息分类", "服务对象", "信息类别", "信息名称", "信息来源", "文件名称",
    "公文种类", "公文名称", "内容概述", "内容分类", "有效性", "效力状态", "是否有效", "时效性", "实施日期", "生效日期", "废止日期",
    "失效日期", "所属主题", "所属分类", "所属机构", "语种", "统一编号", "登记号", "载体类型", "记录形式", "规范性文件编号",
    "事项名称", "分类", "主题", "体裁", "名称",
)  # fmt: skip
_WEAK = (
    "标题", "来源", "文章来源", "稿件来源", "作者", "时间", "日期", "责任编辑", "编辑", "审核", "签收人", "收文编号", "收文日期",
    "来文单位", "紧急程度", "密级", "缓急", "拟稿人", "拟稿单位", "报送单位", "报送时间",
)  # fmt: skip
_KEYS = "|".join(_spread(word) for word in sorted(_STRONG + _WEAK, key=len, reverse=True))
_STRONG_KEY = re.compile("|".join(rf"^{_spread(word)}$" for word in _STRONG))
_LABEL = re.compile(rf"(?:^|(?<=[{BLANKS}|｜│\]】]))[\[【]?(?P<key>{_KEYS})[\]】]?{GAP}[:：]")
_STAMP = re.compile(
    rf"^(?P<time>(?:19|20)\d\d[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}日?(?:[{BLANKS}]+\d{{1,2}}[:：]\d\d(?:[:：]\d\d)?)?)[{BLANKS}|｜]+"
)
"""When a page was published, before the labels on its line: 2024-06-03 08:15 来源：…"""
_LABEL_LINE = re.compile(rf"^[|｜│{BLANKS}]*[\[【]?(?P<key>{_KEYS})[\]】]?{GAP}[:：]?[|｜│{BLANKS}]*$")
_CELL_LINE = re.compile(rf"^[|｜│]?{GAP}(?P<key>{_KEYS})(?:[{BLANKS}]*[|｜│\t]|[{BLANKS}]{{2,}})")
_CELL_BOUND = re.compile(rf"[{BLANKS}]*[|｜│\t]{GAP}|[{BLANKS}]{{2,}}")
_TABLE_RULE = re.compile(r"^[|｜│\-—:：\s┌┬┐├┼┤└┴┘─]+$")
_MAX_HEAD_ROWS = 60
_FOOT_CHARACTERS = 6000
_FOOT_ROWS = 30

_BUTTON = (
    rf"(?:打{GAP}印(?:本(?:页|文|稿))?|关{GAP}闭(?:窗口|本页|页面)?|收{GAP}藏(?:本页)?|返{GAP}回(?:顶部|列表|首页|上一页)?|TOP|纠错|分享|复制链接"
    rf"|大{GAP}中{GAP}小|字体|字号|加入收藏|设为首页)"
)
_NAVIGATION = (
    rf"(?:(?:无障碍(?:阅读|浏览|版)?|长者(?:模式|版|助手)|关怀(?:模式|版)|适老(?:化|版)?|登录|注册|个人中心|繁體?体?(?:中文|版)?|简体(?:中文|版)?|[Ee]nglish|EN|手机版|电脑版"
    rf"|移动版|客户端|微信|微博|邮箱|RSS|收藏本站|加入收藏|设为首页|网站地图|网站支持IPv6|智能问答|首页|搜索|站内搜索){GAP}[|｜/·\s]*){{2,}}"
)
"""A page's bar of links: 无障碍阅读 | 长者模式 | 登录."""
_BAR = re.compile(rf"^(?:[{HAN}A-Za-z]{{2,8}}{GAP}[|｜]{GAP}){{2,}}[{HAN}A-Za-z]{{2,8}}$")
"""A bar of links whatever they are called: 首页 | 政务公开 | 办事服务."""
_PATH = re.compile(rf"^[^，。：>＞»›]{{2,20}}(?:{GAP}[>＞»›]{{1,2}}{GAP}[^，。：>＞»›]{{2,20}})+$")
"""Where a page stands on its site: 今日石桥 > 乡镇传真."""
_LIST_HEAD = re.compile(
    rf"^[{BLANKS}【\[]*(?:(?:相关|推荐|热门|热点|最新|延伸|更多|往期|精彩|友情|站内|阅读|本类|图文|点击|一周)(?:链接|阅读|新闻|文章|信息|排行榜?|推荐|内容|资讯|动态|回顾|稿件|榜单?)"
    rf"|猜你(?:喜欢|想看)|您可能(?:还)?(?:感兴趣|喜欢).{{0,4}}|大家都在看|看过.{{0,6}}还看过"
    rf")[{BLANKS}】\]:：>＞»]*(?:更多.{{0,3}})?$"
)
"""What stands over a list of other pages at a page's foot."""
_NOISE = re.compile(
    rf"^{GAP}(?:(?:您?(?:现在|当前|目前)?(?:所在)?的?(?:所在)?位置{GAP}(?:是)?{GAP}[:：>》»].*)|(?:.{{0,6}}首页{GAP}[>＞»›/\\→-].*)"
    rf"|(?:[（(]此件(?:主动|依申请|不予?)?公开(?:发布)?[）)])|(?:[\[【（(]{GAP}[大中小]{GAP}[\]】）)]{GAP})+"
    rf"|(?:[\[【（(]?{GAP}{_BUTTON}{GAP}[\]】）)]?[{BLANKS}|｜/:：]*)+"
    rf"|(?:[【\[（(]?{GAP}(?:字{GAP}[体号]|文字大小){GAP}[:：].*)|(?:分享(?:到|至|文章)?{GAP}[:：]?.{{0,40}})|(?:(?:上|下)一?[篇条页]{GAP}[:：].*)"
    rf"|{_NAVIGATION}|(?:扫一扫.{{0,30}})|(?:(?:相关|推荐)(?:链接|阅读|新闻|文章|信息|附件){GAP}[:：]?)"
    rf"|(?:(?:浏览|点击|阅读|访问)(?:次数|量|数|人数)?{GAP}[:：]{GAP}\d*{GAP}次?)"
    rf"|(?:.{{0,60}}(?:版权所有|ICP备|公网安备|网站标识码|技术支持[:：]|网站地图|Copyright|copyright).*))$"
)
_CHANNEL = re.compile(
    rf"^{GAP}(?:(?:原创{GAP})?[^，。：]{{2,40}}{GAP}(?:19|20)\d\d[-年]\d{{1,2}}[-月]\d{{1,2}}日?{GAP}\d{{1,2}}[:：]\d\d(?:{GAP}(?:发表于)?{GAP}[{HAN}]{{2,3}})?"
    r"|(?:收录于)?(?:合集|话题|专辑)[\s#].{0,30}|(?:点击|关注|↑|▲|上方|蓝字|我们|设为星标|★){2,}.{0,12}|(?:点击|戳|长按).{0,16}(?:关注|识别|二维码|原文).{0,8}"
    rf"|[-—－·\s]*(?:END|end|完)[-—－·\s]*|阅读原文|预览时标签不可点|(?:阅读|赞|在看|分享|收藏|留言|写留言|点赞)(?:{GAP}(?:\d+万?\+?|阅读|赞|在看|分享|收藏|留言|点赞))+)$"
)
"""What a public account's page puts above and below an article."""
_VIEWS = re.compile(
    rf"{GAP}[|｜]?{GAP}(?:浏览|点击|阅读|访问)(?:次数|量|数|人数)?{GAP}[:：]{GAP}\d*{GAP}次?"
    rf"|{GAP}[【\[（(]?字{GAP}[体号]{GAP}[:：]{GAP}[\[【（(]?{GAP}大{GAP}中{GAP}小{GAP}[\]】）)]*"
)
_SITE = re.compile(r"^[^，。]{2,24}(?:门户网站|官方网站|官网|网站|政府网|文明网|信息网)$")
_DOCUMENT_NUMBER = re.compile(rf"^[{HAN}A-Za-z]{{1,12}}{GAP}[〔\[（(【]{GAP}(?:19|20)\d\d{GAP}[〕\]）)】]{GAP}第?{GAP}\d{{1,4}}{GAP}号$")
_RED_HEAD = re.compile(rf"^[{HAN}{BLANKS}]{{3,40}}文{GAP}件$")
_NUMBER_ROWS = 5
_MAX_NAME_EM = 30
_MAX_NOISE_EM = 90
_MIN_CHANNEL = 2


def find_web_noise(text: str) -> Iterator[Edit]:
    """Path, buttons, share line, neighbours, copyright: lines of a web page that are no part of the text."""
    # Only a page's two ends hold such lines; between them nothing is looked at.
    lines = rows(text, limit=_MAX_HEAD_ROWS)
    foot = max(lines[-1].end if lines else 0, text.find("\n", max(0, len(text) - _FOOT_CHARACTERS)))
    lines += [replace(row, start=row.start + foot, end=row.end + foot) for row in rows(text[foot:])[-_FOOT_ROWS:]]
    is_page = any(_NOISE.match(row.body) for row in lines)
    is_channel = sum(bool(_CHANNEL.match(row.body)) for row in lines) >= _MIN_CHANNEL
    listed = _foot_list(lines) if is_page or is_channel else len(lines)
    for number, row in enumerate(lines):
        if number >= listed:
            yield Edit(row.start, row.end, kind="drop")
            continue
        if number < 3 and is_page and (_SITE.search(row.body) or _BAR.match(row.body) or _PATH.match(row.body)):
            yield Edit(row.start, row.end, kind="drop")
            continue
        if row.width_em <= _MAX_NOISE_EM and "。" not in row.body and (_NOISE.match(row.body) or (is_channel and _CHANNEL.match(row.body))):
            yield Edit(row.start, row.end, kind="drop")
        elif number < _MAX_HEAD_ROWS and not is_prose(row.body):
            for match in _VIEWS.finditer(row.body):
                yield Edit(row.start + match.start(), row.start + match.end(), kind="drop")


def _foot_list(lines: list[Row]) -> int:
    """The line at which a list of other pages begins that runs to the page's end; their number where there is none."""
    begin = len(lines)
    for number in range(len(lines) - 1, 0, -1):
        if "。" in lines[number].body or lines[number].width_em > _MAX_NOISE_EM:
            break
        if _LIST_HEAD.match(lines[number].body):
            begin = number
    return begin


def find_meta(text: str) -> Iterator[Edit]:
    """The table above a web page's text: one or several fields a line, or label and value on lines of their own."""
    lines = rows(text, limit=_MAX_HEAD_ROWS)
    found: list[Edit] = []
    strong = 0
    number = 0
    while number < len(lines):
        row = lines[number]
        if is_prose(row.body) and not _LABEL.match(row.body):
            break
        pairs = _fields(row.body)
        if pairs:
            strong += sum(bool(_STRONG_KEY.match(key)) for key, *_ in pairs)
            for key, value, start, end in pairs:
                found.append(Edit(row.start + start, row.start + end, kind="lift", field=_tight(key), value=value))
        elif (label := _LABEL_LINE.match(row.body)) and number + 1 < len(lines) and not _LABEL_LINE.match(lines[number + 1].body):
            below = lines[number + 1]
            if width_em(below.body) <= 60:
                strong += bool(_STRONG_KEY.match(label["key"]))
                found.append(Edit(row.start, below.end, kind="lift", field=_tight(label["key"]), value=below.body.strip("|｜│ ")))
                number += 1
        elif label := _LABEL_LINE.match(row.body):
            found.append(Edit(row.start, row.end, kind="lift", field=_tight(label["key"]), value=""))
        elif found and _TABLE_RULE.match(row.body):
            found.append(Edit(row.start, row.end, kind="drop"))
        number += 1
    if strong:
        yield from found


def find_document_number(text: str) -> Iterator[Edit]:
    """The 文号 above a document's title, and the red head over it (GB/T 9704 7.2.4, 7.2.5); a bulletin's head has its own number."""
    lines = rows(text, limit=_NUMBER_ROWS)
    if any(SURE_BULLETIN_NAME.search(row.body) and row.width_em <= _MAX_NAME_EM for row in lines):
        return
    for above, row in zip([None, *lines], lines, strict=False):
        if _DOCUMENT_NUMBER.match(row.body):
            if above and _RED_HEAD.match(above.body):
                yield Edit(above.start, above.end, kind="lift", field="发文机关标志", value=_tight(above.body))
            yield Edit(row.start, row.end, kind="lift", field="文号", value=_tight(row.body))
            return


def _fields(body: str) -> list[tuple[str, str, int, int]]:
    """The (key, value, start, end) fields of one line; empty when the line is not made of fields."""
    labels = list(_LABEL.finditer(body))
    stamp = _STAMP.match(body) if labels else None
    if stamp and stamp.end() == labels[0].start():
        return [("发布时间", stamp["time"], 0, stamp.end()), *_labelled(body, labels)]
    if labels and not body[: labels[0].start()].strip("|｜│[【 \u3000\t"):
        return _labelled(body, labels)
    if not _CELL_LINE.match(body):
        return []
    cells: list[tuple[str, int, int]] = []
    place = 0
    for bound in [*_CELL_BOUND.finditer(body), None]:
        stop = bound.start() if bound else len(body)
        if body[place:stop].strip("|｜│ "):
            cells.append((body[place:stop].strip("|｜│ "), place, stop))
        place = bound.end() if bound else stop
    out: list[tuple[str, str, int, int]] = []
    index = 0
    while index < len(cells):
        key, start, end = cells[index]
        if not re.fullmatch(_KEYS, key):
            return out
        has_value = index + 1 < len(cells) and not re.fullmatch(_KEYS, cells[index + 1][0])
        value, _, stop = cells[index + 1] if has_value else ("", start, end)
        out.append((key, value, 0 if not out else out[-1][3], len(body) if index + 2 >= len(cells) else stop))
        index += 2 if has_value else 1
    return out


def _labelled(body: str, labels: list[re.Match[str]]) -> list[tuple[str, str, int, int]]:
    """The fields between one label and the next."""
    bounds = [label.start() for label in labels] + [len(body)]
    return [
        (label["key"], body[label.end() : stop].strip(" \u3000\t\u00a0|｜│"), start, stop)
        for label, start, stop in zip(labels, bounds, bounds[1:], strict=False)
    ]


def _tight(key: str) -> str:
    return re.sub(rf"[{BLANKS}]+", "", key)
