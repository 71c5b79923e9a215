"""The ladder, as the model holds it: rungs in their order, positions, and every move between two."""

from collections.abc import Iterator, Mapping

from opscareer.knowledge.building.words import summary_of, text_of, text_or
from opscareer.knowledge.shapes.kb import KbShape
from opscareer.knowledge.shapes.ladder import LateralShape
from opscareer.model.ladder import Ladder, Move, Post, Rung
from opscareer.model.role import Position
from opscareer.text import NOTHING


def ladder_of(shape: KbShape, positions: Mapping[str, Position]) -> Ladder:
    """Return the ladder: rungs from the lowest, and all moves with what they are."""
    return Ladder(
        rungs=tuple(
            Rung(
                r.id,
                r.order,
                text_of(r.name),
                summary_of(r),
                r.years.min,
                r.years.typical,
                tuple(r.sources),
                r.track,
                (*r.words.zh, *r.words.en),
            )
            for r in sorted(shape.rungs, key=lambda r: r.order)
        ),
        posts=tuple(Post(p.id, p.role, p.rung, p.title) for p in positions.values()),
        moves=(
            *_promotions(shape),
            *(move for lateral in shape.laterals for move in _laterals(lateral)),
            *_crossings(shape),
        ),
    )


def _promotions(shape: KbShape) -> Iterator[Move]:
    for promotion in shape.promotions:
        for end in promotion.to:
            yield Move(promotion.start, end, "promotion", NOTHING, tuple(promotion.sources))


def _laterals(lateral: LateralShape) -> Iterator[Move]:
    for rung in lateral.rungs:
        start, end = f"{lateral.start}/{rung}", f"{lateral.to}/{rung}"
        yield Move(start, end, "lateral", text_or(lateral.why, NOTHING), tuple(lateral.sources))


def _crossings(shape: KbShape) -> Iterator[Move]:
    orders = {rung.id: rung.order for rung in shape.rungs}
    for crossing in shape.crossings:
        level = orders[crossing.start.partition("/")[2]] == orders[crossing.to.partition("/")[2]]
        yield Move(
            crossing.start,
            crossing.to,
            "lateral" if level else "diagonal",
            text_or(crossing.why, NOTHING),
            tuple(crossing.sources),
        )
