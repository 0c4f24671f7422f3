"""`python -m tests.proof.weigh`: planted and random slips, and thoughts in clean texts, become the weights of `app/proof/evidence.py`.

Logistic regression by gradient descent (Adam) on what `evidence` says: a clean text's thoughts are no slips; the right thoughts at planted
errors, and at characters that were changed at random in clean texts, are. It prints the weights, and what the tests' texts would show.
"""

from __future__ import annotations

import argparse
import math
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.desk.proofreading import office_knowledge
from app.proof.candidates import TURNED, WRONG
from app.proof.evidence import WEIGHTS, evidence
from app.proof.lexicon import Lexicon
from app.proof.segment import cut
from app.proof.slips import thoughts
from tests.proof.marked import DATA, texts

_RUN = re.compile(r"[\u4e00-\u9fff]{3,}")
_RUNS_CHANGED, _SAME_SOUND = 0.25, 0.65
_PLANTED, _RANDOM = 2.0, 0.15
"""What a planted and a random slip weigh beside a clean text's thought."""
_STEPS, _RATE, _DECAY = 400, 0.1, 0.002
_SHOWN = (6, 9, 12, 18, 25, 31)


@dataclass(frozen=True, slots=True)
class Example:
    """What is known of a thought, in the order of the weights with a one behind, and where it was thought of."""

    known: tuple[float, ...]
    start: int
    end: int
    right: str
    words: str


def examples(line: str, lexicon: Lexicon) -> Iterator[Example]:
    """Every thought of a line that its context doesn't rule out."""
    seen: set[tuple[int, int, str]] = set()
    for one in thoughts(line, lexicon):
        key = (one.base + one.place.start, one.base + one.place.end, one.right)
        if one.kind in (WRONG, TURNED) and key not in seen:
            seen.add(key)
            known = evidence(one.place, one.right, one.likeness, lexicon)
            if known is not None:
                yield Example((*(known[name] for name in WEIGHTS), 1.0), *key, one.place.words)


def _lone(one: Example, text: str) -> bool:
    """Whether the rule would speak of it: of what stands in a text again and again it doesn't."""
    return len(one.words) == 1 or text.count(one.words) == 1


def changed(line: str, lexicon: Lexicon) -> Iterator[str]:
    """The line with one character changed for one that sounds or looks like it."""
    confusion = lexicon.confusion
    for run in _RUN.finditer(line):
        words = [word for word in cut(run[0], lexicon).words if word[1] - word[0] > 1]
        if words and random.random() < _RUNS_CHANGED:
            at = random.randrange(*random.choice(words))
            table = confusion.same if random.random() < _SAME_SOUND else confusion.alike
            pool = sorted(char for char in table.get(run[0][at], ()) if lexicon.costs.get(char, 99.0) < 12.5)
            if pool:
                place = run.start() + at
                yield line[:place] + random.choice(pool) + line[place + 1 :]


def fitted(plain: list[Example], slips: list[tuple[Example, float]]) -> list[float]:
    """The weights, the bias last."""
    rows = [(one.known, 0.0, 1.0) for one in plain] + [(one.known, 1.0, weight) for one, weight in slips]
    total = sum(weight for *_, weight in rows)
    size = len(rows[0][0])
    weights, first, second = [0.0] * size, [0.0] * size, [0.0] * size
    for step in range(1, _STEPS + 1):
        slope = [_DECAY * weight for weight in weights]
        slope[-1] = 0.0
        for known, truth, weight in rows:
            value = max(-30.0, min(30.0, sum(a * b for a, b in zip(weights, known, strict=True))))
            error = (1 / (1 + math.exp(-value)) - truth) * weight / total
            for place, amount in enumerate(known):
                if amount:
                    slope[place] += error * amount
        for place in range(size):
            first[place] = 0.9 * first[place] + 0.1 * slope[place]
            second[place] = 0.99 * second[place] + 0.01 * slope[place] ** 2
            pace = math.sqrt(second[place] / (1 - 0.99**step)) + 1e-8
            weights[place] -= _RATE * first[place] / (1 - 0.9**step) / pace
    return weights


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, nargs="*", default=[DATA], help="folders with planted/ and clean/")
    options = parser.parse_args()
    random.seed(3)
    lexicon = office_knowledge().lexicon
    clean = [text.text for data in options.data for text in texts("clean", data)]
    lines = [line for text in clean for line in text.split("\n")]
    plain = [one for text in clean for line in text.split("\n") for one in examples(line, lexicon) if _lone(one, text)]
    planted: list[list[Example]] = []
    count = 0
    for data in options.data:
        for text in texts("planted", data):
            rows = text.text.split("\n")
            for error in text.errors:
                if error.kind == "word-wrong":
                    count += 1
                    whole = rows[error.line][: error.start] + error.right + rows[error.line][error.end :]
                    near = [one for one in examples(rows[error.line], lexicon) if one.start <= error.end and error.start <= one.end]
                    right = [one for one in near if one.right in whole[max(0, one.start - 2) : one.end + 2]]
                    planted += [right] if right else []
    random_: list[list[Example]] = []
    tried = 0
    for line in lines:
        for spoiled in changed(line, lexicon):
            tried += 1
            right = [one for one in examples(spoiled, lexicon) if spoiled[: one.start] + one.right + spoiled[one.end :] == line]
            random_ += [right] if right else []
    weights = fitted(plain, [*((group[0], _PLANTED) for group in planted), *((group[0], _RANDOM) for group in random_)])
    for name, weight in zip((*WEIGHTS, "BIAS"), weights, strict=True):
        print(f'    "{name}": {weight:.2f},')

    def value(one: Example) -> float:
        return sum(a * b for a, b in zip(weights, one.known, strict=True))

    blamed = sorted(((value(one), one) for one in plain), key=lambda pair: -pair[0])
    characters = sum(len(line) for line in lines)
    for alarms in _SHOWN:
        bar = blamed[alarms][0]
        found = sum(max(map(value, group)) > bar for group in planted)
        spoiled = sum(max(map(value, group)) > bar for group in random_)
        share = f"{alarms} alarms ({alarms * 10_000 / characters:.1f} in 10,000)"
        print(f"bar {bar:5.2f}: {share}, {found} of {count} planted, {spoiled / tried:.3f} of random ones")
    for score, one in blamed[:40]:
        print(f"{score:5.2f} {one.words} {one.right}")


if __name__ == "__main__":
    main()
