"""A TOML text becomes the line on which each of its keys stands, for messages that name the line.

The text has been read by tomllib before, so only valid TOML is looked at here.
"""

from __future__ import annotations

import re
from collections import Counter

_KEY_PART = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_DOTTED = rf"{_KEY_PART}(?:[ \t]*\.[ \t]*{_KEY_PART})*"
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_DOTTED})[ \t]*\]\]?")
_ASSIGNMENT = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")
_PART = re.compile(_KEY_PART)
_VALUE_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*"
    r"|[\[{]|[\]}]|\n|[^\[\]{}\n\"'#]+",
    re.DOTALL,
)


def key_lines(text: str) -> dict[str, int]:
    """Dotted key to its line, counted from 1; tables stand on their header, entries of [[lists]] count from 1."""
    lines: dict[str, int] = {}
    entries: Counter[str] = Counter()
    table, at, line = "", 0, 1
    while at < len(text):
        header = _HEADER.match(text, at)
        assignment = None if header else _ASSIGNMENT.match(text, at)
        if header:
            table = _header_path(header[2], header[1] == "[[", entries)
            lines.setdefault(table, line)
        elif assignment:
            lines.setdefault(_join(table, _dotted(assignment[1])), line)
        end = _end_of_item(text, assignment.end() if assignment else at)
        line += text.count("\n", at, end)
        at = end
    return lines


def line_of(lines: dict[str, int], key: str) -> int:
    """The line of a key, or of the nearest table around it; 1 for the file as a whole."""
    while key:
        if key in lines:
            return lines[key]
        key = key.rpartition(".")[0]
    return 1


def _end_of_item(text: str, at: int) -> int:
    """Just past the line feed that ends the key, header, comment or blank line; values may span lines."""
    depth = 0
    while at < len(text):
        token = _VALUE_TOKEN.match(text, at)
        if token is None:
            return len(text)
        at = token.end()
        if token[0] in ("[", "{"):
            depth += 1
        elif token[0] in ("]", "}"):
            depth -= 1
        elif token[0] == "\n" and depth <= 0:
            break
    return at


def _header_path(header: str, is_list: bool, entries: Counter[str]) -> str:
    """The path of a header; the names of lists in it are followed by the number of their present entry."""
    path = ""
    parts = _parts(header)
    for position, part in enumerate(parts, 1):
        path = _join(path, part)
        if is_list and position == len(parts):
            entries[path] += 1
        if entries[path]:
            path = f"{path}.{entries[path]}"
    return path


def _parts(dotted: str) -> list[str]:
    return [part[0].strip("\"'") for part in _PART.finditer(dotted)]


def _dotted(key: str) -> str:
    return ".".join(_parts(key))


def _join(table: str, key: str) -> str:
    return f"{table}.{key}" if table else key
