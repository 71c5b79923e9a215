"""Faults that the shape alone does not show: names that are not there, circles, things named twice."""

import pytest
from kb_files import SMALL, changed, compiled, faults_of, marked

from opscareer.text import NOTHING

LEARNER = """id: learner
    order: 0
    name: {zh: 学徒, en: Learner}
    summary: {zh: 学的人。, en: Learns.}
    years: {min: 1, typical: 2}
    sources: [judgement]
"""
PROMOTION = "promotions:\n  - {from: seller/helper, to: [seller/head], sources: [judgement]}\n"


@pytest.mark.parametrize(
    ("old", "new", "unknown", "nearest"),
    [
        ("group: trade", "group: ^trad", "group of skills trad", "trade"),
        ("{counting: 2}", "{^countin: 2}", "skill countin", "counting"),
        ("counting: {helper: {level: 1", "^countin: {helper: {level: 1", "skill countin", "counting"),
        ("weight: 1}, sources", "weight: 1}, ^hepler: 3/5, sources", "rung hepler", "helper"),
        ("metrics: [turnover]", "metrics: [^turnovr]", "metric turnovr", "turnover"),
        ("work: [people]", "work: [^peple]", "option peple", "people"),
        ("rungs: [helper], fact", "rungs: [^helpr], fact", "rung helpr", "helper"),
        ("fact: school", "fact: ^scool", "question scool", "school"),
        ("least: some", "least: ^somme", "option somme", "some"),
        ("to: [seller/head]", "to: [^seler/head]", "position seler/head", "seller/head"),
        ("from: seller/helper", "from: ^seller/hlper", "position seller/hlper", "seller/helper"),
        ("from: keeper", "from: ^keper", "role keper", "keeper"),
        ("to: seller,", "to: ^seler,", "role seler", "seller"),
        ("rungs: [helper], why", "rungs: [^head], why", "position keeper/head", "keeper/helper"),
        ("{rung: head, adv", "{rung: ^haed, adv", "rung haed", "head"),
        ("advised_as: helper", "advised_as: ^helpr", "rung helpr", "helper"),
        ("{route: stay", "{route: ^sty", "route sty", "stay"),
        ("when: {rung: helper}", "when: {^rug: helper}", "thing to test rug", "rung"),
        ("when: {rung: helper}", "when: {rung: ^helpr}", "option helpr", "helper"),
        ("when: {school: none}", "when: {school: ^nones}", "option nones", "none"),
        ("verdict: [ready, within-reach]", "verdict: [ready, ^with-reach]", "option with-reach", "within-reach"),
        ('"ads:0.50/10"', '^"adds:0.50/10"', "kind of source adds", "ads"),
        ('"ads:0.50/10"', '^"onet:11-1021"', "kind of source onet", "judgement"),
    ],
)
def test_unknown_name(old: str, new: str, unknown: str, nearest: str) -> None:
    """Naming what is not there is a fault where it is named, and what comes nearest is told."""
    text, place = marked(old, new)
    (fault,) = faults_of(text)
    assert (fault.place, fault.message[1]) == (place, f"there is no {unknown}")
    assert nearest in fault.hint[0]
    assert fault.hint[1].removeprefix("nearest: ").split(", ")[0] == nearest
    assert fault.trail


def test_trail() -> None:
    """The trail leads from the outermost key to the fault, entries of lists by their names."""
    (fault,) = faults_of(changed(("counting: {helper: {level: 1", "countin: {helper: {level: 1")))
    assert fault.trail == "roles → seller → asks → countin"
    (fault,) = faults_of(changed(("ads:0.50/10", "ads:half")))
    assert fault.trail == "roles → seller → asks → selling → helper → sources → 1"


def test_unknown_rung_of_a_position() -> None:
    """A position on a rung that there is not is told, and so are the moves that go to it by the right name."""
    position, nothing, move = faults_of(changed(("      head:\n", "      haed:\n")))
    assert nothing.message[1] == "this position asks for no skill"
    assert (position.message[1], position.hint[1]) == ("there is no rung haed", "nearest: head")
    assert position.trail == "roles → seller → positions → haed"
    assert move.message[1] == "there is no position seller/head"


@pytest.mark.parametrize("share", ["0.5/10", "0.50", "0.50/0", "1.20/10", "x"])
def test_share_of_ads(share: str) -> None:
    """A share of ads is written as such, with how many were counted."""
    (fault,) = faults_of(changed(("ads:0.50/10", f"ads:{share}")))
    assert all("ads:0.42/57/2022-2026" in told for told in fault.message)


