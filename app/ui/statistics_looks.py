"""What each of the sheets of 采用统计 says of itself in the window, and how wide its columns are."""

from __future__ import annotations

from app.desk.sheet import Draft
from app.desk.statistics.sheets.forms import FormSheet
from app.desk.statistics.sheets.hands import HandSheet
from app.desk.statistics.sheets.members import MemberSheet
from app.desk.statistics.sheets.points import PointSheet
from app.ui.sheet_looks import Adding, SheetLook


def _rows(drafts: tuple[Draft, ...]) -> str:
    count = sum(draft.kept is not None for draft in drafts)
    return f"共 {count} 行。" if count else ""


def _units(drafts: tuple[Draft, ...]) -> str:
    kept = [draft.kept for draft in drafts if draft.kept is not None]
    return f"共 {len({cells[0] for cells in kept})} 组 {len(kept)} 行。" if kept else ""


def _forms(drafts: tuple[Draft, ...]) -> str:
    kept = [draft.kept for draft in drafts if draft.kept is not None]
    return f"共 {len({cells[0] for cells in kept})} 张表样。" if kept else ""


LOOKS = (
    SheetLook(
        MemberSheet(),
        "统计表按这里的组和次序排；没有列进来的单位排在最后的“其他单位”里。“也叫”写这个单位的其他名称，用顿号隔开。"
        "每月任务是应报送几条；单位写“全组”的一行，是这一组每个单位的任务。",
        "还没有分组。\n在 Excel、Word 里复制“组、单位”两栏，到这里粘贴；或者点“添加”一个一个写。",
        "各栏依次是组、单位、也叫、每月任务；组名只写在每组第一行也可以",
        (Adding("添加", MemberSheet().blank(), 1),),
        (56, 150, 230, 260, 90),
        _units,
    ),
    SheetLook(
        PointSheet(),
        "某个刊物另定的分值，写上刊物名称；没有另定的按“全部”的那一行。增刊另定的，刊物写成“工作简报（增刊）”。"
        "一个单位的几份来稿合成一篇，只算一条，按最高的方式算。改分值不影响已经结账的月份。",
        "还没有分值，都算 0 分。",
        "各栏依次是刊物、方式、每条分值",
        (Adding("添加", PointSheet().blank(), 1),),
        (56, 260, 130, 110),
        _rows,
    ),
    SheetLook(
        HandSheet(),
        "上级采用、领导批示、约稿，和没有进来稿箱的报送，在这里登记。总分不写，就按分值表乘条数。"
        "补登已经结账的月份，记在下一个没有结账的月份里。",
        "还没有手工登记。\n点“添加”写一条，或者从 Excel 里复制几行来粘贴。",
        "各栏依次是月份、单位、方式、刊物、标题、条数、总分、说明",
        (Adding("添加", HandSheet().blank(), 1),),
        (48, 80, 130, 100, 130, 210, 52, 60, 90),
        _rows,
    ),
    SheetLook(
        FormSheet(),
        "一行是表里的一栏，同一个“表样”名称的各行合成一张表，从上到下就是从左到右。方式、刊物不写就是全部；"
        "刊物写“本级刊物”是所有自己签发的。",
        "还没有表样。",
        "各栏依次是表样、表头、计什么、哪一段、方式、刊物、零写作",
        (Adding("添加", FormSheet().blank(), 1),),
        (48, 112, 210, 92, 92, 140, 120, 64),
        _forms,
    ),
)
"""The sheets in the order of their tabs."""
