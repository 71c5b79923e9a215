"""`opscareer compare`: positions side by side."""

from typing import Annotated

import typer

from opscareer.cli.command import AnswersOption, command
from opscareer.cli.completing import positions
from opscareer.cli.naming import position_of
from opscareer.cli.person import situation_if_any
from opscareer.cli.session import Session
from opscareer.errors import UsageError

_MOST = 6


def compare(
    session: Session,
    words: Annotated[
        list[str], typer.Argument(metavar="POSITION...", autocompletion=positions, help="Two to six positions.")
    ],
    answers: AnswersOption = None,
) -> None:
    """Lay positions side by side: what each asks, what they share, and where you stand on each."""
    from opscareer.render.screen.compare import compare_page
    from opscareer.views.compare import compare_view

    kb = session.whole
    positions = list(dict.fromkeys(position_of(session, word) for word in words))
    example = f"opscareer compare {' '.join(list(kb.positions)[:2])}"
    if not 2 <= len(positions) <= _MOST:
        raise UsageError(
            f"compare 要 2 到 {_MOST} 个不同的岗位，不是 {len(positions)} 个",
            f"compare takes 2 to {_MOST} different positions, not {len(positions)}",
            (f"如 {example}", f"as {example}"),
        )
    view = compare_view(kb, positions, situation_if_any(session, answers))
    session.tell("compare", view, lambda page: compare_page(page, view))


COMMANDS = {"compare": command(compare)}
