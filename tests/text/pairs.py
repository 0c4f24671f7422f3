"""Pairs of texts of a made-up city become figures: how many relations are found, and how many of the found ones are there.

    python -m tests.text.pairs

Related pairs are made from each story by rules that do what offices do: send it again, correct it, cut it, put it into a survey of
several, write it anew. Unrelated ones are the hard kind: the same unit, the same sort of event, the same phrases, but other news, or the
report of the next month.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.text.relation import Kind, relation

UNITS = (
    "市税务局",
    "云湖镇",
    "青石镇",
    "柳湾街道",
    "市公安局交警支队",
    "市林业局",
    "临溪区教育局",
    "市市场监管局",
    "高新区管委会",
    "市总工会",
)
OPENINGS = (
    "为深入贯彻落实全市创建工作推进会议精神，进一步提升城市品质，{date}，{unit}",
    "{date}，{unit}在全面动员的基础上，",
    "近日，{unit}坚持以人民为中心，聚焦群众急难愁盼，",
    "今年以来，{unit}把这项工作作为重点任务，高标准谋划、高质量推进，",
)
CLOSINGS = (
    "下一步，{unit}将继续加大工作力度，推动各项任务落地见效。",
    "通过活动的开展，营造了人人参与、共建共享的浓厚氛围。",
    "群众的获得感、幸福感、安全感不断增强。",
    "{unit}将以此为契机，建立健全长效机制，不断巩固工作成果。",
)
DEEDS = (
    "组织{n}名志愿者走上街头，清理小广告{m}处，劝导不文明行为{k}起，沿街商户主动把占道的货架搬回店里",
    "在{place}举办政策宣讲会，业务骨干逐条讲解新出台的减税办法，现场解答企业提问{n}个，发放手册{m}份",
    "开展义务植树，{n}名干部职工扛着铁锹、提着水桶，一上午栽下白蜡、垂柳{m}株，并为每株树苗挂上了管护牌",
    "对{place}的{n}处老旧管网进行改造，更换管道{m}米，惠及居民{k}户，彻底解决了雨季积水的老问题",
    "联合消防部门对{n}家餐饮店检查燃气安全，发现隐患{m}条，当场整改{k}条，其余限期一周复查",
    "把夜校办到{place}，书法、剪纸、短视频三门课每周三晚上开班，{n}人报名，最大的学员{m}岁",
    "为{n}名困难职工送去米面油和慰问金{m}元，详细了解他们的身体、收入和子女就学情况，帮助{k}人联系了工作",
    "在{place}设立流动服务车，居民足不出小区就能办理社保、医保业务{n}项，一个月办件{m}件",
    "排查校园周边交通隐患{n}处，新划停车位{m}个，上下学高峰增派{k}名民警和教师疏导车流",
    "召开座谈会听取{n}名企业负责人意见，梳理用工、融资、用地问题{m}个，逐一明确了责任单位和办结时限",
    "启用智慧停车系统，整合{place}周边泊位{n}个，平均找车位时间由{m}分钟缩短到{k}分钟",
    "开展旧衣回收，一周收到衣物{n}件，清洗消毒后送往{place}的{m}户家庭，剩余的交由企业再生利用",
)
PLACES = ("阳光社区", "东关大街", "云湖公园", "清河小区", "运河广场", "石桥村", "南湖学校", "兴业路市场")
_WORDS = """
组织 安排，开展 进行，现场 当场，发放 分发，解决 化解，志愿者 志愿服务队员，进一步 更好地，群众 居民，干部职工 机关干部
推动 促进，发现 查出，主动 自觉，详细 仔细，帮助 协助，不断 持续，召开 举行，听取 征求，梳理 归纳，联合 会同，检查 排查
走上街头 来到街头，下一步 今后，继续 接着，营造 形成，活动的开展 这次活动，逐条 一条一条，改造 更新
"""
SYNONYMS = tuple((pair.split()[0], pair.split()[1]) for pair in re.split("[，\n]", _WORDS.strip()))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts and what the later one is of the earlier one; None where they only look alike."""

    old: str
    new: str
    kind: Kind | None


