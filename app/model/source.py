"""How an article was made of submissions: which ones, and each one's share (M9)."""

from __future__ import annotations

from enum import StrEnum

from app.records import dataclass


class Share(StrEnum):
    """How an article uses a submission; the statistics count each kind apart (M9)."""

    SOLE = "独立"
    JOINT = "综合"
    BRIEF = "简讯"
    SENTENCE = "一句话"


@dataclass(frozen=True, slots=True)
class Source:
    """One submission that an article was made of: its id in the library, and the share."""

    submission: str
    share: Share = Share.SOLE
