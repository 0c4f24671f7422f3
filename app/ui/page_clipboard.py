"""A selection becomes a clipboard's content, and a clipboard's content becomes a command at the caret."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocumentFragment

from app.edit.commands import Outcome, paste_fragment, paste_text
from app.edit.fragment import MIME_TYPE, fragment_of, from_json, to_html, to_json, to_text
from app.edit.state import EditorState, in_order


def copied(state: EditorState) -> QMimeData | None:
    """What is selected, in our own form, as a web page and as plain text; None for a mere caret."""
    if state.selection is None or state.selection.collapsed:
        return None
    fragment = fragment_of(state.issue, *in_order(state.issue, state.selection))
    mime = QMimeData()
    mime.setData(MIME_TYPE, to_json(fragment).encode("utf-8"))
    mime.setHtml(to_html(fragment))
    mime.setText(to_text(fragment))
    return mime


def holds_text(mime: QMimeData) -> bool:
    """Whether there are words to paste at a caret; files and pictures go another way."""
    return mime.hasFormat(MIME_TYPE) or (not mime.hasUrls() and (mime.hasText() or mime.hasHtml()))


def pasting(mime: QMimeData) -> Callable[[EditorState], Outcome]:
    """The command that puts a clipboard's words in the place of the selection, also when the clipboard holds others by then.

    Our own form keeps its roles.
    """
    fragment = from_json(bytes(mime.data(MIME_TYPE).data())) if mime.hasFormat(MIME_TYPE) else None
    if fragment is not None:
        return lambda state: paste_fragment(state, fragment)
    text = mime.text() if mime.hasText() else QTextDocumentFragment.fromHtml(mime.html()).toPlainText()
    return lambda state: paste_text(state, text.replace("\r\n", "\n").replace("\r", "\n"))
