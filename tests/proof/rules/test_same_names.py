"""Names beside their like, and posts behind names."""

from app.proof.rules.same_names import RULES
from tests.proof.cases import Cases, check

CASES = {
    "name.beside": Cases(
        (
            "镇卫生院医生⟦柳秀芬⟧从医30年。大家都夸⟦柳秀英⟧是好医生。",
            "厅长⟦陆远行⟧作报告。现将⟦陆远山⟧同志讲话摘编如下。",
        ),
        (
            "镇卫生院医生柳秀芬说，和同事柳秀英、王丽一起值班。",
            "局长周建明介绍情况，副局长周建军主持。",
            "网格员陶玉珍和邻居陶玉兰一起照看老人。",
            "副县长李建军到场，李建说这事好办。",
            "医生王大海值班，村民夸王大夫医术好。",
            "县委书记罗志远主持会议，罗志远强调，要抓落实。",
        ),
    ),
    "name.surname": Cases(
        (
            "李某被拖欠工资，李某申请调解。⟦黎某⟧等人送来锦旗。",
            "⟦张某⟧驾车驶来。⟦章某⟧被处罚款。",
        ),
        (
            "李某与黎某因地界发生争执，黎某退让。",
            "李某被拖欠工资，王某出面调解。",
            "某镇某村的张某某投诉，张某回访。",
        ),
    ),
    "name.post_behind": Cases(
        (
            "6月3日，⟦赵敏副县长→副县长赵敏⟧主持召开调度会。",
            "⟦钱卫国书记→书记钱卫国⟧深入企业走访。",
        ),
        (
            "由赵敏副县长牵头落实。",
            "副县长赵敏主持召开调度会。",
            "高铁站主任到岗。",
            "何主任到现场查看。",
            "按照赵敏副县长要求开展检查。",
        ),
    ),
}


def test_same_names() -> None:
    for rule in RULES:
        check(rule, CASES[rule.about.id])
