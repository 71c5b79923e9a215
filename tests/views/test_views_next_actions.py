"""What to do next after each answer: which commands, in which order, for whom; here by the fields they are made of."""

from types import SimpleNamespace as Like
from typing import Any

import pytest

from opscareer.text import Text
from opscareer.views.next_actions import Action, Given, next_actions
from opscareer.views.next_actions.action import for_people, for_scripts
from opscareer.views.next_actions.of_people import after_last

NAME = Text("谈判", "Negotiation")
GAP = Like(skill="deals", name=NAME)
SKILL = Like(skill="deals", weight=0.4)
KNOWN = Given(known=True)
OURS = Like(foreign=False, positions=(Like(id="bd/manager", share=0.7),), near=None)
OTHERS = Like(foreign=True, positions=(), near=None)
NEAR = Like(foreign=False, positions=OURS.positions, near=(0.6, "ready"))
LEG = Like(position="bd/manager")
PLAN: dict[str, Any] = {
    "first": (1,),
    "steps": (1,),
    "near": "",
    "before": None,
    "then": None,
    "position": "bd/manager",
}
KEPT = [Like(id=n, next="bd/manager") for n in (1, 2)]
KB: dict[str, Any] = {"faults": None, "faulty": "", "written": False, "folders": False}


def advised(next_: str, *held: str, offer: str | None = None, post_first: bool = False) -> Like:
    """Return an advice: what comes next, the posts held, the one offered, whether that held is to be done first."""
    person = Like(offer=offer, current=held)
    return Like(next=Like(position=next_), post_first=post_first, gaps_of=next_, gaps=(GAP,), profile=person)


AFTER: tuple[tuple[str, object, Given, str], ...] = (
    ("assess", advised("bd/manager"), KNOWN, "plan|gap bd/manager|report*|report"),
    ("assess", advised("bd/manager", offer="bd/manager"), KNOWN, "plan|gap bd/manager|report*|report"),
    ("assess", advised("bd/manager", offer="pr/manager"), KNOWN,
     "plan|gap bd/manager|compare pr/manager bd/manager|report*|report"),
    ("assess", advised("bd/manager", "bd/senior", "pr/senior", offer="bd/manager"), KNOWN,
     "plan|gap bd/manager|compare bd/manager bd/senior|report*|report"),
    ("assess", advised("bd/manager", "bd/senior", "pr/senior", offer="bd/senior"), KNOWN,
     "plan|gap bd/manager|compare bd/senior pr/senior|report*|report"),
    ("assess", advised("bd/manager", "pr/manager", post_first=True), KNOWN,
     "plan pr/manager|plan|gap bd/manager|report*|report"),
    ("assess", Like(next=None, post_first=False, gaps_of=None, gaps=(), profile=Like(offer=None, current=())), KNOWN,
     "report*|report"),
    ("assess", advised("bd/manager"), Given(), ""),
    ("gap", Like(position="bd/manager", gaps=(GAP,)), KNOWN, "plan bd/manager|skill deals|what-if"),
    ("gap", Like(position="bd/manager", gaps=()), KNOWN, "path"),
    ("what-if", Like(raised=(("deals", NAME),), effects=()), KNOWN, "skill deals|plan"),
    (
        "what-if",
        Like(raised=(), effects=(Like(skill="sums", to=1, fit_gain=0.2, turns=(), name=NAME),)),
        KNOWN,
        "what-if sums=1|plan",
    ),
    ("path", Like(paths=(), goals=(), long=False), KNOWN, "gap"),
    ("path", Like(paths=(), goals=("coo/chief",), long=False), KNOWN, "gap coo/chief"),
    ("path", Like(paths=(Like(steps=(LEG,)),), long=False), KNOWN, "plan bd/manager"),
    (
        "path",
        Like(paths=(Like(steps=(LEG,)), Like(steps=(Like(position="coo/chief"),))), long=True),
        Given(words=("coo",)),
        "plan bd/manager|compare bd/manager coo/chief|path coo --all*",
    ),
    ("plan", Like(**{**PLAN, "steps": (), "first": (), "near": "next"}), KNOWN, ""),
    (
        "plan",
        Like(**{**PLAN, "steps": (GAP, GAP), "then": ("coo/chief", NAME)}),
        KNOWN,
        "plan --all*|path bd/manager|plan coo/chief|skill deals|plan bd/manager -o plan.ics*"
        "|plan bd/manager --format calendar",
    ),
    ("plan", Like(**{**PLAN, "near": "next", "before": ("pr/manager", NAME), "steps": (), "first": ()}), KNOWN,
     "plan pr/manager"),
    ("compare", Like(positions=(Like(id="bd/manager", fit=0.2), Like(id="coo/chief", fit=0.4))), KNOWN,
     "gap coo/chief|plan coo/chief"),
    ("compare", Like(positions=(Like(id="bd/manager", fit=None),)), Given(), "role bd|assess*|kb schema answers"),
    ("report", Like(plan=1, assess=Like(gaps_of="bd/manager", gaps=(GAP,))), Given(answers="me.yaml"),
     "report*|plan|gap bd/manager"),
    ("report", Like(plan=None, assess=Like(gaps_of=None, gaps=())), KNOWN, "report*|path|assess --again*"),
    ("history", Like(unfinished=(), assessments=(), diff=None, left_out=0), Given(), "assess*|kb schema answers"),
    ("history", Like(unfinished=(1,), assessments=(), diff=None, left_out=0), Given(),
     "assess*|history --delete unfinished*"),
    ("history", Like(unfinished=(), assessments=KEPT, diff=None, left_out=3), KNOWN,
     "history --all*|history --diff 1 2|plan|gap|report*|report|assess --again*"),
    ("history", Like(unfinished=(), assessments=KEPT, diff=None, left_out=0), KNOWN,
     "history --diff 1 2|plan|gap|report*|report|assess --again*"),
    ("match", Like(ads=(OTHERS, OURS, NEAR)), Given(words=("a", "b", "c")), "match c"),
    ("match", Like(ads=(OTHERS, OURS)), Given(words=("a", "b")), "match b"),
    ("match", OTHERS, KNOWN, "roles"),
    ("match", OURS, KNOWN, "gap bd/manager|plan bd/manager"),
    ("match", OURS, Given(), "role bd|assess*|kb schema answers"),
    ("demand", Like(table=()), Given(words=("ads",)), "demand ads --format csv"),
    ("demand", Like(table=(Like(role="bd", n=2),)), Given(words=("ads",)), "role bd|demand ads --format csv"),
    ("ladder", Like(role=None, positions=(Like(role="bd"),)), Given(), "ladder bd|ladder --format mermaid"),
    ("ladder", Like(role="bd"), Given(), "role bd|ladder"),
    ("roles", Like(roles=(Like(id="bd"),)), Given(), "role bd|ladder"),
    ("role", Like(id="ceo", heights=(Like(id="ceo/chief", requirements=()),)), Given(), "ladder ceo"),
    ("role", Like(id="bd", heights=(Like(id="bd/specialist", requirements=(SKILL,)), Like(id="bd/manager"))), Given(),
     "ladder bd|compare bd/specialist bd/manager|skill deals"),
    ("skills", Like(skills=(Like(id="deals"),)), Given(), "skill deals"),
    ("skill", Like(asked_by=()), Given(), ""),
    ("skill", Like(asked_by=("bd/manager",)), Given(), "role bd"),
    ("kb", Like(**{**KB, "faults": (Like(severity="fault"),), "faulty": "a.yaml"}), Given(), "kb schema a.yaml"),
    ("kb", Like(**{**KB, "faults": (Like(severity="fault"),)}), Given(), ""),
    ("kb", Like(**{**KB, "faults": (Like(severity="warning"),)}), Given(), "ladder"),
    ("kb", Like(**{**KB, "written": True, "folders": True}), Given(), "kb check|ladder|assess*"),
    ("form", None, Given(), "kb schema answers"),
    ("team", None, Given(), "kb schema team"),
    ("completion", None, Given(), ""),
)  # fmt: skip
"""A command, its answer by its fields, what it was given, and what follows; * is for people alone."""


