from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app import __version__
from app.cli_parser import COMMANDS
from app.desk.library import open_library
from app.edit.tree import with_blocks
from app.model.issue import Paragraph, Role
from app.model.office_lists import LeaderRow, OfficeLists
from app.store.jianbao import load
from tests.command import Command, cell_options, saved
from tests.desk.look import clerks
from tests.exporters.docx.reviewer import Reviewer
from tests.importers.docx import files as word
from tests.importers.mail.writing import attached, mail, several, text
from tests.importers.packing import packed
from tests.layout.bulletins import bulletin, stories, template

ROOT = Path(__file__).resolve().parent.parent
NOTICE = "我市各中小学开学第一周开展“文明有我”主题班会，3月1日至5日共举办1200场。"
TEXT = f"""云河市创建文明城市
工作简报

第7期

云河市文明办　　2031年3月8日

市教育局
组织主题班会

　　{NOTICE}

报：市委常委
发：各县（市、区）
共印120份
"""


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    return Command(tmp_path, capsys, monkeypatch)


@pytest.mark.parametrize("suffix", ["pdf", "docx", "html", "txt"])
def test_export_writes_what_the_suffix_says(command: Command, suffix: str) -> None:
    ran = command("export", saved(command.folder), "-o", f"out.{suffix}", *cell_options())
    assert (ran.status, ran.err) == (0, "")
    assert f"已导出 out.{suffix}" in ran.out
    start = {"pdf": b"%PDF-", "docx": b"PK\x03\x04", "html": b"<!DOCTYPE html>", "txt": "云河市".encode()}[suffix]
    assert (command.folder / f"out.{suffix}").read_bytes().startswith(start)


def test_a_copy_goes_out_for_review_and_its_changes_come_back(command: Command) -> None:
    issue = bulletin(template(), stories(1, 2))
    path = saved(command.folder, issue)
    assert command("export", path, "-o", "送审.docx", "--review", *cell_options()).status == 0
    reviewer = Reviewer((command.folder / "送审.docx").read_bytes())
    reviewer.tracked_insert("青石镇第1村", "（东片）")
    (command.folder / "改回.docx").write_bytes(reviewer.data())
    ran = command("review", path, "改回.docx", "-o", "新.jianbao", *cell_options())
    assert ran.status == 0 and "1 处改动" in ran.out and "〔＋（东片）〕" in ran.out and "张三 3月16日 09:30" in ran.out
    assert "（东片）" in next(load(command.folder / "新.jianbao").issue.articles()).title.text
    found = json.loads(command("review", path, "改回.docx", "--json", *cell_options()).out)
    assert [(one["kind"], one["new"], one["author"]) for one in found["changes"]] == [("改字", "（东片）", "张三")]
    ran = command("redline", path, "新.jianbao", "-o", "花脸.pdf", *cell_options())
    assert ran.status == 0 and "标出了 1 处" in ran.out and (command.folder / "花脸.pdf").is_file()
    assert command("export", path, "-o", "送审.pdf", "--review", *cell_options()).status == 2
    assert command("redline", path, path, "-o", "花脸.pdf", *cell_options()).status == 2


def test_sides_for_the_print_room(command: Command) -> None:
    path = saved(command.folder, bulletin(template(), stories(3, 6)))
    ran = command("print", path, "-o", "印刷.pdf", "--booklet", "--marks", *cell_options())
    assert ran.status == 0 and "= 2 张 A3（双面），260 份 = 520 张" in ran.out and "共 4 面" in ran.out
    assert (command.folder / "印刷.pdf").read_bytes().startswith(b"%PDF-")
    assert command("print", path, "-o", "套印.pdf", "--no-red", "--shift", "0.5,-1", "--copies", "3", *cell_options()).status == 0
    wishes = ("--order", "送印单.pdf", "--paper", "70克双胶纸", "--spare", "10", "--due", "3月16日")
    ran = command("print", path, "-o", "印刷.pdf", "--booklet", "--cuts", *wishes, *cell_options())
    assert ran.status == 0 and "已导出 送印单.pdf" in ran.out and (command.folder / "送印单.pdf").read_bytes().startswith(b"%PDF-")
    assert b"/TrimBox" in (command.folder / "印刷.pdf").read_bytes()
    wrong = command("print", path, "-o", "套印.pdf", "--shift", "右", *cell_options())
    assert wrong.status == 2 and "毫米" in wrong.err


