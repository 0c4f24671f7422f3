"""A text becomes the people it names with a post before or behind their name: 市委书记王建国, 王建国局长."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from app.proof.name_words import NEVER_GIVEN, NO_NAMES, VERBS
from app.records import dataclass
from app.text.chars import HAN

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟"
    "龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景"
    "薄单包司柏宁柯阮桂闵解强柴华车冉房边闫佟付代邝逄冼库厍晏印蔺郗郇郄亓仉仝佘呙妥姒宦尧帅庹弋忻恽扈揭撒昝毋沐泮漆濮犹琚眭睢矫笪粟糜綦缑胥芮茆茹蔚訾谌谯逯邰郏郜郤郦鄢鄞钭镡阙阚隗雍鞠劳岑敬楚宰寇麦乌"
    "滕褚窦邬狄臧伏茅屠蒙池储仇符冀郁杭嵇滑荣荀羊惠储宓仲伊宫栾甄厉戎祖束幸韶蓟怀蒲邸咸籍卓乔阴胥能苍闻莘党贡劳姬扶堵冉郦雍桑濮寿通扈燕浦尚农别晁勾敖融那简饶空沙鞠丰巢蒯相荆游竺权益桓公肖米贝明计弓牧车宣贲"
    "诸钮裘干解宗虞支昝经缪强吉洪束冷訾辛阚充慕连习艾鱼容古戈居衡步都满弘匡国广禄东沃利蔚越隆师巩聂"
    "戚官璩瞿佴妫亢穆湛昌廉占尉晋巫逢酆衣钦骆谈喻卞奚娄麻郎苟蓝禹封皮刁凤宿苑丘凃鹿邴庾夔羿蒿元云乐楼花富井岩海汲鄂应危终班皮盖双山仰松母银凃迟辜畅练栗初商展檀宾朴於"
)
_DOUBLE = (
    "欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离"
    "|长孙|宇文|司徒|鲜于|司空|闾丘|子车|亓官|司寇|巫马|公西|颛孙|壤驷|公良|漆雕"
    "|乐正|宰父|谷梁|拓跋|夹谷|轩辕|令狐|段干|百里|呼延|东郭|南门|羊舌|微生|梁丘|左丘|西门|第五|南荣|东里|仲长|即墨|达奚|褚师|完颜|纳兰"
    "|弓长"
)
CHIEF = (
    "书记|省长|市长|县长|区长|镇长|乡长|州长|盟长|旗长|主任|局长|部长|厅长|处长|科长|股长|主席|院长|检察长|校长|所长|站长|队长|会长"
    "|秘书长|总经理|董事长|经理|馆长|政委|委员|专员|调研员"
    "|参谋长|司令员|教导员|指导员|园长|理事长|总工程师|总会计师|巡视员|常委|组长|团长|社长|行长|村长|网格员|督导员|厂长|场长|庭长"
    "|工程师|主编|教授"
)
_OTHERS = (
    "民警|辅警|交警|医生|护士|律师|教师|老师|调查员|检察官|法官|党员|村民|居民|职工|农户|驾驶员|网格长|楼长|乡贤|同学|企业家|负责人"
    "|干部|队员|社工|志愿者|农技员|专家|会计|记者|工作人员|技术员|退役军人|书记员|讲解员"
    "|调解员|护林员|安全员|检查员|协管员|巡查员|爱好者|志愿者|传承人|带头人|负责人|路长|林长|田长|船长|班长|教练|选手|老人|患者|河长|组员|司机|业主|商户|摊主|店主|工人|农民|青年|学生|家长|代表|先生|女士|联络员|辅导员|楼栋长|法律顾问|大户"
    "|护士长|研究员|督学|种植户|养殖户|脱贫户|农艺师|经济师|规划师|医师|村医|快递员|管理员|宣讲员|指挥长|指挥|监事|烈属|军属|顾问|台长|总编辑|总监|主持人|发言人"
    "|牧民|渔民|果农|茶农|菜农|创业者|技师|厨师|主管|院士|博士|总裁|秘书|科员|消防员|战士|班主任|讲师|导师|作家|画家|演员|运动员|嘎查达|苏木达|经纪人|能手|标兵"
)
BEHIND = (
    "同志|等|主持|出席|参加|在|到|向|对|就|率|带|作|指|强|要|说|表|介|宣|深|一行|分别|讲|调研|陪|与|和|为|受|传|通|布|部|前|先|亲|一同|共"
    "|亦|也|都|均|还|又|及|赴|来|走|看|检|督|实地|现场|代|致|总|发|听|会见|任|是|告|赞|认|感|正|的|家|让|把|从|用|通过|坦言|回忆|笑"
    "|高兴|激动|连|负责|主动|首|每|多次|观|站|提|随|牵|推|抓|签|颁|授|揭|登|接|敲|递|拿|拉|握|算|忙|捧|蹲|坐|打开|去|回到|曾|已|将|不"
    "|没|只|以|于|自|被|按|给|替|帮|叫|组织|当|动|做|作为|代表|连夜|因|送|参|上|下|围|结合|担|负|昨|今|审|签|批|到场|入|退|住|种|养|开|办"
    "|经营|了解|挨|逐"
)
_POSTS = frozenset(
    ("部门", "单位", "工作", "人员", "群众", "企业", "项目", *CHIEF.split("|"), *_OTHERS.split("|"), "委员会", "任组", "任主", "任副")
)
_NO_GIVEN = tuple("副原县市区总镇乡村州旗盟省局委院校厂队所站处科部组会办司社团")
"""What ends a place or a unit before a post, and no name: 白沙镇镇长, 党委书记."""
_GIVEN = f"(?!副)[{HAN}]"
NAME = rf"(?:(?:{_DOUBLE})(?:{_GIVEN}){{1,2}}|[{SURNAMES}](?:(?:{_GIVEN}){{2}}|[ \u3000]?{_GIVEN}))"
ALL_POSTS = f"{CHIEF}|{_OTHERS}"
_FIRSTS, _LASTS = ("".join(sorted({post[end] for post in ALL_POSTS.split("|")})) for end in (0, -1))
_WORDS = f"(?!(?=[{''.join(sorted({word[0] for word in NO_NAMES}))}])(?:{'|'.join(sorted(NO_NAMES))}))"
_PERSON = re.compile(
    rf"(?=[{_FIRSTS}])(?:{ALL_POSTS})[兼、]?[ \u3000]?(?P<name>{_WORDS}{NAME})"
    rf"(?=$|[，。；：、！？（）“”]|{BEHIND}|(?:{'|'.join(sorted(VERBS))}))"
)
_PART = re.compile(rf"[{HAN}]+$")
_NAMED = re.compile(rf"[{_LASTS}][兼、]?[ \u3000]?[{SURNAMES}{''.join(name[0] for name in _DOUBLE.split('|'))}]")
"""The end of a post and the beginning of a name: most runs have none, and needn't be looked at closely."""
_NAME_FIRSTS = f"{SURNAMES}{''.join(name[0] for name in _DOUBLE.split('|'))}"
_CALLED_AFTER = "由|和|与|对|向|请|落实|贯彻|学习|传达|按照|根据|听取|陪同|邀请|领会|受|让|跟|同|听"
"""What stands before somebody whose post follows his name: 落实孙爱军书记讲话精神."""
_AFTER = "|".join(f"(?<={word})" for word in _CALLED_AFTER.split("|"))
_CALLED = re.compile(rf"(?=[{_NAME_FIRSTS}])(?:^|(?<=[^{HAN}])|{_AFTER})(?P<name>{NAME})(?P<post>(?:副)?(?:{CHIEF})|同志)(?!们)")
_SAYING = re.compile(
    rf"(?=[{_NAME_FIRSTS}])(?:^|(?<=[。！？”]))(?P<name>(?:{_DOUBLE}|[{SURNAMES}])(?:{_GIVEN}){{2}})(?=说|表示|告诉|介绍|坦言|回忆|感慨|笑着|高兴)"
)
_APPOINTED = re.compile(
    rf"(?:任命|免去|补选|选举|推选|提名|推荐|聘请|聘任|授予)(?=[{_NAME_FIRSTS}])(?P<name>{NAME})(?=同志|为|的|任|担任|等)"
)
_TRIM = re.compile(
    "^.*(?:由|在|对|向|与|和|及|请|让|据(?!局|管|资)|经(?![理济营信开纪])|随|同|是|为|的|了|给|、|，|到|来|跟|听取|有(?=[省市县区镇乡]))"
)


