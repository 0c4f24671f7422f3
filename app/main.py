"""The program's arguments become a command that runs or a window that opens, and every failure a sentence and an exit status."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Sequence

from app.console import close_output, complain, end_output, speak_utf8
from app.errors import Cancelled, UserError

WRONG_INPUT, BUG, INTERRUPTED = 2, 3, 130

_WINDOW_OPTIONS = frozenset({"--startup-time"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; the exit status is 0 done, 1 findings, 2 input or arguments off, 3 a bug (a report is written)."""
    if getattr(sys, "frozen", False):
        from app.desk.worker import be_a_worker_if_asked

        be_a_worker_if_asked()
    words = list(sys.argv[1:] if arguments is None else arguments)
    speak_utf8()
    command = _command(words)
    if arguments is None and command != "window":
        # A command makes a hundred thousand objects, hardly any in cycles, and ends: looking for them would take a sixth of its time.
        gc.disable()
    started = time.monotonic()
    status = BUG
    try:
        status = _run(command, words)
        end_output()
    except UserError as error:
        status = WRONG_INPUT
        complain(error.sentence)
    except Cancelled:
        status = WRONG_INPUT
        complain("已取消，什么也没有写。")
    except KeyboardInterrupt:
        status = INTERRUPTED
        complain("已中断。")
    except BrokenPipeError:  # whoever read our output has seen enough
        status = 0
        close_output()
    except Exception as error:  # noqa: BLE001 - the last fence: a bug becomes a report
        _report_bug(error, command)
    _log(command, status, time.monotonic() - started)
    if not gc.isenabled():
        gc.freeze()  # or the interpreter looks for them once more as it ends
    return status


def _command(words: Sequence[str]) -> str:
    """The command that runs; "window" for no arguments, options of the window, and a single .jianbao file."""
    first = next((word for word in words if word not in _WINDOW_OPTIONS), "")
    return "window" if not first or first.lower().endswith(".jianbao") else first


def _run(command: str, words: Sequence[str]) -> int:
    if command == "window":
        from app.desk.input_method import reach_fcitx
        from app.desk.log import start_log
        from app.paths import user_data

        reach_fcitx(os.environ)
        from app.ui.application import run

        start_log(user_data() / "logs")
        return run(words)
    from app.cli import run_command

    return run_command(words)


def _report_bug(error: Exception, command: str) -> None:
    from app.desk.crash import crash_report, save_report
    from app.paths import user_data

    report = crash_report(error, _known(command))
    path = save_report(report, user_data() / "reports")
    if path is None:
        complain(report)
        complain("程序出错了，错误报告存不下来，请复制以上内容给开发者。")
    else:
        complain(f"程序出错了，原来的文件没有动；错误报告在 {path}，请发给开发者。")


def _log(command: str, status: int, seconds: float) -> None:
    """One line a run: what, how it ended, how long it took."""
    from app.desk.log import LOGGER, start_log
    from app.paths import user_data

    start_log(user_data() / "logs")
    LOGGER.info("%s status=%d seconds=%.2f", _known(command), status, seconds)


def _known(command: str) -> str:
    """The command's name; a word that is no command may be the name of somebody's file and is not kept."""
    from app.cli_parser import COMMANDS

    return command if command in (*COMMANDS, "window") else "other"
