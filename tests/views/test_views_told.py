from dataclasses import replace

from odd_ways import situated

from opscareer.advice import Gate, advise
from opscareer.model.kb import KnowledgeBase
from opscareer.views.advice import advice_view
from opscareer.views.telling.advice import now_text
from opscareer.views.words.gates import gate_text


def test_the_gate_of_a_post_that_leads(kb: KnowledgeBase) -> None:
    """Who has led nobody is told so, with the level that is asked, and not how far a skill is off."""
    told = gate_text(kb, Gate("lead", "team-leadership", 0, 2))
    assert told.en.startswith("leading people must reach at least level 2")
    assert told.zh.startswith("带团队至少要到 2 级")


def test_the_present_post_first(kb: KnowledgeBase) -> None:
    """Where the way rests on the present post that is said first, with how much of it is done; else nothing is."""
    view = advice_view(kb, advise(kb, situated(kb, "unsure").profile))
    first = now_text(replace(view, post_first=True, mastery=0.5))
    assert first
    assert "(50% of the way)" in first.en
    assert view.present[0].en in first.en
    assert now_text(replace(view, post_first=False)) is None
