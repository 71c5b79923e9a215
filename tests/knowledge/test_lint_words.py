"""What is called the same, and levels that tell of a longer time than they take."""

import pytest
from kb_files import SMALL, changed, findings, place

TITLE = "title: {zh: 库管员, en: Store assistant}"
SELLS = "3: {zh: 自己卖过一季。, en: Sold for a season alone.}"


@pytest.mark.parametrize(
    ("zh", "en", "told"),
    [
        ("店员", "Store assistant", ["zh"]),
        ("库管员", "Shop Assistant", ["en"]),
        ("店长", "head of the shop", ["zh", "en"]),
        ("库管员", "店员", []),
        ("店员长", "Store assistants", []),
    ],
)
def test_titles(zh: str, en: str, told: list[str]) -> None:
    """Two positions with one title in a language are a warning at the later one, whatever its letters' case."""
    text = changed((TITLE, f"title: {{zh: {zh}, en: {en}}}"))
    found = findings(text)
    assert [fault.trail for fault in found] == [
        f"roles → keeper → positions → helper → title → {lang}" for lang in told
    ]
    other = "seller/head" if zh == "店长" else "seller/helper"
    assert {(f.severity, f.message) for f in found} <= {
        ("warning", (f"和 {other} 同名", f"has the same title as {other}"))
    }


@pytest.mark.parametrize(
    ("aliases", "told"),
    [
        ("{zh: [店员]}", "seller/helper"),
        ("{en: [Shop Assistant]}", "seller/helper"),
        ("{en: [clerk]}", "seller/head"),
        ("{zh: [库管], en: [storeman]}", ""),
        ("{zh: [库管员], en: [store assistant]}", ""),
    ],
)
def test_aliases(aliases: str, told: str) -> None:
    """An alias that is a title or an alias of another position is a warning; one's own title is none."""
    head = "title: {zh: 店长, en: Head of the shop}"
    text = changed((head, f"{head}\n        aliases: {{en: [Clerk]}}"), (TITLE, f"{TITLE}\n        aliases: {aliases}"))
    found = findings(text)
    assert [fault.severity for fault in found] == ["warning"] * bool(told)
    for fault in found:
        assert fault.trail.startswith("roles → keeper → positions → helper → aliases → ")
        assert fault.message[1].endswith(f" is what {told} is called already")
        assert told in fault.message[0]


@pytest.mark.parametrize(("alias", "told"), [("{zh: [管]}", 1), ("{en: [a]}", 1), ("{zh: [库管], en: [ab]}", 0)])
def test_aliases_of_one_letter(alias: str, told: int) -> None:
    """An alias of one letter, of a position or of a skill, is a warning: it would be looked for in no ad."""
    text = changed((TITLE, f"{TITLE}\n        aliases: {alias}"))
    assert [fault.message[1] for fault in findings(text)] == ["a name of one letter is looked for in no ad"] * told


@pytest.mark.parametrize(
    ("zh", "en", "told"), [("卖货", "Counting", ["zh"]), ("点数", "selling", ["en"]), ("点数", "Counting", [])]
)
def test_skills(zh: str, en: str, told: list[str]) -> None:
    """Two skills with one name in a language are a warning at the later one."""
    text = changed(("name: {zh: 点数, en: Counting}", f"name: {{zh: {zh}, en: {en}}}"))
    found = findings(text)
    assert [fault.trail for fault in found] == [f"skills → counting → name → {lang}" for lang in told]
    assert all(f.severity == "warning" and f.message[1].endswith("selling") for f in found)


@pytest.mark.parametrize(
    ("zh", "en", "told"),
    [
        ("管了一年店。", "Ran a shop.", 12),
        ("连着三个季度卖得好。", "Sold well.", 9),
        ("满半年没断过货。", "Never ran out.", 6),
        ("卖货。", "Sold for a full year.", 12),
        ("卖货。", "Sold through two quarters.", 6),
        ("卖货。", "Sold for seven months alone.", 7),
        ("卖货。", "Sold for half a year.", 6),
        ("卖货。", "Sold for at least 9 months.", 9),
    ],
)
def test_levels_longer_than_their_months(zh: str, en: str, told: int) -> None:
    """A level that tells of a longer stretch than the months to it is a warning at the words that do."""
    new = f"3: {{zh: {zh}, en: {en}}}"
    text = changed((SELLS, new))
    (fault,) = findings(text)
    assert fault.severity == "warning"
    assert fault.message[1] == f"tells of {told} months, yet the level is reached in 4"
    assert f"{told} 个月" in fault.message[0]
    assert fault.place == place(text, zh if fault.trail.endswith("zh") else en)
    assert all(fault.hint)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("连着三个月卖得好。", "Sold for four months."),
        ("满一季度。", "Sold through the quarter."),
        ("定过三年的方向。", "Set the direction of the next three years."),
        ("比去年多卖一成。", "Sold more than a year ago."),
        ("卖过一年里最难的一单。", "Sold what nobody had sold for two years later on."),
        ("每年定一次。", "Did it once a year."),
    ],
)
def test_levels_within_their_months(zh: str, en: str) -> None:
    """A stretch that fits the months is well, and so is one that was planned, passed or comes back."""
    assert findings(changed((SELLS, f"3: {{zh: {zh}, en: {en}}}"))) == []


def test_months_of_a_skill() -> None:
    """A skill that tells its own months is held against those."""
    text = changed((SELLS, "3: {zh: 管了一年店。, en: Ran a shop.}"), ("months: {2: 3}", "months: {3: 12}"))
    assert findings(text) == []
    (fault,) = findings(text.replace("months: {3: 12}", "months: {3: 11.5}"))
    assert fault.message[1] == "tells of 12 months, yet the level is reached in 11.5"
    assert findings(SMALL) == []
