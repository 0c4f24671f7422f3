"""A form stands on one page: nothing over its rules, and room where there is nothing to say."""

from __future__ import annotations

from app.layout.form import Field, Form, FormRow, bottom_mm, form_page
from app.layout.frames import Page, Rule
from app.layout.sheet_marks import PT_PER_MM
from tests.layout.cells import cell_faces

LONG = "印好以后请直接送到机要科，封面朝上，每五十份一捆。" * 4


def made(*rows: FormRow) -> tuple[Form, Page]:
    form = Form("送印单", ("送印单位：云河", "2031年3月14日"), rows, ("送印人", "验收人"))
    return form, form_page(form, cell_faces())


def upright(page: Page) -> list[Rule]:
    return [rule for rule in page.rules if rule.thickness_pt > rule.width_pt]


def test_values_turn_at_their_cells_ends() -> None:
    _, page = made(FormRow((Field("备注", LONG),)))
    right = (27 + 156 - 3) * PT_PER_MM
    lines = [line.line for line in page.lines if line.line.text in LONG and line.line.text]
    assert "".join(line.text for line in lines) == LONG and len(lines) > 2
    assert all(line.end_x_pt <= right + 0.01 and line.x_pt >= (27 + 26) * PT_PER_MM for line in lines)
    assert not any(line.text.startswith(("，", "。")) for line in lines)


def test_words_stand_between_the_rules_of_their_row() -> None:
    _, page = made(FormRow((Field("期号", "第7期"), Field("日期", "2031年3月15日"))), FormRow((Field("备注", LONG),)))
    across = sorted({round(rule.top_pt + rule.thickness_pt / 2, 2) for rule in page.rules if rule.width_pt > 100 * PT_PER_MM})
    assert len(across) == 3
    for line in page.lines:
        baseline = line.baseline / 20
        if across[0] < baseline < across[-1]:
            above = max(edge for edge in across if edge < baseline)
            below = min(edge for edge in across if edge > baseline)
            assert baseline - 12 * 0.88 > above and baseline + 12 * 0.12 < below
    assert len([rule for rule in upright(page) if rule.thickness_pt < 20 * PT_PER_MM]) == 3  # two names and a middle in the first row


def test_an_unknown_value_leaves_room_and_a_row_its_height() -> None:
    one, _ = made(FormRow((Field("备注", ""),)))
    three, _ = made(FormRow((Field("备注", ""),), 3))
    filled, _ = made(FormRow((Field("备注", "好"),)))
    faces = cell_faces()
    assert bottom_mm(one, faces) == bottom_mm(filled, faces) < bottom_mm(three, faces)
