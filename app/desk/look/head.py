"""The masthead of a seen bulletin becomes values: the name's lines, number, issuer and date, secrecy, and the red rule."""

from __future__ import annotations

import re
from collections import Counter
from math import ceil

from app.desk.found_look import FoundPicture
from app.desk.look.draft import Draft, roundest
from app.desk.look.geometry import STROKE_AT, gap_between, height, slot, top_of, white_below
from app.desk.look.page import mm
from app.desk.look.rules import is_red, rules_of
from app.desk.look.type import Major, major, put_face, turned
from app.errors import UserError
from app.importers.forms import NUMBER, TOTAL
from app.importers.seen import BLACK, SeenParagraph, SeenPicture, SeenRule, SeenRun
from app.importers.seen_parts import CONTENTS, Part, SeenBulletin
from app.model.image_file import header_of
from app.model.template import TWIPS_PER_MM
from app.text.chars import BLANKS, IDEOGRAPHIC_SPACE, width_em
from app.text.numerals import HAN_NUMERAL

_MOST_LINES, _MOST_WORDS = 3, 4
_TOLERANCE_MM = 0.03
_ROUGH_MM = 0.26
_LEAST_PICTURE = 1134
"""A picture in the place of the name is at least 20 mm wide, twips."""
_YEAR = re.compile(r"(?:19|20)\d\d(?=[年〕）\]\)第·•])")
_FIGURE = re.compile(rf"\d+|[{HAN_NUMERAL}]+")
_STAR = "★"
_BEFORE_BODY = (*CONTENTS, Part.SECTION, Part.TITLE, Part.SUBTITLE, Part.NOTE, Part.BODY)


def put_head(draft: Draft, seen: SeenBulletin) -> None:
    """Everything above the contents."""
    _names(draft, seen)
    _number(draft, seen)
    _issuer(draft, seen)
    _secrecy(draft, seen)
    _rule(draft, seen)


def _names(draft: Draft, seen: SeenBulletin) -> None:
    lines = [(number, line) for number, paragraph in seen.of(Part.NAME) for line in _split(paragraph.runs)]
    if not lines:
        _picture(draft, seen)
        return
    if len(lines) > _MOST_LINES:
        draft.notes.append(f"报头名称有 {len(lines)} 行，这里最多三行，多出来的没有取。")
    lines = lines[:_MOST_LINES]
    draft.resize("masthead.lines", len(lines), {})
    colours = Counter(run.colour for _, runs in lines for run in runs for char in run.text if not char.isspace())
    colour = colours.most_common(1)[0][0]
    if colour != BLACK:
        draft.put("colours.red", colour, "read", "报头的颜色")
    for index, (number, runs) in enumerate(lines):
        _name(draft, f"masthead.lines.{index + 1}", runs)
        above = lines[index - 1][0] if index else None
        if above is None or above == number:
            draft.put(f"masthead.lines.{index + 1}.gap_above_mm", 0.0, "reckoned", "由第一行上沿定")
            continue
        _gap(draft, f"masthead.lines.{index + 1}.gap_above_mm", seen, above, number)
    _top(draft, seen, lines[0][0])


def _split(runs: tuple[SeenRun, ...]) -> list[list[SeenRun]]:
    """The lines of a paragraph that line breaks part, those with words."""
    return [line for line in turned(runs) if any(run.text.strip() for run in line)]


def _name(draft: Draft, key: str, runs: list[SeenRun]) -> None:
    """One line of the name: its words, type, and how wide it is spaced."""
    found = major(runs)
    assert found is not None  # a line has words
    text = _words("".join(run.text for run in runs))
    draft.put(f"{key}.text", text, "read")
    draft.put(f"{key}.size_pt", found.run.size_pt, "read", found.note)
    put_face(draft, f"{key}.face", found)
    draft.put(f"{key}.scale_x_percent", found.run.scale, "read")
    _apart(draft, key, runs, found)
    _spaced(draft, key, runs, text, found)


