"""Pages of a PDF become the paragraphs that somebody wrote, whatever lines, columns, edges and directions they were set in."""

from __future__ import annotations

import io
import random

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.desk.intake import submission_of
from app.errors import UserError
from app.importers.kinds import Kind, kind_of
from app.importers.pages.glyph import unified
from app.importers.pdf.read import read_pdf
from app.importers.raw import RawParagraph
from app.importers.raw_text import flattened
from tests.importers.pdf.drawing import HEIGHT, MARGIN, MEASURE, PITCH, SIZE, WIDTH, Words, centred, pdf, prose
from tests.mutants import mutant

ONE = "三月五日，云湖镇组织干部群众二百余人到云湖东岸植树，当天栽下杨柳三千株，并落实专人管护，力争成活率达到九成五以上。"
TWO = "会议指出，各村要把植树和整治环境结合起来，先易后难，成片推进。"
THREE = "镇党委书记强调，管护责任要落实到人，每月检查一次，检查结果在村务公开栏里公布，接受群众监督，年底统一考核，奖优罚劣。"
FOUR = "青石镇办起夜校，书法、剪纸、短视频三门课报名的人最多，开课三个月来已有四百多名群众参加，邻近村庄也派人来学。"
FIVE = "柳湾街道清理楼道杂物，腾出公共空间。"
SIX = "市税务局上门讲政策，业务骨干分成六个小组走访企业二十家，当场解答问题三十五个，带回建议十二条，一周内逐条答复完毕。"


def lines(data: bytes) -> list[str]:
    return [line for line in flattened(read_pdf(data, "来稿.pdf")).text.split("\n") if line.strip()]


def words(data: bytes) -> list[str]:
    """The paragraphs after the repairs, as a submission has them."""
    return submission_of(data, "来稿.pdf").intake.text.split("\n")


def picture(canvas: Canvas) -> None:
    image = Image.new("RGB", (60, 80), (200, 190, 180))
    canvas.drawImage(ImageReader(image), 0, 0, WIDTH, HEIGHT)


def test_lines_become_paragraphs() -> None:
    data = pdf(prose(ONE, TWO, THREE))
    assert kind_of(data) is Kind.PDF
    assert lines(data) == [ONE, TWO, THREE]


def test_a_paragraph_that_fills_its_last_line_ends_where_the_next_is_indented() -> None:
    full = (ONE * 2)[: 2 * MEASURE - 3] + "。"
    assert lines(pdf(prose(full, TWO, THREE))) == [full, TWO, THREE]


def test_paragraphs_without_indents_end_where_a_line_ends_early_or_a_gap_is_wide() -> None:
    flush, y = [], MARGIN
    for paragraph in (ONE, TWO, THREE):
        for at in range(0, len(paragraph), MEASURE):
            flush.append(Words(MARGIN, y, paragraph[at : at + MEASURE]))
            y += PITCH
        y += PITCH * 0.8
    assert lines(pdf(flush)) == [ONE, TWO, THREE]


def test_a_paragraph_goes_on_over_the_page_and_the_edges_are_taken_out_by_a_repair() -> None:
    body = prose(ONE, TWO, THREE, FOUR, FIVE, SIX)
    cut = 9
    pages = []
    for number, part in enumerate((body[:cut], body[cut:]), 1):
        top = part[0].y
        moved = [Words(item.x, item.y - top + MARGIN, item.text) for item in part]
        pages.append([Words(MARGIN, 40, "云湖镇信息快报"), *moved, Words(WIDTH / 2 - 20, HEIGHT - 50, f"— {number} —", 14)])
    assert words(pdf(*pages)) == [ONE, TWO, THREE, FOUR, FIVE, SIX]
    repairs = submission_of(pdf(*pages), "来稿.pdf").intake.repairs
    assert [repair.before for repair in repairs if repair.rule == "page_edge"] == ["云湖镇信息快报", "— 1 —", "云湖镇信息快报", "— 2 —"]


def test_a_figure_at_the_foot_of_a_lone_page_is_text() -> None:
    assert lines(pdf([*prose(ONE), Words(MARGIN, HEIGHT - 50, "2024")])) == [ONE, "2024"]


def test_a_title_in_two_lines_stays_two_lines_above_the_text() -> None:
    data = pdf([centred("云湖镇", 60), centred("开展春季植树活动", 100), *prose(ONE, TWO, y=160)])
    assert lines(data) == ["云湖镇", "开展春季植树活动", ONE, TWO]
    first, second, *_ = read_pdf(data, "来稿.pdf").blocks
    assert isinstance(first, RawParagraph) and isinstance(second, RawParagraph)
    assert first.look.title and second.look.centred
    (article,) = submission_of(data, "来稿.pdf").intake.structure.articles
    assert article.title == ("云湖镇", "开展春季植树活动")


def test_two_columns_are_read_one_after_the_other_below_their_headline() -> None:
    left, right = prose(ONE, TWO, y=140, x=50, measure=14), prose(THREE, ONE, y=140, x=310, measure=14)
    data = pdf([centred("云湖镇开展春季植树活动掀起绿化热潮", 80), *left, *right])
    assert lines(data) == ["云湖镇开展春季植树活动掀起绿化热潮", ONE, TWO, THREE, ONE]


