"""Contents against titles."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.contents import RULES
from tests.proof.cases import Cases, check

_ISSUE = "@date 2026-03-16\n"

CASES = {
    "contents.slip": Cases(
        (
            f"{_ISSUE}@toc 太⟦吴→昊⟧路办事处举行颁奖大会\n@title 太昊路办事处举行颁奖大会\n好。",
            f"{_ISSUE}@toc 【工作动态】太⟦吴→昊⟧路办事处举行颁奖大会（太昊路办事处）\n@title 太昊路办事处举行颁奖大会\n好。",
            f"{_ISSUE}@toc ● 市税务⟦局→局有序⟧推进创城工作\n@title 市税务局有序\u3000推进创城工作\n好。",
        ),
        (
            f"{_ISSUE}@toc 清明假期未发生火情…………（1）\n@title 清明假期未发生火情\n好。",
            "@toc 县召开调度会议　第1页\n@toc 石湾镇做强柑橘产业　第3页\n@title 县召开调度会议\n好。\n@title 石湾镇做强柑橘产业\n好。",
            "@toc 一、全市招商工作推进会召开\n@toc 二、东区开工\n@title 全市招商工作推进会召开\n甲\n@title 东区开工\n乙",
            f"{_ISSUE}@toc 市税务局有序推进创城工作\n@title 市税务局 有序推进创城工作",
            "@title 市税务局有序推进创城工作",
            f"{_ISSUE}@toc 【产业动态】光电产业园投产\n@toc 【统计】1至7月指标\n@title 光电产业园投产\n好。\n@title 1至7月指标\n好。",
            f"{_ISSUE}@toc 1.光电产业园投产（市商务局 王立）\n@title 光电产业园投产\n好。",
            f"{_ISSUE}@toc 经验交流｜东岗镇做实网格\n@title 东岗镇做实网格\n好。",
            f"{_ISSUE}@toc 光电产业园竣工投产\n@title （市国资委光电产业园竣工投产\n好。",
            f"{_ISSUE}@toc 光电产业园竣工投产/3\n@title 光电产业园竣工投产\n好。",
            f"{_ISSUE}@toc 光电产业园竣工投产……………3\n@title 光电产业园竣工投产\n好。",
            f"{_ISSUE}@toc 领导讲话　　在全市工业会议上的讲话……1\n@title 在全市工业会议上的讲话\n好。",
            f"{_ISSUE}@toc 关于创城工作的通报（二）\n@title 关于创城工作的通报（二）\n好。",
            f"{_ISSUE}@toc 1.市税务局有序推进创城工作\n@title 市税务局有序推进创城工作\n好。",
            f"{_ISSUE}@toc “小积分”激活大治理\n@title “小积分”激活大治理\n好。",
        ),
    ),
    "contents.title": Cases(
        (
            f"{_ISSUE}@toc 太昊路办事处举行颁奖大会\n@title 太⟦吴→昊⟧路办事处举行颁奖大会\n好。",
            f"{_ISSUE}@toc 东岗镇扎实推进秋粮收购工作\n@title 东岗镇扎实推进⟦夏→秋⟧粮收购工作\n好。",
        ),
        (
            f"{_ISSUE}@toc 【产业动态】光电产业园竣工投产（市商务局）\n@title 光电产业园竣工投产\n好。",
            f"{_ISSUE}@toc 市税务局有序推进创城工作\n@title 市税务局有序推进创城工作\n好。",
            f"{_ISSUE}@toc 市税务局\n@title 东岗镇扎实推进秋粮收购工作\n好。",
            "@title 东岗镇扎实推进秋粮收购工作\n好。",
        ),
    ),
    "contents.reworded": Cases(
        (
            f"{_ISSUE}@toc 税务局⟦抓实→有序推进⟧创城工作\n@title 税务局有序推进创城工作\n好。",
            f"{_ISSUE}@toc 东岗镇：春耕⟦备耕→生产⟧忙\n@title 东岗镇：春耕生产忙\n好。",
        ),
        (
            f"{_ISSUE}@toc 市税务局有序推进创城工作\n@title 市税务局有序推进创城工作\n好。",
            f"{_ISSUE}@toc 太吴路办事处举行颁奖大会\n@title 太昊路办事处举行颁奖大会\n好。",
            f"{_ISSUE}@toc 县委召开常委会会议\n@title 市税务局有序推进创城工作\n好。",
        ),
    ),
    "contents.no_article": Cases(
        (
            f"{_ISSUE}@toc 市税务局有序推进创城工作\n@toc ⟦全市防汛会议召开⟧\n@title 市税务局有序推进创城工作\n好。",
            f"{_ISSUE}@toc ⟦东岗镇慰问老党员⟧\n@toc 全市防汛会议召开\n@title 全市防汛会议召开\n好。",
        ),
        (
            f"{_ISSUE}@toc 市税务局有序推进创城工作\n@title 市税务局有序推进创城工作\n好。",
            f"{_ISSUE}@toc 市税务局推进创城工作\n@title 市税务局有序推进创城工作\n好。",
            f"{_ISSUE}@section 工作动态\n@toc 全市防汛会议召开\n@title 全市防汛会议　召开\n好。",
            "全市防汛会议召开。\n东岗镇慰问老党员。",
            f"{_ISSUE}@toc 市科协举办创新大赛等3则……9\n@title 简讯\n★市科协举办创新大赛。",
        ),
    ),
    "contents.no_entry": Cases(
        (
            f"{_ISSUE}@toc 市税务局有序推进创城工作\n@title 市税务局有序推进创城工作\n好。\n@title ⟦全市防汛会议召开⟧\n好。",
            f"{_ISSUE}@toc 全市防汛会议召开\n@title ⟦东岗镇慰问老党员⟧\n好。\n@title 全市防汛会议召开\n好。",
        ),
        (
            "@title 全市防汛会议召开\n好。",
            f"{_ISSUE}@toc 市税务局有序推进创城工作\n@title 市税务局有序推进创城工作\n好。",
            f"{_ISSUE}@toc 市税务局有序推进创城工作\n@title 市税务局有序推进创城工作\n@subtitle ——创城工作综述\n好。",
            f"{_ISSUE}@toc 全市防汛会议召开\n@title 全市防汛会议召开\n@heading 一、加强领导\n好。",
        ),
    ),
    "contents.page": Cases(
        (
            "@issuer 目　录\n@toc 甲县抓春耕……1\n@toc 乙县抓防汛……3\n@toc 丙县抓招商……⟦2⟧\n@toc 丁县抓教育……7\n@title 甲县抓春耕\n好。",
            "@issuer 本期导读\n@toc 甲县抓春耕（第⟦3⟧页）\n@toc 乙县抓防汛（第2页）\n@toc 丙县抓招商（第4页）\n@title 甲县抓春耕\n好。",
        ),
        (
            "@issuer 目　录\n@toc 甲县抓春耕……1\n@toc 乙县抓防汛……1\n@toc 丙县抓招商……2\n@title 甲县抓春耕\n好。",
            "@toc 甲县抓春耕\n@toc 乙县抓防汛\n@title 甲县抓春耕\n好。",
        ),
    ),
    "contents.briefs": Cases(
        (
            "@toc 简讯⟦四则⟧\n@title 甲县抓春耕\n好。\n@section 简讯三则\n◇甲局开展普法宣传。",
            "@toc 甲局开展普法宣传等⟦3则⟧\n@section 时讯\n"
            "@title 甲局开展普法宣传。3月5日，甲局到社区开展普法宣传。\n乙局举办业务培训班，60人参加了培训。"
            "\n丙局组织职工到敬老院慰问老人，送去慰问品。\n丁局开展巡查，发现并整改问题12个。",
        ),
        (
            "@toc 简讯三则\n@title 甲县抓春耕\n好。\n@section 简讯三则\n◇甲局开展普法宣传。",
            "@toc 甲局开展普法宣传等2则\n@title 甲局开展普法宣传。3月5日，甲局到社区开展普法宣传。\n乙局举办业务培训班，60人参加了培训。",
            "@toc 简讯三则\n@title 甲县抓春耕\n好。",
        ),
    ),
    "contents.order": Cases(
        (
            f"{_ISSUE}@toc 全市防汛会议召开\n@toc ⟦税务局有序推进创城⟧\n@title 税务局有序推进创城\n好。\n@title 全市防汛会议召开\n好。",
            f"{_ISSUE}@toc 县委召开会议\n@toc 东岗镇慰问老党员\n@toc ⟦全市防汛会议召开⟧\n@title 县委召开会议\n好。\n"
            "@title 全市防汛会议召开\n好。\n@title 东岗镇慰问老党员\n好。",
        ),
        (
            f"{_ISSUE}@toc 税务局有序推进创城\n@toc 全市防汛会议召开\n@title 税务局有序推进创城\n好。\n@title 全市防汛会议召开\n好。",
            f"{_ISSUE}@toc 全市防汛会议召开\n@title 全市防汛会议召开\n好。",
            "@title 全市防汛会议召开\n好。\n@title 税务局有序推进创城\n好。",
            f"{_ISSUE}@toc 税务局有序推进创城\n@toc 县委常委会学习\n@toc 全市防汛会议召开\n@title 税务局有序推进创城\n好。\n"
            "@title 全市防汛会议召开\n好。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
