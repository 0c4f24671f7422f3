"""The inside of a paragraph becomes pieces of text with their looks, and what hangs on it: pictures, text boxes, notes."""

from __future__ import annotations

import re
from dataclasses import field, replace
from typing import Protocol

from app.importers.docx.styles import Styles, Words, words_of
from app.importers.docx.xml import Element, attribute, child, children, descend, kind, number, value
from app.importers.list_labels import label_of
from app.importers.raw import NEAR_CHARACTERS, LeftOut, RawBlock, Reason
from app.importers.symbols import is_symbol_font, sign
from app.records import dataclass

_SKIPPED = frozenset({"w:pPr", "w:rPr", "w:instrText", "w:delInstrText", "w:delText", "w:sdtPr", "w:sdtEndPr", "w:rt", "w:rubyPr"})
_SIGNS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "-",
}
_GONE = {"w:del": Reason.DELETED, "w:moveFrom": Reason.MOVED}
_HANGING = frozenset({"w:drawing", "w:pict", "w:object"})
_NOTES = {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_ENCLOSED = re.compile(r"\beq\b.*\\o.*\\ac\s*\(\s*[^,，]+[,，]\s*(?P<inner>[^()]+?)\s*\)", re.IGNORECASE | re.DOTALL)
"""带圈字符: a sign and a word set over one another by a formula."""
_PROMPT = re.compile(r"$|[\[【]?(?:请?[单点]击|轻触|请?选择[一日]|Click |Tap |Choose |Enter )", re.IGNORECASE)
_PIECES_BEFORE = 20
_EMPTY_BOX = "☐"
_TICKED_BOX = "☑"


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one look."""

    text: str
    words: Words


@dataclass(slots=True)
class Field:
    """A field that is open: its code as far as it is read, and the first piece that would belong to the code."""

    start: int
    code: str = ""
    in_code: bool = True
    shown: str = ""


class Story(Protocol):
    """What the text around a paragraph knows and keeps."""

    styles: Styles
    fields: list[Field]
    left_out: list[LeftOut]
    commented: dict[str, str]

    def hanging(self, element: Element) -> list[RawBlock]:
        """Pictures and text boxes in a drawing."""

    def note(self, name: str, note_id: str) -> str:
        """The mark of a footnote or endnote, which the story puts behind the paragraph."""


@dataclass(slots=True)
class Runs:
    """Reads one paragraph. `pieces` are in order; `hung` follows the paragraph."""

    story: Story
    base: Words
    pieces: list[Piece] = field(default_factory=list)
    hung: list[RawBlock] = field(default_factory=list)
    _gone_at: int = -1
    _comments: dict[str, int] = field(default_factory=dict)

    def read(self, element: Element, words: Words | None = None) -> None:
        """Take what stands in an element; `words` is the look of a run."""
        look = words or self.base
        for inner in element:
            name = kind(inner)
            if name == "w:t" or name == "m:t":
                self._put(_text_of(inner, look), look)
            elif name == "w:r" or name == "m:r":
                self.read(inner, self._look(child(inner, "w:rPr")))
            elif name in _SIGNS:
                self._put(_SIGNS[name], look)
            elif name in _GONE:
                self._leave_out(inner, _GONE[name])
            elif name in _HANGING:
                self.hung += self.story.hanging(inner)
            elif name in _NOTES:
                own_mark = attribute(inner, "customMarkFollows") in ("1", "true", "on")
                mark = self.story.note(_NOTES[name], attribute(inner, "id"))
                self._put("" if own_mark else mark, look)
            elif name == "w:sym":
                self._put(sign(attribute(inner, "font"), number_of_hex(attribute(inner, "char"))) or "□", look)
            elif name == "w:fldChar":
                self._field(inner, look)
            elif name == "w:instrText":
                if self.story.fields:
                    self.story.fields[-1].code += inner.text or ""
            elif name == "w:ruby":
                self._ruby(inner, look)
            elif name == "w:commentRangeStart":
                self._comments[attribute(inner, "id")] = len(self.pieces)
            elif name == "w:commentRangeEnd" or name == "w:commentReference":
                self._end_comment(attribute(inner, "id"))
            elif name == "mc:AlternateContent":
                chosen = chosen_of(inner)
                if chosen is not None:
                    self.read(chosen, words)
            elif name == "w:sdt":
                content = filled(inner)
                if content is not None:
                    self.read(content, words)
            elif name not in _SKIPPED:
                self.read(inner, words)

    def end(self) -> None:
        """The paragraph is over: a field code that never came to its result was none, and a comment is on the words so far."""
        for one in self.story.fields:
            one.in_code = False
        for comment in tuple(self._comments):
            self._end_comment(comment)

    def _put(self, text: str, look: Words) -> None:
        text = _INVISIBLE.sub("", text)
        if text:
            self.pieces.append(Piece(text, look))

    def _look(self, properties: Element | None) -> Words:
        if properties is None:
            return self.base
        named = self.story.styles.words(value(properties, "w:rStyle"))
        return words_of(properties).over(named).over(self.base)

    def _end_comment(self, comment: str) -> None:
        """Note the words that a comment is on; those before it where it has no stretch of its own."""
        words = "".join(piece.text for piece in self.pieces[self._comments.pop(comment, len(self.pieces)) :])
        self.story.commented.setdefault(comment, "")
        if not self.story.commented[comment]:
            self.story.commented[comment] = words or self._words_before()

    def _words_before(self) -> str:
        return "".join(piece.text for piece in self.pieces[-_PIECES_BEFORE:])[-NEAR_CHARACTERS:]

    def _leave_out(self, element: Element, reason: Reason) -> None:
        text = words_inside(element)
        author = attribute(element, "author")
        last = self.story.left_out[-1] if self.story.left_out else None
        if last and last.reason is reason and last.author == author and self._gone_at == len(self.pieces):
            self.story.left_out[-1] = replace(last, text=last.text + text)
        elif text:
            self.story.left_out.append(LeftOut(reason, text, author, self._words_before()))
        self._gone_at = len(self.pieces)

    def _field(self, element: Element, look: Words) -> None:
        fields = self.story.fields
        step = attribute(element, "fldCharType")
        if step == "begin":
            fields.append(Field(len(self.pieces), shown=_form_field(child(element, "w:ffData"))))
        elif fields and step == "separate":
            del self.pieces[fields[-1].start :]
            fields[-1].in_code = False
        elif fields and step == "end":
            ended = fields.pop()
            if ended.in_code:
                del self.pieces[ended.start :]
                self._put(ended.shown or _enclosed(ended.code), look)

    def _ruby(self, element: Element, look: Words) -> None:
        """The word that the reading stands over; the reading is left out."""
        reading = words_inside(child(element, "w:rt"))
        if reading:
            self.story.left_out.append(LeftOut(Reason.RUBY, reading))
        base = child(element, "w:rubyBase")
        if base is not None:
            self.read(base, look)


def filled(control: Element) -> Element | None:
    """What a content control holds; None where it only asks to be filled in: 单击此处输入文字。"""
    content = child(control, "w:sdtContent")
    asks = child(child(control, "w:sdtPr"), "w:showingPlcHdr") is not None
    return None if asks and _PROMPT.match(words_inside(content).strip()) else content


def chosen_of(alternatives: Element) -> Element | None:
    """The one of several forms of the same thing that is read: the first choice, or what is there for old programs."""
    choice = child(alternatives, "mc:Choice")
    return child(alternatives, "mc:Fallback") if choice is None else choice


def words_inside(element: Element | None) -> str:
    """All words in an element, deleted ones among them."""
    if element is None:
        return ""
    out = []
    for inner in element.iter():
        name = kind(inner)
        if name in ("w:t", "w:delText", "m:t"):
            out.append(inner.text or "")
        elif name in _SIGNS:
            out.append(_SIGNS[name])
    return "".join(out)


def number_of_hex(text: str) -> int:
    """The number of a character code in hexadecimal digits, 0 for none."""
    try:
        return int(text, 16)
    except ValueError:
        return 0


def _text_of(element: Element, look: Words) -> str:
    text = element.text or ""
    if look.font and is_symbol_font(look.font):
        return "".join(sign(look.font, ord(char)) or "□" if "\uf000" <= char <= "\uf0ff" else char for char in text)
    return text


def _form_field(data: Element | None) -> str:
    """What a form field shows that has no result: a box, or the entry of a list that is chosen."""
    box = child(data, "w:checkBox")
    if box is not None:
        ticked = child(box, "w:checked")
        state = attribute(ticked, "val", "1") if ticked is not None else value(box, "w:default")
        return _TICKED_BOX if state in ("1", "true", "on") else _EMPTY_BOX
    entries = [attribute(one, "val") for one in children(descend(data, "w:ddList"), "w:listEntry")]
    chosen = number(value(child(data, "w:ddList"), "w:result") or value(child(data, "w:ddList"), "w:default"), 0)
    return entries[chosen] if 0 <= chosen < len(entries) else ""


def _enclosed(code: str) -> str:
    found = _ENCLOSED.search(code)
    if found is None:
        return ""
    inner = found["inner"]
    return label_of(int(inner), "decimalEnclosedCircle") if inner.isdecimal() and len(inner) <= 2 else inner
