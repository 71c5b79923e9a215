import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest
from advised_people import NAMES
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from odd_ways import HOSTILE, hostile_kb, kinds, page_text, seen, situated, squeezed, too_wide

from opscareer.knowledge import open_kb
from opscareer.match.match import Matcher
from opscareer.match.reading import read
from opscareer.model.ad import Conditions, Match
from opscareer.model.identity import Identity
from opscareer.model.kb import KnowledgeBase
from opscareer.render.markdown.match import match_markdown
from opscareer.render.screen.held import held_page
from opscareer.render.screen.match import match_page, matches_page
from opscareer.render.screen.page import Page
from opscareer.text import Lang, Text
from opscareer.views.contract import schema_of
from opscareer.views.encoding import encode_record
from opscareer.views.held import HeldView, held_view
from opscareer.views.match import MatchesView, MatchView, match_view
from opscareer.views.telling.apply import APPLY

ADS = {
    "Chinese": "活动运营专员\n岗位职责：\n负责大促活动策划与活动执行，写文案；沟通各部门，跟进预算。\n"
    "任职要求：\n本科及以上，2年以上活动经验；熟悉飞书和剪映；会 Photoshop 优先。",
    "English": "SEO Manager\nResponsibilities:\n- Own keyword ranking and SEM\n- Lead a team of four\n"
    "Requirements:\n- At least 5 years of experience\n- Bachelor's degree\n- Knowledge of Rust\n- SQL is a plus",
    "another trade": "焊工\n会焊接，三年以上焊工经验，学历不限。",
    "another that speaks of ours": "Java开发工程师\n开发运营后台，做数据分析报表，配合用户运营；会SQL。",
    "nothing asked": "速来\n包吃包住",
    "one word asked": "客服专员\n来，会SQL。",
    "long words": "负责SEO。熟悉" + "-".join(["verylongword"] * 2) + "、" + "极长的词语" * 4 + "、" + "x" * 23,
}
OURS = ("Chinese", "English")
"""Ads that somebody can be held against: of this trade, and with more than one word of a skill."""
PERSON = "manager alone"


@cache
def matcher(kb: KnowledgeBase) -> Matcher:
    """Return the reader of ads."""
    return Matcher(open_kb(None).lexicon())


def matched(kb: KnowledgeBase, ad: str) -> Match:
    """Return what is read in an ad."""
    return matcher(kb).match(read(ad))


@cache
def names(kb: KnowledgeBase) -> Mapping[str, Text]:
    """Return what skills and positions are called."""
    skills = {id_: skill.name for id_, skill in kb.skills.items()}
    return {**skills, **{id_: position.title for id_, position in kb.positions.items()}}


def view_of(kb: KnowledgeBase, found: Match, name: str | None, ad: str | None = None) -> MatchView:
    """Return an ad as it is told, held against one of the odd people if one is named."""
    if name is None:
        return match_view(names(kb), found, ad)
    return held_view(kb, situated(kb, name), names(kb), found, ad)


def hold(kb: KnowledgeBase, found: Match, name: str | None) -> dict[str, object]:
    """Return the answer for scripts, having held it against its published schema."""
    told = encode_record(view_of(kb, found, name))
    head = {
        "schema": "opscareer/match/1",
        "kb": encode_record(Identity(kb.name, kb.version, kb.sha256)),
    }
    Draft7Validator(schema_of("match")).validate({**head, **told, "next_actions": []})
    return {**told}


def page(kb: KnowledgeBase, found: Match, lang: Lang, columns: int = 80, name: str | None = None) -> str:
    """Return the page as text."""
    view = view_of(kb, found, name)

    def write(page: Page) -> None:
        if isinstance(view, HeldView):
            held_page(page, view)
        else:
            match_page(page, view)

    return page_text(write, lang, columns)


