"""The shapes of what job ads say."""

from opscareer.views.demand import DemandView
from opscareer.views.held import HeldView
from opscareer.views.match import MatchView
from opscareer.views.shape import Schema, keys_of

_AD, AMONG_OTHERS = keys_of(MatchView)
"""The key that an ad has only among others is its name."""

MARKET: dict[str, Schema] = {"match": _AD, "demand": keys_of(DemandView)[0]}
MATCH_OPTIONAL: dict[str, Schema] = {key: held for key, held in keys_of(HeldView)[0].items() if key not in _AD}
"""Keys that what is told of an ad has only where a person is known; null where nobody can be held against the ad."""
