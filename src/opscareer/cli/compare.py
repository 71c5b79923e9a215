"""`opscareer compare`: positions side by side."""

from typing import Annotated

import typer

from opscareer.cli.command import AnswersOption, command
from opscareer.cli.completing import positions
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
    from opscareer.advice import held_against
    from opscareer.advice.compare import compared
    from opscareer.model.lookup import find_position
    from opscareer.render import compare_json
    from opscareer.render.compare_page import compare_page

    kb = session.whole
    positions = list(dict.fromkeys(find_position(kb, word) for word in words))
    example = f"opscareer compare {' '.join(list(kb.positions)[:2])}"
    if not 2 <= len(positions) <= _MOST:
        raise UsageError(
            f"compare 要 2 到 {_MOST} 个不同的岗位，不是 {len(positions)} 个",
            f"compare takes 2 to {_MOST} different positions, not {len(positions)}",
            (f"如 {example}", f"as {example}"),
        )
    situation = session.situation_if_any(answers)
    profile = situation.profile if situation else None
    prospects = [held_against(kb, situation, position) for position in positions] if situation else []
    rows = compared(kb, positions)
    session.answer(
        "compare",
        lambda: compare_json.compare(kb, positions, rows, profile, prospects),
        lambda page: compare_page(page, kb, positions, rows, profile, prospects),
    )


COMMANDS = {"compare": command(compare)}
