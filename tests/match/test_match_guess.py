from collections.abc import Mapping
from itertools import permutations
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opscareer.match.clauses import clauses
from opscareer.match.guess import Guesser
from opscareer.match.plain import plain
from opscareer.model.ad import Guess
from opscareer.model.lexicon import guide
from opscareer.model.market import Cue

IDS = ("writer", "seller")
COUNTED = {"writer": 20, "seller": 20}
PEN = Cue("钢笔", ("writer",), {"writer": 0.75, "seller": 0.25})
DEAL = Cue("成交", ("seller",), {"seller": 0.5})
LONG = "每天早上来开门，晚上走时锁门。" * 6
"""More than the 80 letters that count as opening, and no cue."""


def guessed(
    text: str,
    *cues: Cue,
    title: str = "",
    counted: Mapping[str, int] = COUNTED,
    besides: Mapping[str, float] | None = None,
    faith: float = 1.0,
) -> Guess:
    """Return what an ad is guessed to be for, by the cues told, else by the two above."""
    ad = plain(title + text)
    return Guesser(guide(IDS, cues or (PEN, DEAL), counted)).guess(
        ad, tuple(clauses(ad.text)), title, besides, faith=faith
    )


def odds(guess: Guess) -> float:
    """Return the logarithm of the odds of the writer against the seller."""
    return log(guess.shares["writer"] / guess.shares["seller"])


# Of 40 ads 20 say 钢笔: half of all. The writer's 15 of 20 are drawn to half of 30 more: 30 of 50; the seller's 5 then
# to 15 of 30 more: 20 of 50. For the seller 5 of 20 are drawn to .6 of a half of 30 more: 14 of 50; beside 30 of 50 of
# the others.
PEN_SAYS = log(30 / 20) - log(14 / 30)


def test_a_cue_by_hand() -> None:
    """A cue in the duties adds the logarithm of how much oftener ads of each id say it, trusted to .4."""
    guess = guessed(LONG + "用钢笔。")
    assert odds(guess) == pytest.approx(0.4 * PEN_SAYS)
    assert guess.best == "writer"
    assert guess.sure == pytest.approx(0.4 * log(30 / 20))
    assert [cue.text for cue in guess.cues] == ["钢笔"]


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("用钢笔。", 1.3),
        (LONG + "用钢笔。", 1.0),
        (LONG + "\n任职要求：\n用过钢笔", 0.6),
        ("任职要求：\n用过钢笔", 0.6),
    ],
)
def test_where_a_cue_stands(text: str, weight: float) -> None:
    """The first words count more than the other duties, what is asked counts less."""
    assert odds(guessed(text)) == pytest.approx(0.4 * weight * PEN_SAYS)


def test_a_title_counts_most() -> None:
    """A title counts five times what a duty does, by what is expected and not by what was counted of the texts."""
    guess = guessed("\n每天来。", title="钢笔与每天来的人")
    assert odds(guess) == pytest.approx(0.4 * 5 * (log(0.25 / 0.05) - log(0.6)))
    assert guessed("\n负责成交，成交，成交。", title="钢笔").best == "writer"


@pytest.mark.parametrize(
    ("title", "times"),
    [
        ("钢笔", 1.3),
        ("高级钢笔师", 1.3),
        ("钢笔工程师", 1.3),
        ("钢笔部门的工人", 1),
        ("钢笔专员(急招两名)", 1.3),
        ("工人(钢笔)", 1),
        ("工人/钢笔", 1),
    ],
)
def test_the_end_of_a_title_counts_most(title: str, times: float) -> None:
    """What a title ends with, but for a rank and what stands in brackets or after a stroke, is what it names."""
    assert odds(guessed("\n每天来。", title=title)) == pytest.approx(0.4 * 5 * times * (log(5) - log(0.6)))


