from dataclasses import replace
from functools import cache

import pytest
from advised_people import NAMES
from hypothesis import given, settings
from hypothesis import strategies as st
from odd_ways import HOSTILE, bars, hostile_kb, lies, page_text, situated, squeezed, too_wide
from profiles import profiles

from opscareer.advice import situation_of
from opscareer.advice.ways import Journey, Leg, Path, journey_of
from opscareer.model.kb import KnowledgeBase
from opscareer.render import path_json
from opscareer.render.path_page import path_page
from opscareer.text import Lang
from opscareer.views.words.sentences import KINDS
from opscareer.views.words.units import months_text

ON_A_WAY = [name for name in NAMES if name != "top"]


@cache
def journey(kb: KnowledgeBase, name: str, goal: str | None = None) -> Journey:
    """Return the two shortest ways of one of the odd people."""
    return journey_of(kb, situated(kb, name), goal, 2)


def page(kb: KnowledgeBase, found: Journey, lang: Lang, columns: int = 80, *, whole: bool = True) -> str:
    """Return ways as a page."""
    return page_text(lambda page: path_page(page, kb, found, whole=whole), lang, columns)


def legs(found: Journey) -> list[tuple[Path, Leg]]:
    """Return all steps of all ways."""
    return [(path, leg) for path in found.paths for leg in path.legs]


@settings(max_examples=15)
@given(data=st.data())
def test_path_figures_are_those_of_the_core(kb: KnowledgeBase, data: st.DataObject) -> None:
    """For any person and goal scripts are told the ways of the core, and their months add up."""
    goal = data.draw(st.sampled_from(list(kb.positions)))
    found = journey_of(kb, situation_of(kb, data.draw(profiles(kb))), goal, 2)
    answer = path_json.path(kb, found)
    assert answer["goals"] == list(found.goals)
    assert [one["months"] for one in answer["paths"]] == [path.months for path in found.paths]
    for one, path in zip(answer["paths"], found.paths, strict=True):
        steps = one["steps"]
        assert [(s["from"] or "", s["to"], s["kind"]) for s in steps] == [
            (leg.start, leg.position, leg.kind) for leg in path.legs
        ]
        assert [s["start"] for s in steps] == [
            pytest.approx(sum(s["months"] for s in steps[:n])) for n in range(len(steps))
        ]
        assert one["months"] == pytest.approx(sum(s["months"] for s in steps))
        assert all(s["months"] == max(s["ready_months"], s["due_months"]) for s in steps)
        assert one["sideways"] == sum(s["kind"] in ("lateral", "diagonal") for s in steps)
        assert one["goal"] == steps[-1]["to"]
        assert all((s["why"] is None) == (s["kind"] not in ("lateral", "diagonal")) for s in steps)


@settings(max_examples=15)
@given(data=st.data())
def test_what_is_carried_was_gained_before(kb: KnowledgeBase, data: st.DataObject) -> None:
    """A step carries over what was closed in earlier ones and is asked for there, at no lower level than then."""
    situation = situation_of(kb, data.draw(profiles(kb)))
    for one in path_json.path(kb, journey_of(kb, situation, None, 2))["paths"]:
        gained: dict[str, int] = {}
        for step in one["steps"]:
            carried = {one["skill"]: one["level"] for one in step["carried"]}
            assert set(carried) == set(gained) & set(kb.needed[step["to"]])
            assert all(level >= gained[skill] for skill, level in carried.items())
            gained |= {rise["skill"]: rise["to"] for rise in (*step["gaps"], *step["meanwhile"])}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ON_A_WAY)
def test_path_page_is_whole(kb: KnowledgeBase, name: str, lang: Lang) -> None:
    """The page names every step of every way with its kind and months, all that is closed for it, and each remark."""
    found = journey(kb, name)
    text = squeezed(page(kb, found, lang))
    assert all(squeezed(kb.positions[goal].title.of(lang)) in text for goal in found.goals)
    for _, leg in legs(found):
        title, kind = squeezed(kb.positions[leg.position].title.of(lang)), squeezed(KINDS[leg.kind].of(lang))
        assert f"{title}（{kind}）" in text or f"{title}({kind})" in text
        assert not leg.months or squeezed(months_text(leg.months).of(lang)) in text
        for rise in (*leg.gaps, *leg.meanwhile):
            assert squeezed(f"{kb.skills[rise.skill].name.of(lang)} {rise.start}>{rise.end}") in text
        for skill, level in leg.carried:
            assert squeezed(f"{kb.skills[skill].name.of(lang)} {level}") in text
        assert leg.move is None or squeezed(leg.move.why.of(lang)) in text
    assert all(squeezed(remark.of(lang)) in text for remark in found.remarks)


