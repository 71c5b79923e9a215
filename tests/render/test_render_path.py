import csv
import re
from dataclasses import replace
from functools import cache
from io import StringIO

import pytest
from advised_people import NAMES
from odd_ways import HOSTILE, bars, hostile_kb, kinds, lies, page_text, seen, situated, squeezed, too_wide
from ways_once import journey_of

from opscareer.advice.ways import Journey, Leg, Path
from opscareer.model.kb import KnowledgeBase
from opscareer.model.stretches import months_text
from opscareer.render.markdown.path import path_markdown
from opscareer.render.screen.path import path_page
from opscareer.render.tables.ahead import path_table
from opscareer.render.tables.table import as_csv
from opscareer.text import Lang
from opscareer.views.encoding import encode_record
from opscareer.views.path import path_view
from opscareer.views.words.kinds import KINDS

MARKDOWN = {
    f"{part}_{end}"
    for part in ("heading", "paragraph", "bullet_list", "ordered_list", "list_item", "strong")
    for end in ("open", "close")
}
"""All that ways in Markdown are made of."""
ON_A_WAY = [name for name in NAMES if name != "top"]


@cache
def journey(kb: KnowledgeBase, name: str, goal: str | None = None) -> Journey:
    """Return the two shortest ways of one of the odd people."""
    return journey_of(kb, situated(kb, name), goal, 2)


def page(kb: KnowledgeBase, found: Journey, lang: Lang, columns: int = 80, *, whole: bool = True) -> str:
    """Return ways as a page."""
    return page_text(lambda page: path_page(page, path_view(kb, found), whole=whole), lang, columns)


def legs(found: Journey) -> list[tuple[Path, Leg]]:
    """Return all steps of all ways."""
    return [(path, leg) for path in found.paths for leg in path.legs]


@pytest.mark.uncounted
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


@pytest.mark.uncounted
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


@pytest.mark.uncounted
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


@pytest.mark.uncounted
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
    assert encode_record(path_view(kb, found)) == {"goals": [], "paths": [], "remarks": []}


@pytest.mark.parametrize(("lang", "said"), [("zh", "走不到"), ("en", "There is no way")])
def test_no_way_leads_there(kb: KnowledgeBase, lang: Lang, said: str) -> None:
    """Where no way leads to a goal the page says so with its title, and draws nothing."""
    found = replace(journey(kb, "top", "bd/specialist"), remarks=())
    text = page(kb, found, lang)
    assert said in text
    assert kb.positions["bd/specialist"].title.of(lang) in text
    assert bars(text) == []
    assert path_view(kb, found).goals == ("bd/specialist",)


@pytest.mark.parametrize(("lang", "said"), [("zh", "在你的岗位下面"), ("en", "lies below")])
def test_a_goal_that_lies_below(kb: KnowledgeBase, lang: Lang, said: str) -> None:
    """Where the goal lies below the post that is held the page says that instead."""
    assert said in page(kb, journey(kb, "top", "bd/specialist"), lang)


def test_ready_now(kb: KnowledgeBase) -> None:
    """A step that takes no time is told as ready now, and is still to be seen in its bar."""
    found = journey(kb, "perfect", "product-ops/manager")
    (path, *_) = found.paths
    assert path.months == 0
    text = page(kb, replace(found, paths=(path,)), "en")
    assert "To Product Operations Manager: ready now" in text
    assert all(after > first for first, after, _ in bars(text))


@pytest.mark.uncounted
@pytest.mark.parametrize("evil", HOSTILE)
def test_markup_on_a_path_page_is_shown(kb: KnowledgeBase, evil: str) -> None:
    """Names that are markup are printed as they are, and the page keeps to its width."""
    hostile = hostile_kb(kb, evil)
    found = journey(hostile, "unsure")
    text = page(hostile, found, "en")
    assert squeezed(text).count(squeezed(evil)) > len(legs(found))
    assert too_wide(text, 80) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_path_as_markdown(kb: KnowledgeBase, name: str, lang: Lang) -> None:
    """Markdown has a numbered item for each step of each way, and tells all that the whole page tells."""
    found = journey(kb, name)
    text = path_markdown(path_view(kb, found), lang)
    assert len(re.findall(r"^\d+\. \*\*", text, re.MULTILINE)) == len(legs(found))
    read = squeezed(seen(text))
    for _, leg in legs(found):
        told = [kb.positions[leg.position].title, KINDS[leg.kind], *([leg.move.why] if leg.move else [])]
        assert [one for one in told if squeezed(one.of(lang)) not in read] == []
        for rise in (*leg.gaps, *leg.meanwhile):
            assert squeezed(f"{kb.skills[rise.skill].name.of(lang)} {rise.start}>{rise.end}") in read
    assert all(squeezed(remark.of(lang)) in read for remark in found.remarks)


@pytest.mark.uncounted
@pytest.mark.parametrize("evil", HOSTILE)
def test_markup_in_path_markdown_is_text(kb: KnowledgeBase, evil: str) -> None:
    """Names that are markup are read as text: the Markdown is made of what it is made of without them."""
    hostile = hostile_kb(kb, evil)
    found = journey(hostile, "unsure")
    text = path_markdown(path_view(hostile, found), "en")
    assert kinds(text) <= MARKDOWN
    assert squeezed(seen(text)).count(squeezed(evil)) > len(legs(found))


@pytest.mark.parametrize("name", NAMES)
def test_path_as_csv(kb: KnowledgeBase, name: str) -> None:
    """CSV has a line for each step of each way, with the figures that scripts are told."""
    view = path_view(kb, journey(kb, name))
    rows = list(csv.DictReader(StringIO(as_csv(path_table(view, "en")))))
    steps = [(number, leg) for number, way in enumerate(view.paths, 1) for leg in way.steps]
    assert [(row["way"], row["from"], row["to"]) for row in rows] == [
        (str(number), leg.origin or "", leg.position) for number, leg in steps
    ]
    for row, (_, leg) in zip(rows, steps, strict=True):
        assert float(row["months"]) == pytest.approx(leg.months, rel=1e-5)
        assert float(row["fit"]) == pytest.approx(leg.fit, abs=1e-4)
        assert row["gaps"].splitlines() == [f"{one.name.en} {one.start}>{one.end}" for one in leg.gaps]
