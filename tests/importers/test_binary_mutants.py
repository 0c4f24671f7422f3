"""Damaged and hostile DOC, WPS and RTF files are read or refused in a sentence, quickly and in little memory.

python -m pytest tests/importers/test_binary_mutants.py --mutants 20000
"""

from __future__ import annotations

import random
import struct

import pytest

from app.desk.worker import Limits, Worker
from app.errors import UserError
from app.importers.doc.fib import Part
from app.importers.doc.read import read_doc
from app.importers.doc.sprms import Sprm
from app.importers.raw import RawDocument
from app.importers.rtf.read import read_rtf
from tests.importers.doc.test_read import BOLD, DELETED, item, level, style
from tests.importers.doc.writer import Doc, Par, cell, par, plc, row_end, sprm, streams
from tests.importers.ole_writer import ole_file
from tests.importers.rtf.test_read import escaped, rtf
from tests.mutants import mutant

LIMITS = Limits(seconds=10, bytes=256 * 2**20)
WORKER_FAILED = ("秒还没有读完", "内存太多", "读到一半出了问题", "读不懂的内容")


def rich_doc() -> dict[str, bytes]:
    """The streams of a file that has some of everything."""
    lists = struct.pack("<H", 1) + struct.pack("<ii18xBB", 77, 0, 0, 0) + b"".join(level(37, "\x00、") for _ in range(9))
    uses = struct.pack("<I", 1) + struct.pack("<i8xBBBB", 77, 0, 0, 0, 0) + struct.pack("<I", 0xFFFFFFFF)
    styles = [style(0, 0xFFF), style(2, 0, b"", BOLD)]
    tables = {
        Part.STYLES: struct.pack("<H", 6) + struct.pack("<HHH", len(styles), 10, 0) + b"".join(styles),
        Part.LISTS: lists,
        Part.LIST_USES: uses,
        Part.FOOTNOTE_REFERENCES: plc([80, 90], [b"\1\0"]),
        Part.FOOTNOTES: plc([0, 6, 7]),
        Part.SHAPES: plc([1, 7], [struct.pack("<I22x", 1025)]),
        Part.TEXT_BOXES: plc([0, 5, 6], [struct.pack("<14xI4x", 1025), bytes(22)]),
        Part.HEADERS: plc([0, 0, 0, 0, 0, 0, 0, 0, 5]),
        Part.COMMENT_REFERENCES: plc([2, 5], [bytes(30)]),
        Part.COMMENTS: plc([0, 6, 7]),
        Part.COMMENT_AUTHORS: struct.pack("<H", 2) + "李明".encode("utf-16-le"),
    }
    png = b"\x89PNG\r\n\x1a\n" + bytes(40) + b"IEND\xaeB`\x82"
    main = [
        par("前\x08云河市创城简报", style=1),
        Par((("会议由", b""), ("老", DELETED), ("新主任", BOLD), ("\x01", sprm(Sprm.C_PICTURE, 0)))),
        item("领导", 0),
        item("专班", 1),
        par("见\x13 HYPERLINK \x14云河网\x15。"),
        *(cell("单位"), cell("篇数"), row_end((0, 1000, 3000), (0x60, 0))),
        *(cell(""), cell("1"), cell("2"), row_end((0, 1005, 2000, 3000), (0x20, 0, 0))),
        par("3月12日，云河市组织义务植树。\x02"),
    ]
    return streams(
        Doc(
            main,
            footnotes=[par("\x02 据市局"), par("")],
            headers=[par("内部资料")],
            comments=[par("\x05请核实"), par("")],
            text_boxes=[par("创城简报"), par("")],
            tables=tables,
            data=struct.pack("<IH62x", 68 + len(png), 68) + png,
        )
    )


