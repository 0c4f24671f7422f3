"""Files of binary formats become submissions like any other, whatever they are called, and bad ones one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.desk.intake import read_submission
from app.errors import UserError
from tests.importers.doc.writer import Doc, cell, doc_file, par, row_end
from tests.importers.ole_writer import ole_file
from tests.importers.rtf.test_read import escaped, rtf

TITLE, TEXT = "云河市开展春季植树活动", "3月12日，云河市组织干部职工到东山开展义务植树活动。"


@pytest.mark.parametrize("name", ["来稿.doc", "来稿.wps", "来稿.docx", "来稿"])
def test_a_word_file_is_read_by_what_is_in_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(doc_file(Doc([par(TITLE), par(TEXT), cell("单位"), cell("篇数"), row_end()])))
    submission = read_submission(str(tmp_path / name))
    assert submission.intake.source == f"{TITLE}\n{TEXT}\n单位\t篇数"
    assert submission.document is not None


def test_rich_text_is_read(tmp_path: Path) -> None:
    (tmp_path / "来稿.doc").write_bytes(rtf(rf"\pard\f1 {escaped(TITLE)}\par {escaped(TEXT)}{{\deleted old}}\par"))
    submission = read_submission(str(tmp_path / "来稿.doc"))
    assert submission.intake.source == f"{TITLE}\n{TEXT}"
    assert submission.intake.notes == ("修订中已删去的文字没有放进正文（1 处）：“old”。",)


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (ole_file({"MatOST": b"x"}), "Works"),
        (ole_file({"EncryptedPackage": b"x"}), "密码"),
        (doc_file(Doc([par(TEXT)], version=0x65)), "Word 6.0/95"),
        (doc_file(Doc([par("")])), "没有文字"),
        (doc_file(Doc([par(TEXT)]))[:4000], "已损坏"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(tmp_path: Path, data: bytes, word: str) -> None:
    (tmp_path / "来稿.wps").write_bytes(data)
    with pytest.raises(UserError) as refused:
        read_submission(str(tmp_path / "来稿.wps"))
    assert word in refused.value.sentence
    assert refused.value.sentence.startswith("“来稿.wps”") and refused.value.sentence.endswith("。")
