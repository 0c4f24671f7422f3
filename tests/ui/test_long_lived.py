"""What an open issue is made of is set aside, and taken back when the issue is closed."""

from __future__ import annotations

import gc

from app.ui.long_lived import spare_open_issues
from app.ui.main_window import MainWindow
from tests.ui import bulletins


def test_an_open_issue_is_set_aside_until_it_is_closed(window: MainWindow, settle: object) -> None:
    assert callable(settle)
    spare_open_issues(window.session)
    try:
        window.files.new_composed(bulletins.composed(), None)
        settle()
        assert gc.get_freeze_count() > 0
        window.session.close()
        assert gc.get_freeze_count() == 0
    finally:
        gc.unfreeze()
