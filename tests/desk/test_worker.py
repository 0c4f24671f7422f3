"""The worker reads in another process, outlives what happens to it there, and leaves nothing behind."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from app.desk.worker import Limits, Worker
from app.errors import UserError
from tests.desk import worker_jobs

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker(Limits(seconds=60, bytes=200_000_000)) as worker:
        yield worker


def test_a_file_is_read_in_another_process_and_the_next_one_in_the_same(worker: Worker) -> None:
    first = worker.read(worker_jobs.process_id, b"", "来稿.doc")
    assert first != os.getpid()
    assert worker.read(worker_jobs.process_id, b"", "来稿.doc") == first
    assert worker.read(worker_jobs.turned, b"abc" * 1_000_000, "来稿.doc") == b"cba" * 1_000_000


def test_no_process_starts_before_the_first_file_or_stays_after_the_last() -> None:
    def readers() -> list[psutil.Process]:
        return [child for child in psutil.Process().children() if "spawn_main" in " ".join(child.cmdline())]

    with Worker() as worker:
        assert readers() == []
        number = worker.read(worker_jobs.process_id, b"", "来稿.doc")
        assert [child.pid for child in readers()] == [number]
    assert readers() == []
    assert not psutil.pid_exists(number)


def test_what_the_reader_refuses_is_refused_and_the_process_goes_on(worker: Worker) -> None:
    first = worker.read(worker_jobs.process_id, b"", "来稿.doc")
    with pytest.raises(UserError, match=r"“来稿\.doc”读不了。"):
        worker.read(worker_jobs.refuse, b"", "来稿.doc")
    assert worker.read(worker_jobs.process_id, b"", "来稿.doc") == first


@pytest.mark.parametrize("job", [worker_jobs.die, worker_jobs.fall, worker_jobs.recurse, worker_jobs.grow])
def test_a_death_is_one_sentence_and_the_next_file_is_read(worker: Worker, job: Callable[[bytes, str], bytes]) -> None:
    with pytest.raises(UserError, match=r"^“来稿\.doc”.*打不开就请报送单位重发。$"):
        worker.read(job, b"", "来稿.doc")
    assert worker.read(worker_jobs.turned, b"ab", "来稿.doc") == b"ba"


def test_a_file_that_takes_too_long_is_given_up() -> None:
    with Worker(Limits(seconds=0.2)) as worker:
        with pytest.raises(UserError, match="还没有读完"):
            worker.read(worker_jobs.hang, b"", "来稿.doc")
        assert [child for child in psutil.Process().children() if "spawn_main" in " ".join(child.cmdline())] == []


def test_a_killed_program_takes_its_worker_along() -> None:
    """Even one that is busy: the program is killed while a file is read that never ends."""
    program = (
        "from app.desk.worker import Worker\n"
        "from tests.desk import worker_jobs\n"
        "worker = Worker()\n"
        "print(worker.read(worker_jobs.process_id, b'', 'a'), flush=True)\n"
        "worker.read(worker_jobs.hang, b'', 'a')\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], cwd=CHECKOUT, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        reader = psutil.Process(int(running.stdout.readline()))
        running.kill()
        running.wait()
    reader.wait(timeout=30)
    assert not reader.is_running()
