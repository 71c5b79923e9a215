"""An overlay changes only what it names: it changes, adds and removes, and all else stays as it was."""

from dataclasses import replace
from pathlib import Path

import pytest
from kb_files import SMALL, changed, compiled, faults_of

from opscareer.errors import Fault
from opscareer.knowledge.compile import compile_kb
from opscareer.knowledge.overlay import lay
from opscareer.model.skill import Proof
from opscareer.text import Text
from opscareer.written.yaml_reader import read

BASE = compiled(SMALL)


def test_nothing() -> None:
    """An overlay that names nothing changes nothing."""
    assert compiled(SMALL, "# nothing yet\n") == BASE


def test_one_word() -> None:
    """Of a skill whose English name is given, only that changes, and the order stays."""
    kb = compiled(SMALL, "skills: [{id: selling, name: {en: Trade}}]")
    skill = replace(BASE.skills["selling"], name=Text("卖货", "Trade"))
    assert kb == replace(BASE, skills={"selling": skill, "counting": BASE.skills["counting"]})
    assert list(kb.skills) == list(BASE.skills)


def test_one_requirement() -> None:
    """Of a position's requirements, only the one that is named changes; the weights are brought to 1 again."""
    kb = compiled(
        SMALL, "roles: [{id: seller, positions: {helper: {requirements: {counting: {level: 2, weight: 3}}}}}]"
    )
    selling, counting = kb.positions["seller/helper"].requirements
    assert (counting.skill, counting.level, counting.weight, counting.sources) == ("counting", 2, 0.5, ("judgement",))
    assert selling == replace(BASE.positions["seller/helper"].requirements[0], weight=0.5)
    assert replace(kb, positions=BASE.positions) == BASE


def test_constant() -> None:
    """A constant can be given another value, and keeps its reason."""
    kb = compiled(SMALL, "constants: {tie: {value: 0.02}}")
    assert kb.rules.constants.tie == 0.02
    assert kb.rules.reasons["tie"] == BASE.rules.reasons["tie"]


def test_plain_list() -> None:
    """A list of words or of things without a name is replaced as a whole."""
    kb = compiled(SMALL, "skills: [{id: selling, proof: [{zh: 合同。, en: A contract.}], aliases: {en: [trade]}}]")
    assert kb.skills["selling"].proof == (Proof(Text("合同。", "A contract.")),)
    assert (kb.skills["selling"].aliases.zh, kb.skills["selling"].aliases.en) == (("销售",), ("trade",))


def test_adding() -> None:
    """What is new is added at the end."""
    kb = compiled(
        SMALL,
        "groups: [{id: spare, name: {zh: 备用, en: Spare}}]\n"
        "roles: [{id: keeper, positions: {helper: {requirements: {"
        "selling: {level: 1, weight: 5, sources: [judgement]}}}}}]\n"
        "promotions: [{from: keeper/helper, to: [seller/head], sources: [judgement]}]\n",
    )
    assert [group.id for group in kb.groups] == ["trade", "spare"]
    assert [r.skill for r in kb.positions["keeper/helper"].requirements] == ["counting", "selling"]
    assert kb.promotions("keeper/helper") == ("seller/head",)
    assert kb.skills == BASE.skills


def test_move_by_its_ends() -> None:
    """A sideways move is known by where it starts and ends: the same ends change it, others add one."""
    why = "why: {zh: 换换, en: For a change}"
    kb = compiled(
        SMALL,
        f"laterals:\n  - {{from: keeper, to: seller, {why}}}\n"
        f"  - {{from: seller, to: keeper, rungs: [helper], {why}, sources: [judgement]}}\n",
    )
    moves = [(move.start, move.end, move.why.en) for move in kb.ladder.moves if move.kind == "lateral"]
    assert moves == [
        ("keeper/helper", "seller/helper", "For a change"),
        ("seller/helper", "keeper/helper", "For a change"),
    ]


