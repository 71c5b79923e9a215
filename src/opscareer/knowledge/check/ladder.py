"""The ladder: its rungs stand one above the other, and every move joins positions that are there."""

from collections import Counter
from collections.abc import Iterator

from opscareer.errors import Fault
from opscareer.knowledge.check.circles import circling
from opscareer.knowledge.shapes.kb import KbShape
from opscareer.knowledge.shapes.role import YearsShape
from opscareer.knowledge.trail import Path, located, unknown
from opscareer.model.nouns import POSITION, ROLE
from opscareer.text import Text
from opscareer.written.yaml_nodes import Node

_TRACKS = Text(
    "并排的两级要分在两条线上：track: lead（带人）和 track: craft（专业）",
    "two rungs side by side stand on different tracks: track: lead, and track: craft",
)
_NO_CROSSING = Text(
    "这里只写平级换线（或换成专业线、管理线），和往上一级换线",
    "a crossing stays on its height, in another line or on another track, or rises by one into another line",
)


def rungs_are_in_order(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Refuse rungs that stand at the same height on one track."""
    seen = Counter((rung.order, rung.track) for rung in shape.rungs)
    heights = Counter(rung.order for rung in shape.rungs)
    for index, rung in enumerate(shape.rungs):
        if seen[rung.order, rung.track] > 1 or (rung.track is None and heights[rung.order] > 1):
            message = Text(f"两个职级都排在 {rung.order}", f"two rungs stand at {rung.order}")
            yield located(root, ("rungs", index, "order"), message, _TRACKS)


def years_are_in_order(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Refuse more years at the least than usual, of a rung or of a position."""
    told: list[tuple[Path, YearsShape | None]] = [
        (("rungs", index), rung.years) for index, rung in enumerate(shape.rungs)
    ]
    for index, role in enumerate(shape.roles):
        told += [(("roles", index, "positions", rung), position.years) for rung, position in role.positions.items()]
    for path, years in told:
        if years and years.min > years.typical:
            message = Text("最少的年数比通常的还多", "the least years are more than the usual ones")
            yield located(root, (*path, "years"), message)


def newcomers_have_a_way_in(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Somebody from outside enters on the lowest rung: it needs a position."""
    lowest = min(range(len(shape.rungs)), key=lambda index: shape.rungs[index].order)
    if not any(shape.rungs[lowest].id in role.positions for role in shape.roles):
        message = Text("最低的一级上没有岗位，外面的人进不来", "the lowest rung has no position, so nobody can enter")
        yield located(root, ("rungs", lowest), message)


def moves_are_unique(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Refuse a move that is told twice."""
    ways = list(ways_of(shape))
    seen = Counter(way for _, way in ways)
    for path, (start, end) in ways:
        if seen[start, end] > 1:
            yield located(root, path, Text(f"从 {start} 到 {end} 出现了两次", f"{start} to {end} stands twice"))


def promotions_are_whole(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Refuse promotions from or to what is not there, and those that do not lead up."""
    positions = _positions(shape)
    for index, promotion in enumerate(shape.promotions):
        if promotion.start not in positions:
            yield unknown(root, ("promotions", index, "from"), POSITION, promotion.start, positions)
        for number, end in enumerate(promotion.to):
            if end not in positions:
                yield unknown(root, ("promotions", index, "to", number), POSITION, end, positions)
            elif promotion.start in positions and not _upwards(shape, promotion.start, end):
                message = Text(f"晋升到 {end} 没有往上走", f"a promotion to {end} does not lead up")
                yield located(root, ("promotions", index, "to", number), message)


def laterals_are_whole(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Refuse sideways steps between what is not there, and from a role to itself."""
    positions, roles = _positions(shape), [r.id for r in shape.roles]
    for index, lateral in enumerate(shape.laterals):
        if lateral.start == lateral.to:
            message = Text("横着走要换一个角色", "a step sideways leads to another role")
            yield located(root, ("laterals", index, "to"), message)
        for key, role in (("from", lateral.start), ("to", lateral.to)):
            if role not in roles:
                yield unknown(root, ("laterals", index, key), ROLE, role, roles)
                continue
            for number, rung in enumerate(lateral.rungs):
                if f"{role}/{rung}" not in positions:
                    yield unknown(root, ("laterals", index, "rungs", number), POSITION, f"{role}/{rung}", positions)


def crossings_are_whole(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Refuse crossings between what is not there, within one line on one track, down, and up by more than a rung."""
    positions, orders = _positions(shape), {rung.id: rung.order for rung in shape.rungs}
    heights = sorted(set(orders.values()))
    for index, crossing in enumerate(shape.crossings):
        missing = [key for key, id_ in (("from", crossing.start), ("to", crossing.to)) if id_ not in positions]
        for key in missing:
            id_ = crossing.start if key == "from" else crossing.to
            yield unknown(root, ("crossings", index, key), POSITION, id_, positions)
        (role, _, below), (other, _, above) = crossing.start.partition("/"), crossing.to.partition("/")
        if missing or not {below, above} <= orders.keys():  # an unknown rung is told where it stands
            continue
        rise = heights.index(orders[above]) - heights.index(orders[below])
        if rise not in (0, 1) or (role == other and (rise or below == above)):
            yield located(root, ("crossings", index, "to"), _NO_CROSSING)


def promotions_do_not_circle(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Refuse promotions that lead back to where they begin: on the top rung they could."""
    circle = circling({p.start: [end for end in p.to if _upwards(shape, p.start, end)] for p in shape.promotions})
    for index, promotion in enumerate(shape.promotions):
        if promotion.start in circle:
            yield located(root, ("promotions", index), Text("晋升绕成了圈", "promotions go round in a circle"))


def ways_of(shape: KbShape) -> Iterator[tuple[Path, tuple[str, str]]]:
    """Yield where each move starts and ends, with the path to the word that says so."""
    for index, promotion in enumerate(shape.promotions):
        for number, end in enumerate(promotion.to):
            yield ("promotions", index, "to", number), (promotion.start, end)
    for index, lateral in enumerate(shape.laterals):
        for number, rung in enumerate(lateral.rungs):
            yield ("laterals", index, "rungs", number), (f"{lateral.start}/{rung}", f"{lateral.to}/{rung}")
    for index, crossing in enumerate(shape.crossings):
        yield ("crossings", index, "to"), (crossing.start, crossing.to)


def _positions(shape: KbShape) -> list[str]:
    return [f"{role.id}/{rung}" for role in shape.roles for rung in role.positions]


def _upwards(shape: KbShape, start: str, end: str) -> bool:
    """Return whether a promotion leads to a higher rung, or stays at the top, where nothing is higher."""
    orders = {rung.id: rung.order for rung in shape.rungs}
    below, above = (orders.get(position.partition("/")[2]) for position in (start, end))
    if below is None or above is None:  # an unknown rung is told where it stands
        return True
    return above > below or above == below == max(orders.values())
