"""The published shapes of every JSON answer, as JSON Schema draft-07. `opscareer kb schema COMMAND` prints them."""

from collections.abc import Mapping
from typing import Any

from opscareer.model.identity import Identity
from opscareer.views.advice import AdviceView
from opscareer.views.answers_file import answers_file_shape
from opscareer.views.compare import CompareView
from opscareer.views.demand import DemandView
from opscareer.views.faults import FailureView, KbView
from opscareer.views.form import FormView
from opscareer.views.gaps import GapsView
from opscareer.views.held import HeldView
from opscareer.views.history import HistoryView
from opscareer.views.ladder import LadderView
from opscareer.views.match import MatchView
from opscareer.views.next_actions.action import NextAction
from opscareer.views.path import PathView
from opscareer.views.plan import PlanView
from opscareer.views.report import ReportView
from opscareer.views.role import RoleView
from opscareer.views.roles import RolesView
from opscareer.views.shape import Schema, closed, keys_of, shape
from opscareer.views.skills import SkillsView, SkillView
from opscareer.views.team import TeamView
from opscareer.views.what_if import WhatIfView

VIEWS: Mapping[str, tuple[type[Any], ...]] = {
    "ladder": (LadderView,),
    "roles": (RolesView,),
    "role": (RoleView,),
    "skills": (SkillsView,),
    "skill": (SkillView,),
    "kb": (KbView,),
    "assess": (AdviceView,),
    "gap": (GapsView,),
    "what-if": (WhatIfView,),
    "path": (PathView,),
    "plan": (PlanView,),
    "compare": (CompareView,),
    "form": (FormView,),
    "demand": (DemandView,),
    "report": (ReportView,),
    "history": (HistoryView,),
    "team": (TeamView,),
}
"""The views of each command's answer, one for each form that it may have."""


def schema_of(name: str) -> Schema:
    """Return the JSON Schema of a command's answer, of `answers` files or of an `error`. Raises KeyError."""
    special = {"answers": answers_file_shape, "error": _error, "match": _match}
    body = special[name]() if name in special else _answer(name)
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": f"opscareer {name}", **body}


def names() -> tuple[str, ...]:
    """Return all names that have a schema."""
    return (*VIEWS, "match", "answers", "error")


def _head(name: str) -> Schema:
    return {"schema": {"const": f"opscareer/{name}/1"}, "kb": shape(Identity)}


def _foot() -> Schema:
    """Return what every answer ends with: what to do next."""
    return {"next_actions": shape(tuple[NextAction, ...])}


def _answer(name: str) -> Schema:
    head = _head(name)
    forms = []
    for view in VIEWS[name]:
        always, asked = keys_of(view)
        forms.append(closed({**head, **always, **_foot()}, asked))
    return forms[0] if len(forms) == 1 else {"anyOf": forms}


def _error() -> Schema:
    return closed({"schema": {"const": "opscareer/error/1"}, **keys_of(FailureView)[0]})


def _match() -> Schema:
    """Return the shape of an ad, and of several; what is held against a person stands there where one is known."""
    (ad, name), held = keys_of(MatchView), keys_of(HeldView)[0]
    person = {key: told for key, told in held.items() if key not in ad}
    ads = {"type": "array", "items": closed({**name, **ad}, person)}
    head, foot = _head("match"), _foot()
    return {"anyOf": [closed({**head, **ad, **foot}, person), closed({**head, "ads": ads, **foot})]}