@pytest.mark.parametrize(("lean", "best", "sure"), [({"seller": 9.0}, "seller", 9.0), ({"writer": 1.0}, "writer", 1.4)])
def test_what_is_known_otherwise(lean: dict[str, float], best: str, sure: float) -> None:
    """What is known besides the words, as from a title, adds to the odds and to what speaks for the best."""
    ad = plain(LONG + "用钢笔。")
    pen = Cue("钢笔", ("writer",), {}, trust=0.4 / log(5))
    guess = Guesser(guide(IDS, (pen,), {})).guess(ad, tuple(clauses(ad.text)), lean=lean)
    assert guess.best == best
    assert guess.sure == pytest.approx(sure)
    known = lean.get("writer", 0.0) - lean.get("seller", 0.0)
    assert odds(guess) == pytest.approx(known + 0.4 / log(5) * (log(5) - log(0.6)))


def test_however_much_is_known() -> None:
    """What is known may leave no doubt, and no number is too large for it."""
    ad = plain("每天来。")
    guess = Guesser(guide(IDS, (PEN,), {})).guess(ad, tuple(clauses(ad.text)), lean={"seller": 800.0})
    assert guess.shares == {"writer": 0.0, "seller": 1.0}


def test_an_ad_without_a_title() -> None:
    """Where no title is told, the first words are no title."""
    ad = plain("用钢笔。")
    guess = Guesser(guide(IDS, (PEN, DEAL), COUNTED)).guess(ad, tuple(clauses(ad.text)))
    assert odds(guess) == pytest.approx(0.4 * 1.3 * PEN_SAYS)


@pytest.mark.parametrize("title", ["", "每" * 40])
@pytest.mark.parametrize(("letters", "weight"), [(60, 1.3), (79, 1.3), (80, 1.0)])
def test_the_first_words_are_those_after_the_title(title: str, letters: int, weight: float) -> None:
    """A cue is among the first words where it begins within 80 letters of the text below the title."""
    guess = guessed("来" * letters + "钢笔", title=title)
    assert odds(guess) == pytest.approx(0.4 * weight * PEN_SAYS)


def test_where_a_cue_is_said_first() -> None:
    """Of places where a cue counts alike the first is told."""
    assert [cue.start for cue in guessed("用钢笔，用钢笔。用钢笔。").cues] == [1]


def test_equally_likely() -> None:
    """Of what is equally likely the first is told, as of rungs the lowest."""
    assert guessed("每天来。").best == "writer"
    assert Guess({"low": 0.5, "a": 0.5}, (), {}).best == "low"
    assert Guess({"low": 0.5, "a": 0.5}, (), {}, told="a").best == "a"


@pytest.mark.parametrize("trust", [0.0, 0.2, 0.8, 1.5])
def test_trust(trust: float) -> None:
    """A cue adds as much as it is trusted; in a title all are trusted alike, as only texts were counted."""
    pen = PEN._replace(trust=trust)
    assert odds(guessed(LONG + "用钢笔。", pen)) == pytest.approx(trust * PEN_SAYS)
    assert guessed("\n每天来。", pen, title="钢笔").shares == guessed("\n每天来。", PEN, title="钢笔").shares


@pytest.mark.parametrize("text", ["用钢笔。", LONG + "用钢笔。", "任职要求：\n用过钢笔"])
def test_a_cue_counts_once(text: str) -> None:
    """A cue said often counts as said once, where it counts most."""
    assert guessed(text + LONG + "用钢笔。" * 3).shares["writer"] >= guessed(text).shares["writer"]
    assert guessed(LONG + "用钢笔。" * 5).shares == guessed(LONG + "用钢笔。").shares


@pytest.mark.parametrize(
    "text",
    ["不需要钢笔。", "无需会用钢笔。", "福利：\n每人一支钢笔", "公司介绍：\n我们做钢笔。", "每天来。"],
)
def test_what_does_not_count(text: str) -> None:
    """A cue that the ad denies, or that stands among benefits or about the company, adds nothing."""
    guess = guessed(text)
    assert odds(guess) == pytest.approx(0)
    assert (guess.cues, guess.sure) == ((), 0)


