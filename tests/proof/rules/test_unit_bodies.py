"""Units whose name is the same everywhere."""

from app.proof.rules.unit_bodies import RULES
from tests.proof.cases import Cases, check

CASES = {
    "unit.body": Cases(
        (
            "市⟦红十字协会→红十字会⟧发放轮椅。",
            "县⟦残疾联合会→残疾人联合会⟧走访。",
            "市⟦文学艺术联合会→文学艺术界联合会⟧送演出。",
            "县⟦疾病防治控制中心→疾病预防控制中心⟧消杀。",
            "区⟦防汛抗旱总指挥部→防汛抗旱指挥部⟧会商。",
        ),
        (
            "市红十字会发放轮椅。",
            "县残疾人联合会、县妇女联合会走访。",
            "县疾病预防控制中心消杀。",
            "市中级人民法院、县人民检察院派员。",
            "县供销合作社联合社召开理事会会议。",
            "县动物疫病预防控制中心派员。",
            "他说：“县残疾联合会办得好。”",
            "市科学技术局、市科学技术馆",
            "县森林防灭火指挥部",
        ),
    ),
    "unit.turned": Cases(
        ("县⟦烟草局专卖→烟草专卖局⟧检查。", "区⟦消防大队救援→消防救援大队⟧出动。", "县⟦人力资源社会和保障局→人力资源和社会保障局⟧"),
        ("县烟草专卖局检查。", "区消防救援大队出动。", "市住房和城乡建设局部署。"),
    ),
}


def test_unit_bodies() -> None:
    for rule in RULES:
        check(rule, CASES[rule.about.id])
