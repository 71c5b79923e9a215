"""Playbooks: what a person told is not asked of them again."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import people
from small_kb import both
from two_tracks import situation

from opscareer.advice import advise
from opscareer.advice.playbooks import told_to
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.rules import Playbook, Settled, SituationRule
from opscareer.text import Text

BOOK = Playbook((both("is pay late"), both("who decides")), (both("money"),), both("in weeks"), both("wait"))
RULE = replace(
    situation("trouble", "elsewhere"),
    playbook=BOOK,
    settled=(
        Settled(both("is pay late"), {"told": ("late", "unpaid")}),
        Settled(both("in weeks"), {"told": ("soon",), "away": ("long",)}, both("in days")),
        Settled(both("because trouble"), {"told": ("late",)}, both("because unpaid")),
    ),
)


def told(profile: Profile) -> SituationRule:
    """Return the rule as a person is told it."""
    return told_to(RULE, profile)


@pytest.mark.parametrize(
    ("profile", "find_out", "decide_by", "because"),
    [
        (Profile(), ("is pay late", "who decides"), "in weeks", "because trouble"),
        (Profile(chosen={"told": ("other",)}), ("is pay late", "who decides"), "in weeks", "because trouble"),
        (Profile(chosen={"told": ("late",)}), ("who decides",), "in weeks", "because unpaid"),
        (Profile(chosen={"told": ("unpaid", "soon")}), ("who decides",), "in days", "because trouble"),
        (Profile(facts={"away": "long"}), ("is pay late", "who decides"), "in days", "because trouble"),
    ],
)
def test_what_an_answer_settles(profile: Profile, find_out: tuple[str, ...], decide_by: str, because: str) -> None:
    """A line that a chosen option settles is left out, or what stands in its place is told."""
    rule = told(profile)
    assert rule.playbook is not None
    assert rule.playbook.find_out == tuple(map(both, find_out))
    assert (rule.playbook.decide_by, rule.because) == (both(decide_by), both(because))
    assert (rule.playbook.ask_for, rule.playbook.fallback) == (BOOK.ask_for, BOOK.fallback)


def test_a_reason_without_a_playbook() -> None:
    """A situation without a playbook tells its reason by what was answered all the same."""
    rule = told_to(replace(RULE, playbook=None), Profile(chosen={"told": ("late",)}))
    assert (rule.because, rule.playbook) == (both("because unpaid"), None)


def parts(book: Playbook) -> tuple[Text, ...]:
    """Return all lines of a playbook."""
    return (*book.find_out, *book.ask_for, book.decide_by, *book.first_month, book.fallback)


@given(data=st.data())
def test_nothing_is_asked_that_was_told(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Whatever is chosen, no line is told that it settles, and no part of a playbook is left empty."""
    profile = data.draw(people(kb))
    several = [question for question in kb.questions.values() if question.kind == "choices" and question.id != "avoid"]
    chosen = {q.id: tuple(data.draw(st.lists(st.sampled_from([*q.labels]), unique=True))) for q in several}
    profile = replace(profile, chosen=chosen)
    book = advise(kb, profile).book
    if book is None or book.playbook is None:
        return
    (rule,) = [one for one in kb.rules.situations if one.id == book.id]
    settled = [s.line for s in rule.settled if any({*chosen.get(q, ())} & {*options} for q, options in s.by.items())]
    assert not {*settled} & {*parts(book.playbook), book.because}
    assert book.playbook.find_out
    assert book.playbook.ask_for


@pytest.mark.parametrize(
    ("reason", "chosen", "lang_zh", "gone"),
    [
        ("no-opening", {"stuck_facts": ("boss-stays",)}, "位子不会空", "半年内有没有位子"),
        ("company-trouble", {"trouble_facts": ("pay-late",)}, "欠的哪天补", "晚没晚发过"),
        ("how-do-i-stand", {"stand_facts": ("others-decide",)}, "哪几步是你做的", "写明哪些是你定的"),
    ],
)
def test_what_the_built_in_playbooks_ask(
    kb: KnowledgeBase, reason: str, chosen: dict[str, tuple[str, ...]], lang_zh: str, gone: str
) -> None:
    """Who said that no post will come free, or that pay is late, is not told to find that out."""
    profile = Profile(("user-ops/senior",), years=3.0, facts={"reason": reason})
    asked, answered = (advise(kb, replace(profile, chosen=one)).book for one in ({}, chosen))
    assert asked is not None
    assert answered is not None
    assert asked.playbook is not None
    assert answered.playbook is not None
    before, after = ("".join(line.zh for line in parts(one)) for one in (asked.playbook, answered.playbook))
    assert gone in before
    assert gone not in after
    assert lang_zh in after


@pytest.mark.parametrize("rule", ["offered", "offered-elsewhere", "offered-same", "another-line-offered"])
def test_an_answer_that_is_due_soon_has_one_deadline(kb: KnowledgeBase, rule: str) -> None:
    """Who must answer within days is told no longer deadline by the playbook than by what they chose."""
    (found,) = [one for one in kb.rules.situations if one.id == rule]
    book = told_to(found, Profile(chosen={"offer_facts": ("answer-soon",)})).playbook
    assert book is not None
    assert "两周" not in book.decide_by.zh
    assert "two working days" in book.decide_by.en


@pytest.mark.parametrize(
    ("current", "facts", "offer", "goal", "book"),
    [
        ((), {"reason": "offered"}, "customer-service/specialist", "product-ops/specialist", "offered-entry-aside"),
        (("operations/director",), {"reason": "offered"}, "operations/specialist", None, "declined-lower"),
        (("user-ops/senior",), {"reason": "out-of-work"}, "customer-service/specialist", None, "between-jobs-aside"),
        (
            ("user-ops/senior",),
            {"reason": "out-of-work", "away": "long"},
            "customer-service/specialist",
            None,
            "returning-aside",
        ),
        (
            ("user-ops/senior",),
            {"reason": "no-opening", "acting": "yes", "lead": "no"},
            None,
            None,
            "no-opening-acting-not-leading",
        ),
    ],
)
def test_who_is_told_which_playbook(
    kb: KnowledgeBase,
    current: tuple[str, ...],
    facts: dict[str, str],
    offer: str | None,
    goal: str | None,
    book: str,
) -> None:
    """Playbooks for what leads off one's way, is far too low, or is not wanted, come before those for anybody."""
    levels = dict(kb.needed[current[0]]) if current else {}
    found = advise(kb, Profile(current, years=3, facts=facts, offer=offer, goal=goal, levels=levels)).book
    assert found is not None
    assert found.id == book
