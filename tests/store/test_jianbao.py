"""The .jianbao file: it gives back what went in, byte for byte the same, and a wrong one is one sentence."""

from __future__ import annotations

import errno
import io
import json
import os
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import UserError
from app.fonts.faceset import FaceFingerprint
from app.model.codec import VERSION
from app.model.faces import FaceRole
from app.model.issue import Issue
from app.model.unlooked import Unlooked, unlooked
from app.store.jianbao import MIMETYPE, Opened, Original, from_bytes, load, save, to_bytes
from tests.model.issues import issue, issues

FACES = (FaceFingerprint(FaceRole.BODY, "仿宋", "FangSong", "00" * 32), FaceFingerprint(FaceRole.KAI, "楷体", "KaiTi", "11" * 32))
ORIGINALS = (Original("来稿.txt", "云河市供水公司".encode()), Original("来稿.txt", b""), Original("../a\\b:c.docx", b"PK\x03\x04"))


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        load(path)
    assert caught.value.sentence.endswith("。")
    return caught.value.sentence


def repacked(**parts: bytes | None) -> bytes:
    """The sample file with parts replaced (`issue_json` for issue.json), or left out for None."""
    old = zipfile.ZipFile(io.BytesIO(to_bytes(Opened(issue(), FACES, unlooked=(Unlooked("一处"),)), "x")))
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name in old.namelist():
            data = parts.get(name.replace(".", "_"), old.read(name))
            if data is not None:
                archive.writestr(name, data)
    return whole.getvalue()


def test_everything_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "三月.jianbao"
    save(issue(), path, originals=ORIGINALS, faces_record=FACES)
    opened = load(path)
    assert opened.issue == issue()
    assert opened.faces_record == FACES
    assert [item.data for item in opened.originals] == [item.data for item in ORIGINALS]
    assert [item.name for item in opened.originals] == ["来稿.txt", "来稿.txt", "_a_b_c.docx"]
    assert load_again(opened) == opened


def load_again(opened: Opened) -> Opened:
    return from_bytes(to_bytes(opened, "x"), "x")


@settings(max_examples=20, deadline=None)
@given(issues(), st.lists(st.tuples(st.text(max_size=20), st.binary(max_size=20)), max_size=3))
def test_every_issue_comes_back_and_gives_the_same_bytes(value: Issue, files: list[tuple[str, bytes]]) -> None:
    waiting = tuple(replace(unlooked(name), looked=bool(data)) for name, data in files)
    content = Opened(value, FACES, tuple(Original(name, data) for name, data in files), waiting)
    data = to_bytes(content, "x")
    opened = from_bytes(data, "x")
    assert opened.issue == value and opened.unlooked == waiting
    assert [item.data for item in opened.originals] == [item[1] for item in files]
    assert to_bytes(opened, "x") == data or opened.originals != content.originals
    assert to_bytes(load_again(opened), "x") == to_bytes(opened, "x")


def test_the_kind_can_be_told_from_the_first_bytes() -> None:
    data = to_bytes(Opened(issue()), "x")
    assert data[:2] == b"PK"
    assert data[30:].startswith(b"mimetype" + MIMETYPE)


def test_a_file_without_a_record_of_faces_opens() -> None:
    assert from_bytes(repacked(faces_json=None), "x").faces_record == ()


@pytest.mark.parametrize(
    ("part", "data", "said"),
    [
        ("mimetype", None, "不是编报的文件"),
        ("mimetype", b"application/epub+zip", "不是编报的文件"),
        ("issue_json", None, "不完整"),
        ("issue_json", b"", "损坏"),
        ("issue_json", b"{}", "不是编报的文件"),
        ("issue_json", json.dumps({"format": "bianbao", "version": VERSION + 1}).encode(), "升级编报"),
        ("issue_json", b'{"format": "bianbao", "version": 1, "issue": [' + b"{}," * 1_000_001 + b"{}]}", "项目太多"),
        ("issue_json", b'"' + b" " * 2**25 + b'"', "内容太多"),
        ("faces_json", b'"' + b" " * 2**20 + b'"', "内容太多"),
        ("faces_json", b"[]", "字体记录"),
        ("faces_json", b"{", "字体记录"),
        ("faces_json", b'{"faces": [1]}', "字体记录"),
        ("faces_json", b'{"faces": 1}', "字体记录"),
    ],
)
def test_a_wrong_part_is_one_sentence(tmp_path: Path, part: str, data: bytes | None, said: str) -> None:
    path = tmp_path / "三月.jianbao"
    path.write_bytes(repacked(**{part: data}))
    assert said in refusal(path)


@pytest.mark.parametrize("data", [b"{", b'{"unlooked": [{"words": 1}]}', b'{"unlooked": 1}', b"[]"])
def test_a_damaged_note_on_repairs_keeps_no_issue_from_being_opened(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "三月.jianbao"
    path.write_bytes(repacked(unlooked_json=data))
    assert load(path).issue == issue() and load(path).unlooked == ()


def test_what_is_no_file_of_ours_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "夹.jianbao"
    folder.mkdir()
    empty = tmp_path / "空.jianbao"
    empty.touch()
    noise = tmp_path / "乱.jianbao"
    noise.write_bytes(bytes(range(256)) * 99)
    assert "找不到" in refusal(tmp_path / "无.jianbao")
    assert "文件夹" in refusal(folder)
    assert "空文件" in refusal(empty)
    assert "损坏" in refusal(noise)
    assert refusal(tmp_path / "名\0字.jianbao")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are POSIX")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "管.jianbao"
    os.mkfifo(pipe)
    assert "管道" in refusal(pipe)


def test_a_cut_file_is_refused(tmp_path: Path) -> None:
    whole = to_bytes(Opened(issue(), FACES, ORIGINALS), "x")
    path = tmp_path / "三月.jianbao"
    for length in range(1, len(whole), 97):
        path.write_bytes(whole[:length])
        assert refusal(path)


def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "三月.jianbao"
    save(issue(), path)
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="磁盘已满"):
        save(issue(), path, originals=ORIGINALS)
    assert path.read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == [path.name]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="不存在"):
        save(issue(), tmp_path / "无" / "三月.jianbao")


def test_more_originals_than_can_be_opened_again_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "三月.jianbao"
    with pytest.raises(UserError, match="太大"):
        save(issue(), path, originals=[Original("a", b"")] * 4000)
    assert not path.exists()


@pytest.mark.parametrize("text", ["[" * 1_000_001, "云" * (2**25 // 3)])
def test_more_text_than_can_be_opened_again_is_refused(tmp_path: Path, text: str) -> None:
    whole = issue()
    number = replace(whole.masthead.number, text=text)
    with pytest.raises(UserError, match="文字太多"):
        save(replace(whole, masthead=replace(whole.masthead, number=number)), tmp_path / "三月.jianbao")
    assert not list(tmp_path.iterdir())
