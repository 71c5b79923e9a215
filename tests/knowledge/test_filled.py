"""What a knowledge base may leave out, and what it has instead."""

import re
from pathlib import Path

import pytest
from kb_files import SMALL, changed, compiled, faults_of, in_folder

from opscareer.knowledge import places
from opscareer.knowledge.filled import filled
from opscareer.knowledge.open import open_kb
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text
from opscareer.written.files import content
from opscareer.written.yaml_nodes import Mark, Node

LEAST = """
name: A small shop
skills:
  - {id: selling, name: Selling, levels: {1: Helped., 2: Sold., 3: Taught it.}}
  - {id: counting, name: Counting, levels: {1: Helped count., 2: Counted., 3: Settled how to count.}}
rungs:
  - {id: helper, name: Helper}
  - {id: head, name: Head}
roles:
  - id: seller
    name: Seller
    positions: {helper: {title: Assistant}, head: {title: Head of the shop}}
    asks: {selling: {helper: 1, head: 3/5 must}, counting: {head: 2}}
"""


@pytest.fixture(scope="module")
def least() -> KnowledgeBase:
    """All that must be written, and nothing more."""
    return compiled(LEAST)


def without(*keys: str) -> str:
    """Return the small knowledge base without some of its outermost keys."""
    kept = re.split(r"(?m)^(?=\S)", SMALL)
    return "".join(part for part in kept if part.partition(":")[0] not in keys)


def test_texts(least: KnowledgeBase) -> None:
    """Names stand for definitions and summaries, level 0 is what has not been done, and to grow is to do the deed."""
    skill, role, rung = least.skills["selling"], least.roles["seller"], least.rungs["head"]
    assert (skill.definition, role.summary, rung.summary) == (skill.name, role.name, rung.name)
    assert skill.levels == (
        Text("还没做过。", "Not done yet."),
        *(Text(t, t) for t in ("Helped.", "Sold.", "Taught it.")),
    )
    assert skill.grow[1][0].en == "Do the next level's deed once, with somebody who has done it: Sold."
    assert skill.grow[1][0].zh.endswith("Sold.")
    assert (skill.proof, role.duties, role.metrics, role.work) == ((), (), (), ())


def test_numbers(least: KnowledgeBase) -> None:
    """A level alone weighs 1, sources are judgement, nobody is held on a rung, and rungs stand as they are written."""
    assert [(r.weight, r.must, r.sources) for r in least.positions["seller/head"].requirements] == [
        (5 / 6, True, ("judgement",)),
        (1 / 6, False, ("judgement",)),
    ]
    assert [(rung.id, rung.order, rung.years_min, rung.years_typical) for rung in least.rungs.values()] == [
        ("helper", 1, 0, 3),
        ("head", 2, 0, 3),
    ]
    assert list(least.sources) == ["judgement"]
    assert least.version == "1"


def test_a_group_for_all(least: KnowledgeBase) -> None:
    """Skills without a group stand in one where there is no other; where there are groups each has to name its own."""
    assert [(group.id, group.name.en) for group in least.groups] == [("all", "Skills")]
    assert {skill.group for skill in least.skills.values()} == {"all"}


def test_promotions(least: KnowledgeBase) -> None:
    """Without promotions each role rises from rung to rung; with an empty list it does not."""
    assert [(move.start, move.end, move.kind) for move in least.ladder.moves] == [
        ("seller/helper", "seller/head", "promotion")
    ]
    assert compiled(LEAST + "promotions: []\n").ladder.moves == ()


def test_tracks_side_by_side() -> None:
    """A role rises to both tracks of the next height, and from both to the one above."""
    ladder = LEAST.replace("  - {id: head, name: Head}\n", "  - {id: head, order: 2, track: lead, name: Head}\n")
    ladder = ladder.replace("{id: helper, name", "{id: helper, order: 1, name")
    ladder = ladder.replace(
        "roles:\n", "  - {id: ace, order: 2, track: craft, name: Ace}\n  - {id: top, order: 3, name: Top}\nroles:\n"
    )
    ladder = ladder.replace("shop}}", "shop}, ace: {title: Ace}, top: {title: Top}}")
    ladder = ladder.replace("{helper: 1, head: 3/5 must}", "{helper: 1, head: 3/5 must, ace: 3, top: 3}")
    ways = {(move.start, move.end) for move in compiled(ladder).ladder.moves}
    assert ways == {
        ("seller/helper", "seller/head"),
        ("seller/helper", "seller/ace"),
        ("seller/head", "seller/top"),
        ("seller/ace", "seller/top"),
    }


@pytest.mark.parametrize("written", ["", "constants:\n", "constants: {tie: }\n"])
def test_constants(kb: KnowledgeBase, written: str) -> None:
    """Constants that are left out, or empty, are those of the built-in knowledge base."""
    rules = compiled(LEAST + written).rules
    assert (rules.constants, rules.reasons) == (kb.rules.constants, kb.rules.reasons)


