"""`library …` on the command line becomes a library in another place, a hand-over file, or one that was merged in."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from app import paths
from app.console import say
from app.desk.publish import Task

_DONE = 0


def run_step(options: Namespace) -> int:
    """Do one step. Raises `UserError`."""
    return {"where": _where, "move": _move, "export": _export, "merge": _merge}[options.step](options)


def _where(_options: Namespace) -> int:
    from app.desk.library import open_library
    from app.desk.moving import place_words

    library = open_library()
    try:
        count, signed = len(library.records()), len(library.signed.standing())
    finally:
        library.close()
    say(f"来稿库在{place_words(paths.user_data())}，有来稿 {count} 份，签发过的 {signed} 期。")
    return _DONE


def _move(options: Namespace) -> int:
    from app.desk.moving import move_library

    say(move_library(paths.user_data(), options.to, Task()).words())
    return _DONE


def _export(options: Namespace) -> int:
    from app.desk.handing import export_office
    from app.desk.library import open_library

    library = open_library()
    try:
        comes = export_office(library, paths.user_data(), Path(options.output), Task(), originals=options.originals)
    finally:
        library.close()
    say(f"已存为 {options.output}。{comes.words()}")
    return _DONE


def _merge(options: Namespace) -> int:
    from app.desk.handing import incoming
    from app.desk.library import open_library, write_settings
    from app.store.library.doubles import Choice

    data, task = paths.user_data(), Task()
    library = open_library()
    try:
        with incoming(Path(options.file), data, task) as came:
            say(came.comes.words())
            plan = came.plan(library, data)
            wanted = Choice(options.double) if options.double else None
            decisions = {double.key: wanted for double in plan.doubles if wanted in double.choices} if wanted else {}
            for double in plan.doubles:
                choice = decisions.get(double.key, double.default)
                say(f"{double.label}　{double.what}（{double.why}）　本机：{double.own}　交来：{double.came}　→ {choice}")
            if options.dry:
                return _DONE
            outcome = came.take(library, data, decisions, task)
    finally:
        library.close()
    if outcome.settings:
        write_settings(data, outcome.settings)
    say(outcome.words())
    return _DONE
