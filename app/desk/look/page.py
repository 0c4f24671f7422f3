"""Paper, grid, families and page number of a seen bulletin become values of a template."""

from __future__ import annotations

from app.desk.found_look import How
from app.desk.look.checking import cuts_of, fitting, lines_a_page
from app.desk.look.draft import Draft, roundest
from app.desk.look.geometry import slot
from app.desk.look.type import Major, kind_of_family, latin_family, major, part_of, put_face, put_family
from app.importers.seen import SeenParagraph, SeenRun
from app.importers.seen_parts import HEADINGS, Part, SeenBulletin
from app.model.template import TWIPS_PER_MM

_HALF_TWIP_MM = 0.51 / TWIPS_PER_MM
_TWIP_MM = 1.02 / TWIPS_PER_MM
"""Word rounds margins down."""
_POINT_4096 = 20 / 4096
_DASH_EM = 0.36
_NEARLY = 0.01
_NATURAL = 1.3


def mm(length: float, tolerance_mm: float = _HALF_TWIP_MM) -> float:
    """Twips as the roundest millimetres that are the same twips."""
    return roundest(length / TWIPS_PER_MM, tolerance_mm)


def put_paper(draft: Draft, seen: SeenBulletin) -> None:
    """The sheet and its margins."""
    page = seen.document.page
    for name in ("width", "height", "top", "bottom", "left", "right"):
        draft.put(f"paper.{name}_mm", mm(getattr(page, name), _TWIP_MM), "read", "页面设置")


def put_families(draft: Draft, seen: SeenBulletin) -> None:
    """The family of each role, each from the part that is known for it."""
    body = _major(seen, Part.BODY)
    put_family(draft, "body", body)
    for part in (Part.TITLE, Part.NAME):
        runs = [run for _, paragraph in seen.of(part) for run in paragraph.runs]
        put_family(draft, "title", major(run for run in runs if kind_of_family(run.family) not in ("hei", "kai", "body")))
    for part in (*HEADINGS, Part.SECTION, Part.ENTRY_SECTION, Part.RECIPIENTS, Part.SECRECY):
        put_family(draft, "hei", _major(seen, part), "hei")
    leads = major(run for number, length in seen.leads.items() for run in part_of(seen.document.paragraphs[number].runs, 0, length))
    put_family(draft, "hei", leads, "hei")
    for found in (*(_major(seen, part) for part in (*HEADINGS, Part.SUBTITLE, Part.NOTE)), leads, _major(seen, Part.NUMBER)):
        put_family(draft, "kai", found, "kai")
    if seen.document.folio:
        family = seen.document.folio.run.family or seen.document.folio.run.latin
        draft.put("faces.number", family, "read", "页码") if family else None
    digits = latin_family(run for _, paragraph in seen.of(Part.BODY) for run in paragraph.runs)
    if digits and body:
        same = digits == body.run.family
        draft.put("faces.digits", "body" if same else digits, "read", "随正文字体" if same else "正文里的数字和字母", digits)
        other = latin_family(run for _, paragraph in seen.of(Part.NUMBER, Part.ISSUER) for run in paragraph.runs)
        if other and not same:
            draft.put("faces.digits_in", "all" if other == digits else "body", "read", f"期号和日期的数字用“{other}”", other)