def test_promotions_by_their_start() -> None:
    """Promotions are known by where they start: what they lead to is replaced."""
    asks = "{counting: {level: 4, weight: 1, sources: [judgement]}}"
    head = f"      head: {{title: {{zh: 库长, en: Head}}, requirements: {asks}}}\n"
    last = "        title: {zh: 库管员, en: Store assistant}\n"
    kb = compiled(changed((last, last + head)), "promotions: [{from: seller/helper, to: [keeper/head]}]")
    assert kb.promotions("seller/helper") == ("keeper/head",)


def test_removing() -> None:
    """`remove: true` takes away an entry of a list, a move, or one requirement, and nothing else."""
    kb = compiled(
        SMALL,
        "growth: [{id: look, remove: true}]\n"
        "laterals: [{from: keeper, to: seller, remove: true}]\n"
        "roles: [{id: seller, positions: {helper: {requirements: {counting: {remove: true}}}}}]\n",
    )
    assert kb.rules.growth == ()
    assert [move.kind for move in kb.ladder.moves] == ["promotion"]
    assert [r.skill for r in kb.positions["seller/helper"].requirements] == ["selling"]
    assert (kb.skills, kb.questions, kb.rules.routes) == (BASE.skills, BASE.questions, BASE.rules.routes)


def test_removing_what_is_needed() -> None:
    """Where something is taken away that others name, they are told at their own places."""
    faults = faults_of(SMALL, "skills: [{id: counting, remove: true}]")
    assert {fault.message[1] for fault in faults} == {"there is no skill counting"}
    assert {fault.file for fault in faults} == {"kb.yaml"}


@pytest.mark.parametrize(
    ("over", "name", "nearest"),
    [
        ("skills:\n  - {id: countin, remove: true}\n", "countin", "counting"),
        ("laterals:\n  - {from: keeper, to: sellers, remove: true}\n", "keeper sellers", "keeper seller"),
        ("constants:\n  {ties: {remove: true}}\n", "ties", "tie"),
    ],
)
def test_removing_what_is_not_there(over: str, name: str, nearest: str) -> None:
    """Taking away what is not there is a fault of the overlay, with what comes nearest."""
    (fault,) = faults_of(SMALL, over)
    assert (fault.file, fault.line) == ("over.yaml", 2)
    assert fault.message[1] == f"there is no {name} to remove"
    assert fault.hint[1].removeprefix("nearest: ").split(", ")[0] == nearest
    assert fault.trail == f"{over.partition(':')[0]} → {name}"


def test_removing_from_what_is_added() -> None:
    """Nothing can be taken away from what the overlay itself adds."""
    spare = "name: {zh: 备用, en: Spare}, exposure: {any: {remove: true}}"
    (fault,) = faults_of(SMALL, f"groups:\n  - {{id: spare, {spare}}}\n")
    assert (fault.line, fault.trail) == (2, "groups → spare → exposure → any")
    assert fault.message[1] == "there is no any to remove"


def test_same_thing_twice() -> None:
    """An overlay that names one thing twice is told, rather than one of them winning in silence."""
    (fault,) = faults_of(SMALL, "skills:\n  - {id: selling, name: {en: A}}\n  - {id: selling, name: {en: B}}\n")
    assert (fault.place, fault.message[1]) == ("over.yaml:3:5", "selling stands twice")


def test_place_of_a_fault() -> None:
    """A fault is told in the file in which its words stand, whether overlay or base."""
    over = "skills: [{id: selling, group: trad}]\nroles: [{id: seller, work: [peple]}]\n"
    assert [fault.place for fault in faults_of(SMALL, over)] == ["over.yaml:1:31", "over.yaml:2:29"]
    faults = faults_of(SMALL, "metrics: [{id: turnover, remove: true}]")
    assert [fault.file for fault in faults] == ["kb.yaml"]


def test_place_of_what_is_missing() -> None:
    """What is missing because the overlay took it away is told in the overlay."""
    (fault,) = faults_of(SMALL, "skills:\n  - id: selling\n    group: {remove: true}\n")
    assert (fault.place, fault.trail) == ("over.yaml:2:5", "skills → selling")
    assert fault.message[1] == "group is missing"


def test_incomplete_addition() -> None:
    """What an overlay adds must be whole: what is missing is told in the overlay."""
    faults = faults_of(SMALL, "groups: [{id: spare}]")
    assert [(fault.place, fault.message[1]) for fault in faults] == [("over.yaml:1:10", "name is missing")]


