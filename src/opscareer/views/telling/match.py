"""What is told of a job ad: what it is for, by which words, what it asks, and whether to apply."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from opscareer.model.step import Verdict
from opscareer.model.stretches import levels_text, years_text
from opscareer.text import Text, capital, first_of, joined
from opscareer.views.match import AskView, ConditionsView, MatchView, MentionView, PlaceView
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
_LOWER = Text(
    "它比你的岗位低{levels}：想清为什么要退这一步，再投。",
    "It is {levels} below your post: know why you would step down before you apply.",
)
_ONE = Text("一级", "a level")
_UNTOLD = Text(
    "它问的能力你一项都没答，这个数是估的：先答了，再定投不投。",
    "None of the skills it asks was answered, so this is an estimate: answer first, then decide whether to apply.",
)
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
_NEAREST = ("ready", "within-reach", "", "build-first")
_UNKNOWN_FIT, _FOREIGN = 2, 4
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


def ranked(ads: Iterable[MatchView]) -> list[MatchView]:
    """Return the ads, with a person known the nearest first and of these the best fit, else as they were given.

    One that asks too little to say how near it is stands before those that are far; one of another trade last.
    """
    given = [*ads]
    return sorted(given, key=_rank) if any(one.near for one in given) else given


def _rank(one: MatchView) -> tuple[int, float]:
    if one.near is None:
        return (_FOREIGN if one.foreign else _UNKNOWN_FIT, 0)
    return (_NEAREST.index(one.near[1]), -one.near[0])


def apply_text(view: MatchView, verdict: Verdict) -> Text:
    """Return whether to apply: where years are missed by far not in the words for what can be made up, to what is not
    wanted only after a change of mind, and nothing where nothing was answered."""
    if view.away:
        return _UNWANTED[view.away]
    if view.untold:
        return _UNTOLD
    return _FAR if view.far and verdict == "within-reach" else APPLY[verdict]


def usual_texts(view: "HeldView") -> Iterator[Text]:
    """Yield how far below the present post an ad is, and what it was held against beside its own words where few."""
    if view.falls:
        yield _LOWER.fill(levels=_ONE if view.falls == 1 else levels_text(view.falls))
    if view.usual:
        yield _USUAL.fill(title=view.usual.title, fit=view.usual.fit_told, id=view.usual.position)


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
    return view.near_told, "?" if years is None else f"{years}"


def _conditions(asked: ConditionsView) -> Text:
    years, education = asked.years, asked.education
    return _CONDITIONS.fill(
        years=_NO_YEARS if years is None else _YEARS.fill(years=years_text(years)) if years else _ANY_YEARS,
        education=EDUCATION[education] if education else _NO_EDUCATION,
    )