def rich_rtf() -> bytes:
    """A file that has some of everything."""
    return rtf(
        r"{\stylesheet{\s1\outlinelevel0 heading 1;}}{\header inside\par}\pard\s1\f1 "
        + escaped("云河市创城简报")
        + r"\par\pard\uc1\u20113?{\deleted old}{\v secret}{\footnote note\par}{\*\annotation check\par}\par"
        + r"{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}{\listtext 1.\tab}item\par{\pict\pngblip 89504e47}\bin3 abc"
        + r"\trowd\clvmgf\cellx1000\cellx2000\intbl a\cell b\cell\row\trowd\clvmrg\cellx1000\cellx2000\intbl\cell c\cell\row\pard end\par"
    )


def read_any(data: bytes, name: str) -> RawDocument:
    return read_rtf(data, name) if name.endswith(".rtf") else read_doc(data, name)


def test_mutants_are_read_or_refused(pytestconfig: pytest.Config) -> None:
    chance = random.Random(20260312)
    parts, text = rich_doc(), rich_rtf()
    whole = ole_file(parts)
    read = refused = 0
    with Worker(LIMITS) as worker:
        for number in range(pytestconfig.getoption("mutants")):
            match number % 4:
                case 0:
                    name, data = "坏.rtf", mutant(text, chance)
                case 1:
                    name, data = "坏.doc", mutant(whole, chance)
                case _:  # within the streams, so that the damage is not seen before the reader is deep in the file
                    target = chance.choice(("WordDocument", "1Table", "1Table", "Data"))
                    name, data = "坏.doc", ole_file({**parts, target: mutant(parts[target], chance)})
            try:
                assert isinstance(worker.read(read_any, data, name), RawDocument)
                read += 1
            except UserError as error:
                assert error.sentence.startswith("“坏.") and error.sentence.endswith("。")
                assert not any(word in error.sentence for word in WORKER_FAILED), (number, error.sentence)
                refused += 1
    print(f"{read} mutants read, {refused} refused")
    assert read > refused > 0


def test_what_takes_most_work_stays_within_the_limits() -> None:
    """Files made to blow up: pieces that lie over one another, pages named a million times, fields and groups nested without end."""
    parts = rich_doc()
    word = parts["WordDocument"].ljust(2_000_000, b"\0")
    fields = struct.pack("<H", 0x13) * 500_000 + struct.pack("<H", 0x15) * 400_000
    hostile = {
        "many pieces.doc": _with_pieces(word, plc(range(200_001), [struct.pack("<HIH", 0, 0x800, 0)] * 200_000)),
        "one page a million times.doc": _with_table(parts, Part.CHARACTER_PAGES, plc(range(500_001), [struct.pack("<I", 5)] * 500_000)),
        "nested fields.doc": _with_pieces(word[:0x800] + fields, plc([0, 900_000], [struct.pack("<HIH", 0, 0x800, 0)])),
        "runs.rtf": rtf(r"\b a\b0 b" * 50_000),
        "cells.rtf": rtf(r"\trowd\clvmrg\cellx9\intbl x\cell\row" * 20_000),
        "unicode.rtf": rtf(r"\u20113?" * 200_000),
        "groups.rtf": rtf("{" * 4_000 + "a" + "}" * 4_000) * 50,
    }
    with Worker(Limits(seconds=20, bytes=512 * 2**20)) as worker:
        for name, data in hostile.items():
            try:
                worker.read(read_any, data, name)
            except UserError as error:
                assert not any(word in error.sentence for word in WORKER_FAILED), error.sentence


def _with_pieces(word: bytes, pieces: bytes) -> bytes:
    clx = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    changed = bytearray(word)
    struct.pack_into("<8I", changed, 0x4C, len(word), 0, 0, 0, 0, 0, 0, 0)
    struct.pack_into("<II", changed, 0x9A + 8 * Part.PIECES, 16, len(clx))
    return ole_file({"WordDocument": bytes(changed), "1Table": bytes(16) + clx})


def _with_table(parts: dict[str, bytes], part: Part, content: bytes) -> bytes:
    word = bytearray(parts["WordDocument"])
    struct.pack_into("<II", word, 0x9A + 8 * part, len(parts["1Table"]), len(content))
    return ole_file({**parts, "WordDocument": bytes(word), "1Table": parts["1Table"] + content})
