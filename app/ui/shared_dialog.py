"""The address of an office's server is asked for, tried, and becomes the place that the library moves to."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.desk.moving import Tried, try_address
from app.errors import UserError
from app.ui.background import Background
from app.ui.style import redress

_LONGEST_WAIT_S = 12.0
_PORT = "5432"


class SharedDialog(QDialog):
    """`move_asked` brings the address to move to, `use_asked` the one to use as it stands, `home_asked` the wish to move back.

    `place` says where the library is now; `on_server` where that is an office's.
    """

    move_asked = Signal(str)
    use_asked = Signal(str)
    home_asked = Signal()

    def __init__(self, place: str, *, on_server: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("单位共用的来稿库")
        self.setMinimumWidth(600)
        self._background = Background("library", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 14)
        column.setSpacing(12)
        title = QLabel("几台电脑共用一个来稿库")
        title.setProperty("role", "title")
        column.addWidget(title)
        said = QLabel(f"现在用的是{place}。\n单位里装有 PostgreSQL 的话，请管理员建一个空的库，把下面几项告诉您；每台电脑都填同样的。")
        said.setWordWrap(True)
        column.addWidget(said)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        self.host, self.port, self.database = QLineEdit(), QLineEdit(_PORT), QLineEdit()
        self.user, self.password = QLineEdit(), QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.host.setPlaceholderText("服务器的名称或 IP，如 192.168.1.20")
        self.port.setMaximumWidth(90)
        for words, line in (
            ("服务器", self.host),
            ("端口", self.port),
            ("库名", self.database),
            ("用户名", self.user),
            ("密码", self.password),
        ):
            form.addRow(words, line)
            line.textChanged.connect(self._edited)
        column.addLayout(form)
        self.verdict = QLabel("填好以后先“试一试”，连得上才能搬。")
        self.verdict.setWordWrap(True)
        column.addWidget(self.verdict)
        column.addLayout(self._buttons(on_server))
        self._tried = ""
        self._edited()

    @property
    def address(self) -> str:
        """What was filled in, as an address."""
        user, secret = quote(self.user.text().strip(), safe=""), quote(self.password.text(), safe="")
        who = f"{user}:{secret}@" if secret else f"{user}@" if user else ""
        port = f":{self.port.text().strip()}" if self.port.text().strip() else ""
        name = quote(self.database.text().strip(), safe="")
        host = self.host.text().strip()
        if host.startswith("/"):  # a socket of this computer
            return f"postgresql://{who}/{name}?host={quote(host)}"
        return f"postgresql://{who}{host}{port}/{name}"

    def try_it(self) -> None:
        """Look what stands there, off the window's thread."""
        address = self.address
        if self._background.start(lambda: try_address(address), lambda tried: self._show(address, tried), self._fail):
            redress(self.verdict, "tone", "")
            self.verdict.setText("正在连接……")
            self._try.setEnabled(False)

    def done(self, result: int) -> None:
        """Close; nobody waits for a server any more."""
        self._background.wait(0.0 if not self._background.busy else _LONGEST_WAIT_S)
        super().done(result)

    def _buttons(self, on_server: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        self._try = self._button(row, "试一试", self.try_it)
        self._try.setDefault(True)
        row.addStretch(1)
        if on_server:
            self.home = self._button(row, "搬回本机", self._go_home)
        self.use = self._button(row, "改用那边的", lambda: self._leave(self.use_asked))
        self.move_ = self._button(row, "搬过去并改用", lambda: self._leave(self.move_asked))
        self.move_.setProperty("main", "true")
        box = QDialogButtonBox()
        box.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)
        box.rejected.connect(self.reject)
        row.addWidget(box)
        return row

    def _button(self, row: QHBoxLayout, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: act())
        row.addWidget(button)
        return button

    def _edited(self) -> None:
        self._try.setEnabled(bool(self.host.text().strip() and self.database.text().strip()))
        self.use.setEnabled(False)
        self.move_.setEnabled(False)

    def _show(self, address: str, tried: Tried) -> None:
        self._edited()
        if address != self.address:
            self.verdict.setText("改动过了，请再试一试。")
            return
        redress(self.verdict, "tone", "warning" if tried.read_only else "done")
        self.verdict.setText(tried.words())
        self.move_.setEnabled(tried.empty and not tried.read_only)
        self.use.setEnabled(not tried.empty)

    def _fail(self, error: UserError) -> None:
        self._edited()
        redress(self.verdict, "tone", "warning")
        self.verdict.setText(error.sentence)

    def _leave(self, signal: object) -> None:
        address = self.address
        self.accept()
        signal.emit(address)  # type: ignore[attr-defined]

    def _go_home(self) -> None:
        self.accept()
        self.home_asked.emit()
