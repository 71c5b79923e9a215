"""What to do after an answer about the trade, or about a knowledge base as files."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from opscareer.views.next_actions import whys
from opscareer.views.next_actions.action import Action, After, Given, Reader

if TYPE_CHECKING:
    from opscareer.views.faults import KbView
    from opscareer.views.ladder import LadderView
    from opscareer.views.role import RoleView
    from opscareer.views.roles import RolesView
    from opscareer.views.skills import SkillsView, SkillView


def after_ladder(view: "LadderView", given: Given) -> Iterator[Action]:  # noqa: ARG001 - as all of these are called
    """Yield one line of the ladder, or of one line what it does; and the drawing."""
    if view.role is None:
        yield Action(("ladder", view.positions[0].role), whys.ON_LADDER)
        yield Action(("ladder", "--format", "mermaid"), whys.DRAWING)
    else:
        yield Action(("role", view.role), whys.ROLE)
        yield Action(("ladder",), whys.LADDER)


def after_roles(view: "RolesView", given: Given) -> Iterator[Action]:  # noqa: ARG001
    """Yield one of the roles, and how they rise."""
    yield Action(("role", view.roles[0].id), whys.ROLE_FIRST)
    yield Action(("ladder",), whys.LADDER)


def after_role(view: "RoleView", given: Given) -> Iterator[Action]:  # noqa: ARG001
    """Yield where a role stands, its positions side by side, and the skill that weighs most in the first."""
    yield Action(("ladder", view.id), whys.ON_LADDER)
    if len(view.heights) > 1:
        yield Action(("compare", *(one.id for one in view.heights[:2])), whys.COMPARE)
    for asked in sorted(view.heights[0].requirements, key=lambda one: -one.weight)[:1]:
        yield Action(("skill", asked.skill), whys.SKILL_FIRST)


def after_skills(view: "SkillsView", given: Given) -> Iterator[Action]:  # noqa: ARG001
    """Yield one of the skills."""
    yield Action(("skill", view.skills[0].id), whys.SKILL_FIRST)


def after_skill(view: "SkillView", given: Given) -> Iterator[Action]:  # noqa: ARG001
    """Yield a role that asks for it."""
    for position in view.asked_by[:1]:
        yield Action(("role", position.partition("/")[0]), whys.ROLE)


def after_kb(view: "KbView", given: Given) -> Iterator[Action]:  # noqa: ARG001
    """Yield what the first faulty file may hold; of a knowledge base without faults, how it is checked and tried."""
    if any(one.severity == "fault" for one in view.faults or ()):
        if view.faulty:
            yield Action(("kb", "schema", view.faulty), whys.FILE_SHAPE)
        return
    reader: Reader = "all" if view.written else "script"  # a person who checks a file sees enough where all is well
    if view.folders:
        yield Action(("kb", "check"), whys.CHECK, reader)
    yield Action(("ladder",), whys.TRY_LADDER, reader)
    if view.written:
        yield Action(("assess",), whys.TRY_ASSESS, "person")


def after_form(view: object, given: Given) -> Iterator[Action]:  # noqa: ARG001
    """Yield what an answer in a filled-in form may be."""
    yield Action(("kb", "schema", "answers"), whys.ANSWERS_FILE, "script")


def after_team(view: object, given: Given) -> Iterator[Action]:  # noqa: ARG001
    """Yield what each figure of a group is."""
    yield Action(("kb", "schema", "team"), whys.FIGURES, "script")


AFTER: Mapping[str, After] = {
    "ladder": after_ladder,
    "roles": after_roles,
    "role": after_role,
    "skills": after_skills,
    "skill": after_skill,
    "kb": after_kb,
    "form": after_form,
    "team": after_team,
}