@pytest.mark.uncounted
@pytest.mark.parametrize("name", [None, *NAMES])
@pytest.mark.parametrize("ad", ADS)
def test_match_json(kb: KnowledgeBase, ad: str, name: str | None) -> None:
    """The answer is as published, with its fit where a person is known; null where nobody is held against the ad."""
    told = hold(kb, matched(kb, ADS[ad]), name)
    keys = {"fit", "verdict", "gaps"}
    assert keys & {*told} == (keys if name else set())
    assert {told.get(key) is None for key in keys} == {name is None or ad not in OURS}


@pytest.mark.uncounted
@settings(max_examples=40)
@given(st.lists(st.sampled_from([*ADS.values(), "\n", "\x1b[31m", "\u202e", "。", "福利：\n", "不需要"])).map("".join))
def test_any_match(kb: KnowledgeBase, ad: str) -> None:
    """Whatever the ad, the answer is as published, and the pages are no wider than the screen."""
    found = matched(kb, ad)
    hold(kb, found, PERSON)
    assert too_wide(page(kb, found, "zh", 40, PERSON), 40) == []


def test_match_json_says_where(kb: KnowledgeBase) -> None:
    """Each inference carries the words that it rests on, with their places in the ad."""
    told: Any = encode_record(match_view(names(kb), matched(kb, ADS["English"])))
    seo = next(one for one in told["skills"] if one["skill"] == "seo")
    assert seo["mentions"][0] == {"text": "SEO", "start": 0, "end": 3}
    assert told["conditions"] == {"years": 5, "education": "bachelor"}
    assert [one["text"] for one in told["unknown"]] == ["Rust"]
    assert next(one["wish"] for one in told["skills"] if one["skill"] == "data-reporting")


@pytest.mark.uncounted
@pytest.mark.parametrize("columns", [80, 40])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", [None, *NAMES])
@pytest.mark.parametrize("ad", ADS)
def test_match_page_width(kb: KnowledgeBase, ad: str, name: str | None, lang: Lang, columns: int) -> None:
    """No line of the page is wider than the screen, in either language."""
    assert too_wide(page(kb, matched(kb, ADS[ad]), lang, columns, name), columns) == []


@pytest.mark.parametrize("columns", [80, 40])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("ad", ADS)
def test_match_page_is_whole(kb: KnowledgeBase, ad: str, lang: Lang, columns: int) -> None:
    """The page names the likeliest position, all that is unknown, and every skill asked with its words."""
    found = matched(kb, ADS[ad])
    told = squeezed(page(kb, found, lang, columns))
    assert f"[{found.positions[0][0]}]" in told
    assert squeezed(kb.positions[found.positions[0][0]].title.of(lang)) in told
    assert all(squeezed(one.text) in told for one in found.unknown)
    for one in found.asked if columns == 80 else ():  # in narrow columns words are broken
        assert squeezed(kb.skills[one.skill].name.of(lang)) in told
        assert squeezed(one.mentions[0].text) in told


@pytest.mark.parametrize(
    ("shares", "told", "left"),
    [
        ((0.99, 0.0099, 0.0001, 0.0), ["99%"], "3 more, below 1%"),
        ((0.98, 0.01, 0.0099), ["98%", "1%"], "1 more, below 1%"),
        ((0.4, 0.3, 0.2, 0.09, 0.0), ["40%", "30%", "20%"], "2 more"),
        ((0.005, 0.004), ["0%"], "1 more, below 1%"),
        ((0.6, 0.4), ["60%", "40%"], ""),
    ],
)
def test_positions_that_are_hardly_meant(
    kb: KnowledgeBase, shares: tuple[float, ...], told: list[str], left: str
) -> None:
    """Of the positions that an ad may be for those below 1% are counted, not listed, but for the likeliest."""
    found = matched(kb, ADS["Chinese"])
    found = found._replace(positions=tuple(zip([*kb.positions], shares, strict=False)))
    written = page(kb, found, "en").partition("The line of work")[0], match_markdown(view_of(kb, found, None), "en")
    for text in (written[0], written[1].partition("The line of work")[0]):
        assert re.findall(r"(\d+%)  ?\S", text) == told
        assert left in text
        assert left or "more" not in text
    assert len(hold(kb, found, None)["positions"]) == len(shares)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("conditions", "zh", "en"),
    [
        (Conditions(None, None), "没写年限，没写学历", "no years stated, no degree stated"),
        (Conditions(0, "any"), "经验不限，学历不限", "no experience needed, any education"),
        (Conditions(3, "secondary"), "3 年经验，高中或中专", "3 years of experience, secondary school"),
        (Conditions(1, "college"), "1 年经验，大专", "1 year of experience, college"),
        (Conditions(3, "college"), "大专", "college"),
        (Conditions(3, "bachelor"), "本科", "bachelor's degree"),
        (Conditions(3, "master"), "硕士", "master's degree"),
    ],
)
def test_conditions_on_the_page(kb: KnowledgeBase, conditions: Conditions, zh: str, en: str) -> None:
    """Years and education are said in both languages, also where the ad does not tell them."""
    found = matched(kb, ADS["Chinese"])._replace(conditions=conditions)
    assert zh in page(kb, found, "zh")
    assert en in page(kb, found, "en")


