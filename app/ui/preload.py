"""What the first open, paste and rename will need is read from disk while the person looks at the window."""

from __future__ import annotations

from importlib import import_module
from threading import Thread

_MODULES = (
    "app.layout.engine",
    "app.store.jianbao",
    "app.desk.saving",
    "app.desk.compose",
    "app.desk.report",
    "app.desk.intake",
    "app.exporters.pdf.export",
    "app.exporters.docx.export",
)


def preload_quietly() -> None:
    """Import modules and the word list in a thread that nothing waits for."""
    Thread(target=load_all, name="preload", daemon=True).start()


def load_all() -> None:
    """Import them here and now."""
    for name in _MODULES:
        import_module(name)
    from app.text.words import word_starts

    word_starts("云河市工作简报")
