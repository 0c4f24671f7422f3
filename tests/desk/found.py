"""What a reader would find in texts of a made-up town, for tests that start behind the reader."""

from __future__ import annotations

from app.importers.found import (
    Extra,
    FoundArticle,
    FoundEntry,
    FoundFooter,
    FoundParagraph,
    FoundSection,
    Signature,
    Structure,
)


def article(*title: str, text: str = "3月5日，云河市召开会议。", **more: object) -> FoundArticle:
    """An article of one paragraph."""
    return FoundArticle(title, (FoundParagraph(text),), **more)  # type: ignore[arg-type]


def bulletin() -> Structure:
    """A whole bulletin with 栏目, a brief, a footer and everything that `Extra` holds."""
    sections = (
        FoundSection("工作动态", (article("云河市“文明有我 礼让先行”", "志愿服务启动", bylines=("（市交通局供稿）",)),)),
        FoundSection("简讯", (article("柳湾社区清扫楼道", text="3月6日，居民一起动手。", runin=True),)),
    )
    return Structure(
        kind="bulletin",
        masthead=("云河市创建文明城市", "工作简报"),
        issue="第7期",
        issuer="云河市文明办",
        date="2031年3月8日",
        date_iso="2031-03-08",
        contents=(FoundEntry("云河市“文明有我 礼让先行” 志愿服务启动", "工作动态"),),
        sections=sections,
        footer=FoundFooter(
            report="市委常委",
            to="市人大常委会",
            send="各县（市、区）",
            copies=120,
            lines=("抄报：市委常委", "送：市人大常委会", "发：各县（市、区）", "共印120份"),
        ),
        extra=Extra(total="总第31期", secrecy="内部资料　注意保存", issuer_role="主办", editors=("编辑：周明", "审核：李文")),
    )


def submission() -> Structure:
    """A single submission with headings, a run-in lead, an addressee and a signature."""
    paragraphs = (
        FoundParagraph("各镇街：", role="addressee"),
        FoundParagraph("一、摸清底数", level=1),
        FoundParagraph("（一）入户走访", level=2),
        FoundParagraph("加强领导。成立 专班推进。", runin="加强领导。", runin_level=0),
        FoundParagraph("1.逐户登记。登记造册。", runin="1.逐户登记。", runin_level=3),
    )
    found = FoundArticle(("市供水公司抢修老旧管网工作情况",), paragraphs, subtitle="——以柳湾片区为例", attachments=("附件：1.台账",))
    return Structure(
        kind="document",
        sections=(FoundSection(None, (found,)),),
        meta={"索引号": "YH-2031-7"},
        signature=Signature("云河市供水公司", "2031年3月6日", "2031-03-06"),
    )