DOUBLE_NAMES = tuple(_DOUBLE.split("|"))
_OPENING = frozenset("“《0123456789")
_STARTS_ANEW = re.compile("[，。；：、！？（）“”]|同志|等|在|到|向|对|就|率|带|说")
"""What stands behind a whole name: 李志强对, not 李志 强对."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named at `start:end` of a text; `posts` are the posts beside the name, the nearest last."""

    start: int
    end: int
    name: str
    posts: tuple[str, ...]


_MISTAKEN = "洗候甑"
"""Written for the surnames 冼, 侯 and 甄."""
_LOOSELY = re.compile(rf"(?:{ALL_POSTS})(?P<name>(?:(?:{_DOUBLE})|[{SURNAMES}{_MISTAKEN}]{_GIVEN})(?:{_GIVEN}){{1,2}})")


@lru_cache(maxsize=8192)
def loosely_named(text: str) -> tuple[tuple[int, str], ...]:
    """What stands where a name of three characters would behind a post, whatever follows: (place, words). Much of it is no name."""
    return tuple((found.start("name"), found["name"][:3]) for found in _LOOSELY.finditer(text))


@lru_cache(maxsize=8192)
def people_in(text: str) -> tuple[Person, ...]:
    """Everybody whose name follows a post, or comes before one."""
    return tuple(_people_in(text))


