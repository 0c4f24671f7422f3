"""Set the program up where that is needed, then run it: the window without arguments, the command line with them.

python3 packaging/run.py [arguments]
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - said in words here, an older Python would show a syntax error of ours instead
    sys.exit("Bianbao needs Python 3.11 or newer; this is Python " + sys.version.split()[0] + ".")

import os
import subprocess
from pathlib import Path

import display
import setup_all
import without_window
from app_process import app_command, app_environment
from steps import SetupError
from user_folder import user_data

SETUP_FAILED = 4
"""Exit status where setting up did not work; 1 to 3 are the program's own."""


def main(arguments: list[str]) -> int:
    """Set up, then become the program; the exit status where it cannot take this process's place."""
    window = not arguments or arguments[0].lower().endswith(".jianbao")  # as the program itself reads its arguments
    try:
        python = setup_all.set_up_to_run(window)
    except SetupError as error:
        print(error, file=sys.stderr)
        return SETUP_FAILED
    except KeyboardInterrupt:
        print("\nInterrupted. The same command goes on where this one stopped.", file=sys.stderr)
        return 130
    if window and (reason := display.why_no_window()):
        print(f"No window can be opened: {reason}.", file=sys.stderr)
        if not arguments:
            return _without_window(python)
        print(f"To print this issue without it: python3 packaging/run.py export {arguments[0]} -o ISSUE.pdf", file=sys.stderr)
        return 2
    return _become(app_command(python, arguments), app_environment(setup_all.CHECKOUT))


def _without_window(python: Path) -> int:
    print("The sample issue is made and exported without it.", file=sys.stderr)
    try:
        folder = without_window.demo_folder(Path.cwd(), user_data())
    except SetupError as error:
        print(error, file=sys.stderr)
        return SETUP_FAILED
    return without_window.make_sample(python, setup_all.CHECKOUT, folder)


def _become(command: list[str], environment: dict[str, str]) -> int:
    if os.name == "nt":  # exec on Windows gives the prompt back before the program has ended
        return subprocess.run(command, env=environment, check=False).returncode
    sys.stdout.flush()
    os.execve(command[0], command, environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
