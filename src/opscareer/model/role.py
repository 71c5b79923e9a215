"""A role is a line of work; a position is a role at a rung, with what it requires."""

from opscareer.model.skill import Words
from opscareer.records import dataclass
from opscareer.text import Text

FEW_ADS = 10
"""Shares that were counted in fewer say little."""


@dataclass(frozen=True)
class Requirement:
    """What a position asks of one skill: level 1-5, weight as a share of the position's whole (0-1)."""

    skill: str
    level: int
    weight: float
    must: bool
    sources: tuple[str, ...]

    @property
    def few_ads(self) -> bool:
        """Whether it rests on a share (`ads:share/counted/years`) of few ads."""
        counted = [source.split("/")[1:2] for source in self.sources if source.startswith("ads:")]
        return any(number.isdigit() and int(number) < FEW_ADS for numbers in counted for number in numbers)


@dataclass(frozen=True)
class Duty:
    """Something the holder of a role does."""

    text: Text
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Fact:
    """Something else to know of a role, as the usual size of its team: what it is called, and what is true."""

    name: Text
    text: Text
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Condition:
    """Something employers ask besides skills; which fact of the person is held against it, and at least what.

    An empty tuple of rungs means all rungs of the role.
    """

    text: Text
    sources: tuple[str, ...]
    rungs: tuple[str, ...] = ()
    fact: str = ""
    least: str = ""


@dataclass(frozen=True)
class Position:
    """A role at a rung, `role/rung`. The weights of its requirements sum to 1.

    years: least and usual time in it before the next, where they differ from those of its rung. was: its former ids.
    entry: whether people from outside may begin in it, though it stands above the lowest rung.
    """

    id: str
    role: str
    rung: str
    title: Text
    aliases: Words
    requirements: tuple[Requirement, ...]
    years: tuple[float, float] | None = None
    was: tuple[str, ...] = ()
    entry: bool = False


@dataclass(frozen=True)
class Role:
    """A line of work: what it does, which metrics it moves, which kinds of work it is made of, first the chief one."""

    id: str
    group: str
    name: Text
    summary: Text
    metrics: tuple[str, ...]
    work: tuple[str, ...]
    duties: tuple[Duty, ...]
    conditions: tuple[Condition, ...]
    sources: tuple[str, ...]
    facts: tuple[Fact, ...] = ()
