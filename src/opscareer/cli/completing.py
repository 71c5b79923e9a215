"""What a word on the command line may become: positions, roles and skills, each with its title."""

from collections.abc import Callable, Collection, Iterable
from pathlib import Path

import typer

from opscareer.cli.clock import local
from opscareer.cli.environment import language
from opscareer.cli.removing import ALL, UNFINISHED
from opscareer.errors import OpscareerError
from opscareer.knowledge.open import Opened, open_kb
from opscareer.text import Text

ASKED_BY_SHELL = "_OPSCAREER_COMPLETE"
"""The variable by which a shell asks for completions."""
_DELETABLE = {
    UNFINISHED: Text("没做完的问卷", "unfinished questionnaires"),
    ALL: Text("存下的全部", "all that is kept"),
}


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


def named(words: Collection[str]) -> Callable[[str], list[str]]:
    """Return what completes one of a few words."""

    def begun(incomplete: str) -> list[str]:
        return [word for word in words if word.startswith(incomplete)]

    return begun


def kept(incomplete: str) -> list[tuple[str, str]]:
    """Return the assessments whose number a word may become, each with its day; nothing where none can be read."""
    from opscareer import store

    try:
        opened = store.read_store()
        found = store.listed(opened).assessments if opened else ()
    except OpscareerError:
        return []
    return [(str(one.id), local(one.taken_at)[:10]) for one in found if str(one.id).startswith(incomplete)]


def deletable(incomplete: str) -> list[tuple[str, str]]:
    """Return what may be deleted: an assessment, what is not finished, everything."""
    told = ((word, what.of(language())) for word, what in _DELETABLE.items() if word.startswith(incomplete))
    return [*kept(incomplete), *told]


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
