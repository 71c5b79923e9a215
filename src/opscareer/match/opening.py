"""How an ad opens: words that say that somebody is sought, labels before its title, the company before all else.

None of them says what is done or asked. They become blanks: all else keeps its place, and the title stands first.
"""

import re

from opscareer.wrapping import width

LONGEST = 44
"""Columns of a title."""
_LABEL = re.compile(
    r"^[^\w\n]*(?:(?:招聘|招募|应聘|急招|诚聘|急聘)(?:岗位|职位)?|(?:岗位|职位)(?:名称)?|标题"
    r"|job title|position|(?:we(?:['’]re| are) |now )?hiring)[^\S\n]*[:】\]][ 【\[]*",
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
_COMPANY = re.compile(r"\W*(?:关于(?:我们|公司)|(?:公司|企业)(?:介绍|简介)|about (?:us|the company)|who we are)\W*")
_TITLED = re.compile(
    r"(?:专员|主管|经理|总监|运营|编辑|策划|客服|助理|负责人|组长|专家|实习生|店长|推广|投放|公关"
    r"|specialist|manager|director|editor|lead|associate|assistant|coordinator|officer|executive|intern|expert)"
    r"(?:\s*[(\[/][^\n]{0,16})?[^\w\n]*$"
)
_LOOKED = 30  # lines; a title stands no farther down
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
    place = _title_after_company(text, labelled.end() if labelled else None)
    return _announced(" " * place + text[place:])


def is_titled(line: str) -> bool:
    """Return whether a line to search is short and ends as a title does."""
    return width(line.strip()) <= LONGEST and bool(_TITLED.search(line))


def _announced(text: str) -> str:
    """Return a text whose first line says nothing but what is sought."""
    begin = len(text) - len(text.lstrip())
    line = text[begin:].partition("\n")[0]
    if width(line) > LONGEST:
        return text
    told = _SITE.sub(_blank, _ANNOUNCED.sub(_blank, line)) if not _LABEL.match(line) else line
    return text[:begin] + told + text[begin + len(line) :]


def _title_after_company(text: str, labelled: int | None) -> int:
    """Return where the title begins in an ad that tells of the company first; 0 in any other."""
    lines = text.splitlines(keepends=True)[:_LOOKED]
    told = [line for line in lines if line.strip()]
    if not told or not _COMPANY.fullmatch(told[0].strip()):
        return 0
    if labelled is not None and labelled <= sum(map(len, lines)):
        return labelled
    place = 0
    for line in lines:
        if is_titled(line):
            return place
        place += len(line)
    return 0


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
