"""A 花脸稿 is written as PDF and as DOCX, with both versions' words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.desk.publish import Task
from app.desk.redlining import compared, publish_redline
from app.edit.tree import with_block
from app.errors import UserError
from app.model.issue import Issue
from tests.exporters.docx.package import W, opened
from tests.layout.bulletins import bulletin, template
from tests.layout.cells import cell_faces

OLD = bulletin(template(), [("青石镇植树", ["云湖镇组织干部群众二百余人植树。"])])
BLOCK = next(OLD.articles()).paragraphs[0]
NEW: Issue = with_block(OLD, replace(BLOCK, text=BLOCK.text.replace("二百", "三百")))


def test_it_is_written_in_both_formats(tmp_path: Path) -> None:
    for suffix in ("pdf", "docx"):
        published, changed = publish_redline(OLD, NEW, tmp_path / f"花脸稿.{suffix}", cell_faces(), Task())
        assert changed == 1 and published.path.stat().st_size > 1000 and published.pages == 2
    runs = opened((tmp_path / "花脸稿.docx").read_bytes()).document.iter(f"{W}r")
    dressed = {"".join(run.itertext()): {str(child.tag).removeprefix(W) for child in run.iterfind(f"{W}rPr/*")} for run in runs}
    assert "strike" in dressed["二"] and "u" in dressed["三"] and "strike" not in dressed["三"]


def test_what_makes_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="完全一样"):
        compared(OLD, OLD)
    with pytest.raises(UserError, match="不是同一期"):
        compared(replace(OLD, key="a" * 32), replace(NEW, key="b" * 32))
    with pytest.raises(UserError, match="pdf"):
        publish_redline(OLD, NEW, tmp_path / "花脸稿.txt", cell_faces(), Task())
    assert list(tmp_path.iterdir()) == []
