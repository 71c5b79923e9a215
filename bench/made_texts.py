"""Résumés as text and as Markdown, made up: the layouts that word processors, job sites and 简历.md have.

What is no post stands there too: what somebody looks for, schools with their years, projects with theirs.
"""

from collections.abc import Callable
from random import Random

from made_people import Job, Lang, Person

_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_FIRMS = {
    "en": ("Company Name", "Acme Corp", "Northwind Inc.", "Blue Harbor LLC", "Sales Partners Group"),
    "zh": ("某某科技有限公司", "蓝港网络", "远山电商有限公司", "某某集团", "青禾传媒"),
}
_DONE = {
    "en": ("Worked with other teams every week", "Kept records up to date", "Trained two new colleagues in 2019"),
    "zh": ("和其他部门协作，每周复盘", "2019 年带过两位新人", "按时完成交办的工作"),
}
_TITLES = {
    "en": ("Experience", "Work Experience", "Professional Experience", "Employment History", "Work History"),
    "zh": ("工作经历", "工作经验", "工作履历", "职业经历"),
}
_SCHOOL = {"en": ("Education", "Education and Training"), "zh": ("教育经历", "教育背景")}
_WANTED = {"en": ("Objective", "Seeking a Marketing Manager position"), "zh": ("求职意向", "用户运营经理 / 品牌总监")}
_PROJECT = {"en": ("Projects", "Online store redesign"), "zh": ("项目经历", "会员体系改版")}


def plain(rng: Random, of: Person, degree: str) -> str:
    """Return a résumé as plain text."""
    heading = (
        rng.choice((str, str.upper, "{}:".format))
        if of.lang == "en"
        else rng.choice((str, "{}：".format, "【{}】".format))
    )
    return _written(rng, of, degree, heading, rng.choice(_PLAIN[of.lang]), rng.choice(("", "- ", "• ", "1. ")))


def markdown(rng: Random, of: Person, degree: str) -> str:
    """Return a résumé as Markdown."""
    heading = rng.choice(("## {}".format, "# {}".format, "### **{}**".format))
    return _written(rng, of, degree, heading, rng.choice(_MARKDOWN[of.lang]), rng.choice(("- ", "* ")))


_Layout = Callable[[str, str, str], list[str]]
_PLAIN: dict[Lang, tuple[_Layout, ...]] = {
    "en": (
        lambda title, firm, time: [title, time, f"{firm} － City , State"],
        lambda title, firm, time: [time, title, f"{firm} City , State"],
        lambda title, firm, time: [f"{time} {title} {firm} － City , State"],
        lambda title, firm, time: [f"{firm}, City, State", f"{title}\t{time}"],
        lambda title, firm, time: [f"{title}, {firm} ({time})"],
        lambda title, firm, time: [f"{firm} | {title} | {time}"],
    ),
    "zh": (
        lambda title, firm, time: [f"{time}  {firm}  {title}"],
        lambda title, firm, time: [f"{firm}\t{time}", title],
        lambda title, firm, time: [f"{firm}    {title}    {time}"],
        lambda title, firm, time: [f"公司：{firm}", f"职位：{title}", f"时间：{time}"],
        lambda title, firm, time: [time, f"{firm} | {title}"],
        lambda title, firm, time: [f"{title}", f"{firm}（{time}）"],
    ),
}
_MARKDOWN: dict[Lang, tuple[_Layout, ...]] = {
    "en": (
        lambda title, firm, time: [f"### {title}, {firm}", "", f"*{time}*", ""],
        lambda title, firm, time: [f"**{firm}** | {title} | {time}", ""],
        lambda title, firm, time: [f"### {firm}", f"**{title}** ({time})", ""],
        lambda title, firm, time: [f"**{title}** @ [{firm}](https://example.com)  ", f"_{time}_", ""],
        lambda title, firm, time: [f"#### {title} - {firm}", f"`{time}` City, State", ""],
        lambda title, firm, time: [f"- **{time}**: {title} at {firm}"],
    ),
    "zh": (
        lambda title, firm, time: [f"### {firm}（{time}）", "", f"**{title}**", ""],
        lambda title, firm, time: [f"### {firm} | {title} | {time}", ""],
        lambda title, firm, time: [f"**{firm}** {title} *{time}*", ""],
        lambda title, firm, time: [f"- {time} {firm} {title}"],
        lambda title, firm, time: [f"#### {firm}", f"- 职位：{title}", f"- 时间：{time}", "- 工作内容："],
        lambda title, firm, time: [f"### {time} {firm}", f"> {title}", ""],
    ),
}


def _written(rng: Random, of: Person, degree: str, heading: Callable[[str], str], layout: _Layout, bullet: str) -> str:
    said = _Dates(rng, of.lang)
    work = [heading(rng.choice(_TITLES[of.lang]))]
    for job in of.jobs:
        done = rng.sample(_DONE[of.lang], rng.randrange(1, 3))
        work += [*layout(job.title, rng.choice(_FIRMS[of.lang]), said.span(job)), *(bullet + one for one in done)]
    wanted, project = _WANTED[of.lang], _PROJECT[of.lang]
    parts = [work, _school(rng, of, degree, heading, said)]
    if rng.random() < 0.5:
        parts.insert(
            rng.choice((0, 2)), [heading(project[0]), f"{project[1]}  {said.of(24252)}-{said.of(24258)}", bullet]
        )
    if rng.random() < 0.3:
        parts.reverse()
    head = ["A B" if of.lang == "en" else "甲", "13800000000 | someone@example.com"]
    aim = [heading(wanted[0]), wanted[1]] if rng.random() < 0.5 else []
    return "\n".join([*head, "", *aim, "", *("\n".join(part) + "\n" for part in parts)])


def _school(rng: Random, of: Person, degree: str, heading: Callable[[str], str], said: "_Dates") -> list[str]:
    school = ("Some University", "Journalism") if of.lang == "en" else ("某某大学", "新闻学")
    start = min(job.start for job in of.jobs) - 50
    time = f"{said.of(start)}{said.dash}{said.of(start + 46)}"
    return [heading(rng.choice(_SCHOOL[of.lang])), f"{time}  {school[0]}  {school[1]}  {degree}"]


class _Dates:
    """How one person writes months, and from when to when."""

    def __init__(self, rng: Random, lang: Lang) -> None:
        english, chinese = (0, 1, 2, 3, 4, 8), (3, 4, 5, 6, 7, 8)
        self._form = rng.choice(english if lang == "en" else chinese)
        self.dash = rng.choice(
            (" - ", "-", " – ", "–", " to ") if lang == "en" else ("-", " - ", "—", "~", "至", " – ")
        )
        self._now = rng.choice(
            ("Present", "Current", "now", "present") if lang == "en" else ("至今", "今", "现在", "至今")
        )

    def of(self, month: int) -> str:
        """Return a month."""
        year, number = divmod(month - 1, 12)
        number += 1
        name = _NAMES[number - 1]
        return (
            *(f"{name} {year}", f"{name[:3]} {year}", f"{name[:3]}. {year}", f"{number:02}/{year}"),
            *(f"{year}-{number:02}" if "-" not in self.dash else f"{year}/{number:02}", f"{year}.{number:02}"),
            *(f"{year}年{number}月", f"{year}.{number}", f"{year}"),
        )[self._form]

    def span(self, job: Job) -> str:
        """Return from when to when a job was held; 至今 has its 至 already."""
        if job.end is not None:
            return self.of(job.start) + self.dash + self.of(job.end)
        return self.of(job.start) + ("" if self.dash == "至" and self._now[0] == "至" else self.dash) + self._now
