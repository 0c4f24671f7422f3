"""Issues of a made-up town for tests of the model, the store and the commands: one written out, and a strategy for many."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from app import paths
from app.model.issue import Article, Cell, Footer, Issue, Mark, MarkKind, Masthead, Paragraph, Recipients, Role, Row, Section, Table
from app.model.template import Template
from app.model.template_reader import read_template
from tests.model.pictures import picture


def template() -> Template:
    """The shipped 工作简报."""
    path = paths.templates() / "gongzuo-jianbao.toml"
    return read_template(path.read_text("utf-8"), path.name)


def issue() -> Issue:
    """Two 栏目 and an unnamed one, a run-in brief, a 目录题, a lead mark, a whole masthead and footer."""
    first = Article(
        12,
        Paragraph(13, "云河市供水公司\n抢修老旧管网", Role.TITLE),
        (
            Paragraph(14, "一、摸清底数", Role.HEADING_1),
            Paragraph(15, "一是排查到位。公司组织42人走访。", marks=(Mark(0, 7, MarkKind.LEAD),)),
            Paragraph(16, "二是抢修及时。"),
        ),
        toc_title=Paragraph(17, "抢修老旧管网", Role.TOC_TITLE),
        unit="市供水公司",
    )
    second = Article(18, Paragraph(19, "青石镇办好夜校", Role.TITLE), (Paragraph(20, "夜校开了三个班。"),), new_page=True)
    brief = Article(23, Paragraph(24, "柳湾社区清扫楼道", Role.TITLE), (Paragraph(25, "3月2日，居民一起动手。"),), runin=True)
    return Issue(
        template=template(),
        masthead=Masthead(
            lines=(Paragraph(1, "云河市创建文明城市", Role.MASTHEAD), Paragraph(2, "工作简报", Role.MASTHEAD)),
            number=Paragraph(3, "第7期", Role.NUMBER),
            issuers=(Paragraph(4, "云河市创建办", Role.ISSUER),),
            date=Paragraph(5, "2031年3月8日", Role.DATE),
            total=Paragraph(6, "（总第31期）", Role.TOTAL),
            secrecy=Paragraph(7, "内部资料", Role.SECRECY),
            copy_number=Paragraph(8, "000012", Role.COPY_NUMBER),
        ),
        sections=(
            Section(10, Paragraph(11, "工作动态", Role.SECTION), (first, second)),
            Section(21, Paragraph(22, "文明时讯", Role.SECTION), (brief,)),
            Section(26, None, ()),
        ),
        footer=Footer(
            recipients=(
                Recipients("报", Paragraph(30, "市委常委", Role.RECIPIENTS)),
                Recipients("发", Paragraph(31, "各镇街", Role.RECIPIENTS)),
            ),
            editors=Paragraph(32, "编辑：　　审核：", Role.EDITORS),
            copies=Paragraph(33, "260", Role.COPIES),
        ),
        next_id=40,
    )


_TEXT = st.text(alphabet="云河市创建，。“”—…　A9 㐂🀄é", max_size=12)


@st.composite
def issues(draw: st.DrawFn) -> Issue:
    """Issues of every shape: empty, unnamed, many 栏目, ids in any order."""
    count = iter(draw(st.permutations(range(1, 200))))

    def paragraph(role: Role, text: str | None = None) -> Paragraph:
        return Paragraph(next(count), draw(_TEXT) if text is None else text, role)

    def body() -> Paragraph:
        plain = paragraph(draw(st.sampled_from([Role.BODY, Role.BODY, Role.HEADING_1, Role.EDITOR_NOTE, Role.BYLINE])))
        end = draw(st.integers(0, len(plain.text)))
        return replace(plain, marks=(Mark(0, end, MarkKind.LEAD),)) if end else plain

    def table() -> Paragraph:
        """Four places, the upper two, the left two or none of them one cell."""

        def cell(columns: int = 1, rows: int = 1) -> Cell:
            return Cell(paragraph(Role.CELL, draw(st.text(alphabet="云河市A\n　", max_size=6))), columns, rows)

        rows: tuple[Row, ...]
        match draw(st.integers(0, 2)):
            case 0:
                rows = (Row((cell(), cell())), Row((cell(), cell())))
            case 1:
                rows = (Row((cell(2),)), Row((cell(), cell())))
            case _:
                rows = (Row((cell(1, 2), cell())), Row((cell(),)))
        head = draw(st.sampled_from([0, 2] if len(rows[1].cells) == 1 else [0, 1, 2]))
        return replace(paragraph(Role.TABLE), table=Table((1.0, draw(st.sampled_from([1.0, 0.2]))), rows, head))

    def captioned() -> Paragraph:
        return replace(
            paragraph(Role.PICTURE), picture=picture(draw(st.sampled_from([10, 20, 30])), draw(st.sampled_from([5.0, 90.0, 400.0])))
        )

    def article() -> Article:
        title = paragraph(Role.TITLE, draw(st.text(alphabet="云河市\n　", max_size=8)))
        toc_title = paragraph(Role.TOC_TITLE) if draw(st.booleans()) else None
        bodies = tuple(captioned() if draw(st.integers(0, 4)) == 4 else body() for _ in range(draw(st.integers(0, 3))))
        if draw(st.integers(0, 3)) == 3:
            at = draw(st.integers(0, len(bodies)))
            bodies = (*bodies[:at], table(), *bodies[at:])
        return Article(next(count), title, bodies, draw(st.booleans()), toc_title, draw(st.booleans()), draw(st.booleans()), draw(_TEXT))

    def section() -> Section:
        name = paragraph(Role.SECTION) if draw(st.booleans()) else None
        return Section(next(count), name, tuple(article() for _ in range(draw(st.integers(0, 3)))))

    def maybe(role: Role) -> Paragraph | None:
        return paragraph(role) if draw(st.booleans()) else None

    masthead = Masthead(
        tuple(paragraph(Role.MASTHEAD) for _ in range(draw(st.integers(1, 3)))),
        paragraph(Role.NUMBER),
        tuple(paragraph(Role.ISSUER) for _ in range(draw(st.integers(0, 2)))),
        paragraph(Role.DATE),
        maybe(Role.TOTAL),
        maybe(Role.SECRECY),
        maybe(Role.COPY_NUMBER),
    )
    sections = tuple(section() for _ in range(draw(st.integers(0, 3))))
    recipients = tuple(Recipients(draw(_TEXT), paragraph(Role.RECIPIENTS)) for _ in range(draw(st.integers(0, 3))))
    return Issue(template(), masthead, sections, Footer(recipients, maybe(Role.EDITORS), maybe(Role.COPIES)), 200, draw(st.booleans()))