@pytest.mark.parametrize("name", ON_A_WAY)
def test_a_short_page_counts_what_it_leaves_out(kb: KnowledgeBase, name: str) -> None:
    """Unless all is asked for, four skills of each kind are named, and it is said how many more there are."""
    found = journey(kb, name)
    text = squeezed(page(kb, found, "en", whole=False))
    lists = [(leg.gaps, leg.meanwhile, leg.carried) for _, leg in legs(found)]
    longer = [len(one) - 4 for parts in lists for one in parts if len(one) > 4]
    assert all(f"and{more}more" in text for more in longer)
    assert text.count("more") >= len(longer)
    assert len(text) <= len(squeezed(page(kb, found, "en")))


@pytest.mark.parametrize("columns", [80, 40])
@pytest.mark.parametrize("name", ON_A_WAY)
def test_bars_of_a_path(kb: KnowledgeBase, name: str, columns: int) -> None:
    """Each step has a bar that lies where its months do, all on the scale of the longest way."""
    found = journey(kb, name)
    longest = max(path.months for path in found.paths)
    drawn = bars(page(kb, found, "en", columns))
    steps = [leg for _, leg in legs(found)]
    assert len(drawn) == len(steps)
    assert all(lies(bar, s.begins, s.begins + s.months, longest) for bar, s in zip(drawn, steps, strict=True))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", [80, 40, 20])
def test_path_page_keeps_to_the_width(kb: KnowledgeBase, columns: int, lang: Lang) -> None:
    """No line of anybody's ways is wider than the terminal."""
    pages = [page(kb, journey(kb, name), lang, columns, whole=whole) for name in NAMES for whole in (True, False)]
    assert [line for text in pages for line in too_wide(text, columns)] == []


@pytest.mark.parametrize(("lang", "said"), [("zh", "你已经在这架梯子的顶上了"), ("en", "You stand at the top")])
def test_the_top_has_no_way(kb: KnowledgeBase, lang: Lang, said: str) -> None:
    """At the top one sentence says so; scripts are told of no goal and no way."""
    found = journey(kb, "top")
    assert page(kb, found, lang).startswith(said)
    assert path_json.path(kb, found) == {"goals": [], "paths": [], "remarks": []}


@pytest.mark.parametrize(("lang", "said"), [("zh", "走不到"), ("en", "No way leads")])
def test_no_way_leads_there(kb: KnowledgeBase, lang: Lang, said: str) -> None:
    """Where no way leads to a goal the page says so with its title, and draws nothing."""
    found = journey(kb, "top", "bd/specialist")
    text = page(kb, found, lang)
    assert said in text
    assert kb.positions["bd/specialist"].title.of(lang) in text
    assert bars(text) == []
    assert path_json.path(kb, found)["goals"] == ["bd/specialist"]


def test_ready_now(kb: KnowledgeBase) -> None:
    """A step that takes no time is told as ready now, and is still to be seen in its bar."""
    found = journey(kb, "perfect", "product-ops/manager")
    (path, *_) = found.paths
    assert path.months == 0
    text = page(kb, replace(found, paths=(path,)), "en")
    assert "To Product Operations Manager: ready now" in text
    assert all(after > first for first, after, _ in bars(text))


def test_from_outside_the_first_step_is_an_entry(kb: KnowledgeBase) -> None:
    """From outside each way begins with an entry from nowhere, which takes what the entry asks and serves no time."""
    for one in path_json.path(kb, journey(kb, "newcomer"))["paths"]:
        first = one["steps"][0]
        assert (first["from"], first["kind"], first["due_months"], first["start"]) == (None, "entry", 0, 0)


@pytest.mark.parametrize("evil", HOSTILE)
def test_markup_on_a_path_page_is_shown(kb: KnowledgeBase, evil: str) -> None:
    """Names that are markup are printed as they are, and the page keeps to its width."""
    hostile = hostile_kb(kb, evil)
    found = journey_of(hostile, situated(hostile, "unsure"), None, 2)
    text = page(hostile, found, "en")
    assert squeezed(text).count(squeezed(evil)) > len(legs(found))
    assert too_wide(text, 80) == []
