"""How an ad opens: words that say that somebody is sought, labels before its title, the company before all else.

None of them says what is done or asked. They become blanks: all else keeps its place, and the title stands first.
"""

import re

from opscareer.match.title_below import LONGEST, title_place
from opscareer.wrapping import width

_LABEL = re.compile(
    r"^[^\w\n]*(?:(?:招聘|招募|应聘|急招|诚聘|急聘)(?:岗位|职位)?|(?:岗位|职位)(?:名称)?|标题"
    r"|job title|position|(?:we(?:['’]re| are) |now )?hiring)[^\S\n]*[:】\]][ 【\[]*"
    r"|^[^\w\n]*(?:(?:岗位|职位|职务)名称|job title|position title)[ |]+"
    r"(?!人数|数量|部门|所属|职责|要求|工作|岗位|招聘|薪|地)(?=\w)",
    re.MULTILINE,
)
_ANNOUNCED = re.compile(
    r"^[^\w\n]*(?:(?:高薪)?(?:急招|急聘|诚聘|招聘|招募|聘请)(?!专员|主管|经理|顾问|总监|助理|负责人|hr|官|运营|渠道|需求|计划|流程)"
    r"|我们(?:正?在|要)(?:找|招)|(?:we(?:['’]re| are) |now )?hiring(?: an?)?\b)"
)
_SITE = re.compile(r"招聘(?:信息)?\s*(?:[-_|—–][^\n]{0,20})?$")
_PRACTICAL = re.compile(
    r"招聘(?:人数|截止|单位|部门|公司|启事|简章|公告|邮箱|电话)[^\n。;]{0,24}|(?:\d{2,4}届?)?(?:校园招聘|社会招聘|校招|社招|春招|秋招)"
)
_RECRUITER = re.compile(r"^[^\n]{0,20}[·|][^\S\n]*(?:招聘|hr|人事|猎头)[^\n]{0,8}$", re.MULTILINE)
_OTHERS = re.compile(
    r"^[^\w\n]*(?:(?:相似|推荐|相关|热门|更多|其他)(?:职位|岗位)|(?:similar|related|recommended) jobs)[^\w\n]*$",
    re.MULTILINE,
)
_AN_AD = 60  # letters; what stands after fewer of them is no end of an ad


def opened(text: str) -> str:
    """Return a text to search with blanks for what announces an ad, stands before its title, or follows as others."""
    labelled = _LABEL.search(text)
    text = _RECRUITER.sub(_blank, _without_others(text))
    text = _PRACTICAL.sub(_blank, _LABEL.sub(_blank, text))
    place = title_place(text, labelled.end() if labelled else None)
    return _announced(" " * place + text[place:])


def _announced(text: str) -> str:
    """Return a text whose first line says nothing but what is sought."""
    begin = len(text) - len(text.lstrip())
    line = text[begin:].partition("\n")[0]
    if width(line) > LONGEST:
        return text
    told = _SITE.sub(_blank, _ANNOUNCED.sub(_blank, line)) if not _LABEL.match(line) else line
    return text[:begin] + told + text[begin + len(line) :]


def _without_others(text: str) -> str:
    """Return a text without the other ads that a page shows after this one."""
    found = _OTHERS.search(text)
    if found is None or len(text[: found.start()].strip()) < _AN_AD:
        return text
    return text[: found.start()] + _blanks(text[found.start() :])


def _blank(found: re.Match[str]) -> str:
    return _blanks(found[0])


def _blanks(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
