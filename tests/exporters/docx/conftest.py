"""The faces of this machine and one LibreOffice that sets documents with them, for the tests marked `oracle`."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.desk.faces import face_resolver, faces_for
from app.fonts.faceset import FaceSet
from tests.layout.bulletins import template
from tests.oracle.office import Office


@pytest.fixture(scope="session")
def faces() -> FaceSet:
    """The faces that this machine has for the official families."""
    return faces_for(template(), {}, face_resolver())


@pytest.fixture(scope="session")
def office(faces: FaceSet, tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A LibreOffice that answers each official family with the very file our layout uses."""
    files = {known.official: (Path(known.file), known.index) for known in faces.substitutions}
    return Office(tmp_path_factory.mktemp("office"), files)