def test_a_proof_is_kept_and_only_what_changed_since_is_printed(command: Command) -> None:
    issue = replace(bulletin(template(), stories(8, 6)), key="1" * 32)
    path = saved(command.folder, issue)
    kept = command("print", path, "-o", "一校.pdf", "--proof", "一校", "--keep", *cell_options())
    assert kept.status == 0 and "留了底" in kept.out
    nothing = command("print", path, "-o", "二校.pdf", "--proof", "二校", "--since", "一校", "--changed-only", *cell_options())
    assert nothing.status == 2 and "没有改动" in nothing.err
    last = list(issue.articles())[-1].paragraphs[-1]
    saved(command.folder, with_blocks(issue, {last.id: replace(last, text=last.text[:-1] + "！")}))
    changed = command("print", path, "-o", "二校.pdf", "--proof", "二校", "--since", "一校", "--changed-only", *cell_options())
    assert changed.status == 0 and "页有改动，要印的是第" in changed.out
    assert command("print", path, "-o", "二校.pdf", "--since", str(path), *cell_options()).status == 0, "a file will do, too"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--keep",), "请同时用 --proof"),
        (("--proof", "一校", "--keep"), "还没有在窗口里存过"),
        (("--changed-only",), "要和 --since 一起用"),
        (("--since", "三校"), "没有留过叫“三校”的清样"),
    ],
)
def test_what_a_proof_can_not_be_held_against_is_one_sentence(command: Command, words: tuple[str, ...], sentence: str) -> None:
    ran = command("print", saved(command.folder), "-o", "清样.pdf", *words, *cell_options())
    assert ran.status == 2 and sentence in ran.err and not (command.folder / "清样.pdf").exists()


def test_a_final_export_wants_a_number(command: Command) -> None:
    issue = bulletin(template(), stories(1, 1))
    waiting = replace(issue, masthead=replace(issue.masthead, number=Paragraph(3, "第　期", Role.NUMBER)))
    path = saved(command.folder, waiting)
    refused = command("export", path, "-o", "out.txt", "--final")
    assert refused.status == 2 and "期号" in refused.err and not (command.folder / "out.txt").exists()
    allowed = command("export", path, "-o", "out.txt")
    assert allowed.status == 0 and "清样" in allowed.out


def test_layout_prints_pages_and_lines(command: Command) -> None:
    path = saved(command.folder)
    text = command("layout", path, *cell_options())
    assert text.status == 0 and text.out.startswith("== page 1\n")
    pages = json.loads(command("layout", "--json", path, *cell_options()).out)["pages"]
    assert [page["number"] for page in pages] == list(range(1, len(pages) + 1))
    assert all({"x_pt", "y_pt", "size_pt", "text"} == set(line) for page in pages for line in page["lines"])


def test_report_tells_the_grid(command: Command) -> None:
    ran = command("report", saved(command.folder), *cell_options())
    assert ran.status == 0 and "每面 22 行，每行 28 字" in ran.out


def test_fonts_as_json(command: Command) -> None:
    ran = command("fonts", "--json", *cell_options())
    faces = json.loads(ran.out)["faces"]
    assert [face["role"] for face in faces] == ["正文", "标题", "黑体", "楷体", "页码"]
    assert all(set(face) == {"role", "official", "family", "file", "index", "substituted"} for face in faces)
    assert all(Path(face["file"]).is_file() and face["substituted"] for face in faces)


def test_compose_structure_and_text_from_standard_input(command: Command) -> None:
    data = TEXT.encode()
    assert command("text", "-", stdin=data).out == TEXT
    found = json.loads(command("structure", "-", stdin=data).out)
    assert (found["kind"], found["issue"], found["date_iso"]) == ("bulletin", "第7期", "2031-03-08")
    assert found["sections"][0]["articles"][0]["paragraphs"][0]["text"] == NOTICE
    assert "repairs" not in found
    assert "repairs" in json.loads(command("structure", "-", "--repairs", stdin=data).out)
    ran = command("compose", "-", "--template", "工作简报", "--preset", "26x22", "--set", "grid.lines=21", "-o", "a.jianbao", stdin=data)
    assert (ran.status, ran.err) == (0, "")
    assert "修正" in ran.out and "已存为 a.jianbao" in ran.out
    opened = load(command.folder / "a.jianbao")
    assert (opened.issue.template.grid.characters, opened.issue.template.grid.lines) == (26, 21)
    assert opened.issue.masthead.number.text == "第7期"
    assert [original.data for original in opened.originals] == [data]


