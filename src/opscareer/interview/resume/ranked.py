"""A word of rank apart from what it is the rank of: in brackets, in a cell of its own, under a department."""

import re
from collections.abc import Iterable, Sequence

_ENGLISH = (
    r"(?:(?:senior|sr\.?|assistant|associate|deputy|executive|regional) )?(?:manager|director|[sea]?vp|vice president"
    r"|president|head|lead|supervisor|specialist|co-?ordinator|associate|executive|assistant|analyst|consultant|officer)s?"
)
_CHINESE = (
    r"(?:高级|资深|初级|中级|副|执行|代理|见习|实习)?"
    r"(?:主管|经理|总监|专员|专家|助理|负责人|主任|组长|部长|科长|队长|领班|实习生|文员|职员)"
)
_RANK = re.compile(rf"{_ENGLISH}|{_CHINESE}", re.IGNORECASE)
_BESIDE = re.compile(rf"{_CHINESE}|高级|资深|中级|初级|兼(?!职).+")
_DEPARTMENT = re.compile(
    r"(?P<of>[\u4e00-\u9fffa-z& ]{2,20}?)\s*(?:事业部|部门|部|中心|组|团队|\b(?:department|dept\.?|division|team))"
    r"|(?:所[在属])?(?:部门|团队)(?:名称)?\s*:\s*(?P<zh>[\u4e00-\u9fff]{2,12}?)(?:事业部|部门|部|中心|组|团队)?"
    r"|(?:department|team|division)\s*:\s*(?P<en>[a-z& ]{2,30}?)(?: (?:department|division|team))?",
    re.IGNORECASE,
)


def is_rank(title: str) -> bool:
    """Return whether a title is a word of rank and no more, which tells nothing of the trade."""
    return _RANK.fullmatch(title.strip()) is not None


def of_department(rank: str, pieces: Iterable[str]) -> str:
    """Return the title that a rank makes with the first department among some pieces; empty where there is none."""
    for piece in pieces:
        if found := _DEPARTMENT.fullmatch(piece):
            of = (found["of"] or found["zh"] or found["en"]).strip()
            return f"{of} {rank}" if of.isascii() else f"{of}{rank}"
    return ""


def with_rank(title: str, following: Sequence[str]) -> str:
    """Return a title with its rank, or what else is held, where the piece that follows it is one: 用户运营（总监）."""
    return f"{title}({following[0]})" if following and _BESIDE.fullmatch(following[0]) else title
