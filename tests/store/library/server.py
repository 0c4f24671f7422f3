"""PostgreSQL's own programs become a private server for the tests: no port, a socket in a folder of its own, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from itertools import count
from pathlib import Path
from types import TracebackType

_FALLBACKS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
"""Debian keeps the programs off the search path, by version."""


def programs() -> Path | None:
    """The folder of the server's programs."""
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else next((folder for folder in _FALLBACKS if (folder / "initdb").exists()), None)


class Server:
    """A server that runs while the `with` lasts. It refuses to run as root, so there it runs as another user."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="pg-"))
        self._user = next(name for name in ("postgres", "nobody") if _exists(name)) if os.geteuid() == 0 else None
        self._names = count(1)

    def __enter__(self) -> Server:
        if self._user:
            shutil.chown(self._folder, self._user)
        data = self._folder / "data"
        self._run("initdb", "--pgdata", str(data), "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        self.start()
        return self

    def start(self) -> None:
        """Start it, or start it again."""
        data = self._folder / "data"
        options = f"-k {self._folder} -c listen_addresses='' -c fsync=off -c shared_buffers=16MB"
        self._run("pg_ctl", "start", "--wait", "--pgdata", str(data), "--log", str(self._folder / "log"), "--options", options)

    def stop(self) -> None:
        """Stop it at once, as a server that loses its power; what it was told to keep is there after `start`."""
        self._run("pg_ctl", "stop", "--mode=immediate", "--pgdata", str(self._folder / "data"))

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()
        shutil.rmtree(self._folder)

    def new_database(self) -> str:
        """The address of a new, empty database."""
        name = f"library_{next(self._names)}"
        self._run("createdb", "--host", str(self._folder), "--username=postgres", name)
        return self.address(name)

    def address(self, name: str) -> str:
        """The address of a database."""
        return f"postgresql://postgres@/{name}?host={self._folder}"

    def _run(self, program: str, *arguments: str) -> None:
        folder = programs()
        assert folder is not None
        command = [str(folder / program), *arguments]
        # The server keeps what it was started with open, so its output is thrown away and not waited for.
        subprocess.run(command, user=self._user, cwd=self._folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _exists(user: str) -> bool:
    try:
        pwd.getpwnam(user)
    except KeyError:
        return False
    return True
