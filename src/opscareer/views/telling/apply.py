"""Whether to apply for a job ad, and what of it a person does not meet."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from opscareer.model.step import Verdict
from opscareer.model.stretches import levels_text
from opscareer.text import Text, joined
from opscareer.views.match import MatchView

if TYPE_CHECKING:  # an ad is read without the advice
    from opscareer.views.held import HeldView

_LOWER = Text(
    "它比你的岗位低{levels}：想清为什么要退这一步，再投。",
    "It is {levels} below your post: know why you would step down before you apply.",
)
_ONE = Text("一级", "a level")
_UNTOLD = Text(
    "它问的能力你一项都没答，这个数是估的：先答了，再定投不投。",
    "None of the skills it asks was answered, so this is an estimate: answer first, then decide whether to apply.",
)
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
_NOT_OURS = Text(
    "不是这里的岗位，没法拿你来比。", "It is for a position not known here, so you cannot be compared with it."
)
_TOO_LITTLE = Text(
    "读出来的太少，没法拿你来比：把招聘的全文给我。",
    "Too little could be read to compare you with it: give the whole text of the ad.",
)


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
