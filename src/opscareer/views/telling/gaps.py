"""What is told of gaps from their figures: levels, what rests on no answer, what waits for an opportunity."""

from collections.abc import Iterable, Iterator, Sequence

from opscareer.text import Text, first_of, joined
from opscareer.views.gaps import GapView
from opscareer.views.steps import StepWords
from opscareer.views.words.headings import ORDER
from opscareer.views.words.sentences import ANSWERED, ANSWERED_FEW, ANSWERED_NONE, AT_LEVEL
from opscareer.views.words.units import UNKNOWN, UNTRIED, have_text

_ASSUMED = Text(
    "? 是没答的，涨多少按你的岗位估：{skills}。",
    "? was not answered; what it adds is estimated from your position: {skills}.",
)
_EXPOSURE = Text(
    "还没有机会做的，标的是 -（{skills}）：{exposure}", "No opportunity yet, marked - ({skills}): {exposure}"
)
_LISTED = 6
_ALOUD = Text("{name}：现在{have}，要 {need}，补上加 {gain} 分", "{name}: have {have}, need {need}, adds {gain}")


def levels_text(gap: GapView, to: str = ">") -> str:
    """Return the level there is and the level asked; ? where it was not answered, - without an opportunity so far."""
    return f"{have_text(gap.have, untried=gap.no_opportunity)}{to}{gap.need}"


def aloud_text(gap: GapView) -> Text:
    """Return a gap as it is read aloud."""
    have = Text(f" {gap.have}", f"{gap.have}") if gap.have is not None else UNTRIED if gap.no_opportunity else UNKNOWN
    return _ALOUD.fill(name=gap.name, have=have, need=gap.need, gain=f"{100 * gap.gain:.1f}")


def in_a_line(gaps: Iterable[GapView]) -> Text:
    """Return gaps as running text, each with its levels."""
    return joined(AT_LEVEL.fill(name=gap.name, levels=levels_text(gap)) for gap in gaps)


def answered_text(step: StepWords) -> Text | None:
    """Return of how much a fit was told and how much is estimated; None where all was told."""
    if step.known >= step.asked:
        return None
    words = ANSWERED_NONE if not step.known else ANSWERED_FEW if step.few else ANSWERED
    return words.fill(n=step.asked, k=step.known, were="was" if step.known == 1 else "were")


def assumed_text(gaps: Iterable[GapView]) -> Text | None:
    """Return which gaps rest on no answer; None where all were answered."""
    unanswered = [gap.name for gap in gaps if gap.assumed and not gap.no_opportunity]
    return _ASSUMED.fill(skills=first_of(unanswered, _LISTED)) if unanswered else None


def order_text(gaps: Sequence[GapView]) -> Text | None:
    """Return what orders gaps, where it is not what closing them adds; None where it is."""
    gains = [round(gap.gain, 3) for gap in gaps]
    return None if gains == sorted(gains, reverse=True) else ORDER


def exposure_texts(gaps: Iterable[GapView]) -> Iterator[Text]:
    """Yield what waits for an opportunity: whom to ask, once for all that they are asked for."""
    by_exposure: dict[Text, list[Text]] = {}
    for gap in gaps:
        if gap.exposure:
            by_exposure.setdefault(gap.exposure, []).append(gap.name)
    for exposure, names in by_exposure.items():
        yield _EXPOSURE.fill(skills=first_of(names, _LISTED), exposure=exposure)
