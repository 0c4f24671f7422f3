"""Names with a count that are nearly those of a known list."""

from app.proof.rules.counted_names import RULES
from tests.proof.cases import Cases, check

CASES = {
    "phrase.named_count": Cases(
        ("落实“⟦六个必须坚守→六个必须坚持⟧”。", "坚持“⟦两个一以贯彻→两个一以贯之⟧”，加强党建。"),
        (
            "落实“六个必须坚持”“三会一课”。",
            "推行“三查一评”“五要五不准”。",
            "实现“四个全程”管理。",
            "落实三会一训制度。",
            "聚焦“三区三州”，抓好“三品一械”监管。",
        ),
    ),
}


def test_counted_names() -> None:
    for rule in RULES:
        check(rule, CASES[rule.about.id])
