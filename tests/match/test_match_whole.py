"""Whole ads held against a knowledge base and a market that are small enough to work out by hand."""

from dataclasses import replace

import pytest
from small_kb import RUNGS, SMALL

from opscareer.match.match import Matcher
from opscareer.match.reading import read, rung_cues
from opscareer.model.ad import Match
from opscareer.model.lexicon import lexicon_of, rung_guide
from opscareer.model.market import Cue, Market

NOTHING = Market({}, {}, (), ())


def matched(ad: str, market: Market = NOTHING) -> Match:
    """Return what is read in an ad."""
    return Matcher(lexicon_of(SMALL, market)).match(read(ad))


def level(ad: str, skill: str, rung: str) -> int:
    """Return the level that an ad asks of a skill, where all ads are for one rung."""
    return next(one.level for one in matched(ad, NOTHING._replace(rungs={rung: 9})).asked if one.skill == skill)


def test_positions_by_hand() -> None:
    """A position is as likely as its role and its rung together; lines that meet in one add up."""
    # Nothing speaks for any of 3 roles and 4 rungs, so each pair has 1/12. Writers and sellers rise to one director and
    # one chief; counters rise no further than manager.
    own = {f"{role}/{rung}": 1 / 12 for role in ("writer", "seller", "counter") for rung in ("specialist", "manager")}
    assert dict(matched("来。").positions) == pytest.approx({**own, "head/director": 2 / 12, "top/chief": 2 / 12})


def test_named_by_the_title() -> None:
    """A position of several lines that the title names has .8, and leaves the rest to what else may be meant."""
    positions = dict(matched("First\n来。").positions)
    assert positions["first/chief"] == pytest.approx(0.8)
    assert positions["writer/specialist"] == pytest.approx(0.2 / 12)
    assert positions["top/chief"] == pytest.approx(0.2 * 2 / 12)


@pytest.mark.parametrize(
    ("title", "named"),
    [("Big head and First", "first/chief"), ("First / Big head", "first/chief"), ("总头（First）", "head/director")],
)
def test_the_head_of_a_title_names(title: str, named: str) -> None:
    """Of several that a title says, the one that its head ends with is named."""
    positions = dict(matched(f"{title}\n来。").positions)
    assert max(positions, key=lambda id_: positions[id_]) == named
    assert positions[named] == pytest.approx(0.8 + (0.2 * 2 / 12 if named == "head/director" else 0))


@pytest.mark.parametrize(
    "ad",
    [
        "来，做First。",
        "Seller\n向First汇报。",
        "Firstly\n来。",
        "\nfir st\n来。",
        "First助理\n来。",
        "Seller (to First)\n来。",
    ],
)
def test_not_named_by_the_title(ad: str) -> None:
    """What the text says, or a longer word, names no such position."""
    assert "first/chief" not in dict(matched(ad).positions)


@pytest.mark.parametrize(
    ("ad", "foreign"),
    [
        ("Cook\nDuties: cook.", True),
        ("Duties: work as a seller.", True),  # .4 * 1.3 * log 7 = 1.01 is less than 2
        ("Duties: work as a head seller.", False),  # two names, one in the other: 2.02
        ("Seller\nDuties: cook.", False),
        ("First\nDuties: cook.", False),
    ],
)
def test_foreign(ad: str, foreign: bool) -> None:
    """An ad is of another trade where little speaks for its likeliest role, unless its title names a position."""
    assert matched(ad).foreign is foreign


@pytest.mark.parametrize(
    ("rung", "ad", "skill", "expected"),
    [
        ("specialist", "Counter\nDuties: reckoning.", "sums", 4),  # as the position needs
        ("specialist", "Counter\n协助 reckoning.", "sums", 1),  # as the ad says
        ("specialist", "Writer\nDuties: dealing.", "deals", 2),  # neither: as on the lowest rung
        ("manager", "Writer\nDuties: dealing.", "deals", 3),  # one more on the next
        ("director", "Big head\nDuties: reckoning.", "sums", 4),
        ("director", "Big head\nDuties: dealing.", "deals", 2),  # as the position needs
        ("chief", "First\nDuties: reckoning.", "sums", 4),  # as the position needs
        ("chief", "First\nDuties: dealing.", "deals", 5),
    ],
)
def test_levels_where_the_ad_tells_none(rung: str, ad: str, skill: str, expected: int) -> None:
    """A level that no word tells is the one that the position needs, else 2 and one more on each rung above."""
    assert level(ad, skill, rung) == expected


def test_a_rung_without_positions() -> None:
    """On a rung where nobody stands no position is likely; levels go no higher than 5 there either."""
    rungs = (*RUNGS, RUNGS[-1]._replace(id="owner", order=4))
    kb = replace(SMALL, ladder=SMALL.ladder._replace(rungs=rungs))
    found = Matcher(lexicon_of(kb, NOTHING._replace(rungs={"owner": 9}))).match(read("Writer\nDuties: dealing."))
    assert found.positions == ()
    assert [(one.skill, one.level) for one in found.asked] == [("deals", 5)]


def test_unknown_to_both() -> None:
    """What names neither a skill nor a role is told to be unknown."""
    assert [one.text for one in matched("熟悉dealing、seller、Rust。").unknown] == ["Rust"]


@pytest.mark.parametrize(
    ("ad", "cues"),
    [
        ("Seller\nDuties: sell.", ("@unranked-title",)),
        ("Seller\n要求5年以上经验。", ("@years-5", "@unranked-title")),
        ("Seller (manager)\n要求5年以上经验。", ("@years-5",)),
        ("「director」\n来。", ()),
        ("岗位职责：做manager。", ()),
        ("\n\n", ()),
    ],
)
def test_rung_cues(ad: str, cues: tuple[str, ...]) -> None:
    """Years, and a title in which no word of a rung stands, tell a rung; without a title nothing is missing in it."""
    assert rung_cues(read(ad), rung_guide(SMALL, NOTHING)) == cues


def test_a_title_without_a_rank() -> None:
    """A title that names no rank speaks for the rung that the market says, as far as it is trusted."""
    cue = Cue("@unranked-title", ("manager",), {}, 1.0)
    assert matched("Seller\n来。", NOTHING._replace(rung_cues=(cue,))).rung.best == "manager"
    even = matched("Seller\n来。", NOTHING._replace(rung_cues=(cue._replace(trust=0.0),))).rung.shares
    assert {*even.values()} == {0.25}