def test_several_overlays() -> None:
    """Overlays are laid one over the other, the last one on top."""
    kb = compiled(SMALL, "name: {en: First}", "name: {en: Second, zh: 二}", "version: '9'")
    assert (kb.name, kb.version) == (Text("二", "Second"), "9")


def test_a_move_by_its_start_alone() -> None:
    """Where an overlay tells only where sideways moves start, that is their name."""
    (lateral,) = [
        m for m in compiled(SMALL, "laterals: [{from: keeper, why: 近。}]").ladder.moves if m.kind == "lateral"
    ]
    assert (lateral.end, lateral.why.zh) == ("seller/helper", "近。")


def test_place_of_a_whole_list() -> None:
    """What is wrong with a list as a whole is told where the overlay has it."""
    (fault,) = faults_of(SMALL, "version: '2'\nquestions: [{id: school, interest: 0.5, reads: work, worth: [1]}]\n")
    assert (fault.place, fault.message.en) == ("over.yaml:2:12", "interest adds up to 1.5, more than 1")


def test_the_nearest_of_names_in_two_parts() -> None:
    """What is named by two parts is held against the others by both, however short they are."""
    base, over = (
        read(f"laterals:\n  - {{from: a, to: {to}{more}}}\n".encode(), "kb.yaml")[0]
        for to, more in (("b", ""), ("c", ", remove: true"))
    )
    faults: list[Fault] = []
    lay(base, over, faults)
    assert [(fault.message.en, fault.hint.en) for fault in faults] == [("there is no a c to remove", "nearest: a b")]


CUES = (
    "market: {roles: {seller: 3, keeper: 2}}\nrole_cues:\n"
    "- {word: 货架, own: [keeper, seller], shares: {keeper: 0.5, seller: 0.1}}\n- {word: 库, own: [keeper]}\n"
)


def test_removing_a_role() -> None:
    """With a role that is taken away go its moves, its cues and its count in the market, which the base has."""
    text = changed(
        ("questions:", f"{CUES}crossings:\n- {{from: keeper/helper, to: seller/head, why: 近。}}\nquestions:")
    )
    layers = [[(Path("kb.yaml"), text.encode())], [(Path("over.yaml"), b"roles: [{id: keeper, remove: true}]")]]
    kb, market = compile_kb(layers, sha256="")
    assert list(kb.positions) == ["seller/helper", "seller/head"]
    assert [move.kind for move in kb.ladder.moves] == ["promotion"]
    assert [(cue.word, cue.own, cue.shares) for cue in market.role_cues] == [("货架", ("seller",), {"seller": 0.1})]
    assert market.roles == {"seller": 3}


def test_removing_a_position() -> None:
    """With a position that is taken away go the moves from and to it, and what employers ask on its rung alone."""
    kb = compiled(SMALL, "roles: [{id: seller, positions: {helper: {remove: true}}}]")
    assert list(kb.positions) == ["seller/head", "keeper/helper"]
    assert (kb.ladder.moves, kb.roles["seller"].conditions) == ((), ())


def test_an_overlay_that_names_what_it_removes() -> None:
    """What an overlay says itself of a role that it takes away is told as naming what is not there, in its own file."""
    over = "roles: [{id: keeper, remove: true}]\nlaterals: [{from: keeper, to: seller, why: 近。}]\n"
    (fault,) = faults_of(SMALL, over)
    assert (fault.place, fault.message.en) == ("over.yaml:2:19", "there is no role keeper")
    assert compiled(SMALL, over.replace("why: 近。", "remove: true")) == compiled(SMALL, over.partition("\n")[0])


def test_removing_a_rung() -> None:
    """Where a rung is taken away, all that stands on it is told, each at its own place."""
    crossing = "crossings:\n- {from: keeper/helper, to: seller/head, why: 近。}\nquestions:"
    faults = faults_of(changed(("questions:", crossing)), "rungs: [{id: head, remove: true}]")
    assert "there is no rung head" in {fault.message.en for fault in faults}
    assert {fault.file for fault in faults} == {"kb.yaml"}