def test_another_trade_on_the_page(kb: KnowledgeBase) -> None:
    """An ad of another trade is said to be one before anything else; another is not."""
    assert page(kb, matched(kb, ADS["another trade"]), "en").startswith("Nothing in this ad points to a position")
    assert "不要当真" not in page(kb, matched(kb, ADS["Chinese"]), "zh")


def test_no_skill_on_the_page(kb: KnowledgeBase) -> None:
    """Where no skill is asked that is said."""
    assert "No skill could be read from it." in page(kb, matched(kb, ADS["nothing asked"]), "en", name=PERSON)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("ad", "zh", "en"),
    [
        ("another trade", "不是这里的岗位", "for a position not known here"),
        ("another that speaks of ours", "不是这里的岗位", "for a position not known here"),
        ("one word asked", "读出来的太少", "Too little could be read"),
    ],
)
def test_nobody_is_held_against_it(kb: KnowledgeBase, ad: str, zh: str, en: str, lang: Lang) -> None:
    """Where nobody can be held against an ad the page says why, and neither a fit nor whether to apply."""
    told = page(kb, matched(kb, ADS[ad]), lang, name=PERSON)
    fit = told.partition("匹配度" if lang == "zh" else "Your fit")[2]
    assert (zh if lang == "zh" else en) in fit
    assert "%" not in fit
    assert not re.search("apply|投", told, re.IGNORECASE)
    row = page_text(
        lambda page: matches_page(page, MatchesView((view_of(kb, matched(kb, ADS[ad]), PERSON, ad),))), lang
    )
    assert not re.search("apply|投", row, re.IGNORECASE)


@pytest.mark.parametrize(("name", "said"), [("perfect", "Apply now."), (PERSON, "apply"), (None, None)])
def test_whether_to_apply(kb: KnowledgeBase, name: str | None, said: str | None) -> None:
    """Somebody who is known is told whether to apply; of nobody nothing is said."""
    told = page(kb, matched(kb, ADS["Chinese"]), "en", name=name)
    assert ("Your fit to this ad" in told) is (name is not None)
    assert said is None or said.lower() in told.lower()


@pytest.mark.uncounted
@pytest.mark.parametrize("evil", HOSTILE)
def test_markup_on_a_match_page(kb: KnowledgeBase, evil: str) -> None:
    """Names of a knowledge base that are markup are printed as they are."""
    hostile = hostile_kb(kb, evil)
    found = matched(kb, ADS["Chinese"])
    assert squeezed(evil) in squeezed(page(hostile, found, "zh"))
    assert too_wide(page(hostile, found, "zh", 40, PERSON), 40) == []


def all_of(kb: KnowledgeBase, name: str | None) -> MatchesView:
    """Return all ads as they are told."""
    return MatchesView(tuple(view_of(kb, matched(kb, text), name, f"{ad}.txt") for ad, text in ADS.items()))


def several(kb: KnowledgeBase, lang: Lang, columns: int, name: str | None) -> str:
    """Return the page of all ads, as text."""
    return page_text(lambda page: matches_page(page, all_of(kb, name)), lang, columns)


