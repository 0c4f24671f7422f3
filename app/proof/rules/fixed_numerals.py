"""Figures inside words that are written with Chinese numerals become hits: 第1书记, 1张蓝图, 十4五, 数10公里 (GB/T 15835—2011 4.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import FIGURES, About, PassageRule
from app.text.numerals import format_numeral

_WORDS = """
一把手 第一书记 第一时间 第一责任人 第一要务 第一线 第一手资料 一站式 一盘棋 一张蓝图 一以贯之 一如既往 一心一意
一视同仁 一体化 一揽子 一系列 一门心思 一马当先 一丝不苟 一蹴而就 一成不变 一针见血 一目了然 一言一行 一举一动 一举两得
一手抓 一刀切 一条龙 一条心 一股劲 一竿子 一窝蜂 一阵风 一锤子 一口清 一次性 一件事一次办 一网通办 一窗通办 一窗受理
一事一议 一企一策 一村一品 一县一业 一人一策 一户一策 一岗双责 一票否决 一对一 一带一路 一国两制 一般公共预算 一定程度
一大批 一部分 一边倒 一方水土 一技之长 一老一小 一府一委两院 一府两院 一二三产 双一流 二维码 二手车 二手房 二话不说
两学一做 两不愁三保障 两个维护 两个确立 两个毫不动摇 两手抓 两手硬 两新组织 两重建设 两山理念 两免一补 两癌筛查 三农
三夏 三秋 三公经费 三重一大 三会一课 三下乡 三心二意 三番五次 三令五申 三顾茅庐 三位一体 三大攻坚战 三严三实 三支一扶
三资管理 三权分置 三产融合 三八妇女节 三八红旗手 三伏天 三九天 三长制 三定方案 三不腐 四个意识 四个自信 四个全面 四风
四面八方 四通八达 四平八稳 四好农村路 四有好老师 四下基层 五一劳动节 五四青年节 五四精神 五位一体 五保户 五花八门
五湖四海 五谷丰登 五项管理 五险一金 六一儿童节 六稳 六保 六神无主 七一勋章 七上八下 七嘴八舌 八一建军节 八项规定
八方支援 九牛一毛 十一国庆节 十全十美 十拿九稳 十年树木 十四五 十三五 十五五 十字路口 百花齐放 百年大计 百年不遇
百家争鸣 百折不挠 千方百计 千家万户 千头万绪 千军万马 千变万化 千载难逢 千言万语 千锤百炼 千钧一发 万无一失 万众一心
万家灯火 万里长征 万事俱备 独一无二 再三强调 丢三落四 接二连三 举一反三 朝三暮四 不管三七二十一 颠三倒四 低三下四
推三阻四 挑三拣四 说一不二 九死一生 四舍五入 五五开
"""
"""Words whose numerals are no count; where a figure alone would mean something else (1线, 2手) they carry more of their company."""
_DIGITS = dict(zip("一二两三四五六七八九十百千万", (1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100, 1000, 10000), strict=True))


def _written(word: str) -> Iterator[str]:
    """The word with one of its numerals, or all of them, in figures."""
    places = [place for place, sign in enumerate(word) if sign in _DIGITS]
    for place in places:
        yield f"{word[:place]}{_DIGITS[word[place]]}{word[place + 1 :]}"
    if len(places) > 1:
        yield "".join(str(_DIGITS.get(sign, sign)) for sign in word)
    for tens, units in ((place, place + 1) for place in places if word[place] == "十" and place + 1 in places):
        yield f"{word[:tens]}1{_DIGITS[word[units]]}{word[units + 1 :]}"
        if tens and word[tens - 1] in _DIGITS:
            yield f"{word[: tens - 1]}{_DIGITS[word[tens - 1]]}{_DIGITS[word[units]]}{word[units + 1 :]}"


_RIGHT = {wrong: word for word in _WORDS.split() for wrong in _written(word) if not wrong.isdigit()}
"""What is written to what should be; a wrong form that is all figures could be any number."""
_RUNS_ON = {"3农": "户场民业村贸机资庄家", "4风": "机力电", "3夏": "季天", "3秋": "季天"}
"""Short forms that are no such word before these characters: 带动3农户."""


def _by_figures() -> dict[str, list[tuple[int, str]]]:
    """Figures with the character behind them, or before them where nothing is behind, to the places and forms that have them."""
    forms: dict[str, list[tuple[int, str]]] = {}
    for wrong in sorted(_RIGHT, key=len, reverse=True):
        run = re.search(r"\d+", wrong)
        if run:
            key = wrong[run.start() : run.end() + 1] if run.end() < len(wrong) else wrong[run.start() - 1 : run.end()]
            forms.setdefault(key, []).append((run.start(), wrong))
    return forms


_FORMS = _by_figures()
_BEHIND = "".join(sorted({key[-1] for key in _FORMS if key[0].isdigit()}))
_BEFORE = "".join(sorted({key[0] for key in _FORMS if not key[0].isdigit()}))
_RUN = re.compile(rf"(?=\d)(?:(?<![\d.A-Za-z])\d{{1,5}}(?=[{_BEHIND}])|(?<=[{_BEFORE}])\d{{1,5}}(?![\d.]))")
_FIRST = frozenset("第表图附件项条")
"""Before a figure that is a number of its own: 第1部分."""
_CONGRESS_SIGN = re.compile(r"\d[大届十]|十\d[大届]")
_CONGRESS = re.compile(
    r"(?<=党的)(?P<number>\d{1,2}|[一二]?十\d|\d十[一二三四五六七八九]?)(?=大(?!类|类型|项|要点)|届)"
    r"|(?<!\d)(?P<number2>[12]十[一二三四五六七八九]?|[一二]?十\d)(?=大(?:精神|报告|以来|代表|召开|擘画|作出|部署)|届[一二三四五六七]中全会)"
)
_ROUGH = re.compile(
    r"(?P<some>(?:^|(?<=[，。；：、（了达过超近用约花出在投长挖查转增收捐有计的于到历经共获送种去前现修铺]))数|好几|(?<!十)(?<!百)(?<!千)(?<!万)几|成百上|成千上|上)(?P<number>10{1,3}|10000|1万)(?P<more>[余多]?)"
    r"(?=[个名人家次天户位台辆件条项岁元亩吨份所座处块株棵里米斤种只头起场公万亿篇张年]|(?<=万)|平方|立方)"
)
_ROUGH_SIGN = re.compile("[数几上]1")
_ROUND = {"10": "十", "100": "百", "1000": "千", "10000": "万", "1万": "万"}


def figures_in_fixed_words(passage: Passage, _: Office) -> Iterator[Hit]:
    """第1书记, 十4五, 3农工作: words that are no numbers keep their Chinese numerals."""
    text, done = passage.text, 0
    for run in _RUN.finditer(text):
        keys = text[run.start() : run.end() + 1], text[max(0, run.start() - 1) : run.end()]
        form = next((one for key in keys for place, one in _FORMS.get(key, ()) if text.startswith(one, run.start() - place)), None)
        start = run.start() - form.index(run[0]) if form else -1
        if form is None or start < done or text[start + len(form) : start + len(form) + 1] in _RUNS_ON.get(form, "\n"):
            continue
        if form[0].isdigit() and text[max(0, start - 1) : start] in _FIRST:
            continue
        done = start + len(form)
        yield Hit(start, done, f"固定的词语里用汉字数字：“{_RIGHT[form]}”。", _RIGHT[form])
    for found in found_by(_CONGRESS_SIGN, _CONGRESS, passage.text):
        group = "number" if found["number"] else "number2"
        right = format_numeral(int(found[group])) if found[group].isdigit() else None
        yield Hit(found.start(group), found.end(group), "届次用汉字数字。", right)


def round_number_in_figures(passage: Passage, _: Office) -> Iterator[Hit]:
    """数10公里, 成百上1000名: what is rough in words goes on in words."""
    for found in found_by(_ROUGH_SIGN, _ROUGH, passage.text):
        if found["some"] == "上" and (
            found["number"] == "10" or found["more"] or passage.text[max(0, found.start() - 1) : found.start()] in _NO_UPWARD
        ):
            continue
        right = f"{found['some']}{_ROUND[found['number']]}{found['more']}"
        yield Hit(found.start(), found.end(), f"概数用汉字：“{right}”。", right)


_NO_UPWARD = frozenset("以早晚网线马路楼身会地街向加附往赶路年月周船车跟赴爬送登")
"""Characters with which 上 makes another word."""

RULES = (
    PassageRule(About("number.fixed", "固定词语里的数字", Level.QUERY, "GB/T 15835—2011 4.2"), figures_in_fixed_words, needs=FIGURES),
    PassageRule(About("number.round", "数十、几百的写法", Level.QUERY, "GB/T 15835—2011 4.2"), round_number_in_figures, needs="1"),
)
