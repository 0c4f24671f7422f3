"""A signed issue and the office's pattern become the names of its folder and files in the archive: ones that every system takes."""

from __future__ import annotations

import re
from pathlib import Path

from app.errors import UserError
from app.model.issue import Issue
from app.model.signing import Series, SignedIssue
from app.records import dataclass

PATTERN = "{bulletin}第{number}期_{day}"
YEAR_FOLDER, NO_YEAR = "{year}年", "日期不详"
FIELDS = {"bulletin": "简报", "number": "期号", "total": "总期号", "day": "日期", "year": "年", "month": "月"}
"""What may stand between braces, and what people call it, who may write that as well."""
_FIELD = re.compile(r"\{([^{}]*)\}")
_UNFIT = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|{}\ud800-\udfff]')
_COUNTED = re.compile(r"（总?第\{(number|total)\}期）|总?第\{(number|total)\}期")
"""Words that make sense with a figure in them alone."""
_LONGEST, _MOST_BYTES = 80, 240
"""Characters of a name: some systems end a path at 259, and shares hang archives deep. Bytes: Linux takes 255, with _花脸稿.pdf behind."""
_YEAR = re.compile(r"[0-9]{4}")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_SHORTEST_NAME = 4
"""A last masthead line of fewer characters (简报) is only a part of the bulletin's name."""


@dataclass(frozen=True, slots=True)
class ArchiveRules:
    """How an office keeps signed issues: below which folder, by which pattern, and what of each.

    `formats` are suffixes beside the .jianbao, which is always kept; `originals`: the files that used submissions came in, too.
    """

    folder: Path
    pattern: str = PATTERN
    formats: tuple[str, ...] = (".pdf", ".docx", ".ofd")
    redline: bool = True
    sheet: bool = True
    originals: bool = False


def short_bulletin(issue: Issue) -> str:
    """工作简报: the last line of the masthead, or all of it where that alone says too little."""
    lines = ["".join(line.text.split()) for line in issue.masthead.lines if line.text.strip()]
    if not lines:
        return issue.template.name
    return lines[-1] if len(lines[-1]) >= _SHORTEST_NAME else "".join(lines)


def in_words(pattern: str) -> str:
    """{简报}第{期号}期_{日期}: the pattern as people read and write it."""
    return _FIELD.sub(lambda match: f"{{{FIELDS.get(match[1], match[1])}}}", pattern)


def from_words(pattern: str) -> str:
    """The pattern as it is kept."""
    names = {words: name for name, words in FIELDS.items()}
    return _FIELD.sub(lambda match: f"{{{names.get(match[1].strip(), match[1])}}}", pattern)


def check_pattern(pattern: str) -> None:
    """Raise `UserError` for a pattern that can't name one issue apart from another."""
    names = set(_FIELD.findall(pattern))
    unknown = sorted(names - set(FIELDS))
    if unknown:
        raise UserError(f"文件名样式里的“{{{unknown[0]}}}”不认识，可以用：{'、'.join(f'{{{words}}}' for words in FIELDS.values())}。")
    if not names & {"number", "total", "day"}:
        raise UserError("文件名样式里要有期号或日期，否则各期会叫同一个名字：请加上 {期号} 或 {日期}。")


def stem_of(signed: SignedIssue, bulletin: str, pattern: str = PATTERN) -> str:
    """工作简报第7期_20210308; a later signature of the same issue says which. Raises `UserError` for a bad pattern."""
    check_pattern(pattern)
    known = _known(signed, bulletin)
    told = _COUNTED.sub(lambda match: _said(match, known), pattern)
    mark = f"（第{signed.turn}次签发）" if signed.turn > 1 else ""
    return safe_name(_FIELD.sub(lambda match: known[match[1]], told), _MOST_BYTES - len(mark.encode())) + mark


def year_folder(signed: SignedIssue) -> str:
    """2021年; a day that is none, as a library from elsewhere may say, leads to no other folder."""
    year = (signed.day or signed.signed)[:4]
    return YEAR_FOLDER.format(year=year) if _YEAR.fullmatch(year) else NO_YEAR


def safe_name(name: str, most_bytes: int = _MOST_BYTES) -> str:
    """A name without what one system or another forbids."""
    short = _UNFIT.sub("_", name)[:_LONGEST].encode()[:most_bytes].decode(errors="ignore")
    safe = short.strip(". ") or "简报"
    return f"_{safe}" if _DEVICES.fullmatch(safe) else safe


def _said(counted: re.Match[str], known: dict[str, str]) -> str:
    """第{number}期 as it stands where there is a figure; without one the number as it is printed, and nothing of the total."""
    name = counted[1] or counted[2]
    if known[name].isdecimal():
        return counted[0]
    return "{number}" if name == "number" else ""


def _printed_number(signed: SignedIssue) -> str:
    """迎春专辑, 2021年迎春专辑: the number of an issue that counts as none; "" for 第　期."""
    words = "".join(signed.number.split())
    return "" if words in ("第期", "增刊") else words


def _known(signed: SignedIssue, bulletin: str) -> dict[str, str]:
    day = signed.day or signed.signed[:10]
    figure = str(signed.figure) if signed.figure else "".join(re.findall(r"\d+(?![\d年])", signed.number)[-1:])
    number = figure or _printed_number(signed)
    extra = "增刊" if signed.series is Series.EXTRA else ""
    total = str(signed.total) if signed.total else ""
    return {"bulletin": bulletin + extra, "number": number, "total": total, "day": day.replace("-", ""), "year": day[:4], "month": day[5:7]}
