"""The faces of this machine, for rules on laid-out pages."""

from __future__ import annotations

import pytest

from app.desk.faces import face_resolver, faces_for
from app.fonts.faceset import FaceSet
from tests.layout.bulletins import template


@pytest.fixture(scope="session")
def faces() -> FaceSet:
    return faces_for(template(), {}, face_resolver())