def test_several_files_become_one_issue(command: Command) -> None:
    (command.folder / "简报.txt").write_text(TEXT, "utf-8")
    (command.folder / "来稿.txt").write_text("青石镇创新方式办好青年夜校\n\n　　3月2日，青石镇夜校开了三个班，120名青年报名。\n", "gb18030")
    ran = command("compose", "简报.txt", "来稿.txt", "--template", "工作简报", "-o", "a.jianbao")
    assert ran.status == 0
    issue = load(command.folder / "a.jianbao").issue
    assert [article.title.text.replace("\n", "") for article in issue.articles()] == ["市教育局组织主题班会", "青石镇创新方式办好青年夜校"]


def test_an_exported_text_reads_back_as_the_same_issue(command: Command) -> None:
    assert command("sample", "-o", "s.jianbao").status == 0
    before = load(command.folder / "s.jianbao").issue
    assert command("export", "s.jianbao", "-o", "a.txt").status == 0
    assert command("compose", "a.txt", "--template", "工作简报", "-o", "b.jianbao").status == 0
    after = load(command.folder / "b.jianbao").issue
    assert [(block.role, block.text) for block in after.blocks()] == [(block.role, block.text) for block in before.blocks()]


def test_an_issue_is_as_good_as_its_text(command: Command) -> None:
    path = saved(command.folder)
    assert command("structure", path).out == command("structure", "-", stdin=command("text", path).out.encode()).out


def test_the_sample_is_marked_and_can_be_exported(command: Command) -> None:
    assert command("sample", "-o", "s.jianbao").status == 0
    issue = load(command.folder / "s.jianbao").issue
    assert issue.sample and len(list(issue.articles())) == 6
    assert command("export", "s.jianbao", "-o", "s.txt", "--final").status == 0


def test_proof_lists_what_is_wrong_by_line_and_character(command: Command) -> None:
    (command.folder / "x.txt").write_text("全市防汛会议召开\n2月30日，会议召开，，部署防汛工作。\n", "utf-8")
    ran = command("proof", "x.txt", "--json")
    assert (ran.status, ran.err) == (1, "")
    found = json.loads(ran.out)
    assert found[0] == {
        "line": 1,
        "start": 0,
        "end": 5,
        "level": "error",
        "rule": "date.impossible",
        "message": "没有“2月30日”这一天。",
        "fix": None,
    }
    assert (found[1]["rule"], found[1]["start"], found[1]["fix"]) == ("mark.double", 10, "，")
    told = command("proof", "x.txt").out
    assert "第 2 行第 1 字　必错" in told and told.rstrip().endswith("必错 2 处，疑似 0 处，提示 0 处。")


def test_proof_takes_what_the_office_set_but_on_request_not(command: Command) -> None:
    (command.folder / "x.txt").write_text("全市防汛会议召开\n会议由张建惠主持，，部署防汛工作。\n", "utf-8")
    assert [one["rule"] for one in json.loads(command("proof", "x.txt", "--json").out)] == ["mark.double"]
    assert not (command.folder / "data" / "library.db").exists(), "looking makes no library"
    library = open_library(command.folder / "data")
    lists = OfficeLists(levels={"mark.double": "hint"}, leaders=(LeaderRow("张建慧", "市长"),))
    library.change_office_lists(OfficeLists(), lists)
    library.close()
    ran = command("proof", "x.txt", "--json")
    assert [(one["rule"], one["level"], one["fix"]) for one in json.loads(ran.out)] == [
        ("name.two_ways", "query", "张建慧"),
        ("mark.double", "hint", "，"),
    ]
    assert ran.status == 0, "nothing is surely wrong for this office"
    alone = command("proof", "x.txt", "--json", "--no-office")
    assert (alone.status, [one["rule"] for one in json.loads(alone.out)]) == (1, ["mark.double"])


def test_proof_says_where_the_office_can_not_be_asked(command: Command) -> None:
    (command.folder / "x.txt").write_text("全市防汛会议召开\n会议召开，，部署防汛工作。\n", "utf-8")
    (command.folder / "data").mkdir(exist_ok=True)
    (command.folder / "data" / "library.db").mkdir()
    ran = command("proof", "x.txt", "--json")
    assert [one["rule"] for one in json.loads(ran.out)] == ["mark.double"]
    assert "没有用上本单位的校对设置" in ran.err


