"""All commands in one place: pure functions of a state to (state, change), or to None where they do not apply."""

from __future__ import annotations

from app.edit.article_commands import (
    add_article,
    insert_articles,
    insert_sections,
    move_article,
    move_article_down,
    move_article_up,
    remove_article,
    set_in_contents,
    set_new_page,
    set_runin,
    set_toc_title,
    set_unit,
)
from app.edit.borders import backspace as press_backspace
from app.edit.borders import delete as press_delete
from app.edit.borders import enter as press_enter
from app.edit.drag_commands import copy_text, move_text
from app.edit.frame_commands import (
    set_copies,
    set_issuers,
    set_masthead_lines,
    set_optional,
    set_recipients,
)
from app.edit.look_commands import apply_preset, apply_template, apply_values
from app.edit.paragraph_commands import (
    insert_paragraph,
    merge_with_previous,
    remove_paragraph,
    replace_range,
    set_paragraph_texts,
    set_role,
    split_paragraph,
)
from app.edit.range_commands import delete_selection, paste_fragment, paste_text, type_text
from app.edit.replace_commands import replace_all, replace_match
from app.edit.section_commands import add_section, move_section, remove_section, rename_section
from app.edit.style_commands import set_roles, toggle_lead, toggle_mark
from app.edit.text_commands import Outcome, replace_text, set_date, set_lead, set_number, set_text, set_title
from app.edit.title_commands import (
    join_title_lines,
    propose_turns,
    rename_title,
    set_turns,
    shift_turn_left,
    shift_turn_right,
    turn_title,
)
from app.edit.typing_help import help_typing, number_paragraph

__all__ = [
    "Outcome",
    "add_article",
    "add_section",
    "apply_preset",
    "apply_template",
    "apply_values",
    "copy_text",
    "delete_selection",
    "help_typing",
    "insert_articles",
    "insert_paragraph",
    "insert_sections",
    "join_title_lines",
    "merge_with_previous",
    "move_article",
    "move_article_down",
    "move_article_up",
    "move_section",
    "move_text",
    "number_paragraph",
    "paste_fragment",
    "paste_text",
    "press_backspace",
    "press_delete",
    "press_enter",
    "propose_turns",
    "remove_article",
    "remove_paragraph",
    "remove_section",
    "rename_section",
    "rename_title",
    "replace_all",
    "replace_match",
    "replace_range",
    "replace_text",
    "set_copies",
    "set_date",
    "set_in_contents",
    "set_issuers",
    "set_lead",
    "set_masthead_lines",
    "set_new_page",
    "set_number",
    "set_optional",
    "set_paragraph_texts",
    "set_recipients",
    "set_role",
    "set_roles",
    "set_runin",
    "set_text",
    "set_title",
    "set_toc_title",
    "set_turns",
    "set_unit",
    "shift_turn_left",
    "shift_turn_right",
    "split_paragraph",
    "toggle_lead",
    "toggle_mark",
    "turn_title",
    "type_text",
]
