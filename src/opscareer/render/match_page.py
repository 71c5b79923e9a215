"""What an ad is for and what it asks, on a screen; for who is known, whether to apply."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from opscareer.model.ad import Match, Mention
from opscareer.render.screen.page import Page, bar
from opscareer.text import Text, joined
from opscareer.views.words.units import percent

if TYPE_CHECKING:  # whoever only reads an ad does not wait for the advice
    from opscareer.advice import Situation
    from opscareer.advice.ad_fit import AdFit
    from opscareer.model.kb import KnowledgeBase

_FOREIGN = Text(
    "这则招聘里没有什么像这个知识库里的岗位：下面的不要当真。",
    "Nothing in this ad speaks for a position of this knowledge base: do not rely on what follows.",
)
_FOR = Text("像是招", "It looks like")
_BY = Text("凭这些词：{words}", "By these words: {words}")
_ASKS = Text("它要的能力", "What it asks")
_HEADINGS = (Text("能力", "skill"), Text("级别", "level"), Text("原话", "in its words"))
_WISH = Text("（优先）", " (preferred)")
_NO_SKILL = Text("没读出它要什么能力。", "No skill could be read from it.")
_CONDITIONS = Text("条件：{years}，{education}", "Conditions: {years}, {education}")
_YEARS = Text("{years} 年经验", "{years} years of experience")
_ANY_YEARS = Text("经验不限", "no experience needed")
_NO_YEARS, _NO_EDUCATION = Text("没写年限", "no years stated"), Text("没写学历", "no degree stated")
_EDUCATION = {
    "any": Text("学历不限", "any education"),
    "secondary": Text("高中或中专", "secondary school"),
    "college": Text("大专", "college"),
    "bachelor": Text("本科", "bachelor's degree"),
    "master": Text("硕士", "master's degree"),
}
_UNKNOWN = Text("还要这些，知识库里没有：{words}", "It also asks, unknown to the knowledge base: {words}")
_FIT = Text("你对这则招聘的匹配度", "Your fit to this ad")
_NOT_OURS = Text(
    "不是这里的岗位，没法拿你来比。", "It is for no position known here, so you cannot be held against it."
)
_TOO_LITTLE = Text(
    "读出来的太少，没法拿你来比：把招聘的全文给我。",
    "Too little was read in it to hold you against it: give the whole text of the ad.",
)
_UNMET = {
    "years": Text(
        "年限不够：要 {asked} 年，你有 {have} 年。", "It asks for {asked} years; you have {have} in the trade."
    ),
    "education": Text("学历不够：要{asked}，你是{have}。", "It asks for: {asked}; you have: {have}."),
}
_SHORT_OF = {"years": Text("年限不够", "too few years"), "education": Text("学历不够", "degree not met")}
_APPLY = {
    "ready": Text("可以投了。", "Apply now."),
    "within-reach": Text(
        "可以投：把差的几项怎么补写进自荐里。", "Worth applying: say in the letter how you close what is missing."
    ),
    "build-first": Text("先补几样再投，或者当一次练习。", "Close some of it first, or apply for the practice."),
}
_SEVERAL = (Text("匹配度", "fit"), Text("年限", "years"), Text("像是招", "it looks like"), Text("招聘", "ad"))
_NOTHING = Text("不是这里的岗位", "no position known here")
_SHOWN, _WORDS = 3, 6


def match_page(page: Page, names: Mapping[str, Text], found: Match) -> None:
    """Write what an ad is for, by which words, and what it asks; `names` are those of skills and positions."""
    if found.foreign:
        page.say(_FOREIGN, "warn")
    page.say(_FOR, "bold")
    for position, share in found.positions[:_SHOWN]:
        page.say(f"{percent(share)}  {names[position].of(page.lang)}  [{position}]", indent=2)
    for guess in (found.role, found.rung):
        if guess.cues:
            page.say(_BY.fill(words=_words(page, guess.cues[:_WORDS])), "dim", indent=2)
    page.head(_ASKS)
    rows = [
        (
            names[one.skill].of(page.lang) + (_WISH.of(page.lang) if one.wish else ""),
            str(one.level),
            _words(page, one.mentions[:_WORDS]),
        )
        for one in found.asked
    ]
    if rows:
        page.table(_HEADINGS, rows, right=(1,))
    else:
        page.say(_NO_SKILL, indent=2)
    page.blank()
    _conditions(page, found)


def fit_section(page: Page, kb: "KnowledgeBase", situation: "Situation", fit: "AdFit") -> None:
    """Write how a person fits to an ad, what they lack for it, and whether to apply."""
    from opscareer.render.advice_page import gap_table

    page.head(_FIT)
    page.spans((f"  {bar(fit.fit)} ", ""), (f"{percent(fit.fit)}  ", "bold"))
    page.say(_APPLY[fit.verdict], indent=2)
    gap_table(page, kb, situation.profile, fit.gaps[:5])
    for one in fit.unmet:
        worth = (_worth(kb, one.asked), _worth(kb, one.have))
        page.say(_UNMET[one.condition].fill(asked=worth[0], have=worth[1]), "warn", first="? ", indent=2)


def no_fit_section(page: Page, found: Match) -> None:
    """Write why nobody is held against an ad."""
    page.head(_FIT)
    page.say(_NOT_OURS if found.foreign else _TOO_LITTLE, indent=2)


def matches_page(page: Page, names: Mapping[str, Text], told: Sequence[tuple[str, Match, "AdFit | None"]]) -> None:
    """Write what several ads are for, a row each: with a person known the best fit first, else as they were given."""
    rows = []
    for ad, found, fit in sorted(told, key=lambda one: -one[2].fit if one[2] else 0):
        title = _NOTHING.of(page.lang)
        for position, share in () if found.foreign else found.positions[:1]:
            title = f"{names[position].of(page.lang)} {percent(share)}"
        years = "?" if found.conditions.years is None else str(found.conditions.years)
        fits, advice = (percent(fit.fit), f"  {_APPLY[fit.verdict].of(page.lang)}") if fit else ("?", "")
        advice += (
            f" ({joined(_SHORT_OF[one.condition] for one in fit.unmet).of(page.lang)})" if fit and fit.unmet else ""
        )
        rows.append((fits, years, title, ad + advice))
    page.table(_SEVERAL, rows, right=(0, 1))


def _worth(kb: "KnowledgeBase", told: float | str) -> Text:
    """Return years or a degree in words."""
    return kb.questions["education"].labels[told] if isinstance(told, str) else Text(f"{told:g}", f"{told:g}")


def _conditions(page: Page, found: Match) -> None:
    years, education = found.conditions
    page.say(
        _CONDITIONS.fill(
            years=_NO_YEARS if years is None else _YEARS.fill(years=years) if years else _ANY_YEARS,
            education=_EDUCATION[education] if education else _NO_EDUCATION,
        )
    )
    if found.unknown:
        page.say(_UNKNOWN.fill(words=_words(page, found.unknown)))


def _words(page: Page, mentions: Iterable[Mention]) -> str:
    return ("、" if page.lang == "zh" else ", ").join(dict.fromkeys(one.text for one in mentions))
