"""An open database becomes the library as the desk knows it: each call is one transaction, and its failure one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from app.errors import UserError
from app.model.office_lists import OfficeLists
from app.model.submission import FileKind, KeptArticle, KeptIssue, State, SubmissionFile, SubmissionRecord, Use
from app.records import dataclass
from app.store.library import article_units, files, office, printed, search_index, submissions, units, words
from app.store.library.access import Access
from app.store.library.archive import Archive
from app.store.library.database import Database, make_file, open_file, open_server
from app.store.library.distribution import Distribution
from app.store.library.migrations import revision_of
from app.store.library.printed import Near
from app.store.library.search import Search
from app.store.library.signed import Signed
from app.store.library.statistics import Statistics
from app.store.library.submissions import Query
from app.store.library.units import Unit

_T = TypeVar("_T")

__all__ = ["Library", "NamedFile", "Near", "Query", "Unit"]


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file to be kept: the name that it came under, its bytes, and what it is to its submission."""

    name: str
    data: bytes
    kind: FileKind = FileKind.ORIGINAL


class Library:
    """All submissions of an office, and what was printed of them. May be used from several threads and by several windows at once.

    Every call raises `UserError` where the database is out of reach or full, and every writing one where it is for reading alone; then
    nothing was written. `signed` is what was signed off, `statistics` what is counted of it, `search` what finds words in it and in the
    submissions, `archive` the list of it; `access` is for those who keep tables of their own beside these, each in a module of its own.
    """

    def __init__(self, database: Database) -> None:
        self.access = Access(database.engine, read_only=database.read_only)
        self.signed = Signed(self.access)
        self.statistics = Statistics(self.access)
        self.search = Search(self.access)
        self.distribution = Distribution(self.access)
        self.archive = Archive(self.access)
        self.notice = database.notice

    @classmethod
    def in_file(cls, path: Path, copies: Path, today: date) -> Library:
        """Open the user's own library, with a copy for each day in the folder `copies`. Raises `UserError`."""
        return cls(open_file(path, copies, today))

    @classmethod
    def in_new_file(cls, path: Path) -> Library:
        """Make a library in a file that nothing stands in yet, such as one to hand over; no copies are kept of it. Raises `UserError`."""
        return cls(make_file(path))

    @classmethod
    def on_server(cls, address: str) -> Library:
        """Open the library of an office with several desks on its own PostgreSQL. Raises `UserError`."""
        return cls(open_server(address))

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self.access.read_only

    def close(self) -> None:
        """Let go of the database."""
        self.access.close()

    def revision(self) -> int:
        """A number that grows with every write, whoever writes."""
        with self.access.reading() as connection:
            return revision_of(connection)

    def records(self, query: Query | None = None) -> tuple[SubmissionRecord, ...]:
        """The records that a query asks for, all of them without one."""
        with self.access.reading() as connection:
            return submissions.records(connection, query or Query(), printed.uses(connection))

    def record(self, submission: str) -> SubmissionRecord:
        """What is known of a submission. Raises `UserError` where it is gone."""
        with self.access.reading() as connection:
            return _there(submissions.record(connection, submission))

    def has(self, ids: Iterable[str]) -> frozenset[str]:
        """Those of the submissions that the library has."""
        with self.access.reading() as connection:
            return frozenset(item for item in ids if submissions.record(connection, item) is not None)

    def text(self, submission: str) -> str:
        """The text of a submission as it was read when it came. Raises `UserError` where it is gone."""
        with self.access.reading() as connection:
            return _there(submissions.text_of(connection, submission))

    def files(self, submission: str) -> tuple[SubmissionFile, ...]:
        """The files that a submission came in and with."""
        with self.access.reading() as connection:
            return files.of_submission(connection, submission)

    def data(self, digest: str) -> bytes:
        """The bytes of a file, as they came. Raises `UserError` where it is gone."""
        with self.access.reading() as connection:
            return _there(files.data(connection, digest))

    def holding(self, digest: str) -> tuple[str, ...]:
        """The submissions that came in the file of this SHA-256, earliest first."""
        with self.access.reading() as connection:
            return files.holding(connection, digest)

    def add(self, record: SubmissionRecord, text: str, kept: Iterable[NamedFile] = (), hashes: Iterable[int] = ()) -> None:
        """Put a submission in, with its files and the hashes by which a text like it is found."""
        with self.access.writing() as connection:
            submissions.add(connection, record, text, hashes)
            search_index.put_submission(connection, record.id)
            files.put(connection, record.id, ((file.name, file.data, file.kind) for file in kept))

    def attach(self, submission: str, file: NamedFile) -> None:
        """Put one more file to a submission."""
        with self.access.writing("这份来稿刚刚被别处改动或删掉了，这一步没有做，请刷新后再试。") as connection:
            _there(submissions.record(connection, submission))
            files.put(connection, submission, [(file.name, file.data, file.kind)])

    def change(self, record: SubmissionRecord) -> None:
        """Write anew what is known of a submission; text and files stay."""
        with self.access.writing() as connection:
            submissions.change(connection, record)
            search_index.put_submission(connection, record.id)

    def set_state(self, ids: Sequence[str], state: State) -> None:
        """Set the state of several by hand; ADOPTED can't be set, it follows from the articles."""
        with self.access.writing() as connection:
            submissions.set_state(connection, ids, state)

    def remove(self, ids: Sequence[str]) -> None:
        """Take submissions out for good, with their texts and files."""
        with self.access.writing() as connection:
            search_index.take_submissions(connection, ids)
            submissions.remove(connection, ids)
            files.sweep(connection)

    def units(self) -> tuple[Unit, ...]:
        """The units that are known, by the sound of their names."""
        with self.access.reading() as connection:
            return tuple(sorted(units.units(connection), key=lambda unit: submissions.in_pinyin(unit.name)))

    def same_unit(self, alias: str, name: str) -> None:
        """Say that `alias` and `name` are one unit, which counts as `name`."""
        with self.access.writing() as connection:
            units.join(connection, alias, name)

    def separate_unit(self, alias: str) -> None:
        """Say that `alias` is a unit of its own again."""
        with self.access.writing() as connection:
            units.separate(connection, alias)

    def keep_issue(self, issue: KeptIssue, articles: Sequence[KeptArticle]) -> None:
        """Remember an issue as it was saved just now, in the place of what was known of it; units that it names reach their submissions."""
        with self.access.writing() as connection:
            article_units.follow(connection, issue, articles)
            printed.keep(connection, issue, articles)

    def forget_issue(self, key: str) -> None:
        """Forget an issue, so that what it used is free again."""
        with self.access.writing() as connection:
            printed.forget(connection, key)

    def issues(self) -> tuple[KeptIssue, ...]:
        """The issues that are remembered, those saved last first."""
        with self.access.reading() as connection:
            return printed.issues(connection)

    def article(self, issue: str, article: int) -> tuple[KeptIssue, KeptArticle]:
        """An article of an issue, as `near` names both, as it was saved last. Raises `UserError` where it is gone."""
        with self.access.reading() as connection:
            return _there(printed.article(connection, issue, article))

    def uses(self) -> Mapping[str, tuple[Use, ...]]:
        """By submission, the articles of saved issues in which it was used."""
        with self.access.reading() as connection:
            return printed.uses(connection)

    def near(self, hashes: Iterable[int]) -> tuple[Near, ...]:
        """The texts that share most of the hashes, submissions and printed articles alike, the nearest first."""
        with self.access.reading() as connection:
            return printed.near(connection, hashes)

    def ignored_words(self) -> tuple[str, ...]:
        """The words that the proofreading shall tell nobody of again, whichever rule finds them."""
        with self.access.reading() as connection:
            return words.ignored(connection)

    def ignore_word(self, word: str, rule: str = "") -> None:
        """Let a rule of the proofreading tell nobody of a word again; every rule where none is named."""
        with self.access.writing() as connection:
            words.ignore(connection, word, rule)

    def heed_word(self, word: str, rule: str = "") -> None:
        """Let it tell of a word again."""
        with self.access.writing() as connection:
            words.heed(connection, word, rule)

    def office_lists(self) -> OfficeLists:
        """Everything that the office set for the proofreading, the ignored words among it."""
        with self.access.reading() as connection:
            return office.lists(connection)

    def change_office_lists(self, before: OfficeLists, after: OfficeLists) -> None:
        """Make the change that leads from one to the other; what another desk changed meanwhile beside it stays."""
        with self.access.writing("校对设置刚刚在别处改动过，这一步没有做，请再试一次。", first_looks=True) as connection:
            office.change(connection, before, after)


def _there(found: _T | None) -> _T:
    """What was asked for."""
    if found is None:
        raise UserError("这份来稿已经不在来稿库里了。")
    return found
