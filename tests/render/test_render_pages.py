import re
from collections.abc import Callable
from functools import partial

import pytest
from advised_people import ALL, people

from opscareer.advice import Advice, advise, effects_of, held_against
from opscareer.interview import profile_of
from opscareer.model.kb import KnowledgeBase
from opscareer.render.screen.advice import advice_page
from opscareer.render.screen.catalogue import role_page, roles_page, skill_page, skills_page
from opscareer.render.screen.gap import gap_page
from opscareer.render.screen.ladder import ladder_page
from opscareer.render.screen.page import Page, as_text
from opscareer.render.screen.what_if import what_if_page
from opscareer.text import Lang
from opscareer.views.advice import advice_view
from opscareer.views.gaps import gaps_view
from opscareer.views.ladder import ladder_view
from opscareer.views.role import role_view
from opscareer.views.roles import roles_view
from opscareer.views.skills import skill_view, skills_view
from opscareer.views.what_if import what_if_view
from opscareer.views.words.sentences import NOT_COUNTED
from opscareer.views.words.units import percent, points
from opscareer.wrapping import width

CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")

HEIGHTS = ("bd/specialist", "user-ops/senior", "data-ops/expert", "operations/director", "business/vp", "coo/chief")
"""A position on every height."""

ROLES = ("product-ops", "logistics", "operations", "growth", "ceo")
"""A role with all rungs of a line, one without the second, one with directors and vp, one with a director, one post."""

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
    return lambda page: advice_page(page, advice_view(kb, advice))


def of_gap(kb: KnowledgeBase, advice: Advice, position: str) -> Write:
    """Return the page of what is missing for a position."""
    found = gaps_view(kb, advice.situation, held_against(kb, advice.situation, position))
    return lambda page: gap_page(page, found)


def of_what_if(kb: KnowledgeBase, advice: Advice, **levels: int) -> Write:
    """Return the page of what would change with some skills at other levels; without any, by one level more of each."""
    found = what_if_view(kb, advice, {skill.replace("_", "-"): level for skill, level in levels.items()})
    return lambda page: what_if_page(page, found)


def catalogue(kb: KnowledgeBase) -> list[Write]:
    """Return the pages that are the same for everybody."""
    pages: list[Write] = [
        lambda page: roles_page(page, roles_view(kb)),
        lambda page: skills_page(page, skills_view(kb)),
        lambda page: ladder_page(page, ladder_view(kb.ladder)),
    ]
    pages += [partial(role_page, role=role_view(kb, kb.roles[role])) for role in ROLES]
    pages += [partial(skill_page, skill=skill_view(kb, skill)) for skill in kb.skills.values()]
    pages += [partial(ladder_page, ladder=ladder_view(kb.ladder, role)) for role in ROLES]
    return pages


def personal(kb: KnowledgeBase, name: str) -> list[Write]:
    """Return the pages about one person, with the gaps to some positions of every rung."""
    advice = advised(kb, name)
    pages = [of_advice(kb, advice), of_what_if(kb, advice), of_what_if(kb, advice, data_analysis=5, team_leadership=5)]
    return [*pages, *(of_gap(kb, advice, position) for position in (*HEIGHTS, *advice.situation.profile.current))]


def too_wide(text: str, columns: int) -> list[str]:
    """Return the lines wider than the page, except those of one word."""
    return [line for line in text.splitlines() if width(line) > columns and " " in line.strip()]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", [40, 100])
def test_catalogue_keeps_to_the_width(kb: KnowledgeBase, lang: Lang, columns: int) -> None:
    """No line of what the knowledge base holds is wider than the terminal."""
    assert [line for page in catalogue(kb) for line in too_wide(written(page, lang, columns), columns)] == []


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", [40, 100])
def test_advice_keeps_to_the_width(kb: KnowledgeBase, name: str, lang: Lang, columns: int) -> None:
    """No line of what a person is told is wider than the terminal."""
    assert [line for page in personal(kb, name) for line in too_wide(written(page, lang, columns), columns)] == []


def test_english_catalogue(kb: KnowledgeBase) -> None:
    """What the knowledge base holds is told in English without a Chinese character."""
    assert [line for page in catalogue(kb) for line in written(page, "en").splitlines() if CHINESE.search(line)] == []


@pytest.mark.parametrize("name", ALL)
def test_english_advice(kb: KnowledgeBase, name: str) -> None:
    """What a person is told in English has no Chinese character."""
    pages = personal(kb, name)
    assert [line for page in pages for line in written(page, "en").splitlines() if CHINESE.search(line)] == []


def test_a_gap_page_is_whole(kb: KnowledgeBase) -> None:
    """The page of a position lists every gap with its level and gain, in the order in which they matter."""
    advice = advised(kb, "unsure")
    found = held_against(kb, advice.situation, "user-ops/manager")
    text = written(of_gap(kb, advice, "user-ops/manager"), "en", 100)
    rows = re.findall(r"^  (\S.*?)  +([-?\d])>(\d)  +(\+[\d.]+)", text, re.MULTILINE)
    expected = [(kb.skills[gap.skill].name.en, str(gap.need), points(gap.gain)) for gap in found.gaps]
    assert [(name, need, gain) for name, _, need, gain in rows] == expected
    assert " ".join(NOT_COUNTED.en.split()) in " ".join(text.split())


