"""Every rule of the program, in the order in which profiles list them."""

from __future__ import annotations

from app.proof.rule import Rule
from app.proof.rules import slips, wrong_words

RULES: tuple[Rule, ...] = (*wrong_words.RULES, *slips.RULES)
