"""The clock of this machine: kept in UTC, shown as the reader's clock has it."""

from datetime import UTC, datetime


def now() -> str:
    """Return the present time as it is kept: UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def today() -> str:
    """Return the day here (ISO)."""
    return datetime.now().astimezone().date().isoformat()


def here(kept: str) -> str:
    """Return a kept time as the clock here has it, with how far that is from UTC: its first ten letters are the day."""
    try:
        return datetime.fromisoformat(kept).astimezone().isoformat()
    except (ValueError, OverflowError, OSError):  # a year that no clock has: a damaged file, a first or a last day
        return kept


def day(kept: str) -> str:
    """Return the day of a kept time, as it was here (ISO)."""
    return here(kept)[:10]


def local(kept: str) -> str:
    """Return a kept time as the clock here shows it, to the minute."""
    return here(kept)[:16].replace("T", " ")
