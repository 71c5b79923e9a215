"""What the market says: the words by which ads of a role or a rung are told, and how often they say them.

Named tuples: reading an ad is a start of the program that ought to be short.
"""

from collections.abc import Mapping
from typing import NamedTuple

TRUST = 0.4
"""How much a cue counts that nobody has weighed: cues go together, and taken as if each told all anew they would claim
too much."""


class Cue(NamedTuple):
    """A word of ads. own: the roles or rungs it speaks for; shares (0-1) of the ads of each that say it, as counted.

    trust: how much it counts beside others (0 not at all, 1 as if nothing else were said).
    """

    word: str
    own: tuple[str, ...]
    shares: Mapping[str, float]
    trust: float = TRUST


class Market(NamedTuple):
    """The cues of roles and rungs, and how many ads of each were counted; all empty where nobody has counted."""

    roles: Mapping[str, int]
    rungs: Mapping[str, int]
    role_cues: tuple[Cue, ...]
    rung_cues: tuple[Cue, ...]
