"""A range over several blocks is cut out of an issue: what is left of both ends, and what becomes of the heads between them.

A title stands as long as a word of it is left, and so does the head of a 栏目. Where a head is selected with all its words, what
stood under it goes on under the head above. So (rows: where the range begins, columns: where it ends; h and t are what is left of the
two ends):

| from \\ to | name                    | title                     | text                                                   |
| name      | h and t are one name    | both stand                | a 栏目 of h; t goes on in an article without a title    |
| title     | both stand              | h and t are one title     | h stays the title, t the first paragraph under it      |
| text      | both stand              | both stand                | h and t are one paragraph; what follows t goes along   |

An end that is left without a word goes, with these exceptions: a title at the beginning stays, empty, unless its whole article is
selected; two texts that leave nothing leave one empty paragraph; the last article of an issue stays, empty. A range that ends before
the first character of a head takes nothing of it. Fields (masthead, footer) only lose their selected words. A table goes where its
whole caption is in the range; else it stays with what is left of the caption, and is one paragraph with no other.

A picture inside the range goes. It stands above its caption: a range that begins in the caption keeps it, and both ends stand; one that
ends in the caption takes it, and the rest of the caption is text; one that ends before the caption's first character leaves both.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.edit.captions import bare, is_object, rest_of, takes_object
from app.edit.change import Change, Label, Splice
from app.edit.flat import Item, Kind, flatten, rebuilt
from app.edit.source_links import sources_kept
from app.edit.spans import joined, spliced
from app.edit.state import EditorState, Place, Selection, in_order
from app.edit.tree import Ids, with_block
from app.model.issue import ISLANDS, Article, Issue, Paragraph, Role
from app.model.issue_checks import ARTICLE_ROLES, OBJECT_ROLES
from app.records import dataclass

BODY_ROLES = ARTICLE_ROLES | OBJECT_ROLES | {Role.SECTION, Role.TITLE}
"""The roles of what stands between masthead and footer."""


def cut(state: EditorState, start: Place, end: Place, *, keep: bool = False) -> tuple[EditorState, Change] | None:
    """Cut out what stands between places of two different blocks, `start` the first in printing order; the caret goes there.

    With `keep` the block of `start` stays, for something comes into it. None where an end stands in a 目录题 or a cell.
    """
    issue = state.issue
    blocks = [block for block in issue.blocks() if block.role not in ISLANDS]
    order = {block.id: at for at, block in enumerate(blocks)}
    if start.block not in order or end.block not in order or order[start.block] >= order[end.block]:
        return None
    chosen = blocks[order[start.block] : order[end.block] + 1]
    body = [block for block in chosen if block.role in BODY_ROLES]
    splices: list[Splice] = []
    for block in chosen:
        if block.role not in BODY_ROLES:
            first = start.offset if block.id == start.block else 0
            last = end.offset if block.id == end.block else len(block.text)
            if first < last:
                issue = with_block(issue, spliced(block, first, last, ""))
                splices.append(Splice(Place(block.id, first), Place(block.id, last), (block.id,), Place(block.id, first), 0))
    caret = start
    if body:
        first_place = start if start.block == body[0].id else Place(body[0].id, 0)
        last_place = end if end.block == body[-1].id else Place(body[-1].id, len(body[-1].text))
        keeping = keep and first_place is start
        if len(body) == 1:
            issue, splice = _within(issue, body[0], first_place, last_place)
        else:
            issue, splice, landing = _cut_body(issue, first_place, last_place, keep=keeping, passed=last_place is not end)
            caret = landing if first_place is start else start
        splices += [splice] if splice else []
    if issue is state.issue:
        return None
    removed = tuple(block for block in state.issue.block_index if block not in issue.block_index)
    return EditorState(issue, Selection(caret, caret)), Change(Label.DELETE, tuple(splices), removed=removed)


def whole_articles(issue: Issue, start: Place, end: Place) -> list[Article]:
    """The articles that a range holds from the first to the last character."""
    order = issue.block_order

    def inside(article: Article) -> bool:
        last = article.paragraphs[-1] if article.paragraphs else article.title
        first_at, last_at = order[article.title.id], order[last.id]
        begins = (order[start.block], start.offset) <= (first_at, 0)
        return begins and (last_at, len(last.text)) <= (order[end.block], end.offset)

    return [article for article in issue.articles() if inside(article)]


def articles_taken(state: EditorState, command: Callable[[EditorState], tuple[EditorState, Change] | None]) -> int:
    """How many of the whole articles that are selected a command would take away, if any; those that it moves do not go."""
    if state.selection is None or state.selection.collapsed:
        return 0
    articles = whole_articles(state.issue, *in_order(state.issue, state.selection))
    outcome = command(state) if len(articles) > 1 else None
    if outcome is None or outcome[1].label is Label.MOVE_TEXT:
        return 0
    return len(articles) if any(article.title.id in outcome[1].removed for article in articles) else 0


def _within(issue: Issue, block: Paragraph, start: Place, end: Place) -> tuple[Issue, Splice | None]:
    if start == end:
        return issue, None
    return with_block(issue, spliced(block, start.offset, end.offset, "")), Splice(start, end, (block.id,), start, 0)


@dataclass(frozen=True, slots=True)
class _Ends:
    """The items that a range begins and ends in, and the paragraphs that are left of them."""

    first: Item
    last: Item
    head: Paragraph
    tail: Paragraph
    took_of_last: bool
    title: Item | None
    """The title of the last item's article."""
    tail_stays: bool
    """Whether anything is left of the last item: words, a picture or a table."""
    texts_follow: bool
    """Whether more of the last item's article follows it."""


