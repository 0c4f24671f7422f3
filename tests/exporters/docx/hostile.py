"""Paragraphs that make line breaking hard: numbers with units, dashes and dots in runs, nested quotes, Latin, addresses."""

from __future__ import annotations

import random

_PLAIN = "云河市组织开展文明创建志愿服务活动各级干部群众积极参与社区环境整治工作推进落实责任制度建设完善长效机制提升城市品质"
_HARD = """\
12.5％ 36.5℃ 50～60人 3～5天 36.5% 5‰ 40° 1,234.56万元 ￥300 $20 30km 100m² 3/4 8:30 3：00 —— …… （一） ① · 、 ， 。 ；
〔2031〕5号 （云政发〔2031〕12号） 2031年3月8日 3月5日—8日 2031—2033年 1200余名 12345热线 24小时
“‘三不’承诺” 《〈纲要〉解读》 “双创” “12345” （含3个） “一老一小” GDP（国内生产总值） “LED”屏 阿不都·热依木
LED 5G+工业 PM2.5 A股 AI、5G等 B2B No.5 km/h C++ 鎏金"""

_UNMARKED = "……——，。；、·"
"""No mark stands behind these (GB/T 15834 A.7). Where one does behind ……, LibreOffice parts the dots, which no letter space prevents."""

ADDRESSES = ["office@yunhe.example", "https://www.yunhe.example/art/2031/3/8/a.html", "e-mail", "Wi-Fi", "COVID-19", "+86-100-8288123"]
"""Text that stands rarely in a bulletin and is broken inside by word processors."""


def paragraphs(seed: int, count: int, addresses: bool = False) -> list[str]:
    """So many paragraphs of 60 to 190 characters, the same for the same seed."""
    chance = random.Random(seed)
    hard = [*_HARD.replace("\n", " ").split(" "), *(ADDRESSES if addresses else [])]
    return [_paragraph(chance, hard) for _ in range(count)]


def _paragraph(chance: random.Random, hard: list[str]) -> str:
    parts: list[str] = []
    wanted = chance.randint(60, 180)
    while sum(map(len, parts)) < wanted:
        start, length = chance.randrange(len(_PLAIN)), chance.randint(1, 14)
        parts += [(_PLAIN + _PLAIN)[start : start + length], chance.choice(hard)]
        if chance.random() < 0.35 and parts[-1][-1] not in _UNMARKED:
            parts.append(chance.choice("，。；、"))
    return "".join(parts) + "。"
