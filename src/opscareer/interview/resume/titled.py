"""What in a line of a résumé is the title of a post, beside the company, the place and the department."""

import re
from collections.abc import Sequence

from opscareer.interview.resume.ranked import is_rank, of_department, with_rank
from opscareer.model.superior import without_superior

_ENGLISH = re.compile(
    r"\b(?:associate|assistant|manager|director|representative|rep|agent|clerk|specialist|co-?ordinator|executive|officer"
    r"|president|[sea]?vp|chief|c[efotmip]o|head of|lead|supervisor|consultant|advis[oe]r|analyst|engineer|developer"
    r"|designer|architect|administrator|intern|trainee|teacher|tutor|professor|lecturer|instructor|nurse|doctor|physician"
    r"|leader|therapist|technician|mechanic|chef|cook|server|waiter|waitress|bartender|barista|cashier|teller|buyer|planner"
    r"|editor|writer|copywriter|journalist|reporter|publicist|moderator|strategist|marketer|accountant|auditor|bookkeeper"
    r"|controller|comptroller|attorney|lawyer|paralegal|recruiter|receptionist|secretary|driver|operator|worker|handler"
    r"|packer|picker|inspector|scientist|researcher|fellow|producer|owner|founder|partner|principal|freelancer|volunteer"
    r"|trainer|coach|stylist|merchandiser|ambassador|generalist|pharmacist|dentist|librarian|counsell?or|pilot|attendant"
    r"|guard|captain|sergeant|foreman|superintendent|estimator|scheduler|dispatcher|processor|underwriter|broker|banker"
    r"|trader|author|artist|photographer|programmer|tester|member|host|hostess|labou?rer|electrician|plumber|carpenter"
    r"|welder|machinist|contractor|liaison|negotiator|optimi[sz]er|expert|apprentice|aide|practitioner|superviser"
    r"|salesperson|salesman|saleswoman|webmaster|janitor|housekeeper|caregiver|nanny|keyholder|stocker|demonstrator"
    r"|curator|technologist|hygienist|interpreter|translator|evangelist|forwarder|facilitator)\b",
    re.IGNORECASE,
)
_CHINESE = re.compile(
    r"(?:[员师生长士工手岗]|经理|主管|总监|助理|顾问|代表|专家|负责人|编辑|会计|出纳|运营|策划|客服|采购|销售|司机|翻译|文案|总裁"
    r"|创始人|合伙人|前台|教练|主播|主任|经纪人|推广|投放|审核|商务|媒介|公关|审计|市场|开发|测试|设计|运维|架构|干事|秘书|导购|仓管"
    r"|跟单|招商|选品|董事|主编|记者|剪辑|拍摄|买手|专家|总经理|行政|人事|财务|法务|主理人|博主|团长|管培|实习|产品|数据分析|主管|组织者)\Z"
    r"|(?:BD|PM|CEO|COO|CMO|CTO|CFO|HR|HRBP|SEO|SEM)\Z",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"(?:公司|集团|工作室|大学|学院|学校|中学|小学|医院|银行|科技|网络|传媒|事务所|研究院|研究所|平台|旗舰店|事业部|部门|部|中心|组|门店)\Z"
    r"|\b(?:inc|llc|corp|corporation|ltd|limited|co|company(?: name)?|group|partners|solutions|services|university"
    r"|college|institute|agency|studios?|hospital|bank|technologies|gmbh|plc|systems|industries|holdings|enterprises|foundation)"
    r"\.?\Z",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\A(?:职位|岗位|职务|职称|担任(?:职务|职位)?|任职(?:岗位)?|(?:job )?title|position|role)(?:名称)?"
    r"\s*[::]\s*(?P<title>.+)",
    re.IGNORECASE,
)
_OTHER_LABEL = re.compile(
    r"\A(?:公司|单位|企业|行业|部门|地点|城市|(?:工作|在职|起止)?时间|日期|薪资|汇报对象|下属|规模|company|employer|location"
    r"|dates?|period|duration|industry|department|team)(?:名称)?\s*[::]",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\s*[|•·;@()\[\]【】《》<>]\s*|,\s*|\s{2,}|\s+at\s+|\s+[-–—―]{1,2}\s+|[–—―]|(?<=[\u4e00-\u9fff])\s+"
    r"|\s*/\s*(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])-(?=[\u4e00-\u9fff])"
)
_ANONYMOUS = re.compile(r"\s*\bcompany name\b.*", re.IGNORECASE)
_OF_WHAT = re.compile(r"\s+of\s+\w+")
_ALSO = re.compile(r"\s+兼(?!职)任?\s*|(?<=兼)任?\s+")
_LONGEST = 60
_TERMS = re.compile(
    r"\A(?:(?:full|part)[- ]time|temporary|temp|seasonal|interim|acting|freelance|contract)\s+(?=\S)"
    r"|\s+(?:i{1,3}|iv|[1-4])\Z"
    r"|\s*[-–—(|]\s*[^-–—(|]*(?:事业部|部门|部|中心|组|大区|区)\)?\Z",
    re.IGNORECASE,
)


def own_title(title: str) -> str:
    """Return a title, nothing where it only tells whom its holder helps or answers to."""
    return title if re.search(r"\w", without_superior(title)) else ""


def bare(title: str) -> str:
    """Return a title without the terms of the contract, a grade, and the department, none of which tells the post."""
    return _TERMS.sub("", title).strip()


def may_be_title(piece: str) -> bool:
    """Return whether a piece of a line is some English words and no firm: it may be a post's name, as User Growth."""
    return piece.isascii() and " " in piece and len(piece) <= _LONGEST and not _FIRM.search(piece)


def labelled(line: str) -> str:
    """Return the title of a line that calls it one, as 职位：新媒体运营; empty where it does not."""
    found = _LABELLED.match(line)
    return found["title"].strip() if found else ""


def title_in(line: str) -> str:
    """Return the title that a line tells, empty where nothing in it looks like one."""
    pieces = [] if _OTHER_LABEL.match(line) else pieces_of(_ALSO.sub("兼", line))
    for number, piece in enumerate(pieces):
        title = labelled(piece) or _title(piece)
        if title and is_rank(title):
            return _of_what(title, pieces[:number], pieces[number + 1 :], line)
        if title:
            return with_rank(title, pieces[number + 1 :])
    return ""


def pieces_of(line: str) -> list[str]:
    """Return what a line tells one beside the other: a company, a department, a title."""
    return [piece.strip(" -–—:") for piece in _APART.split(line) if piece and piece.strip(" -–—:")]


def _of_what(rank: str, before: Sequence[str], after: Sequence[str], line: str) -> str:
    """Return a rank with what it is the rank of: a department, what stands before its brackets, else what follows."""
    if department := of_department(rank, [*before[::-1], *after]):
        return department
    if before and f"({rank})" in line and not _FIRM.search(before[-1]):
        return f"{before[-1]} ({rank})"
    return ", ".join([rank, *after[:1]]) if rank.isascii() else rank


def _title(piece: str) -> str:
    """Return the title that a piece of a line is, or begins with where a company follows it."""
    own = without_superior(_ANONYMOUS.sub("", piece)).strip()
    if len(own) > _LONGEST:
        return ""
    if _FIRM.search(own):
        ends = [found.end() for found in _ENGLISH.finditer(own)]
        if not ends or ends[-1] == len(own):
            return ""
        of = _OF_WHAT.match(own, ends[-1])
        return own[: of.end() if of else ends[-1]]
    return own if _ENGLISH.search(own) or _CHINESE.search(own) else ""
