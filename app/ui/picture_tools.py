"""What goes along with pictures - putting them in, choosing them on the pages, their fields - becomes one set of commands and wires."""

from __future__ import annotations

from collections.abc import Callable

from app.ui.asking import Asker
from app.ui.inspector import Inspector
from app.ui.memory import Memory
from app.ui.message_bar import MessageBar
from app.ui.page_editor import PageEditor
from app.ui.picture_desk import PictureDesk
from app.ui.picture_drop import PictureDrop
from app.ui.picture_tool import PictureTool
from app.ui.session import Session
from app.ui.tasks import TaskRunner


class PictureTools:
    """Makes them for one window. `acts` are the commands, by the names of their actions."""

    def __init__(self, session: Session, runner: TaskRunner, bar: MessageBar, asker: Asker, memory: Memory) -> None:
        self.desk = PictureDesk(session, runner, bar, asker)
        self._session, self._memory = session, memory
        self.acts: dict[str, Callable[[], object]] = {"insert_picture": lambda: self.desk.ask(memory)}

    def wire(self, pages: PageEditor, inspector: Inspector, paste: Callable[[], None]) -> None:
        """Tie them to the pages and the panel; `paste` takes a clipboard that holds no picture."""
        self.drop = PictureDrop(pages, self.desk.take_files)
        self.tool = PictureTool(self._session, pages)
        self.tool.edit_asked.connect(inspector.edit_picture)
        inspector.picture.compress_asked.connect(self.desk.compress)
        inspector.masthead.picture.asked.connect(lambda: self.desk.ask_for_masthead(self._memory))

        def paste_any() -> None:
            if not self.desk.paste():
                paste()

        self.acts["paste"] = paste_any
        pages.paste_left.connect(paste_any)
