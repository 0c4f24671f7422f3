"""DOCX files become PDF files: one start of LibreOffice for a batch, with a font folder of our own and nothing else."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.oracle.faces import copy_all

_FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""
_SECONDS = 180


class Office:
    """A LibreOffice with a fresh profile in `root`, to which each family in `faces` is the given file and index."""

    def __init__(self, root: Path, faces: Mapping[str, tuple[Path, int]]) -> None:
        self._root = root
        fonts = root / "fonts"
        fonts.mkdir(parents=True)
        copy_all(faces, fonts)
        (root / "fonts.conf").write_text(_FONTS_CONF.format(fonts=fonts, cache=root / "cache"), encoding="utf-8")
        self._count = 0

    def convert(self, documents: Sequence[bytes | Path], target: str = "pdf") -> list[Path]:
        """The documents as files of `target`'s kind, in order. A document that LibreOffice does not print fails the test."""
        self._count += 1
        folder = self._root / f"batch{self._count}"
        folder.mkdir()
        sources = []
        for number, document in enumerate(documents):
            source = folder / f"{number}.docx"
            source.write_bytes(document if isinstance(document, bytes) else document.read_bytes())
            sources.append(source)
        out = folder / "out"
        self._run(["--convert-to", target, "--outdir", str(out), *map(str, sources)])
        results = [out / source.with_suffix(f".{target}").name for source in sources]
        missing = [result.name for result in results if not result.is_file()]
        assert not missing, f"LibreOffice wrote no {missing}"
        return results

    def _run(self, arguments: Sequence[str]) -> None:
        program = shutil.which("soffice")
        assert program, "soffice is not on the PATH: install libreoffice-writer"
        command = [program, f"-env:UserInstallation=file://{self._root}/profile", "--headless", *arguments]
        env = dict(os.environ, FONTCONFIG_FILE=str(self._root / "fonts.conf"), HOME=str(self._root), SAL_USE_VCLPLUGIN="svp")
        process = subprocess.Popen(command, env=env, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)  # soffice is a script: its child would go on
            process.wait()
            raise
