from __future__ import annotations

from dataclasses import replace

from app.desk.articles import articles_of, phrase_spaced
from app.desk.compose import compose, compose_issue
from app.desk.publish import open_places
from app.importers.found import FoundSection, Signature, Structure
from app.model.issue import Issue, MarkKind, Role, contents_text
from app.model.titles import title_turns
from tests.desk.found import article, bulletin, submission
from tests.layout.bulletins import template


def roles(issue: Issue) -> list[tuple[Role, str]]:
    return [(block.role, block.text) for block in issue.blocks()]


def test_a_whole_bulletin_keeps_its_masthead_and_footer() -> None:
    issue = compose(bulletin(), template()).issue
    head = issue.masthead
    assert [line.text for line in head.lines] == ["云河市创建文明城市", "工作简报"]
    assert (head.number.text, head.date.text) == ("第7期", "2031年3月8日")
    assert [issuer.text for issuer in head.issuers] == ["云河市文明办　主办"]
    assert head.total is not None and head.total.text == "（总第31期）"
    assert head.secrecy is not None and head.secrecy.text == "内部资料　注意保存"
    footer = issue.footer
    assert [(line.label, line.paragraph.text) for line in footer.recipients] == [
        ("抄报", "市委常委"),
        ("送", "市人大常委会"),
        ("发", "各县（市、区）"),
    ]
    assert footer.copies is not None and footer.copies.text == "120"
    assert footer.editors is not None and footer.editors.text == "编辑：周明　审核：李文"
    assert open_places(issue) == ()


def test_block_ids_are_unique_and_below_the_next() -> None:
    issue = compose_issue([bulletin(), submission()], template()).issue
    ids = [block.id for block in issue.blocks()] + [part.id for part in issue.sections] + [found.id for found in issue.articles()]
    assert len(set(ids)) == len(ids)
    assert max(ids) < issue.next_id


def test_a_submission_waits_for_number_and_date() -> None:
    composed = compose(submission(), template())
    assert open_places(composed.issue) == ("期号", "日期")
    assert composed.issue.masthead.number.text == "第　期"
    assert [line.label for line in composed.issue.footer.recipients] == ["报", "发"]
    assert any("索引号" in note for note in composed.notes)
    assert any("报尾" in note for note in composed.notes)


def test_paragraph_roles_and_leads() -> None:
    issue = compose(submission(), template()).issue
    (found,) = issue.articles()
    assert [(p.role, p.text) for p in found.paragraphs] == [
        (Role.SUBTITLE, "——以柳湾片区为例"),
        (Role.ADDRESSEE, "各镇街："),
        (Role.HEADING_1, "一、摸清底数"),
        (Role.HEADING_2, "（一）入户走访"),
        (Role.BODY, "加强领导。成立　专班推进。"),
        (Role.BODY, "1.逐户登记。登记造册。"),
        (Role.ATTACHMENT, "附件：1.台账"),
        (Role.SIGNATURE, "云河市供水公司"),
        (Role.SIGNATURE_DATE, "2031年3月6日"),
    ]
    lead, plain = found.paragraphs[4].marks, found.paragraphs[5].marks
    assert [(mark.start, mark.end, mark.kind) for mark in lead] == [(0, 5, MarkKind.LEAD)]
    assert plain == ()
    assert found.unit == "云河市供水公司"


def test_title_lines_of_the_source_are_turns_and_its_phrase_blank_is_an_em() -> None:
    issue = compose(bulletin(), template()).issue
    first, brief = issue.articles()
    # The contents print a blank at the turn, so the turn stands for the gap of a two-part title.
    assert first.title.text == "云河市“文明有我　礼让先行”　\n志愿服务启动"
    assert first.toc_title is None
    assert first.unit == "市交通局"
    assert brief.runin and not brief.in_contents


def test_a_title_of_one_line_stays_so_and_its_turns_are_proposed_where_it_prints() -> None:
    found = Structure("document", sections=(FoundSection(None, (article("市税务局有序推进税务系统创城工作"),)),))
    by_subject = template(title__break_by="subject")
    composed = next(compose(found, by_subject).issue.articles())
    assert composed.title.text == "市税务局有序推进税务系统创城工作"
    assert title_turns(composed, by_subject) == (4,)
    assert title_turns(composed, template(title__break_by="keep")) == ()


def test_several_texts_become_one_issue() -> None:
    more = replace(submission(), sections=(FoundSection("工作动态", (article("青石镇办好夜校"),)),), signature=None)
    issue = compose_issue([submission(), bulletin(), more], template()).issue
    assert [section.name.text if section.name else None for section in issue.sections] == [None, "工作动态", "简讯"]
    assert [len(section.articles) for section in issue.sections] == [1, 2, 1]
    assert issue.masthead.number.text == "第7期"


def test_articles_for_an_open_issue_take_ids_from_its_next() -> None:
    sections, next_id = articles_of(submission(), 100)
    ids = [block.id for section in sections for found in section.articles for block in (found.title, *found.paragraphs)]
    assert min(ids) > 100 and max(ids) == next_id - 1


def test_a_name_in_one_line_is_parted_where_the_template_parts_it() -> None:
    found = replace(bulletin(), masthead=("云河市创建文明城市工作简报",))
    assert [line.text for line in compose(found, template()).issue.masthead.lines] == ["云河市创建文明城市", "工作简报"]


def test_a_contents_entry_that_says_less_is_kept_as_its_own() -> None:
    entries = tuple(replace(entry, text="文明有我志愿服务") for entry in bulletin().contents)
    composed = compose(replace(bulletin(), contents=entries), template())
    first = next(composed.issue.articles())
    assert contents_text(first) == "文明有我志愿服务"
    assert any("目录题" in note for note in composed.notes)


def test_no_word_of_the_source_is_lost() -> None:
    issue = compose(submission(), template()).issue
    words = "".join("".join(text.split()) for _, text in roles(issue))
    for section in submission().sections:
        for found in section.articles:
            for paragraph in found.paragraphs:
                assert "".join(paragraph.text.split()) in words


def test_a_blank_between_phrases_and_no_other_is_an_em() -> None:
    assert phrase_spaced("文明有我 礼让先行") == "文明有我　礼让先行"
    assert phrase_spaced("用 LED 屏 3 块") == "用 LED 屏 3 块"


def test_every_article_of_an_issue_keeps_its_signature() -> None:
    signed = [
        replace(article(title), signature=Signature(unit, "2031年3月6日")) for title, unit in (("植树", "云湖镇"), ("送政策", "税务局"))
    ]
    found = replace(submission(), sections=(FoundSection(None, tuple(signed)),), signature=signed[-1].signature)
    made = list(compose(found, template()).issue.articles())
    texts = [[p.text for p in one.paragraphs if p.role in (Role.SIGNATURE, Role.SIGNATURE_DATE)] for one in made]
    assert texts == [["云湖镇", "2031年3月6日"], ["税务局", "2031年3月6日"]]
    assert [one.unit for one in made] == ["云湖镇", "税务局"]


def test_a_signature_in_the_midst_is_not_said_twice() -> None:
    signature = Signature("云湖镇", "2031年3月6日")
    articles = (replace(article("植树"), signature=signature), article("送政策"))
    made = compose(replace(submission(), sections=(FoundSection(None, articles),), signature=signature), template()).issue
    assert [block.text for block in made.blocks()].count("云湖镇") == 1
