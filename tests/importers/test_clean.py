"""Each repair on small texts of its own: what it changes, and what it leaves."""

from __future__ import annotations

import pytest

from app.importers.clean import RULES
from app.importers.clean.run import clean
from app.importers.repair import Repair

BY_ID = {rule.id: rule for rule in RULES}
LONG = "会议强调，要坚持以人民为中心的发展思想，聚焦群众急难愁盼问题，扎实推进各项工作"


def repaired(rule: str, text: str) -> str:
    return clean(text, [BY_ID[rule]], ())[0].text


def repairs(rule: str, text: str) -> list[Repair]:
    return clean(text, [BY_ID[rule]], ())[1]


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        ("invisible", "云\u200b河\ufeff市", "云河市"),
        ("wide", "２０２４年，占６３％，Ａ类３．５万", "2024年，占63%，A类3.5万"),
        ("half_width_mark", "会议指出,要抓好落实;要压实责任:一是", "会议指出，要抓好落实；要压实责任：一是"),
        ("half_width_mark", "同比增长4.2%,其中", "同比增长4.2%，其中"),
        ("half_width_mark", "10:30到http://a.cn/x?y=1 ,共1,500个", "10:30到http://a.cn/x?y=1 ，共1,500个"),
        ("half_width_mark", "抓好落实.\n下一步", "抓好落实。\n下一步"),
        ("half_width_mark", "增长3.5倍,Word 2.0版.", "增长3.5倍，Word 2.0版。"),
        ("parenthesis", "全体(扩大)会议,f(x)=1", "全体（扩大）会议,f(x)=1"),
        ("parenthesis", "(一)加强领导", "（一）加强领导"),
        ("quote", '开展"讲文明 树新风"活动,"创文"', "开展“讲文明 树新风”活动,“创文”"),
        ("quote", 'Say "yes" to it', 'Say "yes" to it'),
        ("single_quote", "践行'两山'理念，it's fine", "践行‘两山’理念，it's fine"),
        ("space", "第 7 期", "第7期"),
        ("space", "市卫健委召开 2023 年度会议，利用 LED 屏播放。", "市卫健委召开2023年度会议，利用LED屏播放。"),
        ("space", "压实各方责 任，对创建工作再动员、 再部署。", "压实各方责任，对创建工作再动员、再部署。"),
        ("space", "举行“创城有我 文明同行”活动，发放宣传单。", "举行“创城有我 文明同行”活动，发放宣传单。"),
        ("space", "开展“七大 专项提升行动”，确保成功。", "开展“七大专项提升行动”，确保成功。"),
        ("space", "工　作　简　报", "工作简报"),
        ("space", "聚焦主责主业　锻造过硬队伍", "聚焦主责主业 锻造过硬队伍"),
        ("space", "use Word 2019 now", "use Word 2019 now"),
        ("bullet", "- 市政府办公室开展活动\n● 市税务局推进工作", "市政府办公室开展活动\n市税务局推进工作"),
        ("bullet", "◆ 工作动态 ◆\n——副题\n-5度", "◆ 工作动态 ◆\n——副题\n-5度"),
        ("join", f"{LONG}，确保精神文明建\n\n设各项工作落实。", f"{LONG}，确保精神文明建设各项工作落实。"),
        ("join", f"{LONG}。\n\n会议要求，各单位要抓好落实。", f"{LONG}。\n\n会议要求，各单位要抓好落实。"),
        ("join", f"{LONG}。\n市税务局开展活动\n近日，市税务局开展活动。", f"{LONG}。\n市税务局开展活动\n近日，市税务局开展活动。"),
        ("doubled", f"{LONG}，开展丰\n\n丰富多彩的活动。", f"{LONG}，开展丰\n\n富多彩的活动。"),
        ("doubled", f"{LONG}，做到家家知晓、人\n\n人参与创建。", f"{LONG}，做到家家知晓、人\n\n人参与创建。"),
        ("chat_head", "「张敏：植树的稿子改好了吗」\n- - - - - - - - - -\n改好了，见下。", "\n改好了，见下。"),
        ("chat_head", "会上宣读了「倡议书」\n全场鼓掌。", "会上宣读了「倡议书」\n全场鼓掌。"),
        ("page_edge", "一段\n\f云湖信息　第3期\f\n二段", "一段\n\f\f\n二段"),
        ("drawn_rule", "第3期\n————————\n目录", "第3期\n\n目录"),
    ],
)
def test_what_a_rule_makes_of_a_text(rule: str, before: str, after: str) -> None:
    assert repaired(rule, before) == after


