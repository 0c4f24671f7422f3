"""A fixed expression with two of its parts, or words of them, exchanged."""

from app.proof.exchanged import exchanged_forms


def _forms(phrase: str) -> set[str]:
    return {wrong for wrong, _ in exchanged_forms(phrase)}


def test_halves() -> None:
    assert _forms("绿水青山就是金山银山") >= {"金山银山就是绿水青山"}
    assert "为国收税为民聚财" in _forms("为国聚财、为民收税")


def test_neighbours_of_a_row() -> None:
    found = dict(exchanged_forms("民主协商、社会协同、公众参与、法治保障"))
    assert found["公众协同社会参与"] == "社会协同、公众参与"
    assert found["社会参与公众协同"] == "社会协同、公众参与"
    assert "社会协同公众参与" not in found


def test_words_about_and() -> None:
    assert _forms("一体化保护和系统治理") == {"一体化治理和系统保护"}
    assert "质的合理增长和量的有效提升" in _forms("质的有效提升和量的合理增长")
    assert not _forms("城市和乡村")
