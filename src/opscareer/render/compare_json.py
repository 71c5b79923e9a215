"""Positions side by side, for scripts."""

from collections.abc import Sequence

from opscareer.advice import Prospect
from opscareer.advice.compare import Asked
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.render.json_parts import Object, text


def compare(
    kb: KnowledgeBase,
    positions: Sequence[str],
    rows: Sequence[Asked],
    profile: Profile | None,
    prospects: Sequence[Prospect],
) -> Object:
    """Return what each position asks, what they share, and where a person stands, if one is known."""
    stands = {one.position: one for one in prospects}
    levels = profile.levels if profile else {}
    return {
        "positions": [
            {
                "id": position,
                "title": text(kb.positions[position].title),
                "fit": stands[position].fit if position in stands else None,
                "verdict": stands[position].verdict if position in stands else None,
            }
            for position in positions
        ],
        "skills": [
            {
                "skill": row.skill,
                "name": text(kb.skills[row.skill].name),
                "levels": dict(zip(positions, row.levels, strict=True)),
                "weights": dict(zip(positions, row.weights, strict=True)),
                "have": levels.get(row.skill),
                "shared": row.shared,
            }
            for row in rows
        ],
    }
