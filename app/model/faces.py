"""The parts a typeface plays in a bulletin, as templates and layout name them."""

from __future__ import annotations

from enum import StrEnum


class FaceRole(StrEnum):
    """A part that some face must play; the value is the key in a template's [faces]."""

    BODY = "body"
    TITLE = "title"
    HEI = "hei"
    KAI = "kai"
    NUMBER = "number"
    DIGITS = "digits"

    @property
    def label(self) -> str:
        """The name a clerk knows the role by."""
        return _LABELS[self]


_LABELS = {
    FaceRole.BODY: "正文",
    FaceRole.TITLE: "标题",
    FaceRole.HEI: "黑体",
    FaceRole.KAI: "楷体",
    FaceRole.NUMBER: "页码",
    FaceRole.DIGITS: "数字",
}
