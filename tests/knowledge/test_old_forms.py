"""What was written otherwise before is read as if it had been written as now, whole or as an overlay."""

import pytest
from kb_files import SMALL, changed, compiled, faults_of

from opscareer.knowledge.old_forms import ANY
from opscareer.text import Text

BASE = compiled(SMALL)
TABLE = SMALL[SMALL.index("    asks:\n      selling") : SMALL.index("    sources: [judgement]\n  - id: keeper")]
HELPER = "        title: {zh: 店员, en: Shop assistant}\n"
HEAD = "        title: {zh: 店长, en: Head of the shop}\n"
OLD = changed(
    (
        HELPER,
        HELPER + "        requirements:\n"
        '          selling: {level: 2, weight: 3, sources: ["ads:0.50/10"]}\n'
        "          counting: {level: 1, weight: 1, sources: [judgement]}\n",
    ),
    (HEAD, f"{HEAD}        requirements: {{selling: {{level: 4, weight: 1, must: true, sources: [judgement]}}}}\n"),
    (TABLE, ""),
)
"""The small knowledge base with what its sellers ask written position by position."""


def overlay(requirements: str, *, rung: str = "helper", more: str = "") -> str:
    """Return an overlay that tells what a position of sellers requires, as it was told before."""
    return f"roles:\n  - id: seller\n    positions:\n      {rung}: {{{more}requirements: {requirements}}}\n"


def test_a_whole_one() -> None:
    """A knowledge base of the old form is the same as its table."""
    assert compiled(OLD) == BASE


@pytest.mark.parametrize("base", [SMALL, OLD])
@pytest.mark.parametrize(
    ("requirements", "now"),
    [
        ("{selling: {level: 3}}", "{selling: {helper: {level: 3}}}"),
        ("{selling: {must: true, weight: 1}}", "{selling: {helper: {must: true, weight: 1}}}"),
        ("{counting: 2/5}", "{counting: {helper: 2/5}}"),
        ("{counting: {remove: true}}", "{counting: {helper: {remove: true}}}"),
        (
            "{selling: {remove: true}, counting: {level: 3}}",
            "{selling: {helper: {remove: true}}, counting: {helper: {level: 3}}}",
        ),
        ("{}", "{}"),
    ],
)
def test_an_old_overlay(base: str, requirements: str, now: str) -> None:
    """An old overlay over a table changes, adds and takes away the cells that a new one would, and nothing else."""
    assert compiled(base, overlay(requirements)) == compiled(base, f"roles: [{{id: seller, asks: {now}}}]")


def test_a_new_overlay_over_an_old_one() -> None:
    """Old and new overlays lie over one another, the last on top."""
    kb = compiled(
        SMALL, overlay("{counting: {level: 2}}"), "roles: [{id: seller, asks: {counting: {helper: {weight: 3}}}}]"
    )
    counting = next(r for r in kb.positions["seller/helper"].requirements if r.skill == "counting")
    assert (counting.level, counting.weight) == (2, 0.5)


def test_a_new_position() -> None:
    """An old overlay adds a position with what it requires, also of a skill that the role did not ask before."""
    over = (
        "roles:\n  - id: keeper\n    positions:\n      head:\n        title: {zh: 库长, en: Head of the store}\n"
        "        requirements: {counting: {level: 4, weight: 3, sources: [judgement]}, selling: {level: 2}}\n"
    )
    kb = compiled(SMALL, over)
    assert kb.needed["keeper/head"] == {"counting": 4, "selling": 2}
    assert [r.sources for r in kb.positions["keeper/head"].requirements] == [("judgement",), ("judgement",)]
    assert kb.positions["keeper/helper"] == BASE.positions["keeper/helper"]