def test_a_constant_of_its_own(kb: KnowledgeBase) -> None:
    """One that is told keeps its value; without a reason it is the knowledge base's own."""
    rules = compiled(LEAST + "constants: {ready: {value: 0.9}}\n").rules
    assert rules.constants.ready == 0.9
    assert rules.reasons["ready"].en == "Set by this knowledge base itself."
    assert rules.constants.within_reach == kb.rules.constants.within_reach


def test_months(kb: KnowledgeBase) -> None:
    """From nothing to the top takes as long as in the built-in one; months that are told are kept."""
    builtin = kb.rules.months
    assert compiled(without("months")).rules.months == builtin
    three = compiled(LEAST).rules.months
    assert len(three) == 3
    assert sum(three) == pytest.approx(sum(builtin), abs=1)
    assert sorted(three) == list(three)
    assert compiled(changed(("months: {1: 1, 2: 2, 3: 4, 4: 9, 5: 15}", "months: {5: 50}"))).rules.months == (
        *builtin[:4],
        50,
    )


@pytest.mark.parametrize("name", ["current", "years", "years_total", "goal"])
def test_basic_questions(name: str) -> None:
    """A question that the advice itself reads and nobody wrote is asked before the others."""
    kb = compiled(changed((f"{{id: {name}, ", "{id: another, ")))
    assert next(iter(kb.questions)) == name
    assert "another" in kb.questions


def test_only_basic_questions(least: KnowledgeBase) -> None:
    """Without any question those are asked."""
    assert list(least.questions) == ["current", "years", "years_total", "goal"]
    assert least.questions["current"].required


def test_rules_may_be_missing() -> None:
    """Routes, rules, laterals, metrics, blocks and the market may all be left out, and a lateral its reason."""
    gone = ("routes", "route_rules", "growth", "titles", "blocks", "laterals")
    kb = compiled(without(*gone))
    assert (kb.rules.routes, kb.rules.growth, kb.blocks) == ((), (), ())
    lateral = next(
        m
        for m in compiled(changed((" why: {zh: 货都认得。, en: You know the goods.},", ""))).ladder.moves
        if m.kind == "lateral"
    )
    assert lateral.why == Text("", "")


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("levels: x\n", "a list is expected here"),
        ("rungs: x\n", "a list is expected here"),
        ("groups: x\n", "a list is expected here"),
        ("months: x\n", "keys with values are expected here"),
        ("constants: x\n", "keys with values are expected here"),
        ("sources: x\n", "keys with values are expected here"),
        ("questions: x\n", "a list is expected here"),
    ],
)
def test_what_is_no_such_thing_is_left_as_it_is(written: str, message: str) -> None:
    """What stands in the place of something to fill in is told as what it is."""
    key = written.partition(":")[0]
    text = re.sub(rf"(?ms)^{key}:\n.*?(?=^\S)", "", LEAST) + written
    assert message in {fault.message[1] for fault in faults_of(text)}


@pytest.mark.parametrize("root", ["- a", "x", "skills: [x]\nroles: [x]\nrungs: [x]", "roles: [{id: a, positions: x}]"])
def test_nonsense(root: str) -> None:
    """What is no knowledge base at all is told as such."""
    assert faults_of(root)


def test_no_mapping() -> None:
    """What is no mapping is not filled."""
    node = Node("x", Mark("x.yaml", 1, 1))
    assert filled(node).value == "x"


def test_defaults_belong_to_the_key_of_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is left out is compiled anew when the files change that it is taken from."""
    other = tmp_path / "rules.yaml"
    other.write_bytes(content(places.builtin() / "rules.yaml"))
    files = {**places.defaults(), "rules.yaml": other}
    monkeypatch.setattr(places, "defaults", lambda: files)
    folder = in_folder(tmp_path / "shop", kb=LEAST)
    open_kb(folder)
    compiled_again: list[object] = []
    monkeypatch.setattr("opscareer.knowledge.cache.store", lambda *parts: compiled_again.append(parts))
    open_kb(folder)
    assert not compiled_again
    other.write_text(other.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    open_kb(folder)
    assert compiled_again


def test_a_group_that_there_is_not() -> None:
    """A skill that names its group keeps it, also where there is none: then that is told."""
    (fault,) = faults_of(LEAST.replace("name: Counting,", "name: Counting, group: trade,"))
    assert (fault.message.en, fault.trail) == ("there is no group of skills trade", "skills → counting → group")


def test_a_role_of_no_group() -> None:
    """A role that stands in no group stands in none."""
    assert [role.group for role in compiled(LEAST).roles.values()] == [""]


def test_ids_that_are_no_words() -> None:
    """Questions and roles whose id is no word are faults, with what is filled in around them."""
    for id_ in ("[current]", "{a: b}", "7"):
        told = faults_of(f"{LEAST}questions:\n  - {{id: {id_}, kind: text, text: Mood?, help: Say.}}\n")
        assert [fault.trail.rpartition(" → ")[2] for fault in told] == ["id"], told
        told = faults_of(LEAST.replace("id: seller", f"id: {id_}"))
        assert {fault.trail for fault in told} == {"roles → 1 → id"}, told
