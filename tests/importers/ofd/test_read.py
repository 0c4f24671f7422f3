"""OFD pages become the paragraphs that somebody wrote."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from app.desk.intake import submission_of
from app.errors import UserError
from app.importers.kinds import Kind, kind_of
from app.importers.ofd.read import read_ofd
from app.importers.raw import RawParagraph
from app.importers.raw_text import flattened
from tests.importers.packing import packed
from tests.importers.pdf.drawing import Words, centred, prose
from tests.importers.pdf.test_read import FIVE, FOUR, ONE, SIX, THREE, TWO
from tests.mutants import mutant

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
MM = 25.4 / 72


def xml(body: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>{body}'.encode()


def text_object(words: Words, *, run: bool = True, extra: str = "") -> str:
    """Words as OFD writers set them: a box, and distances for all characters together or one by one."""
    size = words.size * MM
    deltas = f"g {len(words.text) - 1} {size:.3f}" if run else " ".join([f"{size:.3f}"] * (len(words.text) - 1))
    code = f'<ofd:TextCode X="0" Y="{size:.3f}" DeltaX="{deltas}">{words.text}</ofd:TextCode>'
    box = f"{words.x * MM:.3f} {words.y * MM - size:.3f} {len(words.text) * size:.3f} {size:.3f}"
    return f'<ofd:TextObject ID="9" Boundary="{box}" Font="1" Size="{size:.3f}" {extra}>{code}</ofd:TextObject>'


def ofd(*pages: Sequence[Words | str], template: str = "", more: Sequence[tuple[str, bytes]] = ()) -> bytes:
    """A file of these pages, each with words and other objects."""
    listed = "".join(f'<ofd:Page ID="{at}" BaseLoc="Pages/Page_{at}/Content.xml"/>' for at in range(len(pages)))
    used = '<ofd:Template TemplateID="77"/>' if template else ""
    document = (
        f"<ofd:Document {SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        '<ofd:PublicRes>PublicRes.xml</ofd:PublicRes><ofd:TemplatePage ID="77" BaseLoc="Tpls/T.xml"/></ofd:CommonData>'
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    )
    parts = [
        ("OFD.xml", xml(f"<ofd:OFD {SPACE}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>")),
        ("Doc_0/Document.xml", xml(document)),
        ("Doc_0/PublicRes.xml", xml(f'<ofd:Res {SPACE}><ofd:Fonts><ofd:Font ID="1" FontName="楷体_GB2312"/></ofd:Fonts></ofd:Res>')),
        ("Doc_0/Tpls/T.xml", xml(f"<ofd:Page {SPACE}><ofd:Content><ofd:Layer>{template}</ofd:Layer></ofd:Content></ofd:Page>")),
    ]
    for at, page in enumerate(pages):
        body = "".join(item if isinstance(item, str) else text_object(item) for item in page)
        content = (
            f"<ofd:Page {SPACE}>{used}<ofd:Content><ofd:Layer><ofd:PageBlock>{body}</ofd:PageBlock></ofd:Layer></ofd:Content></ofd:Page>"
        )
        parts.append((f"Doc_0/Pages/Page_{at}/Content.xml", xml(content)))
    return packed([*parts, *more])


def lines(data: bytes) -> list[str]:
    return [line for line in flattened(read_ofd(data, "来稿.ofd")).text.split("\n") if line.strip()]


def test_text_objects_become_paragraphs() -> None:
    data = ofd([centred("云湖镇植树忙", 60), *prose(ONE, TWO, THREE, y=120)])
    assert kind_of(data) is Kind.OFD
    assert lines(data) == ["云湖镇植树忙", ONE, TWO, THREE]
    assert "植树" in submission_of(data, "来稿.ofd").intake.text
    block = read_ofd(data, "来稿.ofd").blocks[1]
    assert isinstance(block, RawParagraph) and block.look.face.value == "楷体"


def test_pages_go_on_and_their_edges_are_a_repair() -> None:
    edge = text_object(Words(80, 40, "云湖镇信息快报"))
    data = ofd(prose(ONE, TWO, THREE), prose(FOUR, FIVE, SIX), template=edge)
    intake = submission_of(data, "来稿.ofd").intake
    assert intake.text.split("\n") == [ONE, TWO, THREE, FOUR, FIVE, SIX]
    assert [repair.before for repair in intake.repairs if repair.rule == "page_edge"] == ["云湖镇信息快报"] * 2


def test_places_by_a_matrix_and_by_single_distances() -> None:
    scaled = []
    for word in prose(ONE, TWO):
        em, steps = word.size * MM, " ".join(["1"] * (len(word.text) - 1))
        code = f'<ofd:TextCode X="0" Y="0" DeltaX="{steps}">{word.text}</ofd:TextCode>'
        place = f'Boundary="{word.x * MM} {word.y * MM - 3} 200 9" CTM="{em} 0 0 {em} 0 3"'
        scaled.append(f'<ofd:TextObject {place} Size="1" Font="1">{code}</ofd:TextObject>')
    assert lines(ofd(scaled)) == [ONE, TWO]
    assert lines(ofd([text_object(word, run=False) for word in prose(ONE, TWO)])) == [ONE, TWO]


def test_what_can_not_be_read_is_told() -> None:
    scan = '<ofd:ImageObject Boundary="0 0 210 297" ResourceID="3"/>'
    for data, sentence in (
        (ofd([scan]), "扫描件"),
        (ofd([]), "没有文字"),
        (ofd(prose(ONE), more=[("Encryptions.xml", b"<x/>")]), "加了密"),
        (packed([("OFD.xml", xml(f"<ofd:OFD {SPACE}><ofd:DocRoot>none.xml</ofd:DocRoot></ofd:OFD>"))]), "可能已损坏"),
    ):
        with pytest.raises(UserError, match=sentence):
            submission_of(data, "来稿.ofd")


def test_damaged_files_are_read_or_refused() -> None:
    chance, seed = random.Random(5), ofd([centred("云湖镇植树忙", 60), *prose(ONE, TWO, y=120)], prose(THREE))
    for _ in range(150):
        try:
            read_ofd(mutant(seed, chance), "来稿.ofd")
        except UserError as error:
            assert error.sentence.endswith("。")


def test_numbers_that_are_none_harm_nobody() -> None:
    for size, deltas in (("nan", "1"), ("1e999", "1"), ("0", "g"), ("-3", "g 9999999999 1"), ("5", "g x y"), ("5", "1e308 1e308")):
        code = f'<ofd:TextCode X="0" Y="0" DeltaX="{deltas}">云湖镇</ofd:TextCode>'
        item = f'<ofd:TextObject Boundary="0 0 9 9" Size="{size}">{code}</ofd:TextObject>'
        assert ONE in lines(ofd([item, *prose(ONE, y=120)]))
