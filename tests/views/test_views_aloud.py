"""What is said of gaps and roles where a page is read aloud, and whether a page of ways leaves anything out."""

from types import SimpleNamespace as Like
from typing import Any

import pytest

from opscareer.interview.resume.proposals import Proposed
from opscareer.interview.resume.telling import grounds
from opscareer.text import Text
from opscareer.views.path import NAMED, PathView
from opscareer.views.telling import catalogue, gaps

NAME = Text("谈判", "Negotiation")


@pytest.mark.parametrize(("have", "untried"), [(2, False), (None, True), (None, False)])
def test_a_gap_aloud(have: int | None, untried: bool) -> None:
    """A gap is told with what there is, what is asked and what it adds, and each of what there may be is told apart."""
    view: Any = Like(name=NAME, have=have, no_opportunity=untried, need=4, gain=0.051)
    told = [gaps.aloud_text(Like(**{**vars(view), "have": h, "no_opportunity": u})) for h, u in KINDS]  # type: ignore[arg-type]
    assert gaps.aloud_text(view) in told
    assert len(set(told)) == len(KINDS)
    assert all("Negotiation" in one.en and "5.1" in one.en and "4" in one.en for one in told)


KINDS = ((2, False), (None, True), (None, False))


def test_what_is_asked_aloud() -> None:
    """A must is told as one."""
    must, usual = (catalogue.aloud_text(Like(must=must, level=3, weight=0.1)) for must in (True, False))  # type: ignore[arg-type]
    assert must != usual
    assert "10%" in must.en and "10%" in usual.en  # noqa: PT018 - of both the share


def test_nothing_else_to_know() -> None:
    """Of a role that moves no metric and has no facts there is nothing else to know."""
    view: Any = Like(measures=(), facts=())
    assert [*catalogue.facts_of(view)] == []


def test_ways_that_are_long() -> None:
    """Ways are long where a step has more skills of a kind than a page names."""
    leg = Like(gaps=("a",) * (NAMED + 1), meanwhile=(), carried=())
    long: Any = (Like(steps=(leg,)),)
    assert PathView((), long, (), ()).long
    assert not PathView((), (), (), ()).long


def test_grounds_of_a_proposal() -> None:
    """Each proposal rests on words; one that rests on none is told without."""
    assert set(grounds(Proposed({"years": 3.0}, {"years": ("2020-now",), "goal": ()}))) == {"years"}
