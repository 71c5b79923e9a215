"""People of the kinds that real histories show, made up: their posts, their titles, and from when to when.

Titles are what résumés call posts, each with the position that somebody of the trade would say it is. What stands
around a title (a region, a department, part-time) says nothing of it. Nobody here is real.
"""

from collections.abc import Mapping
from random import Random
from typing import Literal, NamedTuple

Kind = Literal["in", "outside", "ended"]
Lang = Literal["zh", "en"]
NOW = 12 * 2026 + 11

OURS: Mapping[Lang, Mapping[str, str]] = {
    "en": {
        "sales/specialist": "Sales Associate|Sales Representative|Inside Sales Representative|Retail Sales Associate"
        "|Account Executive|Outside Sales Representative|Sales Consultant|Territory Sales Representative",
        "sales/senior": "Senior Sales Representative|Senior Account Executive",
        "sales/manager": "Sales Manager|Regional Sales Manager|District Sales Manager|Sales Supervisor",
        "sales/director": "Director of Sales|Regional Sales Director",
        "customer-service/specialist": "Customer Service Representative|Customer Service Associate"
        "|Call Center Agent|Customer Care Specialist|Customer Support Specialist|Call Center Representative"
        "|Client Service Representative",
        "customer-service/senior": "Senior Customer Service Representative",
        "customer-service/manager": "Customer Service Manager|Call Center Manager|Customer Service Supervisor",
        "marketing/specialist": "Marketing Coordinator|Marketing Assistant|Marketing Specialist|Marketing Associate",
        "marketing/manager": "Marketing Manager|Product Marketing Manager|Field Marketing Manager",
        "marketing/director": "Director of Marketing|Marketing Director",
        "marketing/vp": "Vice President of Marketing|VP, Marketing",
        "pr/specialist": "Public Relations Specialist|PR Coordinator|Communications Specialist|Publicist",
        "pr/manager": "Public Relations Manager|Communications Manager|Media Relations Manager",
        "pr/director": "Director of Communications|Public Relations Director",
        "purchasing/specialist": "Buyer|Purchasing Agent|Procurement Specialist|Assistant Buyer",
        "purchasing/senior": "Senior Buyer",
        "purchasing/manager": "Purchasing Manager|Procurement Manager",
        "warehouse/specialist": "Warehouse Associate|Warehouse Clerk|Inventory Control Specialist|Warehouse Worker",
        "warehouse/manager": "Warehouse Manager|Warehouse Supervisor|Inventory Manager",
        "logistics/specialist": "Logistics Coordinator|Logistics Specialist|Shipping Coordinator",
        "logistics/manager": "Logistics Manager",
        "supply-chain/director": "Director of Supply Chain",
        "bd/specialist": "Business Development Representative|Business Development Associate",
        "bd/manager": "Business Development Manager",
        "new-media-ops/specialist": "Social Media Specialist|Social Media Coordinator",
        "new-media-ops/manager": "Social Media Manager",
        "content-editor/specialist": "Content Editor|Web Editor|Copy Editor",
        "content-editor/manager": "Managing Editor",
        "copywriter/specialist": "Copywriter|Content Writer",
        "copywriter/senior": "Senior Copywriter",
        "content-ops/manager": "Content Manager",
        "online-promotion/specialist": "SEO Specialist",
        "performance-ads/specialist": "PPC Specialist|Paid Media Specialist",
        "brand/manager": "Brand Manager",
        "user-ops/manager": "Community Manager",
        "category-ops/manager": "Category Manager",
        "media/specialist": "Media Buyer|Media Planner",
        "content-safety/specialist": "Content Moderator",
        "operations/specialist": "Operations Coordinator|Operations Specialist",
        "operations/manager": "Operations Manager",
        "operations/director": "Director of Operations",
        "coo/chief": "Chief Operating Officer",
    },
    "zh": {
        "operations/specialist": "运营专员|运营",
        "operations/senior": "高级运营",
        "operations/manager": "运营经理|运营主管",
        "operations/director": "运营总监",
        "new-media-ops/specialist": "新媒体运营|新媒体运营专员|短视频运营|公众号运营",
        "new-media-ops/manager": "新媒体主管|新媒体运营经理",
        "content-ops/specialist": "内容运营|内容运营专员",
        "content-ops/manager": "内容运营主管|内容运营经理",
        "user-ops/specialist": "用户运营|用户运营专员",
        "product-ops/specialist": "产品运营|产品运营专员",
        "product-ops/senior": "资深产品运营|高级产品运营",
        "campaign-ops/specialist": "活动运营|活动策划专员",
        "private-domain/specialist": "私域运营|会员运营",
        "live-commerce/specialist": "直播运营|直播运营专员",
        "store-ops/specialist": "淘宝运营|天猫店铺运营|电商运营专员",
        "cross-border/specialist": "亚马逊运营|跨境电商运营专员",
        "customer-service/specialist": "客服专员|在线客服专员|客服助理|电话客服",
        "customer-service/manager": "客服主管|客服经理",
        "sales/specialist": "销售代表|销售专员|电话销售",
        "sales/manager": "高级销售经理|销售经理|销售主管",
        "sales/director": "大区销售总监|销售总监",
        "bd/specialist": "BD专员|商务专员",
        "bd/manager": "商务拓展经理|BD经理",
        "marketing/specialist": "市场专员|市场营销专员",
        "marketing/manager": "市场经理|市场部经理",
        "marketing/director": "市场总监",
        "brand/manager": "品牌经理",
        "pr/manager": "公关经理",
        "media/specialist": "媒介专员",
        "purchasing/specialist": "采购专员|采购员",
        "purchasing/manager": "采购经理",
        "warehouse/specialist": "仓管员|仓库管理员",
        "warehouse/manager": "仓库主管",
        "logistics/specialist": "物流专员",
        "logistics/manager": "物流主管|物流经理",
        "data-ops/specialist": "数据运营|数据运营专员",
        "growth/specialist": "用户增长运营|增长运营",
        "performance-ads/specialist": "信息流优化师|投放优化师",
        "online-promotion/specialist": "SEO专员|网络推广专员",
        "copywriter/specialist": "文案|文案策划",
        "content-editor/specialist": "网站编辑|新媒体编辑",
        "content-safety/specialist": "内容审核专员|内容审核员",
        "game-ops/specialist": "游戏运营|游戏运营专员",
        "overseas-ops/specialist": "海外运营|海外运营专员",
        "merchant-ops/specialist": "商家运营|商家运营专员",
        "category-ops/specialist": "类目运营",
        "creator-ops/specialist": "达人运营|达人商务",
    },
}
OTHERS: Mapping[Lang, str] = {
    "en": "Registered Nurse|Staff Accountant|High School Teacher|Software Engineer|Data Scientist|HR Manager|Line Cook"
    "|Personal Trainer|Project Manager|Administrative Assistant|Financial Analyst|Controller|Graphic Designer|Attorney"
    "|Construction Manager|Executive Assistant|Business Analyst|Flight Attendant|Bank Teller|Mechanical Engineer"
    "|Medical Assistant|Loan Officer|IT Support Specialist|Network Administrator|Recruiter|Payroll Specialist"
    "|Human Resources Generalist|Fitness Instructor|Program Manager|Office Manager|Quality Assurance Analyst"
    "|Accounts Payable Specialist|Network Operations Technician|Data Warehouse Developer|Library Media Specialist"
    "|Community Health Worker|Director of Nursing|Branch Manager|Program Coordinator|Restaurant General Manager"
    "|Kitchen Manager|Assistant Manager|Assistant Vice President|Product Manager|Creative Director|Owner|Intern"
    "|Sous Chef|Paralegal|Substitute Teacher|Civil Engineer|Systems Analyst|Auditor|Bookkeeper|Receptionist|Manager"
    "|Help Desk Analyst|Credit Analyst|Aircraft Mechanic|Research Assistant|Web Developer|Fashion Designer|Consultant",
    "zh": "前端开发工程师|Java开发工程师|测试工程师|运维工程师|产品经理|UI设计师|平面设计师|会计|财务主管|人事专员"
    "|人力资源经理|行政助理|护士长|小学语文教师|律师|机械工程师|土木工程师|项目经理|算法工程师|电气工程师|厨师长|司机"
    "|出纳|审计|法务专员|翻译|实习生|总经理助理|厂长|销售系统开发工程师|电商后端开发工程师|直播技术工程师|内容算法工程师"
    "|仓储机器人工程师|客服系统产品经理|数据开发工程师|班主任|药剂师|前台|施工员",
}
_AROUND: Mapping[Lang, tuple[str, ...]] = {
    "en": (*("{}",) * 12, "{} - Northeast Region", "{} (Part-time)", "{}, Consumer Products", "{} II", "Full-Time {}"),
    "zh": (*("{}",) * 12, "{}（华东区）", "{}岗", "{}（兼培训）", "{}-电商事业部"),
}
_KINDS: tuple[Kind, ...] = (*("in",) * 9, *("outside",) * 8, *("ended",) * 3)


