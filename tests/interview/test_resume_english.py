"""Titles in English résumés that hold no word of a title, and headings in two languages."""

import pytest

from opscareer.interview.resume import proposals, written
from opscareer.model.kb import KnowledgeBase


def current(kb: KnowledgeBase, text: str) -> object:
    """Return the positions that a text leads to propose in November 2026."""
    return proposals(kb, written(text), "2026-11").answers.get("current")


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("### ByteDance\nUser Operations, Jul 2021 – Present\n- grew it", "user-ops/specialist"),
        ("User Operations\nFoo | 2021 – Present", "user-ops/specialist"),
        ("Foo — Senior User Growth Operations (Jul 2021 – Present)", "growth/senior"),
    ],
)
def test_a_name_of_a_post(kb: KnowledgeBase, text: str, position: str) -> None:
    """A name of a post is its title though nothing in it says so, where nothing else looks like one."""
    assert current(kb, f"## Experience\n{text}\n") == (position,)


def test_a_firm_is_no_post(kb: KnowledgeBase) -> None:
    """A firm that is called as a trade is names no post."""
    assert current(kb, "## Experience\nAcme Marketing, 2021 – Present\n") is None
    assert current(kb, "## Experience\nHead Content Agency, 2021 – Present\n") is None


def test_who_it_is_of(kb: KnowledgeBase) -> None:
    """What the person calls themselves at the top is no post under a heading in both languages, English first."""
    text = (
        "**王磊 | Growth PM**\n### Work Experience 工作经验\n**Foo 某某** — *Senior Content Operations* (2021 – Now)\n"
    )
    assert current(kb, text) == ("content-ops/senior",)
