"""An issue becomes JSON text and JSON text an issue; the template goes along, so that a file opens with its own look.

A key added anywhere needs a new VERSION and a default, so that older files open and older programs refuse in plain words.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from app.errors import UserError
from app.model.issue import Footer, Issue, Masthead, Section
from app.model.issue_checks import check_issue
from app.model.shape import ShapeError, build, plain
from app.model.template_reader import template_from_plain, template_to_plain

FORMAT = "bianbao"
VERSION = 1


@dataclass(frozen=True, slots=True)
class _Body:
    """The fields of an issue besides its template, which has checks and defaults of its own."""

    masthead: Masthead
    sections: tuple[Section, ...]
    footer: Footer
    next_id: int
    sample: bool = False


def issue_to_json(issue: Issue) -> str:
    """The issue as JSON text; equal issues give equal text."""
    return json.dumps({"format": FORMAT, "version": VERSION, "issue": issue_to_plain(issue)}, ensure_ascii=False, indent=1) + "\n"


def issue_from_json(text: str | bytes, source_name: str) -> Issue:
    """Read what `issue_to_json` wrote, by this or an older version; raise UserError naming `source_name` for all else."""
    data = _parse(text, source_name)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise UserError(f"{source_name} 不是编报的文件，请另选一个。")
    version = data.get("version")
    if type(version) is not int or version < 1:
        raise UserError(f"{source_name} 没有写明文件版本，可能已损坏，请用备份的文件。")
    if version > VERSION:
        raise UserError(f"{source_name} 是更新版本的编报保存的，请升级编报后再打开。")
    try:
        return issue_from_plain(data.get("issue"))
    except ShapeError as error:
        raise UserError(f"{source_name} 的内容已损坏（{error.clause}），请用备份的文件。") from error


def issue_to_plain(issue: Issue) -> dict[str, Any]:
    """The issue as nested dicts; fields that hold their default are left out, but for the template's."""
    data: dict[str, Any] = plain(_Body(issue.masthead, issue.sections, issue.footer, issue.next_id, issue.sample), sparse=True)
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
    issue = Issue(template, body.masthead, body.sections, body.footer, body.next_id, body.sample)
    check_issue(issue)
    return issue


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
