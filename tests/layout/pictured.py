"""A bulletin with pictures of every kind, one of which does not fit on the page that its text ends on."""

from __future__ import annotations

from dataclasses import replace

from app.model.image_file import image_of
from app.model.issue import Issue, Paragraph, Role
from app.model.picture import Picture
from tests.layout.bulletins import bulletin, stories, template
from tests.model.pictures import jpeg, picture, png


def pictured_bulletin() -> Issue:
    """A captioned picture in the text, one at an article's end without a caption, one turned by EXIF at a page's end, one too high."""
    issue = bulletin(template(), stories(3, 4))
    turned = Picture(image_of(jpeg(90, 60, orientation=6), "a.jpg"), 100, "left")
    clear = Picture(image_of(png(60, 90, colour=6), "a.png"), 60, "right")
    captioned = Paragraph(issue.next_id, "图1　青石镇干部群众在沿河公园栽下苗木", Role.PICTURE, picture=picture(width_mm=100))
    bare = Paragraph(issue.next_id + 1, "", Role.PICTURE, picture=clear)
    at_end = Paragraph(issue.next_id + 2, "图2　活动现场", Role.PICTURE, picture=turned)
    high = Paragraph(issue.next_id + 3, "图3　宣传长卷", Role.PICTURE, picture=picture(20, 120.0, size=(30, 90)))
    section = issue.sections[0]
    one, two, three = section.articles
    one = replace(one, paragraphs=(one.paragraphs[0], captioned, *one.paragraphs[1:], bare))
    two = replace(two, paragraphs=(*two.paragraphs[:2], at_end, *two.paragraphs[2:]))
    three = replace(three, paragraphs=(three.paragraphs[0], high, *three.paragraphs[1:]))
    return replace(issue, sections=(replace(section, articles=(one, two, three)),), next_id=issue.next_id + 4)