def shown(actions: tuple[Action, ...]) -> str:
    """Return commands in a line; of a report for people the name is enough."""
    told = (" ".join(one.words[:1] if one.words[:2] == ("report", "-o") else one.words) for one in actions)
    return "|".join(f"{words}*" if one.reader == "person" else words for words, one in zip(told, actions, strict=True))


@pytest.mark.parametrize(("command", "view", "given", "then"), AFTER)
def test_what_follows(command: str, view: object, given: Given, then: str) -> None:
    """After each answer stand the commands that go on from it, the best first; of a file nobody assesses again."""
    bare = given._replace(answers=None)
    found = next_actions(command, view, given)
    assert shown(tuple(one._replace(words=without(one.words)) for one in found)) == then
    assert all(why.zh and why.en for _, why, _ in found)
    assert len(next_actions(command, view, bare)) >= len(found)


def without(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a command without the file of answers."""
    return words[: words.index("--answers")] if "--answers" in words else words


def test_what_was_given_is_kept() -> None:
    """A command keeps the knowledge base and the language, and the file of answers where it takes one."""
    given = Given("me.yaml", "ours", "zh", known=True)
    words = [one.words for one in next_actions("compare", Like(positions=(Like(id="bd/manager", fit=None),)), given)]
    assert words[0] == ("role", "bd", "--kb", "ours", "--lang", "zh")
    (gap, *_) = next_actions("gap", Like(position="bd/manager", gaps=(GAP,)), given)
    assert gap.words == ("plan", "bd/manager", "--answers", "me.yaml", "--kb", "ours", "--lang", "zh")


def test_for_whom() -> None:
    """A script is told nothing that asks, opens a window or writes a file, a person nothing that only scripts read."""
    actions = tuple(Action((word,), NAME, word) for word in ("all", "person", "script"))
    assert [one.command for one in for_scripts(actions)] == [("opscareer", "all"), ("opscareer", "script")]
    assert [one.command for one in for_people(actions)] == [("opscareer", "all"), ("opscareer", "person")]


def test_after_the_top() -> None:
    """At the top of the ladder there is no plan."""
    assert "plan" not in [one.words[0] for one in after_last(KNOWN, top=True)]


@pytest.mark.parametrize(
    ("advice", "why"),
    [
        (advised("bd/manager", "bd/senior", offer="pr/manager"), "the post offered beside yours"),
        (advised("bd/manager", "bd/senior", offer="bd/senior"), "the two side by side"),
        (advised("bd/manager", offer="pr/manager"), "the two side by side"),
    ],
)
def test_what_is_compared(advice: Like, why: str) -> None:
    """Only a post that one does not hold is set beside one that one holds: of all others they are two posts."""
    told = [action.why.en for action in next_actions("assess", advice, KNOWN) if action.words[0] == "compare"]
    assert [one.startswith(why) for one in told] == [True]
