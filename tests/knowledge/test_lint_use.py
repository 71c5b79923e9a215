"""What is written and does nothing, or too little; and steps that take longer than anybody stays."""

import re

import pytest
from kb_files import SMALL, changed, findings, place

MOOD = """  - id: mood
    kind: choice
    text: {zh: 高兴吗？, en: Happy?}
    help: {zh: 选一样。, en: Choose one.}
    options: [{id: glad, label: {zh: 高兴, en: glad}}, {id: sad, label: {zh: 不高兴, en: sad}}]
    sources: [judgement]
"""
BECAUSE = "because: {zh: 好。, en: Good.}, sources: [judgement]}"
TITLE = "{rung: head, advised_as: helper, when: {school: none}"


def asking(*changes: tuple[str, str], end: str = "") -> str:
    """Return the small knowledge base with one more question, and what reads it."""
    return changed(("questions:\n", f"questions:\n{MOOD}"), *changes) + end


def test_a_question_that_nothing_reads() -> None:
    """A question whose answer nothing reads is a warning at its id."""
    text = asking()
    (fault,) = findings(text)
    assert (fault.place, fault.severity) == (place(text, "id: mood", 4), "warning")
    assert fault.trail == "questions → mood → id"
    assert fault.message[1] == "no rule, condition or score reads the answer to this question"


@pytest.mark.parametrize(
    "text",
    [
        asking(("when: {rung: helper}", "when: {rung: helper, mood: glad}")),
        asking((TITLE, "{rung: head, advised_as: helper, when: {mood: sad}")),
        asking((TITLE, f"{TITLE}, unless: {{mood: glad}}")),
        asking(("{mastery: {below: 0.8}}", "{mood: sad}")),
        asking(("{verdict: [ready, within-reach]}", "{mood: [glad, sad]}")),
        asking(end=f"situations:\n  - {{id: low, when: {{mood: sad}}, {BECAUSE}\n"),
        asking(
            end="situations:\n  - {id: low, when: {}, because: {zh: 低。, settled_by: {mood: [sad]}, instead: 高。}}\n"
        ),
        asking(("fact: school, least: some", "fact: mood, least: sad")).replace(
            "when: {school: none}", "when: {school: some}"
        ),
        asking().replace("id: mood", "id: lead"),
        asking().replace("id: mood", "id: acting"),
        re.sub(r"    options: \[\{id: glad.*\n", "", asking().replace("    kind: choice", "    kind: text", 1)),
        asking(("    interest: 1\n", "    interest: 0.5\n")).replace(
            "    options: [{id: glad", "    interest: 0.5\n    reads: metrics\n    worth: [1]\n    options: [{id: glad"
        ),
    ],
)
def test_a_question_that_something_reads(text: str) -> None:
    """A question is read by a rule, a condition, another question, an interest, the advice itself, or people."""
    assert [fault for fault in findings(text) if fault.message[1].startswith("no rule")] == []


@pytest.mark.parametrize("other", ["mood", "school"])
def test_a_question_that_is_never_asked(other: str) -> None:
    """A question that waits for itself, or for one that stands later, is a warning where it says so."""
    text = asking().replace("    options: [{id: glad", f"    when: {{{other}: none}}\n    options: [{{id: glad")
    if other == "mood":
        text = text.replace("when: {mood: none}", "when: {mood: glad}")
    late = [fault for fault in findings(text) if "never asked" in fault.message[1]]
    assert [(fault.trail, fault.severity) for fault in late] == [(f"questions → mood → when → {other}", "warning")]


def listing(*asked: int) -> str:
    """Return the small knowledge base with more positions on the lowest rung, each with a list as long as told."""
    skill = SMALL[SMALL.index("  - id: counting") : SMALL.index("\nmetrics:")]
    skills = "".join(
        skill.replace("id: counting", f"id: more-{n}").replace("Counting}", f"More {n}}}").replace("点数", f"多{n}")
        for n in range(9)
    )
    roles = SMALL[SMALL.index("  - id: keeper\n    group") : SMALL.index("\nrungs:")]
    more = "".join(
        roles.replace("id: keeper", f"id: role-{number}")
        .replace("库管员, en: Store assistant", f"员{number}, en: Assistant {number}")
        .replace("      counting: {helper: {level: 3, weight: 5, sources: [judgement]}}", _rows(length))
        for number, length in enumerate(asked)
    )
    return changed(("\nmetrics:", f"{skills}\nmetrics:"), ("\nrungs:", f"{more}\nrungs:"))


def _rows(length: int) -> str:
    return "\n".join(f"      more-{n}: {{helper: {1 + n % 3}}}" for n in range(length))