def _apart(draft: Draft, key: str, runs: list[SeenRun], found: Major) -> None:
    """The words of a line that stand in another type."""
    others = [run for run in runs if run.text.strip() and (run.family, run.size_pt) != (found.run.family, found.run.size_pt)]
    draft.resize(f"{key}.words", 0, {})
    kept = others[:_MOST_WORDS]
    draft.value(f"{key}.words").extend({"text": _words(run.text), "size_pt": run.size_pt, "face": "hei"} for run in kept)
    for number, run in enumerate(kept, 1):
        draft.put(f"{key}.words.{number}.text", _words(run.text), "read")
        draft.put(f"{key}.words.{number}.size_pt", run.size_pt, "read")
        put_face(draft, f"{key}.words.{number}.face", Major(run, 1.0))


def _spaced(draft: Draft, key: str, runs: list[SeenRun], text: str, found: Major) -> None:
    """How wide the line is spaced: by the space of its characters, or by blanks that were typed between them."""
    whole = "".join(run.text for run in runs)
    start, end = len(whole) - len(whole.lstrip()), len(whole.rstrip())
    width, natural, at, typed = 0.0, 0.0, 0, False
    last_space = 0
    for run in runs:
        for char in run.text:
            at += 1
            if not start < at <= end:
                continue
            blank = char.isspace()
            typed = typed or blank
            em = 1.0 if char == IDEOGRAPHIC_SPACE else width_em(char)
            own = em * run.size_pt * 20 * run.scale / 100
            width += own + run.space
            last_space = run.space
            natural += 0 if blank else own
    width -= last_space
    draft_max = draft.value(f"{key}.max_width_mm")
    width_mm = width / TWIPS_PER_MM
    if width_mm > draft_max:
        draft.put(f"{key}.max_width_mm", ceil(width_mm), "reckoned", "这一行原来就这么宽")
    letters = len("".join(text.split()))
    gap = (width - natural) / max(letters - 1, 1)
    if letters < 2 or gap < 1 or (typed and " " in text):
        draft.put(f"{key}.target_width_mm", 0.0, "read", "没有加字距")
        return
    tolerance = _ROUGH_MM if typed else 0.51 * (letters - 1) / TWIPS_PER_MM
    gap_em = gap / (found.run.size_pt * 20)
    if gap_em > draft.value(f"{key}.max_gap_em") + 0.01:
        draft.put(f"{key}.max_gap_em", ceil(gap_em * 20) / 20, "reckoned", "字之间原来就空这么多")
    note = f"字间{'用空格' if typed else ''}空出 {gap_em:.2g} 字"
    target = min(roundest(width_mm, tolerance), draft.value(f"{key}.max_width_mm"))
    draft.put(f"{key}.target_width_mm", target, "reckoned", note, f"{width_mm:.4g} 毫米")


def _words(text: str) -> str:
    """A line of the name without the blanks that only space it."""
    pieces = text.split()
    return "".join(pieces) if all(len(piece) == 1 for piece in pieces) else " ".join(pieces)


def _top(draft: Draft, seen: SeenBulletin, number: int) -> None:
    page = seen.document.page
    top = top_of(seen.document.paragraphs, number, page)
    if top is None:
        draft.notes.append("报头在文本框里，它到纸边的距离读不到，用的是版式原来的值，请对照原件调一下。")
        return
    corner = seen.first(Part.SECRECY)
    if corner is not None and corner < number:
        top += white_below(seen.document.paragraphs[corner], page)
    sure = seen.document.paragraphs[number].line_rule == "exact"
    draft.put("masthead.top_mm", mm(page.top + top, _TOLERANCE_MM if sure else _ROUGH_MM), "reckoned", "由行高和段前的空推算")


def _picture(draft: Draft, seen: SeenBulletin) -> None:
    """A picture in the place of the name stays a picture."""
    end = seen.first(Part.ISSUER, Part.NUMBER, *_BEFORE_BODY) or 0
    pictures = [
        (number, picture)
        for number, paragraph in enumerate(seen.document.paragraphs[: end + 1])
        for picture in paragraph.pictures
        if picture.width >= _LEAST_PICTURE
    ]
    if not pictures:
        draft.notes.append("原件里没有认出报头名称，名称用版式原来的，请改过来。")
        return
    number, picture = max(pictures, key=lambda entry: entry[1].width * entry[1].height)
    try:
        header = header_of(picture.data, picture.name)
    except UserError:
        header = None
    if header is None:
        draft.notes.append("报头是一幅旧格式的图片，取不出来，请在原件里把它另存为 PNG 或 JPG，再放进版式。")
        return
    name = f"题字.{'png' if header.kind == 'png' else 'jpg'}"
    draft.picture = FoundPicture(name, picture.data)
    draft.put("masthead.image", name, "read", "报头是图片，照原样印")
    draft.put("masthead.image_width_mm", roundest(picture.width / TWIPS_PER_MM, _ROUGH_MM), "read")
    draft.notes.append("报头是图片，图片里的文字不能识别，请把名称各行的文字填上，它们只用作标题，不印。")
    _picture_top(draft, seen, number, picture)


