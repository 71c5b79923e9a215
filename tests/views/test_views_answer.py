"""The answer to what brought somebody stands before all that explains it."""

from dataclasses import replace

import pytest
from small_kb import MAX, SMALL, WRITER, both

from opscareer.advice import advise
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.rules import SituationRule, Test
from opscareer.text import Text
from opscareer.views.advice import advice_view

STANDING = Text("{post}做到 {share}，该往{next}走。", "You do {share} of {post}; {next} is next.")
STUCK = replace(WRITER, facts={"reason": "stuck"}, levels=MAX)


def answering(answer: Text | None) -> KnowledgeBase:
    """Return the small knowledge base with a situation that answers so."""
    rule = SituationRule("stuck", (Test("reason", ("stuck",)),), "usual", None, both("why"), None, (), answer=answer)
    return replace(SMALL, rules=replace(SMALL.rules, situations=(rule,)))


def told(answer: Text | None, profile: Profile = STUCK) -> Text | None:
    """Return what somebody is told first."""
    kb = answering(answer)
    return advice_view(kb, advise(kb, profile)).answer


def test_the_answer_names_what_it_is_about() -> None:
    """It may name the post held, how well it is done, and the next one; other braces are text."""
    assert told(STANDING) == Text(
        "「Writer」做到 100%，该往「Head Writer」走。", "You do 100% of Writer; Head Writer is next."
    )
    assert told(Text("去 {那里}", "Go {there}")) == Text("去 {那里}", "Go {there}")


@pytest.mark.parametrize("profile", [replace(STUCK, levels={}), replace(STUCK, facts={})])
def test_no_answer(profile: Profile) -> None:
    """Of a share that is not known nothing is told, nor to who is brought by something else."""
    assert told(STANDING, profile) is None
    assert told(None) is None


def test_an_answer_without_a_share_needs_none() -> None:
    """What names no share is told however little was answered, also from outside, where there is no post."""
    assert told(both("wait"), replace(STUCK, levels={})) == both("wait")
    assert told(Text("{post}", "{post}."), Profile(facts={"reason": "stuck"})) == Text("", ".")


def test_nothing_at_the_top() -> None:
    """Where no role comes next there is no answer that could name one."""
    assert told(STANDING, replace(STUCK, current=("first/chief",))) is None