def _cut_body(issue: Issue, start: Place, end: Place, *, keep: bool, passed: bool) -> tuple[Issue, Splice, Place]:
    """The issue without a range of its body, what that did to places, and where a caret goes; `passed`: the range goes on behind it."""
    low, high = _sections(issue, start.block, end.block)
    row = list(flatten(issue.sections[low : high + 1]))
    at = {item.block: number for number, item in enumerate(row)}
    s, e = at[start.block], at[end.block]
    first, last = row[s], row[e]
    assert first.paragraph and last.paragraph
    head = spliced(first.paragraph, start.offset, len(first.paragraph.text), "")
    tail = rest_of(last.paragraph, end.offset, passed=passed)
    head = bare(head) if takes_object(first.paragraph, start, end) else head
    tail = bare(tail) if takes_object(last.paragraph, start, end) else tail
    title = next((item for item in reversed(row[: e + 1]) if item.kind is Kind.TITLE), None)
    tail_stays = bool(tail.text) or is_object(tail)
    follow = e + 1 < len(row) and row[e + 1].kind is Kind.TEXT
    ends = _Ends(first, last, head, tail, end.offset > 0, title, tail_stays, follow)
    stays = bool(head.text) or keep or is_object(head)
    if first.kind is Kind.TITLE and not stays:
        heads_between = any(item.kind is not Kind.TEXT for item in row[s + 1 : e + 1])
        stays = not heads_between and (tail_stays or follow)
    left, right = _joined(ends) if stays else _left_alone(ends)
    if first.kind is Kind.NAME and not stays and s == 0:
        left = [first.with_text(None)]
    others = (*issue.sections[:low], *issue.sections[high + 1 :])
    if not any(item.kind is Kind.TITLE for item in (*row[:s], *left, *right, *row[e + 1 :])) and not any(o.articles for o in others):
        right = [*[_emptied(item) for item in row if item.kind is Kind.TITLE][:1], *right]
    ids = Ids(issue)
    sections = (*issue.sections[:low], *rebuilt([*row[:s], *left, *right, *row[e + 1 :]], ids), *issue.sections[high + 1 :])
    changed = sources_kept(issue, replace(issue, sections=sections, next_id=ids.next_id))
    caret = Place(left[0].block, len(head.text)) if left and left[0].block else _caret_before([*right, *row[e + 1 :]], row[:s], changed)
    landing = Place(tail.id, 0) if any(item.block == tail.id for item in right) else caret
    blocks = tuple(item.block for item in row[s : e + 1] if item.block)
    return changed, Splice(start, end, blocks, landing, 0), caret


def _joined(ends: _Ends) -> tuple[list[Item], list[Item]]:
    """What stays of both ends where the first one stays."""
    first, last = ends.first, ends.last
    apart = is_object(ends.head) or is_object(ends.tail)
    if first.kind is last.kind and not apart and (last.kind is Kind.TEXT or ends.took_of_last):
        return [first.with_text(joined(ends.head, ends.tail))], []
    return [first.with_text(ends.head)], _end_alone(ends, in_article=first.kind is not Kind.NAME)


def _left_alone(ends: _Ends) -> tuple[list[Item], list[Item]]:
    """What stays of the last end where the first one goes; of two texts one stays even without a word."""
    if ends.first.kind is ends.last.kind is Kind.TEXT:
        return [], [ends.last.with_text(ends.tail)]
    return [], _end_alone(ends, in_article=ends.first.kind is Kind.TEXT)


def _end_alone(ends: _Ends, *, in_article: bool) -> list[Item]:
    """What stays of the last item by itself; `in_article` says that its article's texts can go on under the title above."""
    last, tail = ends.last, ends.tail
    text = [last.with_text(tail)] if ends.tail_stays else []
    if last.kind is Kind.TEXT and in_article:
        return text
    if last.kind is not Kind.TEXT and (ends.tail_stays or not ends.took_of_last):
        return [last.with_text(tail)]
    if last.kind is Kind.NAME or in_article or not (ends.tail_stays or ends.texts_follow) or ends.title is None:
        return []
    return [_emptied(ends.title), *text]


def _emptied(title: Item) -> Item:
    """A title without a word."""
    return title.with_text(replace(title.paragraph, text="", marks=()) if title.paragraph else None)


def _caret_before(following: Sequence[Item], above: Sequence[Item], issue: Issue) -> Place:
    """Before what follows, else at the end of what stands above, else at the end of the date."""
    below = next((item for item in following if item.block), None)
    if below:
        return Place(below.block, 0)
    paragraph = next((item.paragraph for item in reversed(above) if item.paragraph), issue.masthead.date)
    return Place(paragraph.id, len(paragraph.text))


def _sections(issue: Issue, first: int, last: int) -> tuple[int, int]:
    """The indices of the 栏目 that a range begins and ends in; the one before, too, where it begins in a head that may go."""
    low = high = -1
    for number, section in enumerate(issue.sections):
        for item in flatten((section,)):
            if item.block == first:
                low = number - 1 if item.kind is Kind.NAME and number else number
            if item.block == last:
                high = number
    return low, high
