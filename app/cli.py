"""A command and its options become a file or lines on standard output; everything a command needs is imported when it runs."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli_parser import make_parser
from app.console import complain, say
from app.errors import UserError

if TYPE_CHECKING:
    from app.fonts.faceset import FaceSet
    from app.importers.intake import Intake, ReadOptions
    from app.model.issue import Issue
    from app.proof.engine import Proofreader

DONE = 0
FOUND = 1
"""`proof` found what is surely wrong."""


def run_command(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status. Raises `UserError` for input or arguments that are off."""
    options = make_parser().parse_args(arguments)
    return _RUN[options.command](options)


def _text(options: Namespace) -> int:
    from app.desk.intake import read_submissions
    from app.importers.left_out import whole

    read = read_submissions(options.file)
    for submission in read.submissions:
        if read.inside:
            say(f"==== {submission.name} ====")
        say(submission.intake.source)
        for note in (*submission.intake.notes, *map(whole, submission.intake.remarks)):
            complain(note)
    _complain_all(read.told)
    return DONE


def _structure(options: Namespace) -> int:
    from app.desk.intake import read_submissions
    from app.importers.to_json import to_json

    read = read_submissions(options.file, _reading(options))
    found = [(one.name, to_json(one.intake.structure, one.intake.repairs if options.repairs else None)) for one in read.submissions]
    say(_json({"submissions": [{"name": name, **structure} for name, structure in found]} if read.inside else found[0][1]))
    _complain_all(read.told)
    return DONE


def _compose(options: Namespace) -> int:
    from app.desk.compose import compose_issue
    from app.desk.intake import read_submissions, save_issue
    from app.desk.pictures import with_masthead_picture
    from app.desk.templates import adjusted, template_and_folder

    found, folder = template_and_folder(options.template)
    template = adjusted(found, options.preset, _pairs(options.values))
    read = [read_submissions(file, _reading(options)) for file in options.files]
    submissions = [submission for one in read for submission in one.submissions]
    composed = compose_issue([submission.intake.structure for submission in submissions], template)
    save_issue(with_masthead_picture(composed.issue, folder), Path(options.output), submissions)
    for submission in submissions:
        _say_intake(submission.intake)
    _say_notices(composed.notes)
    _complain_all(sentence for one in read for sentence in one.told)
    say(f"已存为 {options.output}。")
    return DONE


def _export(options: Namespace) -> int:
    from app.cli_export import export

    return export(options)


def _print(options: Namespace) -> int:
    from app.desk.intake import open_issue
    from app.desk.paper import paper_words
    from app.desk.print_order import OrderWishes, order_page, publish_page
    from app.desk.printing import Arrangement, Ink, PrintJob, made_now, publish_print
    from app.desk.proofing import PROOFS, changes_since, keep_proof, proof_named
    from app.desk.publish import Task, check_final
    from app.desk.unsigned import is_final, leaving_name, spoken_for
    from app.layout.engine import lay_out
    from app.paths import user_data

    issue = open_issue(Path(options.file)).issue
    check_final(issue, final=options.final)
    final = spoken_for(issue, final=options.final)
    printed = issue.footer.copies.text if issue.footer.copies else ""
    copies = options.copies or (int(printed) if printed.isdecimal() else 1)
    arrangement = Arrangement.BOOKLET if options.booklet else Arrangement.SIDE_BY_SIDE if options.two_up else Arrangement.PAGES
    ink = Ink.NO_RED if options.no_red else Ink.RED_ALONE if options.red_alone else Ink.ALL
    if options.keep and not options.proof:
        raise UserError("--keep 是给清样留底的，请同时用 --proof 写明校次，如 --proof 二校。")
    if options.keep and not issue.key:
        raise UserError("这个文件还没有在窗口里存过，清样认不出是它的；用编报打开、保存一次，就能留底。")
    if options.changed_only and not options.since:
        raise UserError("--changed-only 要和 --since 一起用，写明和哪一份清样比。")
    kept, faces = user_data() / PROOFS, _faces(issue, options.fonts)
    layout = lay_out(issue, faces)
    changes = changes_since(proof_named(kept, issue, options.since), issue, layout, faces) if options.since else None
    job = made_now(
        PrintJob(
            arrangement,
            ink,
            copies,
            _shift(options.shift),
            options.marks,
            options.cuts,
            options.proof,
            changes,
            changed_only=options.changed_only,
            unsigned=not is_final(issue, final=final),
        )
    )
    output = leaving_name(issue, Path(options.output), final=final)
    sides = publish_print(issue, layout, faces, job, output, Task())
    say(paper_words(layout, issue, job))
    say(f"已导出 {output}，共 {sides} 面。")
    if options.keep and job.made_at:
        keep_proof(kept, issue, options.proof, job.made_at)
        say("这份清样留了底，在窗口里能按它的页和行过稿。")
    if options.order:
        wishes = OrderWishes(options.paper, options.spare, options.due, options.contact, options.remarks)
        publish_page(order_page(issue, layout, faces, job, wishes), issue, "送印单", Path(options.order))
        say(f"已导出 {options.order}。")
    if options.record:
        from app.desk.proof_record import RECORD, record_page, since_last
        from app.desk.proofing import open_proof, proofs_of

        since = since_last(issue, proofs_of(kept, issue), open_proof)
        publish_page(record_page(issue, faces, since=since), issue, RECORD, Path(options.record))
        say(f"已导出 {options.record}。")
    return DONE


