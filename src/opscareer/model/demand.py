"""What ads of one role and rung ask, as counted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """How many ads there were, and how many of them ask for each skill, so many years, each education."""

    role: str
    rung: str
    ads: int
    skills: tuple[tuple[str, int], ...]
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
