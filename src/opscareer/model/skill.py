"""A skill: something a person can do, with levels described by what one has done."""

from collections.abc import Mapping
from dataclasses import field

from opscareer.records import dataclass
from opscareer.text import Text


@dataclass(frozen=True)
class Instead:
    """What people of one standing do instead of what a skill says, to reach a level up to this one (from 1)."""

    up_to: int
    actions: tuple[Text, ...]


@dataclass(frozen=True)
class Group:
    """A family of skills.

    exposure: whom to ask for what, where somebody had no opportunity yet; instead: what to do instead of a beginner's
    errand. Both by standing: `outside`, or the lowest rung for which it holds. traits: whether they say what one is
    like rather than what they did, so that nobody argues for a post with them who has deeds to show.
    """

    id: str
    name: Text
    exposure: Mapping[str, Text] = field(default_factory=dict)
    instead: Mapping[str, Instead] = field(default_factory=dict)
    traits: bool = False


@dataclass(frozen=True)
class Words:
    """The words by which people name a thing, in each language."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


@dataclass(frozen=True)
class Need:
    """To reach a level of a skill, a level of another one comes first."""

    level: int
    skill: str
    first: int


@dataclass(frozen=True)
class Proof:
    """What one can show of a skill, and the level (1-5) from which on one has it."""

    told: Text
    level: int = 1


@dataclass(frozen=True)
class Skill:
    """A skill with its levels from 0, and for those from 1 how to grow to them and in how many months.

    lookalikes: words that hold an alias of it and mean something else. instead: as of its group, which it goes before.
    was: its former ids, and those of skills that it is a part of. emphasis: how many times its points of fit a gap in
    it counts in the order of gaps.
    """

    id: str
    group: str
    name: Text
    definition: Text
    levels: tuple[Text, ...]
    grow: tuple[tuple[Text, ...], ...]
    proof: tuple[Proof, ...]
    aliases: Words
    sources: tuple[str, ...]
    months: Mapping[str, float]
    needs: tuple[Need, ...]
    lookalikes: tuple[str, ...] = ()
    instead: Mapping[str, Instead] = field(default_factory=dict)
    was: tuple[str, ...] = ()
    emphasis: float = 1.0

    def proofs(self, level: int) -> tuple[Text, ...]:
        """Return what somebody of a level (0-5) can show: what goes with the highest level up to theirs."""
        highest = max((one.level for one in self.proof if one.level <= level), default=0)
        return tuple(one.told for one in self.proof if one.level == highest)