@pytest.mark.parametrize("gap", [1.2, 1.35, 2.0])
def test_a_short_last_line_belongs_to_its_column_whatever_follows(gap: float) -> None:
    """Below the left column's last line a table begins, closer than the lines of the text are, or farther away."""
    left, right = prose(ONE, TWO, y=140, x=50, measure=14), prose(THREE, y=140, x=310, measure=14)
    rows = (("单位", "篇数", "得分"), ("云湖镇", "12", "36"), ("青石镇", "7", "21"))
    top = left[-2].y + PITCH * gap
    table = [Words(50 + 160 * column, top + 20 * at, cell) for at, row in enumerate(rows) for column, cell in enumerate(row)]
    moved = [*left[:-1], Words(left[-1].x, left[-2].y + PITCH * min(1, gap - 0.6), left[-1].text)]
    assert lines(pdf([*moved, *right, *table])) == [ONE, TWO, THREE, *("\t".join(row) for row in rows)]


def test_rows_of_a_table_are_read_across() -> None:
    table = [
        ("单位", "篇数", "得分"),
        ("云湖镇", "12", "36"),
        ("市税务局", "9", "27"),
        ("青石镇", "7", "21"),
        ("柳湾街道", "5", "15"),
        ("公安局", "3", "9"),
    ]
    cells = [Words(MARGIN + 130 * column, 300 + PITCH * row, cell) for row, cells in enumerate(table) for column, cell in enumerate(cells)]
    assert lines(pdf([*prose(ONE), *cells])) == [ONE, *("\t".join(row) for row in table)]


def test_items_of_a_list_stay_apart_though_their_lines_are_full() -> None:
    items = ["●" + ONE[: MEASURE - 1], "●" + THREE[: MEASURE - 1], "●" + TWO[:12]]
    drawn = [Words(MARGIN, MARGIN + PITCH * at, item) for at, item in enumerate(items)]
    assert lines(pdf([*drawn, *prose(ONE, y=300)])) == [*items, ONE]


def test_spaced_out_words_are_words_and_blanks_are_blanks() -> None:
    assert lines(pdf([Words(MARGIN, 80, "工作简报", 30, spread=20), *prose(ONE, y=160)])) == ["工作简报", ONE]
    gap = [Words(MARGIN, 80, "云湖镇"), Words(MARGIN + 4 * SIZE, 80, "植树忙"), *prose(ONE, y=160)]
    assert lines(pdf(gap))[0] == "云湖镇 植树忙"


def test_words_printed_twice_are_there_once() -> None:
    twice = [Words(MARGIN + shift, 80, "要点") for shift in (0.0, 0.5)]
    assert lines(pdf([*twice, *prose(ONE, y=160)])) == ["要点", ONE]


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_page_that_is_turned_is_read_as_it_is_seen(rotate: int) -> None:
    def turned(canvas: Canvas) -> None:
        canvas.translate(*{90: (WIDTH, 0), 180: (WIDTH, HEIGHT), 270: (0, HEIGHT)}[rotate])
        canvas.rotate(rotate)

    down = MARGIN + (HEIGHT - WIDTH if rotate != 180 else 0)
    written = ["The library of Yunhu opens at nine and closes at six;", "bring your card, please.", "Closed on Mondays."]
    words = [Words(MARGIN, down + PITCH * at, line, 14, face="Helvetica") for at, line in enumerate(written)]
    assert lines(pdf([turned, *words], rotate=rotate)) == [" ".join(written[:2]), written[2]]


def test_latin_words_keep_their_blanks_over_lines() -> None:
    data = pdf([Words(MARGIN, 80, "The library of Yunhu opens at nine and closes at"), Words(MARGIN, 108, "six; bring your card, please.")])
    assert lines(data) == ["The library of Yunhu opens at nine and closes at six; bring your card, please."]


def test_radicals_that_some_writers_name_are_the_characters_they_stand_for() -> None:
    assert [unified(char) for char in "⽤⽬⻓⻢⼀"] == list("用目长马一")
    assert unified("用") == "用"


def test_a_scan_says_that_it_is_one() -> None:
    with pytest.raises(UserError, match="扫描件"):
        read_pdf(pdf([picture], [picture]), "来稿.pdf")
    document = read_pdf(pdf(prose(ONE), [picture]), "来稿.pdf")
    assert document.notes == ("第2页是扫描的图片，里面的文字没有读出来，请对照原件补上。",)


def test_a_layer_of_recognised_words_is_read_and_told() -> None:
    hidden = [Words(item.x, item.y, item.text, mode=3) for item in prose(ONE, TWO)]
    document = read_pdf(pdf([picture, *hidden]), "来稿.pdf")
    assert [block.text for block in document.blocks if isinstance(block, RawParagraph)] == [ONE, TWO]
    assert "识别出来的" in document.notes[0]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (pdf(prose(ONE), encrypt="secret"), "加了密码"),
        (b"%PDF-1.4\nnothing more", "可能已损坏"),
        (pdf(prose(ONE))[:400], "可能已损坏|没有文字"),
        (pdf([]), "没有文字"),
    ],
)
def test_what_can_not_be_read_is_told(data: bytes, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        submission_of(data, "来稿.pdf")


def test_damaged_files_are_read_or_refused() -> None:
    seed = pdf([centred("云湖镇植树忙", 60), *prose(ONE, TWO, y=120)], prose(THREE))
    chance = random.Random(5)
    for _ in range(150):
        try:
            read_pdf(mutant(seed, chance), "来稿.pdf")
        except UserError as error:
            assert error.sentence.endswith("。")


def test_many_pages_are_refused() -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    for _ in range(401):
        canvas.showPage()
    canvas.save()
    with pytest.raises(UserError, match="401 页，太多"):
        read_pdf(out.getvalue(), "来稿.pdf")
