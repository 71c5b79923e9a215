"""The clock of this machine: kept in UTC, shown as the reader's clock has it."""

from datetime import UTC, datetime


def now() -> str:
    """Return the present time as it is kept: UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def today() -> str:
    """Return the day here (ISO)."""
    return datetime.now().astimezone().date().isoformat()


def local(kept: str) -> str:
    """Return a kept time as the clock here shows it, to the minute."""
    return datetime.fromisoformat(kept).astimezone().strftime("%Y-%m-%d %H:%M")
