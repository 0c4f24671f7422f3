"""The faces that one issue is set in, by role, and what each stands in for."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from app.fonts.face import Face
from app.model.faces import FaceRole
from app.records import dataclass


@dataclass(frozen=True, slots=True)
class Substitution:
    """Which file answers for the family that an exported DOCX writes.

    `substituted` is False only where the face is that very family; `chosen` says that a person asked for this file. `embeddable`
    is False where the font's licence bits forbid putting it into a PDF.
    """

    role: FaceRole
    official: str
    family: str
    file: str
    index: int
    substituted: bool
    embeddable: bool = True
    chosen: bool = False

    @property
    def notice(self) -> str:
        """One sentence for the clerk, "" where nothing needs saying."""
        sentence = ""
        if self.substituted and not self.chosen:
            sentence = f"{self.role.label}：本机没有“{self.official}”，用“{self.family}”代替。"
        if not self.embeddable:
            sentence += f"“{self.family}”的授权不允许嵌入文件，对外发送 PDF 前请确认授权。"
        return sentence


@dataclass(frozen=True, slots=True)
class FaceFingerprint:
    """What a saved issue remembers of a face, so that another machine can say when its own differs."""

    role: FaceRole
    family: str
    postscript_name: str
    sha256: str


@dataclass(frozen=True, slots=True, eq=False)
class FaceSet:
    """A face for each role, and the faces that are asked for characters which those lack, in order."""

    faces: Mapping[FaceRole, Face]
    fallback: tuple[Face, ...]
    substitutions: tuple[Substitution, ...]

    @property
    def key(self) -> Hashable:
        """Equal for two sets that set every text alike: same face objects in the same parts."""
        return tuple(sorted((role, id(face)) for role, face in self.faces.items())), tuple(map(id, self.fallback))

    def face_for(self, role: FaceRole, char: str) -> Face:
        """The role's face, or the first fallback face that has the character.

        Where no face has it the role's own face comes back (its glyph id for the character is 0).
        """
        face = self.faces[role]
        if face.covers(char):
            return face
        for other in self.fallback:
            if other.covers(char):
                return other
        return face

    def prepare_subsets(self) -> None:
        """Prepare every role's face for fast subsets; takes a second, off the window's thread."""
        for face in dict.fromkeys(self.faces.values()):
            face.prepare_subsets()

    def fingerprints(self) -> tuple[FaceFingerprint, ...]:
        """Names and file hashes of the role faces; hashing reads each file once."""
        return tuple(FaceFingerprint(role, face.family, face.postscript_name, face.sha256) for role, face in self.faces.items())