def _picture_top(draft: Draft, seen: SeenBulletin, number: int, picture: SeenPicture) -> None:
    page = seen.document.page
    above = sum(height(one, page) for one in seen.document.paragraphs[:number] if not one.boxed)
    top = page.top + above + seen.document.paragraphs[number].before
    draft.put("masthead.top_mm", mm(top, _ROUGH_MM), "guessed", f"图片上沿，图片高 {picture.height / TWIPS_PER_MM:.3g} 毫米")


def _number(draft: Draft, seen: SeenBulletin) -> None:
    numbers = list(seen.of(Part.NUMBER, Part.TOTAL))
    text = "".join(paragraph.text for _, paragraph in seen.of(Part.NUMBER))
    form = number_form(text)
    if form:
        draft.put("masthead.number_form", form, "read", "", "".join(text.split()))
    total = next(filter(None, (TOTAL.search(paragraph.text) for _, paragraph in numbers)), None)
    draft.put("masthead.total", total is not None, "read", "" if total else "原件没有总期号")
    if total:
        written = re.sub(rf"[{BLANKS}]", "", total.group())
        draft.put("masthead.total_form", _FIGURE.sub("{}", written, count=1), "read", "", written)
    found = major(run for _, paragraph in numbers for run in paragraph.runs)
    if found is None:
        draft.notes.append("原件的期号和编发单位在一行上，这里期号单独一行、居中。")
        return
    put_face(draft, "masthead.number.face", found)
    draft.put("masthead.number.size_pt", found.run.size_pt, "read", found.note)
    names = [number for number, _ in seen.of(Part.NAME)]
    first = numbers[0][0]
    if names and names[-1] < first:
        _gap(draft, "masthead.number.gap_above_mm", seen, names[-1], first)
    if numbers[0][1].align != "centre" and not numbers[0][1].text.startswith((" ", IDEOGRAPHIC_SPACE, "\t")):
        draft.notes.append("原件的期号不居中，这里的期号一律居中。")


def number_form(text: str) -> str:
    """第7期 as 第{}期, 2021年第7期 as {year}年第{}期; "" where the text holds no number."""
    found = NUMBER.search(TOTAL.sub("", text))
    if found is None:
        return ""
    form = re.sub(rf"[{BLANKS}]", "", found.group().strip())
    form = _YEAR.sub("\1", form, count=1)
    form = _FIGURE.sub("{}", form, count=1) if _FIGURE.search(form) else form.replace("第", "第{}", 1)
    form = form.replace("\1", "{year}")
    return form if form.count("{}") == 1 and form.replace("{year}", "", 1).count("{") == 1 else ""


def _issuer(draft: Draft, seen: SeenBulletin) -> None:
    structure = seen.structure
    lines = list(seen.of(Part.ISSUER))
    names = (structure.issuer or "").split()
    if names:
        note = "" if len(names) == 1 else "几个单位联合编发，填在一起"
        draft.put("masthead.issuer_text", IDEOGRAPHIC_SPACE.join(names), "read", note)
        draft.put("masthead.issuer_suffix", structure.extra.issuer_role or "", "read")
    found = major(run for _, paragraph in lines for run in paragraph.runs)
    if found is None:
        return
    put_face(draft, "masthead.issuer.face", found)
    draft.put("masthead.issuer.size_pt", found.run.size_pt, "read", found.note)
    above = [number for number, _ in seen.of(Part.NUMBER, Part.TOTAL, Part.NAME) if number < lines[0][0]]
    if above:
        _gap(draft, "masthead.issuer.gap_above_mm", seen, above[-1], lines[0][0])


def _secrecy(draft: Draft, seen: SeenBulletin) -> None:
    found = major(run for _, paragraph in seen.of(Part.SECRECY) for run in paragraph.runs)
    draft.put("masthead.secrecy", seen.structure.extra.secrecy or "", "read", "" if found else "原件左上角没有字样")
    if found is not None:
        put_face(draft, "masthead.secrecy_face", found)
        draft.put("masthead.secrecy_size_pt", found.run.size_pt, "read")