def test_a_new_role() -> None:
    """An old overlay adds a whole role."""
    over = """
roles:
  - id: driver
    group: trade
    name: {zh: 司机, en: Driver}
    summary: {zh: 送货的人。, en: Delivers.}
    metrics: []
    work: []
    duties: [{zh: 送货。, en: To deliver., sources: [judgement]}]
    positions: {helper: {title: {zh: 送货员, en: Driver}, requirements: {counting: {level: 1, weight: 1}}}}
    sources: [judgement]
"""
    assert compiled(SMALL, over).needed["driver/helper"] == {"counting": 1}


@pytest.mark.parametrize(
    ("requirements", "trail", "message"),
    [
        ("{^countin: {level: 2}}", "asks → countin", "there is no skill countin"),
        ("{counting: {level: ^9}}", "asks → counting → helper → level", "must be 5 or less"),
        ("{counting: {^levl: 2}}", "asks → counting → helper → levl", "unknown key levl"),
        ("{counting: ^2/9}", "asks → counting → helper → weight", "must be 5.0 or less"),
        ("{counting: ^much}", "asks → counting → helper", "a cell is level/weight"),
        ("^[counting]", "asks", "keys with values are expected here"),
        ("^much", "asks", "keys with values are expected here"),
        ("{copying: ^{remove: true}}", "asks → copying → helper", "there is no helper to remove"),
    ],
)
def test_places_of_faults(requirements: str, trail: str, message: str) -> None:
    """What is wrong in an old overlay is told where it stands there, by the trail of today."""
    before, after = overlay(requirements).split("^")
    faults = [fault for fault in faults_of(SMALL, before + after) if fault.message[1].startswith(message)]
    assert [fault.place for fault in faults] == [f"over.yaml:4:{len(before.splitlines()[-1]) + 1}"]
    assert faults[0].trail == f"roles → seller → {trail}"


def test_a_row_that_is_none() -> None:
    """Where the table of the same file is wrong, it is told there, and what the position requires does not hide it."""
    asked = "{helper: {requirements: {counting: {level: 2}}}}"
    over = f"roles:\n  - id: seller\n    asks: {{counting: 3}}\n    positions: {asked}\n"
    (fault,) = faults_of(SMALL, over)
    assert fault.place == "over.yaml:3:22"


def test_exposure_for_all() -> None:
    """What a group says to all who had no opportunity yet is what it says to any standing."""
    told = "{zh: 去要一次。, en: Ask for one.}"
    old = compiled(changed(("en: Trade}}", f"en: Trade}}, exposure: {told}}}")))
    assert old == compiled(changed(("en: Trade}}", f"en: Trade}}, exposure: {{{ANY}: {told}}}}}")))
    assert old.groups[0].exposure == {ANY: Text("去要一次。", "Ask for one.")}


def test_exposure_of_an_overlay() -> None:
    """An old overlay that tells it in one language leaves the other as it was."""
    base = changed(("en: Trade}}", "en: Trade}, exposure: {any: {zh: 去要一次。, en: Ask for one.}}}"))
    kb = compiled(base, "groups: [{id: trade, exposure: {en: Ask twice.}}]")
    assert kb.groups[0].exposure == {ANY: Text("去要一次。", "Ask twice.")}


@pytest.mark.parametrize("exposure", ["{helper: {zh: 去。, en: Go.}, outside: {zh: 来。, en: Come.}}", "{}"])
def test_exposure_by_standing(exposure: str) -> None:
    """What is told by standing stays as it is written."""
    kb = compiled(changed(("en: Trade}}", f"en: Trade}}, exposure: {exposure}}}")))
    assert set(kb.groups[0].exposure) == ({"helper", "outside"} if "helper" in exposure else set())


@pytest.mark.parametrize("position", ["word", "[requirements]", "7", "null"])
def test_a_position_that_is_none(position: str) -> None:
    """Where a position is no mapping there are no requirements to read, and that is the fault."""
    told = faults_of(changed((HELPER, "")).replace("      helper:\n", f"      helper: {position}\n", 1))
    assert told[0].trail == "roles → seller → positions → helper", told
