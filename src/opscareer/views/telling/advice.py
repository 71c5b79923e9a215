"""What is told of advice from its figures: how sure it is, what there is to show, how to go about it."""

from collections.abc import Iterable, Iterator

from opscareer.text import Text, first_of, joined
from opscareer.views.advice import AdviceView, ProspectView
from opscareer.views.person import ParticularView, PlaybookView, RouteView, StrengthView
from opscareer.views.steadiness import ShiftedView, TurnView
from opscareer.views.words import headings as heads
from opscareer.views.words import sentences as said
from opscareer.views.words import sureness
from opscareer.views.words.units import percent

_NOW = Text("现在：先把{titles}做扎实（做到 {share}）", "Now: get {titles} right first ({share} of the way)")

OTHERS_SHOWN = 5
"""How many other directions a page that is kept names."""
_PROOFS, _TURNING = 2, 3


def now_text(advice: AdviceView) -> Text | None:
    """Return what to do before the next role, where the way to it rests on the present post; else None."""
    if not advice.post_first or advice.next is None:
        return None
    share = percent(advice.mastery or 0.0) if advice.mastery_of else advice.next.words.fit_told
    return _NOW.fill(titles=joined(advice.present), share=share)


def to_consolidate(advice: AdviceView, step: ProspectView) -> bool:
    """Return whether what the present post lacks is to be told before what another lacks: it comes first."""
    stays = step.kind == "stay" and step.words.of is not None and not step.words.firm
    return advice.post_first or (stays and bool(advice.present_gaps))


def missing_text(advice: AdviceView, step: ProspectView) -> Text:
    """Return what to call the gaps: with the post that they are of, where that is not the only one that is told of."""
    beside = advice.profile.offer is not None and advice.profile.offer != step.position
    of = step.words.of or (step.title if beside else None)
    return heads.MISSING_FOR.fill(title=of) if of else heads.MISSING_FIRST


def mastery_texts(advice: AdviceView) -> Iterator[tuple[Text, Text]]:
    """Yield how well the present post is done, by its name, where that is not told already."""
    if advice.mastery_of is None:
        return
    if advice.mastery is None:
        yield advice.mastery_of, said.MASTERY_UNKNOWN
        return
    told = said.DONE_WELL if round(advice.mastery, 9) >= advice.mastery_from else said.NOT_DONE_WELL
    yield advice.mastery_of, told.fill(share=percent(advice.mastery), bar=percent(advice.mastery_from))


def early_text(advice: AdviceView, step: ProspectView) -> Text | None:
    """Return that it is too early to say, where it is, and why; of a post on offer that is no question."""
    if advice.confidence >= sureness.TELLING or step.words.offered or step.words.piece or step.words.same:
        return None
    return sureness.EARLY if step.words.known < step.words.asked else sureness.ALIKE


def tied_text(advice: AdviceView) -> Text | None:
    """Return what is almost level with the step; None where nothing is."""
    return said.TIED.fill(titles=joined(advice.tied_titles)) if advice.tied else None


def beside_texts(advice: AdviceView) -> Iterator[Text]:
    """Yield what stands beside the step: both tracks of who has settled on neither, and a goal off its way."""
    yield from (told for told in (advice.tracks, advice.off_goal) if told)


def doubts(advice: AdviceView, step: ProspectView) -> Iterator[Text]:
    """Yield what to know of the step before anything else: what is beside and before it, what makes it doubtful."""
    yield from beside_texts(advice)
    for told in (now_text(advice), early_text(advice, step), tied_text(advice)):
        if told:
            yield told


def strength_text(one: StrengthView) -> Text:
    """Return a skill that stands above what the present post asks."""
    told = said.STRENGTH if one.need else said.STRENGTH_NEW
    return told.fill(skill=one.name, have=one.have, need=one.need)


def strength_texts(strengths: Iterable[StrengthView]) -> Iterator[Text]:
    """Yield what there is to show, each skill with two proofs of it at most."""
    for one in strengths:
        for proof in one.proof[:_PROOFS]:
            yield said.NAMED.fill(name=strength_text(one), what=proof)


def discreet_text(advice: AdviceView) -> Text | None:
    """Return how to show it decently, where strangers will see it: one's own company knows its figures."""
    return said.DISCREET if advice.strengths and advice.outward else None


