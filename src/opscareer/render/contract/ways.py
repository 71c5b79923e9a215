"""The shapes of what to do about it: the plan, the ways to a goal, positions side by side."""

from opscareer.views.compare import CompareView
from opscareer.views.path import PathView
from opscareer.views.plan import PlanView
from opscareer.views.shape import Schema, keys_of

WAYS: dict[str, Schema] = {
    "plan": keys_of(PlanView)[0],
    "path": keys_of(PathView)[0],
    "compare": keys_of(CompareView)[0],
}
