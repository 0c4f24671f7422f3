"""Twenty years of an office in a library become the times of searches, as JSON: `python -m tests.bench.archive FOLDER`.

A thousand issues with twenty thousand articles, and as many submissions. Each search is told with its excerpts, as the window shows
them; the first one of each is counted apart, for it reads what no search before has read. Every answer is held against a look through
all texts.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy import insert

from app.model.signing import SignedArticle, SignedIssue
from app.store.library import search_index
from app.store.library.library import Library
from app.store.library.schema import CONTENTS, SUBMISSIONS
from app.store.library.schema_signing import SIGNED, SIGNED_ARTICLES
from app.store.library.search import Wanted
from app.text.excerpts import excerpt
from app.text.phrases import holds, phrases
from tests.bench.corpus import Writer, issues, submissions

YEARS = range(2006, 2026)
ISSUES, ARTICLES, SUBMITTED = 50, 20, 1000
"""Issues of a year, articles of an issue, submissions of a year."""
_TURNS = 7
_TYPED = (
    *(
        "王伟",
        "春耕",
        "王",
        "工作",
        "的",
        "市税务局",
        "市税务局召开",
        "全国文明城市",
        "王伟 调研",
        "“三聚焦”",
        "创建全国文明城市动员会",
        "党支部书记",
    ),
    *("市公安局 反诈 宣传", "确保优化营商环境取得实效", "建立机制完成", "3月5日", "垃圾分类 志愿者 社区 整改"),
)


def fill(library: Library, seed: int = 1) -> list[tuple[str, bool]]:
    """Put everything in, in one go; the searched texts, and whether each is an article's."""
    writer, texts = Writer(seed), []
    with library.access.writing() as connection:
        connection.execute(insert(CONTENTS), {"digest": "0" * 64, "data": b""})
        for at, number in enumerate(issues(writer, YEARS, ISSUES, ARTICLES)):
            day = number.day.isoformat()
            of = (f"{at:032x}", 1, number.bulletin, f"第{number.number}期", f"{number.year}年", day, f"{day}T09:00:00")
            issue = SignedIssue(*of, year=number.year, figure=number.number)
            made = [SignedArticle(place, place + 1, "", one.title, one.text, one.unit) for place, one in enumerate(number.texts)]
            known = {name: getattr(issue, name) for name in SignedIssue.__dataclass_fields__}
            connection.execute(insert(SIGNED), {**known, "digest": "0" * 64})
            names = ("position", "article", "section", "title", "text", "unit", "characters")
            rows = [{"issue": of[0], "turn": 1, **{name: getattr(one, name) for name in names}} for one in made]
            connection.execute(insert(SIGNED_ARTICLES), rows)
            search_index.put_issue(connection, issue, made)
            texts += [(search_index.searched_text(one.title, one.unit, one.text), True) for one in made]
        for at, one in enumerate(submissions(writer, YEARS, SUBMITTED)):
            known = dict.fromkeys(("writer", "telephone", "way", "note", "came_in", "version_of", "opening"), "")
            row = {"id": f"{at:032x}", "received": str(one.day), "title": one.title, "unit": one.unit, "state": "待选", "text": one.text}
            connection.execute(insert(SUBMISSIONS), {**known, **row, "part": 0, "characters": len(one.text)})
            search_index.put_submission(connection, str(row["id"]))
            texts.append((search_index.searched_text(one.title, one.unit, one.text), False))
    return texts


def measure(library: Library, texts: list[tuple[str, bool]]) -> Iterator[dict[str, object]]:
    """For each query what it costs, the first time and then, in articles alone and with submissions."""
    for typed in _TYPED:
        for both in (False, True):
            wanted = Wanted(phrases(typed), submissions=both)
            naive = sum(holds(text, wanted.phrases) for text, article in texts if article or both)
            seconds, total = [], None
            for _ in range(_TURNS):
                started = time.perf_counter()
                found = library.search.find(wanted)
                for hit in found.hits:
                    excerpt(hit.text, wanted.phrases)
                seconds.append(time.perf_counter() - started)
                total = found.total if found.total is not None else len(library.search.find(replace(wanted, most=len(texts))).hits)
            if total != naive:
                raise SystemExit(f"“{typed}” is found {total} times, and stands in {naive} texts")
            yield {"typed": typed, "both": both, "found": naive, "first": seconds[0], "then": statistics.median(seconds[1:])}


def main() -> None:
    """Fill a library in the folder, and measure it."""
    folder = Path(sys.argv[1])
    library = Library.in_file(folder / "library.db", folder / "copies", date(2026, 3, 5))
    started = time.perf_counter()
    texts = fill(library)
    filled = time.perf_counter() - started
    library.close()
    library = Library.in_file(folder / "library.db", folder / "copies", date(2026, 3, 5))
    rows = list(measure(library, texts))
    library.close()
    size = (folder / "library.db").stat().st_size / 2**20
    print(
        json.dumps(
            {"filled": filled, "size_mib": size, "articles": sum(article for _, article in texts), "texts": len(texts), "rows": rows}
        )
    )


if __name__ == "__main__":
    main()
