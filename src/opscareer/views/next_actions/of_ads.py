"""What to do after job ads were read."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from opscareer.views.next_actions import whys
from opscareer.views.next_actions.action import Action, After, Given
from opscareer.views.next_actions.of_people import begin

if TYPE_CHECKING:
    from opscareer.views.demand import DemandView
    from opscareer.views.match import MatchesView, MatchView


def after_match(view: "MatchView | MatchesView", given: Given) -> Iterator[Action]:
    """Yield what the position of an ad asks of who is known; of several ads the best by itself."""
    if hasattr(view, "ads"):
        best = max(range(len(view.ads)), key=lambda i: _worth(view.ads[i]))
        yield Action(("match", given.words[best]), whys.MATCH_ONE)
        return
    if view.foreign or not view.positions:
        yield Action(("roles",), whys.ROLES)
        return
    position = view.positions[0].id
    if given.known:
        yield Action(("gap", position), whys.APPLY_GAPS)
        yield Action(("plan", position), whys.PLAN_FOR)
    else:
        yield Action(("role", position.partition("/")[0]), whys.ROLE)
        yield from begin()


def after_demand(view: "DemandView", given: Given) -> Iterator[Action]:
    """Yield the role that most ads are for, and the counts as a table."""
    if view.table:
        most = max(view.table, key=lambda row: row.n)
        yield Action(("role", most.role), whys.ROLE)
    yield Action(("demand", *given.words, "--format", "csv"), whys.AS_TABLE)


def _worth(one: "MatchView") -> float:
    """Return how good an ad is: by the fit, where a person is known, else by how surely it is for one position."""
    if one.near:
        return one.near[0]
    return -1.0 if one.foreign or not one.positions else one.positions[0].share - 1.0


AFTER: Mapping[str, After] = {
    "match": after_match,
    "demand": after_demand,
}
