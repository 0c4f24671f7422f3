from __future__ import annotations

import pytest

from app.desk.input_method import reach_fcitx

BY_PORTAL = {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}


@pytest.mark.parametrize(
    "desktop",
    [
        {"QT_IM_MODULE": "fcitx"},
        {"QT_IM_MODULE": "fcitx5"},
        {"QT_IM_MODULE": "fcitx", "XMODIFIERS": "@im=fcitx"},
        {"QT_IM_MODULES": "fcitx;ibus"},
        {"XMODIFIERS": "@im=fcitx"},
    ],
)
def test_fcitx_is_reached_by_the_portal(desktop: dict[str, str]) -> None:
    kept = {"XMODIFIERS": desktop["XMODIFIERS"]} if "XMODIFIERS" in desktop else {}
    reach_fcitx(desktop)
    assert desktop == BY_PORTAL | kept


@pytest.mark.parametrize(
    "desktop",
    [
        {},
        {"QT_IM_MODULE": "ibus"},
        {"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=fcitx"},
        {"QT_IM_MODULES": "wayland;ibus"},
        {"QT_IM_MODULE": "none"},
        {"XMODIFIERS": "@im=ibus"},
    ],
)
def test_every_other_setting_stays(desktop: dict[str, str]) -> None:
    before = dict(desktop)
    reach_fcitx(desktop)
    assert desktop == before


def test_a_users_own_choice_of_the_way_stays() -> None:
    desktop = {"QT_IM_MODULE": "fcitx", "IBUS_USE_PORTAL": "0"}
    reach_fcitx(desktop)
    assert desktop["IBUS_USE_PORTAL"] == "0"
