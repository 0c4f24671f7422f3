"""A DOCX becomes a PDF by the LibreOffice of this machine, where there is one; run only when a person asks for it.

It gets a profile of its own that is gone afterwards, so that it neither meets an open LibreOffice nor the person's settings.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from app.errors import Cancelled, UserError

SECONDS = 120.0
_LOOK_EVERY_S = 0.2
_USUAL = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)


def find_office() -> Path | None:
    """LibreOffice's program, on the search path, in the usual places, or in /opt with its version."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found:
        return Path(found)
    places = [Path(name) for name in _USUAL] + sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
    return next((place for place in places if place.is_file()), None)


def docx_to_pdf(office: Path, docx: bytes, cancelled: Callable[[], bool] = bool, seconds: float = SECONDS) -> bytes:
    """Let LibreOffice print a DOCX. Raises `UserError` where it does not in time, `Cancelled` where the person stops it."""
    return _printed(office, docx, ".docx", cancelled, seconds)


def original_to_pdf(office: Path, data: bytes, suffix: str, cancelled: Callable[[], bool] = bool) -> bytes:
    """Let LibreOffice print a document that came from elsewhere: .docx or .doc. Raises as `docx_to_pdf` does, in words of its own."""
    try:
        return _printed(office, data, suffix, cancelled, SECONDS)
    except UserError as error:
        raise UserError("LibreOffice 没能打开原件，看不到它的页面；请用 Word 或 WPS 打开原件对照。") from error


def _printed(office: Path, data: bytes, suffix: str, cancelled: Callable[[], bool], seconds: float) -> bytes:
    with tempfile.TemporaryDirectory(prefix="bianbao-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, out = folder / f"a{suffix}", folder / "out"
        source.write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [str(office), profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(out), str(source)]
        _run(command, cancelled, seconds)
        printed = out / "a.pdf"
        if not printed.is_file():
            raise UserError("LibreOffice 没有打开这份 DOCX，没有核对；请在 WPS 或 Word 里打开看一下。")
        return printed.read_bytes()


def _run(command: list[str], cancelled: Callable[[], bool], seconds: float) -> None:
    try:
        process = subprocess.Popen(
            command,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise UserError("LibreOffice 启动不了，没有核对；请重新安装它，或在 WPS、Word 里打开看一下。") from error
    end = time.monotonic() + seconds
    while process.poll() is None:
        if cancelled() or time.monotonic() > end:
            _end(process)
            if cancelled():
                raise Cancelled
            raise UserError(f"LibreOffice 过了 {seconds:g} 秒还没有做完，没有核对；请稍后再试。")
        time.sleep(_LOOK_EVERY_S)


def _environment() -> dict[str, str]:
    """Ours, but without the libraries that a frozen build brings for itself alone."""
    kept = {**os.environ, "SAL_USE_VCLPLUGIN": "svp"}
    if getattr(sys, "frozen", False):
        before = kept.pop("LD_LIBRARY_PATH_ORIG", "")
        kept.pop("LD_LIBRARY_PATH", None)
        if before:
            kept["LD_LIBRARY_PATH"] = before
    return kept


def _end(process: subprocess.Popen[bytes]) -> None:
    """End it with what it started: its program is often a script, and the real one would go on."""
    try:
        started = psutil.Process(process.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        started = []
    for each in started:
        try:
            each.kill()
        except psutil.NoSuchProcess:  # it ended by itself
            continue
    process.kill()
    process.wait()
    psutil.wait_procs(started, timeout=5)
