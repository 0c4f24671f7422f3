"""A printed side gets marks for folding and for cutting (裁切标记), on paper that is larger where it is cut."""

from __future__ import annotations

from app.layout.frames import Page, Rule
from app.layout.imposition import moved

PT_PER_MM = 72 / 25.4
MARGIN_MM = 10.0
"""What the paper is larger on every side where it is cut."""
_AWAY_MM, _LONG_MM = 3.0, 6.0
"""From the corner of the cut sheet to its marks, beyond the usual bleed of 3 mm, and the marks' length."""
_FOLD_MM, _WIDTH_PT = 5.0, 0.3


def marked(side: Page, *, folds: bool, cuts: bool) -> Page:
    """A side with marks at both ends of its fold, and with `cuts` on larger paper with marks at its corners.

    Nothing that is printed lies under a cutting mark: they stand outside of the sheet that is left, and so do the marks of a fold then.
    """
    width, height = side.width_pt, side.height_pt
    margin = MARGIN_MM * PT_PER_MM if cuts else 0.0
    rules: list[Rule] = []
    if folds:
        long = _FOLD_MM * PT_PER_MM
        away = _AWAY_MM * PT_PER_MM + long if cuts else 0.0
        rules += [_upright(margin + width / 2, top, long) for top in (margin - away, margin + height - long + away)]
    if not cuts:
        return side._replace(rules=(*side.rules, *rules))
    away, long = _AWAY_MM * PT_PER_MM, _LONG_MM * PT_PER_MM
    before, behind = margin - away - long, away
    for x in (margin, margin + width):
        rules += [_upright(x, before, long), _upright(x, margin + height + behind, long)]
    for y in (margin, margin + height):
        rules += [_lying(before, y, long), _lying(margin + width + behind, y, long)]
    larger = moved(side, margin, margin)
    return larger._replace(width_pt=width + 2 * margin, height_pt=height + 2 * margin, rules=(*larger.rules, *rules), trim_pt=margin)


def _upright(x_pt: float, top_pt: float, long_pt: float) -> Rule:
    return Rule(x_pt - _WIDTH_PT / 2, top_pt, _WIDTH_PT, long_pt)


def _lying(left_pt: float, y_pt: float, long_pt: float) -> Rule:
    return Rule(left_pt, y_pt - _WIDTH_PT / 2, long_pt, _WIDTH_PT)
