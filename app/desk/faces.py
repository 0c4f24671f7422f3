"""A template's families and the run's --font choices become the faces that this machine sets the issue with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from app import paths
from app.errors import UserError
from app.fonts.faceset import FaceFingerprint, FaceSet
from app.fonts.roles import FaceResolver
from app.model.faces import FaceRole
from app.model.template import Template


def face_resolver() -> FaceResolver:
    """The resolver of this machine. A program that opens several issues keeps one, since it remembers what it found."""
    return FaceResolver(paths.font_folders(), paths.user_cache(), paths.resources() / "fonts" / "roles.toml")


def faces_for(template: Template, overrides: Mapping[FaceRole, str], resolver: FaceResolver | None = None) -> FaceSet:
    """The faces for a template. Raises `UserError` where no face can play a role or an override is no font."""
    wanted = {role: str(getattr(template.faces, role.value)) for role in FaceRole}
    return (resolver or face_resolver()).resolve(wanted, overrides)


def font_overrides(options: Iterable[str]) -> dict[FaceRole, str]:
    """ROLE=FILE[#INDEX] options by role; the role by its Chinese name (正文) or its key (body). Raises `UserError`."""
    roles = {name: role for role in FaceRole for name in (role.label, role.value)}
    chosen: dict[FaceRole, str] = {}
    for option in options:
        name, equals, file = option.partition("=")
        if not equals or not file:
            raise UserError(f"--font 应写成 角色=字体文件，例如 --font 正文=仿宋.ttf，不能写成“{option}”。")
        if name.strip() not in roles:
            raise UserError(f"没有叫“{name}”的字体角色，可以写：{'、'.join(role.label for role in FaceRole)}。")
        chosen[roles[name.strip()]] = file
    return chosen


def faces_record(faces: FaceSet) -> dict[str, Any]:
    """The report of `fonts --json`: one entry for every family name that an exported DOCX writes."""
    return {
        "faces": [
            {
                "role": found.role.label,
                "official": found.official,
                "family": found.family,
                "file": found.file,
                "index": found.index,
                "substituted": found.substituted,
            }
            for found in faces.substitutions
        ]
    }


def changed_faces(record: Sequence[FaceFingerprint], faces: FaceSet) -> tuple[str, ...]:
    """A sentence for each role whose face is not the one that the issue was last set with; nothing where that isn't known."""
    if not record:
        return ()
    now = {fingerprint.role: fingerprint for fingerprint in faces.fingerprints()}
    return tuple(
        f"{old.role.label}：这期简报原来用“{old.family}”排版，本机用“{now[old.role].family}”，换行和页数可能不同。"
        for old in record
        if old.role in now and now[old.role].sha256 != old.sha256
    )


def faces_text(faces: FaceSet) -> str:
    """The same for reading: a line a role, then what needs saying."""
    lines = []
    for found in faces.substitutions:
        place = f"{found.file}#{found.index}" if found.index else found.file
        state = f"代替 {found.official}" if found.substituted else "就是所要的字体"
        lines.append(f"{found.role.label}　{found.family}（{state}）　{place}")
    for face in faces.fallback:
        lines.append(f"补字　{face.family}　{face.id.path}")
    return "\n".join(lines)
