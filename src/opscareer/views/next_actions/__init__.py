"""What to do next, said once for each answer: commands ready to run, of which JSON and the foot of pages are made.

Views are known here by their fields and imported by nothing: the ladder is the quickest answer.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from opscareer.views.next_actions import of_ads, of_people, of_trade
from opscareer.views.next_actions.action import Action, Given, NextAction

__all__ = ["Action", "Given", "NextAction", "next_actions"]

_AFTER: Mapping[str, Callable[[Any, Given], Iterable[Action]]] = {
    "assess": of_people.after_advice,
    "gap": of_people.after_gaps,
    "what-if": of_people.after_supposing,
    "path": of_people.after_ways,
    "plan": of_people.after_plan,
    "report": of_people.after_report,
    "history": of_people.after_history,
    "compare": of_people.after_comparing,
    "ladder": of_trade.after_ladder,
    "roles": of_trade.after_roles,
    "role": of_trade.after_role,
    "skills": of_trade.after_skills,
    "skill": of_trade.after_skill,
    "kb": of_trade.after_kb,
    "match": of_ads.after_match,
    "demand": of_ads.after_demand,
    "form": of_trade.after_form,
    "team": of_trade.after_team,
}


def next_actions(command: str, view: object, given: Given) -> tuple[Action, ...]:
    """Return what to do after a command's answer, the best first; of a command unknown here nothing.

    Each keeps where the answers and the knowledge base are and the language, as they were given.
    """
    after = _AFTER.get(command)
    return () if after is None else tuple(given.kept_by(action) for action in after(view, given))
