"""The families that a template wants, and the files that a run was told to use, become a set of faces."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from app.errors import UserError
from app.fonts.discover import FontIndex, discover
from app.fonts.face import Face, FaceStore
from app.fonts.faceset import FaceSet, Substitution
from app.fonts.record import FaceRecord, fold, read_records
from app.model.faces import FaceRole
from app.paths import is_file
from app.records import dataclass

_FALLBACK = "fallback"
_ROLE_KEYS = frozenset(role.value for role in FaceRole)


@dataclass(frozen=True, slots=True)
class _Part:
    """The typefaces that may play a role, each as the names it goes by."""

    prefer: tuple[tuple[str, ...], ...]
    free: tuple[tuple[str, ...], ...]

    def aliases(self, family: str) -> tuple[str, ...]:
        """Every name of the typeface that is also called `family`."""
        for names in (*self.prefer, *self.free):
            if fold(family) in map(fold, names):
                return (family, *names)
        return (family,)

    def candidates(self, family: str) -> Iterator[str]:
        """Names to look for, the wanted family's first."""
        yield from self.aliases(family)
        for names in (*self.prefer, *self.free):
            yield from names


class FaceResolver:
    """Answers for roles on one machine. Folders are walked when the first role is asked for; faces are shared by all sets."""

    def __init__(self, places: Sequence[Path], cache_folder: Path, roles_file: Path) -> None:
        self._places = tuple(places)
        self._cache_folder = cache_folder
        self._roles_file = roles_file
        self._store = FaceStore()

    @cached_property
    def index(self) -> FontIndex:
        """The faces on this machine."""
        return discover(self._places, self._cache_folder)

    @cached_property
    def _parts(self) -> dict[str, _Part]:
        table = tomllib.loads(self._roles_file.read_text(encoding="utf-8"))
        return {key: _Part(*(tuple(map(tuple, part[name])) for name in ("prefer", "free"))) for key, part in table.items()}

    def offers(self, role: FaceRole) -> tuple[tuple[str, bool], ...]:
        """Families to choose from for a role, and whether this machine has each: those that the role knows, then what else there is."""
        part = self._parts[role]
        known = {names[0]: any(self.index.find(name) for name in names) for names in part.prefer}
        more = {record.family for record in self.index.records if record.family and (record.chinese or role is FaceRole.DIGITS)}
        named = {fold(name) for names in part.prefer for name in names}
        return (*known.items(), *((family, True) for family in sorted(more) if fold(family) not in named))

    def resolve(self, wanted: Mapping[FaceRole, str], overrides: Mapping[FaceRole, str]) -> FaceSet:
        """Faces for the DOCX families in `wanted`; `overrides` holds FILE or FILE#INDEX for a role and is obeyed.

        A role whose wanted family is another role's value, such as digits = "body", gets no face of its own. Raises `UserError`
        where no face can play a role or an override is no font.
        """
        faces: dict[FaceRole, Face] = {}
        report = []
        for role, family in wanted.items():
            if family in _ROLE_KEYS and role not in overrides:
                continue
            part = self._parts[role]
            record = _read_override(role, overrides[role]) if role in overrides else self._choose(role, part, family)
            faces[role] = self._open(record)
            same = {fold(name) for name in part.aliases(family)} & {*record.names, *record.families}
            shown = record.family or record.postscript or Path(record.path).stem
            report.append(Substitution(role, family, shown, record.path, record.index, not same, record.embeddable, role in overrides))
        return FaceSet(faces, self._fallback, tuple(report))

    def _choose(self, role: FaceRole, part: _Part, family: str) -> FaceRecord:
        for name in part.candidates(family):
            record = self.index.find(name)
            if record is not None and (record.chinese or role is FaceRole.DIGITS):
                return record
        raise UserError(
            f"本机没有能用作{role.label}的字体：请安装“{family}”，或运行 python3 packaging/run.py 取得免费字体，"
            f"也可用 --font {role.label}=字体文件 指定。"
        )

    @cached_property
    def _fallback(self) -> tuple[Face, ...]:
        part = self._parts[_FALLBACK]
        records = (self.index.find(name) for names in (*part.prefer, *part.free) for name in names)
        return tuple(dict.fromkeys(self._open(record) for record in records if record is not None))

    def _open(self, record: FaceRecord) -> Face:
        return self._store.face(record.path, record.index, record.family, record.postscript)


def _read_override(role: FaceRole, value: str) -> FaceRecord:
    """The face of FILE or FILE#INDEX."""
    file, mark, number = value.rpartition("#")
    path, index = (file, int(number)) if mark and number.isdecimal() and len(number) < 10 and not is_file(value) else (value, 0)
    if not is_file(path):
        raise UserError(f"给{role.label}指定的字体文件“{path}”不存在，请检查路径。")
    records = read_records(path)
    if not records:
        raise UserError(f"给{role.label}指定的“{path}”不是可用的字体文件，请换一个 TTF、OTF 或 TTC 文件。")
    if index >= len(records):
        raise UserError(f"“{path}”里只有 {len(records)} 款字体（从 0 数起），没有第 {index} 款，请改 # 后面的数。")
    return records[index]