def _gap(draft: Draft, key: str, seen: SeenBulletin, upper: int, lower: int) -> None:
    gap = gap_between(seen.document.paragraphs, upper, lower, seen.document.page)
    if gap is None:
        return
    sure = all(seen.document.paragraphs[at].line_rule == "exact" for at in (upper, lower))
    if lower == upper + 1 and not (seen.document.paragraphs[upper].after or seen.document.paragraphs[lower].before):
        shipped = draft.value(key)  # the lines follow one another; whatever is less than their own white looks the same
        if 0 <= shipped <= gap / TWIPS_PER_MM:
            draft.put(key, shipped, "reckoned", "两行紧接着", f"{gap / TWIPS_PER_MM:.3g} 毫米")
            return
    draft.put(key, max(mm(gap, _TOLERANCE_MM if sure else _ROUGH_MM), 0.0), "reckoned" if sure else "guessed", "由行高和段间的空推算")


def _rule(draft: Draft, seen: SeenBulletin) -> None:
    """The red rule: the last red one between name and contents, else the last one."""
    paragraphs = seen.document.paragraphs
    head = [number for number, _ in seen.of(Part.NUMBER, Part.TOTAL, Part.ISSUER, Part.NAME)]
    end = seen.first(*_BEFORE_BODY)
    stop = len(paragraphs) if end is None else end
    starred = next((at for at in range(head[0], stop) if paragraphs[at].text.strip() == _STAR), None)
    if starred is not None:
        _starred(draft, seen, starred, head[-1])
        return
    found: list[tuple[int, SeenRule, bool]] = []
    for at in range(head[0], min(stop + 1, len(paragraphs))):
        above, below = rules_of(seen.document, at)
        found += [(at, rule, False) for rule in above if at > head[0]]
        found += [(at, rule, True) for rule in below if at < stop]
    if not found and seen.document.unread:
        draft.notes.append("文件里有画出来的图形，这种文件里的读不到；报头下面的红线如果是画的，请对照原件填上粗细。")
        return
    if not found:
        draft.put("masthead.rule.style", "none", "guessed", "报头下面没有找到线")
        return
    at, rule, under = next((one for one in reversed(found) if is_red(one[1].colour)), found[-1])
    what = {"border": "段落边框", "table": "表格边框", "shape": "画的线", "picture": "图片", "signs": "一行字符"}[rule.drawn]
    sure = rule.drawn in ("border", "table", "shape")
    draft.put("masthead.rule.width_pt", rule.width_pt, "read" if sure else "guessed", what)
    draft.put("masthead.rule.style", rule.shape, "read" if sure else "guessed", what)
    if is_red(rule.colour) and not draft.known("colours.red"):
        draft.put("colours.red", rule.colour, "read", "红线的颜色")
    _rule_gap(draft, seen, at, rule, under, head[-1])


def _rule_gap(draft: Draft, seen: SeenBulletin, at: int, rule: SeenRule, under: bool, last: int) -> None:
    """White between the last line's slot and the rule. Borders count it in whole points."""
    paragraphs, page = seen.document.paragraphs, seen.document.page
    draft.rule_at = at if under else at - 1
    if rule.drawn in ("shape", "picture"):
        return
    typed = rule.drawn == "signs"
    between: float = sum(height(one, page) for one in paragraphs[last + 1 : at + 1 if under and at > last and not typed else at])
    if typed:
        between += slot(paragraphs[at], page) * STROKE_AT
    gap = paragraphs[last].after + between + (rule.gap or 0) if at > last else rule.gap or 0
    draft.put("masthead.rule.gap_above_mm", roundest(gap / TWIPS_PER_MM, 0.17), "reckoned", "编发单位一行下面到线的空")


def _starred(draft: Draft, seen: SeenBulletin, at: int, last: int) -> None:
    star: SeenParagraph = seen.document.paragraphs[at]
    draft.put("masthead.rule.style", "star", "read", "线的中间有五角星")
    draft.put("masthead.rule.star_size_pt", star.size_pt, "read")
    if star.shapes:
        draft.put("masthead.rule.width_pt", star.shapes[0].width_pt, "read", "星两边画的线")
    _gap(draft, "masthead.rule.gap_above_mm", seen, last, at)
