"""Texts become paragraphs with ids that are given out in order, so that the same input makes the same issue."""

from __future__ import annotations

from app.model.issue import Mark, Paragraph, Role


class BlockMaker:
    """Gives out block ids from `next_id`; lives as long as one issue is being put together."""

    def __init__(self, next_id: int = 1) -> None:
        self.next_id = next_id

    def new_id(self) -> int:
        """The next free id, now taken."""
        taken = self.next_id
        self.next_id += 1
        return taken

    def paragraph(self, text: str, role: Role, marks: tuple[Mark, ...] = ()) -> Paragraph:
        """A paragraph with a new id; a line feed outside a title becomes a blank, as the model wants."""
        if role is not Role.TITLE:
            text = text.replace("\n", " ")
        return Paragraph(self.new_id(), text, role, marks)

    def renewed(self, old: Paragraph) -> Paragraph:
        """The same text under a new id."""
        return self.paragraph(old.text, old.role, old.marks)

    def optional(self, text: str | None, role: Role) -> Paragraph | None:
        """A paragraph, or None where there is no text."""
        return self.paragraph(text, role) if text else None
