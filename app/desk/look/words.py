"""How a value was come by, in a clerk's words."""

from __future__ import annotations

from collections.abc import Mapping

from app.desk.found_look import How

HOW_WORDS: Mapping[How, str] = {"read": "读到", "reckoned": "推算", "guessed": "估计", "default": "默认"}
