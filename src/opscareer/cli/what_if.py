"""`opscareer what-if`: what would change with some skills at other levels."""

from collections.abc import Iterable
from typing import Annotated

import typer

from opscareer.cli.command import AnswersOption, command
from opscareer.cli.completing import supposed as supposable
from opscareer.cli.person import answers_or_last
from opscareer.cli.session import Session
from opscareer.errors import UsageError
from opscareer.model.kb import KnowledgeBase
from opscareer.text import clean


def what_if(
    session: Session,
    supposed: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SKILL=LEVEL]...",
            autocompletion=supposable,
            help="As data-analysis=3. None: each skill one level up.",
        ),
    ] = None,
    answers: AnswersOption = None,
) -> None:
    """Suppose skills at other levels: how the fit moves, which gates open, whether the next role changes."""
    kb = session.whole
    levels = _levels(kb, supposed or [])
    from opscareer.advice import advise
    from opscareer.interview import profile_of
    from opscareer.render.screen.what_if import what_if_page
    from opscareer.views.what_if import what_if_view

    advice = advise(kb, profile_of(kb, answers_or_last(session, answers, "what-if")))
    view = what_if_view(kb, advice, levels)
    session.tell("what-if", view, lambda page: what_if_page(page, view))


_EXAMPLE = "data-analysis"


def _levels(kb: KnowledgeBase, words: Iterable[str]) -> dict[str, int]:
    """Return the levels that are supposed. Raises UsageError where one is supposed twice, whatever it is called."""
    levels: dict[str, int] = {}
    for word in words:
        skill, level = _supposition(kb, word)
        if skill in levels:
            raise UsageError(
                f"{skill} 写了两次：{levels[skill]} 级和 {level} 级",
                f"{skill} is supposed twice, at {levels[skill]} and at {level}",
                ("一项能力只写一个级别", "give one level for each skill"),
            )
        levels[skill] = level
    return levels


def _supposition(kb: KnowledgeBase, word: str) -> tuple[str, int]:
    from opscareer.model.lookup import find_skill

    skill, equals, level = word.partition("=")
    if not equals or level not in map(str, range(kb.top + 1)):
        shown, example = clean(word), f"{_EXAMPLE if _EXAMPLE in kb.skills else next(iter(kb.skills))}=3"
        raise UsageError(
            f"{shown} 写得不对",
            f"{shown} is not SKILL=LEVEL",
            (
                f"写成 能力=级别，级别是 0 到 {kb.top}，如 {example}",
                f"write a skill and a level 0-{kb.top}, as {example}",
            ),
        )
    return find_skill(kb, skill), int(level)


COMMANDS = {"what-if": command(what_if)}
