"""Several articles in one file are told apart, and one article stays one."""

from __future__ import annotations

import pytest

from app.importers.raw import Look, RawBlock, RawCell, RawDocument, RawParagraph, RawPicture, RawTable
from app.importers.read import read_raw, read_text
from app.importers.several import parts_of
from app.model.issue import Mark, MarkKind
from tests.importers.accounting import balance
from tests.model.pictures import png

A = ("云湖镇开展春季植树活动", "三月五日，云湖镇组织干部群众二百余人到云湖东岸植树，当天栽下杨柳三千株，并落实专人管护。")
B = ("市税务局上门讲政策 助企业解难题", "三月四日，云河市税务局组织业务骨干走访企业二十家，讲解新政策，解答问题三十五个，收集建议十二条。")
C = ("柳湾街道清理楼道杂物", "近日，柳湾街道发动居民清理楼道杂物，腾出公共空间，消除火灾隐患，受到居民好评，共清理杂物二十车。")
MORE = "活动中，大家分工合作，有的挖坑，有的培土，有的浇水，现场一派繁忙景象，到中午时分全部栽完。"


def titles(text: str) -> list[str]:
    return [part.text.split("\n")[0] for part in parts_of(read_text(text))]


def story(article: tuple[str, str], *tail: str) -> str:
    return "\n".join((*article, MORE, *tail))


SEVERAL = {
    "bylines": f"{story(A, '（云湖镇供稿）')}\n{story(B, '（市税务局供稿）')}\n{story(C)}",
    "signatures": f"{story(A, '云湖镇人民政府', '2026年3月5日')}\n{story(B, '云河市税务局', '2026年3月4日')}\n{story(C)}",
    "wide gaps": f"{story(A)}\n\n\n{story(B)}\n\n\n\n{story(C)}",
    "gaps between articles alone": f"{story(A)}\n\n{story(B)}\n\n{story(C)}",
    "names": f"{story(A, '（云湖镇 张敏）')}\n{story(B, '（市税务局 李想 王冲）')}\n{story(C)}",
    "writers": f"{story(A, '通讯员 张敏')}\n{story(B, '记者 李想')}\n{story(C)}",
    "editors": f"{story(A, '责任编辑：张敏')}\n{story(B, '责任编辑：张敏')}\n{story(C)}",
    "bylines behind the last sentence": f"{A[0]}\n{A[1]}\n{MORE}（云湖镇供稿）\n{B[0]}\n{B[1]}\n{MORE}（市税务局供稿）\n{story(C)}",
}


@pytest.mark.parametrize("text", SEVERAL.values(), ids=SEVERAL.keys())
def test_several_articles_are_told_apart(text: str) -> None:
    assert titles(text) == [A[0], B[0], C[0]]


ONE = {
    "one": story(A, "（云湖镇供稿）"),
    "headings with numbers": f"{A[0]}\n{A[1]}\n一、高位推动\n{MORE}\n二、压实责任\n{B[1]}\n三、长效管护\n{C[1]}",
    "headings with empty lines round them": f"{A[0]}\n\n{A[1]}\n\n高位推动 压实责任\n\n{MORE}\n\n广泛发动 营造氛围\n\n{B[1]}",
    "plain headings": f"{A[0]}\n{A[1]}\n高位推动，压实责任\n{MORE}\n广泛发动，营造氛围\n{B[1]}",
    "paragraphs with gaps": f"{A[0]}\n\n{A[1]}\n\n{MORE}\n\n{B[1]}\n\n（云湖镇供稿）",
    "title and sub-title": f"{A[0]}\n——走进云湖东岸\n{A[1]}\n{MORE}\n（云湖镇供稿）",
    "unit below the title": f"{A[0]}\n云湖镇人民政府\n（2026年3月5日）\n{A[1]}\n{MORE}",
    "signature at the end": story(A, "云湖镇人民政府", "2026年3月5日"),
    "signature and attachment": story(A, "云湖镇人民政府", "2026年3月5日", "附件：云湖镇植树任务分解表"),
    "credits at the end": story(A, "（云湖镇供稿）", "责任编辑：张敏", "联系电话：0635-8234567"),
    "letter": f"关于报送植树情况的函\n市林业局：\n{A[1]}\n{MORE}\n云湖镇人民政府\n2026年3月5日\n（联系人：张敏）",
    "chat": f"张敏 3月5日 10:23\n{A[0]}\n{A[1]}\n{MORE}",
    "list": f"{A[0]}\n{A[1]}\n参加单位：\n市林业局\n市税务局\n云湖镇\n{MORE}",
    "dates inside": f"{A[0]}\n{A[1]}\n2026年3月5日\n动员部署\n{MORE}"[: -len(MORE) - 1],
    "speech": f"在植树动员会上的讲话\n张国强\n同志们：\n{A[1]}\n{MORE}\n{B[1]}",
    "empty": "云湖镇",
}


