"""Of whom an ad speaks where it tells years: of a company that boasts, of somebody it asks for, or of nobody yet."""

import re
from bisect import bisect_right
from typing import Literal, NamedTuple

Speaker = Literal["company", "person", "nobody"]

_NUMBER = r"(?=\d|[一二两三四五六七八九十])"
_COMPANY = re.compile(
    r"(?:\A|(?<=,))\W{0,9}"
    r"(?:我们|我司|本?公司|[本我]?集团|(?:联合)?创始(?:人|团队)|管理层|高管|[成创]立于|始于|创办于"
    r"|(?:核心|专业|整个)?团队(?:.{0,4}来自|成员|平均|人?均|都)|(?:领导|老板|导师)(?:们|团队)?(?:均|都|有|拥有|具有|来自)"
    r"|(?:our|we|founded|established|boast\w*|backed by)\b"
    r"|with [^,]{1,60}, ?(?!you\b|.{0,20}candidate)[\w&. ]{1,40} (?:is|are|has|have)\b)"
    rf"|(?:(?:由|跟着|跟随)(?:具?有|拥有)?|\b(?:our|its|their) ){_NUMBER}"
    r"|\b(?:teams?|founders?|leaders|mentors?|experts|company|agency) (?:of \w+ )?(?:with|has|have|bring|who)\b"
)
_PERSON = re.compile(
    r"要求|需|希望|期待|期望|招|诚聘|诚邀|寻找|应聘|候选|求职|[你您]"
    r"|\b(?:need|require|expect|ask|look|seek|hir(?:e|ing)|candidate|must|you)"
)
_OF_OTHERS = re.compile(  # 10 years are those of a mentor, not of who is asked for
    r"(?:以上)?[^,]{0,8}(?:经验|背景)的[^,]{0,6}"
    r"(?:公司|企业(?!用户|微信|服务)|团队(?!管理)|导师|老师|专家(?!级)|大[牛咖神]|领导|老板|创始人|前辈|师傅)"
)
_OF_ALL = re.compile(r"\A\W*(?:深耕|专注)|(?:平均|人均|均|都)(?:有|拥有|具备|具有|超过)?\Z")


class Turns(NamedTuple):
    """Where in a text a company begins to speak of itself or of a person."""

    places: tuple[tuple[int, Speaker], ...]

    def at(self, place: int) -> Speaker:
        """Return of whom is spoken at a place."""
        turn = bisect_right(self.places, place, key=lambda one: one[0]) - 1
        return self.places[turn][1] if turn >= 0 else "nobody"


def turns_of(text: str) -> Turns:
    """Return the turns of a text to search; a company speaks of itself until it asks for somebody."""
    company: list[tuple[int, Speaker]] = [(found.start(), "company") for found in _COMPANY.finditer(text)]
    person: list[tuple[int, Speaker]] = [(found.end(), "person") for found in _PERSON.finditer(text)]
    return Turns(tuple(sorted([*company, *person])))


def of_others(before: str, after: str, *, asked: bool) -> bool:
    """Return whether years between two texts are those of others; asked: whether they stand where demands do."""
    return bool(_OF_OTHERS.match(after) or (not asked and _OF_ALL.search(before)))
