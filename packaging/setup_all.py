"""A fresh checkout becomes one that can run, or run its tests: system packages, `.venv`, fonts; silent when all is there."""

from __future__ import annotations

from pathlib import Path

import setup_fonts
import setup_system
import setup_venv
from one_at_a_time import alone
from steps import SetupError, Steps

CHECKOUT = Path(__file__).resolve().parent.parent
VENV = CHECKOUT / ".venv"


def set_up_to_run(window: bool) -> Path:
    """Make the program ready to run and give the interpreter that runs it. Raises SetupError when that cannot be.

    Missing system libraries and fonts are said, but do not stop: the command line works without the first, the layout without the second.
    Once `.venv` stands, a command that opens no window does not look for libraries again.
    """
    ready = setup_venv.is_ready(VENV, setup_venv.RUN_LOCK)
    libraries = setup_system.missing_libraries() if window or not ready else []
    fonts = _fonts_missing()
    if ready and not libraries and not fonts:
        return setup_venv.python_of(VENV)
    steps = Steps(3)
    with alone(CHECKOUT, steps):
        _venv(setup_venv.RUN_LOCK, steps, libraries)
        steps.step("Free Chinese fonts")
        if fonts:
            setup_fonts.set_up_fonts(_font_folder(), steps)
        else:
            steps.say("nothing to fetch")
    return setup_venv.python_of(VENV)


def set_up_to_test() -> Path:
    """Make the tests ready to run and give the interpreter that runs them. Raises SetupError when anything they need is missing.

    The tests want the free faces whatever else is installed: their expectations were made with them.
    """
    packages = setup_system.missing_libraries() + setup_system.missing_commands()
    fonts = setup_fonts.missing_faces(_font_folder())
    if not packages and not fonts and setup_venv.is_ready(VENV, setup_venv.DEV_LOCK):
        return setup_venv.python_of(VENV)
    steps = Steps(3)
    with alone(CHECKOUT, steps):
        missing = _venv(setup_venv.DEV_LOCK, steps, packages)
        steps.step("Free Chinese fonts")
        if not setup_fonts.set_up_fonts(_font_folder(), steps):
            raise SetupError("The tests need the free Chinese fonts (see above).")
    if missing:
        raise SetupError(f"The tests need these packages (see above): {' '.join(missing)}")
    return setup_venv.python_of(VENV)


def _venv(lock: Path, steps: Steps, packages: list[str]) -> list[str]:
    """The steps both ways share: system packages, then `.venv`. What is still missing of the packages."""
    steps.step("System packages (Qt's libraries and tools)")
    no_venv = [] if setup_venv.is_ready(VENV, lock) else setup_system.missing_venv()
    missing = setup_system.install(packages + no_venv, steps)
    if set(no_venv) & set(missing):
        raise SetupError(f"Python cannot make an environment without the package {no_venv[0]} (see above).")
    steps.step("Python packages, by the locked list, in .venv")
    setup_venv.set_up_venv(VENV, lock, steps)
    return missing


def _font_folder() -> Path:
    return setup_fonts.user_data() / "fonts"


def _fonts_missing() -> bool:
    """Whether to fetch the free faces: they are absent, so are the official ones, and no try has failed within a day."""
    folder = _font_folder()
    return bool(setup_fonts.missing_faces(folder)) and not setup_fonts.tried_lately(folder) and not setup_fonts.official_faces_present()
