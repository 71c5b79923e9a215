from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_kb import SMALL

from opscareer.match.clauses import clauses
from opscareer.match.plain import plain
from opscareer.match.skills import of_all, skills_of, unknown_of
from opscareer.model.ad import Asked
from opscareer.model.index import indexed
from opscareer.model.lexicon import skill_index
from opscareer.model.skill import Words as Aliases

ALIASES = {
    "words": Aliases(zh=("文案", "写作"), en=("copy", "Java")),
    "deals": Aliases(zh=("谈判", "设计"), en=("SEM",)),
    "sums": Aliases(zh=("报表", "Excel"), en=("Python", "Excel")),
    "people": Aliases(zh=("带团队", "谈判"), en=()),
}
KB = replace(SMALL, skills={id_: replace(one, aliases=ALIASES[id_]) for id_, one in SMALL.skills.items()})
WORDS = skill_index(KB)
OTHERWISE = 3
"""The level where neither the ad nor the position tells one."""


def asked(text: str, needed: Mapping[str, int] | None = None) -> tuple[Asked, ...]:
    """Return the skills that an ad asks, having held that each mention stands in the ad at its place."""
    ad = plain(text)
    found = skills_of(WORDS, ad, tuple(clauses(ad.text)), needed or {}, OTHERWISE)
    assert all(text[m.start : m.end] == m.text for one in found for m in one.mentions)
    return found


def skills(text: str) -> list[str]:
    """Return the ids of the skills that an ad asks."""
    return [one.skill for one in asked(text)]


def unknown(text: str, *known: str) -> list[str]:
    """Return what an ad asks and no word covers."""
    ad = plain(text)
    words = (WORDS, indexed((word, word) for word in known))
    return [mention.text for mention in unknown_of(words, ad, tuple(clauses(ad.text)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("负责文案", ["words"]),
        ("Ｗｏｒｄｉｎｇ, then EXCEL", ["words", "sums"]),
        ("负责谈判", ["deals", "people"]),
        ("JavaScript 与 seminar", []),
        ("会写作、会报表", ["words", "sums"]),
        ("不要求文案，会报表", ["sums"]),
        ("", []),
    ],
)
def test_skills_by_their_words(text: str, found: list[str]) -> None:
    """Skills are found by their names and aliases; one word may name several, a part of a Latin word none."""
    assert skills(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "不需要文案能力",
        "无需会写作",
        "文案不限",
        "copy not required",
        "福利：\n免费的 Excel 课",
        "公司介绍：\n我们做文案",
    ],
)
def test_what_is_not_asked(text: str) -> None:
    """What the ad denies, or says among benefits or about the company, is not asked."""
    assert skills(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("新闻、写作等相关专业优先", []),
        ("写作专业，本科", []),
        ("写作、谈判类专业", []),
        ("专业写作", ["words"]),
        ("写作专业能力强", ["words"]),
        ("会写作，相关专业优先", ["words"]),
    ],
)
def test_what_was_studied(text: str, found: list[str]) -> None:
    """A field of study is no skill that is asked."""
    assert skills(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("与设计、文案等部门协作", []),
        ("协同文案团队，做报表", ["sums"]),
        ("配合文案团队带团队", ["people"]),
        ("与客户谈判，带团队", ["people", "deals"]),
        ("与团队合作写文案", ["words"]),
        ("做文案，配合各部门", ["words"]),
    ],
)
def test_the_work_of_others(text: str, found: list[str]) -> None:
    """What other teams do, with which somebody works, is not asked of them."""
    assert skills(text) == found


def test_denied_in_one_place() -> None:
    """A skill denied in one place and asked in another is asked there."""
    (one,) = asked("不需要文案功底。负责写作。")
    assert [mention.text for mention in one.mentions] == ["写作"]


def test_wishes() -> None:
    """What is only preferred is a wish and stands last; said once as a demand, it is none."""
    found = asked("任职要求：\n会报表、Excel、Python优先。\n会谈判")
    assert [(one.skill, one.wish) for one in found] == [("deals", False), ("people", False), ("sums", True)]
    assert [one.wish for one in asked("任职要求：\nPython优先。\n熟悉报表")] == [False]


