"""Tracks and crossings: which rungs may stand side by side, and which single steps there are."""

import pytest
from kb_files import SMALL, changed, compiled, faults_of, marked

from opscareer.model.kb import KnowledgeBase

WISE = """  - id: wise
    order: 2
    track: craft
    name: {zh: 老师傅, en: Old hand}
    summary: {zh: 什么都懂的人。, en: Knows it all.}
    years: {min: 2, typical: 4}
    words: {zh: [老师傅], en: [old hand, sage]}
    sources: [judgement]
"""
TOP = WISE.replace("wise", "owner").replace("order: 2", "order: 9").replace("craft", "lead")
LEAD = "    order: 2\n", "    order: 2\n    track: lead\n"
KEEPERS = """        title: {zh: 库管员, en: Store assistant}
      head: {title: {zh: 库长, en: Head of the store}}
      wise: {title: {zh: 老库管, en: Old storekeeper}}
      owner: {title: {zh: 库东家, en: Owner of the store}}
    asks:
      counting: {helper: 3/5, head: 4/5, wise: 5/5, owner: 5/4}
      selling: {owner: 3/1}
"""
KEEPER = """        title: {zh: 库管员, en: Store assistant}
    asks:
      counting: {helper: {level: 3, weight: 5, sources: [judgement]}}
"""
TWO_TRACKS = changed(LEAD, ("promotions:\n", f"{WISE}{TOP}promotions:\n"), (KEEPER, KEEPERS))
"""The small knowledge base with old hands beside the heads, and owners above both."""


def crossing(start: str, end: str) -> str:
    """Return the two-track knowledge base with a crossing; a ^ marks a place in it."""
    step = f"{{from: {start}, to: {end}, why: {{zh: 会。, en: Can.}}, sources: [judgement]}}"
    return f"{TWO_TRACKS}crossings:\n  - {step}\n"


def kind_of(kb: KnowledgeBase, start: str, end: str) -> str:
    """Return the kind of the only move between two positions."""
    (move,) = [move for move in kb.ladder.moves if (move.start, move.end) == (start, end)]
    assert move.why == ("会。", "Can.")
    return move.kind


def test_two_tracks() -> None:
    """Two rungs of one height stand on the tracks of leading and of the craft; a rung may be on none."""
    rungs = {rung.id: rung for rung in compiled(TWO_TRACKS).ladder.rungs}
    assert {id_: rung.track for id_, rung in rungs.items()} == {
        "helper": None,
        "head": "lead",
        "wise": "craft",
        "owner": "lead",
    }
    assert rungs["head"].order == rungs["wise"].order
    assert rungs["wise"].words == ("老师傅", "old hand", "sage")
    assert rungs["helper"].words == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    track: craft\n", ""),
        ("    track: craft\n", "    track: lead\n"),
        ("    track: lead\n    name: {zh: 管事的", "    name: {zh: 管事的"),
    ],
)
def test_rungs_side_by_side(old: str, new: str) -> None:
    """Two rungs of one height on the same track, or one of them on none, are told at each, with what to write."""
    faults = faults_of(TWO_TRACKS.replace(old, new, 1))
    assert {fault.message[1] for fault in faults} == {"two rungs stand at 2"}
    assert {fault.trail for fault in faults} <= {"rungs → head → order", "rungs → wise → order"}
    assert all("track: lead" in told and "track: craft" in told for fault in faults for told in fault.hint)


def test_a_track_that_is_none() -> None:
    """There are two tracks, and no other."""
    (fault,) = faults_of(TWO_TRACKS.replace("track: craft", "track: sales"))
    assert fault.message[1] == "must be one of 'lead' or 'craft'"