@pytest.mark.parametrize(
    ("entry", "trail"),
    [
        ("  - {id: trade,", "groups → trade → id"),
        ("  - {id: turnover,", "metrics → turnover → id"),
        ("  - {id: years,", "questions → years → id"),
        ("      - {id: people,", "questions → work → options → people → id"),
        ("  - {id: stay,", "routes → stay → id"),
        ("  - {id: look,", "growth → look → id"),
    ],
)
def test_id_twice(entry: str, trail: str) -> None:
    """An id that stands twice is told at both places."""
    line = next(line for line in SMALL.splitlines(keepends=True) if line.startswith(entry))
    first, second = faults_of(changed((line, line * 2)))
    assert first.trail == second.trail == trail
    assert second.line == first.line + 1
    assert first.message[1].endswith(" stands twice")


@pytest.mark.parametrize(
    ("part", "id_", "other"),
    [("skills", "selling", "counting"), ("roles", "seller", "keeper"), ("rungs", "head", "helper")],
)
def test_id_of_another(part: str, id_: str, other: str) -> None:
    """Something that takes the id of another one is told at both, beside the names that are then unknown."""
    indent = "  - id: "
    told = [f for f in faults_of(changed((indent + other, indent + id_))) if f.message[1] == f"{id_} stands twice"]
    assert [fault.trail for fault in told] == [f"{part} → {id_} → id"] * 2


@pytest.mark.parametrize(
    ("old", "new", "trail"),
    [
        ("to: [seller/head]", "to: [seller/head, seller/head]", "promotions → seller/helper → to"),
        (PROMOTION, PROMOTION + PROMOTION.removeprefix("promotions:\n"), "promotions → seller/helper → to"),
        ("rungs: [helper], why", "rungs: [helper, helper], why", "laterals → keeper seller → rungs"),
    ],
)
def test_move_twice(old: str, new: str, trail: str) -> None:
    """A move that stands twice is told at both places."""
    told = faults_of(changed((old, new)))
    assert [fault.trail.rpartition(" → ")[0] for fault in told] == [trail] * 2
    assert all(fault.message[1].endswith("stands twice") for fault in told)


@pytest.mark.parametrize("way", ["to: [seller/helper]", "to: [seller/head, seller/helper]"])
def test_promotion_that_does_not_rise(way: str) -> None:
    """A promotion leads to a higher rung."""
    (fault,) = faults_of(changed(("to: [seller/head]", way)))
    assert fault.message[1] == "a promotion to seller/helper does not lead up"


def test_circle_of_promotions() -> None:
    """On the top rung, where a promotion may stay, none leads back to where it begins."""
    back = "  - {from: seller/head, to: [seller/head], sources: [judgement]}\n"
    (fault,) = faults_of(changed((PROMOTION, PROMOTION + back)))
    assert (fault.trail, fault.message[1]) == ("promotions → seller/head", "promotions go round in a circle")


def test_sideways_to_itself() -> None:
    """A step sideways leads to another role."""
    (fault,) = faults_of(changed(("{from: keeper, to: seller", "{from: keeper, to: keeper")))
    assert fault.message[1] == "a step sideways leads to another role"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("order: 2", "order: 1", "two rungs stand at 1"),
        ("{min: 2, typical: 4}", "{min: 5, typical: 4}", "the least years are more than the usual ones"),
        (
            "group: trade\n    name: {zh: 售货员",
            "group: trad\n    name: {zh: 售货员",
            "there is no group of roles trad",
        ),
    ],
)
def test_rungs_and_groups(old: str, new: str, message: str) -> None:
    """Rungs stand one above the other, and the least years on one are not more than the usual."""
    groups = "role_groups: [{id: trade, name: {zh: 买卖, en: Trade}}]\nroles:\n"
    assert message in {fault.message[1] for fault in faults_of(changed(("\nroles:\n", f"\n{groups}"), (old, new)))}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("needs: {3: {counting: 2}}", "needs: {3: {selling: 3}}"),
        ("needs: {3: {counting: 2}}", "needs: {3: {selling: 4}}"),
        ("aliases: {}", "aliases: {}\n    needs: {1: {selling: 5}}"),
        ("aliases: {}", "aliases: {}\n    needs: {2: {selling: 3}}"),
    ],
)
def test_circle_of_needs(old: str, new: str) -> None:
    """Levels that wait for one another, or for themselves, are told: nobody could reach them."""
    faults = faults_of(changed((old, new)))
    assert {fault.message[1] for fault in faults} == {"what comes first goes round in a circle"}
    assert faults[0].trail == "skills → selling → needs"


