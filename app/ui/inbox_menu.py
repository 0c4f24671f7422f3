"""What is chosen in the 来稿箱 becomes a menu of what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from app.model.issue import joined_title
from app.model.submission import State, Way

if TYPE_CHECKING:
    from app.ui.inbox_desk import InboxDesk

_BY_HAND = (State.WAITING, State.KEPT, State.RETURNED, State.WITHDRAWN)


def menu_for(desk: InboxDesk) -> QMenu:
    """The menu; its owner deletes it."""
    menu = QMenu(desk.panel)
    chosen = desk.chosen
    menu.addAction("打开\t空格", desk.open)
    menu.addAction("作为文章加入\tEnter", desk.use.use_chosen)
    menu.addAction("并入当前文章\tCtrl+Enter", desk.use.merge_chosen)
    if len(chosen) == 1:
        menu.addAction("看修正，再加入…", desk.use.look_over)
        menu.addAction("添加附件…", desk.files.ask)
        menu.addAction("和相近的稿子对比…", desk.use.compare_with_relative)
        if chosen[0].version_of:
            menu.addAction("新稿替换…", desk.use.replace_chosen)
    holding = desk.articles_of({record.id for record in chosen})
    if holding:
        menu.addAction(f"去本期的《{joined_title(holding[0].title)}》", lambda: desk.article_wanted.emit(holding[0].id))
    menu.addSeparator()
    for state in _BY_HAND:
        action = menu.addAction(state.value)
        action.setCheckable(True)
        action.setChecked(all(record.state is state for record in chosen))
        action.triggered.connect(lambda _=False, state=state: desk.set_state(state))
    ways = menu.addMenu("来稿方式")
    for way in Way:
        action = ways.addAction(way.value)
        action.setCheckable(True)
        action.setChecked(all(record.way is way for record in chosen))
        action.triggered.connect(lambda _=False, way=way: desk.set_way(way))
    menu.addSeparator()
    if len(chosen) == 1 and chosen[0].unit:
        record = chosen[0]
        menu.addAction(f"“{record.unit}”和…是同一个单位…", lambda: desk.join_unit(record))
        if any(record.unit in unit.aliases for unit in desk.library.units()):
            menu.addAction(f"“{record.unit}”单独算一个单位", lambda: desk.separate_unit(record.unit))
        menu.addSeparator()
    menu.addAction("选题单…", desk.use.open_selection)
    menu.addAction("删除…\tDelete", desk.remove)
    return menu


def show_menu(desk: InboxDesk, point: QPoint) -> None:
    """Show it at a point of the screen."""
    menu = menu_for(desk)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(point)
