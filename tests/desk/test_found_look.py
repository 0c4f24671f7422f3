"""A look that was found tells of each value where it comes from."""

from __future__ import annotations

from app.desk.found_look import FoundLook, FoundValue
from app.desk.templates import template_named


def test_a_value_that_nobody_tells_of_is_the_shipped_template_s() -> None:
    look = FoundLook(template_named("工作简报"), (FoundValue("paper.left_mm", "30 毫米", "read"),))

    assert look.how("paper.left_mm") == "read"
    assert look.how("paper.right_mm") == "default"
