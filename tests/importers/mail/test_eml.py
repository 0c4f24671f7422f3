"""Mails of many programs: their words, who sent them when, and every byte of what hangs on them."""

from __future__ import annotations

import base64
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.importers.envelope import Envelope, open_envelope
from app.importers.kinds import Kind, kind_of
from app.importers.mail.eml import open_eml
from app.importers.mail.headers import iso_date, sender, words
from app.importers.raw_text import flattened
from app.importers.readers import read_document
from tests.importers.mail.writing import attached, entity, fields_of, mail, several, text, word, word_of

BODY = "3月5日，云河市召开春季造林推进会，市林业局局长刘建国主持。\n会议要求，各县区4月底前完成补植。"
DOC = b"\xd0\xcf\x11\xe0\r\n\r\n--=_m \n\x00\xff" + bytes(range(256))
NAME = "关于春季造林的报告（镕）.doc"


def opened(data: bytes) -> Envelope:
    assert kind_of(data) is Kind.EML
    envelope = open_envelope(data, "信.eml")
    assert envelope is not None
    return envelope


def words_of_body(data: bytes) -> str:
    """The own words of a mail as they will be read."""
    (part,) = (part for part in opened(data).parts if part.is_text)
    document = read_document(part.data, part.name)
    return part.data.decode("utf-8") if document is None else flattened(document).text


