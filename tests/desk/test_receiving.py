"""Whatever a clerk drops becomes one record for each text, with its original, or a sentence; nothing comes in twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from app.desk.intake import submission_of
from app.desk.keys import new_id
from app.desk.library import library_address, open_library
from app.desk.publish import Task
from app.desk.receiving import Double, enter, receive, receive_pasted
from app.desk.using import articles_from
from app.errors import UserError
from app.model.submission import FileKind, SubmissionRecord, Way
from app.store.library.library import Library, Query
from tests.importers.docx.files import p, packed, r
from tests.importers.mail.writing import attached, mail, several, text
from tests.importers.packing import packed as zipped

NOW = datetime(2026, 3, 5, 9, 30)
TITLE, BODY = "云湖镇开展春季植树活动", "三月五日，云湖镇组织干部群众二百余人到云湖东岸植树，当天栽下杨柳三千株，并落实专人管护。"
TEXT = f"{TITLE}\n{BODY}\n（云湖镇供稿）"
OTHER = "云河市税务局上门讲政策\n三月四日，云河市税务局组织业务骨干走访企业二十家，讲解新政策，解答问题三十五个。\n（市税务局供稿）"
WORD = packed(p(TITLE) + p(BODY))
PHOTO = b"\xff\xd8\xff\xe0 photo"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.in_file(tmp_path / "data" / "library.db", tmp_path / "data" / "copies", NOW.date())
    yield opened
    opened.close()


def dropped(tmp_path: Path, **files: bytes) -> list[Path]:
    folder = tmp_path / "来稿"
    folder.mkdir(exist_ok=True)
    paths = []
    for name, data in files.items():
        stem, _, suffix = name.rpartition("_")
        paths.append(folder / f"{stem}.{suffix}")
        paths[-1].write_bytes(data)
    return paths


def test_a_file_is_a_record_with_its_original(library: Library, tmp_path: Path) -> None:
    received = receive(library, dropped(tmp_path, 植树_txt=TEXT.encode("gb18030")), Way.QQ, NOW)
    (record,) = received.added
    assert record == library.record(record.id)
    assert (record.title, record.unit, record.way, record.received) == (TITLE, "云湖镇", Way.QQ, "2026-03-05T09:30")
    assert record.opening == BODY[:60]
    assert record.characters == len(BODY)
    (file,) = library.files(record.id)
    assert (file.name, library.data(file.digest)) == ("植树.txt", TEXT.encode("gb18030"))
    assert BODY in library.text(record.id)


def test_what_was_dropped_before_stays_one_record(library: Library, tmp_path: Path) -> None:
    paths = dropped(tmp_path, 一_txt=TEXT.encode(), 二_txt=TEXT.encode(), 三_txt=OTHER.encode())
    first = receive(library, paths, Way.QQ, NOW)
    assert [record.title for record in first.added] == [TITLE, OTHER.split("\n")[0]]
    assert first.doubles == (Double("二.txt", first.added[0].id),)
    assert library.record(first.added[0].id).note == "又收到一份：二.txt"
    again = receive(library, [paths[0].parent], Way.QQ, NOW)
    assert (again.added, len(again.doubles)) == ((), 3)
    assert len(library.records()) == 2


def test_a_folder_is_walked_through_without_what_systems_leave_there(library: Library, tmp_path: Path) -> None:
    inner = tmp_path / "来稿" / "三月"
    inner.mkdir(parents=True)
    for name, data in {"植树.txt": TEXT.encode(), "~$植树.docx": b"x", ".DS_Store": b"x", "Thumbs.db": b"x"}.items():
        (inner / name).write_bytes(data)
    received = receive(library, [tmp_path / "来稿"], Way.QQ, NOW)
    assert [record.title for record in received.added] == [TITLE]
    assert received.refused == ()


def test_a_mail_gives_its_words_and_its_documents(library: Library, tmp_path: Path) -> None:
    data = mail(several("mixed", text(TEXT), attached('filename="税务.txt"', OTHER.encode()), attached('filename="现场.jpg"', PHOTO)))
    received = receive(library, dropped(tmp_path, 信_eml=data), Way.QQ, NOW)
    words, document = received.added
    assert (words.title, document.title) == (TITLE, OTHER.split("\n")[0])
    assert words.way is document.way is Way.MAIL
    assert words.came_in.startswith("信.eml")
    assert received.attached == ("现场.jpg",)
    kinds = {file.name: file.kind for file in library.files(words.id)}
    assert kinds["信.eml"] is FileKind.ENVELOPE
    assert kinds["现场.jpg"] is FileKind.ATTACHED
    assert FileKind.ORIGINAL in kinds.values()
    assert receive(library, dropped(tmp_path, 信_eml=data), Way.QQ, NOW).added == ()


def test_a_mail_that_only_says_what_is_attached_is_a_note(library: Library, tmp_path: Path) -> None:
    cover = "编辑老师：附件是我镇本周信息，请查收。"
    data = mail(several("mixed", text(cover), attached('filename="植树.docx"', WORD)))
    (record,) = receive(library, dropped(tmp_path, 信_eml=data), Way.QQ, NOW).added
    assert record.title == TITLE
    assert record.note == f"邮件正文：{cover}"


def test_an_archive_gives_its_files_and_the_picture_to_a_lone_text(library: Library, tmp_path: Path) -> None:
    data = zipped([("三月/植树.txt", TEXT.encode()), ("三月/现场.jpg", PHOTO)])
    received = receive(library, dropped(tmp_path, 三月_zip=data), Way.WECHAT, NOW)
    (record,) = received.added
    assert (record.way, record.title, received.attached) == (Way.WECHAT, TITLE, ("现场.jpg",))


def test_what_can_not_be_read_is_told_and_the_rest_comes_in(library: Library, tmp_path: Path) -> None:
    paths = dropped(tmp_path, 坏_docx=WORD[:100], 空_txt=b"", 图_jpg=PHOTO, 植树_txt=TEXT.encode())
    received = receive(library, [*paths, tmp_path / "没有这个.txt"], Way.QQ, NOW)
    assert [record.title for record in received.added] == [TITLE]
    assert [refusal.name for refusal in received.refused] == ["坏.docx", "空.txt", "图.jpg", "没有这个.txt"]
    assert all(refusal.sentence.endswith("。") for refusal in received.refused)


def test_cancelling_keeps_what_came_in(library: Library, tmp_path: Path) -> None:
    steps: list[str] = []
    task = Task(lambda what, _part: steps.append(what), lambda: len(steps) == 1)
    received = receive(library, dropped(tmp_path, 一_txt=TEXT.encode(), 二_txt=OTHER.encode()), Way.QQ, NOW, task)
    assert received.stopped
    assert [record.title for record in library.records()] == [record.title for record in received.added] == [TITLE]


def test_copied_text_is_a_submission(library: Library) -> None:
    (record,) = receive_pasted(library, TEXT, "", Way.WECHAT, "云湖镇党政办", NOW).added
    assert (record.title, record.unit, record.way) == (TITLE, "云湖镇党政办", Way.WECHAT)
    assert [library.data(file.digest).decode() for file in library.files(record.id)] == [TEXT]
    with pytest.raises(UserError, match="剪贴板里没有文字"):
        receive_pasted(library, " ", "", Way.WECHAT, "", NOW)


def test_paper_and_telephone_are_typed(library: Library) -> None:
    record = SubmissionRecord(new_id(), "2026-03-05T09:30", TITLE, "云湖镇", "张三", "0635-1234567", Way.PHONE)
    entered = enter(library, record, f"{TITLE}\n{BODY}")
    assert library.record(record.id) == entered
    assert (entered.characters, entered.opening) == (len(BODY), BODY[:60])
    blank = enter(library, SubmissionRecord(new_id(), "2026-03-05", "待补", way=Way.PAPER), "")
    assert library.text(blank.id) == ""
    assert [found.id for found in library.records(Query("待补"))] == [blank.id]


def test_the_library_is_the_users_own_or_the_offices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BIANBAO_DATA", str(tmp_path))
    own = open_library()
    own.close()
    assert (tmp_path / "library.db").exists()
    for settings in ("{", "[]", '{"library": 5}'):
        (tmp_path / "settings.json").write_text(settings)
        assert library_address(tmp_path) == ""
    (tmp_path / "settings.json").write_text('{"library": "mysql://x"}')
    with pytest.raises(UserError, match="地址不对"):
        open_library()


def test_nothing_long_goes_that_nobody_has_looked_at(library: Library, tmp_path: Path) -> None:
    more = "活动中，大家分工合作，有的挖坑，有的培土，有的浇水，到中午时分全部栽完，沿岸新添绿地一千二百平方米，群众纷纷称好。"
    copy = f"{TITLE}\n{BODY}\n{more}\n下一步，镇里将把管护责任落实到人，每月检查一次，年底统一考核。\n"
    twice = (copy + copy).encode()
    assert any(repair.pending for repair in submission_of(twice, "两遍.txt").intake.repairs)
    (record, *_) = receive(library, dropped(tmp_path, 两遍_txt=twice), Way.QQ, NOW).added
    assert "".join(library.text(one.id) for one in library.records()).count(TITLE) == 2
    assert "较长的文字可能不是正文，没有删" in record.note
    (article, *_) = articles_from(library, [record.id], 1).articles
    assert "".join(paragraph.text for paragraph in article.paragraphs).count(BODY) >= 1


def test_every_remark_is_noted_whole_with_its_place(library: Library, tmp_path: Path) -> None:
    gone = "".join(f"<w:del><w:r><w:delText>旧话{number}{'很长' * 30}</w:delText></w:r></w:del>{r('新话')}" for number in range(5))
    (record,) = receive(library, dropped(tmp_path, 改过_docx=packed(p(TITLE) + p(r(BODY) + gone))), Way.QQ, NOW).added
    assert [f"旧话{number}{'很长' * 30}" in record.note for number in range(5)] == [True] * 5
    assert "在“……" not in record.note and "株，并落实专人管护。”处" in record.note


def test_what_the_reader_has_to_tell_is_noted(library: Library, tmp_path: Path) -> None:
    word = packed(p(TITLE) + p(r(BODY) + '<w:del w:author="张三"><w:r><w:delText>旧话</w:delText></w:r></w:del>'))
    (record,) = receive(library, dropped(tmp_path, 改_docx=word), Way.QQ, NOW).added
    assert "旧话" in record.note and "旧话" not in library.text(record.id)
