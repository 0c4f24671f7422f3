"""A text becomes the people it names with a post before their name: 市委书记王建国."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.text.chars import HAN

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟"
    "龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景"
    "薄单包司柏宁柯阮桂闵解强柴华车冉房边"
)
_POST = (
    "书记|省长|市长|县长|区长|镇长|乡长|州长|盟长|旗长|主任|局长|部长|厅长|处长|科长|股长|主席|院长|检察长|校长|所长|站长|队长|会长|秘书长|总经理|董事长|经理|馆长|政委|委员|专员|调研员"
    "|参谋长|司令员|教导员|指导员|园长|理事长|总工程师|总会计师|巡视员|常委|组长|团长|社长|行长|村长|网格员|督导员"
)
_BEHIND = (
    "同志|等|主持|出席|参加|在|到|向|对|就|率|带|作|指|强|要|说|表|介|宣|深|一行|分别|讲|调研|陪|与|和|为|受|传|通|布|部|前|先|亲|一同|共"
    "|亦|也|都|均|还|又|及|赴|来|走|看|检|督|实地|现场|代|致|总|发|听|会见|任|是|告"
)
_POSTS = frozenset(_POST.split("|"))
_PERSON = re.compile(
    rf"(?P<post>(?:[{HAN}]{{0,12}}?(?:{_POST})(?:兼|、)?)+)[ \u3000]?"
    rf"(?P<name>[{SURNAMES}](?:[{HAN}]{{2}}|[ \u3000]?[{HAN}]))(?=$|[，。；：、！？（）“”]|{_BEHIND})"
)
_TRIM = re.compile(r"^.*(?:由|在|对|向|与|和|及|请|让|据|经|随|同|是|为|的|了|给|、|，|到|来|跟|听取)")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named at `start:end` of a text; `posts` are the posts before the name, the nearest last."""

    start: int
    end: int
    name: str
    posts: tuple[str, ...]


def people_in(text: str) -> Iterator[Person]:
    """Everybody whose name follows a post."""
    for found in _PERSON.finditer(text):
        posts = tuple(post for post in (_TRIM.sub("", part) for part in re.split("[、兼]", found["post"])) if post)
        name = re.sub("[ \u3000]", "", found["name"])
        if name[1:] in _POSTS or name[:2] in ("任组", "任主", "任副"):
            continue  # 书记任组长: the verb, not the surname
        yield Person(found.start("name"), found.end("name"), name, posts)
