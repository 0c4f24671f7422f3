"""A folder is held by one program, until it lets go or dies."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from app.store.slots import take

_HOLD = """
import sys
from pathlib import Path
from app.store.slots import take
slot = take(Path(sys.argv[1]))
print("held" if slot else "refused", flush=True)
sys.stdin.read()
"""


def holder(folder: Path) -> subprocess.Popen[str]:
    """Another program that tries to hold the folder."""
    return subprocess.Popen([sys.executable, "-c", _HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_a_folder_is_held_once(tmp_path: Path) -> None:
    slot = take(tmp_path / "a")
    assert slot is not None
    assert take(tmp_path / "a") is None
    slot.release()
    again = take(tmp_path / "a")
    assert again is not None
    (again.folder / "x").write_bytes(b"x")
    again.remove()
    again.release()
    assert list(tmp_path.iterdir()) == []


def test_a_killed_program_lets_go(tmp_path: Path) -> None:
    with holder(tmp_path / "a") as other:
        assert other.stdout is not None and other.stdout.readline() == "held\n"
        assert take(tmp_path / "a") is None
        other.kill()
        other.wait()
        slot = take(tmp_path / "a")
        assert slot is not None
        slot.release()
