"""A new issue takes the picture that stands beside its template's file, within limits, and the issue after it keeps it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import paths
from app.desk.next_issue import blank_issue, next_issue
from app.desk.pictures import with_masthead_picture
from app.desk.templates import available_templates, template_and_folder
from app.errors import UserError
from app.model.issue import Issue
from tests.model.pictures import png


def _made(folder: Path) -> Issue:
    text = (paths.templates() / "gongzuo-jianbao.toml").read_text("utf-8")
    text = text.replace('image = ""', 'image = "题字.png"').replace("image_width_mm = 120.0", "image_width_mm = 96.0")
    (folder / "ours.toml").write_text(text, "utf-8")
    template, beside = template_and_folder("工作简报", available_templates([(folder, False)]))
    assert beside == folder
    return with_masthead_picture(blank_issue(template), beside)


def test_the_picture_beside_the_template_comes_in_as_wide_as_the_template_says(tmp_path: Path) -> None:
    (tmp_path / "题字.png").write_bytes(png(80, 20))
    picture = _made(tmp_path).masthead.picture
    assert picture and picture.image.data == png(80, 20) and picture.width_mm == 96.0


def test_the_next_issue_keeps_it_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "题字.png").write_bytes(png(80, 20))
    last = _made(tmp_path)
    (tmp_path / "题字.png").unlink()
    following = next_issue(last)
    assert following.issue.masthead.picture is last.masthead.picture
    assert "报头图片" in [item.what for item in following.carried]


@pytest.mark.parametrize(("data", "told"), [(None, "找不到"), (b"GIF89a", "另存为 PNG 或 JPEG"), (png()[:40], "不完整")])
def test_what_cannot_be_used_is_one_sentence(tmp_path: Path, data: bytes | None, told: str) -> None:
    if data is not None:
        (tmp_path / "题字.png").write_bytes(data)
    with pytest.raises(UserError, match=told) as caught:
        _made(tmp_path)
    assert "题字.png" in caught.value.sentence and caught.value.sentence.count("。") == 1


def test_a_template_without_one_reads_no_file() -> None:
    template, folder = template_and_folder("工作简报", available_templates([(paths.templates(), True)]))
    plain = blank_issue(template)
    assert with_masthead_picture(plain, folder) is plain
