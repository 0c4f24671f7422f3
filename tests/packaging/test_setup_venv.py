"""`.venv` is made once from a list with sums; what was interrupted is made anew, and a wrong sum is refused."""

from __future__ import annotations

import base64
import hashlib
import importlib.metadata
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
import setup_venv
from setup_venv import is_ready, python_of, refuse_old_system, set_up_venv
from steps import SetupError, Steps


def wheel(folder: Path, name: str, content: str) -> Path:
    """A made-up package of one module, as pip installs it."""
    info = f"{name}-1.0.dist-info"
    files = {
        f"{name}.py": content,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: made up\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = [f"{path},sha256={digest(text.encode())},{len(text.encode())}" for path, text in files.items()]
    files[f"{info}/RECORD"] = "\n".join([*record, f"{info}/RECORD,,"]) + "\n"
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for member, text in files.items():
            archive.writestr(member, text)
    return path


def digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()


def lock(path: Path, *wheels: Path) -> Path:
    lines = [f"{file.name.split('-')[0]}==1.0 --hash=sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}\n" for file in wheels]
    path.write_text("".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def offline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine whose pip knows one folder and no registry; gives that folder."""
    wheels = tmp_path / "wheels"
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheels))
    monkeypatch.setenv("PIP_NO_CACHE_DIR", "1")
    monkeypatch.setenv("PIP_USER", "1")  # would send the packages elsewhere
    monkeypatch.setattr(setup_venv, "BUILD_LOCK", lock(tmp_path / "build.lock", wheel(wheels, "builder", "")))
    monkeypatch.setattr(setup_venv, "_PROGRESS_OPTIONS", [])  # Python's own pip may be too old for them
    return wheels


def runs(venv: Path, program: str) -> bool:
    return subprocess.run([python_of(venv), "-c", program], capture_output=True, check=False).returncode == 0


def test_a_life_of_the_environment(offline: Path, tmp_path: Path, steps: Steps, monkeypatch: pytest.MonkeyPatch) -> None:
    venv = tmp_path / ".venv"
    first = lock(tmp_path / "first.lock", wheel(offline, "alpha", "x = 1\n"))
    wrong = tmp_path / "wrong.lock"
    wrong.write_text("alpha==1.0 --hash=sha256:" + "0" * 64 + "\n", encoding="utf-8")

    # A wrong sum is refused and leaves nothing that looks ready.
    with pytest.raises(SetupError, match=r"(?i)hash"):
        set_up_venv(venv, wrong, steps)
    assert not is_ready(venv, wrong)
    assert not runs(venv, "import alpha")

    # The next run begins anew: what the half made one held is gone.
    (venv / "left-over").touch()
    set_up_venv(venv, first, steps)
    assert is_ready(venv, first)
    assert not (venv / "left-over").exists()
    assert runs(venv, "import alpha, builder")

    # Ready: nothing is started any more.
    with monkeypatch.context() as patch:
        patch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("started a program"))
        patch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("started a program"))
        set_up_venv(venv, first, steps)

    # Another list is added to what is there; the first is no longer vouched for.
    second = lock(tmp_path / "second.lock", offline / "alpha-1.0-py3-none-any.whl", wheel(offline, "beta", ""))
    assert not is_ready(venv, second)
    set_up_venv(venv, second, steps)
    assert is_ready(venv, second)
    assert not is_ready(venv, first)
    assert runs(venv, "import alpha, beta")

    # An update cut short is not taken for ready.
    (venv / "bianbao-setup-unfinished").touch()
    assert not is_ready(venv, second)


@pytest.mark.parametrize("stamp", ["", "{", "[]", "{}", '{"locks": 1}', '{"locks": ["0"]}'])
def test_an_odd_stamp_is_not_ready(stamp: str, tmp_path: Path) -> None:
    venv, listed = tmp_path / ".venv", tmp_path / "a.lock"
    listed.write_text("")
    python_of(venv).parent.mkdir(parents=True)
    python_of(venv).touch()
    (venv / "bianbao-setup.json").write_text(stamp)
    assert not is_ready(venv, listed)


def test_an_environment_whose_python_went_away_is_not_ready(tmp_path: Path) -> None:
    venv, listed = tmp_path / ".venv", tmp_path / "a.lock"
    listed.write_text("")
    python_of(venv).parent.mkdir(parents=True)
    (venv / "bianbao-setup.json").write_text('{"locks": ["' + hashlib.sha256(b"").hexdigest() + '"]}')
    python_of(venv).symlink_to(tmp_path / "python-that-was")
    assert not is_ready(venv, listed)
    python_of(venv).unlink()
    python_of(venv).touch()
    assert is_ready(venv, listed)


def test_no_network_is_said_with_what_to_do(offline: Path, tmp_path: Path, steps: Steps, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = tmp_path / "a.lock"
    listed.write_text("gamma==1.0 --hash=sha256:" + "0" * 64 + "\n", encoding="utf-8")
    with pytest.raises(SetupError, match=r"gamma(.|\n)*run the same command again"):
        set_up_venv(tmp_path / ".venv", listed, steps)
    assert offline.exists()


def test_a_system_on_which_the_locked_qt_does_not_run_is_told_so() -> None:
    for machine, version in (("x86_64", "2.31"), ("aarch64", "2.36"), ("loongarch64", "2.40")):
        with pytest.raises(SetupError, match=r"glibc 2\.3|loongarch64"):
            refuse_old_system(machine, "glibc", version)
    for machine, library, version in (("x86_64", "glibc", "2.34"), ("aarch64", "glibc", "3.1"), ("AMD64", "", ""), ("x86_64", "glibc", "")):
        refuse_old_system(machine, library, version)


def test_what_the_locked_qt_needs_is_what_its_files_say() -> None:
    wheel_text = importlib.metadata.distribution("pyside6-essentials").read_text("WHEEL") or ""
    for major, minor, machine in re.findall(r"manylinux_(\d+)_(\d+)_(\w+)", wheel_text):
        assert setup_venv.QT_GLIBC[machine] == (int(major), int(minor))