def story(chance: random.Random, unit: str | None = None, deeds: tuple[str, ...] | None = None, shape: int | None = None) -> str:
    """A text of four to six sentences."""
    unit = unit or chance.choice(UNITS)
    opening = OPENINGS[shape % len(OPENINGS) if shape is not None else chance.randrange(len(OPENINGS))]
    closing = CLOSINGS[shape % len(CLOSINGS) if shape is not None else chance.randrange(len(CLOSINGS))]
    deeds = deeds or tuple(chance.sample(DEEDS, chance.randint(3, 5)))
    return (
        opening.format(unit=unit, date=f"{chance.randint(1, 12)}月{chance.randint(1, 28)}日")
        + "".join(f"{filled(deed, chance)}。" for deed in deeds)
        + closing.format(unit=unit)
    )


def filled(deed: str, chance: random.Random) -> str:
    return deed.format(n=chance.randint(11, 99), m=chance.randint(100, 990), k=chance.randint(2, 60), place=chance.choice(PLACES))


def sentences(text: str) -> list[str]:
    return [piece for piece in re.split("(?<=。)", text) if piece]


def corrected(text: str, chance: random.Random) -> str:
    """A newer version: a figure put right, a word changed, a sentence added or dropped."""
    parts = sentences(text)
    at = chance.randrange(1, len(parts))
    parts[at] = re.sub(r"\d+", lambda found: str(int(found[0]) + 1), parts[at], count=1)
    for old, new in chance.sample(SYNONYMS, 6):
        parts = [part.replace(old, new, 1) for part in parts]
    if chance.random() < 0.5:
        parts.insert(at, f"{filled(chance.choice(DEEDS), chance)}。")
    return "".join(parts)


def reworded(text: str, chance: random.Random) -> str:
    """Written anew: another opening and closing, words changed, the sentences within turned round."""
    first, *middle, _ = sentences(text)
    unit = next((unit for unit in UNITS if unit in text), UNITS[0])
    middle = [first.rpartition("，")[2], *middle]
    for old, new in SYNONYMS:
        middle = [part.replace(old, new) for part in middle]
    turned = []
    for part in middle:
        clauses = part.rstrip("。").split("，")
        turned.append("，".join([*clauses[1:], clauses[0]] if len(clauses) > 2 and chance.random() < 0.4 else clauses) + "。")
    return chance.choice(OPENINGS).format(unit=unit, date="近期") + "".join(turned) + chance.choice(CLOSINGS).format(unit=unit)


def pairs(count: int = 60, seed: int = 7) -> Iterator[Pair]:
    """`count` stories with a pair of each kind, and three hard unrelated ones."""
    chance = random.Random(seed)
    for number in range(count):
        text = story(chance)
        yield Pair(text, re.sub("[，。]", lambda mark: chance.choice((mark[0], mark[0] + " ", mark[0] + "\n")), text), Kind.SAME)
        yield Pair(text, corrected(text, chance), Kind.VERSION)
        kept = sentences(text)
        yield Pair(text, "".join(kept[: max(2, len(kept) // 2)]), Kind.CUT)
        yield Pair(text, "".join(f"{one}\n" for one in (story(chance), text, story(chance))), Kind.MERGED)
        yield Pair(text, reworded(text, chance), Kind.REWORDED)
        unit, deeds = chance.choice(UNITS), tuple(chance.sample(DEEDS, 4))
        yield Pair(story(chance, unit, deeds[:2], number), story(chance, unit, deeds[2:], number), None)
        yield Pair(story(chance, unit, deeds[:3], number), story(chance, unit, (deeds[0], deeds[3]), number + 1), None)
        yield Pair(story(chance, unit, deeds, number), story(chance, unit, deeds, number), None)  # the next month's report


def measured(count: int = 60, seed: int = 7) -> tuple[float, float, float, int]:
    """Recall and precision of "these two are related", how often the kind is right where it is found, and the number of pairs."""
    found = right = wrong = kinds = related = total = 0
    for pair in pairs(count, seed):
        total += 1
        outcome = relation(pair.old, pair.new)
        related += pair.kind is not None
        if outcome is None:
            continue
        found += pair.kind is not None
        wrong += pair.kind is None
        kinds += outcome.kind is pair.kind
        right += pair.kind is not None
    return found / related, right / max(1, right + wrong), kinds / max(1, found), total


if __name__ == "__main__":
    recall, precision, kinds, total = measured(200, 11)
    print(f"{total} pairs: recall {recall:.3f}, precision {precision:.3f}, kind right {kinds:.3f}")