def put_grid(draft: Draft, seen: SeenBulletin) -> None:
    """Characters a line and lines a page, reckoned from the body's type and the type area."""
    page = seen.document.page
    paragraphs = [paragraph for _, paragraph in seen.of(Part.BODY)]
    body = major(run for paragraph in paragraphs for run in paragraph.runs)
    if body is None:
        return
    draft.put("body.size_pt", body.run.size_pt, "read", body.note)
    pitch_added = page.grid_space * _POINT_4096 if any(one.on_grid for one in paragraphs) else 0.0
    size = body.run.size_pt * 20
    cell = size + body.run.space + pitch_added
    if pitch_added:  # each character of a grid takes its whole cell
        count = int(page.text_width / cell + _NEARLY)
    else:
        count = int((page.text_width - size) // cell) + 1 if cell != size else int(page.text_width // size)
    space = f"，字距 {(cell - size) / 20:+.2g} 磅" if cell != size else ""
    width = f"版心宽 {page.text_width / TWIPS_PER_MM:.4g} 毫米"
    cuts = cuts_of(seen, cell)
    fit = fitting(cuts, count)
    checked = f"；原件换页的 {len(cuts)} 处，{fit} 处合得上" if cuts else ""
    agreed: How = "reckoned" if fit * 2 >= len(cuts) else "guessed"
    draft.put("grid.characters", count, agreed, f"{width}，{body.run.size_pt:g} 磅字{space}{checked}", f"{count} 字")
    like_most = _most_common_line(paragraphs, seen)
    line = slot(like_most, page)
    lines = max(page.text_height // line, 1)
    rule = {"exact": "固定值", "least": "最小值", "auto": "按倍数"}[like_most.line_rule]
    if like_most.line_rule != "exact" and page.grid_pitch and like_most.on_grid:
        rule = "文档网格"
    sure = like_most.line_rule == "exact" or rule == "文档网格"
    note = f"行距 {line / 20:g} 磅（{rule}），版心高 {page.text_height / TWIPS_PER_MM:.4g} 毫米"
    seen_lines = lines_a_page(seen, cuts, count, line)
    if seen_lines:
        note += f"；照原件换页处数是 {seen_lines} 行"
        sure = sure and abs(seen_lines - lines) <= 1
    draft.put("grid.lines", lines, "reckoned" if sure else "guessed", note, f"{lines} 行")
    widest = page.text_height // lines
    held = draft.value("grid.lines") == lines and line < widest
    draft.put("grid.pitch_pt", line / 20 if held else 0.0, "reckoned" if sure else "guessed", rule, f"{line / 20:g} 磅")


def put_folio(draft: Draft, seen: SeenBulletin) -> None:
    """The page number."""
    folio, page = seen.document.folio, seen.document.page
    if folio is None:
        draft.notes.append("原件里没有找到页码，页码用版式原来的样子。")
        return
    run = folio.run
    draft.put("page_number.form", folio.form.replace("{}", "\0").replace("{", "").replace("}", "").replace("\0", "{}", 1), "read")
    draft.put("page_number.size_pt", run.size_pt, "read")
    put_face(draft, "page_number.face", Major(SeenRun("", run.family or run.latin), 1.0))
    place = "outer" if folio.even else "centre" if folio.align == "centre" else "right" if folio.align == "right" else "outer"
    left_only = place == "outer" and not folio.even
    draft.put(
        "page_number.place",
        place,
        "guessed" if left_only else "read",
        "原件每页都在左边，这里没有这一种" if left_only else "",
        _where(folio.align),
    )
    if place != "centre":
        draft.put("page_number.inset_cells", roundest(folio.inset / (run.size_pt * 20), 0.03), "read")
    draft.put("page_number.first_page", folio.on_first_page, "read")
    line = folio.line or round(run.size_pt * 20 * _NATURAL)
    under = run.size_pt * 4 if folio.line else (line - run.size_pt * 20) / 2 + run.size_pt * 20 * 0.12
    baseline = page.height - page.footer - under
    gap = baseline - _DASH_EM * run.size_pt * 20 - (page.height - page.bottom)
    note = "由页脚距边界推算"
    draft.put("page_number.gap_mm", mm(gap, 0.06 if folio.line else 0.3), "reckoned", note)


def _where(align: str) -> str:
    return {"left": "居左", "centre": "居中", "right": "居右"}.get(align, "居左")


def _major(seen: SeenBulletin, part: Part) -> Major | None:
    return major(run for _, paragraph in seen.of(part) for run in paragraph.runs)


def _most_common_line(paragraphs: list[SeenParagraph], seen: SeenBulletin) -> SeenParagraph:
    """A paragraph whose lines are as high as those of most of the text."""
    votes: dict[int, int] = {}
    for one in paragraphs:
        height = slot(one, seen.document.page)
        votes[height] = votes.get(height, 0) + len(one.text)
    best = max(votes, key=lambda height: votes[height])
    return next(one for one in paragraphs if slot(one, seen.document.page) == best)