@pytest.mark.parametrize("needs", ["{2: {selling: 2}}", "{5: {selling: 5}}"])
def test_needs_both_ways(needs: str) -> None:
    """Two skills may wait for each other where some order of levels reaches all of them."""
    kb = compiled(changed(("aliases: {}", f"aliases: {{}}\n    needs: {needs}")))
    assert kb.skills["selling"].needs
    assert kb.skills["counting"].needs


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{id: goal, kind: position,", "{id: goal, kind: choice,", "a choice has options, and only a choice has"),
        ("    interest: 1\n", "", "interest, reads and worth go together"),
        ("    reads: work\n", "", "interest, reads and worth go together"),
        (", least: some", "", "where there is a fact, there must be a least"),
        ("{mastery: {below: 0.8}}", "{mastery: low}", "mastery is a number: write {at_least: 1} or {below: 1}"),
        ("{school: none}", "{school: {at_least: 1}}", "must be one of none, some"),
    ],
)
def test_parts_that_do_not_fit(old: str, new: str, message: str) -> None:
    """Parts that mean nothing without each other, or against their kind, are told with what would fit."""
    messages = {fault.message[1] for fault in faults_of(changed((old, new)))}
    assert message in messages


def test_way_in() -> None:
    """The lowest rung must have a position, or nobody could enter from outside."""
    text, place = marked("rungs:\n", f"rungs:\n  - ^{LEARNER}")
    (fault,) = faults_of(text)
    assert (fault.place, fault.message[1]) == (place, "the lowest rung has no position, so nobody can enter")


def test_interest_adds_up() -> None:
    """The shares of the interest in a line of work are at most one together."""
    more = (
        "    when: {rung: helper}\n    interest: 0.5\n    reads: work\n    worth: [1]\n    options:\n      - {id: none"
    )
    (fault,) = faults_of(changed(("    options:\n      - {id: none", more)))
    assert fault.message[1] == "interest adds up to 1.5, more than 1"


def test_all_names_at_once() -> None:
    """All unknown names are told at once, in the order of the file."""
    faults = faults_of(
        changed(
            ("group: trade", "group: trad"), ("{route: stay", "{route: sty"), ("to: [seller/head]", "to: [seler/head]")
        )
    )
    assert [fault.message[1] for fault in faults] == [
        "there is no group of skills trad",
        "there is no position seler/head",
        "there is no route sty",
    ]


@pytest.mark.parametrize(
    ("cues", "message"),
    [
        ("role_cues: [{word: 卖货, own: [sellr]}]", "there is no role sellr"),
        ("rung_cues: [{word: 店长, own: [hed]}]", "there is no rung hed"),
        ("role_cues: [{word: 卖, own: [seller]}, {word: 卖, own: [keeper]}]", "卖 stands twice"),
        ("market: {roles: {sellr: 3}}", "there is no role sellr"),
        ("market: {rungs: {hed: 3}}", "there is no rung hed"),
    ],
)
def test_cues(cues: str, message: str) -> None:
    """The words of the market speak for roles and rungs that are there, each word once."""
    (fault,) = faults_of(f"{SMALL}\n{cues}\n")
    assert fault.message[1] == message


def test_a_step_sideways_to_where_one_is() -> None:
    """A step sideways leads to another role; that it does not is told at where it leads."""
    (fault,) = faults_of(changed(("from: keeper, to: seller, rungs", "from: seller, to: seller, rungs")))
    assert fault.trail == "laterals → seller seller → to"
    assert fault.message[1] == "a step sideways leads to another role"


def test_two_rungs_of_one_track() -> None:
    """Two rungs stand side by side on different tracks, and never on one."""
    told = faults_of(
        changed(
            ("    order: 2\n", "    order: 1\n    track: lead\n"),
            ("    order: 1\n    name", "    order: 1\n    track: lead\n    name"),
        )
    )
    assert [fault.message[1] for fault in told if "stand at 1" in fault.message[1]]


def test_naming_one_of_nothing() -> None:
    """Where there is nothing to name, nothing is told as nearest."""
    before, _, rest = SMALL.partition("metrics:\n")
    (fault,) = faults_of(before + rest[rest.index("blocks:") :])
    assert (fault.message.en, fault.hint) == ("there is no metric turnover", NOTHING)
