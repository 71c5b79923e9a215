"""The published shapes of every JSON answer, as JSON Schema draft-07. `opscareer kb schema COMMAND` prints them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from opscareer.text import Text
from opscareer.views.answers_file import answers_file_shape
from opscareer.views.faults import FailureView, KbView
from opscareer.views.history import HistoryView
from opscareer.views.ladder import LadderView
from opscareer.views.plan import PlanView
from opscareer.views.role import RoleView
from opscareer.views.roles import RolesView
from opscareer.views.shape import Schema, closed, keys_of, shape
from opscareer.views.skills import SkillsView, SkillView

VIEWS: Mapping[str, tuple[type[Any], ...]] = {
    "ladder": (LadderView,),
    "roles": (RolesView,),
    "role": (RoleView,),
    "skills": (SkillsView,),
    "skill": (SkillView,),
    "kb": (KbView,),
    "plan": (PlanView,),
    "history": (HistoryView,),
}
"""The views of each command's answer, one for each form that it may have."""


@dataclass(frozen=True)
class Identity:
    """Which knowledge base an answer is of."""

    name: Text
    version: str
    sha256: str


def schema_of(name: str) -> Schema:
    """Return the JSON Schema of a command's answer, of `answers` files or of an `error`. Raises KeyError."""
    body = answers_file_shape() if name == "answers" else _error() if name == "error" else _answer(name)
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": f"opscareer {name}", **body}


def names() -> tuple[str, ...]:
    """Return all names that have a schema."""
    return (*VIEWS, "answers", "error")


def _answer(name: str) -> Schema:
    head = {"schema": {"const": f"opscareer/{name}/1"}, "kb": shape(Identity)}
    forms = []
    for view in VIEWS[name]:
        always, asked = keys_of(view)
        forms.append(closed({**head, **always}, asked))
    return forms[0] if len(forms) == 1 else {"anyOf": forms}


def _error() -> Schema:
    return closed({"schema": {"const": "opscareer/error/1"}, **keys_of(FailureView)[0]})
