"""`opscareer completion SHELL`: what a shell needs so that commands, options, positions and skills are completed."""

from enum import StrEnum
from typing import Annotated

import typer
from typer._click import Command  # not public; the bounds on typer hold it

from opscareer.cli.command import command
from opscareer.cli.completing import ASKED_BY_SHELL
from opscareer.cli.session import Session

_ZSH = (
    "\ncompdef _opscareer_completion opscareer\n",
    """
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _opscareer_completion "$@"  # found in $fpath at the first tab, which it has to answer
else
  compdef _opscareer_completion opscareer
fi
""",
)


class Shell(StrEnum):
    """A shell that completes words."""

    bash = "bash"
    zsh = "zsh"
    fish = "fish"


_ENDINGS = {
    Shell.bash: (".bash", ".sh", ".bash-completion", ".txt"),
    Shell.zsh: (".zsh", ".sh", ".txt"),
    Shell.fish: (".fish", ".txt"),
}


def completion(
    session: Session,
    shell: Annotated[Shell, typer.Argument(metavar="SHELL", help="bash, zsh or fish.")],
) -> None:
    """Print what a shell needs to complete commands, options, positions and skills."""
    session.check_ending(f"completion {shell}", _ENDINGS[shell])
    from typer._completion_shared import get_completion_script

    script = get_completion_script(prog_name="opscareer", complete_var=ASKED_BY_SHELL, shell=shell) + "\n"
    session.write(script.replace(*_ZSH) if shell is Shell.zsh else script)


def complete(root: Command, instruction: str) -> int:
    """Answer a shell; return the exit code."""
    from typer._completion_classes import completion_init
    from typer.completion import shell_complete

    completion_init()
    return shell_complete(root, {}, "opscareer", ASKED_BY_SHELL, instruction)


COMMANDS = {"completion": command(completion)}
