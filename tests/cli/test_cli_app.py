import os
import subprocess
import sys

import pytest

HEAVY = {"yaml", "pydantic", "pydantic_core", "rich", "questionary", "prompt_toolkit", "sqlite3", "asyncio"}
LOADED = "import sys; from opscareer.cli.edge import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"


def loaded(*words: str) -> set[str]:
    """Return all modules that a command line has loaded by its end."""
    done = subprocess.run([sys.executable, "-c", LOADED, *words], capture_output=True, check=True, env=os.environ)
    return set(done.stderr.decode().split())


@pytest.mark.parametrize("words", [["ladder", "--json"], ["ladder"], ["roles", "--json"], ["--version"], ["--help"]])
def test_a_warm_start_loads_nothing_heavy(words: list[str]) -> None:
    """What is compiled already is answered without YAML, validation, colours or prompts."""
    loaded("roles", "--json")
    assert loaded(*words) & HEAVY == set()


def test_a_command_loads_only_itself() -> None:
    """A command's module is loaded only when it is called."""
    commands = {name for name in loaded("ladder", "--json") if name.startswith("opscareer.cli.")}
    assert "opscareer.cli.ladder" in commands
    assert not commands & {"opscareer.cli.assess", "opscareer.cli.roles", "opscareer.cli.kb"}
