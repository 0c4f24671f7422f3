"""The options of `export` become one file, or many with a line of progress each, and a report of them as JSON."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from app.console import complain, say
from app.errors import UserError

if TYPE_CHECKING:
    from app.desk.batch import FacesOf, Manner, Written
    from app.fonts.faceset import FaceSet
    from app.model.issue import Issue

DONE, FAILED = 0, 2
_STANDARD_OUTPUT = "-"
Say = Callable[[str], None]


def export(options: Namespace) -> int:
    """Export as the options say; 2 where a file of a batch failed. Raises `UserError` for options and for a single file that are off."""
    from app.desk.batch import Manner
    from app.desk.intake import ISSUE_SUFFIX

    output = Path(options.output)
    if output.suffix.lower() == ISSUE_SUFFIX and not options.formats:
        return _copy(options, output)
    if options.small:
        return _small(options, output)
    manner = Manner(
        final=options.final,
        review=options.review,
        lock_lines=not options.free_lines,
        article=options.article,
        bylines=options.bylines,
        report=bool(options.report),
        check_docx=options.check_docx,
    )
    tell: Say = complain if options.report == _STANDARD_OUTPUT else say  # standard output is the report's alone
    if options.formats:
        return _batch(options, output, manner, tell)
    if len(options.files) > 1:
        raise UserError("几份一起导出时，请用 --as 写明格式，例如 --as pdf,docx，-o 后面写文件夹。")
    return _single(options, output, manner, tell)


def _small(options: Namespace, output: Path) -> int:
    from app.desk.chat_copy import publish_for_chat
    from app.desk.intake import open_issue
    from app.desk.publish import Task, check_export
    from app.desk.unsigned import spoken_for
    from app.layout.engine import lay_out

    if len(options.files) > 1 or options.formats or options.report:
        raise UserError("适合微信发送的 PDF 一次导出一份，没有导出报告。")
    issue = open_issue(Path(options.files[0])).issue
    check_export(issue, output, final=options.final)
    faces = _faces_of(options)(issue)
    published = publish_for_chat(issue, lay_out(issue, faces), faces, output, Task(), final=spoken_for(issue, final=options.final))
    for notice in published.notices:
        say(f"注意：{notice}")
    say(f"已导出 {_shown(options.output, published.path)}，共 {published.pages} 页，{published.path.stat().st_size / 1_000_000:.1f} MB。")
    return DONE


def _copy(options: Namespace, output: Path) -> int:
    from app.desk.clean_copy import save_copy
    from app.desk.intake import open_issue

    if len(options.files) > 1 or options.report or options.check_docx:
        raise UserError("副本一次存一份，没有导出报告。")
    save_copy(open_issue(Path(options.files[0])).issue, output)
    say(f"副本已存为 {options.output}，不含来稿原件、批注、电话和聊天内容。")
    return DONE


def _single(options: Namespace, output: Path, manner: Manner, tell: Say) -> int:
    from app.desk.batch import write_one
    from app.desk.publish import export_suffix

    _refuse(options, (export_suffix(output),))
    [written] = write_one(Path(options.files[0]), (output,), _faces_of(options), manner)
    if written.published is None:
        raise UserError(written.error)
    for notice in (*written.published.notices, *written.notices):
        tell(f"注意：{notice}")
    if written.report is not None and written.report.docx is not None:
        tell(written.report.docx.sentence)
    pages = f"，共 {written.published.pages} 页" if written.published.pages else ""
    tell(f"已导出 {_shown(options.output, written.target)}{pages}。")
    _report(options, [written])
    return DONE


def _batch(options: Namespace, folder: Path, manner: Manner, tell: Say) -> int:
    from app.desk.batch import make_folder, suffixes_of, targets, write_batch

    suffixes = suffixes_of(options.formats)
    _refuse(options, suffixes)
    make_folder(folder)
    jobs = targets([Path(file) for file in options.files], folder, suffixes)
    total = len(jobs) * len(suffixes)
    done = []
    for number, written in enumerate(write_batch(jobs, _faces_of(options), manner), 1):
        complain(f"[{number}/{total}] {written.source.name} → {written.target.name}：{_outcome(written)}")
        done.append(written)
    failed = sum(written.published is None for written in done)
    rest = f"，{failed} 个没有导出" if failed else ""
    told = (notice for one in done if one.published for notice in (*one.published.notices, *one.notices))
    for notice in dict.fromkeys(told):
        complain(f"注意：{notice}")
    tell(f"{len(jobs)} 份简报，共 {total} 个文件：导出了 {total - failed} 个{rest}，在 {options.output}。")
    _report(options, done)
    return FAILED if failed else DONE


def _shown(asked: str, written: Path) -> str:
    """The name as it was asked for, with what was put to it."""
    return asked if Path(asked).name == written.name else f"{Path(asked).with_name(written.name)}（还没有签发，按清样导出）"


def _outcome(written: Written) -> str:
    """完成，共 8 页；版面规则全部符合 — or why there is no file."""
    if written.published is None:
        return written.error
    words = [f"完成，共 {written.published.pages} 页" if written.published.pages else "完成"]
    if written.report is not None:
        words.append(written.report.rules_sentence)
        if written.report.docx is not None:
            words.append(written.report.docx.sentence.removesuffix("。"))
    return "；".join(words) + "。"


def _refuse(options: Namespace, suffixes: tuple[str, ...]) -> None:
    """Options that ask for what is not made."""
    from app.desk.publish import PAGED

    if options.article and not PAGED.isdisjoint(suffixes):
        raise UserError("只要文章的话，请导出成 .html 或 .txt。")
    if options.review and ".docx" not in suffixes:
        raise UserError("送审稿要导出成 .docx。")
    if options.check_docx and ".docx" not in suffixes:
        raise UserError("--check-docx 核对的是 DOCX，请导出成 .docx。")


def _faces_of(options: Namespace) -> FacesOf:
    def faces_of(issue: Issue) -> FaceSet:
        from app.desk.faces import faces_for, font_overrides

        return faces_for(issue.template, font_overrides(options.fonts))

    return faces_of


def _report(options: Namespace, done: Iterable[Written]) -> None:
    """The report of all files; `docs/export-report.md` describes it."""
    if not options.report:
        return
    from app.atomic import write_atomically
    from app.desk.export_report import SCHEMA

    files = [
        {
            "source": str(written.source),
            "target": str(written.target),
            "written": written.published is not None,
            "error": written.error or None,
            "report": written.report.to_json() if written.report is not None else None,
        }
        for written in done
    ]
    text = json.dumps({"schema": SCHEMA, "files": files}, ensure_ascii=False, indent=1)
    if options.report == _STANDARD_OUTPUT:
        say(text)
    else:
        write_atomically(Path(options.report), f"{text}\n".encode())
