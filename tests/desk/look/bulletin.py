"""A whole bulletin of a made-up town as an issue, with every part that a look can be taken from, and its DOCX."""

from __future__ import annotations

from dataclasses import replace

from app.desk.compose import compose
from app.exporters.docx.export import docx_bytes
from app.importers.read import read_text
from app.layout.engine import lay_out
from app.model.issue import Issue
from app.model.template import Template
from tests.layout.cells import cell_faces

_ARTICLE = """{title}
3月12日，云河市青石镇组织干部群众260余人，在沿河公园开展义务植树活动，共栽下香樟、桂花等苗木1300株。
一、分工明确
活动现场分工明确、秩序井然，大家挥锹铲土、扶苗填坑、提水浇灌，处处是热火朝天的景象。
（一）包种包活
镇党委要求，要以此次活动为契机，把绿色青石抓在平时、落到实处，谁栽谁管，包种包活，年底逐株点验。
（二）抓管护。各村把新栽的树苗分到户、落到人，建起台账，按月浇水，确保栽一株活一株，让沿河公园绿起来、美起来。
"""
TITLES = ("青石镇开展义务植树活动", "市税务局送税法进企业", "白沙街道清理占道经营")


def bulletin_text(template: Template, sections: bool = False) -> str:
    """The text of an issue as a clerk has it: masthead, contents, three articles, 报尾."""
    names = [line.text.replace("××", "云河") for line in template.masthead.lines]
    number = template.masthead.number_form.replace("{year}", "2031").replace("{}", "7")
    total = ["（总第23期）"] if template.masthead.total else []
    head = [*names, number, *total, "云河市创建办公室　　2031年3月15日"]
    entries: list[str] = []
    body: list[str] = []
    for title, section in zip(TITLES, ("【工作动态】", "", "【基层经验】"), strict=True):
        if sections and section:
            entries.append(section)
            body.append(section)
        entries.append(title)
        body.append(_ARTICLE.format(title=title))
    tail = [
        "报：市委常委，市人大主任、副主任，市政府副市长" + template.footer.end_mark,
        "发：各县（市、区）委，市直各部门" + template.footer.end_mark,
        template.footer.copies_form.replace("{}", "260"),
    ]
    return "\n".join([*head, "目录", *entries, "", *body, *tail])


def issue_of(template: Template, *, sections: bool = False) -> Issue:
    """The issue with its template."""
    issue = compose(read_text(bulletin_text(template, sections)).structure, template).issue
    number = template.masthead.number_form.replace("{year}", "2031").replace("{}", "7")
    return replace(issue, masthead=replace(issue.masthead, number=replace(issue.masthead.number, text=number)))


def docx_of(issue: Issue) -> bytes:
    """Its DOCX."""
    return docx_bytes(issue, lay_out(issue, cell_faces()))
