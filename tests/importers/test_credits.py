"""What a submission says of itself, in the forms in which units write it."""

from __future__ import annotations

import pytest

from app.importers.credits import Credits, credits_of
from app.importers.read import read_text

TITLE, BODY = (
    "云湖镇开展春季植树活动",
    "三月五日，云湖镇组织干部群众二百余人到云湖东岸植树，当天栽下杨柳3000株，总投资80万元，并落实专人管护。",
)
MORE = "活动中，大家分工合作，干劲十足，到中午时分全部栽完，沿岸新添绿地1200平方米。"


def told(*lines: str, head: str = "") -> Credits:
    return credits_of(read_text("\n".join(filter(None, (head, TITLE, BODY, MORE, *lines)))))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((), Credits()),
        (("（云湖镇供稿）",), Credits(unit="云湖镇")),
        (("（市税务局 张敏）",), Credits(unit="市税务局", writer="张敏")),
        (("（云湖镇 张敏 李想）",), Credits(unit="云湖镇", writer="张敏 李想")),
        (("供稿：市税务局",), Credits(unit="市税务局")),
        (("通讯员 张敏",), Credits(writer="张敏")),
        (("作者：张敏", "来源：云湖融媒"), Credits(writer="张敏", source="云湖融媒")),
        (("撰稿人：张敏", "审核人：刘建国"), Credits(writer="张敏")),
        (("责任编辑：王冲",), Credits(editor="王冲")),
        (("云湖镇人民政府", "2026年3月5日"), Credits(unit="云湖镇人民政府", date_iso="2026-03-05")),
        (("联系人：张敏", "联系电话：0635-8234567"), Credits(writer="张敏", telephone="0635-8234567")),
        (("（联系人：张敏，电话：13812345678）",), Credits(writer="张敏", telephone="13812345678")),
        (
            ("云湖镇人民政府", "2026年3月5日", "（联系人：张敏，电话：0635-8234567）"),
            Credits("云湖镇人民政府", "张敏", "0635-8234567", "2026-03-05"),
        ),
    ],
)  # fmt: skip
def test_lines_behind_a_text(lines: tuple[str, ...], expected: Credits) -> None:
    assert told(*lines) == expected


def test_a_chat_says_who_sent_it() -> None:
    assert told(head="张敏 3月5日 10:23") == Credits(writer="张敏")
    assert told(head="云湖镇信息群(35)\n张敏 3月5日 10:23").telephone == ""


def test_a_page_says_where_it_is_from() -> None:
    found = told(head="索引号：Y0123\n发布机构：云湖镇\n发布日期：2026-03-06\n来源：云湖镇党政办")
    assert (found.date_iso, found.source) == ("2026-03-06", "云湖镇党政办")


@pytest.mark.parametrize(
    "text", ["全年接听热线电话 3500 次，办结率99.8%。", "投资2600万元，建成泊位3500个。", "截至3月5日，累计服务群众8234567人次。"]
)
def test_figures_are_no_telephones(text: str) -> None:
    assert told(text).telephone == ""


def test_what_says_whom_to_ask_is_none_of_the_article() -> None:
    intake = read_text(
        "\n".join((TITLE, BODY, MORE, "审核人：刘建国", "云湖镇人民政府", "2026年3月5日", "（联系人：张敏，电话：0635-8234567）"))
    )
    (article,) = intake.structure.articles
    assert [paragraph.text for paragraph in article.paragraphs] == [BODY, MORE]
    assert intake.structure.extra.editors == ("审核人：刘建国", "（联系人：张敏，电话：0635-8234567）")
