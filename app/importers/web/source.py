"""The source of a page becomes one that the parser of the standard library reads in a time that grows with its length."""

from __future__ import annotations


def tamed(html: str) -> str:
    """The source without comments and scripts, and with no tag open at its end: the parser would look for their ends again and again."""
    for opening, closing in (("<!--", "-->"), ("<script", "</script"), ("<style", "</style")):
        html = _without(html, opening, closing)
    end = html.rfind(">") + 1
    return html[:end] + html[end:].replace("<", "&lt;")


def _without(html: str, opening: str, closing: str) -> str:
    """The source without what stands between two signs; an opening one that is never closed is dropped alone."""
    folded = html.lower()
    if len(folded) != len(html):  # a few capitals become two characters
        folded = html
    parts: list[str] = []
    at = 0
    while (start := folded.find(opening, at)) >= 0:
        parts.append(html[at:start])
        stop = folded.find(closing, start + len(opening))
        if stop < 0:
            return "".join(parts) + html[start:].replace(opening, "")
        at = folded.find(">", stop) + 1 or len(html)
    return "".join(parts) + html[at:]
