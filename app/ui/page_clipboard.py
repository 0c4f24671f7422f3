"""A selection becomes a clipboard's content, and a clipboard's content becomes a command at the caret."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData

from app.edit.commands import Outcome, paste_fragment, paste_table, paste_text
from app.edit.fragment import MIME_TYPE, Fragment, fragment_of, from_json, to_html, to_json, to_text
from app.edit.state import EditorState, in_order
from app.edit.table_text import table_of_html, table_of_text
from app.importers.web_clipboard import MarkedText, read_web_clipboard


def copied(state: EditorState) -> QMimeData | None:
    """What is selected, in our own form, as a web page and as plain text; None for a mere caret."""
    if state.selection is None or state.selection.collapsed:
        return None
    return mime_of(fragment_of(state.issue, *in_order(state.issue, state.selection)))


def mime_of(fragment: Fragment) -> QMimeData:
    """A fragment in our own form, as a web page and as plain text."""
    mime = QMimeData()
    mime.setData(MIME_TYPE, to_json(fragment).encode("utf-8"))
    mime.setHtml(to_html(fragment))
    mime.setText(to_text(fragment))
    return mime


def holds_text(mime: QMimeData) -> bool:
    """Whether there are words to paste at a caret; files and pictures go another way."""
    words = mime.hasText() if not mime.hasImage() else bool(mime.text().strip())  # a browser copies an image with a page that shows it
    return mime.hasFormat(MIME_TYPE) or (not mime.hasUrls() and (words or (mime.hasHtml() and not mime.hasImage())))


def pasting(mime: QMimeData) -> tuple[Callable[[EditorState], Outcome], str]:
    """The command that puts a clipboard's words in the place of the selection, also when the clipboard holds others by then.

    Our own form keeps its roles; columns of a spreadsheet or of a web page are a table on an empty paragraph; other words from
    elsewhere keep 加粗 and 楷体 and are repaired. The second is what was repaired, in a sentence, "" for nothing.
    """
    from app.desk.pasting import repaired

    fragment = from_json(bytes(mime.data(MIME_TYPE).data())) if mime.hasFormat(MIME_TYPE) else None
    if fragment is not None:
        return lambda state: paste_fragment(state, fragment), ""
    table = table_of_html(mime.html()) if mime.hasHtml() else table_of_text(mime.text())
    if table is not None:
        plain = pasting_plain(mime)
        return lambda state: paste_table(state, table) or plain(state), ""
    pasted = repaired(_words(mime))
    return lambda state: paste_fragment(state, pasted.fragment), pasted.summary()


def pasting_plain(mime: QMimeData) -> Callable[[EditorState], Outcome]:
    """The command that puts a clipboard's characters in the place of the selection just as they are (只粘贴文字)."""
    text = (mime.text() if mime.hasText() else _words(mime).text).replace("\r\n", "\n").replace("\r", "\n")
    return lambda state: paste_text(state, text)


def _words(mime: QMimeData) -> MarkedText:
    """The words of a page with their marks, else those of plain text."""
    found = read_web_clipboard(mime.html()) if mime.hasHtml() else MarkedText("")
    return found if found.text else MarkedText(mime.text().replace("\r\n", "\n").replace("\r", "\n"))
