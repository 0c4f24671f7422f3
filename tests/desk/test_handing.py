"""An office goes into one file and is the same office elsewhere; a second office takes it in; what is damaged or hostile is refused."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from fractions import Fraction
from hashlib import sha256
from itertools import count
from pathlib import Path
from random import Random

import pytest

from app.atomic import write_atomically
from app.desk.handing import MEASURES, Comes, export_office, incoming, keep_copy, look_into
from app.desk.library import open_library
from app.desk.own_templates import EARLIER
from app.desk.publish import Task
from app.desk.templates import available_templates
from app.errors import Cancelled, UserError
from app.main import main
from app.model.office_lists import LeaderRow, OfficeLists
from app.paths import templates
from app.store.library.doubles import Choice
from app.store.library.families import families
from app.store.library.library import Library, NamedFile
from tests.store.library.filling import everything, fill
from tests.store.library.records import kept_article, kept_issue, record
from tests.store.library.server import Server
from tests.store.library.test_signed import ARTICLES, SEVENTH

SECRET = b"0635-8234567 telephone"


def office(data: Path) -> Library:
    """An office with something of everything."""
    library = open_library(data)
    item = record()
    library.add(item, "云湖镇栽树三千株。", [NamedFile("来稿.txt", SECRET)])
    library.keep_issue(kept_issue(), [kept_article(item.id)])
    library.signed.sign(SEVENTH, ARTICLES, b"as it was signed")
    library.same_unit("税务局", "市税务局")
    before = OfficeLists()
    library.change_office_lists(before, replace(before, leaders=(LeaderRow("王建国", "市长"),), ignored=frozenset({"创城办"})))
    (data / "templates").mkdir(parents=True)
    shipped = (templates() / "gongzuo-jianbao.toml").read_text("utf-8")
    (data / "templates" / "云湖.toml").write_text(shipped.replace('name = "工作简报"', 'name = "云湖简报"'), "utf-8")
    (data / "templates" / "题字.png").write_bytes(b"\x89PNG picture")
    (data / "settings.json").write_text(
        '{"off_rules": ["mark.double"], "print_contact": "李 8234567", "printer": "HP", "person": "李"}', "utf-8"
    )
    return library


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return tmp_path / "old"


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return tmp_path / "new"


@pytest.fixture
def file(old: Path, tmp_path: Path) -> Path:
    """The office in a file, with originals."""
    library = office(old)
    export_office(library, old, tmp_path / "交接.jiaojie", Task(), originals=True)
    library.close()
    return tmp_path / "交接.jiaojie"


def test_the_same_office_elsewhere(file: Path, old: Path, new: Path) -> None:
    comes = look_into(file)
    assert comes.originals and dict(comes.counts)["来稿"] == 1 and dict(comes.counts)["签发"] == 1
    assert "来稿 1" in comes.words() and "连同来稿原件" in comes.words()
    here, there = open_library(new), open_library(old)
    with incoming(file, new, Task()) as came:
        assert came.plan(here, new).empty
        outcome = came.take(here, new, {}, Task())
    assert outcome.whole and "核对过没有差错" in outcome.words()
    assert everything(here) == everything(there)
    assert [entry.name for entry in available_templates([(new / "templates", False)])] == ["云湖简报"]
    assert (new / "templates" / "题字.png").read_bytes() == b"\x89PNG picture"
    assert outcome.settings == {"off_rules": ("mark.double",), "print_contact": "李 8234567"}
    assert here.signed.data(SEVENTH.issue, 1) == b"as it was signed"
    assert not list((new / "handover").iterdir())
    here.close()
    there.close()


@pytest.mark.postgresql
def test_an_office_on_a_server_is_handed_over_just_so(old: Path, new: Path, tmp_path: Path) -> None:
    with Server() as server:
        old.mkdir()
        (old / "settings.json").write_text(json.dumps({"library": server.new_database()}), "utf-8")
        library, here = office(old), open_library(new)
        assert library.access.on_server
        export_office(library, old, tmp_path / "交接.jiaojie", Task(), originals=True)
        with incoming(tmp_path / "交接.jiaojie", new, Task()) as came:
            came.take(here, new, {}, Task())
        assert everything(here) == everything(library)
        fill(here, Random(4), 3)
        with incoming(tmp_path / "交接.jiaojie", new, Task()) as came:
            assert came.take(here, new, {}, Task()).backup is not None
        here.close()
        library.close()


def test_without_originals_no_byte_of_them_nor_of_what_was_deleted_goes_along(old: Path, tmp_path: Path) -> None:
    library, gone = office(old), record()
    library.add(gone, "删掉的一份里有身份证号371502")
    library.remove([gone.id])
    path = tmp_path / "交接.jiaojie"
    comes = export_office(library, old, path, Task(), originals=False)
    library.close()
    assert not comes.originals and "不含来稿原件" in comes.words()
    with zipfile.ZipFile(path) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
        settings = json.loads(archive.read("settings.json"))
    assert SECRET not in whole and b"371502" not in whole and b"as it was signed" in whole
    assert set(settings) == {"off_rules", "print_contact"}


def test_what_was_taken_over_is_there_again_after_damage_on_the_same_day(file: Path, new: Path) -> None:
    here = open_library(new)
    with incoming(file, new, Task()) as came:
        came.take(here, new, {}, Task())
    held = everything(here)
    here.close()
    (new / "library.db").write_bytes(b"no database any more")
    (new / "library.db-writes").unlink()
    again = open_library(new)
    assert everything(again) == held
    again.close()


def test_a_second_office_takes_it_in_and_keeps_a_copy_of_before(file: Path, new: Path) -> None:
    here, own = open_library(new), record(title="本机的一份")
    here.add(own, "本机的文字")
    (new / "templates").mkdir()
    (new / "templates" / "云湖.toml").write_text('name = "云湖简报"\n', "utf-8")
    before = everything(here)
    with incoming(file, new, Task()) as came:
        plan = came.plan(here, new)
        assert not plan.empty and [(one.label, one.what) for one in plan.doubles] == [("版式模板", "云湖.toml")]
        outcome = came.take(here, new, {plan.doubles[0].key: Choice.BOTH}, Task())
    assert {found.title for found in here.records()} == {"本机的一份", "云湖镇开展春季植树活动"}
    assert (new / "templates" / "云湖.toml").read_text("utf-8") == 'name = "云湖简报"\n'
    assert 'name = "云湖简报（交来）"' in (new / "templates" / "云湖-交来.toml").read_text("utf-8")
    assert outcome.backup is not None and "来稿 1" in outcome.words()
    copy = Library.in_new_file(outcome.backup)
    assert everything(copy) == before
    copy.close()
    once = everything(here)
    with incoming(file, new, Task()) as came:
        came.take(here, new, {}, Task())
    assert everything(here) == once
    here.close()


def test_points_that_were_set_here_before_anything_came_in_are_asked_for(file: Path, new: Path) -> None:
    here = open_library(new)
    rules = here.statistics.rules()
    own = replace(rules, points=tuple(replace(one, points=Fraction(99)) for one in rules.points))
    here.statistics.change(rules, own)
    with incoming(file, new, Task()) as came:
        plan = came.plan(here, new)
        assert not plan.empty and {one.label for one in plan.doubles} == {"分值"}
        came.take(here, new, {}, Task())
    assert here.statistics.rules().points == own.points and len(here.signed.standing()) == 1
    here.close()


OWN_LOOK = 'name = "云湖简报"\n# own\n'


def with_own_look(data: Path) -> Path:
    """A template of the name of one that comes."""
    (data / "templates").mkdir(parents=True)
    path = data / "templates" / "云湖.toml"
    path.write_text(OWN_LOOK, "utf-8")
    return path


def earlier(data: Path) -> list[str]:
    """The texts of what was overwritten."""
    return [path.read_text("utf-8") for path in (data / "templates" / EARLIER).glob("*.toml")]


def test_an_own_template_in_an_empty_office_is_asked_for_and_kept_and_what_is_said_was_done(file: Path, new: Path) -> None:
    path, here = with_own_look(new), open_library(new)
    with incoming(file, new, Task()) as came:
        plan = came.plan(here, new)
        assert plan.empty and [(one.what, one.default) for one in plan.doubles] == [("云湖.toml", Choice.CAME)]
        outcome = came.take(here, new, {}, Task())
    here.close()
    assert path.read_text("utf-8") != OWN_LOOK and earlier(new) == [OWN_LOOK]
    assert "换成交来的版式模板 1" in outcome.words() and "以前的" in outcome.words()


def test_an_office_hands_over_its_own_form_and_how_it_files_but_not_where(old: Path, new: Path, tmp_path: Path) -> None:
    library = office(old)
    (old / "forms").mkdir()
    (old / "forms" / "approval.toml").write_text('title = "本单位审签单"', "utf-8")
    settings = {"archive_pattern": "{bulletin}{number}", "archive_kinds": [".pdf"], "archive_folder": "D:/档案"}
    (old / "settings.json").write_text(json.dumps(settings), "utf-8")
    export_office(library, old, tmp_path / "交接.jiaojie", Task(), originals=False)
    library.close()
    here = open_library(new)
    with incoming(tmp_path / "交接.jiaojie", new, Task()) as came:
        assert "审签单 1" in came.comes.words()
        outcome = came.take(here, new, {}, Task())
    assert (new / "forms" / "approval.toml").read_text("utf-8") == 'title = "本单位审签单"'
    assert outcome.settings == {"archive_pattern": "{bulletin}{number}", "archive_kinds": (".pdf",)}
    (new / "forms" / "approval.toml").write_text("own", "utf-8")
    with incoming(tmp_path / "交接.jiaojie", new, Task()) as came:
        (double,) = came.plan(here, new).doubles
        assert (double.label, double.choices) == ("审签单", (Choice.OWN, Choice.CAME))
        came.take(here, new, {double.key: Choice.CAME}, Task())
    here.close()
    assert [kept.read_text("utf-8") for kept in (new / "forms" / EARLIER).iterdir()] == ["own"]


def test_an_own_template_that_is_kept_is_told_as_kept(file: Path, new: Path) -> None:
    path, here = with_own_look(new), open_library(new)
    with incoming(file, new, Task()) as came:
        outcome = came.take(here, new, {one.key: Choice.OWN for one in came.plan(here, new).doubles}, Task())
    here.close()
    assert path.read_text("utf-8") == OWN_LOOK and not (new / "templates" / EARLIER).exists()
    assert "版式模板" not in outcome.words() and "留本机的 1 条" in outcome.words() and "题字图片 1" in outcome.words()


def test_what_is_overwritten_in_a_merge_is_kept_pictures_as_well(file: Path, new: Path) -> None:
    path, here = with_own_look(new), open_library(new)
    (new / "templates" / "题字.png").write_bytes(b"own picture")
    here.add(record(title="本机的一份"), "本机的文字")
    with incoming(file, new, Task()) as came:
        decisions = {one.key: Choice.CAME for one in came.plan(here, new).doubles}
        outcome = came.take(here, new, decisions, Task())
    here.close()
    assert path.read_text("utf-8") != OWN_LOOK and earlier(new) == [OWN_LOOK]
    assert [kept.read_bytes() for kept in (new / "templates" / EARLIER).glob("*.png")] == [b"own picture"]
    assert outcome.replaced["版式模板"] == 1 and outcome.replaced["题字图片"] == 1 and "版式模板" not in outcome.added


def test_a_folder_of_templates_that_takes_none_is_told_before_anything_is_merged(file: Path, new: Path) -> None:
    here = open_library(new)
    here.add(record(title="本机的一份"), "本机的文字")
    (new / "templates").write_bytes(b"no folder")
    before = everything(here)
    with incoming(file, new, Task()) as came:
        came.plan(here, new)
        with pytest.raises(UserError):
            came.take(here, new, {}, Task())
    assert everything(here) == before
    assert not list((new / "backups" / "library").glob("before-merge-*"))
    here.close()


def test_a_template_that_cannot_be_written_after_the_merge_is_told_beside_it(
    file: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.desk import handing_files

    def write(path: Path, data: bytes) -> None:
        if path.name == "云湖.toml":
            raise UserError("磁盘已满。")
        write_atomically(path, data)

    monkeypatch.setattr(handing_files, "write_atomically", write)
    here = open_library(new)
    with incoming(file, new, Task()) as came:
        outcome = came.take(here, new, {}, Task())
    assert len(here.signed.standing()) == 1
    here.close()
    assert outcome.failed == ("版式模板“云湖.toml”没有接过来：磁盘已满。",)
    assert "接过来了" in outcome.words() and outcome.failed[0] in outcome.words() and "版式模板 1" not in outcome.words()


def test_a_copy_of_before_that_fails_leaves_nothing_and_what_was_left_long_ago_goes(new: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, folder = open_library(new), new / "backups" / "library"
    here.add(record(), "本机的文字")
    folder.mkdir(parents=True, exist_ok=True)
    old, young = folder / "before-merge-20260101-080000-1.part", folder / "before-merge-20260101-080000-2.part"
    for left in (old, young):
        left.write_bytes(b"half")
    os.utime(old, (0, 0))

    def full(part: Path) -> bool:
        part.write_bytes(b"half")
        raise UserError("磁盘已满。")

    monkeypatch.setattr(here.access, "snapshot", full)
    with pytest.raises(UserError, match="磁盘已满"):
        keep_copy(here, new)
    assert list(folder.glob("before-merge-*")) == [young]
    monkeypatch.undo()
    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(UserError):
        keep_copy(here, new)
    monkeypatch.undo()
    assert list(folder.glob("before-merge-*")) == [young]
    assert keep_copy(here, new).exists()
    here.close()


def refused(_path: Path, _target: Path) -> Path:
    raise PermissionError(13, "Permission denied")


def test_what_is_stopped_leaves_the_old_file_and_nothing_beside_it(file: Path, old: Path, tmp_path: Path) -> None:
    before, library = file.read_bytes(), open_library(old)
    steps: list[str] = []
    export_office(library, old, tmp_path / "还有.jiaojie", Task(lambda what, _part: steps.append(what)), originals=True)
    (tmp_path / "还有.jiaojie").unlink()
    for stop_at in range(len(steps)):
        asked = count()
        with pytest.raises(Cancelled):
            export_office(library, old, file, Task(cancelled=lambda asked=asked, at=stop_at: next(asked) >= at), originals=True)  # type: ignore[misc]
        assert file.read_bytes() == before
        assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [file.name]
        assert not list((old / "handover").iterdir())
    library.close()


def test_a_name_without_the_suffix_is_refused(old: Path, tmp_path: Path) -> None:
    library = open_library(old)
    with pytest.raises(UserError, match="jiaojie"):
        export_office(library, old, tmp_path / "交接.zip", Task(), originals=False)
    library.close()


def rewritten(file: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """The file with other parts."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    file.write_bytes(whole.getvalue())
    return file


