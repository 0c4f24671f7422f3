"""Lines of a source, with what is known of them beyond words, become an intake: listed repairs and recognised structure."""

from __future__ import annotations

from dataclasses import field

from app.errors import UserError
from app.importers.clean import RULES, SIMPLIFY
from app.importers.clean.run import clean
from app.importers.clean.traditional import is_traditional
from app.importers.found import Structure
from app.importers.raw import LeftOut
from app.importers.raw_text import FlatText
from app.importers.repair import Repair
from app.importers.structure.line import Line, to_lines
from app.importers.structure.recognise import recognise
from app.records import dataclass

_MOST_CHARACTERS = 500_000
"""A thick book."""
_MOST_LINES = 60_000


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read: which repairs are switched off (whole rules by id, single ones by `Repair.key`) and a forced encoding.

    `simplify`: traditional characters become simplified ones, which nobody does unasked.
    """

    off_rules: frozenset[str] = frozenset()
    off_items: frozenset[tuple[str, int, str]] = frozenset()
    encoding: str | None = None
    simplify: bool = False


USUAL = ReadOptions()


@dataclass(frozen=True, slots=True)
class Intake:
    """One text, read. `source` is the decoded text as it came, `text` the repaired one (a line = a paragraph).

    `encoding` names how bytes were decoded (None for pasted text); `encodings` has more than one name where the bytes fit several
    encodings and the clerk should be asked (read again with `ReadOptions.encoding`). `lines` are those of `text`. `remarks` are what
    people wrote to the file or took from it: comments, tracked deletions, hidden words.
    """

    name: str
    source: str
    text: str
    structure: Structure
    repairs: tuple[Repair, ...] = ()
    encoding: str | None = None
    encodings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    lines: tuple[Line, ...] = field(default=(), repr=False)
    remarks: tuple[LeftOut, ...] = ()

    @property
    def traditional(self) -> bool:
        """Whether it came in traditional characters, so that turning them into simplified ones can be offered."""
        return is_traditional(self.source)

    @property
    def pending(self) -> int:
        """How many repairs wait for the clerk's look."""
        return sum(repair.pending for repair in self.repairs)

    def summary(self) -> str:
        """One sentence for the status line, such as 修正 42 处，待确认 2 处."""
        settled = len(self.repairs) - self.pending
        return f"修正 {settled} 处，待确认 {self.pending} 处"


def read_flat(flat: FlatText, name: str = "", options: ReadOptions = USUAL) -> Intake:
    """Read lines with what is known of them beyond their words. Raises UserError for an empty text and one that is too long."""
    text = flat.text
    if not text.strip():
        raise UserError("没有文字可以导入，请先复制来稿的正文。")
    if len(text) > _MOST_CHARACTERS:
        raise UserError(f"文件里有 {len(text) // 10_000} 万字，太多，不像是简报文稿，请拆开后再试。")
    if text.count("\n") > _MOST_LINES:
        raise UserError(f"文件里有 {text.count(chr(10)) // 10_000} 万行，太多，不像是简报文稿，请拆开后再试。")
    rules = [rule for rule in (*((SIMPLIFY,) if options.simplify else ()), *RULES) if rule.id not in options.off_rules]
    draft, repairs, fields = clean(text, rules, options.off_items)
    lines = to_lines(draft, flat)
    dropped = tuple(repair.before.strip() for repair in repairs if repair.kind == "drop" and len(repair.before.strip()) > 0)
    structure = recognise(lines, fields, dropped)
    return Intake(name, text, "\n".join(line.text for line in lines), structure, tuple(repairs), lines=tuple(lines))
