"""Ordinals that leave out, repeat or mix become hits: 一是、三是; 二、 twice; 第一、二是 (GB/T 9704—2012 7.3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import groupby, pairwise

from app.model.issue import Role
from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.items import items_in, rows_of
from app.proof.lists import misplaced, ordinals_in_line
from app.proof.office import Office
from app.proof.openers import opener
from app.proof.ordinals import (
    Form,
    Ordinal,
    brackets_in_line,
    clause_ordinals,
    figures_in_line,
    head_ordinal,
    loose_ordinals,
    strays,
    written,
)
from app.proof.rule import About, DocumentRule
from app.text.numerals import format_numeral

_DEPTH: dict[Form, int] = {"一、": 1, "（一）": 2, "1.": 3, "（1）": 4, "①": 5}
_CLAUSES: frozenset[Form] = frozenset({"一是", "一要", "其一"})
_TEXT = RUNNING - {Role.CELL, Role.TABLE, Role.PICTURE, Role.ADDRESSEE, Role.EDITOR_NOTE}
_PAIR = 2
_HEADING = 24
"""Characters that a heading has at most."""
_BULLETS = " \u3000•●·◆-"
_NOTES = re.compile("说明|注意|附注|备注|要点|问答|提示|须知|事项")
"""What is set out in 1. 2. 3. at once below such a heading are notes, which no order of levels is about."""
_Placed = tuple[Passage, Ordinal]


def out_of_turn(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """An ordinal that doesn't follow the one before it: left out, twice, or backwards."""
    for passages in _articles(document):
        mixed = list(_mixed(passages))
        taken = {(right, ordinal.value) for _, ordinal, right in mixed}
        strange = {(passage.key, ordinal.start) for passage, ordinal, _ in mixed}
        for chain in (*_headings(passages, document.once(_all_unmarked)), *_rows(passages), *_clauses(passages)):
            yield from _turns(chain, taken, strange)