@pytest.mark.parametrize("columns", [80, 40])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", [None, PERSON])
def test_several_ads(kb: KnowledgeBase, lang: Lang, columns: int, name: str | None) -> None:
    """Each ad has a row with what it is for, no wider than the screen; one of another trade is said to be one."""
    told = several(kb, lang, columns, name)
    assert too_wide(told, columns) == []
    assert all(squeezed(f"{ad}.txt") in squeezed(told) for ad in ADS)
    assert squeezed("不是这里的岗位" if lang == "zh" else "no position known here") in squeezed(told)


def test_the_nearest_first(kb: KnowledgeBase) -> None:
    """With a person known the nearest ad stands first, of equally near ones the best fit; else as they came."""
    fits = {ad: one.near for ad, one in zip(ADS, all_of(kb, PERSON).ads, strict=True) if one.near}
    told = several(kb, "en", 80, PERSON)
    ranked = sorted(fits, key=lambda ad: ([*APPLY].index(fits[ad][1]), -fits[ad][0]))
    assert sorted(fits, key=lambda ad: told.index(f"{ad}.txt")) == ranked
    assert sorted(ADS, key=lambda ad: several(kb, "en", 80, None).index(f"{ad}.txt")) == [*ADS]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", [None, PERSON])
@pytest.mark.parametrize("ad", ADS)
def test_match_as_markdown(kb: KnowledgeBase, ad: str, name: str | None, lang: Lang) -> None:
    """Markdown tells what the page tells: positions, skills with their words, what is unknown, how a person fits."""
    view = view_of(kb, matched(kb, ADS[ad]), name)
    written = match_markdown(view, lang)
    told = squeezed(seen(written))
    assert squeezed(f"{view.positions[0].title.of(lang)} ({view.positions[0].id})") in told
    assert all(squeezed(one.text) in told for one in (*view.unknown, *(one.mentions[0] for one in view.skills)))
    assert ("你对这则招聘的匹配度" if lang == "zh" else "Yourfittothisad") in told or name is None
    assert any(squeezed(one.of(lang)) in told for one in APPLY.values()) == (view.near is not None and not view.untold)


@pytest.mark.uncounted
@pytest.mark.parametrize("evil", HOSTILE)
def test_markup_in_an_ad_is_text(kb: KnowledgeBase, evil: str) -> None:
    """Markup in the words of an ad, its name and the names of a knowledge base is read as text."""
    found = matched(kb, ADS["Chinese"])
    odd = found._replace(unknown=tuple(one._replace(text=evil) for one in found.unknown))
    hostile = hostile_kb(kb, evil)
    titles = dict.fromkeys(names(kb), Text(evil, evil))
    view = held_view(hostile, situated(kb, PERSON), titles, odd)
    written = match_markdown(view, "en")
    assert kinds(written) == kinds(match_markdown(view_of(kb, found, PERSON), "en"))
    assert squeezed(evil) in squeezed(seen(written))
    listed = match_markdown(MatchesView((match_view(titles, odd, evil),)), "en")
    assert kinds(listed) == kinds(match_markdown(all_of(kb, None), "en"))


@pytest.mark.parametrize("name", [None, PERSON])
def test_several_ads_as_markdown(kb: KnowledgeBase, name: str | None) -> None:
    """Several ads are a table: a row each, in the order of the page."""
    rows = [line for line in match_markdown(all_of(kb, name), "en").splitlines() if line.startswith("| ")][2:]
    assert len(rows) == len(ADS)
    page = several(kb, "en", 200, name)
    told = sorted(ADS, key=lambda ad: page.index(f"{ad}.txt"))
    assert all(f"{ad}.txt" in row for ad, row in zip(told, rows, strict=True))


def test_several_ads_for_scripts(kb: KnowledgeBase) -> None:
    """Among several each ad says its name first, and then what it says alone."""
    told: Any = encode_record(all_of(kb, PERSON))
    for ad, one in zip(ADS, told["ads"], strict=True):
        assert next(iter(one)) == "ad"
        assert one == {"ad": f"{ad}.txt", **hold(kb, matched(kb, ADS[ad]), PERSON)}
