"""Roles get the official family where it is there, a free one with a notice where not."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import paths
from app.errors import UserError
from app.fonts.faceset import FaceSet
from app.fonts.roles import FaceResolver
from app.model.faces import FaceRole
from tests.fonts.tiny_font import PROBE, save, save_collection, tiny_font

ROLES = """
[body]
prefer = [["云河仿宋", "Yunhe Fang"], ["Second Fang"]]
free = [["Free Fang"]]
[number]
prefer = [["云河宋体"]]
free = [["Free Song"]]
[digits]
prefer = [["Latin Face"]]
free = []
[fallback]
prefer = [["Wide One"], ["Wide Two"], ["Absent"]]
free = []
"""


def _resolve(folder: Path, wanted: dict[FaceRole, str], overrides: dict[FaceRole, str] | None = None) -> FaceSet:
    (folder / "roles.toml").write_text(ROLES, encoding="utf-8")
    return FaceResolver([folder / "fonts"], folder / "cache", folder / "roles.toml").resolve(wanted, overrides or {})


def test_the_wanted_family_is_no_substitution_under_any_of_its_names(tmp_path: Path) -> None:
    save(tiny_font("Yunhe Fang", PROBE), tmp_path / "fonts/a.ttf")
    (report,) = _resolve(tmp_path, {FaceRole.BODY: "云河仿宋"}).substitutions
    assert (report.official, report.family, report.substituted, report.notice) == ("云河仿宋", "Yunhe Fang", False, "")


def test_another_office_family_then_a_free_one_stands_in_with_a_notice(tmp_path: Path) -> None:
    save(tiny_font("Free Fang", PROBE), tmp_path / "fonts/free.ttf")
    (report,) = _resolve(tmp_path, {FaceRole.BODY: "云河仿宋"}).substitutions
    assert report.substituted
    assert report.notice == "正文：本机没有“云河仿宋”，用“Free Fang”代替。"

    save(tiny_font("Second Fang", PROBE), tmp_path / "fonts/second.ttf")
    (report,) = _resolve(tmp_path, {FaceRole.BODY: "云河仿宋"}).substitutions
    assert report.family == "Second Fang"


def test_a_family_of_the_offices_own_choice_is_taken_first(tmp_path: Path) -> None:
    save(tiny_font("Free Fang", PROBE), tmp_path / "fonts/free.ttf")
    save(tiny_font("Our Own", PROBE), tmp_path / "fonts/own.ttf")
    (report,) = _resolve(tmp_path, {FaceRole.BODY: "Our Own"}).substitutions
    assert (report.family, report.substituted) == ("Our Own", False)


def test_a_face_that_cannot_set_chinese_is_passed_over(tmp_path: Path) -> None:
    save(tiny_font("Yunhe Fang", "abc"), tmp_path / "fonts/a.ttf")
    save(tiny_font("Free Fang", PROBE), tmp_path / "fonts/free.ttf")
    (report,) = _resolve(tmp_path, {FaceRole.BODY: "云河仿宋"}).substitutions
    assert report.family == "Free Fang"


def test_digits_may_have_a_latin_face_or_none_of_their_own(tmp_path: Path) -> None:
    save(tiny_font("Free Fang", PROBE), tmp_path / "fonts/free.ttf")
    save(tiny_font("Latin Face", "0123456789"), tmp_path / "fonts/latin.ttf")
    faces = _resolve(tmp_path, {FaceRole.BODY: "云河仿宋", FaceRole.DIGITS: "Latin Face"}).faces
    assert faces[FaceRole.DIGITS].family == "Latin Face"
    assert FaceRole.DIGITS not in _resolve(tmp_path, {FaceRole.BODY: "云河仿宋", FaceRole.DIGITS: "body"}).faces


def test_no_face_for_a_role_is_one_chinese_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="本机没有能用作正文的字体：请安装“云河仿宋”"):
        _resolve(tmp_path, {FaceRole.BODY: "云河仿宋"})


def test_a_missing_character_comes_from_the_first_fallback_that_has_it(tmp_path: Path) -> None:
    for family, chars in (("Free Fang", PROBE), ("Wide One", PROBE + "镕"), ("Wide Two", PROBE + "镕𬬻")):
        save(tiny_font(family, chars), tmp_path / f"fonts/{family}.ttf")
    faces = _resolve(tmp_path, {FaceRole.BODY: "云河仿宋"})

    families = [faces.face_for(FaceRole.BODY, char).family for char in "的镕𬬻龘"]
    assert families == ["Free Fang", "Wide One", "Wide Two", "Free Fang"]


def test_an_override_names_a_face_of_a_collection(tmp_path: Path) -> None:
    save(tiny_font("Free Fang", PROBE), tmp_path / "fonts/free.ttf")
    path = save_collection([tiny_font("One", PROBE), tiny_font("Two", PROBE)], tmp_path / "own#faces.ttc")
    for value, family in ((f"{path}#1", "Two"), (str(path), "One")):
        faces = _resolve(tmp_path, {FaceRole.BODY: "云河仿宋"}, {FaceRole.BODY: value})
        assert faces.faces[FaceRole.BODY].family == family
        assert faces.substitutions[0].substituted
        assert faces.substitutions[0].notice == ""


def test_a_face_that_may_not_be_embedded_is_said(tmp_path: Path) -> None:
    save(tiny_font("Yunhe Fang", PROBE, fs_type=2), tmp_path / "fonts/locked.ttf")
    (report,) = _resolve(tmp_path, {FaceRole.BODY: "云河仿宋"}).substitutions
    assert report.notice == "“Yunhe Fang”的授权不允许嵌入文件，对外发送 PDF 前请确认授权。"


def test_a_wrong_override_is_one_chinese_sentence(tmp_path: Path) -> None:
    noise = tmp_path / "noise.ttf"
    noise.write_bytes(b"noise")
    font = save(tiny_font("One", PROBE), tmp_path / "one.ttf")
    for value, words in (
        (str(tmp_path / "absent.ttf"), "不存在"),
        (str(noise), "不是可用的字体文件"),
        (f"{font}#2", "只有 1 款"),
        (str(tmp_path), "不存在"),
        ("长" * 300, "不存在"),
    ):
        with pytest.raises(UserError, match=words):
            _resolve(tmp_path, {FaceRole.BODY: "云河仿宋"}, {FaceRole.BODY: value})


def test_two_issues_share_faces_and_have_equal_keys(tmp_path: Path) -> None:
    save(tiny_font("Free Fang", PROBE), tmp_path / "fonts/free.ttf")
    (tmp_path / "roles.toml").write_text(ROLES, encoding="utf-8")
    resolver = FaceResolver([tmp_path / "fonts"], tmp_path / "cache", tmp_path / "roles.toml")
    one, two = (resolver.resolve({FaceRole.BODY: "云河仿宋"}, {}) for _ in range(2))

    assert one.faces[FaceRole.BODY] is two.faces[FaceRole.BODY]
    assert one.key == two.key
    (fingerprint,) = one.fingerprints()
    assert fingerprint.postscript_name == "FreeFang"
    assert len(fingerprint.sha256) == 64


def test_the_shipped_table_answers_every_role_from_the_package_alone(tmp_path: Path) -> None:
    package = [place for place in paths.font_folders() if place.name == "pylopdf_fonts_zh_cn"]
    wanted = {
        FaceRole.BODY: "仿宋_GB2312",
        FaceRole.TITLE: "方正小标宋简体",
        FaceRole.HEI: "黑体",
        FaceRole.KAI: "楷体_GB2312",
        FaceRole.NUMBER: "宋体",
        FaceRole.DIGITS: "body",
    }
    faces = FaceResolver(package, tmp_path, paths.resources() / "fonts/roles.toml").resolve(wanted, {})

    assert [report.family for report in faces.substitutions] == [
        "Noto Serif SC",
        "Noto Serif SC",
        "Noto Sans SC",
        "Noto Serif SC",
        "Noto Serif SC",
    ]
    assert all(report.substituted for report in faces.substitutions)
    assert faces.face_for(FaceRole.BODY, "—").advances["—"] == 1.0
    assert [gid_count for _, _, gid_count in faces.faces[FaceRole.HEI].shape("——")] == [2.0]
