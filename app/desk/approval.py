"""An issue on its way to be signed becomes the 审签单: one page by a form that an office may change, with room for ink (M8)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from app import paths
from app.desk.files import read_text_file
from app.errors import UserError
from app.layout.form import Field, Form, FormRow, bottom_mm, form_page
from app.model.issue import Issue, contents_text
from app.model.shape import ShapeError, build
from app.records import dataclass

if TYPE_CHECKING:
    from app.fonts.faceset import FaceSet
    from app.layout.frames import Page

APPROVAL = "审签单"
_FILE = "approval.toml"
_LARGEST_BYTES = 100_000
_LOWEST_MM = 280.0
_NAME = re.compile(r"\{(\w+)\}")
_MOST_TITLES = 40


@dataclass(frozen=True, slots=True)
class FormField:
    """A name, and a value with {words} in it; without a value there is room for ink."""

    name: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class FormRowTemplate:
    """One row of one field or two."""

    fields: Annotated[tuple[FormField, ...], {"least": 1, "most": 2}]
    lines: Annotated[int, {"low": 1, "high": 12}] = 1


@dataclass(frozen=True, slots=True)
class FormTemplate:
    """An office form as its file says it."""

    title: str
    rows: Annotated[tuple[FormRowTemplate, ...], {"least": 1, "most": 30}]
    left: str = ""
    right: str = ""
    signs: Annotated[tuple[str, ...], {"least": 0, "most": 5}] = ()


def approval_template(folder: Path | None = None) -> FormTemplate:
    """The office's own form where there is one, else the one that comes along. Raises `UserError` that says what is wrong with it."""
    own = (folder or paths.user_data()) / "forms" / _FILE
    return read_form(own if own.is_file() else paths.resources() / "forms" / _FILE)


def read_form(path: Path) -> FormTemplate:
    """Read such a file. Raises `UserError`."""
    text = read_text_file(path, _LARGEST_BYTES)
    try:
        form = build(FormTemplate, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"表格文件“{path}”写得不对（{error}），请改好，或者删去它，用自带的。") from error
    except ShapeError as error:
        raise UserError(f"表格文件“{path}”里{error.clause}，请改好，或者删去它，用自带的。") from error
    known = _words_of(None, 0, 0)
    texts = [form.left, form.right, *(field.value for row in form.rows for field in row.fields)]
    unknown = next((name for text in texts for name in _NAME.findall(text) if name not in known), None)
    if unknown is not None:
        raise UserError(f"表格文件“{path}”里的 {{{unknown}}} 不认识，可以写的有：{'、'.join(known)}。")
    return form


def approval_page(issue: Issue, pages: int, faces: FaceSet, template: FormTemplate) -> Page:
    """The form on its one page; a long contents is cut short, and says so. Raises `UserError` where the form itself wants more room."""
    for titles in range(min(_MOST_TITLES, sum(1 for _ in issue.articles())), -1, -1):
        form = _form(template, _words_of(issue, pages, titles))
        if bottom_mm(form, faces) <= _LOWEST_MM:
            return form_page(form, faces)
    raise UserError("审签单一页放不下，请把表格文件里的行数改少些。")


def _form(template: FormTemplate, words: Mapping[str, str]) -> Form:
    def filled(text: str) -> str:
        return _NAME.sub(lambda found: words[found[1]], text).strip("，")

    rows = tuple(FormRow(tuple(Field(field.name, filled(field.value)) for field in row.fields), row.lines) for row in template.rows)
    return Form(template.title, (filled(template.left), filled(template.right)), rows, template.signs)


def _words_of(issue: Issue | None, pages: int, titles: int) -> dict[str, str]:
    """What may stand in a form, by name."""
    names = ("bulletin", "number", "date", "issuer", "secrecy", "copies", "pages", "articles", "contents", "recipients")
    if issue is None:
        return dict.fromkeys(names, "")
    head, foot = issue.masthead, issue.footer
    listed = [contents_text(article) for article in issue.articles() if article.title.text.strip()]
    shown = [f"{number}. {title}" for number, title in enumerate(listed[:titles], 1)]
    if len(listed) > titles:
        shown.append(f"……共 {len(listed)} 篇" if titles else f"共 {len(listed)} 篇，见清样")
    total = f"{head.total.text}" if head.total else ""
    values = (
        head.name,
        head.number.text + total,
        head.date.text,
        "，".join(issuer.text for issuer in head.issuers),
        head.secrecy.text if head.secrecy else "",
        f"{foot.copies.text} 份" if foot.copies and foot.copies.text.strip() else "",
        f"{pages} 页",
        f"{len(listed)} 篇",
        "\n".join(shown),
        "\n".join(f"{line.label}：{line.paragraph.text}" for line in foot.addressed),
    )
    return dict(zip(names, values, strict=True))
