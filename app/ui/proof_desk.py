"""The printed proofs of the issue at hand answer: where their words are now, and what has changed since."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.desk.holding import moment_words
from app.desk.proofing import PROOFS
from app.errors import UserError
from app.ui.memory import Memory
from app.ui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from app.edit.since import Stretches
    from app.fonts.faceset import FaceSet
    from app.layout.changes import Changes
    from app.layout.frames import Layout
    from app.layout.goto import Spot
    from app.model.issue import Issue
    from app.store.proofs import Proof


class ProofDesk(QObject):
    """Reads a proof once; what it says of the issue as it is now is worked out when somebody asks. `changed`: other proofs are kept."""

    changed = Signal()

    def __init__(self, session: Session, memory: Memory) -> None:
        super().__init__(session)
        self._session, self._memory = session, memory
        self._read: dict[Path, Issue] = {}
        self._laid: tuple[Path, FaceSet, Layout] | None = None
        self._known: tuple[Issue, Stretches] | None = None
        self._newest: Proof | None = None
        session.opened.connect(self.refresh)

    @property
    def folder(self) -> Path:
        """Where proofs are kept."""
        return self._memory.data / PROOFS

    @property
    def kept(self) -> list[Proof]:
        """The proofs of the issue at hand, newest first."""
        from app.desk.proofing import proofs_of

        return proofs_of(self.folder, self._session.issue) if self._session.issue else []

    def keep(self, issue: Issue, round_: str, made_at: datetime) -> None:
        """Keep what was printed. Raises `UserError`."""
        from app.desk.proofing import keep_proof

        keep_proof(self.folder, issue, round_, made_at)
        self.refresh()

    def earlier(self, key: str) -> Issue | None:
        """The issue of a key as it went to be signed, or its first proof; None where none of them can be read."""
        from app.desk.proofing import earlier_proof

        return earlier_proof(self.folder, key)

    def printed(self, proof: Proof) -> Issue:
        """What was printed. Raises `UserError`."""
        from app.desk.proofing import open_proof

        if proof.file not in self._read:
            self._read[proof.file] = open_proof(proof)
        return self._read[proof.file]

    def readable(self, proof: Proof | None) -> Issue | None:
        """What was printed, None where there is no proof or it is damaged."""
        try:
            return self.printed(proof) if proof else None
        except UserError:
            return None

    def laid(self, proof: Proof) -> Layout:
        """The pages as they were printed. Raises `UserError`."""
        from app.layout.engine import lay_out

        faces = self._session.faces
        assert faces is not None
        if self._laid is None or self._laid[:2] != (proof.file, faces):
            self._laid = proof.file, faces, lay_out(self.printed(proof), faces)
        return self._laid[2]

    def changes(self, proof: Proof) -> Changes:
        """What has changed since. Raises `UserError`."""
        from app.desk.proofing import changes_since

        issue, layout, faces = self._session.issue, self._session.layout, self._session.faces
        assert issue is not None and layout is not None and faces is not None
        return changes_since(self.printed(proof), issue, layout, faces)

    def spot(self, proof: Proof, written: str) -> Spot:
        """Where the words of a page and line of the proof are now. Raises `UserError`."""
        from app.desk.proofing import spot_on_proof

        issue, layout, faces = self._session.issue, self._session.layout, self._session.faces
        assert issue is not None and layout is not None and faces is not None
        return spot_on_proof(self.printed(proof), written, issue, layout, faces)

    def stretches(self) -> Stretches:
        """What has changed since the newest proof; nothing where there is none, or none that can be read."""
        issue = self._session.issue
        if issue is None or self._newest is None:
            return {}
        if self._known is None or self._known[0] is not issue:
            self._known = issue, self._compared(issue, self._newest)
        return self._known[1]

    def _compared(self, issue: Issue, proof: Proof) -> Stretches:
        from app.edit.since import changed_since

        try:
            return changed_since(self.printed(proof), issue)
        except UserError:  # a damaged proof is told where somebody chooses it; the margin just stays empty
            self._newest = None
            return {}

    def refresh(self) -> None:
        """Another issue is at hand, or other proofs of it are kept."""
        self._read.clear()
        self._known = self._laid = None
        self._newest = next(iter(self.kept), None)
        self.changed.emit()


def proof_words(proof: Proof) -> str:
    """清样·二校　3月8日 15:20　a3f9, as in its head."""
    return f"清样·{proof.round}　{moment_words(proof.printed_at)}　{proof.mark}"
