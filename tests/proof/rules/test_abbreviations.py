"""Short names of units before their full one."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.abbreviations import RULES
from tests.proof.cases import Cases, check

CASES = {
    "short.never_explained": Cases(
        (
            "市城市⟦轨道交通运营有限公司⟧客流增长。\n市轨交公司推出优惠。",
            "县⟦农业产业发展投资集团有限公司⟧成立。\n县农发投集团承担项目。",
        ),
        (
            "市交通投资集团有限公司（以下简称市交投集团）成立，市交投集团运营。",
            "港务集团有限公司推行改革。\n集团公司召开会议。",
            "市住房和城乡建设局部署。\n市住建局检查。",
        ),
    ),
    "short.before_full": Cases(
        (
            "区⟦公服中心⟧举办讲座。\n区公共法律服务中心选派律师12名。",
            "市⟦水投集团⟧提前检修管网。\n市水务投资建设集团日供水30万吨。",
            "市⟦中院⟧开展宣传。\n市妇联与市中级人民法院联合印发通知。",
            "县⟦农广校⟧高级农艺师示范。\n龙潭镇与县农业广播电视学校合作。",
            "指导⟦恒祥公司⟧改造窑炉。\n峄阳湖恒祥陶瓷有限公司减少排放。",
            "材料报⟦防指办⟧，统一汇总。\n县防汛抗旱指挥部办公室每日通报。",
        ),
        (
            "区公共法律服务中心选派律师12名。\n区公服中心举办讲座。",
            "区公服中心举办讲座。",
            "柳塘镇卫生院开诊。\n市卫生职业学院派员。",
            "全市职业学校停办专业17个。\n县职业中等专业学校新开专业。",
            "@issuer 澜江市防汛抗旱指挥部办公室\n市防办主任参加。",
            "区公共法律服务中心（以下简称“公服中心”）选派律师12名，区公服中心举办讲座。",
            "县教育局、县公安局联合检查。\n县教育体育和公共安全管理局负责。",
            "他说：“区公服中心很近。”\n区公共法律服务中心选派律师12名。",
            "县融媒体中心直播。\n县融合媒体传播发展中心负责。",
            "镇中心小学开学。\n镇中心小学新建教学楼。",
            "市委办公室印发通知。",
            "在城区主办赛事。\n县体育中心负责。",
            "社区承办活动。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
