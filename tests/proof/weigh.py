"""`python -m tests.proof.weigh`: planted and random slips, and thoughts in clean texts, become the weights of `app/proof/evidence.py`.

With `missing` those of `app/proof/gap.py`. Logistic regression on what the evidence says: a clean text's thoughts are no slips; the right
thoughts at planted errors, and at characters that were changed or left out at random in clean texts, are. It prints the weights, and what
the tests' texts would show.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.desk.proofreading import office_knowledge
from app.proof import evidence, gap
from app.proof.candidates import MISSING, TURNED, WRONG
from app.proof.lexicon import Lexicon
from app.proof.segment import cut
from app.proof.slips import Thought, thoughts
from tests.proof.marked import DATA, texts
from tests.proof.regression import fitted, value

_RUN = re.compile(r"[\u4e00-\u9fff]{3,}")
_RUNS_CHANGED, _SAME_SOUND = 0.25, 0.65
_PLANTED, _RANDOM = 2.0, 0.15
"""What a planted and a random slip weigh beside a clean text's thought."""
_SHOWN = (6, 12, 18, 25, 31, 40, 50, 65, 80)


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of slip: its class of planted errors, what is known of a thought, the weights of that, and how a run is spoilt at a place."""

    planted: str
    known: Callable[[Thought, Lexicon], dict[str, float] | None]
    weights: Mapping[str, float]
    spoilt: Callable[[str, int, Lexicon], str]


@dataclass(frozen=True, slots=True)
class Example:
    """What is known of a thought, in the order of the weights with a one behind, and where it was thought of."""

    known: tuple[float, ...]
    start: int
    end: int
    right: str
    words: str


def _wrong(one: Thought, lexicon: Lexicon) -> dict[str, float] | None:
    return evidence.evidence(one.place, one.right, one.likeness, lexicon) if one.kind in (WRONG, TURNED) else None


def _missing(one: Thought, lexicon: Lexicon) -> dict[str, float] | None:
    return gap.evidence(one.place, one.right, lexicon) if one.kind == MISSING and one.right in lexicon.usage else None


def _changed(line: str, place: int, lexicon: Lexicon) -> str:
    """The line with one character changed for one that sounds or looks like it."""
    table = lexicon.confusion.same if random.random() < _SAME_SOUND else lexicon.confusion.alike
    pool = sorted(char for char in table.get(line[place], ()) if lexicon.costs.get(char, 99.0) < 12.5)
    return line[:place] + random.choice(pool) + line[place + 1 :] if pool else line


def _shortened(line: str, place: int, _: Lexicon) -> str:
    return line[:place] + line[place + 1 :]


SORTS = {
    "wrong": Sort("word-wrong", _wrong, evidence.WEIGHTS, _changed),
    "missing": Sort("word-drop", _missing, gap.WEIGHTS, _shortened),
}


def examples(line: str, sort: Sort, lexicon: Lexicon) -> Iterator[Example]:
    """Every thought of a line that its context doesn't rule out."""
    seen: set[tuple[int, int, str]] = set()
    for one in thoughts(line, lexicon):
        key = (one.base + one.place.start, one.base + one.place.end, one.right)
        if key not in seen and (known := sort.known(one, lexicon)) is not None:
            seen.add(key)
            yield Example((*(known[name] for name in sort.weights), 1.0), *key, one.place.words)


def _lone(one: Example, text: str) -> bool:
    """Whether the rule would speak of it: of what stands in a text again and again it doesn't."""
    return len(one.words) == 1 or text.count(one.words) == 1


def _spoilt(line: str, sort: Sort, lexicon: Lexicon) -> Iterator[str]:
    """The line with a slip in a word of one of its runs, again and again."""
    for run in _RUN.finditer(line):
        words = [word for word in cut(run[0], lexicon).words if word[1] - word[0] > 1]
        if words and random.random() < _RUNS_CHANGED:
            spoilt = sort.spoilt(line, run.start() + random.randrange(*random.choice(words)), lexicon)
            if spoilt != line:
                yield spoilt


def _meant(wrong: str, right: str, sort: Sort, lexicon: Lexicon) -> list[Example]:
    """The thoughts by which the wrong line becomes the right one."""
    return [one for one in examples(wrong, sort, lexicon) if wrong[: one.start] + one.right + wrong[one.end :] == right]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sort", nargs="?", choices=SORTS, default="wrong")
    parser.add_argument("--data", type=Path, nargs="*", default=[DATA], help="folders with planted/ and clean/")
    options = parser.parse_args()
    sort = SORTS[options.sort]
    random.seed(3)
    lexicon = office_knowledge().lexicon
    clean = [text.text for data in options.data for text in texts("clean", data)]
    lines = [line for text in clean for line in text.split("\n")]
    plain = [one for text in clean for line in text.split("\n") for one in examples(line, sort, lexicon) if _lone(one, text)]
    planted: list[list[Example]] = []
    for data in options.data:
        for text in texts("planted", data):
            rows = text.text.split("\n")
            for error in text.errors:
                if error.kind == sort.planted:
                    line = rows[error.line]
                    planted.append(_meant(line, line[: error.start] + error.right + line[error.end :], sort, lexicon))
    at_random = [_meant(spoilt, line, sort, lexicon) for line in lines for spoilt in _spoilt(line, sort, lexicon)]
    slips = [(group[0].known, 1.0, weight) for groups, weight in ((planted, _PLANTED), (at_random, _RANDOM)) for group in groups if group]
    weights = fitted([*((one.known, 0.0, 1.0) for one in plain), *slips])
    for name, weight in zip((*sort.weights, "BIAS"), weights, strict=True):
        print(f'    "{name}": {weight:.2f},')
    _show(weights, plain, planted, at_random, sum(map(len, lines)))


def _show(
    weights: list[float], plain: list[Example], planted: list[list[Example]], at_random: list[list[Example]], characters: int
) -> None:
    """What would be found, and blamed, by some bars; and what is blamed first."""

    def found(groups: list[list[Example]], bar: float) -> int:
        return sum(any(value(weights, one.known) > bar for one in group) for group in groups)

    thought, share = sum(map(bool, planted)), sum(map(bool, at_random)) / len(at_random)
    print(f"thought of: {thought} of {len(planted)} planted, {share:.3f} of random ones")
    blamed = sorted(((value(weights, one.known), one) for one in plain), key=lambda pair: -pair[0])
    for alarms in _SHOWN:
        bar = blamed[alarms][0]
        share = f"{alarms} alarms ({alarms * 10_000 / characters:.1f} in 10,000)"
        spoilt = found(at_random, bar) / len(at_random)
        print(f"bar {bar:5.2f}: {share}, {found(planted, bar)} of {len(planted)} planted, {spoilt:.3f} of random ones")
    for score, one in blamed[:40]:
        print(f"{score:5.2f} {one.words} {one.right}")


if __name__ == "__main__":
    main()
