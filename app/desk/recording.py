"""A text that was read becomes the record of a submission: title, unit, writer and the rest, as far as the text itself says them."""

from __future__ import annotations

from collections.abc import Iterator

from app.desk.keys import new_id
from app.importers.credits import credits_of
from app.importers.intake import Intake
from app.importers.left_out import is_shortened, whole
from app.model.submission import OPENING_CHARACTERS, SubmissionRecord, Way
from app.records import dataclass
from app.text.counting import count_characters
from app.text.file_names import bare_name

_TITLE_CHARACTERS = 20
"""As many words of a text as tell it from others."""
_MOST_REMARKS = 100


@dataclass(frozen=True, slots=True)
class Coming:
    """How a submission came: when (ISO, the office's time), by which way, in which mail or archive, and what is known beside its text."""

    received: str
    way: Way
    came_in: str = ""
    unit: str = ""
    writer: str = ""
    note: str = ""


def record_of(intake: Intake, name: str, coming: Coming, part: int = 0) -> SubmissionRecord:
    """The record of a submission, with an id of its own; what nothing says stays empty.

    What the reader has to tell of the file (批注, 修订) is noted, in full where its sentence is short of it. Without a title it is called
    by the bare `name` of its file, and without a name by its first words.
    """
    structure, credits = intake.structure, credits_of(intake)
    words = [paragraph.text for article in structure.articles for paragraph in article.paragraphs]
    title = next(("".join(article.title) for article in structure.articles if article.title), "")
    return SubmissionRecord(
        id=new_id(),
        received=coming.received,
        title=title or bare_name(name) or "".join(words)[:_TITLE_CHARACTERS],
        unit=coming.unit or credits.unit,
        writer=coming.writer or credits.writer,
        telephone=credits.telephone,
        way=coming.way,
        note="\n".join(filter(None, (coming.note, *intake.notes, *_in_full(intake)))),
        came_in=coming.came_in,
        part=part,
        characters=sum(map(count_characters, words)),
        opening="".join(words)[:OPENING_CHARACTERS],
    )


def _in_full(intake: Intake) -> Iterator[str]:
    """Every comment and deletion with its place; not all of a text that was rewritten with changes tracked."""
    if is_shortened(intake.remarks):
        yield from map(whole, intake.remarks[:_MOST_REMARKS])
        if len(intake.remarks) > _MOST_REMARKS:
            yield f"还有 {len(intake.remarks) - _MOST_REMARKS} 处，请看原件。"
