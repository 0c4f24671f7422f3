"""Outlook mails: their words in each form, who sent them when, what hangs on them, and mails within them."""

from __future__ import annotations

import random
import struct
from datetime import UTC, datetime

import pytest

from app.desk.unpacking import unpack
from app.errors import UserError
from app.importers.envelope import Envelope, open_envelope
from app.importers.kinds import Kind, kind_of
from app.importers.mail.lzfu import decompressed
from app.importers.mail.msg import open_msg
from app.importers.raw_text import flattened
from app.importers.readers import read_document
from tests.importers.ole_writer import ole_file
from tests.mutants import mutant

BODY = "3月5日，云河市召开春季造林推进会，市林业局局长刘建国主持。\r\n会议要求，各县区4月底前完成补植。"
SENT = datetime(2024, 3, 5, 2, 23, 11, tzinfo=UTC)
DOC = b"\xd0\xcf\x11\xe0 a document"


def stream(identity: int, value: str | bytes, encoding: str = "utf-16-le") -> dict[str, bytes]:
    kind = 0x0102 if isinstance(value, bytes) else 0x001F if encoding == "utf-16-le" else 0x001E
    return {f"__substg1.0_{identity:04X}{kind:04X}": value if isinstance(value, bytes) else value.encode(encoding)}


def properties(header: int, **numbers: int) -> dict[str, bytes]:
    entries = b"".join(struct.pack("<IIQ", int(tag[1:], 16), 6, number) for tag, number in numbers.items())
    return {"__properties_version1.0": bytes(header) + entries}


