"""What is told of a job ad: what it is for, by which words, what it asks, and whether to apply."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from opscareer.model.step import Verdict
from opscareer.model.stretches import years_text
from opscareer.text import Text, capital, first_of, joined
from opscareer.views.match import AskView, ConditionsView, MatchesView, MatchView, MentionView, PlaceView
from opscareer.views.words.headings import MORE
from opscareer.views.words.units import percent

if TYPE_CHECKING:  # an ad is read without the advice
    from opscareer.views.held import HeldView

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
_FAR = Text(
    "年限差得远，光这一条就可能被筛掉：有人引荐再投，或者当一次练习。",
    "Far too few years, which alone may rule you out: apply if somebody vouches for you, or for the practice.",
)
_UNWANTED: Mapping[str, Text] = {
    "work": Text(
        "它做的正是你说过不想再做的：真改了主意再投。",
        "It lives by what you said you will not do any more: apply only if you have changed your mind.",
    ),
    "lead": Text(
        "它要带人，你说过不想带：真改了主意再投。",
        "It leads people, which you said you do not want: apply only if you have changed your mind.",
    ),
    "craft": Text(
        "它不带人，你说过想带：真改了主意再投。",
        "It leads nobody, and you said you want to lead: apply only if you have changed your mind.",
    ),
}
_USUAL = Text(
    "它只写了几项能力，该不该投要看{title}平时还要什么：对那些你的匹配度是 {fit}（opscareer gap {id}）。",
    "It names few skills; whether to apply depends on what {title} usually asks, to which your fit is {fit} "
    "(opscareer gap {id}).",
)
GAPS_SHOWN = 5
"""How many gaps a screen names."""
_PLACES_SHOWN, _LEAST = 3, 0.01
_FAINT = Text("还有 {n} 项，都不到 1%", "{n} more, below 1%")
UNMET: Mapping[str, Text] = {
    "years": Text("年限不够：要 {asked}，你有 {have} 年。", "It asks for {asked}; you have {have} in the trade."),
    "at-least": Text(
        "年限：要 {asked}；你在现岗位有 {have} 年，在这一行一共几年没说。",
        "It asks for {asked}; you have {have} in your present post, and did not tell how many in the trade.",
    ),
    "education": Text("学历不够：要{asked}，你是{have}。", "It asks for: {asked}; you have: {have}."),
}
_SHORT_OF = {
    "years": Text("年限不够", "too few years"),
    "at-least": Text("入行年限没说", "years in the trade not told"),
    "education": Text("学历不够", "degree not met"),
}
_ADVICE_SHORT = Text("{advice}（{short}）", "{advice} ({short})")

_BY = (
    Text("看是哪条线，凭这些词：{words}", "The line of work, by these words: {words}"),
    Text("看是哪一级，凭这些词：{words}", "The level, by these words: {words}"),
)
_WISH = Text("{name}（优先）", "{name} (preferred)")
_PLACE = Text("{title} {share}", "{title} {share}")
_CONDITIONS = Text("条件：{years}，{education}", "Conditions: {years}, {education}")
_YEARS = Text("{years}经验", "{years} of experience")
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
    for by, guess in zip(_BY, (view.role, view.rung), strict=True):
        if guess.mentions:
            yield by.fill(words=said(guess.mentions, _WORDS))


def places_of(view: MatchView) -> tuple[PlaceView, ...]:
    """Return the positions that a page names: the likeliest, and of the next those that are not told as 0%."""
    first, *others = view.positions[:_PLACES_SHOWN] or (None,)
    return (first, *(one for one in others if one and one.share >= _LEAST)) if first else ()


def places_left_texts(view: MatchView) -> Iterator[Text]:
    """Yield how many positions an ad may be for besides those that a page names; nothing where there are none."""
    left = view.positions[len(places_of(view)) :]
    if left:
        yield (MORE if left[0].share >= _LEAST else _FAINT).fill(n=len(left))


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
    """Return the ads, with a person known the nearest first and of these the best fit, else as they were given."""
    verdicts = [*APPLY]

    def rank(one: MatchView) -> tuple[int, float]:
        return (verdicts.index(one.near[1]), -one.near[0]) if one.near else (len(verdicts), 0)

    return sorted(view.ads, key=rank)


def apply_text(view: MatchView, verdict: Verdict) -> Text:
    """Return whether to apply: where years are missed by far not in the words for what can be made up, and to what is
    not wanted only after a change of mind."""
    if view.away:
        return _UNWANTED[view.away]
    return _FAR if view.far and verdict == "within-reach" else APPLY[verdict]


def usual_texts(view: "HeldView") -> Iterator[Text]:
    """Yield what an ad was held against beside its own words, where these are few."""
    if view.usual:
        title, fit = view.usual.title, percent(view.usual.fit)
        yield _USUAL.fill(title=title, fit=fit, id=view.usual.position)


def unmet_texts(view: "HeldView") -> Iterator[Text]:
    """Yield the conditions of an ad that a person does not meet."""
    for key, one in zip(view.short_of, view.conditions_unmet or (), strict=True):
        yield UNMET[key].fill(asked=one.asked_told, have=one.have_told)


def advice_text(view: MatchView) -> Text | None:
    """Return whether to apply, and which conditions are not met; None of nobody."""
    if view.near is None:
        return None
    advice, short = apply_text(view, view.near[1]), [_SHORT_OF[one] for one in view.short_of]
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
        years=_NO_YEARS if years is None else _YEARS.fill(years=years_text(years)) if years else _ANY_YEARS,
        education=EDUCATION[education] if education else _NO_EDUCATION,
    )
