from dataclasses import replace

import pytest
from small_kb import SMALL, both

from opscareer.match.guess import Guesser
from opscareer.match.reading import read, years_cue
from opscareer.model.ad import Conditions, Guess
from opscareer.model.ladder import Rung
from opscareer.model.lexicon import role_guide, rung_guide
from opscareer.model.market import Cue, Market
from opscareer.model.skill import Words
from opscareer.text import Text

NOTHING = Market({}, {}, (), ())
PEN = Cue("钢笔", ("writer",), {})
COUNTED = Market(
    {"writer": 30, "seller": 10}, {"specialist": 9, "manager": 3}, (PEN,), (Cue("带人", ("manager",), {}),)
)


def role_of(text: str, market: Market = NOTHING) -> Guess:
    """Return the role that an ad is guessed to be for."""
    ad = read(text)
    return Guesser(role_guide(SMALL, market)).guess(ad.plain, ad.clauses, ad.title)


def rung_of(text: str, market: Market = NOTHING) -> Guess:
    """Return the rung that an ad is guessed to be for."""
    ad = read(text)
    years = dict.fromkeys(years_cue(ad.conditions.years), 1.0)
    return Guesser(rung_guide(SMALL, market)).guess(ad.plain, ad.clauses, ad.title, years)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("写手\n岗位职责：写", "写手"),
        ("  写手（上海）\r\n岗位职责：写", "写手(上海)"),
        ("\n \n写手\n岗位职责：写", "写手"),
        ("Ｗｒｉｔｅｒ\nResponsibilities:", "writer"),
        ("写" * 40 + "\n写", "写" * 40),
        ("写" * 41 + "\n写", ""),
        ("w" * 80 + "\nwrite", "w" * 80),
        ("w" * 81 + "\nwrite", ""),
        ("Head Writer, Novels and Plays (Shanghai)\nWrite", "head writer, novels and plays (shanghai)"),
        ("写手，上海\n写", ""),
        ("Writer，写手\n写", ""),
        ("写手（编号：001，双休）\n岗位职责：写", "写手(编号:001,双休)"),
        ("（编号：001）\n岗位职责：写", ""),
        ("岗位职责\n写", ""),
        ("【职位描述】\n写", ""),
        ("1、写得好\n写", ""),
        ("一、写手\n写", ""),
        ("我们是谁？\n写手", ""),
        ("About us\nWriters", ""),
        ("负责写，写得好。\n写手", ""),
        ("岗位职责：写\n写手", ""),
        ("We write, a lot.\nWriter", ""),
        ("", ""),
        ("\n\n", ""),
    ],
)
def test_titles(text: str, title: str) -> None:
    """The title is a first line of at most 40 Chinese or 80 Latin letters that is no sentence; blanks before it do not
    matter, nor do commas between Latin words."""
    ad = read(text)
    assert ad.title.strip() == title
    assert ad.plain.text.startswith(ad.title)


def test_an_ad_read() -> None:
    """An ad read has its conditions, and its clauses with the section that each stands in."""
    ad = read("写手\n岗位职责：写。\n任职要求：本科，3年以上经验。\n福利：六险")
    assert ad.conditions == Conditions(3, "bachelor")
    sections = {clause.section: clause.text.strip(":。\n") for clause in ad.clauses if clause.text.strip("。\n")}
    assert sections == {"duty": "写", "demand": "本科,3年以上经验", "other": "六险"}


def test_roles_are_told_by_positions() -> None:
    """Without a market roles are told by the names of their positions; a role without the lowest rung is none."""
    guess = role_of("招「Seller」\n来谈。")
    assert guess.best == "seller"
    assert set(guess.shares) == {"writer", "seller", "counter"}
    assert role_of("Head Counter\n").best == "counter"
    assert role_of("Director\n").cues == ()


def test_roles_are_told_by_aliases() -> None:
    """Other names of a position tell its role as well."""
    scribe = replace(SMALL.positions["writer/specialist"], aliases=Words(zh=("笔杆子",)))
    kb = replace(SMALL, positions={**SMALL.positions, "writer/specialist": scribe})
    ad = read("招笔杆子\n")
    assert Guesser(role_guide(kb, NOTHING)).guess(ad.plain, ad.clauses, ad.title).best == "writer"


def test_roles_are_told_by_the_market() -> None:
    """The market's cues and its counts tell roles, beside the names of positions."""
    assert role_of("要会用钢笔。", COUNTED).best == "writer"
    assert role_of("来。", COUNTED).shares == {
        "writer": pytest.approx(0.5),
        "seller": pytest.approx(0.3),
        "counter": pytest.approx(0.2),
    }
    assert role_of("Seller\n来。", COUNTED).best == "seller"


def test_the_market_knows_better() -> None:
    """Where a cue of the market is the name of a position the market says whose it is."""
    assert role_of("Seller\n", NOTHING._replace(role_cues=(Cue("Seller", ("writer",), {}),))).best == "writer"


def test_rungs_are_told_by_their_names() -> None:
    """Without a market rungs are told by their names, each part of one that has several."""
    assert rung_of("招「manager」\n来。").best == "manager"
    rungs = (Rung("manager", 0, Text("经理 / 主管", "manager"), both(""), 1.0, 2.0, ()), *SMALL.ladder.rungs[2:])
    kb = replace(SMALL, ladder=SMALL.ladder._replace(rungs=rungs))
    ad = read("运营主管\n")
    assert Guesser(rung_guide(kb, NOTHING)).guess(ad.plain, ad.clauses, ad.title).best == "manager"


def test_rungs_that_were_counted() -> None:
    """All rungs of the knowledge base are told, and no others; what was counted oftener is likelier."""
    assert rung_of("来。", COUNTED).best == "specialist"
    assert rung_of("要能带人。", COUNTED._replace(rungs={"specialist": 3, "manager": 3})).best == "manager"
    for counted in ({}, {"specialist": 0}, {"manager": 2, "elsewhere": 3}):
        assert list(rung_of("来。", NOTHING._replace(rungs=counted)).shares) == list(SMALL.rungs)


def test_years_tell_rungs() -> None:
    """The years that an ad asks tell its rung where the market says so."""
    market = NOTHING._replace(rung_cues=(Cue("@years-5", ("director",), {}),))
    assert rung_of("要求5年以上经验。", market).best == "director"
    assert rung_of("要求6年以上经验。", market).best == "director"
    assert rung_of("要求3年以上经验。", market).shares["director"] == pytest.approx(1 / 4)


@pytest.mark.parametrize(
    ("years", "cue"),
    [(None, ()), (0, ("@years-0",)), (1, ("@years-1",)), (4, ("@years-3",)), (5, ("@years-5",)), (20, ("@years-8",))],
)
def test_years_cues(years: int | None, cue: tuple[str, ...]) -> None:
    """Years stand for the bound below them; no years for nothing."""
    assert years_cue(years) == cue


def test_a_title_that_is_said_again() -> None:
    """The title ends with the first line, also where its words come again."""
    assert read("用户运营\n招一名用户运营").title == "用户运营"