def test_denied_once_said_once() -> None:
    """A cue denied in one place counts where it is asked in another."""
    guess = guessed("任职要求：\n不需要钢笔功底。\n岗位职责：\n用钢笔。")
    assert odds(guess) > 0
    assert [cue.start for cue in guess.cues] == [22]


def test_more_ads_are_likelier() -> None:
    """Without any cue shares are as the ads counted, each with twenty more: what was counted long ago is no law."""
    shares = guessed("每天来。", counted={"writer": 60, "seller": 0}).shares
    assert shares == {"writer": pytest.approx(0.8), "seller": pytest.approx(0.2)}


def test_nobody_counted() -> None:
    """Where nobody has counted all are equally likely, and a cue counts as expected."""
    bare = Cue("钢笔", ("writer",), {})
    assert guessed("每天来。", bare, counted={}).shares == {"writer": 0.5, "seller": 0.5}
    assert odds(guessed(LONG + "用钢笔。", bare, counted={})) == pytest.approx(0.4 * (log(5) - log(0.6)))


def test_besides() -> None:
    """What is no word, as years, counts as a duty does; an unknown one adds nothing, and neither is a mention."""
    years = Cue("@years-3", ("writer",), {})
    guess = guessed("每天来。", years, counted={}, besides={"@years-3": 1.0})
    assert odds(guess) == pytest.approx(0.4 * (log(5) - log(0.6)))
    assert guess.cues == ()
    assert odds(guessed("每天来。", years, counted={}, besides={"@years-3": 2.0})) == pytest.approx(2 * odds(guess))
    assert odds(guessed("每天来。", years, counted={}, besides={"@years-9": 1.0})) == 0


def test_faith() -> None:
    """Words count as much as they are believed; what is no word counts all the same."""
    years = Cue("@years-3", ("writer",), {})
    believed = odds(guessed("钢笔。", PEN, years, counted={}))
    halved = guessed("钢笔。", PEN, years, counted={}, besides={"@years-3": 1.0}, faith=0.5)
    assert odds(halved) == pytest.approx(believed / 2 + 0.4 * (log(5) - log(0.6)))
    assert halved.sure == pytest.approx(guessed("钢笔。", PEN, years, counted={}).sure / 2)


def test_mentions_are_those_of_the_best() -> None:
    """Only cues of the likeliest are told, the strongest first."""
    ink = Cue("墨水", ("writer",), {"writer": 0.5, "seller": 0.25})
    deal = Cue("成交", ("seller",), {"writer": 0.3, "seller": 0.3})
    guess = guessed(LONG + "用墨水和钢笔，谈成交。", PEN, ink, deal)
    assert [cue.text for cue in guess.cues] == ["钢笔", "墨水"]


def test_no_share_lies() -> None:
    """A share of 1 for a word of its own does not rule out the other."""
    guess = guessed(LONG + "用钢笔。", Cue("钢笔", ("writer",), {"writer": 1.0}))
    assert 0 < guess.shares["seller"] < guess.shares["writer"] < 1


CUES = (PEN, DEAL, Cue("钢", ("writer", "seller"), {}), Cue("笔记", ("seller",), {"writer": 0.1}))


@given(
    text=st.lists(st.sampled_from(["钢笔", "成交", "笔记", "不需要", "\n", "福利：\n", "任职要求：\n", "来。"])).map(
        "".join
    )
)
def test_any_ad(text: str) -> None:
    """Shares lie between 0 and 1 and add up to 1, and nothing depends on the order of the cues."""
    guess = guessed(text, *CUES)
    assert sum(guess.shares.values()) == pytest.approx(1)
    assert all(0 <= share <= 1 for share in guess.shares.values())
    assert all(text[cue.start : cue.end] == cue.text for cue in guess.cues)
    assert all(guessed(text, *order) == guess for order in permutations(CUES))
