"""The clock stamps what a proofreader says, and what nobody has seen to yet becomes a sentence for who sends the issue out (批注)."""

from __future__ import annotations

from datetime import datetime

from app.desk.holding import moment_words
from app.edit.comments import in_reading_order
from app.model.issue import Issue
from app.model.people import Comment

_MOST_TOLD = 3
_LONGEST = 12


def stamp() -> str:
    """Now, in the office's own time, in ISO form."""
    return datetime.now().isoformat(timespec="minutes")


def when_words(comment: Comment) -> str:
    """今天 9:12; the time as it was written where it is none that we know."""
    try:
        return moment_words(datetime.fromisoformat(comment.when))
    except ValueError:
        return comment.when


def quoted_words(words: str) -> str:
    """“二百余人”, as Chinese quotes within a quotation are written: “开展‘回头看’行动”."""
    return f"“{words.replace('“', '‘').replace('”', '’')}”"


def waiting(issue: Issue) -> tuple[Comment, ...]:
    """The comments that nobody has seen to, in reading order."""
    return tuple(one for one in in_reading_order(issue) if not one.done)


def comments_left(issue: Issue) -> str:
    """还有 2 处批注没有处理（张敏：谁组织的？、李军：核对人名）。 - "" for none."""
    left = waiting(issue)
    if not left:
        return ""
    some = "、".join(_told(one) for one in left[:_MOST_TOLD])
    return f"还有 {len(left)} 处批注没有处理（{some}{' 等' if len(left) > _MOST_TOLD else ''}）。"


def _told(one: Comment) -> str:
    words = one.text.replace("\n", " ")
    short = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    return f"{one.who}：{short}" if one.who else short