def _pictures(options: Namespace) -> int:
    from app.desk.intake import open_issue
    from app.desk.page_pictures import publish_pictures
    from app.desk.publish import Task, check_final
    from app.desk.unsigned import leaving_name, spoken_for
    from app.layout.engine import lay_out

    issue = open_issue(Path(options.file)).issue
    check_final(issue, final=options.final)
    final = spoken_for(issue, final=options.final)
    faces = _faces(issue, options.fonts)
    path = Path(options.output)
    published = publish_pictures(issue, lay_out(issue, faces), faces, path, Task(), long=options.long, proof=options.proof, final=final)
    _say_notices(published.notices)
    several = " 等" if published.path != leaving_name(issue, path, final=final) else ""
    say(f"已存为 {published.path}{several}，共 {published.pages} 页。")
    return DONE


def _shift(text: str) -> tuple[float, float]:
    """Millimetres to the right and down. Raises `UserError`."""
    right, comma, down = text.partition(",")
    try:
        return float(right), float(down if comma else "0")
    except ValueError as error:
        raise UserError(f"--shift 应写成 右,下 两个毫米数，例如 --shift 0.5,-1，不能写成“{text}”。") from error


def _review(options: Namespace) -> int:
    from app.desk.files import read_file
    from app.desk.intake import LARGEST_DOCUMENT_BYTES, open_issue
    from app.desk.reviewing import accepted, review_json, review_of, review_text
    from app.layout.engine import lay_out
    from app.store.jianbao import save

    opened = open_issue(Path(options.file))
    issue, copy = opened.issue, Path(options.copy)
    layout = lay_out(issue, _faces(issue, options.fonts))
    review = review_of(read_file(copy, LARGEST_DOCUMENT_BYTES), copy.name, issue, layout)
    say(_json(review_json(review, issue)) if options.json else review_text(review, issue))
    if options.output:
        save(accepted(review, issue), Path(options.output), originals=opened.originals, faces_record=opened.faces_record)
        say(f"已采用 {len(review.changes)} 处改动，存为 {options.output}。")
    return DONE


def _redline(options: Namespace) -> int:
    from app.desk.intake import open_issue
    from app.desk.publish import Task
    from app.desk.redlining import publish_redline

    old, new = open_issue(Path(options.old)).issue, open_issue(Path(options.file)).issue
    published, changed = publish_redline(old, new, Path(options.output), _faces(new, options.fonts), Task())
    say(f"花脸稿已存为 {options.output}，共 {published.pages} 页，标出了 {changed} 处改过的段落。")
    return DONE


def _proof(options: Namespace) -> int:
    from app.desk.proof_listing import findings_json, findings_text, has_errors
    from app.desk.proofreading import delivered_knowledge, file_findings, proofreader

    reader = proofreader(delivered_knowledge()) if options.no_office else _reader_of_office()
    findings, lines = file_findings(options.file, reader)
    say(_json(findings_json(findings)) if options.json else findings_text(findings, lines))
    return FOUND if has_errors(findings) else DONE


def _reader_of_office() -> Proofreader:
    """By the tables and levels of the office, where its library can be read."""
    from app.desk.office_reader import lists_of_office
    from app.desk.proofreading import proofreader, reader_of_lists

    try:
        return reader_of_lists(lists_of_office())
    except UserError as error:
        complain(f"{error.sentence}这一次没有用上本单位的校对设置。")
        return proofreader()


def _layout(options: Namespace) -> int:
    from app.desk.intake import open_issue
    from app.layout.dump import to_json, to_text
    from app.layout.engine import lay_out

    issue = open_issue(Path(options.file)).issue
    layout = lay_out(issue, _faces(issue, options.fonts))
    say(_json(to_json(layout)) if options.json else to_text(layout))
    return DONE


