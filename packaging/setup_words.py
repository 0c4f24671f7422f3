"""Debian's package of a Chinese language model becomes one file in the user's data folder, where no input method brought one.

By it proofreading knows which words stand beside one another. The file comes from libime, the engine of fcitx 5's pinyin, and is under the
LGPL, so it is fetched from Debian and never passed on by us.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath

from debian_files import Content, Wanted, bring, missing
from steps import Steps

FILE = "zh_CN.lm"
_DEBIAN_13 = Content(25626482, "6befd99fc39dc4eb8ba4410d24109fe73b94ee4655fa252ba739cbc308e349a7")  # 1.1.10+dict20250327-1


def _paper(path: PurePosixPath) -> str:
    return f"{FILE}-copyright.txt" if path.parts[-2:] == (MODEL.package, "copyright") else ""


MODEL = Wanted(
    what="the Chinese language model",
    package="libime-data-language-model",
    download="20 MB",
    files={
        FILE: (
            Content(17092050, "e4097ca9ca1082928c2ea7d5e368080a696611efa0714dfe563c769f26a415d2"),  # Debian 12: 1.0.16-1
            _DEBIAN_13,
            Content(34736327, "3588b3942c8fd62e1a6bd3bae8c7cadc0faf928c175b245224ed475862218387"),  # to be 14: 1.1.17-1
        )
    },
    paper=_paper,
    without="The program works without it: proofreading then finds fewer wrong words, and doubts more right ones.",
    by_hand=f"The file {FILE} of fcitx 5 (libime) from another computer",
    release="trixie",
)
MEASURED = replace(MODEL, files={FILE: (_DEBIAN_13,)}, strictly=True)
"""The version by which proofreading was measured, and which the tests need."""
SYSTEM_FOLDERS = tuple(
    Path(folder) / "libime" for folder in ("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib")
)
"""Where Linux keeps it for the input method; `app.paths.language_models` has the same."""


def at_hand(folder: Path) -> bool:
    """Whether the program finds a model. Its version is the program's affair, which reads others than those that are fetched here."""
    return any((place / FILE).is_file() for place in (folder, *SYSTEM_FOLDERS))


def measured_at_hand(folder: Path) -> bool:
    """Whether the program finds the version by which proofreading was measured."""
    first = next((place for place in (folder, *SYSTEM_FOLDERS) if (place / FILE).is_file()), None)
    return first is not None and not missing(MEASURED, first)


def set_up_words(folder: Path, steps: Steps) -> bool:
    """Bring a model into the folder unless there is one at hand. True when there is; else the reason was said."""
    if at_hand(folder):
        steps.say("already there")
        return True
    return bring(MODEL, folder, steps)


def set_up_measured_words(folder: Path, steps: Steps) -> bool:
    """Bring the measured version into the folder, where the program prefers it to any other. True when it is there."""
    if measured_at_hand(folder):
        steps.say("already there")
        return True
    return bring(MEASURED, folder, steps)
