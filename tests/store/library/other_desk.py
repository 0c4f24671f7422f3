"""A desk in a process of its own: `python -m tests.store.library.other_desk ADDRESS` does what each line of standard input says.

`add TITLE`, `stage ISSUE STAGE`, `ignore WORD`; each is answered with a line when it is written.
"""

from __future__ import annotations

import sys

from app.desk.receiving import new_id
from app.model.signing import Stage
from app.model.submission import SubmissionRecord
from app.store.library.library import Library


def main(address: str) -> None:
    """Serve until the input ends."""
    library = Library.on_server(address)
    print("ready", flush=True)
    for line in sys.stdin:
        verb, *words = line.split()
        if verb == "add":
            library.add(SubmissionRecord(new_id(), "2026-03-05T09:30", title=words[0], unit="云湖镇"), words[0])
        elif verb == "stage":
            library.signed.set_stage(words[0], Stage(words[1]), "2026-03-05T09:30")
        elif verb == "ignore":
            library.ignore_word(words[0])
        print("done", flush=True)
    library.close()


if __name__ == "__main__":
    main(sys.argv[1])
