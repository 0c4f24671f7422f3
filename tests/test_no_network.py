"""The commands of the program run under a guard that ends the process at the first socket or the first other program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
GUARD_STATUS = 97

# Python tells its audit hooks of every socket and process, also of those that a library makes; a hook cannot be taken off again.
GUARD = f"""
import os, sys
FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "pty.", "urllib.", "http.")
def guard(event, arguments):
    if event.startswith(FORBIDDEN):
        os.write(2, f"forbidden: {{event}} {{arguments}}\\n".encode())
        os._exit({GUARD_STATUS})
sys.addaudithook(guard)
"""


def run_guarded(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python with the guard, which it imports before anything else; the current folder and an empty search path are `folder`'s."""
    (folder / "guard").mkdir(exist_ok=True)
    (folder / "guard" / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder / "guard"), str(CHECKOUT)]), "PATH": "", "PYTHONUTF8": "1"}
    return subprocess.run([sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "program",
    [
        "import socket; socket.socket()",
        "import urllib.request; urllib.request.urlopen('http://localhost:9')",
        "import socket; socket.getaddrinfo('localhost', 9)",
        "import subprocess; subprocess.run(['/bin/true'])",
        "import os; os.system('true')",
    ],
)
def test_the_guard_sees_it(program: str, tmp_path: Path) -> None:
    assert run_guarded(tmp_path, "-c", program).returncode == GUARD_STATUS


def test_the_main_job_opens_no_socket_and_starts_no_program(tmp_path: Path) -> None:
    issue = "期.jianbao"
    for command in (
        ["fonts", "--json"],
        ["sample", "-o", issue],
        ["layout", issue],
        ["export", issue, "-o", "期.pdf"],
        ["export", issue, "-o", "期.docx"],
        ["export", issue, "-o", "出", "--as", "pdf,docx,ofd,txt,html", "--report", "报告.json"],
        ["report", issue],
    ):
        result = run_guarded(tmp_path, "-m", "app", *command)
        assert result.returncode == 0, (command, result.stderr)
    assert {file.name for file in tmp_path.iterdir() if file.is_file()} == {issue, "期.pdf", "期.docx", "报告.json"}


def test_what_reads_pdf_files_is_loaded_for_a_report_alone(tmp_path: Path) -> None:
    look = "import sys\nfrom app.main import main\nassert main(sys.argv[1:]) == 0\nprint('pypdfium2' in sys.modules)"
    assert run_guarded(tmp_path, "-m", "app", "sample", "-o", "期.jianbao").returncode == 0
    for words, loaded in ((["期.pdf"], "False"), (["期.pdf", "--report", "报告.json"], "True")):
        result = run_guarded(tmp_path, "-c", look, "export", "期.jianbao", "-o", *words)
        assert result.stdout.splitlines()[-1:] == [loaded], result.stderr


def test_reading_a_text_opens_no_socket_and_starts_no_program(tmp_path: Path) -> None:
    (tmp_path / "来稿.txt").write_text("云河市开展春季植树活动\n3月12日，云河市组织干部职工到东山开展义务植树活动。\n", encoding="utf-8")
    result = run_guarded(tmp_path, "-m", "app", "structure", "来稿.txt")
    assert result.returncode == 0, result.stderr


def test_the_process_that_reads_binary_formats_opens_no_socket(tmp_path: Path) -> None:
    (tmp_path / "来稿.rtf").write_bytes(b"{\\rtf1\\ansi\\ansicpg936 " + "云河市开展春季植树活动".encode("gbk") + b"\\par}")
    result = run_guarded(tmp_path, "-m", "app", "text", "来稿.rtf")
    assert (result.returncode, result.stdout) == (0, "云河市开展春季植树活动\n"), result.stderr
