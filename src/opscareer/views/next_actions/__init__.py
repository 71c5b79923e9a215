"""What to do next, said once for each answer: commands ready to run, of which JSON and the foot of pages are made.

Views are known here by their fields and imported by nothing: the ladder is the quickest answer.
"""

from collections.abc import Collection, Mapping
from importlib import import_module

from opscareer.views.next_actions.action import Action, Given, NextAction

__all__ = ["Action", "Given", "NextAction", "next_actions"]

_ROOMS: Mapping[str, Collection[str]] = {
    "of_people": ("assess", "gap", "what-if", "path", "plan", "report", "history", "compare"),
    "of_trade": ("ladder", "roles", "role", "skills", "skill", "kb", "form", "team"),
    "of_ads": ("match", "demand"),
}
"""Where it is said what comes after a command: only that is read."""


def next_actions(command: str, view: object, given: Given) -> tuple[Action, ...]:
    """Return what to do after a command's answer, the best first; of a command unknown here nothing.

    Each keeps where the answers and the knowledge base are and the language, as they were given.
    """
    room = next((room for room, commands in _ROOMS.items() if command in commands), None)
    if room is None:
        return ()
    after = import_module(f"{__name__}.{room}").AFTER[command]
    return tuple(given.kept_by(action) for action in after(view, given))
