"""The words of a command line become named options, with help and complaints in Chinese."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import NoReturn

from app import __version__
from app.errors import UserError

COMMANDS = ("text", "structure", "compose", "export", "proof", "layout", "report", "fonts", "templates", "take-look", "sample", "library")

_COMPLAINTS = (
    (re.compile(r"the following arguments are required: (.+)"), "命令里少了 {}"),
    (re.compile(r"unrecognized arguments: (.+)"), "命令里有不认识的 {}"),
    (re.compile(r"argument (.+?): expected .+"), "{} 后面少了内容"),
    (re.compile(r"argument .+?: invalid choice: '(.*?)'.*", re.DOTALL), "没有“{}”这个命令"),
    (re.compile(r"argument (.+?): ignored explicit argument .+"), "{} 后面不能带内容"),
)


_ADDRESS = re.compile(r"(\w+://)[^\s”]+")
"""A word that was typed in a wrong place may be an address with a password, which no complaint repeats."""


class _Formatter(argparse.HelpFormatter):
    """Help that begins with 用法."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "用法：")


class ChineseParser(argparse.ArgumentParser):
    """A parser that complains in one Chinese sentence."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description, formatter_class=_Formatter, add_help=False, allow_abbrev=False)
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        """Raise `UserError` in place of argparse's two English lines."""
        told = "命令写得不对"
        for pattern, sentence in _COMPLAINTS:
            found = pattern.fullmatch(message)
            if found:
                told = sentence.format(found[1])
                break
        told = _ADDRESS.sub(r"\1…", told)
        raise UserError(f"{told}，用法见 {self.prog} --help。")


_FINAL = "定稿，已在纸上签发：期号或日期还没有填时不导出；不写的话，窗口里存过、还没有签发的简报按清样导出，文件名带 _清样"


