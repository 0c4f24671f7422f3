"""The locked lists are whole, agree with pyproject.toml and with one another, and hold nothing under the AGPL."""

from __future__ import annotations

import importlib.metadata
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.packaging.conftest import PACKAGING

ENTRY = re.compile(r"^([a-z0-9-]+)==(\S+)( ; [^\\\n]+)?((?: \\\n    --hash=sha256:[0-9a-f]{64})+)$", re.MULTILINE)
AFFERO = re.compile(r"\bAGPL|Affero General Public", re.IGNORECASE)
LOCKS = ["requirements-build.lock", "requirements.lock", "requirements-dev.lock"]


def entries(name: str) -> dict[str, tuple[str, str]]:
    """Name -> (version, hashes) of a list."""
    text = (PACKAGING / name).read_text(encoding="utf-8")
    return {found[1]: (found[2], found[4]) for found in ENTRY.finditer(text)}


def elsewhere(name: str) -> set[str]:
    """Names that only another system installs."""
    return {found[1] for found in ENTRY.finditer((PACKAGING / name).read_text(encoding="utf-8")) if found[3]}


@pytest.mark.parametrize("name", LOCKS)
def test_every_line_is_a_version_with_sums(name: str) -> None:
    text = (PACKAGING / name).read_text(encoding="utf-8")
    rest = [line for line in ENTRY.sub("", text).splitlines() if line and not line.startswith("#")]
    assert rest == []
    assert len(entries(name)) == text.count("==") - text.count(" ; ")
    assert "://" not in text


def test_the_development_list_holds_the_programs_list() -> None:
    run, dev = entries("requirements.lock"), entries("requirements-dev.lock")
    assert {name: dev.get(name) for name in run} == run


def test_the_lists_are_what_the_project_asks_for() -> None:
    project = tomllib.loads((PACKAGING.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {"requirements.lock": project["dependencies"], "requirements-dev.lock": project["optional-dependencies"]["dev"]}
    for name, requirements in asked.items():
        locked = entries(name)
        for requirement in map(Requirement, requirements):
            version = locked[canonicalize_name(requirement.name)][0]
            assert requirement.specifier.contains(version), f"{requirement} is locked at {version}: run packaging/lock.py"


def licence_words(distribution: importlib.metadata.Distribution) -> str:
    """All that a distribution says of its licence: fields, classifiers and the first lines of its licence files."""
    metadata = distribution.metadata
    said = [value for field in ("License", "License-Expression", "Classifier") for value in metadata.get_all(field, [])]
    for file in distribution.files or ():
        if re.search(r"(licen[cs]e|copying)[^/]*$", str(file), re.IGNORECASE) and file.suffix != ".py":
            path = Path(str(file.locate()))
            said.append(path.read_text(encoding="utf-8", errors="replace")[:300] if path.is_file() else "")
    return "\n".join(said)


def test_nothing_in_the_lists_is_agpl() -> None:
    names = set(entries("requirements-dev.lock")) - elsewhere("requirements-dev.lock")
    words = {name: licence_words(importlib.metadata.distribution(name)) for name in names}
    assert sorted(name for name, said in words.items() if AFFERO.search(said)) == []
    assert sorted(name for name, said in words.items() if not said.strip()) == []


AFFERO_NAMES = ["AGPL-3.0-or-later", "OSI Approved :: GNU Affero General Public License v3", "GNU AFFERO GENERAL PUBLIC LICENSE"]


@pytest.mark.parametrize("said", AFFERO_NAMES)
def test_an_agpl_licence_would_be_seen(said: str) -> None:
    assert AFFERO.search(said)
    assert not AFFERO.search("GNU Lesser General Public License v3 (LGPLv3)")
