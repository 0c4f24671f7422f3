"""A bug becomes a report that can be copied and sent: versions and the places in the program, no word of a document."""

from __future__ import annotations

import os
import platform
import re
import sys
import traceback
from collections.abc import Sequence
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import gettempdir

_PACKAGES = ("PySide6_Essentials", "uharfbuzz", "reportlab", "python-docx", "lxml", "olefile", "jieba")
_KEPT = 20
_PROGRAM = Path(__file__).resolve().parent.parent.parent


def crash_report(error: BaseException, command: str) -> str:
    """The report's text. `command` is the name of what was running, such as "export".

    Messages of exceptions may quote a document or a path, so of them only the plain English words are kept.
    """
    lines = [
        "编报 错误报告（不含文稿内容，可以复制给开发者）",
        f"时间：{datetime.now().astimezone().isoformat(timespec='seconds')}",
        f"正在做：{command}",
        f"系统：{platform.platform()}　Python {platform.python_version()}",
        "部件：" + "，".join(_versions(("bianbao", *_PACKAGES))),
        "",
        *_chain(error),
    ]
    return "\n".join(lines) + "\n"


def save_report(report: str, folder: Path) -> Path | None:
    """Write the report into `folder`, or the system's folder for temporary files; None where neither takes it.

    Only the newest reports are kept.
    """
    name = f"错误报告-{datetime.now().strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.txt"
    for place in (folder, Path(gettempdir())):
        try:
            place.mkdir(parents=True, exist_ok=True)
            path = place / name
            path.write_text(report, encoding="utf-8")
            if place == folder:
                older = sorted(old for old in folder.glob("错误报告-*.txt") if old != path)
                for old in older[: 1 - _KEPT]:
                    old.unlink()
        except OSError:
            continue
        return path
    return None


def _versions(names: Sequence[str]) -> list[str]:
    found = []
    for name in names:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"{name} （未安装）")
    return found


def _chain(error: BaseException) -> list[str]:
    """Type, masked message and the places in the program of an error and of what led to it."""
    lines: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append(f"{type(current).__module__}.{type(current).__qualname__}: {_masked(str(current))}")
        lines += [f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(current.__traceback__)]
        current = current.__cause__ or current.__context__
    return lines


def _masked(message: str) -> str:
    """A message without what it quotes, without figures and without anything but ASCII."""
    bare = re.sub(r"'[^']*'|\"[^\"]*\"", "'…'", message)
    return re.sub(r"[^\x20-\x7e…]+", "…", re.sub(r"\d+", "0", bare))[:200]


def _place(filename: str) -> str:
    """A source file without the folders of this machine."""
    path = Path(filename)
    for base in (_PROGRAM, *map(Path, sys.path)):
        if base.is_absolute() and path.is_relative_to(base):
            return path.relative_to(base).as_posix()
    return path.name
