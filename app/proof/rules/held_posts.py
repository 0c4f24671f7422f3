"""People whose post changes within an issue, posts with two holders, and names that stand twice in one list, become hits (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise, permutations

from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.post_kinds import ONE_HOLDER, exclude, kind_of
from app.proof.roster import BETWEEN, Mention, listed, roster
from app.proof.rule import About, DocumentRule, PassageRule
from app.text.chars import HAN

_ASIDE = re.compile(r"（(?P<post>[^（）]{0,8}(?:书记|长|主任|主席))）")
_CHANGES = re.compile(
    "任命|免去|免职|当选|选举|补选|表决|候选|提名|曾任|时任|前任|拟任|改任|转任|调任|新任|接任|历任|升任|晋升|退休|卸任|兼任|挂职|推选|推荐|聘请"
    "|辞去|接替|任职|不再担任|更正|应为|误"
)
_FORMER = re.compile(f"原(?=[{HAN}]{{0,14}}$)|时任|前(?=[{HAN}]{{0,4}}$)")
_SENTENCE_ENDS = "。；！？\n"
_SENTENCE_END = re.compile(f"[{_SENTENCE_ENDS}]")
_HEAD_OF = re.compile(
    f"(?P<unit>[{HAN}]{{2,14}}?)(?P<post>(?<=部)部长|(?<=局)局长|(?<=厅)厅长|(?<=镇)镇长|(?<=乡)乡长|(?<=[镇乡])党委书记|(?<=校)校长|(?<=[小中大]学)校长"
    "|(?<=[院])院长|(?<=所)所长|(?<=站)站长|(?<=馆)馆长|(?<=行)行长|(?<=[办委])主任|(?<=中心)主任|(?<=联)主席|(?<=总工会)主席|(?<=村)党支部书记"
    "|(?<=社区)(?:党总支|党委|党支部)?书记|(?<=[庭])庭长|(?<=[科])科长|(?<=[处])处长|(?<=支队)支队长|(?<=大队)大队长)$"
)
_OVER_A_UNIT = re.compile("^(?:.*[省市县区州旗]委|.*[省市县区州旗](?=[^省市县区州旗]{2,}))")
_EXTRA = re.compile("领导小组|指挥部|委员会|专班|防[办指]|安[办委]|河长|林长|协会|学会|商会|研究会|基金会|筹|临时|派驻|驻村|兼")
"""Bodies that somebody heads beside his own unit."""
_OF_ONE_BODY = (
    ("中队长", "大队长", "支队长", "总队长"),
    ("董事长", "总经理"),
    ("司令员", "政委", "政治委员"),
    ("理事会主任", "监事会主任"),
    ("理事长", "监事长"),
)
"""Posts of which nobody holds two, unless he is said to."""
_SINGLE_POST = re.compile(
    r"(?!.*(?:副|原|前任|村|社区|街道|支部|站|科|班|组|中队|分局|分会|各|某))(?:[市县区省]|.{2,3}[市县区]).{2,14}(?:局局长|委主任|院院长|办主任|部部长|委书记|校校长|检察长)"
)
_AREA = re.compile(rf"(?:^|[，。；、：在到赴自对为由和与“])(?![全各本该我两多])(?P<area>[{HAN}]{{2,3}}[市县区镇乡])(?![委长级直域])")
_TOWN_LEVEL = frozenset("市县区镇乡")


def _sentence(mention: Mention) -> str:
    """The sentence that a mention stands in."""
    text = mention.passage.text
    start = max(text.rfind(mark, 0, mention.start) for mark in _SENTENCE_ENDS) + 1
    end = _SENTENCE_END.search(text, mention.end)
    return text[start : end.start() if end else len(text)]


def _of_then(mention: Mention) -> bool:
    """Whether a sentence says that somebody's post changed, or was another one."""
    post = mention.passage.text.rfind(mention.posts[0], 0, mention.start) if mention.posts else -1
    before = mention.passage.text[max(0, post - 6) : mention.start]
    return _FORMER.search(before) is not None or _CHANGES.search(_sentence(mention)) is not None


