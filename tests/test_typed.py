"""What somebody who writes a program with this one is told."""

from importlib.resources import files


def test_types_are_told() -> None:
    """The package says that it has types: without it a type checker takes everything for Any."""
    assert files("opscareer").joinpath("py.typed").is_file()
