"""报尾 in the panel: a line that is added is where the keys go, and the clerk stays there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from app.edit.state import Place
from app.ui.main_window import MainWindow
from app.ui.outline_nodes import FOOTER_KEY
from tests.ui.signing import at_hand


def test_a_line_added_to_the_recipients_takes_the_keys_and_the_clerk_stays_at_the_footer(opened: MainWindow, qtbot: QtBot) -> None:
    article = next(at_hand(opened).articles())
    opened.pages.edit_at(Place(article.paragraphs[0].id, 2))
    opened.outline.view.go_to(FOOTER_KEY)
    form, before = opened.inspector.footer, len(at_hand(opened).footer.recipients)
    for count, button in enumerate((form.recipients.add_button, form.extra), 1):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert len(at_hand(opened).footer.recipients) == before + count
        assert opened.outline.view.key == FOOTER_KEY
        written = opened.focusWidget()
        assert written is not None and written.accessibleName() == f"第 {before + count} 行的单位"
    label = form.recipients.labels()[-1]
    assert label.text() == "本期增发"
    assert QFontMetrics(label.font()).horizontalAdvance(label.text()) <= label.width() - 12
