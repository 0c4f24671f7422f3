"""Files, folders and copied text become submissions in the library: each text one record, each file once, what fails one sentence."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from app.desk.files import read_file
from app.desk.intake import CLIPBOARD, LARGEST_ENVELOPE_BYTES, Submission, cautious, pasted_submission, submission_of
from app.desk.keys import new_id
from app.desk.publish import Task
from app.desk.recording import Coming, record_of
from app.desk.relating import Relative, relatives
from app.desk.unpacking import Unpacked, unpack
from app.desk.worker import Worker
from app.errors import Cancelled, UserError
from app.importers.intake import USUAL, ReadOptions
from app.importers.kinds import COMPANIONS, kind_of
from app.importers.read import read_text
from app.importers.several import parts_of
from app.model.submission import FileKind, SubmissionRecord, Way
from app.records import dataclass
from app.text.counting import count_characters
from app.text.relation import Kind
from app.text.similar import hashes_of

if TYPE_CHECKING:
    from app.store.library.library import Library, NamedFile

_NOT_SENT = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
"""Files that a system leaves in folders."""
_MOST_FILES = 2_000
_MOST_RELATED = 3
_LONGEST_COVER = 150
"""Characters of a mail that only says that something is attached."""
_COVER = re.compile("附件|附上|查收|请阅|见附")
_UNSEEN = Task()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that could not be taken, and the sentence that says why and what to do."""

    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Double:
    """A file that the library had already, and the first submission that came in it."""

    name: str
    submission: str


@dataclass(frozen=True, slots=True)
class Related:
    """A new submission, and what it goes back to."""

    record: SubmissionRecord
    relative: Relative


@dataclass(frozen=True, slots=True)
class Received:
    """What became of the files. `attached` are names of files that were put to the text that they came with; `notes` are sentences.

    With `stopped`, the person cancelled; what had come in until then is in the library.
    """

    added: tuple[SubmissionRecord, ...] = ()
    doubles: tuple[Double, ...] = ()
    refused: tuple[Refusal, ...] = ()
    attached: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    stopped: bool = False
    related: tuple[Related, ...] = ()


@dataclass(slots=True)
class _Tally:
    """What has become of the files so far."""

    added: list[SubmissionRecord] = field(default_factory=list)
    doubles: list[Double] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    related: list[Related] = field(default_factory=list)

    def closed(self, *, stopped: bool = False) -> Received:
        added, doubles, refused = tuple(self.added), tuple(self.doubles), tuple(self.refused)
        return Received(added, doubles, refused, tuple(self.attached), tuple(self.notes), stopped, tuple(self.related))


def receive(
    library: Library, files: Sequence[Path], way: Way, now: datetime | None = None, task: Task = _UNSEEN, options: ReadOptions = USUAL
) -> Received:
    """Take files, and all files of folders, into the library, one after another. Never raises for a file that can't be read.

    `options` say how the office wants its texts read; `now` is the office's time, by default the clock's. Raises `UserError` where the
    library itself can't be written to; what had come in until then is in it.
    """
    tally = _Tally()
    with Worker() as worker:
        paths = list(_files_in(files, tally))
        for number, path in enumerate(paths):
            try:
                task.step(f"正在收第 {number + 1} 份，共 {len(paths)} 份", number / len(paths))
            except Cancelled:
                return tally.closed(stopped=True)
            try:
                data = read_file(path, LARGEST_ENVELOPE_BYTES)
            except UserError as error:
                tally.refused.append(Refusal(path.name, error.sentence))
            else:
                _Intake(library, Coming(_iso(now), way), worker, tally, options).take(data, path.name)
    return tally.closed()


def receive_pasted(
    library: Library, text: str, page: str, way: Way, unit: str = "", now: datetime | None = None, options: ReadOptions = USUAL
) -> Received:
    """Take what was copied into the library, as one submission. Raises `UserError` for a clipboard without text."""
    tally = _Tally()
    with Worker() as worker:
        found = cautious(pasted_submission(text, page, options), options)
        _Intake(library, Coming(_iso(now), way, unit=unit), worker, tally, options).keep(found, "")
    return tally.closed()


