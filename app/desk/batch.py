"""Issues and formats become files in a folder, one after another: what fails is told and does not stop the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.desk.publish import FORMATS, PAGED, Published, Task, check_export, publish, publish_layout
from app.desk.unsigned import leaving, spoken_for
from app.errors import UserError
from app.records import dataclass

if TYPE_CHECKING:
    from app.desk.export_report import ExportReport
    from app.fonts.faceset import FaceSet
    from app.model.issue import Issue

FacesOf = Callable[["Issue"], "FaceSet"]


@dataclass(frozen=True, slots=True)
class Manner:
    """How each file is written, and whether a report is made of it."""

    final: bool = False
    review: bool = False
    lock_lines: bool = True
    article: bool = False
    bylines: bool = False
    report: bool = False
    check_docx: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """One file of a batch: what became of it, or the sentence that says why there is none. `faces` are those it was set in."""

    source: Path
    target: Path
    published: Published | None = None
    report: ExportReport | None = None
    error: str = ""
    faces: FaceSet | None = None
    notices: tuple[str, ...] = ()


def suffixes_of(words: str) -> tuple[str, ...]:
    """pdf,docx becomes .pdf and .docx. Raises `UserError` for a format that can't be written."""
    found = tuple(dict.fromkeys(f".{word.strip().lower().lstrip('.')}" for word in words.replace("，", ",").split(",") if word.strip()))
    wrong = next((suffix for suffix in found if suffix not in FORMATS), None)
    if wrong is not None or not found:
        named = ",".join(suffix[1:] for suffix in FORMATS)
        raise UserError(f"--as 里的“{(wrong or words).lstrip('.')}”不能导出，可以写的有 {named}。")
    return found


def make_folder(folder: Path) -> None:
    """The folder that a batch goes to. Raises `UserError`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"“{folder}”不能用来放导出的文件（是一个文件，或没有权限），请换一个文件夹。") from error


def targets(sources: Sequence[Path], folder: Path, suffixes: Sequence[str]) -> tuple[tuple[Path, tuple[Path, ...]], ...]:
    """Each source with its files; two sources of one name do not take each other's."""
    taken: set[str] = set()
    found = []
    for source in sources:
        stem, again = source.stem, 1
        while (name := stem if again == 1 else f"{stem}_{again}").casefold() in taken:
            again += 1
        taken.add(name.casefold())
        found.append((source, tuple(folder / f"{name}{suffix}" for suffix in suffixes)))
    return tuple(found)


def write_batch(jobs: Sequence[tuple[Path, tuple[Path, ...]]], faces_of: FacesOf, manner: Manner) -> Iterator[Written]:
    """Write all files, each told when it is done. Raises nothing for a source or a target that is off; a bug is reported and told, too."""
    for source, files in jobs:
        done = 0
        try:
            for written in write_one(source, files, faces_of, manner):
                done += 1
                yield written
        except Exception as error:  # noqa: BLE001 - one bad file stops no other
            sentence = _bug(error)
            yield from (Written(source, file, error=sentence) for file in files[done:])


def _bug(error: Exception) -> str:
    """The sentence for a fault of the program itself, of which a report is kept."""
    from app.desk.crash import crash_report, save_report
    from app.paths import user_data

    place = save_report(crash_report(error, "export"), user_data() / "reports")
    kept = f"，错误报告在 {place}，请发给开发者" if place else ""
    return f"程序出错了，这一份没有导出，原来的文件没有动{kept}。"


def write_one(source: Path, files: Sequence[Path], faces_of: FacesOf, manner: Manner) -> Iterator[Written]:
    """Open an issue once, lay it out once, and write its files."""
    from app.desk.faces import changed_faces
    from app.desk.intake import open_issue
    from app.layout.engine import lay_out

    try:
        opened = open_issue(source)
        paged = any(file.suffix.lower() in PAGED for file in files)
        faces = faces_of(opened.issue) if paged else None
        layout = lay_out(opened.issue, faces) if faces else None
    except UserError as error:
        yield from (Written(source, file, error=error.sentence) for file in files)
        return
    changed = tuple(changed_faces(opened.faces_record, faces)) if faces else ()
    for file in files:
        try:
            suffix = check_export(opened.issue, file, final=manner.final)
            final = spoken_for(opened.issue, final=manner.final)
            if layout is None or faces is None or suffix not in PAGED or manner.article:
                published = publish(opened.issue, file, faces, final=final, article=manner.article, bylines=manner.bylines)
                yield Written(source, published.path, published)
                continue
            shown = leaving(opened.issue, layout, faces, final=final)
            review = manner.review and suffix == ".docx"
            published = publish_layout(opened.issue, shown, file, faces, final=final, for_review=review, lock_lines=manner.lock_lines)
            file = published.path
            report = None
            if manner.report or manner.check_docx:
                from app.desk.docx_check import check_docx
                from app.desk.export_report import report_export

                wanted = manner.check_docx and suffix == ".docx"
                check = check_docx(file, opened.issue, shown, faces, Task()) if wanted else None
                report = report_export(file, opened.issue, shown, faces, check)
            yield Written(source, file, published, report, faces=faces, notices=changed)
        except UserError as error:
            yield Written(source, file, error=error.sentence)
