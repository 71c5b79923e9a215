import re
from collections.abc import Callable

import pytest
from people import NAMES, people

from opscareer.advice import (
    Advice,
    advise,
    best_of,
    candidate_for,
    effects_of,
    prospect_of,
    steadiness_of,
    suppose,
)
from opscareer.cli.ladder import of_role
from opscareer.interview import profile_of
from opscareer.model.kb import KnowledgeBase
from opscareer.render.advice_page import advice_page
from opscareer.render.catalogue_page import role_page, roles_page, skill_page, skills_page
from opscareer.render.gap_page import effects_page, gap_page, outcomes_page
from opscareer.render.ladder_page import ladder_page
from opscareer.render.page import Page, as_text, percent, points
from opscareer.render.phrases import KINDS, VERDICTS
from opscareer.text import Lang, width

CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")

Write = Callable[[Page], None]


def written(write: Write, lang: Lang, columns: int = 80) -> str:
    """Return a page as text."""
    page = Page(lang, columns)
    write(page)
    return as_text(page.lines)


def advised(kb: KnowledgeBase, name: str) -> Advice:
    """Return the advice for one of the odd people."""
    return advise(kb, profile_of(kb, people(kb)[name]))


def of_advice(kb: KnowledgeBase, advice: Advice) -> Write:
    """Return the page of an assessment."""
    return lambda page: advice_page(page, kb, advice, steadiness_of(kb, advice), "me.yaml")


def of_gap(kb: KnowledgeBase, advice: Advice, position: str) -> Write:
    """Return the page of what is missing for a position."""
    situation = advice.situation
    found = prospect_of(kb, situation, candidate_for(kb, situation.standing, position))
    return lambda page: gap_page(page, kb, situation.profile, found)


def catalogue(kb: KnowledgeBase) -> list[Write]:
    """Return the pages that are the same for everybody."""
    pages: list[Write] = [
        lambda page: roles_page(page, kb),
        lambda page: skills_page(page, kb),
        lambda page: ladder_page(page, kb.ladder, sideways=False),
    ]
    pages += [lambda page, role=role: role_page(page, kb, role) for role in kb.roles.values()]
    pages += [lambda page, skill=skill: skill_page(page, kb, skill) for skill in kb.skills.values()]
    pages += [lambda page, role=role: ladder_page(page, of_role(kb.ladder, role), sideways=True) for role in kb.roles]
    return pages


def personal(kb: KnowledgeBase, name: str) -> list[Write]:
    """Return the pages about one person, with the gaps to some positions of every rung."""
    advice = advised(kb, name)
    after = best_of(kb, suppose(advice.situation, {"data-analysis": 5}))
    pages: list[Write] = [
        of_advice(kb, advice),
        lambda page: effects_page(page, kb, advice.next, effects_of(kb, advice)),
        lambda page: outcomes_page(page, kb, advice.next, after, ("data-analysis",)),
    ]
    return [*pages, *(of_gap(kb, advice, position) for position in [*list(kb.positions)[::9], "coo/chief"])]


def too_wide(text: str, columns: int) -> list[str]:
    """Return the lines wider than the page, except those of one word."""
    return [line for line in text.splitlines() if width(line) > columns and " " in line.strip()]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", [40, 80, 100])
def test_catalogue_keeps_to_the_width(kb: KnowledgeBase, lang: Lang, columns: int) -> None:
    """No line of what the knowledge base holds is wider than the terminal."""
    assert [line for page in catalogue(kb) for line in too_wide(written(page, lang, columns), columns)] == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", [40, 80, 100])
def test_advice_keeps_to_the_width(kb: KnowledgeBase, name: str, lang: Lang, columns: int) -> None:
    """No line of what a person is told is wider than the terminal."""
    assert [line for page in personal(kb, name) for line in too_wide(written(page, lang, columns), columns)] == []


def test_english_catalogue(kb: KnowledgeBase) -> None:
    """What the knowledge base holds is told in English without a Chinese character."""
    assert [line for page in catalogue(kb) for line in written(page, "en").splitlines() if CHINESE.search(line)] == []


@pytest.mark.parametrize("name", NAMES)
def test_english_advice(kb: KnowledgeBase, name: str) -> None:
    """What a person is told in English has no Chinese character."""
    pages = personal(kb, name)
    assert [line for page in pages for line in written(page, "en").splitlines() if CHINESE.search(line)] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", [name for name in NAMES if name != "top"])
def test_headline(kb: KnowledgeBase, name: str, lang: Lang) -> None:
    """The advice begins with the next role and the kind of step; the fit and the verdict stand below."""
    best = advised(kb, name).next
    assert best is not None
    first, second = written(of_advice(kb, advised(kb, name)), lang).splitlines()[:2]
    assert kb.positions[best.position].title.of(lang) in first
    assert KINDS[best.candidate.kind].of(lang) in first
    assert percent(best.fit) in second
    assert VERDICTS[best.verdict].of(lang) in second


