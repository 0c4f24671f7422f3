"""Good files of every kind become damaged ones, and the readers' answers become figures.

    python -m tests.importers.mutants --count 20000 [--folder FOLDER of real files]

Each is read in a process that may take ten seconds and 256 MB, half of what the program allows. Prints how many were read and refused, what
became of the process, the slowest, and every answer that is no sentence.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.desk.worker import Limits, Worker
from app.errors import UserError
from app.importers.envelope import open_envelope
from app.importers.read import read_bytes, read_raw
from app.importers.readers import read_document
from tests.importers.doc.writer import Doc, par, streams
from tests.importers.docx.files import p, packed, r
from tests.importers.mail import test_msg as outlook
from tests.importers.mail.writing import attached, mail, several, text
from tests.importers.ofd.test_read import ofd
from tests.importers.ole_writer import ole_file
from tests.importers.packing import packed as zipped
from tests.importers.pdf.drawing import centred, pdf, prose
from tests.importers.pdf.test_read import ONE, TWO
from tests.importers.rtf.test_read import escaped, rtf
from tests.mutants import mutant

_LARGEST_BYTES = 300_000
LIMITS = Limits(seconds=10, bytes=256 * 2**20)
TITLE = "云湖镇开展春季植树活动"
WORDS = f"{TITLE}\n{ONE}\n一、高位推动\n{TWO}\n（云湖镇供稿）"
_TABLE = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>单位</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
_PAGE = (
    f"<html><head><title>云湖</title></head><body><ul><li><a href=x>首页</a></ul><h1>{TITLE}</h1><p>{ONE}</p>"
    "<table><tr><td>单位<td>12</table></body>"
)
_WORKER_FAILED = ("秒还没有读完", "内存太多", "读到一半出了问题", "读不懂的内容")


def bases() -> dict[str, bytes]:
    """One small good file of each kind."""
    word = packed(p(TITLE) + p(r(ONE, "<w:b/>")) + _TABLE + p(TWO))
    letter = mail(several("mixed", text(WORDS), attached('filename="植树.docx"', word)))
    related = "From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n"
    message = outlook.mail(
        outlook.stream(0x1000, WORDS), outlook.attachment(0, outlook.stream(0x3707, "植树.docx"), outlook.stream(0x3701, word))
    )
    return {
        "txt.utf8": WORDS.encode(),
        "txt.gb18030": WORDS.encode("gb18030"),
        "txt.utf16": WORDS.encode("utf-16"),
        "docx": word,
        "doc": ole_file(streams(Doc([par(TITLE), par(ONE)]))),
        "rtf": rtf(escaped(WORDS)),
        "html": _PAGE.encode(),
        "mht": f"{related}{_PAGE}\r\n--b--\r\n".encode(),
        "eml": letter,
        "msg": ole_file(message, exact=True),
        "zip": zipped([("来稿/植树.docx", word), ("来稿/信.eml", letter)]),
        "pdf": pdf([centred(TITLE, 60), *prose(ONE, TWO, y=120)], prose(TWO)),
        "ofd": ofd([centred(TITLE, 60), *prose(ONE, y=120)]),
    }


def real_files(*folders: Path) -> dict[str, bytes]:
    """The files of folders that are small enough to be damaged thoroughly, by their names."""
    files = (file for folder in folders for file in sorted(folder.iterdir()) if file.is_file())
    return {file.name: data for file in files if 0 < len(data := file.read_bytes()) <= _LARGEST_BYTES}


def read_any(data: bytes, name: str) -> int:
    """What the program does with a file, in one function that a worker can run: the number of characters read."""
    envelope = open_envelope(data, name)
    if envelope is not None:
        return sum(len(part.data) for part in envelope.parts)
    document = read_document(data, name)
    return len((read_raw(document, name) if document is not None else read_bytes(data, name)).text)


@dataclass(slots=True)
class Tally:
    """What became of the mutants."""

    read: int = 0
    refused: int = 0
    died: Counter[str] = field(default_factory=Counter)
    speechless: list[str] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")


def run(count: int, seed: int = 20261126, good: Mapping[str, bytes] | None = None) -> Tally:
    """Read `count` mutants of the good files, our own ones by default, by turns."""
    chance, tally, files = random.Random(seed), Tally(), list((good or bases()).items())
    with Worker(LIMITS) as worker:
        for number in range(count):
            kind, data = files[number % len(files)]
            begun = time.monotonic()
            try:
                worker.read(read_any, mutant(data, chance), f"{number}.{kind}")
                tally.read += 1
            except UserError as error:
                failed = next((sign for sign in _WORKER_FAILED if sign in error.sentence), None)
                if failed:
                    tally.died[f"{kind}: {failed}"] += 1
                elif not error.sentence.endswith("。"):
                    tally.speechless.append(error.sentence)
                tally.refused += 1
            tally.slowest = max(tally.slowest, (time.monotonic() - begun, kind))
    return tally


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=20261126)
    parser.add_argument("--folder", type=Path, action="append", default=[])
    options = parser.parse_args()
    files = bases() | real_files(*options.folder)
    tally = run(options.count, options.seed, files)
    seconds, kind = tally.slowest
    print(f"{options.count} mutants of {len(files)} files: {tally.read} read, {tally.refused} refused, slowest {seconds:.2f} s ({kind})")
    print(f"worker failed: {dict(tally.died) or 'never'}; without a sentence: {tally.speechless or 'none'}")


if __name__ == "__main__":
    main()
