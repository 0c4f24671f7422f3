"""A made-up bulletin for the tests of the window."""

from __future__ import annotations

from app.desk.compose import Composed, compose
from app.desk.templates import template_named
from app.importers.read import read_text

TEXT = """云河市城市更新行动
工作简报
第7期
云河市城市更新办公室　2024年3月8日

【工作动态】
全市城市更新推进会召开
老城区改造工程开工
【经验交流】
临溪区办好群众身边小事

【工作动态】
全市城市更新推进会召开
3月5日，全市城市更新推进会在云河大厦召开。会议总结了去年的工作，部署了今年的任务，市有关部门负责同志参加会议。
会议要求，各区要把群众最盼的事放在前面，一个楼栋一个办法，把旧管线、旧路面、旧电梯一件一件改好。
老城区改造工程开工
3月6日，老城区改造工程在南门街开工，涉及居民三千二百户，预计年底完成主体工程。
施工单位把工地的出入口、时间表和电话贴在街口，随时听取居民的意见。
【经验交流】
临溪区办好群众身边小事
临溪区从路灯、公厕、停车三件小事做起，每月办结一批，办一件销一件，群众满意。

报：市委、市政府领导同志
发：各区人民政府，市直各部门
共印120份
"""


def composed() -> Composed:
    """The bulletin as an issue."""
    return composed_of(TEXT)


def composed_of(text: str) -> Composed:
    """A bulletin's text as an issue."""
    return compose(read_text(text, "云河").structure, template_named("工作简报"))