@pytest.mark.parametrize(
    ("start", "end", "kind"),
    [
        ("keeper/head", "keeper/wise", "lateral"),
        ("keeper/wise", "keeper/head", "lateral"),
        ("seller/head", "keeper/head", "lateral"),
        ("seller/head", "keeper/wise", "lateral"),
        ("seller/helper", "keeper/head", "diagonal"),
        ("seller/helper", "keeper/wise", "diagonal"),
        ("seller/head", "keeper/owner", "diagonal"),
    ],
)
def test_crossings(start: str, end: str, kind: str) -> None:
    """A crossing on one height is lateral, to another track or another role; one up into another line is diagonal."""
    assert kind_of(compiled(crossing(start, end)), start, end) == kind


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("keeper/helper", "^keeper/helper"),
        ("keeper/helper", "^keeper/head"),
        ("keeper/helper", "^keeper/wise"),
        ("seller/head", "^keeper/helper"),
        ("seller/helper", "^keeper/owner"),
        ("keeper/owner", "^seller/head"),
    ],
)
def test_steps_that_are_no_crossing(start: str, end: str) -> None:
    """A crossing leads neither down, nor up by more than one, nor up in one's own line, nor nowhere."""
    before, after = crossing(start, end).split("^")
    (fault,) = faults_of(before + after)
    assert (fault.line, fault.column) == (before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert fault.message[1].startswith("a crossing stays on its height")
    assert "平级" in fault.message[0]


@pytest.mark.parametrize(
    ("start", "end", "unknown", "nearest"),
    [
        ("seller/hlper", "keeper/head", "seller/hlper", "seller/helper"),
        ("seller/helper", "keeper/haed", "keeper/haed", "keeper/head"),
        ("seller/helper", "seller/wise", "seller/wise", "seller/he"),
    ],
)
def test_crossings_of_what_is_not_there(start: str, end: str, unknown: str, nearest: str) -> None:
    """A crossing joins positions that are there; the one that is not is told."""
    (fault,) = faults_of(crossing(start, end))
    assert fault.message[1] == f"there is no position {unknown}"
    assert fault.hint[1].startswith(f"nearest: {nearest}")
    assert fault.trail.endswith("from" if unknown == start else "to")


def test_both_ends_are_told() -> None:
    """Where neither end is there, both are told."""
    assert len(faults_of(crossing("selr/helper", "keepr/head"))) == 2


@pytest.mark.parametrize("twice", ["seller/helper", "keeper/helper"])
def test_a_crossing_that_is_a_move_already(twice: str) -> None:
    """A crossing that is a promotion or a lateral already is told at both places."""
    end = "seller/head" if twice == "seller/helper" else "seller/helper"
    step = f"{{from: {twice}, to: {end}, why: {{zh: 会。, en: Can.}}, sources: [judgement]}}"
    told = [f for f in faults_of(f"{SMALL}crossings: [{step}]\n") if f.message[1].endswith("stands twice")]
    assert [fault.message[1] for fault in told] == [f"{twice} to {end} stands twice"] * 2


def test_an_overlay_on_crossings() -> None:
    """A crossing is known by its ends: an overlay changes its reason, adds another, or takes it away."""
    base = crossing("seller/helper", "keeper/head")
    changed_ = compiled(base, "crossings: [{from: seller/helper, to: keeper/head, why: {zh: 会。, en: Can.}}]")
    assert kind_of(changed_, "seller/helper", "keeper/head") == "diagonal"
    gone = compiled(base, "crossings: [{from: seller/helper, to: keeper/head, remove: true}]")
    assert gone.ladder.moves == compiled(TWO_TRACKS).ladder.moves


def test_years_of_a_position() -> None:
    """A position may tell years of its own; the least of them are not more than the usual ones."""
    old = "title: {zh: 店长, en: Head of the shop}"
    kb = compiled(changed((old, f"{old}\n        years: {{min: 1, typical: 3}}")))
    assert (kb.years("seller/head"), kb.years("seller/helper")) == ((1, 3), (1, 2))
    text, place = marked(old, f"{old}\n        years: ^{{min: 4, typical: 3}}")
    (fault,) = faults_of(text)
    assert (fault.place, fault.message[1]) == (place, "the least years are more than the usual ones")
