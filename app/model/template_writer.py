"""A template becomes the text of its TOML file, as the files that come with the program are written: groups, units, what each value is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from itertools import groupby

from app.model.template import MastheadWords, Template
from app.model.template_words import FACE_CHOICES, ValueWords, value_words

_HEAD = (
    "每一项的名字里写明单位：_mm 毫米，_pt 磅，_em 字（该行字号），_cells 字格（正文一个字的宽度），_slots 行（正文一行的高度）。",
    "每一项后面注明依据：“国标”指 GB/T 9704-2012《党政机关公文格式》，“实样”指已印发简报的量测，“惯例”指各地办公室的通行做法。",
    "字体可写 body（正文）、title（标题）、hei（黑体）、kai（楷体）、number（页码）。",
)
_COMMENT_AT = 30
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def write_template(template: Template) -> str:
    """The text of a template's file; `read_template` makes the same template of it."""
    title = _CONTROL.sub("", template.name)
    lines = [f"# {title}：{template.description}。" if template.description else f"# {title}", *(f"# {line}" for line in _HEAD), ""]
    lines += _table(template, "", "")
    for name, values in template.presets:
        lines += ["", f"[presets.{_key(name)}]"]
        lines += [f"{key} = {_scalar(value)}" for key, value in _keys(values)]
    return "\n".join(lines) + "\n"


def _table(value: object, key: str, pattern: str) -> Iterator[str]:
    """The lines of one table: its scalars, then the tables within it and the entries of its lists."""
    inner = []
    for field in fields(value):  # type: ignore[arg-type]  # called with dataclasses alone
        held = getattr(value, field.name)
        at, like = f"{key}{field.name}", f"{pattern}{field.name}"
        if at == "presets":
            continue
        if is_dataclass(held):
            inner += ["", f"[{at}]", *_table(held, f"{at}.", f"{like}.")]
        elif field.name == "words":
            yield _line(field.name, _words(held), '同一行里另用字体字号的词，如 [{ text = "专报", size_pt = 48.0, face = "hei" }]')
        elif isinstance(held, tuple):
            if not held:
                yield _line(field.name, "[]", "")
            for entry in held:
                inner += ["", f"[[{at}]]", *_table(entry, f"{at}.", f"{like}.*.")]
        else:
            yield _line(field.name, _scalar(held), _comment(value_words()[like]))
    yield from inner


def _line(name: str, written: str, comment: str) -> str:
    """A key and its value, with what it is beside it where there is room."""
    line = f"{name} = {written}"
    return f"{line}{' ' * max(_COMMENT_AT - _width(line), 2)}# {comment}" if comment else line


def _comment(words: ValueWords) -> str:
    """What a value is, what it may be, and where that comes from."""
    choices = words.choices if words.choices != FACE_CHOICES else ()
    may_be = "，".join(f"{value or '空'} {said}" for value, said in choices)
    parts = (f"{words.help}：{may_be}" if may_be else words.help, words.source)
    return "，".join(part for part in parts if part)


def _words(words: Sequence[MastheadWords]) -> str:
    """The words of a line of the name, in one line."""
    entries = (", ".join(f"{field.name} = {_scalar(getattr(word, field.name))}" for field in fields(word)) for word in words)
    return f"[{', '.join(f'{{ {entry} }}' for entry in entries)}]"


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, int | float) else _quoted(str(value))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", escaped) + '"'


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _quoted(name)


def _keys(values: Sequence[tuple[str, object]]) -> list[tuple[str, object]]:
    """A preset's keys as they are written: dotted, or in quotation marks where TOML would bring them into another order."""
    tables = [key.split(".")[0] for key, _ in values]
    plain = all(map(_BARE.fullmatch, (part for key, _ in values for part in key.split("."))))
    together = len([table for table, _ in groupby(tables)]) == len(set(tables))
    deep = any(key.count(".") > 1 for key, _ in values)
    return [(key if plain and together and not deep else _quoted(key), value) for key, value in values]


def _width(text: str) -> int:
    """Columns that a text takes where hanzi take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
