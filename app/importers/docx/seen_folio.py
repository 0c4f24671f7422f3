"""The footers of a section become the page number: its words, its look, and where it stands on odd and even pages."""

from __future__ import annotations

from typing import cast

from app.importers.docx.package import Package
from app.importers.docx.runs import chosen_of
from app.importers.docx.seen_format import Formats, paragraph_of
from app.importers.docx.xml import Element, attribute, child, children, kind, relation, switch, value
from app.importers.seen import SeenAlign, SeenFolio, SeenRun
from app.importers.seen_format import TextFormat, over, run_of

_PAGE = "\ue000"
"""Stands for the number while its paragraph is read."""
_LONGEST = 24


def folio_of(package: Package, formats: Formats, section: Element) -> SeenFolio | None:
    """The page number of a section; None where its footers and headers show none."""
    parts = package.relations(package.main)
    found: dict[str, SeenFolio] = {}
    first_is_empty = False
    for reference in [*children(section, "w:footerReference"), *children(section, "w:headerReference")]:
        place = attribute(reference, "type", "default")
        target = parts.get(relation(reference, "id"))
        root = package.spare(target.target) if target is not None and package.has(target.target) else None
        folio = _folio_in(root, formats) if root is not None else None
        if folio is not None:
            found.setdefault(place, folio)
        elif place == "first" and kind(reference) == "w:footerReference":
            first_is_empty = True
    odd = found.get("default") or found.get("even")
    if odd is None:
        return None
    settings = package.optional("settings")
    even = found.get("even") if switch(settings, "w:evenAndOddHeaders") else None
    titled = bool(switch(section, "w:titlePg"))
    return SeenFolio(
        odd.form,
        odd.run,
        odd.align,
        odd.inset,
        even.align if even and even.align != odd.align else None,
        not titled or ("first" in found and not first_is_empty),
        odd.line,
    )


def _folio_in(root: Element, formats: Formats) -> SeenFolio | None:
    """The first paragraph with a page number, in a frame or a box or none."""
    for paragraph in _paragraphs(root):
        runs = list(_runs(paragraph, formats))
        text = "".join(run.text for run in runs)
        if _PAGE not in text or len(text.strip()) > _LONGEST:
            continue
        properties = child(paragraph, "w:pPr")
        look = over(paragraph_of(properties), formats.paragraph(value(properties, "w:pStyle"))[0])
        align: SeenAlign = _framed(properties) or look.get("align", "left")
        before, _, after = text.partition(_PAGE)
        form = f"{before.lstrip()}{{}}{after.replace(_PAGE, '').rstrip()}"
        run = next(one for one in runs if _PAGE in one.text)
        line = look.get("line", 0) if look.get("line_rule") == "exact" else 0
        tabbed = before.count("\t")
        if tabbed and align in ("left", "both"):
            align = "centre" if tabbed == 1 else "right"
        inset = look.get("left", 0) if align in ("left", "both") else look.get("right", 0)
        return SeenFolio(form.replace("\t", ""), run, "left" if align == "both" else align, inset, line=line)
    return None


def _framed(properties: Element | None) -> SeenAlign | None:
    """Where a frame stands, in which Word puts a page number of its menu."""
    frame = child(properties, "w:framePr")
    places: dict[str, SeenAlign] = {"center": "centre", "right": "right", "outside": "right", "left": "left", "inside": "left"}
    return places.get(attribute(frame, "xAlign"))


def _paragraphs(root: Element) -> list[Element]:
    found: list[Element] = []
    for inner in root:
        name = kind(inner)
        if name == "mc:AlternateContent":
            chosen = chosen_of(inner)
            found += _paragraphs(chosen) if chosen is not None else []
        else:
            if name == "w:p":
                found.append(inner)
            found += _paragraphs(inner)
    return found


def _runs(paragraph: Element, formats: Formats) -> list[SeenRun]:
    """The runs of a paragraph, its number as one character; what boxes in it hold is read by itself."""
    base = formats.paragraph(value(child(paragraph, "w:pPr"), "w:pStyle"))[1]
    found: list[SeenRun] = []
    code = ""
    state = ""

    def take(element: Element) -> None:
        nonlocal code, state
        for inner in element:
            name = kind(inner)
            if name == "w:fldSimple":
                look = child(child(inner, "w:r"), "w:rPr")
                if "PAGE" in attribute(inner, "instr").split():
                    found.append(run_of(_PAGE, cast("TextFormat", {**base, **formats.text_of(look)})))
            elif name == "w:r":
                own = child(inner, "w:rPr")
                named = formats.characters(value(own, "w:rStyle"))
                look_of = cast("TextFormat", {**base, **named, **formats.text_of(own)})
                for part in inner:
                    kind_of_part = kind(part)
                    if kind_of_part == "w:fldChar":
                        state = attribute(part, "fldCharType")
                        if state == "begin":
                            code = ""
                        elif state == "end" and "PAGE" in code.split():
                            found.append(run_of(_PAGE, look_of))
                    elif kind_of_part == "w:instrText":
                        code += part.text or ""
                    elif kind_of_part == "w:t" and state in ("", "end"):
                        found.append(run_of(part.text or "", look_of))
                    elif kind_of_part == "w:tab":
                        found.append(run_of("\t", look_of))
                    elif kind_of_part == "w:pgNum":
                        found.append(run_of(_PAGE, look_of))
            elif name in ("w:hyperlink", "w:sdt", "w:sdtContent", "w:smartTag", "w:ins"):
                take(inner)

    take(paragraph)
    return found