def particular_texts(particulars: Iterable[ParticularView]) -> Iterator[Text]:
    """Yield what the person told of their case, each with what to do about it."""
    yield from (said.NAMED.fill(name=one.label, what=one.say) for one in particulars)


def playbook_parts(playbook: PlaybookView) -> tuple[tuple[Text, tuple[Text, ...]], ...]:
    """Return how to go about what brings the person, each part by its name."""
    return (
        (said.FIND_OUT, playbook.find_out),
        (said.ASK_FOR, playbook.ask_for),
        (said.DECIDE_BY, (playbook.decide_by,)),
        *(((said.FIRST_MONTH, playbook.first_month),) if playbook.first_month else ()),
        (said.FALLBACK, (playbook.fallback,)),
    )


def route_texts(advice: AdviceView, route: RouteView) -> tuple[Text, ...]:
    """Return the reason that weighs most for the way to take; and what the way is, where no playbook says more."""
    return (route.why[0],) if advice.playbook else (route.why[0], route.summary)


def from_here(advice: AdviceView) -> Iterator[Text]:
    """Yield what to do where no position is above."""
    if advice.because:
        yield advice.because
    yield from (growth.text for growth in advice.growth)
    yield from said.TOP_NEXT


def steady_texts(advice: AdviceView, step: ProspectView) -> Iterator[Text]:
    """Yield how far to trust the advice: how sure it is, and what it would be where people rated themselves wrongly."""
    if step.words.offered or step.words.same:
        yield said.AS_OFFERED
    else:
        yield said.AS_PIECE if step.words.piece else _sure_text(advice, step)
    if advice.steadiness.stable and advice.questions.asked > advice.questions.skipped:  # there is a level to be wrong
        yield sureness.STABLE
    yield from _shifted(advice.steadiness.lower, sureness.HIGH)
    yield from _shifted(advice.steadiness.higher, sureness.LOW)
    yield from turn_texts(advice.steadiness.turns)


def _sure_text(advice: AdviceView, step: ProspectView) -> Text:
    """Return how sure the line is; who comes in, or back in, has no post in which to stay instead."""
    return sureness.confidence_text(advice.confidence, may_stay=step.kind not in ("entry", "down"))


_TURNS = {False: (sureness.TURNS, sureness.TURNS_ONE), True: (sureness.TURNS_STAY, sureness.TURNS_STAY_ONE)}
"""Where one's own post would come first, or another: of several answers, and of a single one."""


def turn_texts(turns: Iterable[TurnView]) -> Iterator[Text]:
    """Yield on which single answers the advice hangs, each position that would come first instead with them."""
    alike: dict[tuple[bool, str], list[TurnView]] = {}
    for turn in turns:
        alike.setdefault((turn.higher, turn.next), []).append(turn)
    for (higher, _), found in alike.items():
        several, one = _TURNS[found[0].held]
        told = several if found[1:] else one
        way = sureness.HIGHER if higher else sureness.LOWER
        text = told.fill(way=way, title=found[0].title, skills=first_of([turn.name for turn in found], _TURNING))
        yield _waiting(text, found[0].waits)


def trust_texts(advice: AdviceView, step: ProspectView) -> Iterator[Text]:
    """Yield all that: how far to trust the advice, of how many skills was asked, and what is not counted."""
    yield from steady_texts(advice, step)
    yield questions_text(advice)
    yield said.NOT_COUNTED


def questions_text(advice: AdviceView) -> Text:
    """Return of how many skills the person was asked."""
    asked = advice.questions
    told = said.ASKED_SKIPPED if asked.skipped else said.ASKED
    return told.fill(total=asked.total, asked=asked.asked, skipped=asked.skipped)


def _shifted(shifted: ShiftedView, way: Text) -> Iterator[Text]:
    if shifted.title:
        told = (sureness.SHIFTED_STAY if shifted.held else sureness.SHIFTED).fill(way=way, title=shifted.title)
        yield _waiting(told, shifted.waits)


def _waiting(told: Text, gate: Text | None) -> Text:
    """Return what is told of another position, with the years that it waits for whatever the skills."""
    return sureness.WAITS.fill(told=told, gate=gate) if gate else told
