"""Readers that go wrong in every way, for a process that imports them by name."""

from __future__ import annotations

import os
import time

from app.errors import UserError


def turned(data: bytes, _name: str) -> bytes:
    return data[::-1]


def process_id(_data: bytes, _name: str) -> int:
    return os.getpid()


def refuse(_data: bytes, name: str) -> bytes:
    raise UserError(f"“{name}”读不了。")


def die(_data: bytes, _name: str) -> bytes:
    os._exit(7)


def fall(_data: bytes, _name: str) -> bytes:
    raise RuntimeError("a bug")


def recurse(data: bytes, name: str) -> bytes:
    return recurse(data, name) + data


def hang(_data: bytes, _name: str) -> bytes:
    while True:
        time.sleep(0.01)


def grow(_data: bytes, _name: str) -> bytes:
    kept = []
    while True:
        kept.append(b"x" * 10_000_000)
        time.sleep(0.01)
