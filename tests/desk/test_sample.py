from __future__ import annotations

from app.desk.publish import open_places
from app.desk.sample import sample_issue
from app.model.issue import Role, joined_title


def test_the_sample_is_a_finished_issue() -> None:
    issue = sample_issue()
    assert issue.sample
    assert open_places(issue) == ()
    assert [line.text for line in issue.masthead.lines] == ["云河市城市更新行动", "工作简报"]
    assert (issue.masthead.number.text, issue.masthead.date.text) == ("第5期", "2025年4月18日")
    assert [line.label for line in issue.footer.recipients] == ["报", "发"]
    assert issue.footer.copies is not None and issue.footer.copies.text == "150"


def test_its_articles_are_whole() -> None:
    articles = list(sample_issue().articles())
    assert [joined_title(article.title) for article in articles] == [
        "全市城市更新行动现场推进会召开",
        "市住房城乡建设局“一楼一策”推进老旧小区改造",
        "市城市管理局补齐背街小巷治理短板",
        "市交通运输局打通公交出行“最后一公里”",
        "临溪区“小切口”办好群众身边事",
        "青石街道党群共建　老粮站变身邻里中心",
    ]
    assert all(article.in_contents and article.toc_title is None for article in articles)
    assert [len(article.paragraphs) for article in articles] == [4, 4, 4, 3, 4, 3]
    assert all(paragraph.role is Role.BODY for article in articles for paragraph in article.paragraphs)


def test_it_has_the_length_of_a_real_issue() -> None:
    count = sum(len(block.text) for article in sample_issue().articles() for block in (article.title, *article.paragraphs))
    assert 2300 <= count <= 3000
