"""A failure becomes one plain sentence for the clerk; everything else is a bug."""

from __future__ import annotations


class UserError(Exception):
    """Something the person at the desk can put right: one Chinese sentence that says what is wrong and what to do.

    The window shows the sentence, the command line prints it on standard error and ends with status 2.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Cancelled(Exception):  # noqa: N818 - it is no error
    """The person stopped a long task; nothing was written."""