def test_proof_of_a_clean_text_or_issue_ends_with_success(command: Command) -> None:
    (command.folder / "x.txt").write_text("全市防汛会议召开\n7月3日，全市防汛会议召开，部署防汛工作。\n", "utf-8")
    assert command("proof", "x.txt").status == 0
    assert command("proof", saved(command.folder)).err == ""


def test_proof_of_what_is_not_there_is_one_sentence(command: Command) -> None:
    ran = command("proof", "gone.txt")
    assert ran.status == 2 and ran.err.count("\n") == 1 and "gone.txt" in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ["expor"],
        ["export"],
        ["export", "a.jianbao"],
        ["export", "a.jianbao", "-o"],
        ["export", "a.jianbao", "-o", "b.pdf", "--bold"],
        ["compose", "--template", "工作简报", "-o", "a.jianbao"],
        ["export", "a.jianbao", "-o", "b.pdf", "--font", "仿宋.ttf"],
        ["fonts", "--font", "花体=a.ttf"],
        ["compose", "-", "--template", "工作简报", "--set", "grid.lines", "-o", "a.jianbao"],
        ["compose", "-", "--template", "工作简报", "--set", "grid.lines=99", "-o", "a.jianbao"],
        ["compose", "-", "--template", "工作简报", "--preset", "9x9", "-o", "a.jianbao"],
        ["compose", "-", "--template", "公报", "-o", "a.jianbao"],
    ],
)
def test_a_wrong_command_gets_one_chinese_sentence(command: Command, words: list[str]) -> None:
    saved(command.folder).rename(command.folder / "a.jianbao")
    ran = command(*words, stdin=TEXT.encode())
    assert ran.status == 2 and ran.out == ""
    assert ran.err.count("\n") == 1 and any("\u4e00" <= char <= "\u9fff" for char in ran.err)
    assert command.reports() == []


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_chinese(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    from app.cli import run_command

    with pytest.raises(SystemExit) as caught:
        run_command([*name.split(), "--help"])
    shown = capsys.readouterr().out
    assert caught.value.code == 0
    assert shown.startswith("用法：") and "usage" not in shown and "show this help" not in shown


def test_templates_are_listed_shown_compared_and_written(command: Command) -> None:
    listed = command("templates").out
    assert "工作简报（自带）" in listed and "信息快报（自带）" in listed
    assert "　左边距　28 毫米　paper.left_mm" in command("templates", "工作简报").out
    compared = command("templates", "工作简报", "信息快报").out
    assert "目录　印不印　总是印　→　两篇以上才印" in compared and "左边距" not in compared
    assert command("templates", "工作简报", "-o", "我的.toml").status == 0
    assert command("templates", "工作简报", "我的.toml").out == "两个版式完全一样。\n"
    (command.folder / "我的.toml").write_text("name = ", "utf-8")
    wrong = command("templates", "我的.toml")
    assert wrong.status == 2 and "第 1 行" in wrong.err
    taken = command("templates", "工作简报", "-o", "我的.toml")
    assert taken.status == 2 and "没有覆盖" in taken.err
    assert command("templates", "工作简报", "-o", "我的.txt").status == 2
    assert command("templates", "a", "b", "c").status == 2


def test_a_look_is_taken_from_a_printed_issue(command: Command) -> None:
    (command.folder / "第7期.docx").write_bytes(clerks.with_blanks())
    listed = command("take-look", "第7期.docx")
    assert listed.status == 0 and "　左边距　28 毫米　读到（页面设置）" in listed.out
    assert command("take-look", "第7期.docx", "-o", "我的.toml").status == 0
    assert "　第2行　字号　60 磅" in command("templates", "我的.toml").out
    assert command("take-look", "第7期.docx", "-o", "我的.toml").status == 2
    assert command("take-look", "没有.docx").status == 2


def run_program(*words: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", **variables}
    program = [sys.executable, "-m", "app", *map(str, words)]
    return subprocess.run(program, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_program_as_a_whole(tmp_path: Path) -> None:
    ran = run_program("--version")
    assert (ran.returncode, ran.stdout) == (0, f"编报 {__version__}\n")
    missing = run_program("export", tmp_path / "没有.jianbao", "-o", tmp_path / "a.pdf", BIANBAO_DATA=str(tmp_path))
    assert missing.returncode == 2 and missing.stdout == ""
    assert missing.stderr.count("\n") == 1 and "没有.jianbao" in missing.stderr


HEAVY = {"PySide6", "jieba", "docx", "lxml", "reportlab", "sqlite3", "unittest", "asyncio", "socket", "xml", "PIL"}
"""Libraries that cost a command time or have no business in it. (python-docx itself loads the module socket and opens none.)"""


@pytest.mark.parametrize(
    ("suffix", "allowed"),
    [("txt", set()), ("html", set()), ("pdf", {"reportlab", "PIL", "xml"}), ("docx", {"docx", "lxml", "xml", "socket"})],
)
def test_an_export_loads_no_more_than_it_needs(tmp_path: Path, suffix: str, allowed: set[str]) -> None:
    path, faces = saved(tmp_path), cell_options()
    words = ["export", str(path), "-o", str(tmp_path / f"a.{suffix}"), *faces]
    code = f"import sys\nfrom app.main import main\nassert main({words!r}) == 0\nprint('LOADED', *sys.modules)"
    environment = {**os.environ, "BIANBAO_DATA": str(tmp_path / "data")}
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=True)
    loaded = {name.split(".")[0] for name in ran.stdout.rpartition("LOADED")[2].split()}
    assert loaded & HEAVY <= allowed


def test_a_word_file_gives_its_text_and_says_what_is_left_out(command: Command) -> None:
    deleted = '<w:del w:author="张三"><w:r><w:delText>旧话</w:delText></w:r></w:del>'
    (command.folder / "来稿.wps").write_bytes(word.packed(word.p(word.r("云河市图书馆开办夜校。") + deleted)))
    outcome = command("text", "来稿.wps")
    assert (outcome.status, outcome.out) == (0, "云河市图书馆开办夜校。\n")
    assert "旧话" in outcome.err


def test_a_mail_and_an_archive_give_all_that_is_in_them(command: Command) -> None:
    body, attachment = "云湖镇植树忙\n三月五日，云湖镇组织干部群众植树三千株。", "税务局上门讲政策\n三月四日，税务局走访企业二十家。"
    letter = mail(
        several("mixed", text(body), attached('filename="税务.txt"', attachment.encode()), attached('filename="a.rar"', b"Rar!\x1a\x07\0x"))
    )
    (command.folder / "三月.zip").write_bytes(packed([("信.eml", letter)]))
    shown = command("text", "三月.zip")
    assert shown.out.split("\n")[:-1] == ["==== 邮件正文.txt ====", *body.split("\n"), "==== 税务.txt ====", *attachment.split("\n")]
    assert "a.rar" in shown.err and shown.status == 0
    found = json.loads(command("structure", "三月.zip").out)["submissions"]
    assert [(one["name"], one["sections"][0]["articles"][0]["title"]) for one in found] == [
        ("邮件正文.txt", ["云湖镇植树忙"]),
        ("税务.txt", ["税务局上门讲政策"]),
    ]
    assert command("compose", "三月.zip", "--template", "工作简报", "-o", "a.jianbao").status == 0
    assert [article.title.text for article in load(command.folder / "a.jianbao").issue.articles()] == ["云湖镇植树忙", "税务局上门讲政策"]
    (command.folder / "空.zip").write_bytes(packed([("a.rar", b"Rar!\x1a\x07\0x")]))
    refused = command("structure", "空.zip")
    assert refused.status == 2 and "a.rar" in refused.err and refused.out == ""


def test_repairs_can_be_left_out_and_traditional_text_simplified(command: Command) -> None:
    (command.folder / "a.txt").write_text('云湖镇植树忙\n云湖镇组织干部群众二百余人到"云湖东岸"植树,当天栽下杨柳三千株。', "utf-8")
    assert "”" in command("structure", "a.txt").out
    kept = command("structure", "a.txt", "--without", "quote", "--without", "half_width_mark").out
    assert '\\"云湖东岸\\"植树,当天' in kept
    refused = command("structure", "a.txt", "--without", "nonsense")
    assert refused.status == 2 and "quote" in refused.err
    (command.folder / "b.txt").write_text("雲湖鎮植樹忙\n雲湖鎮組織幹部群眾二百餘人到雲湖東岸植樹，當天栽下楊柳三千株。", "utf-8")
    assert "云湖镇组织干部群众" in command("structure", "b.txt", "--simplify").out
    assert "雲湖鎮組織幹部群眾" in command("structure", "b.txt").out