@pytest.mark.parametrize("way", ["base64", "quoted-printable", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gbk", "gb18030"])
def test_words_in_the_encodings_of_offices(charset: str, way: str) -> None:
    assert words_of_body(mail(text(BODY, charset, way))).strip() == BODY


@pytest.mark.parametrize(
    ("label", "encoding"), [("us-ascii", "gb18030"), ("gb2312", "utf-8"), ("utf-8", "gb18030"), ("iso-8859-1", "gb18030"), ("x", "utf-8")]
)
def test_words_under_a_wrong_label(label: str, encoding: str) -> None:
    assert words_of_body(mail(entity(f"text/plain; charset={label}", BODY.encode(encoding)))) == BODY


def test_traditional_words_in_big5() -> None:
    written = "雲河縣政府關於春季造林工作的情況報告"
    assert words_of_body(mail(entity("text/plain; charset=big5", written.encode("big5")))) == written


def test_words_without_a_label_and_with_a_damaged_byte() -> None:
    broken = BODY.encode("gb18030").replace("，".encode("gb18030"), b"\xff", 1)
    assert "云河市召开春季造林推进会" in words_of_body(mail(entity("text/plain", broken)))


def test_lines_that_were_broken_for_the_way() -> None:
    flowed = entity("text/plain; charset=utf-8; format=flowed; delsp=yes", "云河市召开 \r\n推进会。\r\n会议要求\r\n".encode(), way="8bit")
    assert words_of_body(mail(flowed)) == "云河市召开推进会。\n会议要求"


PAGE = "<html><body><p>{}</p><p>{}</p></body></html>".format(*BODY.split("\n"))


def test_the_page_is_taken_where_it_says_the_same() -> None:
    found = opened(mail(several("alternative", text(BODY), text(PAGE, kind="html"))))
    assert [part.name for part in found.parts] == ["邮件正文.html"]
    assert words_of_body(mail(several("alternative", text(BODY), text(PAGE, kind="html")))) == BODY


def test_the_text_is_taken_where_the_page_says_less() -> None:
    assert words_of_body(mail(several("alternative", text(BODY), text("<p>请用新版客户端查看</p>", kind="html")))) == BODY


def test_a_page_alone() -> None:
    assert words_of_body(mail(text(PAGE, "gb2312", kind="html"))) == BODY
    page = PAGE.replace("<html>", "<html><meta charset=gb2312>")
    assert words_of_body(mail(entity("text/html", page.encode("gb18030")))) == BODY


def test_a_page_that_begins_with_no_sign_of_one() -> None:
    assert words_of_body(mail(text("<font>云河市</font><br>造林", kind="html"))) == "云河市\n造林"


def test_words_round_an_attachment_stay_together() -> None:
    found = opened(mail(several("mixed", text("前"), attached('filename="a.doc"', DOC), text("后"))))
    assert [(part.name, part.is_text) for part in found.parts] == [("邮件正文.txt", True), ("a.doc", False)]
    assert found.parts[0].data.decode() == "前\n后"


UTF8, GBK = NAME.encode(), NAME.encode("gb18030")


@pytest.mark.parametrize(
    "field",
    [
        f'filename="{word(NAME, "gb18030")}"',
        f'filename="{word(NAME, "gb2312", encoding="gb18030")}"',
        f'filename="{word(NAME, "utf-8", "Q")}"',
        f"filename={word(NAME, 'utf-8')}",
        f'filename="{word_of(UTF8[:10], "utf-8")}\r\n {word_of(UTF8[10:], "utf-8")}"',
        f'filename="{word_of(GBK[:9], "GBK")}\r\n\t{word_of(GBK[9:], "GBK")}"',
        f"filename*=utf-8''{quote(NAME)}",
        f"filename*=gb2312''{quote(NAME, encoding='gb18030')}",
        f"filename*=GBK'zh-CN'{quote(NAME, encoding='gb18030')}",
        f"filename*0*=utf-8''{quote(NAME)[:21]};\r\n filename*1*={quote(NAME)[21:63]};\r\n filename*2*={quote(NAME)[63:]}",
        b'filename="' + GBK + b'"',
        b"filename=" + UTF8,
        b'name=x; filename="' + GBK + b'"',
    ],
    ids=str,
)
def test_names_of_attachments(field: str | bytes) -> None:
    found = opened(mail(several("mixed", text(BODY), attached(field, DOC))))
    assert [(part.name, part.data) for part in found.parts[1:]] == [(NAME, DOC)]


def test_a_name_in_the_content_type_and_none_at_all() -> None:
    named = entity(f'application/msword; name="{word(NAME, "utf-8")}"', DOC)
    found = opened(mail(several("mixed", named, entity("application/pdf", b"%PDF-"), entity("message/rfc822", mail(text("内"))))))
    assert [part.name for part in found.parts] == [NAME, "附件2.pdf", "附件3.eml"]


@pytest.mark.parametrize("name", ["../../x.doc", "..\\..\\x.doc", "C:\\x.doc", "/tmp/x.doc", "x.doc\r\n"])
def test_a_name_that_leads_elsewhere(name: str) -> None:
    found = opened(mail(several("mixed", text(BODY), attached(f'filename="{word(name, "utf-8")}"', DOC))))
    assert found.parts[1].name == "x.doc"


@given(st.lists(st.binary(min_size=1, max_size=400), min_size=1, max_size=3))
def test_every_byte_of_an_attachment_comes_out(contents: list[bytes]) -> None:
    parts = [attached(f'filename="{number}.bin"', data) for number, data in enumerate(contents)]
    found = opened(mail(several("mixed", text("x"), *parts, mark="=_" + "z" * 40)))
    assert [part.data for part in found.parts[1:]] == contents


@given(st.binary(min_size=1, max_size=400).filter(lambda data: b"--" not in data))
def test_every_byte_of_a_binary_attachment_comes_out(data: bytes) -> None:
    found = opened(mail(several("mixed", text("x"), attached('filename="x.bin"', data, way="binary"))))
    assert found.parts[1].data == data


@pytest.mark.parametrize("way", ["8bit", "base64"])
def test_a_mail_in_a_mail_stays_as_it_was(way: str) -> None:
    inner = mail(several("mixed", text(BODY), attached('filename="a.doc"', DOC), mark="=_i")) + b"X-Long: " + b"a " * 200
    found = opened(mail(several("mixed", text("见附件"), entity("message/rfc822", inner, way=way))))
    assert found.parts[1].data == inner


PNG = b"\x89PNG\r\n\x1a\n"


def test_a_logo_is_passed_over_and_a_photo_kept() -> None:
    page = text("<p>云河市</p><img src='cid:logo@1'><img src=cid:photo@1>", kind="html")
    logo = entity("image/png", PNG, "Content-ID: <logo@1>", 'Content-Disposition: inline; filename="logo.png"')
    photo = entity("image/jpeg; name=p.jpg", b"\xff\xd8\xff" * 20_000, "Content-ID: <photo@1>")
    unasked = entity("image/png; name=u.png", PNG, "Content-ID: <else@1>")
    found = opened(mail(several("related", page, logo, photo, unasked)))
    assert [part.name for part in found.parts] == ["邮件正文.html", "p.jpg", "u.png"]
    assert found.notes == ("略过了正文里的 1 张小图片（多半是签名里的标志）。",)
    document = read_document(found.parts[0].data, found.parts[0].name)
    assert document is not None and document.notes == ()


@pytest.mark.parametrize(
    ("part", "word"),
    [
        (entity("application/ms-tnef; name=winmail.dat", b"x"), "winmail.dat"),
        (attached("filename=WINMAIL.DAT", b"x"), "WINMAIL.DAT"),
        (entity("application/pkcs7-signature; name=smime.p7s", b"x"), "电子签名"),
        (entity("message/external-body; access-type=URL", b"x", way="7bit"), "别处的地址"),
        (text("从QQ邮箱发来的超大附件"), "大附件"),
    ],
)
def test_what_is_left_out_is_told(part: bytes, word: str) -> None:
    found = opened(mail(several("mixed", text(BODY), part)))
    assert [part.name for part in found.parts] == ["邮件正文.txt"]
    (note,) = found.notes
    assert word in note and note.endswith("。")


def test_a_locked_mail_says_so() -> None:
    with pytest.raises(UserError, match="加了密"):
        open_eml(mail(entity("application/pkcs7-mime; name=smime.p7m", b"x")), "信.eml")


def test_an_empty_mail_says_so() -> None:
    with pytest.raises(UserError, match="没有文字，也没有附件"):
        open_eml(mail(text(" \n")), "信.eml")


def test_parts_nested_without_end_are_refused() -> None:
    with pytest.raises(UserError, match="部件太多"):
        open_eml(
            b"".join(fields_of(f"Content-Type: multipart/mixed; boundary=b{n}") + f"\r\n--b{n}\r\n".encode() for n in range(3000)), "信"
        )


def test_a_mail_that_was_cut_off() -> None:
    data = mail(several("mixed", text(BODY), attached('filename="a.doc"', DOC * 9)))
    found = opened(data[: len(data) * 2 // 3])
    assert found.parts[0].data.decode().strip() == BODY and DOC[:50] in found.parts[1].data


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\r\n\r\n", b"From zhang@yunhe Tue Mar  5 10:23:11 2024\n", b">From x 2024\r\n"])
def test_what_stands_before_the_mail(before: bytes) -> None:
    found = opened(before + mail(text(BODY)))
    assert found.sent == "2024-03-05T10:23:11+08:00" and found.parts[0].data.decode() == BODY


def test_a_mailbox_is_its_mails() -> None:
    start = b"From zhang@yunhe Tue Mar  5 10:23:11 2024\n"
    data = start + mail(text("一")) + b"\n\n" + start + mail(text("二"))
    found = opened(data)
    assert [part.name for part in found.parts] == ["第1封.eml", "第2封.eml"]
    assert [words_of_body(part.data).strip() for part in found.parts] == ["一", "二"]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (f'"{word("张敏", "gb2312")}" <zm@yunhe.example>', "张敏"),
        (f"{word('云河市林业局', 'utf-8')} <ly@yunhe.example>, 李明 <lm@yunhe.example>", "云河市林业局"),
        ("zm@yunhe.example", "zm@yunhe.example"),
        ("<zm@yunhe.example>", "zm@yunhe.example"),
        ('"" <zm@yunhe.example>', "zm@yunhe.example"),
        ("zm@yunhe.example (Zhang Min)", "Zhang Min"),
        ("张敏 <zm@yunhe.example>".encode("gb18030").decode("ascii", "surrogateescape"), "张敏"),
        ("张敏 <zm@yunhe.example>".encode().decode("ascii", "surrogateescape"), "张敏"),
    ],
)
def test_senders(raw: str, said: str) -> None:
    assert sender(raw) == said


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("Tue, 5 Mar 2024 10:23:11 +0800 (CST)", "2024-03-05T10:23:11+08:00"),
        ("Tue, 5 Mar 2024 02:23:11 GMT", "2024-03-05T02:23:11+00:00"),
        ("5 Mar 2024 10:23 +0800", "2024-03-05T10:23:00+08:00"),
        ("2024-03-05 10:23:11", "2024-03-05T10:23:11"),
        ("2024年3月5日 (星期二) 10:23", ""),
        ("2024年3月5日 10:23", "2024-03-05T10:23:00"),
        ("2024-13-05 10:23:11", ""),
        ("Thu, 01 Jan 1970 00:00:00 +0000", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_dates(raw: str, said: str) -> None:
    assert iso_date(raw.encode().decode("ascii", "surrogateescape")) == said


@given(st.text(max_size=60), st.sampled_from(["utf-8", "gb18030"]), st.sampled_from("BQ"), st.integers(1, 30))
def test_a_subject_comes_back_however_it_is_parted(subject: str, charset: str, way: str, size: int) -> None:
    subject = "云河市" + "".join(char for char in subject if "\u4e00" <= char <= "\u9fff")
    data = subject.encode(charset)
    raw = "\r\n ".join(word_of(data[at : at + size], charset, way) for at in range(0, len(data), size))
    assert words(raw) == subject


def test_subject_sender_and_date_in_raw_gbk() -> None:
    raw = fields_of(
        "Subject: 关于造林的报告".encode("gb18030"),
        "From: 张敏 <zm@yunhe.example>".encode("gb18030"),
        "Received: x;\r\n Tue, 5 Mar 2024 10:00:00 +0800",
    )
    found = opened(raw + text(BODY))
    assert (found.subject, found.sender, found.sent) == ("关于造林的报告", "张敏", "2024-03-05T10:00:00+08:00")


@given(st.text(max_size=200))
def test_no_field_fails(raw: str) -> None:
    for read in (words, sender, iso_date):
        assert isinstance(read(raw), str)


def test_base64_without_its_end() -> None:
    raw = base64.b64encode("云河市".encode()).decode().rstrip("=")[:-1]
    assert words(f"=?utf-8?B?{raw}?=").startswith("云河")
