"""An issue becomes the tree that the outline shows: 报头, 目录, 栏目 with their articles, 报尾."""

from __future__ import annotations

from dataclasses import field
from enum import Enum

from app.model.issue import Article, Issue, Masthead, Paragraph, Section, joined_title
from app.records import dataclass


class NodeKind(Enum):
    """What a row of the outline stands for; the value names its icon."""

    MASTHEAD = "masthead"
    CONTENTS = "contents"
    SECTION = "section"
    ARTICLE = "article"
    FOOTER = "footer"


NodeKey = tuple[NodeKind, int]
"""A row's name across changes: its kind and the id of its section or article (0 for the three fixed rows)."""

MASTHEAD_KEY: NodeKey = (NodeKind.MASTHEAD, 0)
CONTENTS_KEY: NodeKey = (NodeKind.CONTENTS, 0)
FOOTER_KEY: NodeKey = (NodeKind.FOOTER, 0)


@dataclass(slots=True, eq=False)
class Node:
    """A row. `section` and `index` say where an article stands, or before which article of which 栏目 a drop here puts one."""

    key: NodeKey
    text: str
    icon: str
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    section: int = 0
    index: int = 0
    block: int = 0
    number: int = 0
    row: int = 0

    @property
    def kind(self) -> NodeKind:
        """What the row stands for."""
        return self.key[0]

    def add(self, child: Node) -> Node:
        """Append a child row."""
        child.parent = self
        child.row = len(self.children)
        self.children.append(child)
        return child


def outline_of(issue: Issue) -> Node:
    """The root of the outline; articles without a 栏目 stand beside the 栏目, not in one."""
    root = Node((NodeKind.MASTHEAD, -1), "", "")
    root.add(Node(MASTHEAD_KEY, "报头", "masthead", block=_head_of(issue.masthead).id))
    if _has_contents(issue):
        root.add(Node(CONTENTS_KEY, "目录", "contents"))
    for section in issue.sections:
        place = root
        if section.name is not None:
            key = (NodeKind.SECTION, section.id)
            place = root.add(Node(key, section.name.text, "section", section=section.id, block=section.name.id))
        for index, article in enumerate(section.articles):
            place.add(_article_node(section, index, article))
    root.add(Node(FOOTER_KEY, "报尾", "footer"))
    return root


def _head_of(masthead: Masthead) -> Paragraph:
    """The first text that the masthead prints as its name or below it."""
    return masthead.number if masthead.picture or not masthead.lines else masthead.lines[0]


def outline_signature(issue: Issue) -> tuple[object, ...]:
    """Equal for two issues with the same outline; the parts of which it is made are mostly the same objects, so comparing is quick."""
    rows: list[object] = [_has_contents(issue), _head_of(issue.masthead)]
    for section in issue.sections:
        rows += (section.id, section.name)
        for article in section.articles:
            untitled = _first_words(article) if not article.title.text.strip() else ""
            rows += (article.id, article.title, article.runin, untitled)
    return tuple(rows)


def _article_node(section: Section, index: int, article: Article) -> Node:
    text = joined_title(article.title).strip() or _first_words(article) or "（无标题）"
    icon = "brief" if article.runin else "article"
    return Node((NodeKind.ARTICLE, article.id), text, icon, section=section.id, index=index, block=article.title.id)


def _first_words(article: Article) -> str:
    first = next((paragraph.text for paragraph in article.paragraphs if paragraph.text.strip()), "")
    return f"（无标题）{first[:12]}…" if first else ""


def _has_contents(issue: Issue) -> bool:
    show = issue.template.contents.show
    listed = sum(article.in_contents for article in issue.articles())
    return show == "always" or (show == "several" and listed > 1)


def drop_place(root: Node, parent: Node, row: int, issue: Issue) -> tuple[int, int] | None:
    """The 栏目 id and the article index that a drop before `row` of `parent` means (row -1: onto the parent itself)."""
    if parent.kind is NodeKind.SECTION:
        return parent.section, len(parent.children) if row < 0 else row
    if parent.kind is NodeKind.ARTICLE:  # dropped onto an article: before it
        return parent.section, parent.index
    if parent is not root or row < 0:
        return None
    above = root.children[row - 1] if 0 < row <= len(root.children) else None
    if above is not None and above.kind is NodeKind.ARTICLE:
        return above.section, above.index + 1
    if above is not None and above.kind is NodeKind.SECTION:
        return above.section, len(above.children)
    below = root.children[row] if row < len(root.children) else None
    if below is not None and below.kind is NodeKind.ARTICLE:
        return below.section, below.index
    if above is not None and above.kind is NodeKind.FOOTER and issue.sections:
        last = issue.sections[-1]
        return last.id, len(last.articles)
    return (issue.sections[0].id, 0) if issue.sections else None
