"""Who gets how many copies becomes pages: 分发单 with sums, 签收表 with room to sign, 标签 to stick on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from app.layout.label_sheet import LABEL_SHEETS, Label, label_pages
from app.layout.ledger import Ledger, LedgerHead, LedgerRow, ledger_pages
from app.model.distribution import Portion, total

if TYPE_CHECKING:
    from pathlib import Path

    from app.desk.distribution.listing import Balance
    from app.fonts.faceset import FaceSet
    from app.layout.frames import Page
    from app.model.issue import Issue


class SheetKind(StrEnum):
    """What is printed of a list."""

    GIVEN = "分发单"
    SIGNED_FOR = "签收表"
    LABELS = "标签"


_COLUMNS = {SheetKind.GIVEN: ("份数", "备注"), SheetKind.SIGNED_FOR: ("份数", "签收人", "签收日期", "备注")}


_SIGNS = "分发人：　　　　　　　　　　核对人："


def distribution_pages(
    kind: SheetKind, issue: Issue, portions: Sequence[Portion], state: Balance, faces: FaceSet, *, sheet: str = "", made: date | None = None
) -> tuple[Page, ...]:
    """The pages; `sheet` names the label sheet, the usual one without. `made` is the day at the head, today without."""
    if kind is SheetKind.LABELS:
        return label_pages([_label(one, issue) for one in portions if one.copies], LABEL_SHEETS.get(sheet, LABEL_SHEETS["3×8"]), faces)
    heads = _COLUMNS[kind]
    day = made or datetime.now().date()
    head = issue.masthead
    rows: list[LedgerRow] = []
    for group, members in groupby(portions, lambda one: one.group):
        own = list(members)
        rows.append(LedgerRow((group or "其他",), "group"))
        rows += [LedgerRow(_cells(kind, one)) for one in own]
        if kind is SheetKind.GIVEN and len(own) > 1:
            rows.append(LedgerRow(("小　计", str(total(own)), ""), "total"))
    empty = ("",) * (len(heads) - 1)
    rows.append(LedgerRow(("合　计", str(state.given), *empty), "total"))
    title = f"{head.name}{' '.join(head.number.text.split())}{kind.value}"
    ledger = Ledger(
        title,
        (f"编印单位：{'，'.join(issuer.text for issuer in head.issuers)}", f"{day.year}年{day.month}月{day.day}日"),
        tuple(LedgerHead(text, 0, at, 1, 1) for at, text in enumerate(("单　位", *heads))),
        1,
        len(heads),
        tuple(rows),
        tuple(filter(None, ("" if state.settled else state.sentence, _SIGNS))),
    )
    return ledger_pages(ledger, faces)


def write_sheets(pages: Sequence[Page], issue: Issue, kind: SheetKind, path: Path) -> None:
    """Write the pages as PDF, whole or not at all. Raises `UserError`."""
    from app.desk.publish import pdf_info
    from app.errors import UserError
    from app.exporters.pdf.export import export_pdf
    from app.layout.imposition import Printed

    if path.suffix.lower() != ".pdf":
        raise UserError(f"{kind.value}要导出成 .pdf。")
    info = pdf_info(issue)
    export_pdf(Printed(tuple(pages)), path, info._replace(title=f"{info.title} {kind.value}"))


def _cells(kind: SheetKind, one: Portion) -> tuple[str, ...]:
    copies = str(one.copies) if one.copies else ""
    return (one.name, copies, one.note) if kind is SheetKind.GIVEN else (one.name, copies, "", "", one.note)


def _label(one: Portion, issue: Issue) -> Label:
    head = issue.masthead
    return Label(one.name, f"{head.name} {' '.join(head.number.text.split())}", f"{one.copies} 份")
