"""The tables of the library, in words that SQLite and PostgreSQL share; a change here is a new step in `migrations.py`.

Times are text in ISO form, so that they sort as they are and mean the same in both databases. Hashes are signed 64-bit numbers, for
neither database knows larger ones.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

_ID, _DIGEST = 32, 64
"""Hex digits of a submission's or an issue's id, and of a SHA-256."""
LONGEST_UNIT = 200
"""Characters of a unit's name."""
LONGEST_WORDS = 200
"""Characters of a word or an expression of the proofreading."""

METADATA = MetaData()

COUNTERS = Table("counters", METADATA, Column("name", String(32), primary_key=True), Column("number", BigInteger, nullable=False))
"""`version` is that of the tables; `revision` grows with every write, so that another desk sees that there is something new."""

SUBMISSIONS = Table(
    "submissions",
    METADATA,
    Column("id", String(_ID), primary_key=True),
    Column("received", String(32), nullable=False),
    Column("title", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("writer", Text, nullable=False),
    Column("telephone", Text, nullable=False),
    Column("way", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("note", Text, nullable=False),
    Column("came_in", Text, nullable=False),
    Column("part", Integer, nullable=False),
    Column("version_of", String(_ID), nullable=False),
    Column("characters", Integer, nullable=False),
    Column("opening", Text, nullable=False),
    Column("text", Text, nullable=False),
    Index("submissions_by_day", "received"),
)

CONTENTS = Table("contents", METADATA, Column("digest", String(_DIGEST), primary_key=True), Column("data", LargeBinary, nullable=False))
"""The bytes of files, each once however many submissions came with it."""

FILES = Table(
    "files",
    METADATA,
    Column("submission", String(_ID), ForeignKey("submissions.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("digest", String(_DIGEST), ForeignKey("contents.digest"), nullable=False, index=True),
    Column("size", BigInteger, nullable=False),
    Column("kind", String(16), nullable=False),
)

SUBMISSION_HASHES = Table(
    "submission_hashes",
    METADATA,
    Column("hash", BigInteger, primary_key=True),
    Column("submission", String(_ID), ForeignKey("submissions.id", ondelete="CASCADE"), primary_key=True, index=True),
)

UNITS = Table(
    "units",
    METADATA,
    Column("alias", String(LONGEST_UNIT), primary_key=True),
    Column("name", String(LONGEST_UNIT), nullable=False),
)
"""What the clerk said once: that this name and that one are the same unit."""

ISSUES = Table(
    "issues",
    METADATA,
    Column("id", String(_ID), primary_key=True),
    Column("key", String(_ID), nullable=False),
    Column("bulletin", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("date", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("saved", String(32), nullable=False),
    Index("issues_by_key", "key"),
)
"""A row for each file that an issue was saved to: last month's file saved under a new name is the beginning of another issue."""

ARTICLES = Table(
    "articles",
    METADATA,
    Column("issue", String(_ID), ForeignKey("issues.id", ondelete="CASCADE"), primary_key=True),
    Column("article", Integer, primary_key=True),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("unit", Text, nullable=False),
)

ARTICLE_HASHES = Table(
    "article_hashes",
    METADATA,
    Column("hash", BigInteger, primary_key=True),
    Column("issue", String(_ID), ForeignKey("issues.id", ondelete="CASCADE"), primary_key=True),
    Column("article", Integer, primary_key=True),
    Index("article_hashes_by_issue", "issue"),
)

USES = Table(
    "uses",
    METADATA,
    Column("issue", String(_ID), ForeignKey("issues.id", ondelete="CASCADE"), primary_key=True),
    Column("article", Integer, primary_key=True),
    Column("submission", String(_ID), primary_key=True, index=True),
    Column("share", String(16), nullable=False),
)
"""No foreign key to the submission: an issue made at another desk knows submissions that this library may not have."""

IGNORED_WORDS = Table("ignored_words", METADATA, Column("words", String(LONGEST_WORDS), primary_key=True))
"""Words that the proofreading shall tell nobody of again, whichever rule finds them: what versions before the eighth kept."""

IGNORED_BY_RULE = Table(
    "ignored_by_rule",
    METADATA,
    Column("words", String(LONGEST_WORDS), primary_key=True),
    Column("rule", String(64), primary_key=True),
)
"""Words that one rule of the proofreading shall tell nobody of again."""

RULE_LEVELS = Table(
    "rule_levels",
    METADATA,
    Column("rule", String(64), primary_key=True),
    Column("level", String(16), nullable=False),
)
"""Rules of the proofreading that speak at another level here than they are delivered with, or not at all."""

LEADERS = Table(
    "leaders",
    METADATA,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("post", Text, nullable=False),
    Column("since", String(10), nullable=False),
    Column("until", String(10), nullable=False),
)
"""The leaders in the order in which they are named; one may hold two posts, in a row each."""

OWN_UNITS = Table(
    "own_units",
    METADATA,
    Column("name", String(LONGEST_UNIT), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("short", Text, nullable=False),
    Column("former", Text, nullable=False),
)

OWN_WORDING = Table(
    "own_wording",
    METADATA,
    Column("kind", String(16), primary_key=True),
    Column("words", String(LONGEST_WORDS), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("right", Text, nullable=False),
    Column("level", String(16), nullable=False),
    Column("source", Text, nullable=False),
)
"""Wrong words and fixed expressions of the office's own."""

SILENCED = Table("silenced", METADATA, Column("kind", String(16), primary_key=True), Column("words", Text, primary_key=True))
"""Delivered rows of the proofreading's tables that this office switched off."""
