"""Laws of the comparison and of the three-way merge, on texts of every kind."""

from __future__ import annotations

import random
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from app.text.compare import spans
from app.text.merge import Region, Side, chosen_text, merge
from tests.text.pairs import corrected, story

texts = st.text("云湖镇植树。，\n123 ", max_size=40)


def merged_text(regions: Sequence[Region], keep_ours: frozenset[int] = frozenset()) -> str:
    """What the newer text says, but for what only the editors have changed and for `keep_ours`."""
    new = {at for at, region in enumerate(regions) if region.side is not Side.OURS}
    return chosen_text(regions, new - keep_ours)


stories = st.integers(0, 100_000).map(lambda seed: story(random.Random(seed)))


@given(texts, texts)
def test_spans_cover_both_texts(one: str, other: str) -> None:
    found = spans(one, other)
    assert "".join(one[span.one_start : span.one_end] for span in found) == one
    assert "".join(other[span.other_start : span.other_end] for span in found) == other
    assert all(one[s.one_start : s.one_end] == other[s.other_start : s.other_end] for s in found if s.same)


@given(texts)
def test_equal_texts_are_one_span(text: str) -> None:
    assert all(span.same for span in spans(text, text))


@given(texts, texts, texts)
def test_nothing_is_lost(base: str, ours: str, theirs: str) -> None:
    regions = merge(base, ours, theirs)
    for name, text in (("base", base), ("ours", ours), ("theirs", theirs)):
        assert "".join(getattr(region, name) for region in regions) == text


@given(texts, texts)
def test_who_alone_has_changed_something_gets_it(base: str, changed: str) -> None:
    assert merged_text(merge(base, changed, base)) == changed
    assert merged_text(merge(base, base, changed)) == changed
    assert merged_text(merge(base, changed, changed)) == changed


@given(texts, texts, texts)
def test_the_sides_are_told_alike_from_both(base: str, ours: str, theirs: str) -> None:
    swapped = {Side.OURS: Side.THEIRS, Side.THEIRS: Side.OURS}
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    assert [swapped.get(region.side, region.side) for region in one] == [region.side for region in other]


@given(texts, texts, texts)
def test_all_of_ours_can_be_kept(base: str, ours: str, theirs: str) -> None:
    regions = merge(base, ours, theirs)
    assert merged_text(regions, frozenset(range(len(regions)))) == ours


def test_edits_stay_where_the_unit_did_not_touch_the_place() -> None:
    base = "云湖镇植树。三月五日，镇里组织200人植树。栽下杨柳三千株。群众称好。"
    ours = "云湖镇掀起植树热潮。三月五日，镇里组织200人植树。栽下杨柳三千株。"
    theirs = "云湖镇植树。三月五日，镇里组织260人植树。栽下杨柳三千五百株。群众称好。"
    regions = merge(base, ours, theirs)
    assert merged_text(regions) == "云湖镇掀起植树热潮。三月五日，镇里组织260人植树。栽下杨柳三千五百株。"
    assert Side.CONFLICT not in {region.side for region in regions}


def test_a_place_that_both_changed_is_a_conflict() -> None:
    regions = merge("共栽树200株。", "共栽树200余株。", "共栽树260株。")
    (conflict,) = [region for region in regions if region.side is Side.CONFLICT]
    assert (conflict.base, conflict.ours, conflict.theirs) == ("200", "200余", "260")


@given(stories, st.integers(0, 1000))
def test_long_texts(text: str, seed: int) -> None:
    newer = corrected(text, random.Random(seed))
    assert merged_text(merge(text, text, newer)) == newer