def source_record(library: Library, found: Submission, way: Way) -> tuple[SubmissionRecord, bool]:
    """The record of a text that goes straight into an issue, and whether the library has it already. Raises `UserError`."""
    holding = library.holding(sha256(found.data).hexdigest())
    if holding:
        return library.record(holding[0]), True
    name = "" if found.name.startswith(CLIPBOARD) else Path(found.name).stem
    return record_of(found.intake, name, Coming(_iso(None), way)), False


def keep_source(library: Library, record: SubmissionRecord, found: Submission) -> None:
    """Put the text that `source_record` made a record for into the library. Raises `UserError`."""
    from app.store.library.library import NamedFile

    library.add(record, found.intake.text, [NamedFile(found.name, found.data)], hashes_of(found.intake.text))


def blank_record() -> SubmissionRecord:
    """The record of a submission that is being typed from paper just now."""
    return SubmissionRecord(new_id(), _iso(None), way=Way.PAPER)


def enter(library: Library, record: SubmissionRecord, text: str) -> SubmissionRecord:
    """Put in what was typed from paper or by telephone; returns the record with its counts. The text may be empty until it is typed."""
    if text.strip():
        counted = record_of(read_text(text, record.title), record.title, Coming(record.received, record.way))
        record = replace(record, title=record.title or counted.title, characters=counted.characters, opening=counted.opening)
    library.add(record, text, hashes=hashes_of(text))
    return record


@dataclass(frozen=True, slots=True)
class _Intake:
    """Takes one file, with all that lies in it."""

    library: Library
    coming: Coming
    worker: Worker
    tally: _Tally
    options: ReadOptions

    def take(self, data: bytes, name: str) -> None:
        """Take a file of any kind."""
        if self._doubled(data, name):
            return
        items = unpack(data, name, self.worker)
        self.tally.notes += [note for item in items for note in item.notes]
        for group in _by_mail(items):
            self._take_together(group, (name, data) if len(items) > 1 or items[0].path else None)

    def keep(self, found: Submission, name: str, coming: Coming | None = None, companions: Sequence[NamedFile] = ()) -> None:
        """Put a text that was read into the library; each article of a file with several is a submission."""
        from app.store.library.library import NamedFile

        files = [NamedFile(found.name, found.data), *companions]
        parts = parts_of(found.intake)
        if len(parts) > 1:
            self.tally.notes.append(f"“{found.name}”里有 {len(parts)} 篇文章，分别收作来稿。")
        for number, part in enumerate(parts, 1):
            self._add(record_of(part.intake, "", coming or self.coming, number), part.text, files)
        if not parts:
            self._add(record_of(found.intake, name, coming or self.coming), found.intake.text, files)

    def _add(self, record: SubmissionRecord, text: str, files: Sequence[NamedFile]) -> None:
        """Put a submission in, and note what it goes back to."""
        found = relatives(self.library, text)
        earlier = next((one.record for one in found if one.record and one.relation.kind in (Kind.SAME, Kind.VERSION)), None)
        record = replace(record, version_of=earlier.id if earlier else "")
        self.library.add(record, text, files, hashes_of(text))
        self.tally.added.append(record)
        self.tally.related += [Related(record, one) for one in found[:_MOST_RELATED]]

    def _take_together(self, group: Sequence[Unpacked], envelope: tuple[str, bytes] | None) -> None:
        """Take the files of one mail, or those of an archive or a folder that came in none."""
        from app.store.library.library import NamedFile

        read: list[tuple[Unpacked, Submission]] = []
        companions: list[Unpacked] = []
        for item in group:
            if item.refused:
                self.tally.refused.append(Refusal(item.name, item.refused))
            elif envelope and kind_of(item.data) in COMPANIONS:
                companions.append(item)
            elif not (envelope and self._doubled(item.data, item.name)):
                self._read(item, read)
        read, cover = _without_cover(read)
        holder = next((item for item, _ in read if item.is_text), read[0][0] if len(read) == 1 else None)
        kept = [NamedFile(*envelope, FileKind.ENVELOPE)] if envelope else []
        with_text = [NamedFile(item.name, item.data, FileKind.ATTACHED) for item in companions] if holder else []
        for item, found in read:
            files = [*kept, *with_text] if item is holder else kept
            self.keep(found, Path(item.name).stem, _coming(self.coming, item, cover), files)
        for item in companions:
            if holder:
                self.tally.attached.append(item.name)
            else:
                self._read(item, [])  # says why it can't be taken

    def _read(self, item: Unpacked, into: list[tuple[Unpacked, Submission]]) -> None:
        try:
            found = submission_of(item.data, item.name, self.options, self.worker)
            into.append((item, cautious(found, self.options)))
        except UserError as error:
            self.tally.refused.append(Refusal(item.name, error.sentence))

    def _doubled(self, data: bytes, name: str) -> bool:
        """Whether the library has this file; the record that came in it says so."""
        holding = self.library.holding(sha256(data).hexdigest())
        if not holding:
            return False
        self.tally.doubles.append(Double(name, holding[0]))
        record, note = self.library.record(holding[0]), f"又收到一份：{name}"
        if note not in record.note:
            self.library.change(replace(record, note="\n".join(filter(None, (record.note, note)))))
        return True