def tampered(statement: str) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        path = Path("/tmp") / f"tampered-{id(parts)}.db"
        path.write_bytes(parts["library.db"])
        with closing(sqlite3.connect(path)) as database:
            database.executescript(statement)
        parts["library.db"] = path.read_bytes()
        path.unlink()
        manifest = json.loads(parts["manifest.json"])
        manifest["parts"]["library.db"] = {"bytes": len(parts["library.db"]), "sha256": sha256(parts["library.db"]).hexdigest()}
        parts["manifest.json"] = json.dumps(manifest).encode()

    return change


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda parts: parts.pop("library.db"), "不完整"),
        (lambda parts: parts.update({"library.db": parts["library.db"][:-1] + b"x"}), "已损坏"),
        (lambda parts: parts.update({"manifest.json": b"["}), "已损坏"),
        (lambda parts: parts.update({"manifest.json": parts["manifest.json"].replace(b'"version": 1', b'"version": 9')}), "升级编报"),
        (lambda parts: parts.update({"mimetype": b"application/zip"}), "不是编报的交接文件"),
        (tampered("CREATE TRIGGER t AFTER UPDATE ON counters BEGIN DELETE FROM submissions; END;"), "为安全起见"),
        (tampered("CREATE VIEW v AS SELECT 1;"), "为安全起见"),
        (tampered("UPDATE submissions SET title = x'00';"), "为安全起见"),
        (tampered("DROP TABLE counters;"), "为安全起见"),
        (tampered("UPDATE counters SET number = 99 WHERE name = 'version';"), "升级编报"),
    ],
)
def test_what_is_damaged_or_hostile_is_refused_in_one_sentence(
    file: Path, new: Path, change: Callable[[dict[str, bytes]], None], words: str
) -> None:
    rewritten(file, change)
    with pytest.raises(UserError, match=words), incoming(file, new, Task()):
        pass
    assert not list((new / "handover").iterdir()) if (new / "handover").exists() else True


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE signed SET series = '别的';",
        "UPDATE signed SET day = '../x';",
        "UPDATE numbers SET series = '别的' WHERE number = 31;",
        "UPDATE stages SET stage = '别的';",
        "UPDATE signed_sources SET share = '别的';",
        "UPDATE submissions SET way = '别的';",
        "UPDATE submissions SET state = '别的';",
        "UPDATE submissions SET received = '昨天';",
        "UPDATE files SET kind = '别的';",
        "UPDATE uses SET share = '别的';",
        "UPDATE statistics_points SET points = '1/0';",
        "UPDATE statistics_points SET points = '1e99999999';",
        "UPDATE statistics_points SET kind = '别的';",
        "UPDATE statistics_columns SET span = '别的';",
        "INSERT INTO statistics_hands VALUES (0, 'a', '某月', '甲局', '独立', '', '', 1, '', '');",
        "INSERT INTO statistics_closed VALUES ('2026-03', '2026-04-01', '[{}]', 0);",
        "INSERT INTO statistics_closed VALUES ('某月', '2026-04-01', '[]', 0);",
        """INSERT INTO statistics_closed VALUES ('2026-03', '2026-04-01', '[{"venue": "", "kind": "独立", "points": "1e99999999"}]', 0);""",
        "UPDATE leaders SET since = '去年';",
        "DELETE FROM counters;",
        "DELETE FROM counters WHERE name = 'revision';",
        "UPDATE counters SET number = 'abc' WHERE name = 'version';",
    ],
)
def test_a_library_that_the_program_could_not_read_is_refused_before_anything_is_taken(file: Path, new: Path, statement: str) -> None:
    rewritten(file, tampered(statement))
    with pytest.raises(UserError, match="里的来稿库"), incoming(file, new, Task()):
        pass
    assert not list((new / "handover").iterdir())


