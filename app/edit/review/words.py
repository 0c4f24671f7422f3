"""A change of a review in words: what it does, to which words, and who did it when."""

from __future__ import annotations

from collections.abc import Mapping

from app.edit.review.change import Kind, ReviewChange
from app.model.reviewed import Author

_CONTEXT = 8
_LONGEST = 60


def described(change: ReviewChange, base: Mapping[int, str]) -> str:
    """The words of a change: 栽下〔杨柳→垂柳〕三千株, 干部群众〔＋冒雨〕植树, 〔－先易后难，〕成片推进."""
    text = base.get(change.block, change.old)
    match change.kind:
        case Kind.TEXT:
            before, after = text[max(0, change.start - _CONTEXT) : change.start], text[change.end : change.end + _CONTEXT]
            return _flat(f"{before}〔{_exchange(_short(change.old), _short(change.new))}〕{after}")
        case Kind.INSERTED:
            return _flat(_short(change.new))
        case Kind.SPLIT:
            return _flat(f"{text[max(0, change.start - _CONTEXT) : change.start]}〔分段〕{text[change.start : change.start + _CONTEXT]}")
        case Kind.NEW_ARTICLE:
            return f"《{change.new}》，{len(change.paragraphs) - 1} 段"
        case Kind.ARTICLE_GONE | Kind.ARTICLE_MOVED:
            return f"《{_flat(change.old)}》"
        case _:
            return _flat(_short(text))


def signed(author: Author) -> str:
    """张三 3月16日 09:30; "" for nobody."""
    date = f"{int(author.date[5:7])}月{int(author.date[8:10])}日 {author.date[11:16]}" if _is_date(author.date) else ""
    return " ".join(filter(None, (author.name, date)))


def _exchange(old: str, new: str) -> str:
    return f"{old}→{new}" if old and new else f"＋{new}" if new else f"－{old}"


def _is_date(text: str) -> bool:
    return len(text) >= 16 and text[5:7].isdigit() and text[8:10].isdigit()


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 20]}……{text[-18:]}"


def _flat(text: str) -> str:
    return text.replace("\n", " ")