def file_time(moment: datetime) -> int:
    return int((moment - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000


def mail(*streams: dict[str, bytes], header: int = 32, page: int = 936) -> dict[str, bytes]:
    out = properties(header, x00390040=file_time(SENT), x3FFD0003=page, x3FDE0003=page)
    for one in (stream(0x0037, "三月来稿"), stream(0x0C1A, "云河市林业局"), *streams):
        out |= one
    return out


def attachment(number: int, *streams: dict[str, bytes]) -> dict[str, bytes]:
    folder = f"__attach_version1.0_#{number:08X}"
    inner = properties(8)
    for one in streams:
        inner |= one
    return {f"{folder}/{name}": data for name, data in inner.items()}


def opened(streams: dict[str, bytes]) -> Envelope:
    data = ole_file(streams, exact=True)
    assert kind_of(data) is Kind.MSG
    envelope = open_envelope(data, "信.msg")
    assert envelope is not None
    return envelope


def words_of(envelope: Envelope) -> str:
    (part,) = (part for part in envelope.parts if part.is_text)
    document = read_document(part.data, part.name)
    return part.data.decode("utf-8") if document is None else flattened(document).text


def test_words_sender_and_date() -> None:
    envelope = opened(mail(stream(0x1000, BODY)))
    assert (envelope.subject, envelope.sender, envelope.sent) == ("三月来稿", "云河市林业局", "2024-03-05T02:23:11+00:00")
    assert words_of(envelope) == BODY.replace("\r\n", "\n")


def test_words_of_old_outlooks_in_their_code_page() -> None:
    assert words_of(opened(mail(stream(0x1000, BODY, "gb18030")))) == BODY.replace("\r\n", "\n")


def test_words_as_a_page() -> None:
    page = f"<html><body><p>{BODY.split()[0]}</p><p>{BODY.split()[1]}</p></body></html>"
    for envelope in (opened(mail(stream(0x1013, page.encode("gb18030")))), opened(mail(stream(0x1013, page.encode()), page=65001))):
        assert words_of(envelope).split("\n") == BODY.split("\r\n")


def test_words_as_rich_text_alone() -> None:
    rich = rb"{\rtf1\ansi\ansicpg936 \u20113?\u27827?\u24066?\par}"
    raw = struct.pack("<4I", len(rich) + 12, len(rich), 0x414C454D, 0) + rich
    assert words_of(opened(mail(stream(0x1009, raw)))).strip() == "云河市"


def test_the_compression_of_rich_text() -> None:
    # The worked example of [MS-OXRTFCP] 4.1.1.
    packed = bytes.fromhex("2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0")
    assert decompressed(packed) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    for broken in (b"", packed[:10], packed[:16] + b"\xff" * 3, struct.pack("<4I", 9, 2**31, 0x75465A4C, 0) + b"\x01\xff\xff"):
        try:
            assert len(decompressed(broken)) < 100
        except ValueError as error:
            assert str(error)


def test_attachments_by_their_long_names_and_byte_for_byte() -> None:
    one = attachment(0, stream(0x3704, "GUANYU~1.DOC"), stream(0x3707, "关于春季造林的报告.doc"), stream(0x3701, DOC))
    other = attachment(1, stream(0x3704, "现场.jpg"), stream(0x3701, b"\xff\xd8photo"))
    envelope = opened(mail(stream(0x1000, BODY), one, other))
    assert [(part.name, part.data) for part in envelope.parts[1:]] == [("关于春季造林的报告.doc", DOC), ("现场.jpg", b"\xff\xd8photo")]


def test_a_mail_within_a_mail() -> None:
    inner = {f"__substg1.0_3701000D/{name}": data for name, data in mail(stream(0x1000, BODY), header=24).items()}
    data = ole_file(mail(stream(0x1000, "转发，请查收。"), attachment(0, stream(0x3001, "林业局来信"), inner)), exact=True)
    items = unpack(data, "信.msg")
    assert [item.name for item in items] == ["邮件正文.txt", "邮件正文.txt"]
    assert items[1].data.decode() == BODY.replace("\r\n", "\n")
    assert items[1].path == ("信.msg", "林业局来信.msg")


def within(streams: dict[str, bytes], name: str) -> dict[str, bytes]:
    inner = {f"__substg1.0_3701000D/{path}": data for path, data in streams.items()}
    return attachment(0, stream(0x3001, name), inner)


def test_an_empty_mail_within_a_mail_costs_the_others_nothing() -> None:
    report = attachment(1, stream(0x3707, "报告.doc"), stream(0x3701, DOC))
    envelope = opened(mail(stream(0x1000, BODY), within(mail(header=24), "空信"), report))
    assert [part.name for part in envelope.parts] == ["邮件正文.txt", "报告.doc"]
    assert envelope.notes == ("“空信”这封邮件里没有文字，也没有附件，请报送单位重发。",)


def test_mails_too_deep_are_told() -> None:
    nested = mail(stream(0x1000, BODY), header=24)
    for number in range(6):
        nested = mail(stream(0x1000, f"第{number}层。"), within(nested, f"信{number}"), header=24 if number < 5 else 32)
    envelope = opened(nested)
    while envelope.parts[-1].inside is not None:
        envelope = envelope.parts[-1].inside
    assert envelope.notes == ("里面的邮件“信0”套得太深，没有取，请另存后再导入。",)


def test_attachments_beyond_the_limit_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.importers.mail.msg._MOST_ATTACHMENTS", 1)
    both = (attachment(number, stream(0x3707, f"报告{number}.doc"), stream(0x3701, DOC)) for number in range(2))
    envelope = opened(mail(stream(0x1000, BODY), *both))
    assert [part.name for part in envelope.parts] == ["邮件正文.txt", "报告0.doc"]
    assert envelope.notes == ("附件太多，只取了前面的 1 个，其余的请另存后再导入。",)


def test_an_empty_mail_and_a_broken_one_are_told() -> None:
    with pytest.raises(UserError, match="没有文字，也没有附件"):
        opened(mail())
    with pytest.raises(UserError, match="已损坏"):
        open_msg(ole_file(mail(stream(0x1000, BODY)), exact=True)[:600], "信.msg")


def test_damaged_mails_are_opened_or_refused() -> None:
    chance = random.Random(5)
    seed = ole_file(mail(stream(0x1000, BODY), attachment(0, stream(0x3707, "报告.doc"), stream(0x3701, DOC))), exact=True)
    for _ in range(150):
        try:
            open_msg(mutant(seed, chance), "信.msg")
        except UserError as error:
            assert error.sentence.endswith("。")
