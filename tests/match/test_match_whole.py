"""Whole ads held against a knowledge base and a market that are small enough to work out by hand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_kb import RUNGS, SMALL

from opscareer.match.match import Matcher
from opscareer.match.reading import read, rung_cues
from opscareer.model.ad import Match
from opscareer.model.kb import KnowledgeBase
from opscareer.model.lexicon import lexicon_of
from opscareer.model.market import Cue, Market
from opscareer.model.title_words import title_words
from opscareer.model.titles import read_title

NOTHING = Market({}, {}, (), ())


def matched(ad: str, market: Market = NOTHING, kb: KnowledgeBase = SMALL) -> Match:
    """Return what is read in an ad."""
    return Matcher(lexicon_of(kb, market)).match(read(ad))


def level(ad: str, skill: str, rung: str) -> int:
    """Return the level that an ad asks of a skill, where all ads are for one rung."""
    return next(one.level for one in matched(ad, NOTHING._replace(rungs={rung: 9})).asked if one.skill == skill)


def test_positions_by_hand() -> None:
    """Each line has one position: on its likeliest rung, as likely as the role, and as that rung on the line."""
    # Nothing speaks for any of 3 roles and 4 rungs. Of the 4 rungs counters have 2.
    assert dict(matched("来。").positions) == pytest.approx(
        {"writer/specialist": 1 / 3 / 4, "seller/specialist": 1 / 3 / 4, "counter/specialist": 1 / 3 / 2}
    )


def test_of_equally_likely_positions_the_names_decide() -> None:
    """The likeliest position stands first, equally likely ones in the order of their ids."""
    found = [position for position, _ in matched("来。").positions]
    assert found == ["counter/specialist", "seller/specialist", "writer/specialist"]


def test_the_rung_is_that_of_the_first_position() -> None:
    """The rung told is the first position's, though others have together more of another rung."""
    lines = {"writer": "manager", "seller": "manager", "counter": "specialist"}
    lexicon = lexicon_of(SMALL, NOTHING)
    own = {role: {rung: f"{role}/{rung}"} for role, rung in lines.items()}
    found = Matcher(lexicon._replace(lines={**lexicon.lines, **own})).match(read("来。"))
    assert found.positions[0][0] == "counter/specialist"
    assert found.rung.shares["manager"] > found.rung.shares["specialist"]
    assert (found.role.best, found.rung.best) == ("counter", "specialist")


def test_several_named_by_the_title() -> None:
    """Positions of several lines that a title names share the .8."""
    shares = dict(matched("First / 总头\n来。").positions)
    assert shares["first/chief"] + shares["head/director"] <= 1
    assert sum(shares.values()) <= 1


def test_what_the_title_says_where_lines_meet() -> None:
    """What a title says for the lines that meet in a position it says for the position."""
    found = matched("Director\n来。").role
    assert (found.best, found.sure) == ("head", 3.0)


def test_what_speaks_for_another_line() -> None:
    """A word that speaks for a line that does not rise to where others meet speaks for that line alone."""
    market = NOTHING._replace(rungs={"director": 400})
    said = matched("Duties: work as a 「Head Seller」 beside a 「Head Counter」.", market).role
    assert said.best == "head"
    assert [cue.text for cue in said.cues] == ["「Head Seller」", "Head Seller", "Seller"]


def test_a_word_of_another_line_that_is_said_of_one() -> None:
    """A word that is another line's own is no evidence where lines meet, though ads of one of them say it often."""
    cue = Cue("盘点", ("counter",), {"writer": 0.9, "counter": 0.1})
    market = Market({"writer": 90, "counter": 90}, {"director": 400}, (cue,), ())
    said = matched("Duties: work as a 「Head Writer」, 盘点.", market).role
    assert said.best == "head"
    assert "盘点" not in [one.text for one in said.cues]
    assert "盘点" in [one.mention.text for one in said.said]


def test_lines_that_meet() -> None:
    """Lines that meet in one position add up there, but for a tenth: each line's own highest one, a rung below.

    One that does not reach it stays on its own.
    """
    # 40 directors counted, and 20 more of each: 60 of 120.
    found = matched("来。", NOTHING._replace(rungs={"director": 40}))
    below = dict.fromkeys(("writer/manager", "seller/manager"), 0.1 / 3 / 2)
    assert dict(found.positions) == pytest.approx(
        {"head/director": 1.8 / 3 / 2, "counter/specialist": 1 / 3 / 2, **below}
    )


