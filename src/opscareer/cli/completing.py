"""What a word on the command line may become: positions, roles and skills, each with its title."""

from collections.abc import Callable, Iterable
from pathlib import Path

import typer

from opscareer.cli.environment import language
from opscareer.errors import OpscareerError
from opscareer.knowledge.open import Opened, open_kb
from opscareer.text import Text

ASKED_BY_SHELL = "_OPSCAREER_COMPLETE"
"""The variable by which a shell asks for completions."""


def positions(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Return the positions that a word may become, each with its title."""
    return _begun(ctx, incomplete, lambda opened: ((post.id, post.title) for post in opened.ladder.posts))


def roles(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Return the roles that a word may become, each with its name."""
    return _begun(ctx, incomplete, lambda opened: ((role.id, role.name) for role in opened.whole().roles.values()))


def skills(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Return the skills that a word may become, each with its name."""
    return _begun(ctx, incomplete, lambda opened: ((skill.id, skill.name) for skill in opened.whole().skills.values()))


def supposed(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Return the skills that a word may become, each with the = that a level follows."""
    return [(f"{skill}=", name) for skill, name in skills(ctx, incomplete)]


def _begun(
    ctx: typer.Context, incomplete: str, known: Callable[[Opened], Iterable[tuple[str, Text]]]
) -> list[tuple[str, str]]:
    """Return what begins as the word does; nothing where the knowledge base cannot be read."""
    folder = ctx.params.get("kb") or (ctx.parent.params.get("kb") if ctx.parent else None)
    try:
        found = known(open_kb(Path(folder) if folder else None))
        return [(id_, name.of(language())) for id_, name in found if id_.startswith(incomplete)]
    except OpscareerError:
        return []
