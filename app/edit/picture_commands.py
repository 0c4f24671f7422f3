"""Commands on pictures: put one in, change how it stands, take it out with its caption."""

from __future__ import annotations

from dataclasses import replace

from app.edit.change import Change, Label
from app.edit.state import EditorState, Place
from app.edit.text_commands import Outcome
from app.edit.tree import ArticlePlace, Ids, article_of_block, insert, paragraph_index, with_article, with_block, without
from app.model.issue import Article, Issue, Paragraph, Role, Section
from app.model.picture import Image, Picture, Placing

NARROWEST_MM, WIDEST_MM = 5.0, 400.0


def insert_picture(state: EditorState, picture: Picture, caption: str = "") -> Outcome:
    """Put a picture behind the paragraph at hand, with the caret in its caption; an empty paragraph gives way.

    Behind a title or the head of a 栏目 it is the first thing of the article. None where the caret stands in no article.
    """
    found = _at_hand(state)
    if found is None:
        return None
    place, at = found
    article = place.article
    given_way: tuple[int, ...] = ()
    paragraphs = article.paragraphs
    if at >= 0 and _gives_way(article, at):
        given_way = (paragraphs[at].id,)
        paragraphs, at = without(paragraphs, at), at - 1
    ids = Ids(state.issue)
    fresh = Paragraph(ids.new(), caption, Role.PICTURE, picture=picture)
    changed = replace(article, paragraphs=insert(paragraphs, at + 1, (fresh,)))
    issue = replace(with_article(state.issue, place, changed), next_id=ids.next_id)
    caret = Place(fresh.id, len(caption))
    return EditorState(issue).with_caret(caret), Change(Label.INSERT_PICTURE, added=(fresh.id,), removed=given_way)


def set_picture_width(state: EditorState, block_id: int, width_mm: float) -> Outcome:
    """Print a picture so wide, in its own proportions."""
    return _with_picture(state, block_id, Label.PICTURE_SIZE, width_mm=min(max(width_mm, NARROWEST_MM), WIDEST_MM))


def set_picture_placing(state: EditorState, block_id: int, placing: Placing) -> Outcome:
    """Stand a picture at the left, in the middle or at the right."""
    return _with_picture(state, block_id, Label.PICTURE_PLACING, placing=placing)


def set_picture_image(state: EditorState, block_id: int, image: Image) -> Outcome:
    """Give a picture another file, as compressing does; its size on the page stays."""
    return _with_picture(state, block_id, Label.COMPRESS_PICTURE, image=image)


def remove_picture(state: EditorState, block_id: int) -> Outcome:
    """Take a picture out with its caption; the caret goes to what stood below it, else to the end of what stood above."""
    place = article_of_block(state.issue, block_id)
    at = paragraph_index(place.article, block_id) if place else None
    if place is None or at is None or place.article.paragraphs[at].picture is None:
        return None
    paragraphs = without(place.article.paragraphs, at)
    issue = with_article(state.issue, place, replace(place.article, paragraphs=paragraphs))
    above = paragraphs[at - 1] if at else place.article.title
    caret = Place(paragraphs[at].id, 0) if at < len(paragraphs) else Place(above.id, len(above.text))
    return EditorState(issue).with_caret(caret), Change(Label.REMOVE_PICTURE, removed=(block_id,))


def _at_hand(state: EditorState) -> tuple[ArticlePlace, int] | None:
    """The article at the caret and the index of the paragraph in it, -1 for its title."""
    if state.selection is None:
        return None
    block = state.selection.head.block
    section = _headed_by(state.issue, block)
    place = article_of_block(state.issue, section.articles[0].title.id if section and section.articles else block)
    if place is None:
        return None
    article = place.article
    at = next((at for at, paragraph in enumerate(article.paragraphs) if _shows(paragraph, block)), -1)
    return place, 0 if at < 0 and article.runin and article.paragraphs else at  # a brief's title goes on in its first paragraph


def _headed_by(issue: Issue, block: int) -> Section | None:
    return next((section for section in issue.sections if section.name and section.name.id == block), None)


def _shows(paragraph: Paragraph, block: int) -> bool:
    return paragraph.id == block or bool(paragraph.table and any(cell.paragraph.id == block for cell in paragraph.table.cells()))


def _gives_way(article: Article, at: int) -> bool:
    paragraph = article.paragraphs[at]
    return not paragraph.text and paragraph.picture is None and paragraph.table is None and not (article.runin and at == 0)


def _with_picture(state: EditorState, block_id: int, label: Label, **changes: object) -> Outcome:
    block = state.issue.block_index.get(block_id)
    if block is None or block.picture is None:
        return None
    picture = replace(block.picture, **changes)  # type: ignore[arg-type]
    if picture == block.picture:
        return None
    return replace(state, issue=with_block(state.issue, replace(block, picture=picture))), Change(label)
