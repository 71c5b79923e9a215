import os
import subprocess
import sys

import pytest
from calling import Call

from opscareer.cli.app import MODULES, build

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


def test_the_help_loads_no_command() -> None:
    """The help of the program lists its commands without loading one."""
    assert not loaded("--help") & {f"opscareer.cli.{module.name}" for module in MODULES.values()}


def test_the_help_says_what_commands_say() -> None:
    """The sentence by which the help lists a command is the one with which its own help begins."""
    commands = build().commands  # type: ignore[attr-defined]
    own = {name: " ".join((command.help or "").split("\n\n")[0].split()) for name, command in commands.items()}
    assert {name: module.sentence for name, module in MODULES.items()} == own


@pytest.mark.parametrize("word", ["新媒体运营", "new-media-ops", "Social Media Specialist"])
def test_a_line_by_its_name(call: Call, word: str) -> None:
    """The ladder of a role is found by all that it is called, as the role itself is."""
    assert call("ladder", word, "--json").answer["positions"] == call("ladder new-media-ops --json").answer["positions"]
