from __future__ import annotations

from dataclasses import replace

import pytest

from app.exporters.text import export_text
from app.layout.engine import lay_out
from tests.layout.bulletins import bulletin, template
from tests.layout.cells import cell_faces
from tests.layout.pictured import pictured_bulletin
from tests.layout.tables import with_table
from tests.model.issues import issue
from tests.model.pictures import picture

WHOLE = """\
内部资料

000012

云河市创建文明城市
工作简报

第7期

（总第31期）

云河市创建办
2031年3月8日

【工作动态】
● 抢修老旧管网
● 青石镇办好夜校
【文明时讯】
● 柳湾社区清扫楼道

【工作动态】

云河市供水公司
抢修老旧管网

　　一、摸清底数
　　一是排查到位。公司组织42人走访。
　　二是抢修及时。

青石镇办好夜校

　　夜校开了三个班。

【文明时讯】

　　柳湾社区清扫楼道。3月2日，居民一起动手。

报：市委常委
发：各镇街
编辑：　　审核：
共印260份
"""


def test_the_whole_issue_reads_as_it_prints() -> None:
    assert export_text(issue()) == WHOLE


@pytest.mark.parametrize(
    ("title", "head"), [("青石镇植树", "青石镇植树。"), ("青石镇植树；", "青石镇植树；"), ("青石镇\n植树", "青石镇　植树。")]
)
def test_a_run_in_title_reads_as_it_prints(title: str, head: str) -> None:
    made = bulletin(template(), [(title, ["3月12日开展活动。"])])
    made = replace(made, sections=(replace(made.sections[0], articles=(replace(next(made.articles()), runin=True),)),))
    printed = "".join(placed.line.text for page in lay_out(made, cell_faces()).pages for placed in page.lines)
    assert f"{head}3月12日" in printed
    assert f"{head}3月12日" in export_text(made)


def test_the_cells_of_a_table_are_parted_by_tabs() -> None:
    text = export_text(with_table(bulletin(template(), [("云河市报送信息", ["情况如下。"])]), 1, 2))
    assert "　　情况如下。\n表1　信息报送情况\n单位\t报送信息\t\t备注\n\t综合\t单篇\t\n青石镇第1村\t1\t3\t\n" in text


def test_a_picture_is_named_by_its_caption() -> None:
    text = export_text(pictured_bulletin())
    assert "\n【图：图1　青石镇干部群众在沿河公园栽下苗木】\n" in text and "\n【图】\n" in text


def test_a_picture_in_the_place_of_the_name_reads_as_the_name() -> None:
    plain = issue()
    assert export_text(replace(plain, masthead=replace(plain.masthead, picture=picture(70, 120.0)))) == export_text(plain)