def test_the_top(kb: KnowledgeBase) -> None:
    """At the top of the ladder one sentence says so, and nothing is suggested."""
    text = written(of_advice(kb, advised(kb, "top")), "en")
    assert text == "You stand at the top of this ladder; there is no position above.\n"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_title_without_substance(kb: KnowledgeBase, lang: Lang) -> None:
    """A manager to whom nobody reports reads why they are advised as a specialist."""
    advice = advised(kb, "manager alone")
    (_, _, rule), *_ = advice.situation.standing.by_title
    known = rule.because.of(lang).partition("{")[0][:6]
    assert known in written(of_advice(kb, advice), lang)


def test_a_gap_page_is_whole(kb: KnowledgeBase) -> None:
    """The page of a position lists every gap with its level and gain, the heaviest gain first."""
    advice = advised(kb, "unsure")
    situation = advice.situation
    found = prospect_of(kb, situation, candidate_for(kb, situation.standing, "user-ops/manager"))
    text = written(of_gap(kb, advice, "user-ops/manager"), "en", 100)
    rows = re.findall(r"^  (\S.*?)  +([?\d])>(\d)  +(\+[\d.]+)", text, re.MULTILINE)
    expected = [(kb.skills[gap.skill].name.en, str(gap.need), points(gap.gain)) for gap in found.gaps]
    assert [(name, need, gain) for name, _, need, gain in rows] == expected


def test_assumed_levels_are_marked(kb: KnowledgeBase) -> None:
    """A level that is not known is shown as such, and a line below says what rests on it."""
    text = written(of_gap(kb, advised(kb, "nothing told"), "data-ops/manager"), "en")
    assert "?>" in text
    assert "? was not answered" in text


def test_missing_opportunities_are_told(kb: KnowledgeBase) -> None:
    """Who had no opportunity yet is told whom to ask for which exposure."""
    text = " ".join(written(of_advice(kb, advised(kb, "no opportunity")), "en").split())
    assert "No opportunity yet for" in text
    assert any(told.en in text for group in kb.groups for told in group.exposure.values())


def test_nothing_missing(kb: KnowledgeBase) -> None:
    """Where nothing is missing the page says so."""
    assert "Nothing is missing." in written(of_gap(kb, advised(kb, "perfect"), "product-ops/manager"), "en")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_role_page_is_whole(kb: KnowledgeBase, lang: Lang) -> None:
    """A role's page has its duties, and all that its positions require with the sources."""
    role = kb.roles["product-ops"]
    text = "".join(written(lambda page: role_page(page, kb, role), lang, 100).split())
    for duty in role.duties:
        assert "".join(duty.text.of(lang).split()) in text
    for position in kb.positions.values():
        if position.role == role.id:
            assert position.id in text
            assert all(kb.skills[r.skill].name.of(lang).replace(" ", "") in text for r in position.requirements)
            assert all(source in text for r in position.requirements for source in r.sources)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_skill_page_is_whole(kb: KnowledgeBase, lang: Lang) -> None:
    """A skill's page has six levels, the ways to grow, the proof, and the positions that ask for it."""
    skill = kb.skills["data-analysis"]
    text = "".join(written(lambda page: skill_page(page, kb, skill), lang).split())
    told = [*skill.levels, *(action for actions in skill.grow for action in actions), *skill.proof]
    assert all("".join(one.of(lang).split()) in text for one in told)
    assert all(f"[{id_}]" in text for id_, needed in kb.needed.items() if skill.id in needed)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_post_is_on_the_ladder(kb: KnowledgeBase, lang: Lang) -> None:
    """The ladder shows every position once, and every rung."""
    text = written(lambda page: ladder_page(page, kb.ladder, sideways=False), lang, 100)
    lines = [re.sub(r"^[ |`-]+", "", line) for line in text.splitlines()]
    shown = [title for line in lines for title in line.split(" <- ")]
    assert all(shown.count(post.title.of(lang)) == 1 for post in kb.ladder.posts)
    assert all(any(line.startswith(rung.name.of(lang)) for line in lines) for rung in kb.ladder.rungs)


def test_sideways_moves_have_reasons(kb: KnowledgeBase) -> None:
    """Where sideways moves are shown, each has the reason that a person would say aloud."""
    text = " ".join(written(lambda page: ladder_page(page, kb.ladder, sideways=True), "en").split())
    reasons = [move.why.en for move in kb.ladder.moves if move.kind == "lateral"]
    assert reasons
    assert all(why in text for why in reasons)


def test_what_one_level_more_does(kb: KnowledgeBase) -> None:
    """What-if without a supposition lists every skill that would tell, and says so where there is none."""
    advice = advised(kb, "unsure")
    effects = effects_of(kb, advice)
    text = written(lambda page: effects_page(page, kb, advice.next, effects), "en")
    assert all(kb.skills[effect.skill].name.en in text for effect in effects)
    nothing = written(lambda page: effects_page(page, kb, None, ()), "en")
    assert nothing == "There is nothing left to raise.\n"
