"""What to do after job ads were read."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from opscareer.views.next_actions import whys
from opscareer.views.next_actions.action import Action, After, Given
from opscareer.views.next_actions.of_people import begin
from opscareer.views.telling.apply import ranked

if TYPE_CHECKING:
    from opscareer.views.demand import DemandView
    from opscareer.views.match import MatchesView, MatchView


def after_match(view: "MatchView | MatchesView", given: Given) -> Iterator[Action]:
    """Yield what the position of an ad asks of who is known; of several ads the best by itself."""
    if hasattr(view, "ads"):
        yield Action(("match", given.words[_best(view.ads)]), whys.MATCH_ONE)
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


def _best(ads: "Sequence[MatchView]") -> int:
    """Return which ad is told first with a person known, else the one that is most surely for one position."""
    if any(one.near for one in ads):
        return ads.index(ranked(ads)[0])
    return max(range(len(ads)), key=lambda at: _worth(ads[at]))


def _worth(one: "MatchView") -> float:
    """Return how surely an ad is for one position."""
    return -1.0 if one.foreign or not one.positions else one.positions[0].share - 1.0


AFTER: Mapping[str, After] = {
    "match": after_match,
    "demand": after_demand,
}
