"""Pictures of a submission stand in the issue where they stood in the file, with their captions; what can't be used is told."""

from __future__ import annotations

from app.desk.articles import articles_of
from app.desk.intake import submission_of
from app.importers.found import Structure
from app.importers.intake import Intake
from app.importers.raw import RawBlock, RawDocument, RawParagraph, RawPicture
from app.importers.read import read_raw
from app.model.issue import Article, Role
from app.model.picture import Picture
from tests.model.pictures import jpeg, png

TITLE, OTHER = "云湖镇开展春季植树活动", "市税务局上门讲政策"
BODY = "三月五日，云湖镇组织干部群众二百余人到云湖东岸植树，当天栽下杨柳三千株，并落实专人管护。"
MORE = "活动中，大家分工合作，干劲十足，到中午时分全部栽完，沿岸新添绿地一千二百平方米。"
PHOTO, CHART = jpeg(width=640, height=480), png(width=200, height=300)


def read(*blocks: str | bytes) -> Intake:
    made: tuple[RawBlock, ...] = tuple(RawParagraph(one) if isinstance(one, str) else RawPicture(one) for one in blocks)
    return read_raw(RawDocument(made), "来稿")


def articles(structure: Structure) -> list[Article]:
    return [article for section in articles_of(structure, 1)[0] for article in section.articles]


def shape(article: Article) -> list[str]:
    return [f"[{paragraph.text}]" if paragraph.role is Role.PICTURE else paragraph.text for paragraph in article.paragraphs]


def test_pictures_stand_where_they_stood_with_their_captions() -> None:
    intake = read(TITLE, BODY, PHOTO, "图1 植树现场", MORE, CHART)
    (article,) = articles(intake.structure)
    assert shape(article) == [BODY, "[图1植树现场]", MORE, "[]"]
    picture = article.paragraphs[1].picture
    assert isinstance(picture, Picture) and picture.image.data == PHOTO
    assert 5 <= picture.width_mm <= 150 and picture.width_mm * 480 / 640 <= 111
    assert intake.notes == ()


def test_each_article_has_its_own() -> None:
    tail = "（云湖镇供稿）"
    intake = read(PHOTO, TITLE, BODY, MORE, tail, "", "", OTHER, BODY.replace("云湖镇", "市税务局"), CHART, MORE)
    first, second = articles(intake.structure)
    assert [paragraph.picture.image.data for paragraph in first.paragraphs if paragraph.picture] == [PHOTO]
    assert [paragraph.picture.image.data for paragraph in second.paragraphs if paragraph.picture] == [CHART]


def test_what_can_not_be_used_is_told() -> None:
    intake = read(TITLE, BODY, b"\xd7\xcd\xc6\x9a a metafile", png(width=16, height=16), png(width=30_001, height=30_001)[:60], MORE)
    (article,) = articles(intake.structure)
    assert shape(article) == [BODY, MORE]
    assert intake.notes == (
        "有 2 张图片的格式放不进来（只能用 PNG、JPEG），请对照原件另存为 PNG 后用“插入图片”放进来。",
        "有 1 张小图（多半是图标、花边）没有放进来。",
    )


def test_a_saved_page_brings_its_pictures() -> None:
    import base64

    source = base64.b64encode(PHOTO).decode()
    page = f'<html><h1>{TITLE}</h1><p>{BODY}</p><p><img src="data:image/jpeg;base64,{source}"></p><p>{MORE}</p></html>'
    (article,) = articles(submission_of(page.encode(), "来稿.html").intake.structure)
    assert shape(article) == [BODY, "[]", MORE]
