"""A text that was printed before is found among what was signed, and once where it was saved as well."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from app.desk.relating import relatives
from app.model.signing import SignedArticle, SignedIssue
from app.model.submission import KeptArticle, KeptIssue
from app.store.library.library import Library
from app.text.similar import hashes_of

TEXT = "三月五日，云湖镇组织干部群众二百余人到云湖东岸植树，当天栽下杨柳3000株，并落实专人管护。下一步，云湖镇将把管护责任落实到人。"
SIGNED = SignedIssue("a" * 32, 1, "工作简报", "第7期", "2021年3月8日", "2021-03-08", "2021-03-08T15:20", year=2021, figure=7)
ARTICLE = SignedArticle(0, 5, "", "云湖镇植树", TEXT, "云湖镇")


def opened(folder: Path) -> Library:
    return Library.in_file(folder / "library.db", folder / "copies", date(2026, 3, 9))


def test_a_signed_article_is_found_years_later(tmp_path: Path) -> None:
    library = opened(tmp_path)
    library.signed.sign(
        SIGNED, [replace(ARTICLE, position=1, title="别的", text="县里召开会议，部署下一步工作，要求各单位抓好落实。"), ARTICLE], b""
    )
    (found,) = relatives(library, f"云湖镇植树\n{TEXT}")
    assert found.sentence() == "《云湖镇植树》（第7期，2021年3月8日）相同"
    assert found.issue is not None and found.article is not None
    assert (found.issue.key, found.article.article, found.article.text) == (SIGNED.issue, 5, TEXT)
    assert relatives(library, f"云湖镇植树\n{TEXT}", frozenset({SIGNED.issue})) == ()
    library.signed.lift(SIGNED.issue, "2021-03-09T08:00", "改一个字")
    assert relatives(library, f"云湖镇植树\n{TEXT}") == ()
    library.close()


def test_what_was_saved_and_signed_is_found_once(tmp_path: Path) -> None:
    library = opened(tmp_path)
    kept = KeptIssue(SIGNED.issue, "工作简报", "第7期", "2021年3月　日", "/本期.jianbao", "2021-03-07T17:00")
    other = replace(kept, key="b" * 32, number="第6期", path="/上期.jianbao")
    for issue in (kept, other):
        library.keep_issue(issue, [KeptArticle(issue.key, 5, "云湖镇植树", TEXT, "云湖镇", hashes=hashes_of(f"云湖镇植树\n{TEXT}"))])
    library.signed.sign(SIGNED, [ARTICLE], b"")
    found = relatives(library, f"云湖镇植树\n{TEXT}")
    assert sorted(one.sentence() for one in found) == [
        "《云湖镇植树》（第6期，2021年3月　日）相同",
        "《云湖镇植树》（第7期，2021年3月8日）相同",
    ]
    library.close()
