"""What the 来稿箱 says of a submission, and how it reads the day that a clerk writes."""

from __future__ import annotations

import pytest

from app.model.submission import Share, SubmissionRecord, Use, Way
from app.ui.inbox_words import moment_written, second_line, used_in

RECORD = SubmissionRecord("0" * 32, "2026-03-05T09:30", "植树", "云湖镇", way=Way.WECHAT, characters=1260)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-03-05", "2026-03-05"),
        ("2026-03-05 09:30", "2026-03-05T09:30"),
        ("2026-03-05T09:30:10", "2026-03-05T09:30"),
        ("2026年3月5日", "2026-03-05"),
        ("2026.3.5", "2026-03-05"),
        ("2026/3/5 9：30", "2026-03-05T09:30"),
        ("3月5日", "2025-03-05"),
        (" 3月5日9:30 ", "2025-03-05T09:30"),
        ("2月30日", None),
        ("3月5日 25:00", None),
        ("昨天", None),
        ("5", None),
    ],
)
def test_a_day_is_read_as_clerks_write_it(written: str, read: str | None) -> None:
    assert moment_written(written, 2025) == read


def test_the_second_line_says_where_it_came_from_and_how_long_it_is() -> None:
    assert second_line(RECORD) == "云湖镇　微信　3月5日　1260字"
    assert second_line(SubmissionRecord("1" * 32, "不详")) == "单位不详　不详"


def test_a_use_names_its_issue_and_share() -> None:
    use = Use(RECORD.id, "键", "工作简报", "第7期", "2026年3月8日", 3, "植树", Share.JOINT)
    assert used_in([use]) == "工作简报第7期（综合）"
    assert used_in([]) == ""