class Job(NamedTuple):
    """A post: its title, the position of the trade that it is (empty of others), its months (end: None of one held)."""

    title: str
    position: str
    start: int
    end: int | None


class Person(NamedTuple):
    """Somebody: whether they hold a post of the trade now, hold another, or none; their posts, the latest first."""

    kind: Kind
    lang: Lang
    jobs: tuple[Job, ...]

    @property
    def right(self) -> frozenset[str]:
        """The positions held now."""
        return frozenset(job.position for job in self.jobs if job.end is None and job.position)


def person(rng: Random, lang: Lang) -> Person:
    """Return somebody with one to four posts, one after the other; one in twenty of the trade holds a second one."""
    kind = rng.choice(_KINDS)
    jobs: list[Job] = []
    month = NOW - rng.randrange(3, 90)
    ours = kind == "in" or (kind == "ended" and rng.random() < 0.5)
    jobs.append(_job(rng, lang, ours, month, None if kind != "ended" else min(NOW - 2, month + rng.randrange(4, 60))))
    if kind == "in" and rng.random() < 0.05:
        jobs.append(_job(rng, lang, False, month - 5, None))
    for _ in range(rng.choice((0, 1, 1, 2, 2, 3))):
        end = month - rng.choice((0, 1, 1, 2, 9))
        month = end - rng.randrange(8, 72)
        jobs.append(_job(rng, lang, rng.random() < (0.6 if kind == "in" else 0.3), month, end))
    return Person(kind, lang, tuple(jobs))


def _job(rng: Random, lang: Lang, ours: bool, start: int, end: int | None) -> Job:
    """Return a post; those with many titles are as much commoner."""
    told = [(title, position) for position, titles in OURS[lang].items() for title in titles.split("|")]
    others = [(title, "") for title in OTHERS[lang].split("|")]
    title, position = rng.choice(told if ours else others)
    return Job(rng.choice(_AROUND[lang]).format(title), position, start, end)
