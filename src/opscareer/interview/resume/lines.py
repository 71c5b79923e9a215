"""A résumé in text or Markdown as lines, and the parts that its headings make of them."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple
from unicodedata import normalize

from opscareer.text import clean

Part = Literal["top", "work", "school", "project", "skill", "about", "other"]

_HEADINGS: tuple[tuple[Part, str], ...] = (
    (
        "work",
        r"(?:主要|全职|过往)?(?:工作|职业|任职|从业|就业|实习)(?:经历|经验|履历|背景|生涯|历程)|(?:个人)?(?:经历|履历)|工作"
        r"|(?:(?:work|working|professional|employment|career|relevant|related|job|industry|internship)\s*)?"
        r"(?:experiences?|history)|employment|work|professional background|internships?",
    ),
    (
        "school",
        r"教育(?:经历|背景|情况|信息|程度)?|学历(?:背景)?|学习经历"
        r"|(?:education|academics?)(?:al)?(?: (?:and|&) (?:training|qualifications?|certifications?))?"
        r"(?: background| history)?|academic (?:background|qualifications?)|degrees?",
    ),
    (
        "project",
        r"(?:主要|个人|重点|开源|代表)?(?:项目|作品)(?:经历|经验|展示|集)?"
        r"|(?:社团|校园|学生工作|社会实践|志愿者?)(?:经历|活动)?|(?:personal |key |selected |side )?projects?"
        r"|portfolio|volunteer(?:ing)?(?: (?:work|experience))?|publications?",
    ),
    (
        "skill",
        r"(?:专业|职业|个人|工作|核心|相关|办公)?(?:技能|能力|专长|特长|工具)(?:特长|清单|证书|列表)?"
        r"|(?:(?:technical|core|key|professional|computer) )?(?:skills?|competenc(?:y|ies)|proficienc(?:y|ies))"
        r"(?: (?:highlights|summary|set))?|areas of expertise|expertise|highlights|tools",
    ),
    (
        "about",
        r"(?:自我|个人)(?:评价|介绍|简介|总结|优势|描述|概述)|关于我|简介"
        r"|(?:(?:professional|executive|career|personal) )?(?:summary|profile|overview|statement)|about(?: me)?",
    ),
    (
        "other",
        r"求职(?:意向|目标|方向)|(?:期望|意向)(?:职位|岗位|工作)|(?:career )?objectives?"
        r"|个人信息|基本(?:信息|资料)|联系方式"
        r"|(?:荣誉|获奖|奖励|奖项|证书|语言|培训|兴趣|爱好)(?:奖项|证书|经历|能力|爱好|情况|荣誉)?"
        r"|contact|personal information"
        r"|languages?|certifications?|licenses?|awards?|honou?rs?|interests|hobbies|references|accomplishments"
        r"|affiliations|(?:additional )?information|training|activities",
    ),
)
_HEADING = re.compile("|".join(f"(?P<{part}>{pattern})" for part, pattern in _HEADINGS))
_TRANSLATED = re.compile(r"(?<=[\u4e00-\u9fff])[\s/|·()]*[a-z][a-z &]*[\s)]*\Z")  # 工作经历 Work Experience
_TRANSLATES = re.compile(r"(?P<heading>[a-z][a-z &]*?)[\s/|·(]+[\u4e00-\u9fff\s]+\)?")  # Work Experience 工作经验
_BULLET = re.compile(r"\s*(?:[-*+•·●▪◦○■□➢◆◇►–]\s+|[●•■◆➢▪►]|\d{1,2}[.、)]\s*(?!\d))")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^)\[]*\)")  # each stops where another opens: no letter is gone over twice
_MARKS = re.compile(r"\*\*|__|(?<![^\s(|])[*_]|[*_](?![^\s)|,.])|`|<[^<>]*>")
_RULE = re.compile(r"[\s|:=*_~-]*\Z")
_OPENING = re.compile(r"\A\s*(?:#{1,6}|>+)\s*")
_EDGES = " \t#:：*_=~-—|【】[]()（）<>「」、.•●■◆"
_NUMBERED = re.compile(r"\A[一二三四五六七八九十\d]{1,2}\s*[、.)]\s*")
_LONGEST = 40
_LONG = 4  # letters; with fewer, as in 学历:本科, a line speaks for itself alone


class Line(NamedTuple):
    """A line without the marks of Markdown, in one width, and whether it is an entry of a list."""

    text: str
    bullet: bool


def parts_of(text: str) -> dict[Part, list[Line]]:
    """Return the lines of a résumé by the part in which they stand, those before any heading at the top.

    A heading may have the first words of its part beside it.
    """
    found: dict[Part, list[Line]] = {}
    part: Part = "top"
    for line in _lines(text):
        heading, rest = _opened(line.text)
        if heading and (not rest or heading[1] >= _LONG):
            part = heading[0]
        found.setdefault(heading[0] if heading else part, []).extend([Line(rest, line.bullet)] if rest else [])
    return found


def _opened(line: str) -> tuple[tuple[Part, int] | None, str]:
    """Return which part a line opens and how long its heading is, and what of the line is none of that."""
    if part := part_named(line):
        return (part, len(line)), ""
    head, colon, rest = line.partition(":")
    part = part_named(head) if colon and rest.strip() else None
    return ((part, len(head)), rest.strip()) if part else (None, line)


def _lines(text: str) -> Iterator[Line]:
    """Yield the lines in which something stands; a tab and a stroke of a table keep their places apart."""
    for told in text.splitlines():
        wide = normalize("NFKC", told.replace("\t", "  |  "))
        bullet = _BULLET.match(wide)
        bare = _OPENING.sub("", wide[bullet.end() :] if bullet else wide, count=1)
        bare = clean(_MARKS.sub("", _LINK.sub(r"\1", bare))).strip()
        if not _RULE.match(bare):
            yield Line(bare, bullet is not None)


def part_named(line: str) -> Part | None:
    """Return which part a line opens, or a section is called; None of one that is no heading."""
    if len(line) > _LONGEST:
        return None
    bare = _NUMBERED.sub("", line.strip(_EDGES)).casefold().strip(_EDGES)
    bare = re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])", "", _TRANSLATED.sub("", bare))
    translates = _TRANSLATES.fullmatch(bare)
    found = _HEADING.fullmatch(re.sub(r"\s+", " ", translates["heading"] if translates else bare))
    return next((part for part, _ in _HEADINGS if found.group(part)), None) if found else None
