"""What ads of one role and rung ask, as counted."""

from opscareer.records import dataclass


@dataclass(frozen=True)
class Row:
    """How many ads there were, and how many of them ask for each skill, so many years, each education.

    With each skill stands its share (0-1) of the ads, those of one company counted as the root of their number. A row
    over all rungs has none, nor has one over all roles a role.
    """

    role: str
    rung: str
    ads: int
    skills: tuple[tuple[str, int, float], ...]
    years: tuple[tuple[int, int], ...]
    education: tuple[tuple[str, int], ...]

    @property
    def usual_years(self) -> float | None:
        """The median of the years asked, by the ads that say; None where none does."""
        told = [years for years, count in self.years for _ in range(count)]
        if not told:
            return None
        middle = len(told) // 2
        return told[middle] if len(told) % 2 else (told[middle - 1] + told[middle]) / 2


@dataclass(frozen=True)
class Counted:
    """How many ads were read, how many of them are for no role known here, and what the others ask.

    By role and rung; by role over all rungs and the ads of which no rung is told; by rung over all roles, known here or
    not. The commonest first.
    """

    ads: int
    foreign: int
    table: tuple[Row, ...]
    roles: tuple[Row, ...]
    rungs: tuple[Row, ...]
