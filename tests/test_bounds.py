"""What the program is built on has bounds, and dev.lock is within them."""

import tomllib
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def asked() -> list[Requirement]:
    """Return all that any install or the build asks for, but the program's own extras."""
    project = PROJECT["project"]
    lines = [*project["dependencies"], *PROJECT["build-system"]["requires"]]
    lines += [line for extra in project["optional-dependencies"].values() for line in extra]
    return [one for one in map(Requirement, lines) if one.name != "opscareer"]


def locked() -> dict[str, list[tuple[str, Marker | None]]]:
    """Return the versions that dev.lock has of each, where several for several Pythons, with what they are for."""
    found: dict[str, list[tuple[str, Marker | None]]] = {}
    for line in (ROOT / "dev.lock").read_text(encoding="utf-8").splitlines():
        if line and not line.lstrip().startswith("#"):
            one = Requirement(line)
            (exact,) = one.specifier
            found.setdefault(canonicalize_name(one.name), []).append((exact.version, one.marker))
    return found


@pytest.mark.parametrize("one", asked(), ids=str)
def test_bounds(one: Requirement) -> None:
    """Each has a lowest version, which was tried, and an end before which nothing is known to break."""
    kinds = sorted(bound.operator for bound in one.specifier)
    assert kinds == ["<", ">="]


@pytest.mark.parametrize("one", [one for one in asked() if one.name != "hatchling"], ids=str)
def test_the_lock_is_within_the_bounds(one: Requirement) -> None:
    """The versions that are developed with are ones that the bounds allow."""
    versions = locked()[canonicalize_name(one.name)]
    assert [version for version, _ in versions if version not in one.specifier] == []
