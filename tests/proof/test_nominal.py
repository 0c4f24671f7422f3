"""What only names something, and what says what is done."""

import pytest

from app.desk.proofreading import office_knowledge
from app.proof.nominal import is_nominal, is_verb, names_deed, opens_clause

_LEXICON = office_knowledge().lexicon


@pytest.mark.parametrize("words", ["食宿", "“活封”", "法官助理", "养老服务", "幸福小区", "种植大户"])
def test_a_name_of_a_thing(words: str) -> None:
    assert is_nominal(words, _LEXICON)


@pytest.mark.parametrize("words", ["开展培训", "对企业", "已经到位", "提供服务", "增设车位"])
def test_what_is_done(words: str) -> None:
    assert not is_nominal(words, _LEXICON)


def test_how_a_clause_opens() -> None:
    assert opens_clause("在村里")
    assert opens_clause("组织群众")
    assert not opens_clause("维修人员")
    assert not opens_clause("“在村里”")


def test_a_deed_by_its_name() -> None:
    assert names_deed("分期履行", _LEXICON)
    assert not names_deed("居民小区", _LEXICON)
    assert is_verb("维修", _LEXICON)
    assert not is_verb("村民", _LEXICON)