def with_settings(data: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        parts["settings.json"] = data
        manifest = json.loads(parts["manifest.json"])
        manifest["parts"]["settings.json"] = {"bytes": len(data), "sha256": sha256(data).hexdigest()}
        parts["manifest.json"] = json.dumps(manifest).encode()

    return change


def test_settings_that_are_none_are_told_before_the_library_is_taken_over(file: Path, new: Path) -> None:
    rewritten(file, with_settings(b"[" * 100_000))
    here = open_library(new)
    before = everything(here)
    with incoming(file, new, Task()) as came, pytest.raises(UserError, match="损坏"):
        came.take(here, new, {}, Task())
    assert everything(here) == before and not (new / "templates").exists()
    here.close()


@pytest.mark.parametrize(
    "value",
    [
        *('"helps": 5', '"helps": [5]', '"off_rules": {"a": [1]}', '"print_spare": "x"', '"print_spare": true', '"print_spare": 1e9'),
        *('"print_spare": 10000000000000000000', '"lock_lines": 1', '"print_contact": "\\ud800"', '"archive_pattern": "{unknown}"'),
        *('"archive_pattern": "name"', '"printer": "HP"', '"library": "postgresql://elsewhere"'),
    ],
)
def test_a_setting_that_does_not_fit_is_left_as_it_is_here(file: Path, new: Path, value: str) -> None:
    rewritten(file, with_settings(f'{{{value}, "print_paper": "胶版纸"}}'.encode()))
    here = open_library(new)
    with incoming(file, new, Task()) as came:
        assert came.take(here, new, {}, Task()).settings == {"print_paper": "胶版纸"}
    here.close()


def test_every_cut_and_flip_gives_a_sentence_or_the_whole_office(file: Path, new: Path) -> None:
    whole, random = file.read_bytes(), Random(7)
    for _ in range(60):
        data = bytearray(whole[: random.randint(0, len(whole))] if random.random() < 0.5 else whole)
        for _ in range(random.randint(0, 3)):
            if data:
                data[random.randrange(len(data))] ^= 1 << random.randrange(8)
        file.write_bytes(data)
        try:
            with incoming(file, new, Task()) as came:
                assert [found.title for found in came.library.records()] == ["云湖镇开展春季植树活动"]
        except UserError as error:
            assert error.sentence.endswith("。")


def test_the_command_line_hands_over_and_takes_in(
    old: Path, new: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    office(old).close()
    file = str(tmp_path / "交接.jiaojie")
    monkeypatch.setenv("BIANBAO_DATA", str(old))
    assert main(["library", "export", "-o", file]) == 0
    monkeypatch.setenv("BIANBAO_DATA", str(new))
    assert main(["library", "merge", file, "--dry"]) == 0
    library = open_library(new)
    assert library.records() == ()
    library.close()
    assert main(["library", "merge", file]) == 0
    assert "接过来了" in capsys.readouterr().out
    assert json.loads((new / "settings.json").read_text("utf-8"))["off_rules"] == ["mark.double"]
    library = open_library(new)
    library.change(replace(library.records()[0], note="本机改过"))
    library.close()
    assert main(["library", "merge", file, "--double", "用交来的"]) == 0
    said = capsys.readouterr().out
    assert "同一份来稿，后来改得不一样" in said and "→ 用交来的" in said
    library = open_library(new)
    assert library.records()[0].note == ""
    library.close()


def test_comes_says_what_is_in_it() -> None:
    from datetime import datetime

    assert Comes(datetime(2026, 3, 5), False, (("来稿", 0),)).words() == "2026年3月5日导出，不含来稿原件：还没有内容。"


def test_a_measure_is_of_a_kind_that_there_is() -> None:
    assert set(MEASURES) <= {family.label for family in families()}
