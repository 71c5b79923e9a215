"""How near a step is, in words: to a post whose work is done already, and beside others with what bars it."""

from dataclasses import replace

from advised_people import people

from opscareer.advice import advise
from opscareer.interview import profile_of
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text
from opscareer.views.nearness import beside_near, near_text
from opscareer.views.step import Step, step_of
from opscareer.views.words.sentences import VERDICTS
from opscareer.views.words.units import percent


def stepped(kb: KnowledgeBase, name: str) -> Step:
    """Return the step that one of the people is told."""
    advice = advise(kb, profile_of(kb, people(kb)[name]))
    assert advice.next is not None
    return step_of(kb, advice.situation.profile, advice.next, advice)


def test_a_post_whose_work_is_done_already(kb: KnowledgeBase) -> None:
    """Who does the work of a post in fact is told to ask for the title, where they are ready for it."""
    step = stepped(kb, "leap")
    doing = step._replace(prospect=replace(step.prospect, doing=True, verdict="ready"))
    assert near_text(doing) == ("活你已经在干，可以要名分", "you do its work already: ask for the title")
    assert near_text(doing._replace(prospect=replace(doing.prospect, doing=False))) == VERDICTS["ready"]
    short = doing._replace(prospect=replace(doing.prospect, verdict="within-reach"))
    assert near_text(short).en == f"within reach (from {percent(short.reach or 0)} on)"


def test_what_bars_a_direction_is_told_beside_others(kb: KnowledgeBase) -> None:
    """Beside others a direction is told with the first two skills that bar it; with none it is as near as it is."""
    step = stepped(kb, "leap")
    names = [Text(name, name) for name in "abc"]
    assert beside_near(step, []) == near_text(step)
    assert beside_near(step, names).en.startswith(f"{near_text(step).en}, yet barred by a, b")
