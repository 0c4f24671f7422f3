"""A field that a word processor reckons for itself, with the result that is shown until it does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy

from app.exporters.docx.xml import Element, element, text_of


def field(code: str, result: str, properties: Sequence[Element] = ()) -> Iterator[Element]:
    """The runs of a field such as PAGE, each with the run properties given (a `w:rPr`, or nothing)."""

    def run(child: Element) -> Element:
        return element("r", [*map(deepcopy, properties), child])

    yield run(element("fldChar", fldCharType="begin"))
    instruction = element("instrText")
    instruction.text = f" {code} "
    instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    yield run(instruction)
    yield run(element("fldChar", fldCharType="separate"))
    yield run(text_of(result))
    yield run(element("fldChar", fldCharType="end"))
