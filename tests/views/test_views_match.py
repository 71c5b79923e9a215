import pytest

from opscareer.advice import situation_of
from opscareer.interview import Value, profile_of
from opscareer.match.match import Matcher
from opscareer.match.reading import read
from opscareer.model.kb import KnowledgeBase
from opscareer.model.lexicon import Lexicon
from opscareer.views.encoding import encode_record
from opscareer.views.held import held_view
from opscareer.views.match import match_view
from opscareer.views.telling.apply import apply_text, usual_texts


def test_nobody_is_short_of_an_ad(lexicon: Lexicon) -> None:
    """An ad told without a person is near to nobody, and nobody falls short of its conditions."""
    found = Matcher(lexicon).match(read("商户运营专员\n任职要求：本科及以上学历，5年以上运营经验，熟悉 SQL。"))
    view = match_view(lexicon.names, found)
    assert (view.near, view.near_told, view.untold) == (None, "?", False)
    assert (view.short_of, view.far, view.away) == ((), False, None)


@pytest.mark.parametrize(
    ("answers", "away", "told"),
    [
        ({"lead": "no"}, "lead", "It leads people, which you said you do not want: apply only if"),
        ({"lead": "yes"}, None, ""),
        ({"avoid": ("writing",)}, "work", "It lives by what you said you will not do any more: apply only if"),
    ],
)
def test_an_ad_that_is_not_wanted(
    kb: KnowledgeBase, lexicon: Lexicon, answers: dict[str, Value], away: str | None, told: str
) -> None:
    """Whether to apply for what is not wanted is said in words of its own, and why in JSON."""
    asked = [r.skill for r in kb.positions["content-ops/manager"].requirements]
    words = "".join(f"熟悉{kb.skills[skill].aliases.zh[0]}；" for skill in asked)
    found = Matcher(lexicon).match(read(f"内容运营经理\n任职要求：{words}"))
    person = profile_of(kb, {"current": ("content-ops/senior",), "years": 3, **answers})
    view = held_view(kb, situation_of(kb, person), lexicon.names, found)
    assert view.verdict
    assert view.away == encode_record(view)["unwanted"] == away
    said = apply_text(view, view.verdict).en
    assert said.startswith(told)
    assert ("changed your mind" in said) is bool(told)


@pytest.mark.parametrize(
    ("answers", "told", "advice"),
    [
        ({}, "-", "None of the skills it asks was answered"),
        ({"skill.copywriting": 3, "skill.content-planning": 3, "skill.community": 3}, "100%", ""),
    ],
)
def test_a_fit_to_an_ad_of_which_nothing_was_told(
    kb: KnowledgeBase, lexicon: Lexicon, answers: dict[str, Value], told: str, advice: str
) -> None:
    """Where nothing that an ad asks was answered the fit is a band, and nobody is told to apply."""
    found = Matcher(lexicon).match(read("内容运营专员\n任职要求：熟悉文案；熟悉选题策划；熟悉社群运营"))
    person = profile_of(kb, {"current": ("content-ops/specialist",), "years": 3, **answers})
    view = held_view(kb, situation_of(kb, person), lexicon.names, found)
    assert view.verdict
    assert told in view.near_told
    assert apply_text(view, view.verdict).en.startswith(advice)


@pytest.mark.parametrize(
    ("held", "told"),
    [("content/director", "two levels below"), ("content-ops/senior", "a level below"), ("content-ops/specialist", "")],
)
def test_an_ad_below_ones_post(kb: KnowledgeBase, lexicon: Lexicon, held: str, told: str) -> None:
    """Of an ad for a post below all that are held it is said how far below."""
    found = Matcher(lexicon).match(
        read("内容运营专员\n岗位职责：负责内容运营\n任职要求：熟悉文案；熟悉选题策划；一年以上经验")
    )
    view = held_view(kb, situation_of(kb, profile_of(kb, {"current": (held,)})), lexicon.names, found)
    said = [one.en for one in usual_texts(view) if "below your post" in one.en]
    assert [told in one for one in said] == ([True] if told else [])
