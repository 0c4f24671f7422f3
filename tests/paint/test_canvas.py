"""A page is painted by a few verbs, in a fixed order."""

from __future__ import annotations

from pathlib import Path

from app.layout.frames import Rule
from app.paint.canvas import RecordingCanvas, draw_page
from tests.exporters.pdf.sheets import open_face, page, run
from tests.fonts.tiny_font import save, tiny_font


def test_rules_text_links_and_page_number_are_painted_in_order(tmp_path: Path) -> None:
    face = open_face(save(tiny_font("Tiny", "云河简报1"), tmp_path / "tiny.ttf"))
    sheet = page(
        1,
        [[run(face, "云河", size_pt=22, bold=True, colour="#FF0000", scale_x=0.8)], [run(face, "简"), run(face, "报", x_pt=95.4)]],
        targets=[0, 7],
        rules=[Rule(79.4, 200, 442.2, 2.25, "#FF0000")],
    )
    sheet = sheet._replace(folio=page(1, [[run(face, "1", size_pt=14)]]).lines[0])
    canvas = RecordingCanvas()
    draw_page(sheet, canvas)

    assert canvas.log == [
        "rule 79.40,200.00 442.20x2.25 #FF0000",
        "text 79.40,128.05 22pt 云河 bold #FF0000 x0.8",
        "text 79.40,157.00 16pt 简",
        "text 95.40,157.00 16pt 报",
        "link 79.40,133.85 32.00x28.95 -> 7",
        "text 79.40,128.05 14pt 1",
    ]