def _by_name(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.posts:
            found.setdefault(mention.name, []).append(mention)
    return found


def _post_place(mention: Mention, post: str) -> tuple[int, int]:
    """From a post of somebody to his name, or from his name to the post behind it."""
    text = mention.passage.text
    start = text.rfind(post, max(0, mention.start - 60), mention.start)
    if start >= 0:
        return start, mention.end
    return mention.start, mention.end + len(post) if text.startswith(post, mention.end) else mention.end


def post_changes(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """One name with 副 before its post here and without it there, with two posts that nobody holds at once, or as head of two units.
    The rarer post is told, of equally frequent ones both.
    """
    listed = {leader.name for leader in office.leaders}
    for mentions in _by_name(roster(document, office)).values():
        for mention in mentions:
            aside = _ASIDE.match(mention.passage.text, mention.end)
            if aside and mention.post and _is_deputy_of(mention.post, aside["post"]):
                message = f"前面写的是“{mention.post}”，括号里是“{aside['post']}”，请核对。"
                yield mention.passage, Hit(aside.start(), aside.end(), message)
        if mentions[0].name in listed or len(mentions) < 2 or any(_of_then(mention) for mention in mentions):
            continue
        yield from _contradictions(mentions)


def _contradictions(mentions: list[Mention]) -> Iterator[tuple[Passage, Hit]]:
    together = [set(mention.posts) for mention in mentions]
    support = {post: sum(any(_same(post, one) for one in held) for held in together) for post in set().union(*together)}
    kinds = dict.fromkeys(mention.posts for mention in mentions)
    clashes = {pair: clash for pair in permutations(kinds, 2) if (clash := _clash(*pair, together))}
    told: set[int] = set()
    for (turn, first), (later, second) in combinations(enumerate(mentions), 2) if clashes else ():
        clash = clashes.get((first.posts, second.posts))
        if clash is None or turn in told or later in told:
            continue
        fewer = support[clash[0]] - support[clash[1]]
        for here, wrong, right in ((turn, *clash), (later, *clash[::-1])):
            if (fewer > 0) == (here == turn) and fewer:
                continue
            told.add(here)
            place = mentions[here]
            elsewhere = "前面" if here == later else "后面"
            message = f"{elsewhere}写的是“{right}{place.name}”，这里是“{wrong}”，请核对。"
            yield place.passage, Hit(*_post_place(place, wrong), message)


def _clash(first: Sequence[str], second: Sequence[str], together: list[set[str]]) -> tuple[str, str] | None:
    """A post of either that nobody holds with the other's, where neither has the other's as well."""
    pairs = ((one, other) for one in first for other in second)
    clash = next((pair for pair in pairs if _contradict(*pair) and not _both(*pair, together)), None)
    if clash is None or any(_same(one, clash[1]) for one in first) or any(_same(one, clash[0]) for one in second):
        return None
    return clash


def _contradict(one: str, other: str) -> bool:
    return (
        _is_deputy_of(one, other)
        or exclude(one, other)
        or _elsewhere(one, other)
        or _of_two_ranks(one, other)
        or _first_of_deputies(one, other)
    )


def _both(one: str, other: str, together: list[set[str]]) -> bool:
    """Whether a mention says that both posts are held by one person."""
    return any(any(_same(one, post) for post in held) and any(_same(other, post) for post in held) for held in together)


def _same(one: str, other: str) -> bool:
    first, second = kind_of(one), kind_of(other)
    if first and second and first.name == second.name and first.level == second.level and first.name != "military":
        return True
    if _first_of_deputies(one, other) or _of_two_ranks(one, other):
        return False
    one, other = one.replace("部部长", "部长"), other.replace("部部长", "部长")
    return ("副" in one) == ("副" in other) and (one.endswith(other) or other.endswith(one))


def _is_deputy_of(one: str, other: str) -> bool:
    """Whether of two posts one is the deputy of the other."""
    first, second = (re.sub("(?:常务)?副", "", post, count=1) for post in (one, other))
    return (first.endswith(second) or second.endswith(first)) and ("副" in one) != ("副" in other)


def _first_of_deputies(one: str, other: str) -> bool:
    """Whether one post is that of the first deputy, and the other of a deputy or acting head of the same level; or acting and head."""
    first, second = kind_of(one), kind_of(other)
    if not first or not second or (first.level != second.level and "" not in (first.level, second.level)):
        return False
    return {first.name, second.name} in ({"first_deputy", "deputy"}, {"acting", "head"})


def _of_two_ranks(one: str, other: str) -> bool:
    """支队长, 大队长; 司令员, 政委."""
    if "副" in one + other:
        return False
    ends = ([next((post for post in posts if held.endswith(post)), "") for held in (one, other)] for posts in _OF_ONE_BODY)
    return any("" not in pair and pair[0] != pair[1] for pair in ends)


def _elsewhere(one: str, other: str) -> bool:
    """Whether of two posts of one kind each is in another unit: 统战部部长, 组织部部长. Short names of a unit are that unit."""
    first, second = _HEAD_OF.search(one), _HEAD_OF.search(other)
    if not first or not second or first["post"] != second["post"] or "副" in one + other or _EXTRA.search(one + other):
        return False
    units = sorted((_OVER_A_UNIT.sub("", found["unit"]) for found in (first, second)), key=len)
    long = iter(units[1])
    return not all(char in long for char in units[0])


def post_held_twice(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """One post of a unit with two names in one issue, or one of an area's leaders in one article."""
    holders: dict[tuple[int, str], Mention] = {}
    areas: dict[int, int] = {}
    for mention in roster(document, office):
        post, article = mention.post, mention.passage.article
        single = _SINGLE_POST.fullmatch(post) is not None
        kind = kind_of(post)
        if mention.passage.text[mention.start - 1 : mention.start] in BETWEEN or not (single or (kind and kind.name in ONE_HOLDER)):
            continue
        if _of_then(mention) or "原" in post:
            continue
        if not single and article not in areas:
            areas[article] = len({found["area"] for passage in document.inside(article) for found in _AREA.finditer(passage.text)})
        if not single and (areas[article] > 1 or len(post) > _BARE):
            continue
        known = holders.setdefault((-2 if single else article, post), mention)
        if known.name != mention.name:
            alone = len(known.posts) > 1 and mention.posts == (post,)
            message = f"后面写的是“{post}{mention.name}”，这里是“{known.name}”，请核对。"
            yield known.passage, Hit(*_post_place(known, post), message)
            if not alone:
                message = f"前面写的是“{post}{known.name}”，这里是“{mention.name}”，请核对。"
                yield mention.passage, Hit(mention.start, mention.end, message)


_BARE = 8


def named_twice(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """乡党委书记鲁克敏、乡长鲁克敏: one name twice in a list of people."""
    for run in listed(roster(document, office)):
        seen: dict[str, Mention] = {}
        for mention in run if len(run) > 1 else ():
            known = seen.setdefault(mention.name, mention)
            if known is not mention:
                message = f"“{mention.name}”在这一串人名里写了两次，请核对。"
                start = mention.passage.text.rfind(mention.posts[0], 0, mention.start) if mention.posts else mention.start
                yield mention.passage, Hit(start if start > known.end - 1 else mention.start, mention.end, message)


def extra_head(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """党委书记、院长甲和院长乙: of two people side by side both are the head."""
    for run in listed(roster(document, office)):
        for one, other in pairwise(run):
            post = one.post
            if one.name == other.name or len(one.posts) < 2 or other.posts != (post,) or "副" in post or "书记" not in one.posts[0]:
                continue
            if one.passage.text[other.start - 1] in BETWEEN:
                continue
            start = one.passage.text.rfind("、", 0, one.start)
            yield one.passage, Hit(start, one.start, f"“{one.name}”和“{other.name}”都写成了“{post}”，请核对。")


_ACTING_TOO = re.compile(r"代(?P<post>[省市县区州镇乡]长)、(?P=post)|(?P<post2>[省市县区州镇乡]长)、代(?P=post2)")
_POST_ENDS = re.compile("(?:书记|长|主任|主席|常委|委员)、")
_OTHER_POST = frozenset("助医编记科处会局员")
_LONGEST, _SHORTEST = 14, 2


def post_written_twice(passage: Passage, _: Office) -> Iterator[Hit]:
    """市政府副秘书长、市政府副秘书长周立, 代县长、县长孟凡平: of one person one post twice."""
    text = passage.text
    for found in _POST_ENDS.finditer(text):
        mark = found.end() - 1
        size = next(
            (size for size in range(_LONGEST, _SHORTEST - 1, -1) if text[mark + 1 : mark + 1 + size] == text[max(0, mark - size) : mark]), 0
        )
        before = text[mark - size - 1 : mark - size]
        if size and before != "代" and text[mark + 1 + size : mark + 2 + size] not in _OTHER_POST and "、" not in text[mark - size : mark]:
            yield Hit(mark, mark + 1 + size, f"职务“{text[mark - size : mark]}”写了两次。", "")
    for found in _ACTING_TOO.finditer(passage.text):
        yield Hit(found.start(), found.end(), "“代”职和正职不会同时担任，请核对。")


RULES = (
    DocumentRule(About("name.post", "职务前后不一", Level.QUERY, "实务"), post_changes),
    DocumentRule(About("name.held_twice", "同一职务两个人", Level.QUERY, "实务"), post_held_twice),
    DocumentRule(About("name.listed_twice", "同一个人列了两次", Level.QUERY, "实务"), named_twice),
    DocumentRule(About("name.two_heads", "并列的两个人都是正职", Level.QUERY, "实务"), extra_head),
    PassageRule(About("name.post_twice", "职务写了两次", Level.QUERY, "实务"), post_written_twice, needs="、"),
)
