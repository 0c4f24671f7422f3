"""An issue becomes JSON text and JSON text an issue; the template goes along, so that a file opens with its own look.

The bytes of pictures stand apart from the text, by name: `images_of` gives them, `issue_from_json` takes them.

A key added anywhere needs a new VERSION and a default, so that older files open and older programs refuse in plain words.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Annotated, Any

from app.errors import UserError
from app.model.issue import Article, Footer, Issue, Masthead, Paragraph, Passed, Section
from app.model.issue_checks import check_issue
from app.model.people import MOST_COMMENTS, Comment, ProofRound
from app.model.picture import Image, Picture
from app.model.shape import ShapeError, build, plain
from app.model.signing import MOST_RECORDED, Recorded, Stage
from app.model.template_reader import template_from_plain, template_to_plain
from app.records import dataclass

FORMAT = "bianbao"
VERSION = 9
"""1: text alone. 2: pictures, tables, 加粗 and 楷体, titles kept in one line. 3: a picture in the place of the bulletin's name.
4: the issue's key, and the submissions that an article was made of. 5: the findings that were let stand.
6: comments of proofreaders, and the record of their rounds. 7: how far it has come to its sign-off, and what was changed on the way.
8: sets of recipients. 9: comments on several paragraphs, and that 已印发 was taken back."""


@dataclass(frozen=True, slots=True)
class _Body:
    """The fields of an issue besides its template, which has checks and defaults of its own."""

    masthead: Masthead
    sections: tuple[Section, ...]
    footer: Footer
    next_id: int
    sample: bool = False
    key: str = ""
    passed: Annotated[tuple[Passed, ...], {"least": 0, "most": 10_000}] = ()
    comments: Annotated[tuple[Comment, ...], {"least": 0, "most": MOST_COMMENTS}] = ()
    rounds: Annotated[tuple[ProofRound, ...], {"least": 0, "most": 3}] = ()
    stage: Stage = Stage.EDITING
    trail: Annotated[tuple[Recorded, ...], {"least": 0, "most": MOST_RECORDED}] = ()


def issue_to_json(issue: Issue, *, compact: bool = False) -> str:
    """The issue as JSON text without the bytes of its pictures; equal issues give equal text.

    A `compact` one has no line feeds and takes half the time.
    """
    data = {"format": FORMAT, "version": VERSION, "issue": issue_to_plain(issue)}
    return json.dumps(data, ensure_ascii=False, indent=None if compact else 1) + "\n"


def images_of(issue: Issue) -> dict[str, bytes]:
    """Name to bytes of every picture, in printing order."""
    pictures = (issue.masthead.picture, *(block.picture for block in issue.blocks()))
    return {picture.image.name: picture.image.data for picture in pictures if picture}


def issue_from_json(text: str | bytes, source_name: str, images: Mapping[str, bytes] | None = None) -> Issue:
    """Read what `issue_to_json` wrote, by this or an older version, with the bytes that `images_of` gave.

    Raise UserError naming `source_name` for all else, and where a picture's bytes are missing.
    """
    data = _parse(text, source_name)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise UserError(f"{source_name} 不是编报的文件，请另选一个。")
    version = data.get("version")
    if type(version) is not int or version < 1:
        raise UserError(f"{source_name} 没有写明文件版本，可能已损坏，请用备份的文件。")
    if version > VERSION:
        raise UserError(f"{source_name} 是更新版本的编报保存的，请升级编报后再打开。")
    try:
        issue = issue_from_plain(data.get("issue"))
        return with_images(issue, lambda image: _filled(image, images or {}))
    except ShapeError as error:
        raise UserError(f"{source_name} 的内容已损坏（{error.clause}），请用备份的文件。") from error


def issue_to_plain(issue: Issue) -> dict[str, Any]:
    """The issue as nested dicts; fields that hold their default are left out, but for the template's."""
    bare = with_images(issue, lambda image: replace(image, data=b""))
    body = _Body(**{one.name: getattr(bare, one.name) for one in fields(_Body)})
    data: dict[str, Any] = plain(body, sparse=True)
    return {"template": template_to_plain(issue.template), **data}


def issue_from_plain(data: object) -> Issue:
    """Build and check an issue from nested dicts; raise ShapeError."""
    if not isinstance(data, dict):
        raise ShapeError((), "缺少 issue")
    rest = dict(data)
    try:
        template = template_from_plain(rest.pop("template", None))
    except ShapeError as error:
        raise ShapeError(("template", *error.path), error.message) from error
    body = build(_Body, rest)
    issue = Issue(template, **{one.name: getattr(body, one.name) for one in fields(body)})
    check_issue(issue)
    return issue


def with_images(issue: Issue, change: Callable[[Image], Image]) -> Issue:
    """The issue with every image changed; an article without a picture is the same object."""

    def changed(picture: Picture) -> Picture:
        return replace(picture, image=change(picture.image))

    def block(paragraph: Paragraph) -> Paragraph:
        return replace(paragraph, picture=changed(paragraph.picture)) if paragraph.picture else paragraph

    def article(one: Article) -> Article:
        pictured = any(paragraph.picture for paragraph in one.paragraphs)
        return replace(one, paragraphs=tuple(map(block, one.paragraphs))) if pictured else one

    head = issue.masthead
    masthead = replace(head, picture=changed(head.picture)) if head.picture else head
    sections = tuple(replace(one, articles=tuple(map(article, one.articles))) for one in issue.sections)
    return replace(issue, masthead=masthead, sections=sections)


def _filled(image: Image, images: Mapping[str, bytes]) -> Image:
    """The image with its bytes."""
    if image.name not in images:
        raise ShapeError(("media", image.name), "缺少图片 {key}")
    return replace(image, data=images[image.name])


def _parse(text: str | bytes, source_name: str) -> Any:  # noqa: ANN401
    try:
        return json.loads(text, object_pairs_hook=_no_doubles, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise UserError(f"{source_name} 的内容已损坏（不是完整的 JSON 数据），请用备份的文件。") from error


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object in which no key stands twice."""
    table = dict(pairs)
    if len(table) != len(pairs):
        raise ValueError("a key stands twice")
    return table


def _no_constant(name: str) -> Any:  # noqa: ANN401
    raise ValueError(f"{name} is no JSON")
