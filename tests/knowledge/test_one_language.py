"""A text in one language: a mere string, or one of the two; the other language then has the same words."""

import pytest
from kb_files import changed, compiled, faults_of, findings, place

from opscareer.text import Text

NAME = "{zh: 卖货, en: Selling}"
TITLE = "{zh: 店员, en: Shop assistant}"


@pytest.mark.parametrize("written", ["Selling", "{en: Selling}", "{zh: Selling}"])
def test_one_text_for_both(written: str) -> None:
    """A text may be one string, or one language."""
    assert compiled(changed((NAME, written))).skills["selling"].name == Text("Selling", "Selling")


def test_texts_with_more_beside_them() -> None:
    """So may a duty or a condition; without sources it rests on judgement."""
    kb = compiled(
        changed(
            ("duties: [{zh: 卖货。, en: To sell., sources: [judgement]}]", "duties: [To sell., {en: To smile.}]"),
            ("{zh: 上过学。, en: Has been to school.,", "{zh: 上过学。,"),
        )
    )
    first, second = kb.roles["seller"].duties
    assert (first.text, first.sources) == (Text("To sell.", "To sell."), ("judgement",))
    assert second.text.zh == "To smile."
    assert kb.roles["seller"].conditions[0].text.en == "上过学。"


def test_other_words_as_a_list() -> None:
    """Aliases may be a list; it holds in both languages."""
    aliases = compiled(changed(("aliases: {zh: [销售], en: [sales]}", "aliases: [sales]"))).skills["selling"].aliases
    assert aliases.zh == aliases.en == ("sales",)


def test_exposure_in_one_string() -> None:
    """Whom to ask may be told in one string, for everybody."""
    text = changed(("name: {zh: 买卖, en: Trade}}", "name: Trade, exposure: Ask the head of the shop.}"))
    assert compiled(text).groups[0].exposure == {"any": Text(*["Ask the head of the shop."] * 2)}


@pytest.mark.parametrize(
    ("over", "name"),
    [
        ("{zh: 售卖}", Text("售卖", "Selling")),
        ("{en: Trading}", Text("Selling", "Trading")),
        ("Trading", Text("Trading", "Trading")),
    ],
)
def test_overlay_on_one_string(over: str, name: Text) -> None:
    """An overlay that adds a language leaves what the string said in the other; a string replaces both."""
    assert (
        compiled(changed((NAME, "Selling")), f"skills: [{{id: selling, name: {over}}}]").skills["selling"].name == name
    )


@pytest.mark.parametrize(("written", "place_of"), [("''", "name"), ("{en: ''}", "en")])
def test_a_fault_is_told_once(written: str, place_of: str) -> None:
    """What is wrong with a text in one language is told once, where it stands."""
    (fault,) = faults_of(changed((NAME, written)))
    assert fault.trail.endswith(place_of)
    assert fault.message[1] == "must not be empty"


def test_a_finding_is_told_once() -> None:
    """So is what was hardly meant."""
    text = changed((TITLE, "Help"), ("{zh: 库管员, en: Store assistant}", "{en: Help}"))
    (finding,) = findings(text)
    assert (finding.place, finding.message[1]) == (place(text, "{en: Help}", 5), "has the same title as seller/helper")
    assert finding.trail == "roles → keeper → positions → helper → title → en"


def test_a_language_misspelt() -> None:
    """A key that is no language is told, with the nearest."""
    (fault,) = faults_of(changed((NAME, "{zh: 卖货, eng: Selling}")))
    assert (fault.message[1], fault.hint[1]) == ("unknown key eng", "nearest: en")