def _report(options: Namespace) -> int:
    from app.desk.intake import open_issue
    from app.desk.report import layout_report
    from app.layout.engine import lay_out

    issue = open_issue(Path(options.file)).issue
    faces = _faces(issue, options.fonts)
    say(layout_report(issue, lay_out(issue, faces), faces).text())
    return DONE


def _fonts(options: Namespace) -> int:
    from app.desk.faces import faces_for, faces_record, faces_text, font_overrides
    from app.desk.templates import template_named

    faces = faces_for(template_named(options.template), font_overrides(options.fonts))
    say(_json(faces_record(faces)) if options.json else faces_text(faces))
    return DONE


def _templates(options: Namespace) -> int:
    from app.desk.template_words import list_words, template_report, write_new
    from app.desk.templates import template_named

    if len(options.names) > 2:
        raise UserError("一次最多比较两个版式，请只写两个名称。")
    templates = [template_named(name) for name in options.names]
    if options.output:
        if len(templates) != 1:
            raise UserError("-o 存一个版式，请写一个版式的名称。")
        write_new(templates[0], Path(options.output))
        if templates[0].masthead.image:
            complain(f"题字图片“{templates[0].masthead.image}”没有跟着走，请把它复制到 {options.output} 旁边。")
        say(f"已存为 {options.output}。")
        return DONE
    say(template_report(*templates) if templates else list_words())
    return DONE


def _take_look(options: Namespace) -> int:
    from app.desk.look.report import look_report, write_look
    from app.desk.taking import take_look

    look = take_look(Path(options.file)).look
    if options.output:
        for path in write_look(look, Path(options.output)):
            say(f"已存为 {path}。")
    else:
        say(look_report(look))
    _complain_all(look.notes)
    return DONE


def _sample(options: Namespace) -> int:
    from app.desk.intake import save_issue
    from app.desk.sample import sample_issue

    save_issue(sample_issue(), Path(options.output))
    say(f"示例简报已存为 {options.output}。")
    return DONE


def _library(options: Namespace) -> int:
    from app.cli_library import run_step

    return run_step(options)


def _reading(options: Namespace) -> ReadOptions:
    """How to read, by --without and --simplify. Raises `UserError` for a repair that is none."""
    from app.importers.clean import RULES
    from app.importers.intake import ReadOptions

    known = [rule.id for rule in RULES]
    wrong = next((name for name in options.without if name not in known), None)
    if wrong is not None:
        raise UserError(f"没有叫“{wrong}”的修正，可以写的有：{'、'.join(known)}。")
    return ReadOptions(frozenset(options.without), simplify=options.simplify)


def _complain_all(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        complain(sentence)


_RUN: dict[str, Callable[[Namespace], int]] = {
    "text": _text,
    "structure": _structure,
    "compose": _compose,
    "export": _export,
    "print": _print,
    "pictures": _pictures,
    "review": _review,
    "redline": _redline,
    "proof": _proof,
    "layout": _layout,
    "report": _report,
    "fonts": _fonts,
    "templates": _templates,
    "take-look": _take_look,
    "sample": _sample,
    "library": _library,
}


def _faces(issue: Issue, fonts: Sequence[str]) -> FaceSet:
    from app.desk.faces import faces_for, font_overrides

    return faces_for(issue.template, font_overrides(fonts))


def _pairs(options: Sequence[str]) -> dict[str, str]:
    """KEY=VALUE options by key."""
    pairs = {}
    for option in options:
        key, equals, value = option.partition("=")
        if not equals or not key.strip():
            raise UserError(f"--set 应写成 项目=值，例如 --set grid.lines=20，不能写成“{option}”。")
        pairs[key.strip()] = value
    return pairs


def _say_intake(intake: Intake) -> None:
    """What was repaired, and each repair that the clerk should look at: here they are applied and listed."""
    name = f"{intake.name}：" if intake.name else ""
    say(f"{name}{intake.summary()}")
    for repair in intake.repairs:
        if repair.pending:
            shown = repair.before if len(repair.before) <= 40 else f"{repair.before[:20]}……{repair.before[-18:]}"
            say(f"  待确认（已照办）第 {repair.block + 1} 行，{repair.rule}：{' '.join(shown.split())}")
    _say_notices(intake.notes)


def _say_notices(notices: Iterable[str]) -> None:
    for notice in notices:
        say(f"注意：{notice}")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