@pytest.mark.parametrize("text", ONE.values(), ids=ONE.keys())
def test_one_article_stays_one(text: str) -> None:
    assert titles(text) == []


def test_a_whole_bulletin_stays_whole() -> None:
    head = "云湖工作简报\n第7期\n云湖镇党政办\n2026年3月5日\n目录\n"
    assert titles(f"{head}{A[0]}\n{B[0]}\n{story(A)}\n{story(B)}\n报：市委办公室\n共印60份") == []


def test_titles_that_the_file_sets_alike_begin_articles() -> None:
    title = Look(title=True, centred=True)
    blocks = tuple(
        RawParagraph(text, title if text == article[0] else Look()) for article in (A, B, C) for text in (article[0], article[1], MORE)
    )
    assert len(parts_of(read_raw(RawDocument(blocks), "来稿"))) == 3
    headed = [
        RawParagraph(A[0], title),
        RawParagraph(A[1]),
        RawParagraph("高位推动", Look(bold=True)),
        RawParagraph(MORE),
        RawParagraph(B[1]),
    ]
    assert parts_of(read_raw(RawDocument(tuple(headed)), "来稿")) == ()


def test_nothing_is_lost() -> None:
    for text in SEVERAL.values():
        intake = read_text(text)
        assert "\n".join(part.text for part in parts_of(intake)) == intake.text


def test_each_part_keeps_its_looks_marks_tables_and_pictures() -> None:
    look = Look(title=True, centred=True)
    bold = (Mark(4, 7, MarkKind.BOLD),)
    table = RawTable((tuple(map(RawCell, ("树种", "株数", "地点\n说明"))), tuple(map(RawCell, ("杨树", "3000", "东岸")))))
    blocks: list[RawBlock] = []
    for number, article in enumerate((A, B, C)):
        blocks += [RawParagraph(article[0], look), RawParagraph(article[1], marks=bold), table, RawPicture(png(64, 64 + number))]
        blocks += [RawParagraph(MORE), RawParagraph("2026年3月5日")]
    intake = read_raw(RawDocument(tuple(blocks)), "来稿")
    parts = parts_of(intake)
    assert [part.text.split("\n")[0] for part in parts] == [A[0], B[0], C[0]]
    for number, part in enumerate(parts):
        assert part.intake.lines[0].look == look
        (article,) = part.intake.structure.articles
        assert article.paragraphs[0].marks == bold
        rows = [paragraph.row for paragraph in article.paragraphs if paragraph.row]
        assert [[cell.text for cell in row.cells] for row in rows] == [["树种", "株数", "地点\n说明"], ["杨树", "3000", "东岸"]]
        (picture,) = part.intake.structure.pictures
        assert picture.data == png(64, 64 + number)
        assert next(paragraph.text for paragraph in article.paragraphs if paragraph.line >= picture.line) == MORE


@pytest.mark.parametrize("text", SEVERAL.values(), ids=SEVERAL.keys())
def test_several_articles_are_several_where_the_text_is_read_as_one(text: str) -> None:
    intake = read_text(text)
    assert [" ".join(article.title) for article in intake.structure.articles] == [A[0], B[0], C[0]]
    assert balance(intake) == ({}, {})


def test_what_stands_beside_the_articles_keeps_the_text_in_one_piece() -> None:
    """Where a part has something that no article holds, the whole is read as one, so that it is not lost."""
    intake = read_text(f"{SEVERAL['bylines']}\n本期增发：市委党校\n共印50份")
    assert balance(intake) == ({}, {})
