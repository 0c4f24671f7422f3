"""One engine in a fresh process, as an editor holds it: the first export, then exports after one changed character; prints JSON.

`python -m tests.bench.in_process ours|typst FOLDER`. Imports and the reading of the text are done before the clock starts, and so
is, in both engines, the look for fonts; opening the faces counts. Between the first export and the next ones an engine may do what
an editor does while nobody types: ours prepares its faces to be subset, as the window does behind the first picture.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROUNDS = 15

Export = Callable[[int], bytes]
"""Makes the PDF after the edit with this number; number 0 is the text as it is."""
Settle = Callable[[], object]
"""What is done between the first export and the next one."""


def ours(folder: Path) -> tuple[Export, Settle]:
    """Our engine: the issue's layout and PDF, kept between exports as the window keeps them."""
    from app.desk.faces import faces_for
    from app.desk.intake import open_issue
    from app.desk.publish import pdf_info
    from app.edit.state import EditorState, Place
    from app.edit.text_commands import replace_text
    from app.exporters.pdf.export import PdfSession
    from app.layout.engine import Compositor

    issue = open_issue(folder / "one.jianbao").issue
    faces = faces_for(issue.template, {})
    compositor, session = Compositor(faces), PdfSession()
    state = EditorState(issue)
    articles = list(issue.articles())
    place = Place(articles[len(articles) // 2].paragraphs[-1].id, 5)

    def export(turn: int) -> bytes:
        nonlocal state
        if turn:
            edited = replace_text(state, place, place.offset + 1, "东西南北中"[turn % 5])
            assert edited is not None
            state = edited[0]
        return session.export(compositor.layout(state.issue), pdf_info(state.issue))

    return export, faces.prepare_subsets


def typst(folder: Path) -> tuple[Export, Settle]:
    """Typst: one compiler, which keeps what it has set between compilations."""
    import typst

    source = folder / "edited.typ"
    text = (folder / "one.typ").read_text(encoding="utf-8")
    source.write_text(text, encoding="utf-8")
    compiler = typst.Compiler(str(source), font_paths=[str(folder / "fonts")], ignore_system_fonts=True)
    paragraphs = [line for line in text.split("\n\n") if len(line) > 100 and not line.startswith("#")]
    middle = text.index(paragraphs[len(paragraphs) // 2]) + 5

    def export(turn: int) -> bytes:
        if turn:
            source.write_text(text[:middle] + "东西南北中"[turn % 5] + text[middle + 1 :], encoding="utf-8")
        return bytes(compiler.compile(format="pdf"))

    return export, list


def main(engine: str, folder: Path) -> None:
    """Print {"first": seconds, "warm": seconds}."""
    export, settle = {"ours": ours, "typst": typst}[engine](folder)
    times = []
    for turn in range(ROUNDS + 1):
        started = time.perf_counter()
        data = export(turn)
        times.append(time.perf_counter() - started)
        assert data.startswith(b"%PDF-")
        if not turn:
            settle()
    sys.stdout.write(json.dumps({"first": times[0], "warm": statistics.median(times[1:])}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