def test_a_title_above_the_line() -> None:
    """A line that ends two rungs below has nothing of it: no small company's chief does a head's work."""
    found = matched("来。", NOTHING._replace(rungs={"chief": 4000}))
    assert [id_ for id_, _ in found.positions] == ["top/chief", "counter/specialist"]


def test_named_by_the_title() -> None:
    """A position of several lines that the title names has .8, and leaves the rest to what else may be meant."""
    found = matched("First\n来。")
    (first, share), *others = found.positions
    assert first == "first/chief"
    assert share == pytest.approx(0.8)
    assert 0 < sum(left for _, left in others) <= 0.2 + 1e-9


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Big head and First", "first/chief"),
        ("总头 / First", "head/director"),
        ("First（总头）", "first/chief"),
        ("总头（First）", "head/director"),
        ("Seller / First", "seller/specialist"),
    ],
)
def test_the_head_of_a_title_names(title: str, named: str) -> None:
    """Of several that a title says, the one that its head ends with is named."""
    assert matched(f"{title}\n来。").positions[0][0] == named


@pytest.mark.parametrize(
    "ad",
    [
        "来，做First。",
        "Seller\n向First汇报。",
        "Seller / First\n来。",
        "Firstly\n来。",
        "\nfir st\n来。",
        "First specialist\n来。",
        "Seller (to First)\n来。",
    ],
)
def test_not_named_by_the_title(ad: str) -> None:
    """What the text says, a longer word, a rank below it or another head names no such position."""
    assert "first/chief" not in dict(matched(ad).positions)


@pytest.mark.parametrize(
    ("title", "role", "rung"),
    [
        ("Seller", {"seller": 3.0}, {}),
        ("Head Seller", {"seller": 9.0}, {"manager": 5.0}),
        ("Seller (manager)", {"seller": 3.0}, {"manager": 5.0}),
        ("Seller specialist", {"seller": 3.0}, {"specialist": 5.0}),
        ("First", {}, {"chief": 5.0}),
        ("Director", {"writer": 3.0, "seller": 3.0}, {"director": 5.0}),
        ("Cook", {}, {}),
        ("", {}, {}),
    ],
)
def test_what_a_title_says(title: str, role: dict[str, float], rung: dict[str, float]) -> None:
    """A title speaks for the lines of what it names, a short name plainly, a long one more; and for its rank."""
    found = matched(f"{title}\n来。")
    assert {line: found.role.lean[line] for line in role} == pytest.approx(role)
    assert found.rung.lean == rung
    assert bool(found.role.lean) is bool(role)


TITLES = ("Seller", "Head Writer", "First", "总头", "Director", "Counter manager", "Cook", "Seller / First", "")
TEXTS = (
    "Duties: reckoning.",
    "work as a 「Head Seller」, ",
    "Writer。",
    "带人。",
    "要求5年以上经验。",
    "dealing ",
    "Counter",
)
MARKET = Market(
    {"writer": 9}, {"director": 30}, (), (Cue("带人", ("manager", "chief"), {}), Cue("@years-5", ("director",), {}))
)


@given(st.sampled_from(TITLES), st.lists(st.sampled_from(TEXTS)).map("".join), st.sampled_from((NOTHING, MARKET)))
def test_role_and_rung_are_those_of_the_first_position(title: str, text: str, market: Market) -> None:
    """Role and rung are what the first position says, whatever the ad; of each line stands one position on a rung."""
    found = matched(f"{title}\n来。{text}", market)
    assert found.positions[0][0] == f"{found.role.best}/{found.rung.best}"
    shares = [share for _, share in found.positions]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) <= 1 + 1e-9
    for guess, place in ((found.role, 0), (found.rung, 1)):
        told = sum(share for id_, share in found.positions if id_.split("/")[place] == guess.best)
        assert guess.shares[guess.best] == pytest.approx(told)
    of_lines = [p for p, _ in found.positions if p not in ("first/chief", "head/director")]
    assert all(sum(p in line.values() for p in of_lines) <= 1 for line in SMALL.lines.values())


