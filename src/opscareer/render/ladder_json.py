"""The ladder for scripts."""

from opscareer.model.ladder import Ladder
from opscareer.render.json_parts import Object, text


def ladder(graph: Ladder) -> Object:
    """Return the rungs, positions and moves."""
    return {
        "rungs": [
            {
                "id": r.id,
                "order": r.order,
                "track": r.track,
                "name": text(r.name),
                "years": {"min": r.years_min, "typical": r.years_typical},
            }
            for r in graph.rungs
        ],
        "positions": [{"id": p.id, "role": p.role, "rung": p.rung, "title": text(p.title)} for p in graph.posts],
        "moves": [{"from": m.start, "to": m.end, "kind": m.kind} for m in graph.moves],
    }
