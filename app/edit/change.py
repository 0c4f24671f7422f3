"""What a command did to an issue, as a value that carries places of the old issue to places of the new one."""

from __future__ import annotations

from enum import StrEnum

from app.edit.state import Place, Selection
from app.records import dataclass
from app.text.difference import difference


class Label(StrEnum):
    """What the undo menu calls a change."""

    TYPE = "输入"
    DELETE = "删除"
    PASTE = "粘贴"
    IMPORT = "加入来稿"
    TURN = "标题转行"
    SPLIT = "分段"
    MERGE = "合并段落"
    ROLE = "改段落样式"
    LEAD = "改段首小标题"
    BOLD = "加粗"
    KAI = "改用楷体"
    TYPING_HELP = "输入辅助"
    MOVE_TEXT = "移动文字"
    BEGIN_ARTICLE = "设为文章标题"
    COPY_TEXT = "复制文字"
    TEXT = "修改文字"
    MASTHEAD = "修改报头"
    MASTHEAD_PICTURE = "改报头图片"
    NUMBER = "修改期号"
    DATE = "修改日期"
    ISSUER = "修改编发单位"
    RECIPIENTS = "修改报送单位"
    EDITORS = "修改编辑署名"
    COPIES = "修改印数"
    TITLE = "修改标题"
    TOC_TITLE = "修改目录题"
    UNIT = "修改供稿单位"
    IN_CONTENTS = "改是否列入目录"
    NEW_PAGE = "改另起一页"
    RUNIN = "改简讯排法"
    ADD_ARTICLE = "添加文章"
    REMOVE_ARTICLE = "删除文章"
    MOVE_ARTICLE = "移动文章"
    ADD_SECTION = "添加栏目"
    REMOVE_SECTION = "删除栏目"
    RENAME_SECTION = "修改栏目名"
    MOVE_SECTION = "移动栏目"
    REPLACE = "替换"
    REPLACE_ALL = "全部替换"
    INSERT_TABLE = "插入表格"
    REMOVE_TABLE = "删除表格"
    ROW = "改表格的行"
    COLUMN = "改表格的列"
    MERGE_CELLS = "合并单元格"
    SPLIT_CELL = "拆分单元格"
    HEAD_ROWS = "改表头行"
    WIDTHS = "改列宽"
    ALIGN = "改单元格对齐"
    INSERT_PICTURE = "插入图片"
    REMOVE_PICTURE = "删除图片"
    COMPRESS_PICTURE = "压缩图片"
    PICTURE_SIZE = "改图片大小"
    PICTURE_PLACING = "改图片位置"
    TEMPLATE = "更换版式"
    LOOK = "调整版式"
    LINK = "关联来稿"
    UNLINK = "取消关联来稿"
    SHARE = "改采用方式"
    MERGE_SUBMISSION = "并入来稿"
    NEWER_VERSION = "新稿替换"
    PUT_BACK = "恢复原文"
    ORDER = "按选题单排序"
    REVIEW = "采用改回的送审稿"
    NUMBERS = "改好标题编号"
    FIX = "按校对改正"
    FIX_ALL = "按校对全部改正"
    LET_STAND = "校对：不改"
    HEED = "校对：恢复提示"
    UNIFY = "统一称谓"
    COMMENT = "加批注"
    EDIT_COMMENT = "改批注"
    SETTLE_COMMENT = "批注：处理"
    REMOVE_COMMENT = "删批注"
    PROOF_ROUND = "三校记录"

    @property
    def large(self) -> bool:
        """Whether it changes so much at once that a clerk may want back to before it long afterwards."""
        return self in _LARGE


_LARGE = frozenset(
    {
        Label.IMPORT,
        Label.REPLACE_ALL,
        Label.TEMPLATE,
        Label.MERGE_SUBMISSION,
        Label.NEWER_VERSION,
        Label.ORDER,
        Label.REVIEW,
        Label.FIX_ALL,
        Label.UNIFY,
    }
)


@dataclass(frozen=True, slots=True)
class Splice:
    """Text from `start` to `end` gave way to `inserted` characters; what stood at `end` now stands at `landing`.

    `blocks` are the old blocks from that of `start` to that of `end`, both included: one, but where paragraphs were merged.
    """

    start: Place
    end: Place
    blocks: tuple[int, ...]
    landing: Place
    inserted: int

    @staticmethod
    def between(block: int, old: str, new: str) -> Splice:
        """The shortest one that makes `new` of `old` in one block."""
        start, end, put_in = difference(old, new)
        landing = Place(block, start + len(put_in))
        return Splice(Place(block, start), Place(block, end), (block,), landing, len(put_in))

    @property
    def in_one_block(self) -> bool:
        """Whether no paragraph was split or merged."""
        return len(self.blocks) == 1 and self.landing.block == self.start.block

    def map_place(self, place: Place, forward: bool) -> Place:
        """Where a place is now. One at a mere insertion goes behind it if `forward`; one inside what is gone goes to its edge."""
        if place.block not in self.blocks:
            return place
        at_start = place.block == self.start.block and place.offset <= self.start.offset
        if at_start and (place.offset < self.start.offset or not forward or self.start != self.end):
            return place
        if place.block == self.end.block and place.offset >= self.end.offset:
            return Place(self.landing.block, self.landing.offset + place.offset - self.end.offset)
        return self.landing if forward else self.start


@dataclass(frozen=True, slots=True)
class Change:
    """One command's effect: text that changed and blocks that came, went or moved; block ids throughout."""

    label: Label
    splices: tuple[Splice, ...] = ()
    added: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()
    moved: tuple[int, ...] = ()

    @property
    def single_splice(self) -> Splice | None:
        """The splice of a change that is nothing but one edit within one block: what runs of typing are made of."""
        alone = len(self.splices) == 1 and self.splices[0].in_one_block and not (self.added or self.removed or self.moved)
        return self.splices[0] if alone else None

    def map_place(self, place: Place, *, forward: bool = True) -> Place | None:
        """Where a place of the old issue is in the new one; None where its block is gone."""
        for splice in self.splices:
            place = splice.map_place(place, forward)
        return None if place.block in self.removed else place

    def map_selection(self, selection: Selection | None) -> Selection | None:
        """A selection carried over; None where an end of it is gone."""
        if selection is None:
            return None
        anchor, head = self.map_place(selection.anchor), self.map_place(selection.head)
        return Selection(anchor, head) if anchor and head else None
