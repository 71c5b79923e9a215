"""What the market says: the words by which ads of a role or a rung are told, and how often they say them."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of ads. own: the roles or rungs it speaks for; shares (0-1) of the ads of each that say it, as counted."""

    word: str
    own: tuple[str, ...]
    shares: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Market:
    """The cues of roles and rungs, and how many ads of each were counted; all empty where nobody has counted."""

    roles: Mapping[str, int]
    rungs: Mapping[str, int]
    role_cues: tuple[Cue, ...]
    rung_cues: tuple[Cue, ...]
