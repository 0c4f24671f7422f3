"""Key strokes in the middle of a long issue become the times until the visible page stands again; prints JSON.

`python -m tests.bench.key_strokes FILE.jianbao`. Each stroke is a command of the editor, a new layout, and the page with the
caret made anew, with the one after it; the rest of the pages is made when somebody looks. Strokes that keep the paragraph's
line count and those that change it are counted apart.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path

from app.desk.faces import faces_for
from app.desk.intake import open_issue
from app.edit.state import EditorState, Place
from app.edit.text_commands import replace_text
from app.layout.engine import Compositor
from app.layout.frames import Layout

STROKES = 400
_WORDS = "云河市城市更新行动坚持建管并重改造一个小区同步建立一套长效管护机制"


def page_of(layout: Layout, block: int) -> int:
    """The index of the page on which a block starts, without making pages."""
    flow = next(index for index, paragraph in enumerate(layout.flow) if paragraph.block == block)
    return max(page for page, (first, _line) in enumerate(layout.page_starts) if first <= flow)


def lines_of(layout: Layout, block: int) -> int:
    """How many lines a paragraph has."""
    return next(len(paragraph.lines) for paragraph in layout.flow if paragraph.block == block)


def main(path: Path) -> None:
    """Type into a paragraph in the middle, then take everything back, and print the two lists of seconds."""
    issue = open_issue(path).issue
    compositor = Compositor(faces_for(issue.template, {}))
    articles = list(issue.articles())
    block = articles[len(articles) // 2].paragraphs[0].id
    state = EditorState(issue)
    layout = compositor.layout(issue)
    for page in layout.pages:
        assert page.lines or page.rules
    gc.collect()
    gc.freeze()  # as the window does with what an open issue is made of
    at = page_of(layout, block)
    lines = lines_of(layout, block)
    same: list[float] = []
    changed: list[float] = []
    for stroke in range(STROKES):
        offset = 10 + (stroke if stroke < STROKES // 2 else STROKES - 1 - stroke)
        typing = stroke < STROKES // 2
        started = time.perf_counter()
        edited = replace_text(state, Place(block, offset), offset if typing else offset + 1, _WORDS[stroke % len(_WORDS)] if typing else "")
        assert edited is not None
        state = edited[0]
        layout = compositor.layout(state.issue)
        visible = [layout.pages[index] for index in range(at, min(at + 2, len(layout.pages)))]
        seconds = time.perf_counter() - started
        assert all(page.lines for page in visible)
        count = lines_of(layout, block)
        (same if count == lines else changed).append(seconds)
        lines = count
    sys.stdout.write(json.dumps({"pages": len(layout.pages), "same": same, "changed": changed}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
