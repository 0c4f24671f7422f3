"""A stretch of text becomes the answer whether it only names something, as an item of a list does, or says what is done."""

from __future__ import annotations

import re

from app.proof.lexicon import Lexicon
from app.proof.segment import cut

KINDS = (
    "物资|方式|方法|办法|措施|手段|形式|途径|渠道|环节|设施|设备|材料|问题|难题|情况|产业|行业|领域|作物|产品|项目|活动|服务|部门|单位|机构|场所|地方|区域|平台"
    "|内容|方面|业务|人员|群体|工种|岗位|费用|用品|品种|技术|工程|场景|资源|力量|风险|隐患|任务|重点|现象|行为|地区|类型|事项|政策|指标|企业|特产"
    "|器材|车辆|工具|课程|部位|路段|科目|因素|需求|条件|手续|症状|疾病|果蔬|蔬菜|水果|食品|商品|农资|点位|服务点|地"
)
"""What things in a list are called as a whole: 网吧、宾馆等场所."""
THINGS = (
    "险情|行动|案例|职能|小区|景点|功能|材料|工序|技能|知识|疾病|灾害|天气|污染|乱象|陋习|矛盾|纠纷|案件|罪名|景区|站点|线路|村"
    "|镇|乡镇|社区|学校|企业|课|社团|民俗|节目|作品|题材|元素|食材|菜品|药材|苗木|树种|动物|植物|农机|机械|装备|仪器|证照|证件|信息|数据|资料|内容|诉求|需要|困难|资产|用品|慰问品|要素|患者|对象|情形|业态|培训"
)
TAKES = (
    "聚焦|紧盯|围绕|针对|涉及|包括|包含|涵盖|覆盖|设有|配备|配齐|配套|走访|检查|抽查|会同|联合|组织|邀请|种植|栽种|养殖|检修|维修|发放|赠送|捐赠"
    "|送去|送来|提供|解决|化解|排查|整治|整改|清理|清查|查处|打击|查看|察看|参观|考察|了解|购买|采购|采取|采用|运用|依托|利用|推广|发展|推进"
    "|建设|修建|新建|改造|加强|完善|健全|打造|生产|加工|销售|出口|储备|调运|整合|对接|培育|培训|招聘|引进|展示|展出|举办|开设|设立|设置|讲解|宣传"
    "|存在|出现|修复|收集|征集|听取|调解|受理|办理|来自|分布在|前往|深入|走进|赶赴|奔赴|进驻|分为"
)
"""Verbs that take a list for their object."""
WHO = (
    "编辑|护士|骨干|标兵|干警|职工|律师|法官|人|员|者|师|家|手|工|生|长|民|兵|记者|干部|代表|医护|学者"
    "|青年|妇女|商户|企业|局|委|办|院|会|中心|部|公司|学校|街道|社区|站|所|队"
)
"""How the names of people and bodies end."""
DONE = re.compile(
    f"{TAKES}|帮助|依据|根据|内容|大力|集中|积极|及时|现场|主要|开展|进行|做好|抓好|实现|通过|引导|鼓励|支持|推动|促进|确保|防止|避免|减少|增加|形成"
    "|建立|制定|落实|明确|强化|深化|优化|提升|提高|负责|参加|参与|配合|协助|有效|全面|切实|逐一|逐项|重点[讲解检查整打突抓围推]|严厉|慎用|严禁|禁止|同步|同时|统一|累计|统筹|共同"
)
"""What shows that a stretch says what is done, and is no bare name of a thing."""
NO_ITEM = re.compile(
    "[了着过将把被让使不未没已都也还很更最均只才曾正在是有可能应须要于]|(?:以来|期间|之后|之前|以后|以前|同时|其中|此外|为此|例如|比如|特别|尤其|目前|近期|近日|日前|下一步|今年|去年|明年|上半年|下半年|年初|年底"
    "|截至|据|一[是方边]|二是|三是|首先|其次|最后|当天|当日|当晚|现场|会上|会后|近年|每[年月天日次周])"
)
CLAUSE_WORDS = frozenset("以从对向把将按由让使给为就在与和并也又即需要可能会是有无不未已曾推抓落加全各上本我其同每共均先再设送含某该此这那")
_VERBS = frozenset("讲查看种养用送发有含是设建做抓打开办请找帮带当成达占比增减降升涉需可赴往到")
_DEED_WORDS = """
服务 管理 维修 建设 培训 活动 工作 治理 保护 养护 监管 执法 检查 宣传 教育 生产 加工 销售 运输 治疗 救助 调解 维权 问题 建议 规划
"""
DEEDS = frozenset(_DEED_WORDS.split())
"""Verbs that name what is done where another word stands before them."""
TAKEN_UP = re.compile(f"{TAKES}|明确|发现|检查|重点|掌握|熟悉|压实|带来|引来|配强|建强")
_NOUN = re.compile(f"(?:{KINDS}|{THINGS}|{WHO}|领导|助理|科室|范围|期限|时限|标准|用房|用地|用水)$")
_PLACE = re.compile("(?:\\d号院|新村|小区|社区|公司|学校|中心|医院|大桥|广场|码头|水库|景区)$")
_COMPOUND = re.compile(
    "(?!提供|开展|做好|优化|提升|完善|组织|增加|加强|强化|发放|落实)[\u4e00-\u9fff]{2}(?:服务|人员|能手|措施|经费|费用|用品|手段|大户|骨干|员|师)"
)
_USED = re.compile("用[工地水电能房料药餐材]")
"""What things are called that begin as a clause does."""
_OPENS = frozenset("做打建配抓用办搭引促拓护守请")
"""What names end with that may begin with a verb: 维修人员, 种植能手."""


def is_nominal(words: str, lexicon: Lexicon) -> bool:
    """Whether a stretch is likely to name something and to say nothing of it: no verb in it, but one that names what is done at its end."""
    if words.startswith("“"):
        return True
    plain = words.strip("“”")
    if opens_clause(words):
        return False
    if _COMPOUND.fullmatch(plain) or _PLACE.search(plain):
        return True
    parts = [plain[start:end] for start, end in cut(plain, lexicon).words]
    if len(parts) == 1 or ([len(part) for part in parts] == [2, 2] and _NOUN.search(plain)):
        return True
    if parts[-1] in DEEDS:
        parts.pop()
    return not any(is_verb(part, lexicon) for part in parts)


def opens_clause(words: str) -> bool:
    """Whether a stretch begins as a clause does, or holds what no name of a thing does; told without cutting it into words."""
    plain = words.strip("“”")
    if words[0] == "“" or _COMPOUND.fullmatch(plain):
        return False
    if _USED.fullmatch(plain):
        return False
    return bool(plain[0] in CLAUSE_WORDS or plain[0] in _OPENS or NO_ITEM.search(plain) or DONE.match(plain) or TAKEN_UP.match(plain))


def names_deed(words: str, lexicon: Lexicon) -> bool:
    """Whether a stretch is a verb alone, or verb and verb, as the items of 渗漏、分期履行等 are."""
    parts = [words[start:end] for start, end in cut(words, lexicon).words]
    return words in lexicon.verbs or ([len(part) for part in parts] == [2, 2] and parts[1] in lexicon.verbs and not DONE.match(words))


def is_verb(word: str, lexicon: Lexicon) -> bool:
    """Whether a word mostly says what is done."""
    return word in lexicon.verbs or word in _VERBS or DONE.fullmatch(word) is not None or TAKEN_UP.fullmatch(word) is not None
