"""A second set-up of the same checkout waits for the first, also when the first one dies."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

from one_at_a_time import alone
from steps import Steps

from tests.packaging.conftest import PACKAGING

# Takes the lock, says so, and holds it until it is told to go on.
HOLDER = "import sys; sys.path.append(sys.argv[1]); from pathlib import Path; from steps import Steps; from one_at_a_time import alone\n"
HOLDER += "with alone(Path(sys.argv[2]), Steps(1)):\n    print('held', flush=True)\n    sys.stdin.readline()\n"


class Talk(io.StringIO):
    """Ends the holder as soon as somebody says that he waits for it."""

    holder: subprocess.Popen[str] | None = None

    def write(self, text: str) -> int:
        if self.holder and "waiting" in text:
            self.holder.kill()
        return super().write(text)


def test_the_second_waits_until_the_first_has_ended(tmp_path: Path) -> None:
    talk = Talk()
    command = [sys.executable, "-c", HOLDER, str(PACKAGING), str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        talk.holder = holder
        with alone(tmp_path, Steps(1, talk)):
            assert holder.wait() != 0
    assert "waiting" in talk.getvalue()


def test_alone_nobody_waits(tmp_path: Path, steps: Steps, log: io.StringIO) -> None:
    for _ in range(2):
        with alone(tmp_path, steps):
            pass
    assert log.getvalue() == ""
