"""The parts of an open issue are kept out of Python's search for cycles, which in a long one would hold a key up for 50 ms."""

from __future__ import annotations

import gc

from app.ui.session import Session


def spare_open_issues(session: Session) -> None:
    """From now on, set aside what there is when an issue has been opened: it lives until another one takes its place."""
    session.opened.connect(lambda: _set_aside(session.issue is not None))


def _set_aside(opened: bool) -> None:
    gc.unfreeze()
    if opened:
        gc.collect()
        gc.freeze()