def mixed_forms(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """Ordinals of one list in two forms: 第一，…二是…; （一）…2.…（三）."""
    skipped = {(passage.article, ordinal.form, right) for passage, ordinal, right, _ in _skipped(document)}
    for passages in _articles(document):
        for passage, ordinal, right in _mixed(passages):
            if (passage.article, right, ordinal.form) in skipped:  # the others of the list are wrong, and told
                continue
            yield passage, Hit(ordinal.start, ordinal.end, "同一层的序数用同一种写法。", written(right, ordinal.value))


def level_skipped(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """1. right under 一、 in a document whose other parts have （一） between them."""
    return ((passage, _skip(ordinal, right)) for passage, ordinal, right, known in _skipped(document) if known)


def level_skipped_always(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """The same where no part has （一）: usual, but not the order of the standard."""
    return ((passage, _skip(ordinal, right)) for passage, ordinal, right, known in _skipped(document) if not known)


def _skip(ordinal: Ordinal, right: Form) -> Hit:
    words = f"“{right}”这一层跳过去了，层次依次是一、（一）1.（1）。"
    return Hit(ordinal.start, ordinal.end, words, written(right, ordinal.value))


def _skipped(document: Document) -> Iterator[tuple[Passage, Ordinal, Form, bool]]:
    """Ordinals of a level that skips one, with what they should be, and whether the document uses the level that is skipped."""
    used = {ordinal.form for passage in document.passages if passage.role in _TEXT and (ordinal := head_ordinal(passage.text))}
    for passages in _articles(document):
        above, right, form, notes = 0, None, None, False
        for passage in passages:
            ordinal = head_ordinal(passage.text)
            if ordinal is None or ordinal.form not in _DEPTH:
                continue
            depth = _DEPTH[ordinal.form]
            missing = next((one for one, level in _DEPTH.items() if above < level < depth), None)
            if form != ordinal.form:
                right, form = (missing, ordinal.form) if above and missing and ordinal.value == 1 else (None, None)
            if right and notes:
                continue
            if right:
                yield passage, ordinal, right, right in used
            else:
                above, notes = depth, bool(_NOTES.search(passage.text)) and len(passage.text) < _HEADING


def _articles(document: Document) -> Iterator[tuple[Passage, ...]]:
    for _, passages in groupby((one for one in document.passages if one.role in _TEXT), key=lambda one: one.article):
        yield tuple(passages)


def _headings(passages: Sequence[Passage], unmarked: Mapping[int, Ordinal]) -> Iterator[list[_Placed]]:
    """The chains of ordinals at the heads of paragraphs; a shallower one ends those below it."""
    open_: dict[int, list[_Placed]] = {}
    for passage in passages:
        ordinal = head_ordinal(passage.text) or unmarked.get(passage.key)
        depth = _DEPTH.get(ordinal.form) if ordinal else None
        if ordinal is None or depth is None:
            continue
        for below in [level for level in open_ if level > depth]:
            yield open_.pop(below)
        open_.setdefault(depth, []).append((passage, ordinal))
        open_[depth] += [(passage, one) for one in brackets_in_line(passage.text) if one.form == ordinal.form]
    yield from open_.values()


def _unmarked(passages: Sequence[Passage]) -> dict[int, Ordinal]:
    """一、…二健全机制…三、: by passage, ordinals without a mark at the head, where the list before and behind has all but them."""
    heads = [(turn, ordinal) for turn, one in enumerate(passages) if (ordinal := head_ordinal(one.text)) and ordinal.form in _DEPTH]
    found: dict[int, Ordinal] = {}
    for place, (turn, before) in enumerate(heads):
        after = next(((later, one) for later, one in heads[place + 1 :] if _DEPTH[one.form] <= _DEPTH[before.form]), None)
        if after is None or after[1].form != before.form or after[1].value != before.value + 2:
            continue
        wanted = before.value + 1
        bare = re.compile(rf"[ \u3000]*(?P<number>{format_numeral(wanted)}|{wanted})[ \u3000]*(?=[\u4e00-\u9fff“])(?![个是要])")
        lines = [(one, there) for one in passages[turn + 1 : after[0]] if (there := bare.match(one.text))]
        if len(lines) == 1:
            passage, there = lines[0]
            found[passage.key] = Ordinal(there.start("number"), there.end("number"), before.form, wanted)
    return found


def mark_lacking(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """一、…二健全机制…三、: an ordinal that has lost its mark."""
    for passages in _articles(document):
        for passage in passages:
            ordinal = document.once(_all_unmarked).get(passage.key)
            if ordinal:
                yield passage, Hit(ordinal.start, ordinal.end, "序数后面缺标点。", written(ordinal.form, ordinal.value))


def _all_unmarked(document: Document) -> dict[int, Ordinal]:
    return {key: ordinal for passages in _articles(document) for key, ordinal in _unmarked(passages).items()}


def _rows(passages: Sequence[Passage]) -> Iterator[list[_Placed]]:
    """Lists in brackets that run on in one paragraph, behind its first words: 采取以下措施：（1）…；（2）…."""
    for passage in passages:
        head = head_ordinal(passage.text)
        for form in ("（一）", "（1）"):
            row = [(passage, one) for one in brackets_in_line(passage.text) if one.form == form]
            if len(row) > 2 and row[0][1].value == 1 and not (head and head.form == form):
                yield row


def _clauses(passages: Sequence[Passage]) -> Iterator[list[_Placed]]:
    """The chains of ordinals of clauses; within one paragraph, or each at the head of a paragraph of its own. A first one begins anew."""
    heads: dict[Form, list[_Placed]] = {}
    for passage in passages:
        inside: dict[Form, list[_Placed]] = {}
        ordinal = head_ordinal(passage.text)
        if ordinal and ordinal.form in _DEPTH:  # under another heading a list begins anew
            yield from heads.values()
            heads = {}
        clauses = clause_ordinals(passage.text)
        for found in clauses:
            at_head = not passage.text[: found.start].strip(_BULLETS)
            chains = heads if at_head else inside
            if at_head and found.value == 1 and heads.get(found.form):
                yield heads.pop(found.form)
            again = found.value == 1 and passage.text[: found.start].endswith("；") and found is clauses[-1]
            if not at_head and not again and found.value == 1 and len(inside.get(found.form, ())) > 1:
                yield inside.pop(found.form)
            if not at_head and found.value == _PAIR and _anew(passage.text, inside.get(found.form, ()), found):
                yield inside.pop(found.form)
            if not at_head and found.form not in inside and heads.get(found.form) and heads[found.form][-1][0] is passage:
                inside[found.form] = heads.pop(found.form)
            chains.setdefault(found.form, []).append((passage, found))
        for form, chain in inside.items():
            if chain[0][1].value == 1 and not passage.text[: chain[0][1].start].strip(_BULLETS):
                heads[form] = chain  # the next paragraphs may go on with it
            elif chain[0][1].value == 1 or form not in heads:
                yield chain
            else:
                heads[form] += chain
    yield from heads.values()


def _anew(text: str, chain: Sequence[_Placed], second: Ordinal) -> bool:
    """Whether a second list, whose first item begins otherwise, has come to its second one: 一是…二是…。第一…二是…."""
    return bool(chain) and chain[-1][1].value >= _PAIR and opener(text, chain[-1][1].end, second.start, 1) is not None


def _mixed(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Ordinal, Form]]:
    """Ordinals that stand for one of another form, with that form: within a paragraph, and at the heads of paragraphs."""
    heads: list[_Placed] = []
    openings: list[_Placed] = []
    for passage in passages:
        clauses = list(clause_ordinals(passage.text))
        loose = list(loose_ordinals(passage.text))
        if head := head_ordinal(passage.text):
            heads.append((passage, head))
            openings.append((passage, head))
        elif first := next((one for one in (*clauses[:1], *loose[:1]) if not passage.text[: one.start].strip(_BULLETS)), None):
            openings.append((passage, first))
        figures = [*figures_in_line(passage.text), *brackets_in_line(passage.text)] if clauses else []
        inside = sorted((*clauses, *figures, *(loose if clauses else ())), key=lambda one: one.start)
        for turn, right in strays(inside):
            first = inside[turn - 1] if turn else inside[turn]
            if first in loose and first.value == 1 and inside[turn].value == _PAIR:  # 第一建成…，二是…: the one without a mark
                yield passage, first, inside[turn].form
            else:
                yield passage, inside[turn], right
        if not clauses:
            signs = [one for kind, one in ordinals_in_line(passage.text) if kind == one.form]
            yield from ((passage, signs[turn], right) for turn, right in strays(signs) if turn > 1 or _resumed(signs, turn, right))
    told: dict[int, Form] = {}
    for passage, ordinal, right in (*_too_shallow(heads), *_in_gaps(heads)):
        told[passage.key] = right
        yield passage, ordinal, right
    for places in (openings, heads):
        known = [replace(ordinal, form=told.get(passage.key, ordinal.form)) for passage, ordinal in places]
        for turn, right in strays(known):
            passage, ordinal = places[turn]
            if passage.key not in told:
                told[passage.key] = right
                yield passage, ordinal, right


def _resumed(signs: Sequence[Ordinal], turn: int, right: Form) -> bool:
    """Whether the list goes on behind a stray one: 1.…（2）…3.…."""
    return [(one.form, one.value) for one in signs[turn + 1 : turn + 2]] == [(right, signs[turn].value + 1)]


def _too_shallow(heads: Sequence[_Placed]) -> Iterator[tuple[Passage, Ordinal, Form]]:
    """（一）…二、…: an ordinal of a level that the article doesn't have, where a deeper list waits for its number."""
    last: dict[Form, int] = {}
    for passage, ordinal in heads:
        depth = _DEPTH[ordinal.form]
        waiting = next((form for form, value in last.items() if value == ordinal.value - 1 and _DEPTH[form] > depth), None)
        alone = not any(other.form == ordinal.form and other.value == ordinal.value + 1 for _, other in heads)
        if ordinal.value > 1 and waiting and alone and min(_DEPTH[form] for form in last) > depth:
            yield passage, ordinal, waiting
            last[waiting] = ordinal.value
        else:
            last[ordinal.form] = ordinal.value
        for form in [form for form in last if _DEPTH[form] > _DEPTH[waiting or ordinal.form]]:
            del last[form]


def _in_gaps(heads: Sequence[_Placed]) -> Iterator[tuple[Passage, Ordinal, Form]]:
    """二、…3.…四、: the one that a list lacks, in the form of a list that doesn't come so far."""
    for form in {ordinal.form for _, ordinal in heads}:
        places = [turn for turn, (_, ordinal) in enumerate(heads) if ordinal.form == form]
        for before, after in pairwise(places):
            lacking = heads[before][1].value + 1
            if heads[after][1].value != lacking + 1:
                continue
            between = [(turn, heads[turn][1]) for turn in range(before + 1, after) if heads[turn][1].value == lacking]
            for turn, ordinal in between:
                if not any(other.form == ordinal.form and other.value == lacking - 1 for _, other in heads[before:turn]):
                    yield *heads[turn], form


def _turns(chain: Sequence[_Placed], taken: Set[tuple[Form, int]], strange: Set[tuple[int, int]]) -> Iterator[tuple[Passage, Hit]]:
    last = 0
    values = [ordinal.value for _, ordinal in chain]
    odd = misplaced(values) if len(values) > _PAIR and not any(form == chain[0][1].form for form, _ in taken) else None
    if odd is not None:  # all others have their places' own numbers, so that nothing is to be said of them
        passage, ordinal = chain[odd]
        right = written(ordinal.form, odd + 1)
        lacking = f"前面缺“{right}”" if ordinal.value > odd + 1 else "次序不对"
        yield passage, Hit(ordinal.start, ordinal.end, f"序数{'重复' if ordinal.value in values[:odd] else lacking}。", right)
        return
    for turn, (passage, ordinal) in enumerate(chain):
        wanted = last + 1
        if (passage.key, ordinal.start) in strange:  # another rule speaks of it
            last = ordinal.value
            continue
        if ordinal.value == 1:
            if last == 1 and (values[turn + 1 : turn + 2] in ([3], []) or ordinal.form in _DEPTH):  # 一、一、三
                yield passage, Hit(ordinal.start, ordinal.end, "序数重复。", written(ordinal.form, 2))
                last = 2
            else:
                last = 1
            continue
        if ordinal.value > wanted and all((ordinal.form, value) in taken for value in range(wanted, ordinal.value)):
            last = ordinal.value
            continue
        if ordinal.value == wanted + 1 and values[turn + 1 : turn + 2] == [ordinal.value] and wanted not in values[turn:]:
            right = written(ordinal.form, wanted)  # 一、三、三: the first one
            told = f"后面还有一个“{written(ordinal.form, ordinal.value)}”，这里应是“{right}”。"
            yield passage, Hit(ordinal.start, ordinal.end, told, right)
            last = wanted
            continue
        if ordinal.value != wanted:
            if len(chain) == 1 and not (ordinal.value == 2 and ordinal.form in ("一是", "一要") and not _among_verbs(passage.text)):
                return  # one alone may be no ordinal: 三是虚数, a line that only looks like a heading
            if (
                ordinal.value == wanted + 1
                and ordinal.form in _CLAUSES
                and (turn == 0 or chain[turn - 1][0] is passage)
                and (place := opener(passage.text, chain[turn - 1][1].end if turn else 0, ordinal.start, wanted))
            ):
                right = written(ordinal.form, wanted)
                yield passage, Hit(*place, f"后面是“{written(ordinal.form, ordinal.value)}”，这里应是“{right}”。", right)
                last = ordinal.value
                continue
            word = "重复" if ordinal.value in (last,) else "前面缺" if ordinal.value > wanted else "次序不对"
            missing = f"“{written(ordinal.form, wanted)}”" if word == "前面缺" else ""
            fix = written(ordinal.form, wanted) if ordinal.value < wanted or wanted not in values else None
            yield passage, Hit(ordinal.start, ordinal.end, f"序数{word}{missing}。", fix)
        last = max(wanted, ordinal.value) if ordinal.value <= wanted else ordinal.value


def _among_verbs(text: str) -> bool:
    """Whether the second item stands in a list of verbs, 一抓…二是抓…三抓, of which another rule speaks."""
    values = [[one.value for one in row] for form, row in rows_of(items_in(text)).items() if form not in ("#是", "#要")]
    return [1, 3] in values


RULES = (
    DocumentRule(About("ordinal.turn", "序数次序", Level.ERROR, "GB/T 9704—2012 7.3.3；实务"), out_of_turn),
    DocumentRule(About("ordinal.mixed", "序数写法混用", Level.ERROR, "实务"), mixed_forms),
    DocumentRule(About("ordinal.mark_lacking", "序数缺标点", Level.QUERY, "GB/T 9704—2012 7.3.3"), mark_lacking),
    DocumentRule(About("ordinal.level", "层次跳级", Level.QUERY, "GB/T 9704—2012 7.3.3"), level_skipped),
    DocumentRule(About("ordinal.level_always", "层次跳级（全文如此）", Level.HINT, "GB/T 9704—2012 7.3.3"), level_skipped_always),
)
