"""Issues of a made-up town, built in a line each, for tests of the layout."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from app import paths
from app.model.issue import Article, Footer, Issue, Masthead, Paragraph, Recipients, Role, Section
from app.model.template import Template
from app.model.template_reader import read_template, with_values

STORY = (
    "3月12日，云河市青石镇组织干部群众260余人，在沿河公园开展义务植树活动，共栽下香樟、桂花等苗木1300株。"
    "活动现场分工明确、秩序井然，大家挥锹铲土、扶苗填坑、提水浇灌，处处是热火朝天的景象。"
    "镇党委要求，要以此次活动为契机，把“绿色青石　美丽家园”建设抓在平时、落到实处——谁栽谁管，包种包活。"
)


def template(name: str = "gongzuo-jianbao", **values: object) -> Template:
    """A shipped template; a double underscore in a key stands for its dot: grid__lines=20."""
    path = paths.templates() / f"{name}.toml"
    plain = read_template(path.read_text("utf-8"), path.name)
    return with_values(plain, {key.replace("__", "."): value for key, value in values.items()}) if values else plain


def bulletin(look: Template, articles: Sequence[tuple[str, Sequence[str]]], *, section: str = "", footer: bool = True) -> Issue:
    """An issue with the given (title, paragraphs) articles; a paragraph that begins 一、 is a heading."""
    ids = count(1)

    def text(words: str, role: Role) -> Paragraph:
        return Paragraph(next(ids), words, role)

    masthead = Masthead(
        (text("云河市创建文明城市", Role.MASTHEAD), text("工作简报", Role.MASTHEAD)),
        text("第7期", Role.NUMBER),
        (text("云河市创建办公室", Role.ISSUER),),
        text("2031年3月15日", Role.DATE),
    )
    found = tuple(
        Article(
            next(ids), text(title, Role.TITLE), tuple(text(p, Role.HEADING_1 if p.startswith("一、") else Role.BODY) for p in paragraphs)
        )
        for title, paragraphs in articles
    )
    sections = (Section(next(ids), text(section, Role.SECTION) if section else None, found),)
    foot = Footer()
    if footer:
        recipients = (
            Recipients("报", text("市委常委，市人大主任、副主任，市政府副市长", Role.RECIPIENTS)),
            Recipients("发", text("各县（市、区）委，市直各部门各单位党组（党委），创建文明城市指挥部各成员单位", Role.RECIPIENTS)),
        )
        foot = Footer(recipients, None, text("260", Role.COPIES))
    return Issue(look, masthead, sections, foot, next(ids))


def stories(articles: int, paragraphs: int) -> list[tuple[str, list[str]]]:
    """So many articles of so many paragraphs, no two of them alike."""
    return [(f"青石镇第{i}村开展义务植树活动", [STORY[(i + j) % 40 :] for j in range(paragraphs)]) for i in range(1, articles + 1)]