def test_what_speaks_for_where_lines_meet() -> None:
    """Where lines meet, the words that speak for one of them speak for the position."""
    found = matched("Duties: work as a 「Head Seller」.", NOTHING._replace(rungs={"director": 400}))
    alone = matched("Duties: work as a 「Head Seller」.")
    assert (found.positions[0][0], found.role.best, alone.role.best) == ("head/director", "head", "seller")
    assert found.role.cues == alone.role.cues != ()
    assert found.role.sure == alone.role.sure
    assert not found.foreign


@pytest.mark.parametrize(
    ("ad", "foreign"),
    [
        ("Cook\nDuties: cook.", True),
        ("Duties: work as a seller.", True),  # .4 * 1.3 * log 5 = .84 is less than 2
        ("Duties: work as a 「Head Seller」.", False),  # three names, one in the other: 2.51
        ("Cook\nDuties: work as a 「Head Seller」.", True),  # 2.51 is enough without a title, and not under one
        ("Cook\nDuties: work as a 「Head Seller」, a 「Seller」.", False),  # four names: 3.35
        ("Seller\nDuties: cook.", False),
        ("First\nDuties: cook.", False),
        ("Chef\nDuties: work as a 「Head Seller」.", True),
        ("Chef (Seller)\nDuties: cook.", True),
        ("Seller (Chef)\nDuties: cook.", False),
    ],
)
def test_foreign(ad: str, foreign: bool) -> None:
    """An ad is of another trade where its title is, or where it names no position and little speaks for a role: under a
    title of its own that must be more.
    """
    assert matched(ad, kb=replace(SMALL, other_trades=("chef",))).foreign is foreign


@pytest.mark.parametrize(
    ("ad", "comparable"),
    [
        ("Seller\nDuties: dealing, reckoning.", True),
        ("Seller\nDuties: dealing and more dealing.", True),
        ("Seller\nDuties: dealing.", False),
        ("Seller\nDuties: come.", False),
        ("Chef\nDuties: dealing, reckoning.", False),
        ("Come\nDuties: dealing, reckoning.", False),
        ("Duties: as a 「Head Seller」 dealing, reckoning.", True),
    ],
)
def test_comparable(ad: str, comparable: bool) -> None:
    """Nobody is held against an ad of another trade, or against one in which at most one word of a skill was read."""
    assert matched(ad, kb=replace(SMALL, other_trades=("chef",))).comparable is comparable


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
    """A rung where nobody stands is not told, however likely; the ad asks what the position told asks."""
    rungs = (*RUNGS, RUNGS[-1]._replace(id="owner", order=4))
    kb = replace(SMALL, ladder=SMALL.ladder._replace(rungs=rungs))
    found = matched("Writer\nDuties: dealing.", NOTHING._replace(rungs={"owner": 900}), kb)
    assert found.rung.best == "specialist"
    assert found.rung.shares["owner"] == 0
    assert [(one.skill, one.level) for one in found.asked] == [("deals", 2)]


def test_unknown_to_both() -> None:
    """What names neither a skill nor a role is told to be unknown."""
    assert [one.text for one in matched("熟悉dealing、seller、Rust。").unknown] == ["Rust"]


@pytest.mark.parametrize(
    ("ad", "cues"),
    [
        ("Seller\nDuties: sell.", {"@unranked-title": 1.0}),
        ("Seller\n要求3年以上经验。", {"@years-3": 2.0, "@unranked-title": 1.0}),
        ("Seller\n要求5年以上经验。", {"@years-5": 1.0, "@unranked-title": 1.0}),
        ("Cook\n来。", {"@unranked-title": 1.0}),
        ("Seller (manager)\n要求5年以上经验。", {"@years-5": 1.0}),
        ("「director」\n来。", {}),
        ("Head Seller\n来。", {}),
        ("岗位职责：做manager。", {}),
        ("\n\n", {}),
    ],
)
def test_rung_cues(ad: str, cues: dict[str, float]) -> None:
    """Years tell a rung, a few more so under a title without a rank or a name that has one, which tells one too."""
    found = read(ad)
    assert rung_cues(found, read_title(title_words(SMALL), found.title), "specialist") == cues


def test_a_title_without_a_rank() -> None:
    """A title that names no rank speaks for the rung that the market says, as far as it is trusted."""
    cue = Cue("@unranked-title", ("manager",), {}, 1.0)
    assert matched("Seller\n来。", NOTHING._replace(rung_cues=(cue,))).rung.best == "manager"
    assert matched("Seller\n来。", NOTHING._replace(rung_cues=(cue._replace(trust=0.0),))).rung.best == "specialist"
