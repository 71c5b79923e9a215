"""Positions side by side on a screen."""

from collections.abc import Sequence
from string import ascii_uppercase

from opscareer.advice import Prospect
from opscareer.advice.compare import Asked
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.render.screen.page import Page, bar
from opscareer.text import Text
from opscareer.views.steps import fit_text, near_text, step_of

_SHARED = Text("都要的", "Asked by all")
_OTHERS = Text("不是都要的", "Asked by some")
_SKILL, _YOU, _NOTHING = Text("能力", "skill"), Text("你", "you"), Text("", "")
_NO_PROFILE = Text(
    "做过 assess 以后，这里还会写你在每一项上到几级。", "After an assessment this also tells where you stand on each."
)


def compare_page(
    page: Page,
    kb: KnowledgeBase,
    positions: Sequence[str],
    rows: Sequence[Asked],
    profile: Profile | None,
    prospects: Sequence[Prospect],
) -> None:
    """Write what positions ask side by side; each has a letter, as columns are narrow."""
    stands = {one.position: one for one in prospects}
    for letter, position in zip(ascii_uppercase, positions, strict=False):
        page.say(f"{letter}  {kb.positions[position].title.of(page.lang)}", "bold")
        if profile and position in stands:
            step = step_of(kb, profile, stands[position])
            fit = fit_text(step.prospect.fit, step.answered)
            page.say(near_text(step), first=f"{bar(step.prospect.fit, 10)} {fit}  ", indent=3)
    for heading, shared in ((_SHARED, True), (_OTHERS, False)):
        listed = [row for row in rows if row.shared == shared]
        if listed:
            page.head(heading)
            _table(page, kb, len(positions), listed, profile)
    if profile is None:
        page.blank()
        page.say(_NO_PROFILE, "dim")


def _table(page: Page, kb: KnowledgeBase, count: int, rows: Sequence[Asked], profile: Profile | None) -> None:
    letters = [Text(letter, letter) for letter in ascii_uppercase[:count]]
    headings = (_SKILL, *([_YOU] if profile else []), *letters, _NOTHING)
    cells = [
        (
            kb.skills[row.skill].name.of(page.lang),
            *([_level(profile.levels.get(row.skill), "?")] if profile else []),
            *(_level(level, "-") for level in row.levels),
            "",
        )
        for row in rows
    ]
    page.table(headings, cells, right=tuple(range(1, len(headings) - 1)))


def _level(level: int | None, missing: str) -> str:
    return missing if level is None else str(level)
