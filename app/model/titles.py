"""An article's title becomes the places where it turns: those that are set, or those that its template proposes (S1)."""

from __future__ import annotations

from app.model.issue import Article
from app.model.template import Template
from app.text.titles import turns_of


def title_cells(template: Template) -> float:
    """How many characters of a title one line holds."""
    return template.paper.text_width / (template.title.size_pt * 20)


def title_turns(article: Article, template: Template) -> tuple[int, ...]:
    """Where the title's second and later lines begin, counted in the joined title."""
    mode = "balance" if article.own_turns else template.title.break_by
    return turns_of(article.title.text, mode, title_cells(template))
