"""What is told of a job ad: what it is for, by which words, what it asks, and whether to apply."""

from collections.abc import Iterable, Iterator, Mapping

from opscareer.text import Text, capital, first_of, joined
from opscareer.views.match import AskView, ConditionsView, MatchesView, MatchView, MentionView
from opscareer.views.words.units import percent

FOREIGN = Text(
    "这则招聘里没有什么像这个知识库里的岗位：下面的不要当真。",
    "Nothing in this ad points to a position in this knowledge base: do not rely on what follows.",
)
ASKS = Text("它要的能力", "What it asks")
IN_ITS_WORDS = Text("原话", "in its words")
NO_SKILL = Text("没读出它要什么能力。", "No skill could be read from it.")
ADS = Text("几则招聘", "Job ads")
FIT = Text("你对这则招聘的匹配度", "Your fit to this ad")
YEARS, LOOKS = Text("年限", "years"), Text("像是招", "it looks like")
FOR = capital(LOOKS)
APPLY: Mapping[str, Text] = {
    "ready": Text("可以投了。", "Apply now."),
    "within-reach": Text(
        "可以投：差的几项打算怎么补，写进求职信。", "Worth applying: say in the letter how you close what is missing."
    ),
    "build-first": Text("先补几样再投，或者当一次练习。", "Close some of it first, or apply for the practice."),
}
GAPS_SHOWN, PLACES_SHOWN = 5, 3
"""How many gaps a screen names, and how many positions that an ad may be for."""
UNMET: Mapping[str, Text] = {
    "years": Text(
        "年限不够：要 {asked} 年，你有 {have} 年。", "It asks for {asked} years; you have {have} in the trade."
    ),
    "education": Text("学历不够：要{asked}，你是{have}。", "It asks for: {asked}; you have: {have}."),
}
_SHORT_OF = {"years": Text("年限不够", "too few years"), "education": Text("学历不够", "degree not met")}
_ADVICE_SHORT = Text("{advice}（{short}）", "{advice} ({short})")

_BY = Text("凭这些词：{words}", "By these words: {words}")
_WISH = Text("{name}（优先）", "{name} (preferred)")
_PLACE = Text("{title} {share}", "{title} {share}")
_CONDITIONS = Text("条件：{years}，{education}", "Conditions: {years}, {education}")
_YEARS = Text("{years} 年经验", "{years} years of experience")
_ANY_YEARS = Text("经验不限", "no experience needed")
_NO_YEARS, _NO_EDUCATION = Text("没写年限", "no years stated"), Text("没写学历", "no degree stated")
EDUCATION: Mapping[str, Text] = {
    "any": Text("学历不限", "any education"),
    "secondary": Text("高中或中专", "secondary school"),
    "college": Text("大专", "college"),
    "bachelor": Text("本科", "bachelor's degree"),
    "master": Text("硕士", "master's degree"),
}
_UNKNOWN = Text("还要这些，知识库里没有：{words}", "It also asks, unknown to the knowledge base: {words}")
_NOT_OURS = Text(
    "不是这里的岗位，没法拿你来比。", "It is for a position not known here, so you cannot be compared with it."
)
_TOO_LITTLE = Text(
    "读出来的太少，没法拿你来比：把招聘的全文给我。",
    "Too little could be read to compare you with it: give the whole text of the ad.",
)
_NO_POSITION = Text("不是这里的岗位", "no position known here")
_WORDS = 6


def by_texts(view: MatchView) -> Iterator[Text]:
    """Yield by which words the role is guessed, and the rung."""
    for guess in (view.role, view.rung):
        if guess.mentions:
            yield _BY.fill(words=said(guess.mentions, _WORDS))


def skill_text(one: AskView) -> Text:
    """Return the name of a skill that is asked, saying so where it is only wished for."""
    return _WISH.fill(name=one.name) if one.wish else one.name


def said(mentions: Iterable[MentionView], shown: int | None = None) -> Text:
    """Return words of an ad as running text, each once: the first of them (all without a number), and how many more."""
    return first_of([Text(word, word) for word in dict.fromkeys(one.text for one in mentions)], shown)


def words_of(one: AskView) -> Text:
    """Return the first of the words by which a skill is asked."""
    return said(one.mentions, _WORDS)


def besides(view: MatchView) -> Iterator[Text]:
    """Yield the conditions of an ad, and what it asks that is not known."""
    yield _conditions(view.conditions)
    if view.unknown:
        yield _UNKNOWN.fill(words=said(view.unknown))


def no_fit_text(view: MatchView) -> Text:
    """Return why nobody is held against an ad."""
    return _NOT_OURS if view.foreign else _TOO_LITTLE


def ranked(view: MatchesView) -> list[MatchView]:
    """Return the ads, with a person known the best fit first, else as they were given."""
    return sorted(view.ads, key=lambda one: -one.near[0] if one.near else 0)


def advice_text(view: MatchView) -> Text | None:
    """Return whether to apply, and which conditions are not met; None of nobody."""
    if view.near is None:
        return None
    advice, short = APPLY[view.near[1]], [_SHORT_OF[one] for one in view.short_of]
    return _ADVICE_SHORT.fill(advice=advice, short=joined(short)) if short else advice


def likeliest_text(view: MatchView) -> Text:
    """Return what an ad is likeliest for, in a line."""
    if view.foreign or not view.positions:
        return _NO_POSITION
    best = view.positions[0]
    return _PLACE.fill(title=best.title, share=percent(best.share))


def fit_and_years(view: MatchView) -> tuple[str, str]:
    """Return the fit to an ad and the years that it asks, ? where they are not known."""
    years = view.conditions.years
    return percent(view.near[0]) if view.near else "?", "?" if years is None else f"{years}"


def _conditions(asked: ConditionsView) -> Text:
    years, education = asked.years, asked.education
    return _CONDITIONS.fill(
        years=_NO_YEARS if years is None else _YEARS.fill(years=years) if years else _ANY_YEARS,
        education=EDUCATION[education] if education else _NO_EDUCATION,
    )
