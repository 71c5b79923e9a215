"""How much a position draws: draw = fit - unused, since fit alone ranks undemanding work first."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from opscareer.advice.fit import requirements_of
from opscareer.advice.standing import Standing
from opscareer.model.kb import KnowledgeBase
from opscareer.model.role import Requirement


@lru_cache(maxsize=64)
def capacity_of(kb: KnowledgeBase, standing: Standing) -> float:
    """Return C: how many levels somebody on this rung has to use, on average."""
    peers = kb.on_rung(standing.rung)
    asked = sum(requirement.level for peer in peers for requirement in peer.requirements)
    return kb.rules.constants.unused_scale * asked / len(peers)


@lru_cache(maxsize=4096)
def draws_of(
    kb: KnowledgeBase, position: str, entry: bool, capacity: float, leniency: float
) -> Mapping[str, tuple[float, ...]]:
    """Return what each level of each skill adds to the draw of a position: its part of the fit, less what lies unused.

    From outside the fit alone asks a level less. What a short list does not name is not thereby useless.
    """
    asked = {r.skill: r for r in requirements_of(kb, position, entry=entry)}
    called_for = _called_for(kb, position)
    measure = _Measure(kb.top, capacity, leniency)
    return {s: _draw(asked.get(s), called_for.get(s, 0.0), measure) for s in kb.skills}


class _Measure(NamedTuple):
    """How levels are measured: the highest, what there is to use of all, and by how much they are told too high."""

    top: int
    capacity: float
    leniency: float

    @property
    def told(self) -> Iterator[float]:
        """Each level as it is in truth, once the leniency is taken out."""
        return (max(0.0, told - self.leniency) for told in range(self.top + 1))


def _draw(asked: Requirement | None, called_for: float, measure: _Measure) -> tuple[float, ...]:
    unused = _unused(called_for, measure)
    if asked is None:
        return tuple(-part for part in unused)
    there = _shares(asked.level, measure)
    return tuple(asked.weight * share - part for share, part in zip(there, unused, strict=True))


@lru_cache(maxsize=1024)
def _shares(level: int, measure: _Measure) -> tuple[float, ...]:
    """Return the share (0-1) of a required level that each level told is."""
    return tuple(min(told / level, 1) for told in measure.told)


@lru_cache(maxsize=4096)
def _unused(called_for: float, measure: _Measure) -> tuple[float, ...]:
    """Return what of each level told would lie unused where so much is called for, as a share of the capacity."""
    return tuple(max(0.0, told - called_for) / measure.capacity for told in measure.told)


@lru_cache(maxsize=1024)
def _called_for(kb: KnowledgeBase, position: str) -> Mapping[str, float]:
    """Return the level that a position calls for of each skill.

    On a list far shorter than its rung's, a skill that it does not name stands at the rung's average, scaled so that
    all together are asked what the rung asks.
    """
    asked = kb.needed[position]
    if len(asked) >= kb.rules.constants.short_list * _usual_length(kb, kb.positions[position].rung):
        return asked
    peers = kb.on_rung(kb.positions[position].rung)
    usual = {skill: sum(kb.needed[p.id].get(skill, 0) for p in peers) / len(peers) for skill in kb.skills}
    rest = {skill: level for skill, level in usual.items() if skill not in asked}
    missing = max(0.0, sum(usual.values()) - sum(asked.values()))
    scale = missing / sum(rest.values()) if sum(rest.values()) else 0.0
    return {**{skill: level * scale for skill, level in rest.items()}, **asked}


@lru_cache(maxsize=64)
def _usual_length(kb: KnowledgeBase, rung: str) -> float:
    """Return how many skills the positions of a rung ask for, in the median."""
    lengths = sorted(len(kb.needed[peer.id]) for peer in kb.on_rung(rung))
    middle = lengths[(len(lengths) - 1) // 2 : len(lengths) // 2 + 1]
    return sum(middle) / len(middle)  # statistics takes longer to import than all of the advice
