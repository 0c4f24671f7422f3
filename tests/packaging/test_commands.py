"""The two commands, run whole in a copy of the checkout where a script stands for the environment's Python."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import setup_fonts
import setup_system
import setup_words

from tests.packaging.conftest import PACKAGING


@dataclass(frozen=True, slots=True)
class Machine:
    """A checkout that is set up, and a user in a folder of his own."""

    checkout: Path
    user: Path
    environment: dict[str, str]

    def run(self, command: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        script = self.checkout / "packaging" / command
        environment = {**self.environment, **variables}
        return subprocess.run(
            [sys.executable, str(script), *arguments], cwd=self.user, env=environment, capture_output=True, text=True, check=False
        )

    def calls(self) -> list[str]:
        log = self.checkout / "calls.log"
        return log.read_text(encoding="utf-8").splitlines() if log.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """All is set up: libraries, commands, `.venv` by its stamp, faces and model by their sizes; there is no apt and no display."""
    checkout, user, data, tools = (tmp_path / name for name in ("checkout", "user", "data", "tools"))
    for folder in (user, data / "fonts", data / "words", tools, checkout / ".venv" / "bin"):
        folder.mkdir(parents=True)
    shutil.copytree(PACKAGING, checkout / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
    for folder, wanted in ((data / "fonts", setup_fonts.FANDOL), (data / "words", setup_words.MEASURED)):
        for name, contents in wanted.files.items():
            with (folder / name).open("wb") as stream:
                stream.truncate(contents[0].size)
    # Whether an input method of the machine that tests has the model is no matter of this one's.
    module = checkout / "packaging" / "setup_words.py"
    module.write_text(module.read_text(encoding="utf-8").replace('"/usr/lib', f'"{tmp_path}/usr/lib'), encoding="utf-8")
    for command in setup_system.TEST_COMMANDS.values():
        (tools / command).write_text("#!/bin/sh\n")
        (tools / command).chmod(0o755)
    lists = [checkout / "packaging" / name for name in ("requirements.lock", "requirements-dev.lock")]
    locks = [hashlib.sha256(file.read_bytes()).hexdigest() for file in lists]
    (checkout / ".venv" / "bianbao-setup.json").write_text(json.dumps({"locks": locks}))
    python = checkout / ".venv" / "bin" / "python"
    # Notes where it was called from and with what; makes the file that `-o` names; fails where FAIL_AT is among its arguments.
    python.write_text(
        f'#!/bin/sh\necho "$PWD: $*" >> {checkout}/calls.log\necho "said $*"\n'
        'for word; do [ "$before" = -o ] && : > "$word"; before=$word; done\n'
        'case "$*" in *"$FAIL_AT"*) exit 7;; esac\n',
        encoding="utf-8",
    )
    python.chmod(0o755)
    environment = {"PATH": str(tools), "HOME": str(user), "BIANBAO_DATA": str(data), "FAIL_AT": "never", "PYTHONUTF8": "1"}
    return Machine(checkout, user, environment)


def test_with_arguments_it_is_the_command_line_and_silent_itself(machine: Machine) -> None:
    result = machine.run("run.py", "text", "来稿.txt")
    assert (result.returncode, result.stderr) == (0, "")
    assert machine.calls() == [f"{machine.user}: -P -m app text 来稿.txt"]
    assert result.stdout == "said -P -m app text 来稿.txt\n"


def test_the_exit_status_is_the_programs(machine: Machine) -> None:
    assert machine.run("run.py", "text", "none.txt", FAIL_AT="none.txt").returncode == 7


def test_without_a_display_the_sample_is_made(machine: Machine) -> None:
    result = machine.run("run.py")
    folder = machine.user / "bianbao-demo"
    assert result.returncode == 0
    assert "there is no display here" in result.stderr
    issue, pdf, docx = (folder / f"示例.{suffix}" for suffix in ("jianbao", "pdf", "docx"))
    assert [call.partition(" app ")[2] for call in machine.calls()] == [
        f"sample -o {issue}",
        f"export {issue} -o {pdf}",
        f"export {issue} -o {docx}",
        f"report {issue}",
    ]
    lines = result.stdout.splitlines()
    assert [str(issue), str(pdf), str(docx)] == lines[-4:-1]
    assert lines[-1].endswith(f"report {issue}")


def test_a_sample_that_is_there_is_not_written_again(machine: Machine) -> None:
    machine.run("run.py")
    before = len(machine.calls())
    machine.run("run.py")
    assert [call.split()[4] for call in machine.calls()[before:]] == ["export", "export", "report"]


def test_a_failing_export_ends_it(machine: Machine) -> None:
    assert machine.run("run.py", FAIL_AT=".docx").returncode == 7
    assert "report" not in machine.calls()[-1]


def test_a_folder_that_cannot_be_written_gives_way_to_the_users_own(machine: Machine) -> None:
    (machine.user / "bianbao-demo").write_text("a file where the folder should be")
    assert machine.run("run.py").returncode == 0
    assert str(Path(machine.environment["BIANBAO_DATA"]) / "demo") in machine.calls()[0]


def test_an_issue_without_a_display_is_not_opened_but_said_how_to_print(machine: Machine) -> None:
    result = machine.run("run.py", "第5期.jianbao")
    assert result.returncode == 2
    assert "export 第5期.jianbao" in result.stderr
    assert machine.calls() == []


def test_with_a_display_the_window_opens(machine: Machine) -> None:
    assert machine.run("run.py", QT_QPA_PLATFORM="vnc").returncode == 0
    assert machine.calls() == [f"{machine.user}: -P -m app"]


def test_all_checks_run_and_the_tests_come_last(machine: Machine) -> None:
    result = machine.run("test.py", "tests/model", "-x")
    assert result.returncode == 0, result.stderr
    calls = [call.removeprefix(f"{machine.checkout}: -m ") for call in machine.calls()]
    assert calls[-1] == "pytest -n auto tests/model -x"
    assert [call.split()[0] for call in calls] == ["ruff", "mypy", "pytest"]
    assert result.stdout.splitlines()[-1].startswith("said -m pytest")


@pytest.mark.parametrize("check", ["ruff", "mypy", "pytest"])
def test_any_failure_fails_the_run(check: str, machine: Machine) -> None:
    result = machine.run("test.py", FAIL_AT=check)
    assert result.returncode == 1
    assert "pytest" in machine.calls()[-1]
    assert ("FAILED: " in result.stdout) is (check != "pytest")


def test_missing_tools_stop_the_tests_with_a_word(machine: Machine) -> None:
    (machine.checkout.parent / "tools" / "qpdf").unlink()
    result = machine.run("test.py")
    assert result.returncode == 1
    assert "qpdf" in result.stderr
    assert machine.calls() == []


def test_missing_faces_stop_the_tests_with_a_word(machine: Machine) -> None:
    (Path(machine.environment["BIANBAO_DATA"]) / "fonts" / "FandolKai-Regular.otf").unlink()
    result = machine.run("test.py")
    assert result.returncode == 1
    assert "fonts" in result.stderr.splitlines()[-1]


def test_missing_faces_are_said_once_and_do_not_stop_the_program(machine: Machine) -> None:
    (Path(machine.environment["BIANBAO_DATA"]) / "fonts" / "FandolKai-Regular.otf").unlink()
    result = machine.run("run.py", "fonts")
    assert result.returncode == 0
    assert "Noto Serif SC" in result.stderr
    assert result.stdout.endswith("-m app fonts\n")
    assert machine.run("run.py", "fonts").stderr == ""


def test_a_missing_model_stops_the_tests_with_a_word(machine: Machine) -> None:
    (Path(machine.environment["BIANBAO_DATA"]) / "words" / "zh_CN.lm").unlink()
    result = machine.run("test.py")
    assert result.returncode == 1
    assert "language model" in result.stderr.splitlines()[-1]
    assert machine.calls() == []


def test_a_missing_model_is_said_once_and_does_not_stop_the_program(machine: Machine) -> None:
    (Path(machine.environment["BIANBAO_DATA"]) / "words" / "zh_CN.lm").unlink()
    result = machine.run("run.py", "proof", "来稿.txt")
    assert result.returncode == 0
    assert "[4/4]" in result.stderr
    assert "finds fewer wrong words" in result.stderr
    assert result.stdout.endswith("-m app proof 来稿.txt\n")
    assert machine.run("run.py", "proof", "来稿.txt").stderr == ""


def test_the_input_methods_model_serves(machine: Machine) -> None:
    own = Path(machine.environment["BIANBAO_DATA"]) / "words" / "zh_CN.lm"
    system = machine.checkout.parent / "usr" / "lib" / "libime"
    system.mkdir(parents=True)
    own.rename(system / own.name)
    for command in ("run.py", "test.py"):
        assert machine.run(command, "text").returncode == 0
        assert machine.run(command, "text").stderr == ""


def test_an_old_python_is_told_so(tmp_path: Path) -> None:
    for name in ("run.py", "test.py"):
        source = (PACKAGING / name).read_text(encoding="utf-8")
        program = f"import sys; sys.version_info = (3, 9, 2); exec(compile({source!r}, 'p', 'exec', dont_inherit=True))"
        result = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (result.returncode, result.stderr[:32]) == (1, "Bianbao needs Python 3.11 or new")
