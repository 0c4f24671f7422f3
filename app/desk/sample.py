"""The sample text that comes with the program becomes a finished issue, marked 示例."""

from __future__ import annotations

from dataclasses import replace

from app import paths
from app.desk.compose import compose
from app.desk.files import read_text_file
from app.desk.templates import template_named
from app.importers.read import read_text
from app.model.issue import Issue

SAMPLE_TEMPLATE = "工作简报"
_LARGEST_BYTES = 100_000


def sample_issue() -> Issue:
    """The issue that the first start shows. It is set in the shipped template and never among the user's own files."""
    text = read_text_file(paths.resources() / "sample" / "issue.txt", _LARGEST_BYTES)
    structure = read_text(text, "示例").structure
    return replace(compose(structure, template_named(SAMPLE_TEMPLATE)).issue, sample=True)
