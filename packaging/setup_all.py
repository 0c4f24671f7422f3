"""A fresh checkout becomes one that can run, or run its tests: packages, `.venv`, fonts, language model; silent when all is there."""

from __future__ import annotations

from pathlib import Path

import setup_fonts
import setup_system
import setup_venv
import setup_words
from debian_files import bring, missing, tried_lately
from one_at_a_time import alone
from steps import SetupError, Steps
from user_folder import user_data

CHECKOUT = Path(__file__).resolve().parent.parent
VENV = CHECKOUT / ".venv"
_STEPS = 4
_FONTS_STEP, _WORDS_STEP = "Free Chinese fonts", "Chinese language model, for proofreading"


def set_up_to_run(window: bool) -> Path:
    """Make the program ready to run and give the interpreter that runs it. Raises SetupError when that cannot be.

    Missing system libraries, fonts and the language model are said, but do not stop: the command line works without the first, the layout
    without the second, proofreading without the third. Once `.venv` stands, a command that opens no window does not look for libraries
    again.
    """
    ready = setup_venv.is_ready(VENV, setup_venv.RUN_LOCK)
    libraries = setup_system.missing_libraries() if window or not ready else []
    fonts, words = _fonts_wanted(), _words_wanted()
    if ready and not libraries and not fonts and not words:
        return setup_venv.python_of(VENV)
    steps = Steps(_STEPS)
    with alone(CHECKOUT, steps):
        _venv(setup_venv.RUN_LOCK, steps, libraries)
        steps.step(_FONTS_STEP)
        if fonts:
            bring(setup_fonts.FANDOL, _font_folder(), steps)
        else:
            steps.say("nothing to fetch")
        steps.step(_WORDS_STEP)
        if words:
            setup_words.set_up_words(_word_folder(), steps)
        else:
            steps.say("nothing to fetch")
    return setup_venv.python_of(VENV)


def set_up_to_test() -> Path:
    """Make the tests ready to run and give the interpreter that runs them. Raises SetupError when anything they need is missing.

    The tests want the free faces and the measured language model whatever else is installed: their expectations were made with them.
    """
    packages = setup_system.missing_libraries() + setup_system.missing_commands()
    there = not missing(setup_fonts.FANDOL, _font_folder()) and setup_words.measured_at_hand(_word_folder())
    if not packages and there and setup_venv.is_ready(VENV, setup_venv.DEV_LOCK):
        return setup_venv.python_of(VENV)
    steps = Steps(_STEPS)
    with alone(CHECKOUT, steps):
        lacking = _venv(setup_venv.DEV_LOCK, steps, packages)
        steps.step(_FONTS_STEP)
        if not bring(setup_fonts.FANDOL, _font_folder(), steps):
            raise SetupError("The tests need the free Chinese fonts (see above).")
        steps.step(_WORDS_STEP)
        if not setup_words.set_up_measured_words(_word_folder(), steps):
            raise SetupError("The tests need the Chinese language model (see above).")
    if lacking:
        raise SetupError(f"The tests need these packages (see above): {' '.join(lacking)}")
    return setup_venv.python_of(VENV)


def _venv(lock: Path, steps: Steps, packages: list[str]) -> list[str]:
    """The steps both ways share: system packages, then `.venv`. What is still missing of the packages."""
    steps.step("System packages (Qt's libraries and tools)")
    no_venv = [] if setup_venv.is_ready(VENV, lock) else setup_system.missing_venv()
    lacking = setup_system.install(packages + no_venv, steps)
    if set(no_venv) & set(lacking):
        raise SetupError(f"Python cannot make an environment without the package {no_venv[0]} (see above).")
    steps.step("Python packages, by the locked list, in .venv")
    setup_venv.set_up_venv(VENV, lock, steps)
    return lacking


def _font_folder() -> Path:
    return user_data() / "fonts"


def _word_folder() -> Path:
    return user_data() / "words"


def _fonts_wanted() -> bool:
    """Whether to fetch the free faces: they are absent, so are the official ones, and no try has failed within a day."""
    folder = _font_folder()
    return bool(missing(setup_fonts.FANDOL, folder)) and not tried_lately(folder) and not setup_fonts.official_faces_present()


def _words_wanted() -> bool:
    """Whether to fetch the language model: there is none at all, and no try has failed within a day."""
    folder = _word_folder()
    return not setup_words.at_hand(folder) and not tried_lately(folder)
