"""An engine and a file of the material become the run that makes a PDF, or whatever else is compared."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf

from tests.bench.material import Material
from tests.bench.process import Cost, run
from tests.oracle.faces import copy_all

Run = Callable[[], Cost]

_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""
_TYPST = """
import sys, typst
source, target, fonts, *standards = sys.argv[1:]
typst.compile(source, output=target, font_paths=[fonts], ignore_system_fonts=True, pdf_standards=standards, pdf_tags=True)
"""
ARCHIVE = "a-2b"
"""PDF/A-2b by Typst's name."""


def ours(material: Material, stem: str) -> Run:
    """Our command line, to one PDF."""
    command = [sys.executable, "-m", "app", "export", str(material.file(f"{stem}.jianbao")), "-o", str(material.file(f"{stem}.pdf"))]
    return lambda: run(command)


def ours_in_formats(material: Material, stem: str, formats: str) -> Run:
    """Our command line, to several formats at once."""
    command = [
        sys.executable,
        "-m",
        "app",
        "export",
        str(material.file(f"{stem}.jianbao")),
        "--as",
        formats,
        "-o",
        str(material.file("all")),
    ]
    return lambda: run(command)


def typst(material: Material, stem: str, *standards: str) -> Run:
    """Typst, to a tagged PDF of these standards."""
    files = [str(material.file(f"{stem}.typ")), str(material.file(f"{stem}-typst.pdf")), str(material.fonts)]
    command = [sys.executable, "-c", _TYPST, *files, *standards]
    return lambda: run(command)


def office(material: Material, stem: str) -> Run:
    """LibreOffice, from our DOCX to one PDF, with the same faces alone."""
    faces = material.file("office-fonts")
    faces.mkdir()
    copy_all(material.families, faces)
    conf = material.file("fonts.conf")
    conf.write_text(_CONF.format(fonts=faces, cache=material.file("cache")), encoding="utf-8")
    out = material.file("office")
    command = ["soffice", f"-env:UserInstallation=file://{material.file('profile')}", "--headless", "--convert-to", "pdf"]
    command += ["--outdir", str(out), str(material.file(f"{stem}.docx"))]
    env = {"FONTCONFIG_FILE": str(conf), "HOME": str(material.folder), "SAL_USE_VCLPLUGIN": "svp"}

    def measured() -> Cost:
        cost = run(command, env)
        if not (out / f"{stem}.pdf").is_file():  # it says nothing of a file that it could not make
            raise SystemExit("LibreOffice wrote no PDF")
        return cost

    return measured


def refuse_other_kinds(*files: Path) -> None:
    """End the bench where a PDF is not tagged or does not say that it is PDF/A-2b."""
    for file in files:
        with pikepdf.open(file) as pdf:
            said = pdf.open_metadata().pdfa_status
            if "/StructTreeRoot" not in pdf.Root or said.upper() != "2B":
                raise SystemExit(f"{file.name} is no tagged PDF/A-2b")