def test_the_most_mentioned_stands_first() -> None:
    """Skills stand by how often they are mentioned, then by where they stand first."""
    found = asked("负责报表；负责文案；文案与写作；SEM")
    assert [(one.skill, len(one.mentions)) for one in found] == [("words", 3), ("sums", 1), ("deals", 1)]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("精通文案", 4),
        ("主导文案", 4),
        ("独立完成文案", 3),
        ("3年以上文案经验", 3),
        ("熟悉文案", 2),
        ("familiar with copy", 2),
        ("了解文案", 1),
        ("协助文案", 1),
        ("文案", 5),
        ("精通报表。\n文案", 5),
        ("了解文案。\n熟练写作", 3),
    ],
)
def test_levels(text: str, level: int) -> None:
    """The words of its clause tell the level, of several the highest; without such words it is the usual one."""
    (one,) = [one for one in asked(text, {"words": 5}) if one.skill == "words"]
    assert one.level == level


@pytest.mark.parametrize(("top", "levels"), [(3, [0, 1, 1, 2, 2, 3]), (5, [0, 1, 2, 3, 4, 5]), (9, [0, 2, 4, 5, 7, 9])])
def test_levels_of_another_number(top: int, levels: list[int]) -> None:
    """Where there are fewer or more levels, a word tells the one at the same height; none told stays none."""
    assert [of_all(level, top) for level in range(6)] == levels


def test_level_of_what_the_position_does_not_need() -> None:
    """Where neither the ad nor the position tells the level, it is the one told for all others."""
    assert [one.level for one in asked("文案", {"deals": 5})] == [OTHERWISE]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("任职要求：熟悉Go语言", ["Go语言"]),
        ("熟练使用剪映、Excel、墨刀等工具", ["剪映", "墨刀"]),
        ("熟悉母婴行业者优先", ["母婴行业"]),
        ("experience with Rust or its tools", ["Rust", "its tools"]),
        ("experience in our trade", []),
        ("了解的人并不多", []),
        ("熟悉从一个品的开发到它在各地上架的全部过程", []),
        ("精通Java和Kotlin", ["Kotlin"]),
        ("proficient in Rust and Python", ["Rust"]),
        ("会使用墨刀", ["墨刀"]),
        ("不需要熟悉Go语言", []),
        ("福利：\n熟悉Go语言的同事", []),
        ("喜欢Go语言", []),
        ("熟悉钢笔", []),
        ("熟悉。", []),
        ("熟悉蓝色钢笔", ["蓝色钢笔"]),  # of so short a name a known word must be more than half
        ("熟悉写字用的钢笔", []),
        ("熟悉C和墨刀", ["墨刀"]),
        ("熟悉一二三四五六七八九十甲乙丙丁戊己", ["一二三四五六七八九十甲乙丙丁戊己"]),
        ("experience with kubernetes clusters here", ["kubernetes clusters here"]),
        ("熟悉并热爱直播", []),
        ("熟悉有较大难度的玩法", []),
        ("熟悉有一定门槛的平台", []),
        ("熟悉有良好口碑的平台", []),
    ],
)
def test_what_is_unknown(text: str, found: list[str]) -> None:
    """What one is asked to know and no skill or cue covers is told, but not what is denied or among benefits."""
    assert unknown(text, "钢笔") == found


PIECES = [
    "文案",
    "谈判",
    "Python",
    "Ｊａｖａ",
    "熟悉",
    "精通",
    "、",
    "，",
    "。",
    "\n",
    "不需要",
    "优先",
    "福利：\n",
    "\x00",
    "\u202e",
]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text(text: str) -> None:
    """Whatever the text, levels are 1-5, every skill stands once and is mentioned, wishes last."""
    ad = plain(text)
    found = skills_of(WORDS, ad, tuple(clauses(ad.text)), {}, OTHERWISE)
    assert len({one.skill for one in found}) == len(found)
    assert all(one.mentions and 1 <= one.level <= 5 for one in found)
    assert [one.wish for one in found] == sorted(one.wish for one in found)
    assert all(0 <= m.start < m.end <= len(text) for m in unknown_of((WORDS,), ad, tuple(clauses(ad.text))))
