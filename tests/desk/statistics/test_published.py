"""The tables that two offices published come out of a fixture: the same columns under the same heads, and their figures."""

from __future__ import annotations

from app.desk.statistics.lines import lines_of
from app.desk.statistics.months import Period
from app.desk.statistics.report import report_on
from app.desk.statistics.statement import Statement, statement_of
from tests.desk.statistics import published


def city() -> Statement:
    facts, rules, columns = published.city()
    return statement_of(report_on(Period.around("2018-02", "year"), lines_of(facts, rules), rules.members), columns)


def bureau() -> Statement:
    facts, rules, columns = published.bureau()
    return statement_of(report_on(Period.around("2016-09", "month"), lines_of(facts, rules), rules.members), columns)


def drawn(statement: Statement) -> list[str]:
    """The heads row by row; each cell of a level that a head goes over is named where the head begins, else it is a dot."""
    grid = [["·"] * (len(statement.columns) + 1) for _ in range(statement.levels)]
    for head in statement.heads:
        for down in range(head.levels):
            for right in range(head.columns):
                assert grid[head.level + down][head.column + right] == "·"
                grid[head.level + down][head.column + right] = head.text if not down and not right else "<" if right else "^"
    return [" ".join(row) for row in grid]


def figures(statement: Statement) -> dict[str, list[str]]:
    rows = [row for block in statement.blocks for row in (*block.rows, block.total)]
    return {row.name: [statement.text(row, at) for at in range(len(statement.columns))] for row in (*rows, statement.total)}


def test_the_citys_table() -> None:
    table = city()
    assert table.title == "2018年1—2月信息报送采用情况统计表"
    assert drawn(table) == [
        "单　位 政务信息采用情况 < < < < < < < < < < < 得分 累计得分",
        "^ 报送条数 累计条数 市本级采用 < < < < 累计得分 通辽市采用 累计得分 自治区采用 累计得分 ^ ^",
        "^ ^ ^ 普发 微信公众号 参阅 约稿 上报 ^ ^ ^ ^ ^ ^ ^",
    ]
    found = figures(table)
    assert found["东湖街道"] == ["2", "2", "0", "0", "0", "1", "0", "5", "0", "0", "0", "0", "5", "5"]
    assert found["南湖街道"] == ["12", "12", "0", "3", "0", "0", "0", "15", "0", "0", "0", "0", "15", "15"]
    assert found["西湖街道"] == ["1", "1", "0", "1", "0", "0", "0", "5", "0", "0", "0", "0", "5", "5"]
    assert found["云湖街道"] == ["15", "15", "0", "5", "0", "0", "0", "25", "0", "0", "0", "0", "25", "25"]
    assert found["合　计"] == ["49", "49", "0", "12", "0", "1", "0", "65", "0", "0", "0", "0", "65", "65"]
    assert table.notes == ("零报送、零采用单位（2个）：市医保局、市社保局。",)


def test_the_bureaus_table() -> None:
    table = bureau()
    assert drawn(table) == [
        "单　位 本月报送条数 全年累计报送条数 采用情况 < < < < < < 报送分数 采用分数 本月分数 累计分数",
        "^ ^ ^ 采用条数 园林动态 < 县级两办信息 < 市级两办信息 < ^ ^ ^ ^",
        "^ ^ ^ ^ 一句话、综合信息 独立信息 一句话、综合信息 独立信息 一句话、综合信息 独立信息 ^ ^ ^ ^",
    ]
    found = figures(table)
    assert found["产业科"] == ["0", "12", "", "", "", "", "", "", "", "0", "0", "0", "52"]
    assert found["公安科"] == ["2", "7", "2", "", "2", "", "", "", "", "2", "6", "8", "28"]
    assert found["监察科"] == ["2", "9", "2", "1", "1", "", "", "", "", "2", "5", "7", "35"]
    assert found["工会"] == ["4", "8", "4", "", "4", "", "", "", "", "4", "12", "16", "48"]
    assert found["合　计"] == ["8", "36", "8", "1", "7", "", "", "", "", "8", "23", "31", "163"]