def make_parser() -> ChineseParser:
    """The parser of every command; the parsed `command` names the one that was asked for."""
    parser = ChineseParser("python -m app", "编报：把来稿排成一期工作简报。不带命令时打开编辑窗口。")
    parser.add_argument("--version", action="version", version=f"编报 {__version__}", help="显示版本")
    commands = _Commands(parser)

    command = commands.add("text", "显示读到的原文，不作修正")
    command.add_argument("file", metavar="文件", help="来稿、简报全文、邮件、压缩包或 .jianbao；- 是标准输入（UTF-8）")

    command = commands.add("structure", "修正并识别结构，输出 JSON")
    command.add_argument("file", metavar="文件", help="来稿、简报全文、邮件、压缩包或 .jianbao；- 是标准输入（UTF-8）")
    command.add_argument("--repairs", action="store_true", help="同时列出每一处修正")
    _add_reading(command)

    command = commands.add("compose", "把一份或几份文稿排成一期简报")
    command.add_argument("files", metavar="文件", nargs="+", help="来稿或简报全文；- 是标准输入（UTF-8）")
    command.add_argument("--template", metavar="名称", required=True, help="版式的名称，如 工作简报，或者版式文件 .toml")
    command.add_argument("--preset", metavar="预设", help="版式里的预设，如 26x22")
    command.add_argument("--set", metavar="项目=值", action="append", default=[], dest="values", help="改版式里的一项，可以写多次")
    _add_reading(command)
    _add_output(command, "存成的 .jianbao 文件")

    command = commands.add("export", "导出 PDF、Word、OFD、网页或纯文本，由文件名结尾决定")
    command.add_argument("files", metavar="简报", nargs="+", help=".jianbao 文件；可以写几份，这时 -o 是文件夹")
    _add_output(command, "导出的文件：.pdf .docx .ofd .html .txt；.jianbao 是不含来稿原件的副本；写了 --as 的是文件夹")
    command.add_argument("--as", metavar="格式", dest="formats", help="成批导出的格式，如 pdf,docx,ofd；一份出错不影响其余的")
    command.add_argument("--report", metavar="文件", help="导出报告，存成 JSON；- 是标准输出")
    command.add_argument("--check-docx", action="store_true", help="用本机的 LibreOffice 打印 DOCX，与 PDF 逐行核对")
    command.add_argument("--final", action="store_true", help=_FINAL)
    command.add_argument("--article", action="store_true", help="只要文章（.html .txt）：公众号、网站用，不带报头、报送单位")
    command.add_argument("--bylines", action="store_true", help="与 --article 同用：文章后面带上供稿单位")
    command.add_argument("--review", action="store_true", help="送审稿（.docx）：改回来以后能认出每一处改动")
    command.add_argument("--free-lines", action="store_true", help="DOCX 不锁定断行，便于在 Word、WPS 里接着大改")
    command.add_argument("--small", action="store_true", help="适合微信发送：PDF 小于 2 MB，只缩小图片")
    _add_fonts(command)

    command = commands.add("print", "印刷用的 PDF：A3 折页、并排、套印，并算出用纸")
    _add_issue(command)
    _add_output(command, "导出的 .pdf 文件")
    command.add_argument("--booklet", action="store_true", help="A3 折页（骑马钉）")
    command.add_argument("--two-up", action="store_true", help="A3 并排两页")
    command.add_argument("--no-red", action="store_true", help="不印红，套在预印的红头纸上")
    command.add_argument("--red-alone", action="store_true", help="只印红")
    command.add_argument("--shift", metavar="右,下", default="0,0", help="套印时移多少毫米，如 0.5,-1")
    command.add_argument("--marks", action="store_true", help="折线处画记号")
    command.add_argument("--cuts", action="store_true", help="四角画裁切标记，纸比成品大一圈")
    command.add_argument("--proof", metavar="校次", default="", help="清样，如 二校：上面印校次、时间和版本，旁边印行号")
    command.add_argument("--final", action="store_true", help=_FINAL)
    command.add_argument("--keep", action="store_true", help="给清样留底：以后能按它的页和行找、标出以来的改动")
    command.add_argument("--since", metavar="清样", default="", help="标出那一份以来的改动：校次、版本号或一个 .jianbao 文件")
    command.add_argument("--changed-only", action="store_true", help="和 --since 一起用：只印有改动的纸")
    command.add_argument("--copies", type=int, metavar="份数", help="算用纸的份数，默认是报尾里的印数")
    command.add_argument("--order", metavar="送印单", default="", help="另外导出一页送印单（.pdf）；下面几项写在单子上，不写就留空手填")
    command.add_argument("--paper", metavar="纸张", default="", help="纸张种类，如 70克双胶纸")
    command.add_argument("--spare", type=int, metavar="份数", default=0, help="加放几份，防印坏")
    command.add_argument("--due", metavar="时间", default="", help="什么时候要")
    command.add_argument("--contact", metavar="联系人", default="", help="联系人和电话")
    command.add_argument(
        "--record", metavar="校对记录", default="", help="另外导出一页校对记录（.pdf）：三校由谁、何时、改了几处，没有填的留空手写"
    )
    command.add_argument("--remarks", metavar="备注", default="", help="备注")
    _add_fonts(command)

    command = commands.add("pictures", "给手机看的图片：一页一张，或者一张长图")
    _add_issue(command)
    _add_output(command, "存成的 .jpg；有几张时是 名称-1.jpg、名称-2.jpg")
    command.add_argument("--long", action="store_true", help="长图：各页上下接成一张")
    command.add_argument("--final", action="store_true", help=_FINAL)
    command.add_argument("--proof", metavar="校次", default="", help="清样，如 二校：上面印校次、时间和版本，旁边印行号")
    _add_fonts(command)

    command = commands.add("review", "列出改回的送审稿里的每一处改动和批注")
    _add_issue(command)
    command.add_argument("copy", metavar="改回的文件", help=".docx .doc .wps 或 .rtf")
    command.add_argument("--json", action="store_true", help="输出 JSON")
    command.add_argument("-o", "--output", metavar="文件", help="采用全部改动，存成这个 .jianbao")
    _add_fonts(command)

    command = commands.add("redline", "花脸稿：标出一份比另一份改了什么")
    command.add_argument("old", metavar="原来的简报", help=".jianbao 文件")
    command.add_argument("file", metavar="改后的简报", help=".jianbao 文件")
    _add_output(command, "导出的文件：.pdf 或 .docx")
    _add_fonts(command)

    command = commands.add("proof", "校对：列出必错、疑似和提示，逐条写明位置")
    command.add_argument("file", metavar="文件", help="来稿、简报全文或 .jianbao；- 是标准输入（UTF-8），一行是一段")
    command.add_argument("--json", action="store_true", help="输出 JSON，行和字都从 0 数起")
    command.add_argument("--no-office", action="store_true", help="只按自带的规则，不用本单位的校对设置（规则程度、领导名单、单位、词语）")

    command = commands.add("layout", "显示每一页的每一行")
    _add_issue(command)
    command.add_argument("--json", action="store_true", help="输出 JSON，位置以磅为单位")
    _add_fonts(command)

    command = commands.add("report", "显示版式检查报告")
    _add_issue(command)
    _add_fonts(command)

    command = commands.add("fonts", "显示各角色用的是哪个字体文件")
    command.add_argument("--json", action="store_true", help="输出 JSON")
    command.add_argument("--template", metavar="名称", default="工作简报", help="按哪个版式找字体，默认工作简报")
    _add_fonts(command)

    command = commands.add("templates", "版式模板：列出有哪些，或列出一个的每一项，或比较两个，或检查一个版式文件")
    command.add_argument("names", metavar="版式", nargs="*", help="版式的名称，或者版式文件 .toml；不写是列出全部，写两个是比较")
    command.add_argument("-o", "--output", metavar="文件", help="把一个版式存成带说明的 .toml；已有的文件不覆盖")

    command = commands.add("take-look", "从一份印好的简报（.docx .doc）取版式，逐项写明读到、推算、估计还是默认")
    command.add_argument("file", metavar="简报", help="上一期简报的 Word 或 WPS 文件")
    command.add_argument("-o", "--output", metavar="文件", help="存成的版式文件 .toml，已有的文件不覆盖；不写是只列出各项")

    command = commands.add("sample", "生成示例简报")
    _add_output(command, "存成的 .jianbao 文件")

    _add_library(commands.add("library", "来稿库：搬到单位的服务器，导出交接文件，并入交来的"))
    return parser


