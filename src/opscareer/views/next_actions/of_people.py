"""What to do after an answer about a person."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from opscareer.text import Text
from opscareer.views.next_actions import whys
from opscareer.views.next_actions.action import Action, After, Given

if TYPE_CHECKING:
    from opscareer.views.advice import AdviceView
    from opscareer.views.compare import CompareView
    from opscareer.views.gaps import GapsView
    from opscareer.views.history import HistoryView
    from opscareer.views.path import PathView
    from opscareer.views.plan import PlanView
    from opscareer.views.report import ReportView
    from opscareer.views.what_if import WhatIfView


def after_advice(view: "AdviceView", given: Given) -> Iterator[Action]:
    """Yield what makes advice work: the plan, all that is missing, a post offered beside one's own, all on one page."""
    if not given.known:
        return
    if view.post_first:
        yield Action(("plan", view.profile.current[0]), whys.PLAN)
    if view.next:
        yield Action(("plan",), whys.PLAN_AFTER if view.post_first else whys.PLAN)
    if view.gaps_of and view.gaps:
        yield Action(("gap", view.gaps_of), whys.GAPS)
    yield from _beside_ones_own(view)
    yield from _on_one_page()


def after_last(given: Given, *, top: bool) -> Iterator[Action]:
    """Yield what there is to do some time after an assessment; top: whether nothing was above."""
    if not top:
        yield Action(("plan",), whys.PLAN)
    yield Action(("gap",), whys.GAPS)
    yield from _on_one_page()
    yield from _again(given)


def begin() -> Iterator[Action]:
    """Yield how somebody begins of whom nothing is known."""
    yield Action(("assess",), whys.ASSESS, "person")
    yield Action(("kb", "schema", "answers"), whys.ANSWERS_FILE, "script")


def after_gaps(view: "GapsView", given: Given) -> Iterator[Action]:  # noqa: ARG001 - as all of these are called
    """Yield when to close the gaps, and how to close the first; where there are none, the way on."""
    if not view.gaps:
        yield Action(("path",), whys.WAYS)
        return
    yield Action(("plan", view.position), whys.PLAN_FOR)
    yield Action(("skill", view.gaps[0].skill), _skill(view.gaps[0].name))
    yield Action(("what-if",), whys.SUPPOSE)


def after_supposing(view: "WhatIfView", given: Given) -> Iterator[Action]:  # noqa: ARG001
    """Yield how the level that was supposed is reached; where none was, the one that would bring most."""
    for skill, name in view.raised[:1]:
        yield Action(("skill", skill), _skill(name))
    if view.effects:
        best = max(view.effects, key=lambda one: (bool(one.turns), one.fit_gain))
        yield Action(("what-if", f"{best.skill}={best.to}"), whys.SUPPOSE_ONE.fill(skill=best.name))
    yield Action(("plan",), whys.PLAN)


def after_ways(view: "PathView", given: Given) -> Iterator[Action]:
    """Yield what the first step of the best way asks; where two ways begin apart, both beside each other."""
    if not view.paths:
        yield Action(("gap", *view.goals[:1]), whys.GAPS)
        return
    firsts = tuple(dict.fromkeys(way.steps[0].position for way in view.paths))
    yield Action(("plan", firsts[0]), whys.PLAN_FOR)
    if len(firsts) > 1:
        yield Action(("compare", *firsts[:2]), whys.COMPARE)
    if view.long and "--all" not in given.words:
        yield Action(("path", *given.words, "--all"), whys.ALL_OF_IT, "person")


def after_plan(view: "PlanView", given: Given) -> Iterator[Action]:
    """Yield what the plan leaves out and leads to, how its first step is taken, and how it comes into a calendar."""
    if len(view.first) < len(view.steps) and "--all" not in given.words:
        yield Action(("plan", *given.words, "--all"), whys.ALL_OF_IT, "person")
    if not view.near:
        yield Action(("path", view.position), whys.WAYS)
    if view.before:
        yield Action(("plan", view.before[0]), whys.PLAN_BEFORE.fill(title=view.before[1]))
    if view.then:
        yield Action(("plan", view.then[0]), whys.PLAN_THEN.fill(title=view.then[1]))
    if view.steps:
        yield Action(("skill", view.steps[0].skill), _skill(view.steps[0].name))
        yield Action(("plan", view.position, "-o", "plan.ics"), whys.CALENDAR, "person")
        yield Action(("plan", view.position, "--format", "calendar"), whys.CALENDAR, "script")


def after_comparing(view: "CompareView", given: Given) -> Iterator[Action]:  # noqa: ARG001
    """Yield what is missing for the nearer of the positions; where nobody is known, what a person would begin with."""
    fits = {one.id: one.fit for one in view.positions if one.fit is not None}
    if fits:
        nearest = max(fits, key=lambda position: fits[position])
        yield Action(("gap", nearest), whys.GAPS)
        yield Action(("plan", nearest), whys.PLAN_FOR)
        return
    yield Action(("role", view.positions[0].id.partition("/")[0]), whys.ROLE)
    yield from begin()


def after_report(view: "ReportView", given: Given) -> Iterator[Action]:
    """Yield what the report would have one do, or how it is had as a page."""
    yield Action(("report", "-o", "report.html", "--open"), whys.AS_PAGE, "person")
    if view.plan:
        yield Action(("plan",), whys.PLAN, "script")
    if view.assess.gaps_of and view.assess.gaps:
        yield Action(("gap", view.assess.gaps_of), whys.GAPS, "script")
    if not view.plan:
        yield Action(("path",), whys.WAYS, "script")
    yield from _again(given)


def after_history(view: "HistoryView", given: Given) -> Iterator[Action]:
    """Yield what the last assessment leads to, and what changed since the one before; how to begin, or to go on."""
    for _ in view.unfinished[:1]:
        yield Action(("assess",), whys.GO_ON, "person")
        yield Action(("history", "--delete", "unfinished"), whys.DELETE, "person")
    kept = view.assessments
    if view.left_out and not view.diff:
        yield Action(("history", "--all"), whys.ALL_OF_IT, "person")
    if len(kept) > 1 and not view.diff:
        yield Action(("history", "--diff", str(kept[-2].id), str(kept[-1].id)), whys.CHANGED)
    if kept:
        yield from after_last(given, top=kept[-1].next is None)
    elif not view.unfinished:
        yield from begin()


def _beside_ones_own(view: "AdviceView") -> Iterator[Action]:
    """Yield a post that is offered beside the one held; from outside, or where it is that, beside what comes next."""
    offer, best = view.profile.offer, view.next.position if view.next else None
    other = next((post for post in (*view.profile.current, best) if post and post != offer), None)
    if offer and other:
        held = view.profile.current and offer not in view.profile.current
        yield Action(("compare", offer, other), whys.COMPARE_OFFER if held else whys.COMPARE)


def _on_one_page() -> Iterator[Action]:
    yield Action(("report", "-o", "report.html", "--open"), whys.ON_A_PAGE, "person")
    yield Action(("report",), whys.ON_A_PAGE, "script")


def _again(given: Given) -> Iterator[Action]:
    """Yield how the answers that were kept are gone through again; those of a file are changed in the file."""
    if given.answers is None:
        yield Action(("assess", "--again"), whys.ASSESS_AGAIN, "person")


def _skill(name: Text) -> Text:
    return whys.SKILL.fill(skill=name)


AFTER: Mapping[str, After] = {
    "assess": after_advice,
    "gap": after_gaps,
    "what-if": after_supposing,
    "path": after_ways,
    "plan": after_plan,
    "report": after_report,
    "history": after_history,
    "compare": after_comparing,
}
