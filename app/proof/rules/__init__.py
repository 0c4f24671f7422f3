"""Every rule of the program, in the order in which profiles list them."""

from __future__ import annotations

from app.proof.rule import Rule
from app.proof.rules import (
    contents,
    dates,
    dates_in_context,
    dots_and_dashes,
    doubled_marks,
    half_width,
    issue_facts,
    leftovers,
    measures,
    numbers,
    ordinal_marks,
    ordinals,
    pairs,
    pause_marks,
    percent_points,
    private,
    sums,
    titles_of_works,
    voice,
    wrong_words,
)

RULES: tuple[Rule, ...] = (
    *wrong_words.RULES,
    *half_width.RULES,
    *doubled_marks.RULES,
    *pairs.RULES,
    *pause_marks.RULES,
    *dots_and_dashes.RULES,
    *dates.RULES,
    *dates_in_context.RULES,
    *numbers.RULES,
    *percent_points.RULES,
    *sums.RULES,
    *measures.RULES,
    *private.RULES,
    *ordinals.RULES,
    *ordinal_marks.RULES,
    *contents.RULES,
    *issue_facts.RULES,
    *voice.RULES,
    *leftovers.RULES,
    *titles_of_works.RULES,
)