def test_an_odd_quote_stops_the_pairing_and_is_marked() -> None:
    text = '坚持"人民至上"，按照"谁设置、谁管理的原则，建立"日巡查"制度。'
    found = repairs("quote", text)
    assert repaired("quote", text) == '坚持“人民至上”，按照"谁设置、谁管理的原则，建立"日巡查"制度。'
    assert [(repair.kind, repair.pending) for repair in found] == [("change", False), ("change", False), ("doubt", True)]
    assert found[-1].start == text.index('"谁设置')


def test_page_numbers_and_running_heads_go_with_the_page() -> None:
    text = f"{LONG}，做到\n— 3 —\n云河市工作简报 第7期\n事事有人管。\n-4-\n第 5 页 共 8 页\n3月1日"
    found = clean(text, [BY_ID["page_number"], BY_ID["running_head"]], ())[1]
    assert [repair.before for repair in found] == ["— 3 —", "-4-", "第 5 页 共 8 页"]


def test_a_line_end_at_a_page_turn_joins_over_the_number() -> None:
    text = f"{LONG}，做到事\n— 3 —\n事有人管。"
    draft = clean(text, RULES, ())[0]
    assert draft.text.strip() == f"{LONG}，做到事事有人管。"


@pytest.mark.parametrize("end", ["", "（张军　王芳）", "（市水利局供稿）", "（来源：松江区水利局）"])
def test_a_paragraph_without_a_full_stop_ends_above_a_title_with_an_indented_text(end: str) -> None:
    text = f"　　{LONG}。\n　　{LONG}{end}\n松江区建成数字供水平台\n　　打开平台，水量一目了然，值班人员足不出户就能掌握运行情况。"
    assert repaired("join", text) == text


def test_second_copy_needs_a_hundred_characters_and_whole_lines() -> None:
    paragraph = LONG * 4 + "。"
    assert repaired("second_copy", f"{paragraph}\n{LONG}。").count("会议强调") == 5
    (drop,) = repairs("second_copy", f"关于工作的报告\n{paragraph}\n云河市\n关于工作的报告\n{paragraph}")
    assert drop.pending and drop.kind == "drop" and drop.block == 3


def test_a_text_of_many_copies_is_left_alone() -> None:
    assert not repairs("second_copy", f"{LONG * 4}。\n" * 5)


def test_table_becomes_fields_only_where_it_is_one() -> None:
    _, found, fields = clean("索 引 号：Y01　　发布机构：云河市水利局\n云河市抗旱情况\n近日，旱情缓解。", [BY_ID["web_table"]], ())
    assert fields == {"索引号": "Y01", "发布机构": "云河市水利局"}
    assert {repair.kind for repair in found} == {"lift"}
    assert clean("时间：3月5日\n地点：博物馆\n近日，举行活动。", [BY_ID["web_table"]], ())[2] == {}


def test_chat_heads_go_and_a_lone_time_stays() -> None:
    text = "张敏 3月5日 10:23\n[图片]\n市税务局开展活动\n收到"
    assert repaired("chat_head", text) == "\n\n市税务局开展活动\n"
    assert repaired("chat_head", "会议时间\n上午10:23\n收到") == "会议时间\n上午10:23\n收到"


def test_rules_find_nothing_in_latin_text() -> None:
    text = 'Dear all, (please) read: 10:30, "quoted"; it\'s fine.\nSecond line.'
    assert clean(text, RULES, ())[0].text == text
