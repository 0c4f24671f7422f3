"""A file in a binary format becomes what its reader makes of it, in a process of its own that may die, hang or grow without harm."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import TypeVar

import psutil

from app.desk.crash import crash_report
from app.desk.log import LOGGER
from app.errors import UserError
from app.records import dataclass

_T = TypeVar("_T")
_LOOK_EVERY_S = 0.05
_ADVICE = "请打开它看看；是好的，就另存为 .docx 或全选复制、粘贴进来，打不开就请报送单位重发。"


@dataclass(frozen=True, slots=True)
class Limits:
    """What the reading of one file may take."""

    seconds: float = 20
    bytes: int = 512 * 2**20


@dataclass(frozen=True, slots=True)
class _Bug:
    """A reader fell over its own feet; the report holds no word of the file."""

    report: str


class Worker:
    """Reads one file after another in one process, which begins with the first file, begins anew where it ended, and ends with the block.

    `advice` is what a person can do about a file that can't be read.

    The process is a fresh Python (spawned, as Windows knows no other way), so it shares nothing with the window and its threads.
    """

    def __init__(self, limits: Limits = Limits(), advice: str = _ADVICE) -> None:
        self._limits, self._advice = limits, advice
        self._process: SpawnProcess | None = None
        self._pipes: tuple[Connection, Connection] | None = None

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def read(self, reader: Callable[[bytes, str], _T], data: bytes, name: str) -> _T:
        """What `reader`, a function of a module, makes of the file. Raises UserError: the reader's own, or what became of the process."""
        try:
            answer = self._answer(reader, data, name)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            LOGGER.warning("worker died: %s", type(error).__name__)
            self.close()
            raise UserError(f"“{name}”读到一半出了问题，可能已损坏，{self._advice}") from error
        except BaseException:
            self.close()
            raise
        if isinstance(answer, UserError):
            raise answer
        if isinstance(answer, _Bug):
            LOGGER.error("worker: %s", answer.report)
            raise UserError(f"“{name}”里有读不懂的内容，可能已损坏，{self._advice}")
        return answer

    def close(self) -> None:
        """End the process."""
        pipes, self._pipes = self._pipes, None
        process, self._process = self._process, None
        for pipe in pipes or ():
            pipe.close()
        if process is not None:
            process.kill()
            process.join()
            process.close()

    def _answer(self, reader: Callable[[bytes, str], _T], data: bytes, name: str) -> _T | UserError | _Bug:
        """Send the file over and wait for the answer as long as the limits hold."""
        questions, answers, process = self._begun()
        questions.send((reader, data, name))
        end = time.monotonic() + self._limits.seconds
        while not answers.poll(_LOOK_EVERY_S):
            if time.monotonic() > end:
                raise UserError(f"“{name}”读了 {self._limits.seconds:.0f} 秒还没有读完，可能已损坏，{self._advice}")
            if _memory_of(process) > self._limits.bytes:
                raise UserError(f"“{name}”要用的内存太多，可能已损坏，{self._advice}")
        answer: _T | UserError | _Bug = answers.recv()
        return answer

    def _begun(self) -> tuple[Connection, Connection, SpawnProcess]:
        """The pipes to and from the living process, which is started where there is none. A pipe of both ways would be a socket."""
        if self._pipes is not None and self._process is not None:
            if self._process.is_alive():
                return *self._pipes, self._process
            self.close()
        context = multiprocessing.get_context("spawn")
        for_worker, questions = context.Pipe(duplex=False)
        answers, from_worker = context.Pipe(duplex=False)
        self._pipes = (questions, answers)
        process = context.Process(target=_serve, args=(for_worker, from_worker), name="reader", daemon=True)
        process.start()
        self._process = process
        for_worker.close()
        from_worker.close()
        return questions, answers, process


def be_a_worker_if_asked() -> None:
    """In a frozen build the worker's process starts as the program itself does; then this serves, and does not return."""
    multiprocessing.freeze_support()


def _serve(questions: Connection, answers: Connection) -> None:
    """Answer until the questions end. The keys of a terminal are the program's own matter."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_program, daemon=True).start()
    while True:
        try:
            reader, data, name = questions.recv()
        except EOFError:
            return
        try:
            answer = reader(data, name)
        except UserError as error:
            answer = error
        except Exception as error:  # noqa: BLE001 - the last fence of this process: the program hears of the bug and goes on
            answer = _Bug(crash_report(error, "read"))
        answers.send(answer)


def _end_with_the_program() -> None:
    """A program that was killed takes its worker along, whatever that is reading."""
    program = multiprocessing.parent_process()
    if program is not None:
        wait([program.sentinel])
        os._exit(1)


def _memory_of(process: SpawnProcess) -> int:
    try:
        return int(psutil.Process(process.pid).memory_info().rss)
    except psutil.Error:  # it has just ended, which the pipe tells
        return 0
