"""Set the tests up where that is needed, then check style, types and behaviour.

    python3 packaging/test.py [pytest arguments]

Exit status 0 when all three are clean. The tests come last, so the output ends with pytest's closing line.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - said in words here, an older Python would show a syntax error of ours instead
    sys.exit("Bianbao needs Python 3.11 or newer; this is Python " + sys.version.split()[0] + ".")

import os
import subprocess
from pathlib import Path

import setup_all
from steps import SetupError

CHECKS = [["ruff", "check", "."], ["mypy"]]


def main(arguments: list[str]) -> int:
    """Set up, run the checks and the tests; 1 when anything failed."""
    try:
        python = setup_all.set_up_to_test()
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted. The same command goes on where this one stopped.", file=sys.stderr)
        return 130
    failed = [" ".join(check) for check in CHECKS if _run(python, check)]
    if failed:
        print(f"FAILED: {' and '.join(failed)} (see above); the exit status will be 1 whatever the tests say.", flush=True)
    status = _run(python, ["pytest", "-n", "auto", *arguments])
    return 1 if failed or status else 0


def _run(python: Path, module: list[str]) -> int:
    """Run a module of the environment in the checkout; its exit status."""
    print(f"$ {' '.join(module)}", flush=True)
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    environment.pop("PYTHONPATH", None)
    command = [str(python), "-m", *module]
    return subprocess.run(command, cwd=setup_all.CHECKOUT, env=environment, stdin=subprocess.DEVNULL, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
