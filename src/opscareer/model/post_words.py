"""What tells a post from a firm, by the words that titles of any trade and names of firms end with."""

import re

ENGLISH = re.compile(
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
"""A word by which an English title tells that it is one."""
CHINESE = re.compile(
    r"(?:[员师生长士工手岗]|经理|主管|总监|助理|顾问|代表|专家|负责人|编辑|会计|出纳|运营|策划|客服|采购|销售|司机|翻译|文案|总裁"
    r"|创始人|合伙人|前台|教练|主播|主任|经纪人|推广|投放|审核|商务|媒介|公关|审计|市场|开发|测试|设计|运维|架构|干事|秘书|导购|仓管"
    r"|跟单|招商|选品|董事|主编|记者|剪辑|拍摄|买手|专家|总经理|行政|人事|财务|法务|主理人|博主|团长|管培|实习|产品|数据分析|督导|小二|组织者)\Z"
    r"|(?:BD|PM|CEO|COO|CMO|CTO|CFO|HR|HRBP|SEO|SEM)\Z",
    re.IGNORECASE,
)
"""How a Chinese title ends."""

FIRM = re.compile(
    r"(?:公司|集团|工作室|大学|学院|学校|中学|小学|医院|银行|科技|网络|传媒|事务所|研究院|研究所|平台|旗舰店|事业部|部门|部|中心|组|门店)\Z"
    r"|\b(?:inc|llc|corp|corporation|ltd|limited|co|company(?: name)?|group|partners|solutions|services|university"
    r"|college|institute|agency|studios?|hospital|bank|technologies|gmbh|plc|systems|industries|holdings|enterprises|foundation)"
    r"\.?\Z",
    re.IGNORECASE,
)
"""How the name of a firm, a school or a department ends."""
