"""The grid of now becomes a preset to come back to."""

from __future__ import annotations

from app.model.template_fields import with_all
from app.model.template_presets import preset_name, with_grid_kept, without_preset
from app.model.template_reader import with_preset
from tests.model.templates import SHIPPED


def test_a_grid_is_kept_and_comes_back() -> None:
    narrow = with_all(SHIPPED[0], {"grid.characters": 25, "grid.lines": 21, "paper.left_mm": 32.0})
    kept = with_grid_kept(narrow)
    assert preset_name(kept) == "25x21" and [name for name, _ in kept.presets][-1] == "25x21"
    assert with_preset(with_preset(kept, "28x22"), "25x21") == kept
    assert with_grid_kept(kept) == kept
    assert without_preset(kept, "25x21") == narrow


def test_a_tightened_pitch_belongs_to_it() -> None:
    tight = with_grid_kept(with_all(SHIPPED[0], {"grid.pitch_pt": 28.0}))
    assert dict(dict(tight.presets)["28x22"])["grid.pitch_pt"] == 28.0
    assert len(tight.presets) == len(SHIPPED[0].presets)
