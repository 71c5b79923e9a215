"""Positions side by side: what each asks, what they share, and where a person stands on each."""

from collections.abc import Mapping, Sequence

from opscareer.advice import Situation, held_against
from opscareer.model.kb import KnowledgeBase
from opscareer.model.side_by_side import Asked, compared
from opscareer.model.step import Verdict
from opscareer.records import dataclass
from opscareer.text import Text
from opscareer.views.nearness import near_text
from opscareer.views.step import step_of
from opscareer.views.values import Level, Need, OnPages, PositionId, Share
from opscareer.views.words.units import fit_text


@dataclass(frozen=True)
class StandView:
    """A position, and how near a person is to it; nothing of nobody in particular. fit_told: as pages show the fit."""

    id: PositionId
    title: Text
    fit: Share | None
    verdict: Verdict | None
    fit_told: OnPages[str]
    near: OnPages[Text | None]


@dataclass(frozen=True)
class AskedView:
    """What each position asks of a skill, by its id: the level, none where it does not ask, and the weight (0-1).

    have: the level of the person; shared: whether all positions ask it.
    """

    skill: str
    name: Text
    levels: Mapping[str, Need | None]
    weights: Mapping[str, float]
    have: Level | None
    shared: bool


@dataclass(frozen=True)
class CompareView:
    """Some positions, and all that they ask, what they share first; known: whether a person is held against them."""

    positions: tuple[StandView, ...]
    skills: tuple[AskedView, ...]
    known: OnPages[bool]


def compare_view(kb: KnowledgeBase, positions: Sequence[str], situation: Situation | None) -> CompareView:
    """Return positions side by side, with where a person stands on each if one is known."""
    levels = situation.profile.levels if situation else {}
    return CompareView(
        positions=tuple(_stand(kb, position, situation) for position in positions),
        skills=tuple(_asked(kb, positions, row, levels.get(row.skill)) for row in compared(kb, positions)),
        known=situation is not None,
    )


def _stand(kb: KnowledgeBase, position: str, situation: Situation | None) -> StandView:
    title = kb.positions[position].title
    if situation is None:
        return StandView(position, title, None, None, "", None)
    found = held_against(kb, situation, position)
    step = step_of(kb, situation.profile, found)
    return StandView(position, title, found.fit, found.verdict, fit_text(found.fit, step.answered), near_text(step))


def _asked(kb: KnowledgeBase, positions: Sequence[str], row: Asked, have: int | None) -> AskedView:
    return AskedView(
        skill=row.skill,
        name=kb.skills[row.skill].name,
        levels=dict(zip(positions, row.levels, strict=True)),
        weights=dict(zip(positions, row.weights, strict=True)),
        have=have,
        shared=row.shared,
    )