def _files_in(paths: Iterable[Path], tally: _Tally) -> Iterator[Path]:
    """The files, and those in the folders, without what systems and editors leave there."""
    left = _MOST_FILES
    for path in paths:
        for found in _files_of(path) if path.is_dir() else (path,):
            left -= 1
            if left < 0:
                tally.notes.append(f"一次最多收 {_MOST_FILES} 个文件，“{found.name}”起的没有收，请分几次放进来。")
                return
            yield found


def _files_of(folder: Path) -> Iterator[Path]:
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith((".", "~$")) and name.lower() not in _NOT_SENT:
                yield Path(at) / name


def _by_mail(items: Sequence[Unpacked]) -> list[list[Unpacked]]:
    """The items in groups: those of one mail, those of one archive."""
    groups: dict[tuple[str, ...], list[Unpacked]] = {}
    for item in items:
        of_mail = (item.sender, item.sent, item.subject)
        groups.setdefault(of_mail if any(of_mail) else item.path, []).append(item)
    return list(groups.values())


def _without_cover(read: list[tuple[Unpacked, Submission]]) -> tuple[list[tuple[Unpacked, Submission]], str]:
    """The texts without the words of a mail that only says what is attached, and these words."""
    cover = next((entry for entry in read if entry[0].is_text and _is_cover(entry[1])), None)
    if cover is None or len(read) == 1:
        return read, ""
    return [entry for entry in read if entry is not cover], cover[1].intake.source.strip()


def _is_cover(words: Submission) -> bool:
    text = words.intake.source
    titled = any(article.title and article.paragraphs for article in words.intake.structure.articles)
    return count_characters(text) <= _LONGEST_COVER and (not titled or _COVER.search(text) is not None)


def _coming(coming: Coming, item: Unpacked, cover: str) -> Coming:
    """How a file came that lay in a mail or an archive."""
    mail = bool(item.sender or item.sent or item.subject)
    subject = [f"邮件“{item.subject}”"] if item.subject else []
    sender = [f"发件人：{item.sender}"] if item.sender else []
    return replace(
        coming,
        received=_office_time(item.sent) or coming.received,
        way=Way.MAIL if mail else coming.way,
        came_in="，".join((" › ".join(item.path), *subject, *sender)) if item.path else coming.came_in,
        note=f"邮件正文：{cover}" if cover else coming.note,
    )


def _office_time(sent: str) -> str:
    """When a mail was sent by the office's own clock."""
    try:
        moment = datetime.fromisoformat(sent)
    except ValueError:
        return ""
    return _iso(moment.astimezone().replace(tzinfo=None) if moment.tzinfo else moment)


def _iso(now: datetime | None) -> str:
    return (now or datetime.now()).isoformat(timespec="minutes")
