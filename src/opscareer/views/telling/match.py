"""What is told of a job ad: what it is for, by which words, and what it asks."""

from collections.abc import Iterable, Iterator, Mapping

from opscareer.model.stretches import years_text
from opscareer.text import Text, capital, first_of
from opscareer.views.match import AskView, ConditionsView, MatchView, MentionView, PlaceView
from opscareer.views.words.headings import MORE
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
GAPS_SHOWN = 5
"""How many gaps a screen names."""
_PLACES_SHOWN, _LEAST = 3, 0.01
_FAINT = Text("还有 {n} 项，都不到 1%", "{n} more, below 1%")

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
