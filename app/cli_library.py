"""`library …` on the command line becomes a library in another place, a hand-over file, or one that was merged in."""

from __future__ import annotations

from argparse import Namespace

from app import paths
from app.console import say
from app.desk.publish import Task

_DONE = 0


def run_step(options: Namespace) -> int:
    """Do one step. Raises `UserError`."""
    return {"where": _where, "move": _move}[options.step](options)


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
