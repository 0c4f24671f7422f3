"""Short names of units that not every reader knows."""

from app.proof.rules.short_units import RULES
from tests.proof.cases import Cases, check

CASES = {
    "short.office": Cases(
        (
            "市⟦药监⟧同期抽检药品158批次。",
            "县⟦疾控⟧工作人员到校宣讲。",
            "市⟦专指⟧组织12家企业考察。",
            "在县⟦森防指⟧的调度下分片驻守。",
            "区⟦老促会⟧资助新生。",
            "县⟦农担公司⟧担保贷款1.8亿元。",
            "镇⟦农经站⟧负责合同签订。",
            "由市⟦“小升规”专班⟧负责。",
            "市⟦委平安办⟧组织观摩。",
        ),
        (
            "市药监、住建、城管等部门联合检查。",
            "市疾病预防控制中心（以下简称市疾控）消杀。\n市疾控派员。",
            "市防指会商。",
            "县里指派专人。",
            "接入县应急指挥中心，市防汛指挥部成员到岗。",
            "县农业技术推广站派员。\n县农技站培训。",
            "市残联、市妇联走访。",
            "县供电公司抢修。",
            "成立工作专班，市级专班每周调度。",
            "市委改革办、市委网信办、市委编办派员。",
            "“市药监组织抽检”",
            "省农业信贷担保公司（以下简称农担“*号”专班）派员。\n“*号”专班到场。",
        ),
    ),
}


def test_short_units() -> None:
    for rule in RULES:
        check(rule, CASES[rule.about.id])
