"""An issue, its print job and a clerk's wishes become the 送印单: one page that tells the print room all it must know (M12)."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.desk.paper import Face, blanks_of, faces_of_sheets, numbers, red_faces
from app.desk.printing import Arrangement, Ink, PrintJob, sheets_to_print
from app.desk.publish import pdf_info
from app.errors import UserError
from app.layout.form import Field, Form, FormRow, bottom_mm, form_page
from app.layout.imposition import Printed
from app.layout.sheet_marks import PT_PER_MM
from app.layout.shift_sheet import shift_sheet
from app.records import dataclass

if TYPE_CHECKING:
    from app.fonts.faceset import FaceSet
    from app.layout.frames import Layout, Page
    from app.model.issue import Issue

_LOWEST_MM = 280.0
_MOST_SHEETS = 6
_DUPLEX = {
    Arrangement.PAGES: "双面，沿长边翻",
    Arrangement.BOOKLET: "双面，沿短边翻",
    Arrangement.SIDE_BY_SIDE: "双面，沿短边翻",
}
_BINDING = {
    Arrangement.PAGES: "",
    Arrangement.BOOKLET: "对折，骑马钉",
    Arrangement.SIDE_BY_SIDE: "",
}


@dataclass(frozen=True, slots=True)
class OrderWishes:
    """What the clerk adds; "" and 0 leave room for ink. `spare` is how many copies more are printed against waste (加放)."""

    paper_kind: str = ""
    spare: int = 0
    due: str = ""
    contact: str = ""
    remarks: str = ""


def order_form(issue: Issue, layout: Layout, job: PrintJob, wishes: OrderWishes, made: datetime) -> Form:
    """The form, reckoned as the print is; `made` is the day at its head."""
    pages, head = len(layout.pages), issue.masthead
    faces = faces_of_sheets(layout, issue, job)
    blanks = blanks_of(job, pages)
    unit = "，".join(issuer.text for issuer in head.issuers)
    rows = (
        FormRow((Field("刊物名称", head.name),)),
        FormRow((Field("期　　号", head.number.text), Field("印发日期", head.date.text))),
        FormRow((Field("页　　数", f"{pages} 页{f'，补 {blanks} 个空白面' if blanks else ''}"), Field("成品尺寸", "A4"))),
        FormRow((Field("印　　数", f"{job.copies} 份"), Field("加　　放", f"{wishes.spare} 份" if wishes.spare else ""))),
        FormRow((Field("用　　纸", _paper(job)), Field("纸张种类", wishes.paper_kind))),
        FormRow((Field("用纸合计", total_words(len(sheets_to_print(job, pages)), job, wishes.spare)),), 2),
        FormRow((Field("印　　面", _DUPLEX[job.arrangement]), Field("装　　订", _BINDING[job.arrangement]))),
        FormRow((Field("墨　　色", ink_words(faces, job)),)),
        FormRow((Field("拼版次序", order_words(faces, job)),)),
        FormRow((Field("交付时间", wishes.due), Field("联系人", wishes.contact))),
        FormRow((Field("备　　注", wishes.remarks),), 3),
    )
    heads = (f"送印单位：{unit}", f"{made.year}年{made.month}月{made.day}日")
    return Form("送　印　单", heads, rows, ("送印人", "审核人", "承印人", "验收人"))


def total_words(sheets: int, job: PrintJob, spare: int) -> str:
    """每份 2 张，260 份 = 520 张 A3, and on a line of its own what is added: 加放 10 份 = 20 张，合计 540 张."""
    words = f"每份 {sheets} 张，{job.copies} 份 = {sheets * job.copies} 张 {job.paper}"
    return f"{words}\n加放 {spare} 份 = {sheets * spare} 张，合计 {sheets * (job.copies + spare)} 张" if spare else words


def ink_words(faces: list[Face], job: PrintJob) -> str:
    """Which inks, and which faces carry red or want the paper that was printed red before."""
    red = "、".join(red_faces(faces))
    if not red:
        return "只印黑"
    if job.ink is Ink.NO_RED:
        preprinted = len({face.sheet for face in faces if face.red})
        return f"套印：只印黑，{red}用预印的红头纸，{job.copies} 份用 {preprinted * job.copies} 张"
    return f"套印：只印红，在{red}" if job.ink is Ink.RED_ALONE else f"黑、红两色，红色只在{red}"


def order_words(faces: list[Face], job: PrintJob) -> str:
    """第 1 张 8-1 / 2-7；第 2 张 6-3 / 4-5: the pages on front and back of each sheet, left to right."""
    if not job.is_a3:
        return "按页码，单页在正面，双页在背面"
    sheets = sorted({face.sheet for face in faces})
    shown = [
        "第 {} 张 {}".format(number, " / ".join(face.order for face in faces if face.sheet == number)) for number in sheets[:_MOST_SHEETS]
    ]
    rest = f"；其余第 {numbers(sheets[_MOST_SHEETS:])} 张见文件" if len(sheets) > _MOST_SHEETS else ""
    return "；".join(shown) + rest + "（正面 / 背面，从左到右）"


def order_page(issue: Issue, layout: Layout, faces: FaceSet, job: PrintJob, wishes: OrderWishes, made: datetime | None = None) -> Page:
    """The form on its one page. Raises `UserError` where it wants more."""
    form = order_form(issue, layout, job, wishes, made or datetime.now())
    if bottom_mm(form, faces) > _LOWEST_MM:
        raise UserError("送印单一页放不下，请把备注写短些。")
    return form_page(form, faces)


def measuring_sheet(side: Page, shift_mm: tuple[float, float], printer: str, faces: FaceSet) -> Page:
    """A sheet of the size of a side, before any cutting, to measure a printer's shift on."""
    width, height = ((size - 2 * side.trim_pt) / PT_PER_MM for size in (side.width_pt, side.height_pt))
    return shift_sheet((width, height), shift_mm, printer, faces)


def publish_page(page: Page, issue: Issue, kind: str, path: Path) -> None:
    """Write such a page of a `kind` (送印单) as PDF. Raises `UserError`."""
    from app.exporters.pdf.export import export_pdf

    if path.suffix.lower() != ".pdf":
        raise UserError(f"{kind}要导出成 .pdf。")
    info = pdf_info(issue)
    export_pdf(Printed((page,)), path, info._replace(title=f"{info.title} {kind}"))


def _paper(job: PrintJob) -> str:
    return f"大 {job.paper}，四边裁切" if job.cuts else job.paper
