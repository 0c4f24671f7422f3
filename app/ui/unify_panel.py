"""The units and people of an issue become a panel: one is chosen, its places are ticked, and all change as one step (统一称谓)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.edit.proof_commands import Fix
from app.proof.naming_forms import Naming, Place, places
from app.records import dataclass
from app.ui.fields import field_label
from app.ui.unify_places import PlaceList, PlaceRow

_ROW_PX, _NAMES_PX = 26, 150
_DATA = Qt.ItemDataRole.UserRole
_LEAD, _LOOKING, _NOTHING = "选一行，看各处，再统一", "正在找单位和人名…", "没有找到单位和人名"
_FIRST = "每篇第一次用全称"


@dataclass(frozen=True, slots=True)
class _Said:
    """What somebody chose for a name, which is known by its words: the name itself is made anew after each edit."""

    kind: str
    who: str
    words: frozenset[str]
    form: str
    full: str
    first: bool

    def of(self, naming: Naming) -> bool:
        """Whether it was said of this name."""
        return (self.kind, self.who) == (naming.kind, naming.who) and any(form.words in self.words for form in naming.forms)


class UnifyPanel(QWidget):
    """Signals: `wanted` brings the `Fix` values of the ticked places, `place_chosen` a `Place` to be shown on the page, `join_asked` the
    forms that are of one, `part_asked` forms that are not, `seen` that it is looked at. `row_of` says of a place where it is.
    """

    wanted = Signal(object)
    place_chosen = Signal(object)
    join_asked = Signal(object)
    part_asked = Signal(object)
    seen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideBody")
        self.row_of: Callable[[Place], PlaceRow] = lambda place: PlaceRow(place, "", "", "")
        self._said: tuple[_Said, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(6)
        self.lead = QLabel(_LEAD)
        column.addLayout(self._head())
        self.names = QListWidget()
        self.names.setAccessibleName("单位、人名和职务")
        self.names.setFixedHeight(_NAMES_PX)
        self.names.setUniformItemSizes(True)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.names.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.names.customContextMenuRequested.connect(self._menu)
        self.names.currentItemChanged.connect(lambda *_: self._show_naming())
        self.names.itemSelectionChanged.connect(self._show_groups)
        column.addWidget(self.names)
        self.form = QComboBox()
        self.form.setAccessibleName("统一为")
        self.form.setPlaceholderText("请选一种写法")
        self.form.currentIndexChanged.connect(lambda _: self._choose())
        column.addLayout(_line(field_label("统一为", self.form), self.form))
        self.first = QCheckBox(_FIRST)
        self.first.setToolTip("每篇正文里第一次出现用全称，后面都用上面选的写法")
        self.first.toggled.connect(lambda _: self._choose())
        self.full = QComboBox()
        self.full.setAccessibleName("全称")
        self.full.currentIndexChanged.connect(lambda _: self._choose())
        column.addLayout(_line(self.first, self.full))
        self.places = PlaceList()
        self.places.ticked_anew.connect(self._count)
        self.places.chosen.connect(self.place_chosen)
        self.places.setToolTip("引文、书名、报头报尾里的不打勾就不改")
        column.addWidget(self.places, 1)
        self.unify = QPushButton("统一")
        self.unify.clicked.connect(self._want)
        column.addWidget(self.unify)

    def _head(self) -> QHBoxLayout:
        self.join = _button("并为一组", "按住 Ctrl 点两行，说的是同一个单位或同一个人，就并成一组", self._join)
        self.part = _button("拆开", "把并起来的一组再分开", self._part)
        self.lead.setProperty("role", "quiet")
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(self.lead, 1)
        for button in (self.join, self.part):
            line.addWidget(button)
        return line

    def say_looking(self) -> None:
        """Names are being looked for; what was found before stays to be seen."""
        if not self.names.count():
            self.lead.setText(_LOOKING)

    def show_namings(self, found: Sequence[Naming]) -> None:
        """List what the issue holds now; the name that was looked at stays at hand if it is there still."""
        self.lead.setText(_LEAD if found else _NOTHING)
        if self._namings() == list(found):
            self._show_places()  # pages and words around may be others
            return
        at, last = self.names.currentRow(), self._naming()
        with QSignalBlocker(self.names):
            self.names.clear()
            for naming in found:
                item = QListWidgetItem(words_of(naming))
                item.setData(_DATA, naming)
                item.setToolTip(item.text())
                item.setSizeHint(QSize(0, _ROW_PX))
                font = item.font()
                font.setBold(len(naming.forms) > 1)
                item.setFont(font)
                self.names.addItem(item)
            same = next((row for row, naming in enumerate(found) if last is not None and _same(naming, last)), at)
            self.names.setCurrentRow(max(0, min(same, self.names.count() - 1)))
        self._show_naming()
        self._show_groups()

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks: what is shown should be what stands there."""
        super().showEvent(event)
        self.seen.emit()

    def forget(self) -> None:
        """Another issue is at hand: nothing was said of it."""
        self._said = ()
        self.places.forget()
        self.show_namings(())

    def _choose(self) -> None:
        """Somebody chose a form, or another name for the first mention: that holds for this name from now on."""
        naming = self._naming()
        if naming is not None:
            words = frozenset(naming.choices)
            said = _Said(naming.kind, naming.who, words, self.form.currentText(), self.full.currentText(), self.first.isChecked())
            self._said = (said, *(one for one in self._said if not one.of(naming)))
        self._show_places()

    def _show_naming(self) -> None:
        naming = self._naming()
        said = next((one for one in self._said if naming is not None and one.of(naming)), None)
        with QSignalBlocker(self.form), QSignalBlocker(self.full), QSignalBlocker(self.first):
            self.form.clear()
            self.full.clear()
            for words in naming.choices if naming else ():
                self.form.addItem(words)
            if naming is not None:
                self.form.setCurrentIndex(self.form.findText(_still(self.form, said.form if said else "", naming.preset)))
            for words in sorted(naming.choices if naming is not None and naming.full else (), key=len, reverse=True):
                self.full.addItem(words)
            if naming is not None:
                self.full.setCurrentText(_still(self.full, said.full if said else "", naming.full))
            self.first.setChecked(said is not None and said.first and self.full.count() > 1)
        for widget in (self.first, self.full):
            widget.setEnabled(self.full.count() > 1)
        self._show_places()

    def _show_places(self) -> None:
        naming = self._naming()
        full = self.full.currentText() if self.first.isChecked() else ""
        self.full.setEnabled(self.first.isChecked())
        found = places(naming, self.form.currentText(), full) if naming is not None else ()
        rows = [self.row_of(place) for place in found]
        if rows != self.places.rows():
            self.places.show_rows(rows)
        self._count()

    def _show_groups(self) -> None:
        chosen = self._chosen()
        self.join.setEnabled(len(chosen) > 1 and len({naming.kind for naming in chosen}) == 1 and chosen[0].kind != "职务")
        self.part.setEnabled(len(chosen) == 1 and chosen[0].joined)

    def _count(self) -> None:
        count = len(self.places.ticked())
        self.unify.setEnabled(count > 0)
        self.unify.setText(f"统一（改 {count} 处）" if count else "统一")

    def _menu(self, at: QPoint) -> None:
        """The groups by a right click, too."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in (self.join, self.part):
            action = menu.addAction(button.text())
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        menu.popup(self.names.viewport().mapToGlobal(at))

    def _namings(self) -> list[Naming]:
        return [self.names.item(at).data(_DATA) for at in range(self.names.count())]

    def _naming(self) -> Naming | None:
        item = self.names.currentItem()
        naming = item.data(_DATA) if item is not None else None
        return naming if isinstance(naming, Naming) else None

    def _chosen(self) -> list[Naming]:
        return [item.data(_DATA) for item in self.names.selectedItems()]

    def _join(self) -> None:
        self.join_asked.emit(frozenset(form.words for naming in self._chosen() for form in naming.forms))

    def _part(self) -> None:
        self.part_asked.emit(frozenset(form.words for naming in self._chosen() for form in naming.forms))

    def _want(self) -> None:
        ticked = self.places.ticked()
        if ticked:
            self.wanted.emit(tuple(Fix(one.spot.key, one.spot.start, one.spot.end, one.words, one.new) for one in ticked))


def words_of(naming: Naming) -> str:
    """市国税局（5）　市税务局（3）; of posts with the person before them."""
    forms = "　".join(f"{form.words}（{len(form.spots)}）" for form in naming.forms)
    return f"{naming.who}：{forms}" if naming.who else forms


def _still(box: QComboBox, said: str, preset: str) -> str:
    """What was said, as long as it can be chosen, or else what is chosen unasked."""
    return said if said and box.findText(said) >= 0 else preset


def _same(one: Naming, other: Naming) -> bool:
    """Whether two are of one name, whatever was changed meanwhile."""
    words = {form.words for form in other.forms}
    return (one.kind, one.who) == (other.kind, other.who) and any(form.words in words for form in one.forms)


def _button(words: str, tip: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(words)
    button.setToolTip(tip)
    button.setProperty("quiet", "true")
    button.setProperty("small", "true")
    button.setEnabled(False)
    button.clicked.connect(lambda _=False: act())
    return button


def _line(label: QWidget, field: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addWidget(label)
    line.addWidget(field, 1)
    return line
