"""How steady the advice is: what would come next where all answers, or a single one, are a level off."""

from opscareer.advice import Advice, held_against, steadiness_of
from opscareer.advice.whatif import Shifted, Turn
from opscareer.model.kb import KnowledgeBase
from opscareer.model.step import Verdict
from opscareer.records import dataclass
from opscareer.text import Text
from opscareer.views.values import Level, OnPages, PositionId
from opscareer.views.words.gates import gate_text


@dataclass(frozen=True)
class ShiftedView:
    """What comes next with every answer a level lower or higher; null where nothing does.

    title: that of another position than the advised one; held: whether the person holds it already; waits: how long
    one has to wait for it all the same.
    """

    position: PositionId | None
    verdict: Verdict | None
    title: OnPages[Text | None]
    held: OnPages[bool]
    waits: OnPages[Text | None]


@dataclass(frozen=True)
class TurnView:
    """An answer that alone, a level off, puts another position first; higher: whether it is off that way; waits: how
    long one has to wait for that position all the same."""

    skill: str
    to: Level
    next: PositionId
    name: OnPages[Text]
    higher: OnPages[bool]
    title: OnPages[Text]
    held: OnPages[bool]
    waits: OnPages[Text | None]


@dataclass(frozen=True)
class SteadinessView:
    """Whether the advice stays the same where people rated themselves too high, or too low; turns: the single answers
    on which it hangs."""

    stable: bool
    lower: ShiftedView
    higher: ShiftedView
    turns: tuple[TurnView, ...]


def steadiness_view(kb: KnowledgeBase, advice: Advice) -> SteadinessView:
    """Return what would come next with other answers."""
    steady = steadiness_of(kb, advice)
    return SteadinessView(
        stable=steady.stable,
        lower=_shifted(kb, advice, steady.lower),
        higher=_shifted(kb, advice, steady.higher),
        turns=tuple(_turn(kb, advice, turn) for turn in steady.turns),
    )


def _turn(kb: KnowledgeBase, advice: Advice, turn: Turn) -> TurnView:
    return TurnView(
        skill=turn.skill,
        to=turn.to,
        next=turn.next,
        name=kb.skills[turn.skill].name,
        higher=turn.to > advice.situation.profile.levels[turn.skill],
        title=kb.positions[turn.next].title,
        held=_held(advice, turn.next),
        waits=_waits(kb, advice, turn.next),
    )


def _shifted(kb: KnowledgeBase, advice: Advice, shifted: Shifted) -> ShiftedView:
    position = shifted.position
    other = position is not None and advice.next is not None and position != advice.next.position
    return ShiftedView(
        position=position,
        verdict=shifted.verdict,
        title=kb.positions[position].title if position and other else None,
        held=_held(advice, position),
        waits=_waits(kb, advice, position) if position and other else None,
    )


def _waits(kb: KnowledgeBase, advice: Advice, position: str) -> Text | None:
    """Return how long a position has to be waited for, whatever the skills: the gate of time; None where it is open."""
    gates = held_against(kb, advice.situation, position).gates
    return next((gate_text(kb, gate) for gate in gates if gate.kind == "time"), None)


def _held(advice: Advice, position: str | None) -> bool:
    """Return whether a position is held, so that it means to stay; who is out of work keeps none."""
    return position in advice.situation.profile.current and not advice.situation.back_in
