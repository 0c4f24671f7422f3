"""A place in a cutting becomes the answer whether a proper name may stand there: of a person, a place, a firm, a work."""

from __future__ import annotations

import re

SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝"
    "邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡"
    "凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全班仰秋仲伊宫宁仇"
    "栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连"
    "习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄东欧沃利蔚越夔隆师巩厍聂晁勾敖融冷辛阚那简饶空曾沙养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖闫邸佟付代邝覃沐鹿苟"
    "郗亓仝佴佘冼訾缑郄郇郐禚笪阙苌矫隋亢仉麴揭鄢蹇谌谯粟闪冮芦苑璩呙雒庹丛岳"
)
_POSTS = frozenset("长记任席授士师匠者志姓叫书人表员")
"""What ends a post or a word for a person whose name follows."""
_BEFORE = _POSTS | frozenset("、：，；（“。员理工生民星干手友女男某属农妻夫父母子儿众户")
"""The same, less surely, and marks behind which a name may begin."""
_BEHIND_WORDS = """
同志 先生 女士 老师 医生 书记 主任 局长 县长 市长 区长 镇长 乡长 村长 校长 院长 所长 站长 处长 科长 部长 主席 教授 代表 委员 家 的 说 等
等人 介绍 表示 指出 强调 认为 告诉 提出 主持 出席 参加 带领 率 率队 一行 作 作了 做 在 到 任 为 是 向 与 和 及 对 就 深入 先后 宣读 讲话
致辞 陪同 带队 主讲 宣布 传达 要求 副 从 家中 今年 现年 回忆 被 把 以 来到
"""
_BEHIND = frozenset(_BEHIND_WORDS.split())
_PLACES_WORDS = """
村 镇 乡 县 市 区 路 街 街道 社区 小区 庄 屯 寨 沟 河 湖 山 岭 桥 港 湾 岛 组 店 厂 校 站 所 园 苑 里 巷 公司 集团 合作社 大厦 广场 酒店
饭店 超市 药店 药房 幼儿园 中学 小学 学校 医院 有限 有限公司 大桥 水库 公园 花园 家园 片区 行政村 自然村 农场 林场 牌 杯 号 省 州 旗 盟
自治县 大道 大街 工业园 水电站 电站 煤矿 矿 寺 庙 祠 故居 科技 实业 建筑 商贸 商场 农业 食品 药业 集团公司 股份 镇党委 镇政府 乡党委
乡政府 村委会 市委 县委 区委 市政府 县政府 区政府 市纪委 县纪委 市人大 县人大 市政协 县政协 村党支部 村支部 高速 铁路 机场 支行 分行
"""
_PLACES = frozenset(_PLACES_WORDS.split())
_OPENING, _CLOSING = frozenset("“‘《〈「『\"'"), frozenset("”’》〉」』\"'")


_DOUBLE_WORDS = """
欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙
宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌
微生 梁丘 左丘 西门 第五 南荣 即墨 完颜 纳兰
"""
_DOUBLE = tuple(_DOUBLE_WORDS.split())
"""Surnames of two characters."""
_FIRM = re.compile("[\u4e00-\u9fff]{0,8}(?:公司|合作社|集团|农场|酒店|商行|养殖场|加工厂)")
_AT = frozenset("在到赴从至")
_OF = frozenset("的和与由在对向省市县区镇乡村")
"""What stands before a name."""
_SETTLED = frozenset("村镇乡庄屯")
_AREAS = frozenset("区县市镇乡村州溪江峪坪垸洲某")
_FOREIGN = frozenset("斯尔德克巴姆耶茨弗乌吉哥摩恩卡塔纳")
"""Characters that foreign names are written with."""


def may_name(before: str, text: str, start: int, end: int, word: str, after: str) -> bool:
    """Whether `start:end` of the run `text` may be a part of a name. `before` and `after` are the characters beside the run ("" at the
    ends), `word` is the word behind `end` in the best cutting ("" where there is none).
    """
    left = text[start - 1] if start else before
    right = text[end] if end < len(text) else after
    if (not start or left in _OF) and _FIRM.match(text, end):
        return True  # 碧峰茶叶专业合作社
    if left in _AT and right == "、":
        return True  # 在麻塘、双溪
    if word in _PLACES or right in _PLACES or left in _OPENING or right in _CLOSING or text[end : end + 2] in _PLACES:
        return True
    if text[end + 1 : end + 2] in _SETTLED and end + 1 < len(text):
        return True  # 强陵岗村
    if any(char in _FOREIGN for char in text[start:end]):
        return True
    if any(text.startswith(_DOUBLE, at) for at in range(max(0, start - 3), end)):
        return True
    if end - start == 2 and text[end - 1] in _AREAS:
        return True  # 海沅区
    if any(text[at] in SURNAMES and text[at - 1] in _POSTS for at in range(max(start, 1), end)):
        return True  # 学员路晓桐
    for first in (start - 1, start - 2):
        behind = first + 3
        named = first > 0 and behind < min(end, len(text)) and text[first] in SURNAMES and text[first - 1] in _POSTS
        if named and (text[behind] in _BEHIND or text[behind : behind + 2] in _BEHIND):
            return True  # 副市长朱莉莉率队: the name, and what she does
    for first in (start, start - 1, start - 2):
        if first >= 0 and text[first] in SURNAMES and end - first <= 3:
            ahead = text[first - 1] if first else before
            if ahead and ahead in _POSTS:
                return True
            if not ahead or ahead in _BEFORE or ahead.isspace():
                for size in (2, 3):
                    stop = first + size
                    if stop >= end and (stop >= len(text) or (stop == end and text[stop] in _BEHIND) or text[stop : stop + 2] in _BEHIND):
                        return True
    return False