def name_end(text: str, start: int, end: int) -> int:
    """Where a name of the longest form ends: 何静在 is 何静, and what she does begins; 殷某认 is 殷某."""
    size = 2 if text.startswith(DOUBLE_NAMES, start) else 1
    if text[start + size : start + size + 1] == "某":
        return start + size + (2 if text[start + size + 1 : start + size + 2] == "某" else 1)
    last = text[end - 1 : end]
    if end - start > size + 1 and text[start + size] not in " \u3000":
        if last in NEVER_GIVEN or (last == "为" and text[end : end + 1] in _OPENING):
            return end - 1
        if text[end - 1 : end + 1] in VERBS and text[end : end + 2] not in VERBS and not _STARTS_ANEW.match(text, end):
            return end - 1
    return end


def is_word(name: str) -> bool:
    """Whether what looks like a name is a post, or a word that begins like one."""
    return name[1:] in _POSTS or name[:2] in _POSTS or name[-2:] in _POSTS or name[:2] in NO_NAMES


_POST_LAST = re.compile(rf"(?:{ALL_POSTS})$")
_LONGEST_POST = 20
_AND = ("和", "与", "及")


def posts_before(text: str, start: int) -> tuple[str, ...]:
    """The posts that stand right before a place, the nearest last: 县委副书记、县长."""
    parts: list[str] = []
    end = start - 1 if text[start - 1 : start] in (" ", "\u3000") else start
    end -= text[end - 1 : end] in ("、", "兼")
    while end > 0 and text[end - 1] in _LASTS:
        low = max(0, end - _LONGEST_POST)
        part = _PART.search(text, low, end)
        if part is None or not _POST_LAST.search(part[0]):
            break
        joined = part[0].split("兼")
        posts = [_TRIM.sub("", one) for one in joined]
        parts[:0] = [post for post in posts if post]
        end, first = part.start(), joined[0]
        if text[end - 1 : end] != "、" or first[: len(first) - len(posts[0])].endswith(_AND):
            break  # 书记、院长周学勤和院长郑凯: what stands before 和 is somebody else's
        end -= 1
    return tuple(parts)


def _people_in(text: str) -> Iterator[Person]:
    taken: set[int] = set()
    for found in _PERSON.finditer(text) if _NAMED.search(text) else ():
        posts = posts_before(text, found.start("name"))
        end = name_end(text, found.start("name"), found.end("name"))
        name = re.sub("[ \u3000]", "", text[found.start("name") : end])
        if is_word(name):
            continue  # 书记任组长: the verb, not the surname
        taken.add(found.start("name"))
        yield Person(found.start("name"), end, name, posts)
    for found in _SAYING.finditer(text):
        if found.start("name") not in taken and not is_word(found["name"]):
            taken.add(found.start("name"))
            yield Person(found.start("name"), found.end("name"), found["name"], ())
    for found in _APPOINTED.finditer(text):
        if found.start("name") not in taken and not is_word(found["name"]):
            taken.add(found.start("name"))
            yield Person(found.start("name"), found.end("name"), found["name"], ())
    for found in _CALLED.finditer(text):
        if found.start("name") not in taken and not is_word(found["name"]) and not found["name"].endswith(_NO_GIVEN):
            yield Person(found.start("name"), found.end("name"), found["name"], (found["post"],) if found["post"] != "同志" else ())