@pytest.mark.parametrize("name", ["craft", "several posts", "perfect"])
def test_the_gap_page_of_the_present_post(kb: KnowledgeBase, name: str) -> None:
    """Asked about the post that somebody holds, the page tells what that post asks, not what the next one does."""
    advice = advised(kb, name)
    (present, *_) = advice.situation.standing.positions
    text = written(of_gap(kb, advice, present), "en", 100)
    skills = set(re.findall(r"^  (\S.*?)  +[-?\d]>\d  +\+", text, re.MULTILINE))
    assert skills <= {kb.skills[skill].name.en for skill in kb.needed[present]}
    assert "Fit (for the present post)" in text
    told = advice.situation.profile.levels
    if all(told.get(skill, 0) >= level for skill, level in kb.needed[present].items()):
        assert (skills, "Nothing is missing." in text, "100%" in text) == (set(), True, True)


def test_assumed_levels_are_marked(kb: KnowledgeBase) -> None:
    """A level that is not known is shown as such, and a line below says what rests on it."""
    text = written(of_gap(kb, advised(kb, "nothing told"), "data-ops/manager"), "en")
    assert "?>" in text
    assert "? was not answered" in text


def test_nothing_missing(kb: KnowledgeBase) -> None:
    """Where nothing is missing the page says so."""
    assert "Nothing is missing." in written(of_gap(kb, advised(kb, "perfect"), "product-ops/manager"), "en")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_role_page_is_whole(kb: KnowledgeBase, lang: Lang) -> None:
    """A role's page has its duties, its positions, and all that they require with the sources."""
    role = kb.roles["product-ops"]
    text = "".join(written(lambda page: role_page(page, role_view(kb, role)), lang, 100).split())
    for duty in role.duties:
        assert "".join(duty.text.of(lang).split()) in text
    for position in kb.positions.values():
        if position.role == role.id:
            assert f"{''.join(position.title.of(lang).split())}[{position.id}]" in text
            assert all(kb.skills[r.skill].name.of(lang).replace(" ", "") in text for r in position.requirements)
            assert all(source in text for r in position.requirements for source in r.sources)


def test_a_role_is_a_table(kb: KnowledgeBase) -> None:
    """What a role asks is a row each skill and a column each rung, from the lowest up: level, weight, * for a must."""
    lines = written(lambda page: role_page(page, role_view(kb, kb.roles["product-ops"])), "en", 100).splitlines()
    head = next(number for number, line in enumerate(lines) if line.split()[:2] == ["skill", "specialist"])
    columns = ["specialist", "senior", "manager", "expert"]
    assert lines[head].split() == ["skill", *columns, "sources"]
    starts = [lines[head].index(f" {name}") + 1 for name in columns]
    asked = {rung: {r.skill: r for r in kb.positions[f"product-ops/{rung}"].requirements} for rung in columns}
    skills = dict.fromkeys(skill for needs in asked.values() for skill in needs)
    assert len(skills) > len(asked["manager"])
    for skill in skills:
        (row,) = [line for line in lines[head:] if line.startswith(f"  {kb.skills[skill].name.en}  ")]
        for rung, start in zip(columns, starts, strict=True):
            one = asked[rung].get(skill)
            cell = f"{one.level} {percent(one.weight)}{'*' if one.must else ''}" if one else ""
            assert row[start : start + 8].partition("  ")[0].strip() == cell


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_skill_page_is_whole(kb: KnowledgeBase, lang: Lang) -> None:
    """A skill's page has six levels, the ways to grow, the proof, and the positions that ask for it."""
    skill = kb.skills["data-analysis"]
    text = "".join(written(lambda page: skill_page(page, skill_view(kb, skill)), lang).split())
    told = [
        *skill.levels,
        *(action for actions in skill.grow for action in actions),
        *(one.told for one in skill.proof),
    ]
    assert all("".join(one.of(lang).split()) in text for one in told)
    assert all(f"[{id_}]" in text for id_, needed in kb.needed.items() if skill.id in needed)


def test_what_one_level_more_does(kb: KnowledgeBase) -> None:
    """What-if without a supposition lists every skill that would tell, and says so where there is none."""
    advice = advised(kb, "unsure")
    effects = effects_of(kb, advice)
    text = written(of_what_if(kb, advice), "en")
    assert all(kb.skills[effect.skill].name.en in text for effect in effects)
    assert advice.next is not None
    assert kb.positions[advice.next.gaps_of].title.en in " ".join(text.split())
    nothing = written(of_what_if(kb, advised(kb, "top")), "en")
    assert nothing == "There is nothing left to raise.\n"
