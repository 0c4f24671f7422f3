"""What holds for every rule: an id of its own, a source, and cases that it must find and leave alone."""

from __future__ import annotations

import importlib
import pkgutil

import app.proof.rules
from app.proof.rules import RULES
from tests.proof.cases import Cases


def _modules() -> list[str]:
    return [module.name for module in pkgutil.iter_modules(app.proof.rules.__path__)]


def test_ids_are_unique_and_everything_is_said_of_a_rule() -> None:
    ids = [rule.about.id for rule in RULES]
    assert len(ids) == len(set(ids))
    for rule in RULES:
        assert rule.about.name and rule.about.source and rule.find.__doc__, rule.about.id


def test_every_module_of_rules_is_read() -> None:
    listed = {rule.find.__module__.rsplit(".", 1)[1] for rule in RULES}
    own = {name for name in _modules() if hasattr(importlib.import_module(f"app.proof.rules.{name}"), "RULES")}
    assert own <= listed


def test_every_rule_has_a_case_to_find_and_one_to_leave_alone() -> None:
    cases: dict[str, Cases] = {}
    for name in _modules():
        if hasattr(importlib.import_module(f"app.proof.rules.{name}"), "RULES"):
            cases |= importlib.import_module(f"tests.proof.rules.test_{name}").CASES
    assert {rule.about.id for rule in RULES} == set(cases)
    assert all(case.find and case.leave for case in cases.values())
