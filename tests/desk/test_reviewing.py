"""A copy that went out for review comes back edited in every way, and every change is shown, can be refused, and is taken over whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.desk.reviewing import accepted as take_all
from app.desk.reviewing import review_of
from app.edit.commands import type_text
from app.edit.review.apply import apply_review
from app.edit.review.change import Kind, Review, ReviewChange
from app.edit.state import EditorState, Place, Selection
from app.errors import UserError
from app.exporters.docx.export import docx_bytes
from app.layout.engine import lay_out
from app.layout.frames import Layout
from app.model.issue import Issue, Paragraph, Recipients, Role
from app.model.issue_checks import check_issue
from app.model.people import Comment
from app.model.reviewed import Author
from tests.exporters.docx.reviewer import Reviewer
from tests.layout.bulletins import bulletin, template
from tests.layout.cells import cell_faces
from tests.layout.tables import with_table
from tests.model.issues import issue as sample_issue

ONE = "三月五日，云湖镇组织干部群众二百余人到云湖东岸植树，当天栽下杨柳三千株，并落实专人管护。"
TWO = "会议指出，各村要把植树和整治环境结合起来，先易后难，成片推进。"
THREE = "镇党委书记强调，管护责任要落实到人，每月检查一次，检查结果在村务公开栏里公布。"
FOUR = "青石镇办起夜校，书法、剪纸、短视频三门课报名的人最多，开课三个月来已有四百多名群众参加。"
FIVE = "夜校的课表由学员投票排定，老师从退休教师和返乡青年里请，一周三个晚上不断课。"
SIX = "市税务局上门讲政策，业务骨干分成六个小组走访企业二十家，当场解答问题三十五个，带回建议十二条。"
SEVEN = "下一步，市税务局将把企业的问题一件一件记下来，一周内逐条答复完毕。"
WHO = Author("张三", "2031-03-16T09:30")


def sent_issue() -> Issue:
    articles = [
        ("云湖镇开展植树活动", [ONE, TWO, THREE]),
        ("青石镇夜校开课", ["一、课程丰富", FOUR, FIVE]),
        ("市税务局上门讲政策", [SIX, SEVEN]),
    ]
    return replace(bulletin(template(), articles, section="工作动态"), key="k" * 32)


ISSUE = sent_issue()
LAYOUT = lay_out(ISSUE, cell_faces())
COPY = docx_bytes(ISSUE, LAYOUT, for_review=True)


def reviewed(*steps: Callable[[Reviewer], None], issue: Issue = ISSUE, layout: Layout = LAYOUT) -> Review:
    reviewer = Reviewer(COPY)
    for step in steps:
        step(reviewer)
    reviewer.cut_runs()
    return review_of(reviewer.data(), "改回.docx", issue, layout)


def accepted(review: Review, issue: Issue = ISSUE) -> Issue:
    done = apply_review(EditorState(issue), review.base, review.changes)
    assert done is not None
    check_issue(done[0].issue)
    return done[0].issue


def test_recipients_that_name_nobody_yet_come_back_as_they_went() -> None:
    footer = replace(
        ISSUE.footer, recipients=(*ISSUE.footer.recipients, Recipients("本期增发", Paragraph(ISSUE.next_id, "", Role.RECIPIENTS)))
    )
    issue = replace(ISSUE, footer=footer, next_id=ISSUE.next_id + 1)
    layout = lay_out(issue, cell_faces())
    assert review_of(docx_bytes(issue, layout, for_review=True), "改回.docx", issue, layout).changes == ()


def texts(issue: Issue) -> list[list[str]]:
    return [[article.title.text, *(paragraph.text for paragraph in article.paragraphs)] for article in issue.articles()]


def only(review: Review) -> ReviewChange:
    (change,) = review.changes
    return change


@pytest.mark.parametrize("for_review", [True, False])
@pytest.mark.parametrize("lock_lines", [True, False])
def test_heads_that_a_copy_repeats_on_its_pages_are_nobodys_words(for_review: bool, lock_lines: bool) -> None:
    issue = with_table(ISSUE, 1, 60)
    layout = lay_out(issue, cell_faces())
    copy = Reviewer(docx_bytes(issue, layout, for_review=for_review, lock_lines=lock_lines))
    copy.cut_runs()
    review = review_of(copy.data(), "改回.docx", issue, layout)
    assert (review.changes, review.derived) == ((), 0)


def test_a_copy_that_nobody_touched_brings_nothing() -> None:
    review = reviewed()
    assert review.changes == () and review.remarks == () and review.derived == 0
    assert apply_review(EditorState(ISSUE), review.base, review.changes) is None


def test_words_that_were_typed_over_without_tracking() -> None:
    review = reviewed(lambda one: one.replace("三千株", "三千六百株"))
    change = only(review)
    assert (change.kind, change.old, change.new, change.author) == (Kind.TEXT, "", "六百", Author())
    assert texts(accepted(review))[0][1] == ONE.replace("三千株", "三千六百株")


def test_comments_stay_with_their_words() -> None:
    block = next(one for one in ISSUE.blocks() if one.text == ONE)
    at = ONE.index("专人管护")
    said = replace(ISSUE, comments=(Comment(1, block.id, at, at + 4, "写明是谁", words="专人管护"),))
    review = reviewed(lambda copy: copy.replace("三千株", "三千六百株"))
    (one,) = take_all(review, said).comments
    assert (one.start, one.end) == (at + 2, at + 6)


def test_tracked_changes_tell_who_and_when() -> None:
    review = reviewed(
        lambda one: one.tracked_delete("先易后难，"),
        lambda one: one.tracked_insert("二百余人", "冒雨"),
        lambda one: one.replace("云湖东岸", "云湖西岸"),
    )
    found = {(change.old, change.new): change.author for change in review.changes}
    assert found == {("先易后难，", ""): WHO, ("", "冒雨"): WHO, ("东", "西"): Author()}


def test_a_comment_stands_beside_its_place_and_changes_nothing() -> None:
    review = reviewed(lambda one: one.comment("四百多名群众", "请核实人数"))
    assert review.changes == ()
    (remark,) = review.remarks
    assert (remark.near, remark.text, remark.author) == ("四百多名群众", "请核实人数", WHO)
    assert remark.article == list(ISSUE.articles())[1].id


STEPS: dict[str, tuple[Callable[[Reviewer], None], Kind, list[list[str]]]] = {}
BEFORE = texts(ISSUE)


def case(name: str, step: Callable[[Reviewer], None], kind: Kind, *after: list[str]) -> None:
    STEPS[name] = (step, kind, list(after))


case("deleted", lambda one: one.delete_paragraph(TWO), Kind.DELETED, [BEFORE[0][0], ONE, THREE], BEFORE[1], BEFORE[2])
case("deleted with tracking", lambda one: one.tracked_delete_paragraph(TWO), Kind.DELETED, [BEFORE[0][0], ONE, THREE], BEFORE[1], BEFORE[2])
HALVES = [ONE[: ONE.index("株，") + 2], ONE[ONE.index("株，") + 2 :]]
NEW = "活动中，党员干部带头挖坑培土。"
case("put in", lambda one: one.insert_paragraph(TWO, NEW), Kind.INSERTED, [BEFORE[0][0], ONE, TWO, NEW, THREE], BEFORE[1], BEFORE[2])
case(
    "put in with tracking",
    lambda one: one.tracked_insert_paragraph(TWO, NEW),
    Kind.INSERTED,
    [BEFORE[0][0], ONE, TWO, NEW, THREE],
    *BEFORE[1:],
)
case("put in at the end", lambda one: one.insert_paragraph(SEVEN, NEW), Kind.INSERTED, *BEFORE[:2], [*BEFORE[2], NEW])
case("moved within", lambda one: one.move_paragraph(ONE, THREE), Kind.MOVED, [BEFORE[0][0], TWO, THREE, ONE], *BEFORE[1:])
case("moved elsewhere", lambda one: one.move_paragraph(THREE, SIX), Kind.MOVED, BEFORE[0][:3], BEFORE[1], [BEFORE[2][0], SIX, THREE, SEVEN])
case("split", lambda one: one.split("当天栽下杨柳三千株，"), Kind.SPLIT, [BEFORE[0][0], *HALVES, TWO, THREE], *BEFORE[1:])
case("joined", lambda one: one.join(SIX), Kind.JOINED, *BEFORE[:2], [BEFORE[2][0], SIX + SEVEN])
case("article moved", lambda one: one.move_article(BEFORE[0][0], FIVE, 3), Kind.ARTICLE_MOVED, BEFORE[1], BEFORE[0], BEFORE[2])


def _drop_article(one: Reviewer) -> None:
    for words in (BEFORE[1][0], "一、课程丰富", FOUR, FIVE):
        one.delete_paragraph(words)


def _new_article(one: Reviewer) -> None:
    one.insert_paragraph(FIVE, "柳湾街道清理楼道杂物", like=BEFORE[1][0])
    one.insert_paragraph("柳湾街道清理楼道杂物", NEW, like=FIVE)


case("article gone", _drop_article, Kind.ARTICLE_GONE, BEFORE[0], BEFORE[2])
case("new article", _new_article, Kind.NEW_ARTICLE, *BEFORE[:2], ["柳湾街道清理楼道杂物", NEW], BEFORE[2])


@pytest.mark.parametrize("bookmarks", [True, False], ids=["bookmarks", "words alone"])
@pytest.mark.parametrize("name", STEPS)
def test_each_way_to_change_the_order(name: str, bookmarks: bool) -> None:
    step, kind, after = STEPS[name]
    review = reviewed(step, *([] if bookmarks else [lambda one: one.drop("bookmarkStart", "bookmarkEnd")]))
    assert only(review).kind is kind
    assert texts(accepted(review)) == after


def test_a_title_a_recipient_and_the_date_are_words_too() -> None:
    review = reviewed(
        lambda one: one.replace("青石镇夜校开课", "青石镇夜校热起来"),
        lambda one: one.replace("市人大主任、副主任", "市人大主任"),
        lambda one: one.replace("3月15日", "3月16日"),
    )
    issue = accepted(review)
    assert texts(issue)[1][0] == "青石镇夜校热起来"
    assert issue.masthead.date.text == "2031年3月16日"
    assert "副主任" not in issue.footer.recipients[0].paragraph.text


def test_words_that_the_program_makes_are_counted_and_not_taken() -> None:
    review = reviewed(lambda one: one.replace("共印", "印发"))
    assert review.changes == () and review.derived == 1


def test_what_was_edited_here_meanwhile_stays() -> None:
    state = EditorState(ISSUE, Selection(Place(block(ISSUE, TWO), len(TWO)), Place(block(ISSUE, TWO), len(TWO))))
    typed = type_text(state, "各村党支部书记为第一责任人。")
    assert typed is not None
    now = typed[0].issue
    review = reviewed(
        lambda one: one.replace("成片推进", "成带推进"), lambda one: one.split("先易后难，"), issue=now, layout=lay_out(now, cell_faces())
    )
    assert [change.kind for change in review.changes] == [Kind.TEXT, Kind.SPLIT]
    after = texts(accepted(review, now))[0]
    assert after[2:4] == ["会议指出，各村要把植树和整治环境结合起来，先易后难，", "成带推进。各村党支部书记为第一责任人。"]


def block(issue: Issue, text: str) -> int:
    return next(one.id for one in issue.blocks() if one.text == text)


def test_each_change_can_be_refused_by_itself() -> None:
    review = reviewed(
        lambda one: one.replace("三千株", "三千六百株"), lambda one: one.delete_paragraph(TWO), lambda one: one.insert_paragraph(SEVEN, NEW)
    )
    for change in review.changes:
        rest = replace(review, changes=tuple(one for one in review.changes if one is not change))
        after = texts(accepted(rest))
        assert (after[0][1] == ONE) == (change.kind is Kind.TEXT)
        assert (TWO in after[0]) == (change.kind is Kind.DELETED)
        assert (after[2][-1] == SEVEN) == (change.kind is Kind.INSERTED)


def test_programs_that_renumber_and_forget_disturb_nothing() -> None:
    review = reviewed(lambda one: one.replace("三千株", "三千六百株"), Reviewer.renumber, Reviewer.forget_what_was_sent)
    assert only(review).new == "六百"


def test_another_issue_s_copy_is_refused() -> None:
    for other in (sample_issue(), replace(ISSUE, key="o" * 32)):
        with pytest.raises(UserError, match="对不上"):
            review_of(COPY, "改回.docx", other, lay_out(other, cell_faces()))
    with pytest.raises(UserError, match="不是 Word"):
        review_of("云湖镇".encode(), "改回.txt", ISSUE, LAYOUT)


def thirty() -> Iterator[tuple[str, Callable[[Reviewer], None]]]:
    """Thirty changes of every kind, one after another in one copy."""
    words = ["三月五日", "干部群众", "云湖东岸", "杨柳", "专人", "会议指出", "整治环境", "每月", "村务公开栏", "公布"]
    words += [
        "书法",
        "剪纸",
        "三门课",
        "最多",
        "三个月",
        "投票",
        "退休教师",
        "返乡青年",
        "业务骨干",
        "六个小组",
        "二十家",
        "三十五个",
        "十二条",
        "一周内",
    ]
    for number, word in enumerate(words):
        match number % 3:
            case 0:
                yield word, lambda one, word=word: one.replace(word, f"【{word[::-1]}】")  # type: ignore[misc]
            case 1:
                yield word, lambda one, word=word: one.tracked_insert(word, "（略）")  # type: ignore[misc]
            case _:
                yield word, lambda one, word=word: one.tracked_delete(word)  # type: ignore[misc]


def test_thirty_changes_in_one_copy_are_thirty() -> None:
    steps = [step for _, step in thirty()]
    others: list[Callable[[Reviewer], None]] = [
        lambda one: one.replace("云湖镇开展植树活动", "云湖镇开展春季植树活动"),
        lambda one: one.insert_paragraph(SEVEN[:4], NEW),
        lambda one: one.comment("先易后难", "请再斟酌"),
        lambda one: one.comment("报名的人", "核实"),
        lambda one: one.delete_paragraph("一、课程丰富"),
        lambda one: one.replace("市委常委", "市委常委、市政府党组成员"),
    ]
    review = reviewed(*steps, *others)
    assert len(review.changes) + len(review.remarks) == 30
    after = texts(accepted(review))
    assert "三月五日" not in after[0][1] and NEW in after[2] and len(after[1]) == 3


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(sorted(STEPS)), min_size=1, max_size=3, unique=True), st.booleans())
@example(["put in", "put in with tracking", "article moved"], False)  # a paragraph is left above the first article
def test_no_character_of_a_copy_is_lost_whatever_was_done_to_it(names: list[str], bookmarks: bool) -> None:
    """What the copy shows of the articles is in the issue when all is accepted, in whatever order it was done.

    What stands above the first article has no place in the issue; it is told in a remark of its own.
    """
    reviewer = Reviewer(COPY)
    for name in names:
        try:
            STEPS[name][0](reviewer)
        except (AssertionError, ValueError):  # an earlier step took the paragraph away
            continue
    if not bookmarks:
        reviewer.drop("bookmarkStart", "bookmarkEnd")
    review = review_of(reviewer.data(), "改回.docx", ISSUE, LAYOUT)
    issue = accepted(review) if review.changes else ISSUE
    shown = sorted("".join(words for words in _shown(reviewer)))
    homeless = [remark.text for remark in review.remarks if not (remark.article or remark.block or remark.near)]
    assert sorted("".join("".join(article) for article in texts(issue)) + "".join("".join(homeless).split())) == shown


def _shown(reviewer: Reviewer) -> Iterator[str]:
    """The words of the articles in a copy: what stands in their styles, deletions gone."""
    from app.importers.docx.returned import read_returned_docx

    for paragraph in read_returned_docx(reviewer.data(), "").paragraphs:
        if paragraph.style in ("简报标题", "简报正文", "简报一级标题"):
            yield "".join(paragraph.text.split())
