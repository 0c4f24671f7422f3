"""The bench's text becomes what each engine reads: .jianbao files, Typst sources, a DOCX, a folder with the font files."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import count
from math import ceil
from pathlib import Path

import typst
from fontTools.ttLib import TTFont

from app.desk.compose import compose
from app.desk.faces import faces_for
from app.desk.intake import read_submission, save_issue
from app.desk.publish import publish
from app.desk.sample import sample_issue
from app.desk.templates import template_named
from app.fonts.face import Face
from app.fonts.faceset import FaceSet
from app.layout.engine import lay_out
from app.model.faces import FaceRole
from app.model.issue import Article, Issue, Section
from tests.bench.process import ROOT
from tests.bench.typst_source import typst_source
from tests.conftest import shared_folder

COPIES = 100
LONG = {"hundred": 100, "long": 460}
"""Issues of so many pages."""


@dataclass(frozen=True, slots=True)
class Material:
    """Files of one issue and of its text a hundred times over; `name` says which text it is."""

    name: str
    folder: Path
    faces: FaceSet
    issue: Issue
    big: Issue

    def file(self, name: str) -> Path:
        """A file of the folder."""
        return self.folder / name

    @property
    def fonts(self) -> Path:
        """The folder that holds the font files and nothing else."""
        return self.folder / "fonts"

    @property
    def families(self) -> Mapping[str, tuple[Path, int]]:
        """The family that the DOCX names, and the file that answers for it."""
        return {found.official: (Path(found.file), found.index) for found in self.faces.substitutions}


def prepare(folder: Path) -> Material:
    """Make every file; the text is sample 000 where the sample folder is there, else our own sample."""
    sample = shared_folder(ROOT) / "samples" / "000.txt"
    if sample.is_file():
        template = template_named("工作简报")
        name, issue = "sample 000", compose(read_submission(str(sample)).intake.structure, template).issue
    else:
        name, issue = "our own sample", replace(sample_issue(), sample=False)
    faces = faces_for(issue.template, {})
    material = Material(name, folder, faces, issue, repeated(issue, COPIES))
    material.fonts.mkdir()
    for face in (*faces.faces.values(), *faces.fallback):
        shutil.copy(face.id.path, material.fonts)
    families, fallback = _families(material)
    shutil.copytree(material.fonts, material.file("data") / "fonts")  # the window finds the same faces there
    pages = len(lay_out(material.big, faces).pages) / COPIES
    many = {stem: repeated(issue, ceil(wanted / pages)) for stem, wanted in LONG.items()}
    for stem, shown in {"one": issue, "big": material.big, **many}.items():
        save_issue(shown, material.file(f"{stem}.jianbao"))
        material.file(f"{stem}.typ").write_text(typst_source(shown, families, fallback), encoding="utf-8")
    _check(material.file("one.typ"), material.fonts)
    publish(issue, material.file("one.docx"), faces, final=True)
    return material


def repeated(issue: Issue, times: int) -> Issue:
    """The articles so many times over, with ids of their own and the round in their titles, so that no two blocks are the same."""
    ids = count(issue.next_id)
    sections = []
    for turn in range(times):
        for section in issue.sections:
            name = replace(section.name, id=next(ids)) if section.name else None
            sections.append(Section(next(ids), name, tuple(_copied(article, turn, ids) for article in section.articles)))
    return replace(issue, sections=tuple(sections), next_id=next(ids))


def _copied(article: Article, turn: int, ids: count[int]) -> Article:
    title = replace(article.title, id=next(ids), text=f"{article.title.text}（{turn + 1}）")
    paragraphs = tuple(replace(paragraph, id=next(ids)) for paragraph in article.paragraphs)
    toc_title = replace(article.toc_title, id=next(ids)) if article.toc_title else None
    return replace(article, id=next(ids), title=title, toc_title=toc_title, paragraphs=paragraphs)


def _families(material: Material) -> tuple[Mapping[FaceRole, str], str]:
    """The names that Typst lists our files under, by role, and that of the first fallback face."""
    known = set(typst.Fonts(font_paths=[str(material.fonts)], include_system_fonts=False).families())

    def family(face: Face) -> str:
        names = TTFont(face.id.path, fontNumber=face.id.index, lazy=True)["name"]
        found = [name for name in (names.getDebugName(1), names.getDebugName(16)) if name in known]
        if not found:
            raise SystemExit(f"Typst does not know {face.id.path}")
        return str(found[0])

    faces = material.faces
    by_role = {role: family(face) for role, face in faces.faces.items()}
    return by_role, family(faces.fallback[0]) if faces.fallback else by_role[FaceRole.BODY]


def _check(source: Path, fonts: Path) -> None:
    """Refuse a source that Typst has doubts about, such as a face it does not find: the comparison would be another one."""
    _, warnings = typst.Compiler(str(source), font_paths=[str(fonts)], ignore_system_fonts=True).compile_with_warnings(format="pdf")
    if warnings:
        raise SystemExit(f"Typst on {source.name}: {warnings[0]}")