def _add_library(command: argparse.ArgumentParser) -> None:
    """The steps that concern the whole library."""
    steps = command.add_subparsers(dest="step", metavar="做什么", title="做什么", required=True, parser_class=_SubParser)

    def add(name: str, what: str) -> argparse.ArgumentParser:
        return steps.add_parser(name, prog=f"{command.prog} {name}", help=what, description=f"{what}。")

    add("where", "显示来稿库在哪里，有多少来稿和签发过的期数")
    step = add("move", "把来稿库整个搬到另一个地方，核对无误后改用那里；原来的不动")
    step.add_argument(
        "--to",
        metavar="地方",
        required=True,
        help="postgresql://用户名:密码@服务器/库名；own 是搬回本机；一个新文件名 .db 是另存一份，不改用",
    )
    step = add("export", "导出交接文件：来稿库、版式模板、词表、领导名单、统计和签发过的各期")
    _add_output(step, "存成的 .jiaojie 文件")
    step.add_argument("--originals", action="store_true", help="连同来稿原件（文件会大得多）")
    step = add("merge", "打开交接文件：本机还没有来稿库时整个接过来，有的话并进去")
    step.add_argument("file", metavar="交接文件", help=".jiaojie 文件")
    step.add_argument("--dry", action="store_true", help="只看里面有什么、哪些是两边都有的，不并")
    step.add_argument(
        "--double",
        metavar="怎么办",
        choices=("留本机的", "用交来的", "都留"),
        default="",
        help="两边都有而内容不同的一律这样办；不写就按每一条的默认",
    )


class _Commands:
    """The list of commands under one parser."""

    def __init__(self, parser: ChineseParser) -> None:
        self._prog = parser.prog
        self._list = parser.add_subparsers(dest="command", metavar="命令", title="命令", required=True, parser_class=_SubParser)

    def add(self, name: str, what: str) -> argparse.ArgumentParser:
        return self._list.add_parser(name, prog=f"{self._prog} {name}", help=what, description=f"{what}。")


class _SubParser(ChineseParser):
    """A command's own parser, as argparse makes it."""

    def __init__(self, prog: str, description: str, **_: object) -> None:
        super().__init__(prog, description)


def _add_issue(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="简报", help=".jianbao 文件")


def _add_reading(command: argparse.ArgumentParser) -> None:
    command.add_argument("--without", metavar="修正", action="append", default=[], help="不做这一种修正，如 quote，可以写多次")
    command.add_argument("--simplify", action="store_true", help="繁体字转换成简体字")


def _add_output(command: argparse.ArgumentParser, what: str) -> None:
    command.add_argument("-o", "--output", metavar="文件", required=True, help=what)


def _add_fonts(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--font",
        metavar="角色=文件",
        action="append",
        default=[],
        dest="fonts",
        help="指定一个角色的字体，如 正文=仿宋.ttf 或 标题=字体.ttc#2",
    )
