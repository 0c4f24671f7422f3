"""Templates become a dialog: those there are on the left, the values of one in the middle, its pages on the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.desk.found_look import FoundLook
from app.desk.template_draft import Draft, Sheet
from app.desk.template_shelf import KIND_WORDS, Shelf, Slot, differing, like
from app.errors import UserError
from app.fonts.roles import FaceResolver
from app.model.faces import FaceRole
from app.model.issue import Issue
from app.model.template_fields import FieldSpec, Value, template_fields
from app.model.template_lists import entries_of, with_entry, with_entry_up, without_entry
from app.model.template_presets import with_grid_kept, without_preset
from app.model.template_reader import with_preset
from app.ui.asking import PICTURE_FILTER, Asker
from app.ui.message_bar import MessageBar
from app.ui.style import redress
from app.ui.template_files import TemplateFiles
from app.ui.template_list import TemplateList
from app.ui.template_pages import TemplatePages
from app.ui.template_row import HOW_WORDS
from app.ui.template_values import TemplateValues, refusal

_SIZE = (1320, 690)
_SIZES, _BESIDE = [210, 540, 540], [200, 430, 660]
_PAGES = {
    **dict.fromkeys(("名称", "报头名称", "期号和编发单位", "红线", "目录", "颜色", "字体"), 1),
    **dict.fromkeys(("报尾", "报送单位"), 0),
}
"""On which page one sees what a group of values does; 0 is the last one."""
_AS_SAVED = "改动以前的样子"


class TemplateDialog(QDialog):
    """Edits drafts; nothing is written before it is asked for.

    `apply_asked` brings a template for the open issue, and whether it is its own with other values.
    """

    apply_asked = Signal(object, bool)

    def __init__(
        self,
        shelf: Shelf,
        resolver: FaceResolver,
        asker: Asker,
        issue: Callable[[], Issue | None],
        folder: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("版式模板")
        self.resize(*_SIZE)
        self._shelf, self._asker, self._issue, self._folder = shelf, asker, issue, folder
        self._others: list[tuple[str, Sheet]] = []
        self._other = 0
        self.bar = MessageBar()
        self.list = TemplateList()
        self.values = TemplateValues(lambda role: resolver.offers(FaceRole(role)))
        self.pages = TemplatePages(resolver, issue)
        self.undo, self.redo, self.apply = QPushButton("撤销"), QPushButton("恢复"), QPushButton("用于眼前这一期")
        self.save, self.shut, self.said = QPushButton("保存"), QPushButton("关闭"), QLabel()
        self._files = TemplateFiles(shelf, asker, folder, self)
        self._assemble()
        self._wire()
        shelf.take_issue(issue(), another=True)
        self.slot: Slot = shelf.slots[0]
        self.pages.show_issue()
        self.show_slot(self.slot)

    def show_slot(self, slot: Slot) -> None:
        """Go to a template."""
        self.slot = slot
        self.say("")
        self.values.of_issue = slot.kind == "issue"
        self._list_others()
        self.pages.propose(slot.kind == "issue")
        if slot.problem:
            self.bar.say("warning", slot.problem)
        else:
            self.bar.hide()
        self.refresh()

    def show_look(self, look: FoundLook) -> None:
        """Go to what was taken from a printed issue."""
        self.show_slot(self._shelf.take_look(look))
        guessed = sum(value.how == "guessed" for value in look.values)
        words = [*look.notes, *([f"有 {guessed} 项是推测的，请核对。"] if guessed else [])]
        choices = [("只看推测的", lambda: self.values.look_for(HOW_WORDS["guessed"]))] if guessed else []
        if words:
            self.bar.say("info", "".join(words), choices)

    def show_issue(self, *, another: bool) -> None:
        """The open issue is another one, or it was changed."""
        slot, was = self._shelf.take_issue(self._issue(), another=another), self.slot
        self.pages.show_issue()
        if was not in self._shelf.slots:
            self.show_slot(slot or self._shelf.slots[0])
        elif another or was is slot:
            self.refresh()

    def show_issue_slot(self) -> None:
        """Go to the open issue's own look."""
        if self._shelf.issue_slot is not None:
            self.show_slot(self._shelf.issue_slot)

    def say(self, words: str) -> None:
        """Say what was done."""
        self.said.setText(words)
        redress(self.said, "tone", "done")

    def reject(self) -> None:
        """Close; what was not saved is asked for first."""
        names = [slot.name for slot in self._shelf.slots if slot.unsaved]
        if not names or self._asker.drop_template_edits(names):
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross in the corner is no other way out."""
        self.reject()
        event.setAccepted(not self.isVisible())

    def _assemble(self) -> None:
        for button, tip in ((self.undo, "撤销上一步（Ctrl+Z）"), (self.redo, "恢复撤销的一步（Ctrl+Y）")):
            button.setProperty("quiet", "true")
            button.setToolTip(tip)
        self.apply.setToolTip("打开着的这一期改用这个版式，一步可以撤销")
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self.undo)
        foot.addWidget(self.redo)
        foot.addWidget(self.said)
        foot.addStretch(1)
        for button in (self.apply, self.save, self.shut):
            foot.addWidget(button)
        for button in (self.undo, self.redo, self.apply, self.save, self.shut):
            button.setAutoDefault(False)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(17)
        self.splitter.setObjectName("airy")
        for at, widget in enumerate((self.list, self.values, self.pages)):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(at, (0, 1, 1)[at])
        self.splitter.setSizes(_SIZES)
        within = QVBoxLayout()
        within.setContentsMargins(16, 12, 16, 0)
        within.setSpacing(10)
        within.addWidget(self.splitter, 1)
        within.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(within, 1)

    def _wire(self) -> None:
        form = self.values.form
        self.list.chosen.connect(lambda at: self.show_slot(self._shelf.slots[at]) if at >= 0 else None)
        self.list.group_chosen.connect(self._show_group)
        files = self._files
        for asked, act in (
            (self.list.copy_asked, lambda: files.copy(self.slot)),
            (self.list.rename_asked, lambda: files.rename(self.slot)),
            (self.list.remove_asked, lambda: files.remove(self.slot)),
            (self.list.take_in_asked, files.take_in),
            (self.list.write_out_asked, lambda: files.write_out(self.slot)),
        ):
            asked.connect(act)
        self.values.listed.connect(self._show_groups)
        self.values.compared.connect(self._compare)
        self.values.preset_chosen.connect(lambda name: self._step(lambda draft: draft.with_template(with_preset(draft.template, name))))
        self.values.preset_kept.connect(lambda: self._step(lambda draft: draft.with_template(with_grid_kept(draft.template))))
        self.values.preset_dropped.connect(lambda name: self._step(lambda draft: draft.with_template(without_preset(draft.template, name))))
        self.values.all_reset.connect(lambda: self._reset(template_fields))
        form.edited.connect(self._edit)
        form.reset.connect(lambda spec: self._reset(lambda _: (spec,)))
        form.group_reset.connect(lambda group: self._reset(lambda t: tuple(s for s in template_fields(t) if s.words.group == group)))
        form.left.connect(lambda _: self._leave())
        form.picture_asked.connect(self._choose_picture)
        form.entry_asked.connect(self._change_list)
        self.pages.group_asked.connect(lambda group: self._show_group(group, turn=False))
        self.pages.shown.connect(self._show_faces)
        self.pages.beside.connect(lambda on: self.splitter.setSizes(_BESIDE if on else _SIZES))
        self.undo.clicked.connect(lambda _=False: self._step(Draft.undone))
        self.redo.clicked.connect(lambda _=False: self._step(Draft.redone))
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self.undo.click)
        for keys in (QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")):
            QShortcut(keys, self).activated.connect(self.redo.click)
        QShortcut(QKeySequence.StandardKey.Save, self).activated.connect(self.save.click)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.values.search.setFocus)
        self.save.clicked.connect(lambda _=False: files.save(self.slot))
        self.apply.clicked.connect(lambda _=False: self._apply())
        self.shut.clicked.connect(lambda _=False: self.reject())

    def refresh(self) -> None:
        """Show the slot at hand as it is now."""
        slot, draft = self.slot, self.slot.draft
        self.list.show_slots(self._shelf.slots, slot)
        self.values.setEnabled(draft is not None)
        other = self._others[self._other] if self._others else None
        if draft is not None:
            self.values.show_draft(draft, other[1].template if other else None)
            self.pages.show_sheet(draft.present, other)
        self.undo.setEnabled(draft is not None and bool(draft.past))
        self.redo.setEnabled(draft is not None and bool(draft.future))
        self.save.setText("保存" if slot.kind == "own" else "存为自己的版式…")
        self.save.setEnabled(draft is not None and (slot.unsaved or slot.kind != "own"))
        for button, main in ((self.apply, slot.kind == "issue"), (self.save, slot.kind != "issue")):
            redress(button, "main", "true" if main else "false")
        issue = self._issue()
        self.apply.setEnabled(draft is not None and issue is not None and issue.template != draft.template)

    def _show_groups(self) -> None:
        filtered = bool(self.values.search.text().strip()) or self.values.only.isChecked()
        self.list.show_groups(self.values.groups, self.values.counts, "" if filtered else self.values.group)

    def _show_group(self, group: str, *, turn: bool = True) -> None:
        self.values.show_group(group)
        self._show_faces()
        if turn:
            self.pages.go_to(_PAGES.get(group, 2))

    def _show_faces(self) -> None:
        """Say of each family whether this machine has it, as the pages were laid out."""
        found = self.pages.found.faces if self.pages.found else ()
        self.values.form.show_faces({face.role.value: f"用“{face.family}”代替" if face.substituted else "本机已装" for face in found})

    def _list_others(self) -> None:
        slot = self.slot
        saved = [(_AS_SAVED, slot.draft.saved)] if slot.draft and slot.draft.saved and slot.kind != "found" else []
        rest = [(f"{one.name}（{KIND_WORDS[one.kind]}）", one.draft.present) for one in self._shelf.others(slot) if one.draft]
        self._others = saved + rest
        self._other = 1 if saved and rest and slot.kind != "shipped" else 0
        self.values.show_others([name for name, _ in self._others], self._other)

    def _compare(self, at: int) -> None:
        self._other = at
        self.refresh()

    def _edit(self, spec: FieldSpec, value: Value) -> None:
        draft = self.slot.draft
        if draft is None:
            return
        self.say("")
        if spec.key == "masthead.image":
            self._step(lambda draft: draft.with_picture(None))
            return
        try:
            self.slot.draft = draft.with_value(spec.key, value)
        except UserError as error:
            self.values.refuse(spec.key, refusal(spec, value, error.sentence))
            return
        self.refresh()

    def _leave(self) -> None:
        """The keyboard left a value: what is typed next is a step of its own."""
        draft, key = self.slot.draft, self.values.refused
        if draft is None:
            return
        if key and draft.run == key:  # figures that were taken on the way to the one that was refused are no wish
            draft = replace(draft.undone(), future=())
        self.slot.draft = draft.end_run()
        if key:
            sentence = self.values.still(draft.template)
            self.refresh()
            self.values.refuse(key, sentence)

    def _step(self, act: Callable[[Draft], Draft]) -> None:
        """Take a step, or say why not."""
        if self.slot.draft is None:
            return
        try:
            self.slot.draft = act(self.slot.draft)
            self.bar.hide()
        except UserError as error:
            self.bar.say("warning", error.sentence)
        self.refresh()

    def _reset(self, which: Callable[..., tuple[FieldSpec, ...]]) -> None:
        """Make values what they are in the other template."""
        draft = self.slot.draft
        if draft is None or not self._others:
            return
        there = self._others[self._other][1].template
        keys = {spec.key for spec in (*which(draft.template), *which(there))}
        keys &= {one.spec.key for one in differing(draft.template, there)}
        self._step(lambda draft: draft.with_all(like(draft.template, there, sorted(keys))))

    def _change_list(self, what: str, key: str, at: int) -> None:
        def act(draft: Draft) -> Draft:
            if what == "add":
                return draft.with_template(with_entry(draft.template, key))
            return draft.with_template((with_entry_up if what == "up" else without_entry)(draft.template, key, at))

        self._step(act)
        if what == "add" and self.slot.draft is not None:
            self.values.form.focus_entry(f"{key}.{len(entries_of(self.slot.draft.template, key))}")

    def _choose_picture(self) -> None:
        path = self._asker.open_name("选题字图片", self._folder(), PICTURE_FILTER)
        if path is not None:
            self._step(lambda draft: draft.with_picture(Path(path)))

    def _apply(self) -> None:
        if self.slot.draft is not None:
            self.apply_asked.emit(self.slot.draft.template, self.slot.kind == "issue")