@pytest.mark.parametrize(("shortest", "told"), [(4, True), (5, True), (6, False), (9, False)])
def test_short_lists(shortest: int, told: bool) -> None:
    """A position that asks less than .6 of what its rung usually does is a warning at its key."""
    text = listing(shortest, 9, 9, 9, 9, 9)
    found = [fault for fault in findings(text) if "role-0" in fault.trail and "asks" in fault.message[1]]
    assert [fault.message[1].partition(":")[0] for fault in found] == (
        [f"asks {shortest} of the skills where its rung usually asks 9"] if told else []
    )
    assert {(f.trail, f.severity) for f in found} <= {("roles → role-0 → positions → helper", "warning")}


@pytest.mark.parametrize(("shortest", "told"), [(2, True), (3, False)])
def test_a_list_at_the_bound(shortest: int, told: bool) -> None:
    """A list of just .6 of the usual length is none too short."""
    short = (
        fault.trail for fault in findings(listing(shortest, 5, 5, 5, 5, 5)) if "usually asks 5" in fault.message[1]
    )
    assert any("role-0" in trail for trail in short) is told


def test_lists_of_one_length() -> None:
    """Where all ask as much none is short."""
    assert [fault for fault in findings(listing(1, 1, 1)) if "usually asks" in fault.message[1]] == []


MONTHS = "months: {1: 1, 2: 2, 3: 4, 4: 9, 5: 15}"


def test_a_step_that_takes_too_long() -> None:
    """A promotion that takes longer than twice the usual years below it is a warning at the position it leads to."""
    text = changed((MONTHS, "months: {1: 1, 2: 2, 3: 25, 4: 24, 5: 15}"))
    (fault,) = findings(text)  # from selling 2 to 4, with counting 1 to 2 first: 49 months and some
    assert (fault.place, fault.severity) == (place(text, "      head:\n", 6), "warning")
    assert fault.message[1].startswith("takes ")
    assert "from seller/helper, more than twice the years" in fault.message[1]
    assert fault.message[1].endswith("(48 months)")
    assert "48 个月" in fault.message[0]


def test_years_of_a_position_are_its_own() -> None:
    """The usual years are those of the position where it tells its own."""
    text = changed((MONTHS, "months: {1: 1, 2: 2, 3: 25, 4: 24, 5: 15}"))
    title = "title: {zh: 店员, en: Shop assistant}"
    assert findings(text.replace(title, f"{title}\n        years: {{min: 1, typical: 5}}")) == []
    fast = changed((title, f"{title}\n        years: {{min: 0, typical: 0.5}}"))
    assert [fault.message[1].endswith("(12 months)") for fault in findings(fast)] == [True]


def test_a_step_that_takes_long_enough() -> None:
    """One that is taken within them is well, and so is a position that rises nowhere."""
    assert findings(SMALL) == []
    assert findings(changed((MONTHS, "months: {1: 1, 2: 2, 3: 20, 4: 20, 5: 15}"))) == []


def test_steps_over_nine_levels() -> None:
    """Who stands high on a scale of nine levels is not thought to begin at the bottom."""
    names = "".join(f"  - {{zh: 第{n}级, en: Level {n}}}\n" for n in range(1, 10))
    text = changed(
        (MONTHS, f"levels:\n{names}months: {{{', '.join(f'{n}: 20' for n in range(1, 9))}, 9: 1}}"),
        ("selling: {helper: {level: 2", "selling: {helper: {level: 8"),
        ("head: {level: 4", "head: {level: 9"),
    )
    assert [fault.message[1] for fault in findings(text) if "takes " in fault.message[1]] == []


AIDE = """rungs:
  - id: aide
    order: 2
    name: {zh: 副手, en: Aide}
    summary: {zh: 帮着做。, en: Helps.}
    years: {min: 1, typical: 2}
    sources: [judgement]
  - id: head
    order: 3
"""


def test_years_that_nothing_waits_for() -> None:
    """Years are a warning in a position that nobody rises from, and on such a rung below the highest."""
    title = "title: {zh: 店长, en: Head of the shop}\n"
    top = changed((title, f"{title}        years: {{min: 1, typical: 2}}\n"))
    (fault,) = findings(top)
    assert (fault.place, fault.severity) == (place(top, "        years:", 8), "warning")
    assert fault.message[1] == "no way leads up from here, so the years have no effect"
    rung = changed(("rungs:\n  - id: head\n    order: 2\n", AIDE))
    assert [other.message for other in findings(rung)] == [fault.message]
