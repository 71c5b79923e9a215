"""What the list of gaps lacks: the skills that decide nothing any more, and who asks for each."""

from collections.abc import Collection, Iterator

from opscareer.advice import Situation
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text

_COMPLETES = Text(
    "它在{title}的要求里占 {share}%，答了差距才完整。",
    "It makes up {share}% of what {title} asks, and completes the list of gaps.",
)


def missing(kb: KnowledgeBase, situation: Situation, asked: Collection[str]) -> tuple[str, ...]:
    """Return the unasked skills of the suggested position and of the present ones, the heaviest first."""
    return tuple(
        dict.fromkeys(
            requirement.skill
            for position in _whose(situation)
            for requirement in sorted(kb.positions[position].requirements, key=lambda r: (-r.weight, r.skill))
            if requirement.skill not in asked
        )
    )


def every_unasked(kb: KnowledgeBase, situation: Situation, asked: Collection[str]) -> tuple[str, ...]:
    """Return every unasked skill, those first that the list of gaps lacks."""
    others = (skill for skill in kb.skills if skill not in asked)
    return tuple(dict.fromkeys((*missing(kb, situation, asked), *others)))


def what_it_completes(kb: KnowledgeBase, situation: Situation, skill: str) -> Text | None:
    """Return why a skill is asked that decides nothing any more: who asks for it, and how much it weighs there."""
    for position in _whose(situation):
        for requirement in kb.positions[position].requirements:
            if requirement.skill == skill:
                title = kb.positions[position].title
                return _COMPLETES.fill(title=title, share=round(100 * requirement.weight))
    return None


def _whose(situation: Situation) -> Iterator[str]:
    """Yield the positions whose gaps are listed: the suggested one, then those held."""
    if situation.leader:
        yield situation.leader
    yield from situation.standing.positions
