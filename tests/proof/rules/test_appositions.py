"""Names and the number that sums them up."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.appositions import RULES
from tests.proof.cases import Cases, check

CASES = {
    "count.apposition": Cases(
        (
            "由区人大、区政协、区教体局⟦四家单位⟧组成。",
            "化工、机械、纺织、食品⟦五大行业⟧保持增长。",
            "察看了实验小学、育才中学、红旗小学、城关幼儿园⟦5所学校⟧。",
            "省、市、县⟦四级⟧联动。",
            "围绕基层治理、产业发展⟦三个方面⟧开展调研。",
        ),
        (
            "由区人大、区政协、区教体局三家单位组成。",
            "对教育、医疗等四个方面作出部署。",
            "涉及甲县、乙县3个乡镇。",
            "省、市、县三级联动。",
            "建设高标准农田、渠道4条。",
            "走访5个镇、3个部门、两家企业。",
            "区人大、区政协和区教体局三家单位。",
            "“三农”、基层治理两个方面。",
            "加强统筹，健全组织、制度、保障三个体系。",
            "学校、医院各两个项目。",
        ),
    ),
    "count.respective": Cases(
        (
            "化工、机械、纺织、食品四大行业保持增长，增速分别为⟦6.1%、9.3%、4.2%⟧。",
            "东岗镇、西湾镇分别完成⟦12户、15户和9户⟧。",
        ),
        (
            "化工、机械、纺织三大行业保持增长，增速分别为6.1%、9.3%、4.2%。",
            "投资、消费等分别增长6.1%、9.3%、4.2%。",
            "东岗镇、西湾镇分别完成12户、15户。",
            "实现营业收入、利润120万元、30万元，分别增长5%、3%、2%。",
        ),
    ),
    "count.above": Cases(
        ("@title 实事进展\n一、老旧小区改造。\n二、农村供水。\n三、养老服务。\n以上⟦四件⟧实事由县政府督办。",),
        (
            "@title 实事进展\n一、老旧小区改造。\n二、农村供水。\n三、养老服务。\n以上三件实事由县政府督办。",
            "@title 实事进展\n以上四件实事由县政府督办。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
