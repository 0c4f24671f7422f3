"""What holds for every rule: an id of its own, a source, and cases that it must find and leave alone."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import replace

import app.proof.rules
from app.desk.proof_text import copy_of
from app.desk.proofreading import office_knowledge
from app.desk.templates import template_named
from app.importers.read import read_text
from app.proof.document import Passage
from app.proof.engine import Proofreader
from app.proof.rule import PassageRule
from app.proof.rules import RULES
from tests.proof.cases import Cases, read_case
from tests.proof.marked import texts


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


def _cases() -> dict[str, Cases]:
    cases: dict[str, Cases] = {}
    for name in _modules():
        if hasattr(importlib.import_module(f"app.proof.rules.{name}"), "RULES"):
            cases |= importlib.import_module(f"tests.proof.rules.test_{name}").CASES
    return cases


def _passages() -> Iterator[Passage]:
    """Those of all cases and of all texts with planted errors."""
    for cases in _cases().values():
        for source in (*cases.find, *cases.leave):
            yield from read_case(source)[0].passages
    for text in texts("planted"):
        yield from copy_of(read_text(text.text, text.name), template_named("工作简报")).document.passages


def test_every_rule_has_a_case_to_find_and_one_to_leave_alone() -> None:
    cases = _cases()
    assert {rule.about.id for rule in RULES} == set(cases)
    assert all(case.find and case.leave for case in cases.values())


def test_a_rule_finds_nothing_in_passages_without_what_it_needs() -> None:
    needing = [rule for rule in RULES if isinstance(rule, PassageRule) and rule.needs]
    office = office_knowledge()
    reader, asking_all = Proofreader(needing, office), Proofreader([replace(rule, needs="") for rule in needing], office)
    for passage in _passages():
        assert reader.passage_hits(passage) == asking_all.passage_hits(passage), passage
