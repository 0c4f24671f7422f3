"""Our OFD files become page counts and words as easyofd reads them: `python -m tests.oracle.by_easyofd PYTHON`.

easyofd (PyPI, Apache-2.0) can't be among our own requirements: it requires PyMuPDF, which is under the AGPL. PYTHON is an interpreter of
a folder apart that has easyofd without it (`pip install --no-deps easyofd`, and xmltodict, loguru, pyasn1, reportlab, fonttools, pillow);
its reading half asks nothing of PyMuPDF. What is read is held against the frames: pages, and the text in order. easyofd's XML reader drops
blanks at the ends of a text object, so blanks are left out on both sides.
"""

from __future__ import annotations

import base64
import json
import subprocess
import sys

from app.desk.faces import face_resolver, faces_for
from app.desk.publish import pdf_info
from app.exporters.ofd.export import ofd_bytes
from app.layout.engine import lay_out
from app.layout.frames import Page
from tests.oracle.side_by_side import issues

_READS = """
import contextlib, json, sys, types
sys.modules["fitz"] = types.ModuleType("fitz")  # the drawing half's, which is not called
with contextlib.redirect_stdout(sys.stderr):
    from easyofd.parser_ofd.ofd_parser import OFDParser
    (document,) = OFDParser(sys.stdin.read())()
    pages = document["page_info"]
    read = ["".join(text["text"] for text in pages[number]["text_list"]) for number in sorted(pages, key=int)]
print(json.dumps(read))
"""


def read_by_easyofd(python: str, data: bytes) -> list[str]:
    """The words of each page, in the order of the file."""
    given = base64.b64encode(data).decode()
    done = subprocess.run([python, "-c", _READS], input=given, text=True, capture_output=True, check=True)
    found: list[str] = json.loads(done.stdout.splitlines()[-1])
    return found


def words_of(page: Page) -> str:
    """The words of a page in painting order, without blanks."""
    lines = (*page.lines, *([page.folio] if page.folio else []))
    return "".join("".join(line.line.text for line in lines).split())


def main(python: str) -> int:
    """Say of each issue whether easyofd reads the same; 1 where it does not."""
    failed = 0
    for name, issue in issues().items():
        layout = lay_out(issue, faces_for(issue.template, {}, face_resolver()))
        read = ["".join(page.split()) for page in read_by_easyofd(python, ofd_bytes(layout, pdf_info(issue)))]
        wanted = [words_of(page) for page in layout.pages]
        same = read == wanted
        failed += not same
        print(f"{name}: {len(read)} of {len(wanted)} pages, {sum(map(len, read))} of {sum(map(len, wanted))} characters, in order: {same}")
    return int(failed > 0)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("python -m tests.oracle.by_easyofd PYTHON")
    raise SystemExit(main(sys.argv[1]))
