"""Addresses of letters and sites of the net that can't be right become hits: zhang@163,com, www.xx.gov.con (RFC 5322; 实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, PassageRule

_TOKEN = r"[A-Za-z0-9_.+@#＠．。，,:：/\-]"
_LABELLED = re.compile(
    rf"(?:邮箱|信箱|邮件地址|邮件|邮址|[Ee]-?mail|E-MAIL)(?:地址|账号)?(?:为|是)?[“：: ]{{0,2}}(?P<address>[A-Za-z0-9]{_TOKEN}{{4,48}})"
)
_ANYWHERE = re.compile(rf"(?P<address>[A-Za-z0-9_.+\-]{{2,32}}[@＠]{{1,2}}{_TOKEN}{{0,32}})")
_RIGHT = re.compile(r"[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?P<domain>[A-Za-z]{2,8})", re.ASCII)
_SITE = re.compile(r"(?:https?[:：]?/{1,3}|https?[:：](?=w)|htpps?://|htttps?://|w{2,4}[.．。，,])[A-Za-z0-9][A-Za-z0-9_.．。，,/\-]{3,60}")
_RIGHT_SITE = re.compile(r"(?:https?://)?(?:www\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?P<domain>[A-Za-z]{2,8})(?:[:/].*)?", re.ASCII)
_NEARLY = {
    "con": "com",
    "cmo": "com",
    "ocm": "com",
    "vom": "com",
    "comn": "com",
    "coom": "com",
    "cm": "com",
    "om": "com",
    "nte": "net",
    "ent": "net",
    "cnn": "cn",
    "cnm": "cn",
    "ogv": "gov",
}
_MARKS = str.maketrans("＠．。，,", "@....")
_ENDS = "，。,.：:/；、"


def letter_address(passage: Passage, _: Office) -> Iterator[Hit]:
    """An address without @, with two of them, or with a comma for its point."""
    seen: set[int] = set()
    for pattern in (_LABELLED, _ANYWHERE):
        for found in pattern.finditer(passage.text):
            words = _trimmed(found["address"])
            start = found.start("address")
            if any(start <= one < start + len(words) for one in seen) or (pattern is _LABELLED and not re.search("[@＠#.]", words)):
                continue
            seen.add(start)
            good = _RIGHT.fullmatch(words)
            if good and good["domain"].lower() not in _NEARLY:
                continue
            fixed = _mended(words)
            yield Hit(start, start + len(words), "邮箱地址写错了，请核对。", fixed if fixed and _RIGHT.fullmatch(fixed) else None)


def site_address(passage: Passage, _: Office) -> Iterator[Hit]:
    """An address of a site with a comma in it, or a misspelt head or end."""
    for found in _SITE.finditer(passage.text):
        words = _trimmed(found[0])
        if "@" in passage.text[max(0, found.start() - 1) : found.start()]:
            continue
        good = _RIGHT_SITE.fullmatch(words)
        if good and good["domain"].lower() not in _NEARLY and not re.match("w{2}[.]|w{4}[.]", words):
            continue
        yield Hit(found.start(), found.start() + len(words), "网址写错了，请核对。")


def _trimmed(words: str) -> str:
    """Without the marks of the sentence behind an address, and what follows a comma that isn't the end of a domain."""
    whole = words.rstrip(_ENDS)
    at = re.search(r"[，。](?![A-Za-z]{2,4}(?:[.．][A-Za-z]{2})?$)", whole)
    return whole[: at.start()] if at else whole


def _mended(words: str) -> str:
    plain = words.translate(_MARKS).replace("@@", "@")
    if "@" not in plain and plain.count("#") == 1:
        plain = plain.replace("#", "@")
    head, _, domain = plain.rpartition(".")
    return f"{head}.{_NEARLY.get(domain.lower(), domain)}"


RULES = (
    PassageRule(About("private.letter_address", "邮箱地址", Level.QUERY, "实务"), letter_address, needs="@＠箱件址iI"),
    PassageRule(About("private.site", "网址", Level.QUERY, "实务"), site_address, needs="hw"),
)
