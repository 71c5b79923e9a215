from typing import Any

import pytest

from opscareer.model.assessment import Assessment
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text
from opscareer.views.encoding import encode_record
from opscareer.views.history import Difference, HistoryView, UnfinishedView, history_view
from opscareer.views.telling import history as words

MANAGER = {"position": "bd/manager", "fit": 0.5, "kind": "promotion", "gaps_of": "bd/manager", "answered": 1.0}


def kept(id_: int, best: dict[str, Any] | None, sha: str = "a", **answers: object) -> Assessment:
    """Return an assessment of a day of January, with what was suggested."""
    told = {question.replace("__", "."): value for question, value in answers.items()}
    return Assessment(id_, f"2026-01-{id_:02}T08:00:00Z", sha, told, {"next": best})


def difference(kb: KnowledgeBase, before: Assessment, after: Assessment) -> Difference:
    """Return what changed between two assessments."""
    found = history_view(kb, [before, after], (before, after)).diff
    assert found is not None
    return found


def test_what_an_earlier_version_did_not_tell() -> None:
    """An assessment without kind, aim or share answered is read: of no kind, of what was suggested, all answered."""
    old = kept(1, {"position": "bd/manager", "fit": 0.5})
    assert (old.next, old.fit, old.kind, old.gaps_of, old.answered) == ("bd/manager", 0.5, None, "bd/manager", 1.0)
    odd = kept(1, {**MANAGER, "kind": "leap", "gaps_of": None, "answered": "all"})
    assert (odd.kind, odd.gaps_of, odd.answered) == (None, "bd/manager", 1.0)


def test_nothing_suggested(kb: KnowledgeBase) -> None:
    """At the top nothing is suggested: no position, no fit, and it is said so."""
    top = kept(1, None)
    assert (top.next, top.fit, top.kind, top.gaps_of, top.answered) == (None, None, None, None, 1.0)
    (line,) = history_view(kb, [top]).assessments
    assert (line.role.en, line.fit_told) == ("(top of the ladder)", "-")


def test_history_for_scripts(kb: KnowledgeBase) -> None:
    """Scripts are told each assessment in a line, and of a difference only where one was asked for."""
    told = encode_record(history_view(kb, [kept(1, MANAGER, current=["bd/specialist"])]))
    line = {"id": 1, "taken_at": "2026-01-01T08:00:00Z", "current": ["bd/specialist"], "next": "bd/manager"}
    line |= {"kind": "promotion", "fit": 0.5, "gaps_of": "bd/manager", "kb_sha256": "a"}
    assert told == {"assessments": [line], "unfinished": []}


def test_how_many_a_list_leaves_out(kb: KnowledgeBase) -> None:
    """How many assessments a list leaves out is told in a line."""
    view = history_view(kb, [kept(1, MANAGER)], left_out=49_950)
    assert "49,950" in words.earlier_text(view).en


def test_days_and_what_is_not_finished(kb: KnowledgeBase) -> None:
    """Pages are told the days of the reader's clock, scripts the time that was kept, and both what is not finished."""
    left = UnfinishedView("2026-02-01T20:00:00Z", "a", 3, "2026-02-02 04:00")
    view = history_view(kb, [kept(1, MANAGER), kept(2, MANAGER)], unfinished=[left], day=lambda at: f"the day of {at}")
    assert [one.day for one in view.assessments] == [f"the day of {one.taken_at}" for one in view.assessments]
    assert view.trend is not None
    assert view.trend.since == view.assessments[0].day
    told = encode_record(view)
    assert told["unfinished"] == [{"started_at": "2026-02-01T20:00:00Z", "kb_sha256": "a", "answers": 3}]
    assert "Begun 2026-02-02 04:00 and not finished, answers kept: 3" in words.unfinished_text(left).en


def trend(kb: KnowledgeBase, *assessments: Assessment) -> str | None:
    """Return in English how far the fit has come."""
    found = history_view(kb, assessments).trend
    return words.trend_text(found).en if found else None


def test_the_trend(kb: KnowledgeBase) -> None:
    """How far the fit has come is told from the first to the last of the same position by the same knowledge base."""
    later = kept(3, {**MANAGER, "fit": 0.625})
    other = kept(2, {**MANAGER, "position": "bd/senior", "gaps_of": "bd/senior"})
    title = kb.positions["bd/manager"].title.en
    assert trend(kb, kept(1, MANAGER), other, later) == f"For {title}, since 2026-01-01: +12.5 points."


@pytest.mark.parametrize("last", [None, {**MANAGER, "gaps_of": "bd/senior"}])
def test_no_trend(kb: KnowledgeBase, last: dict[str, Any] | None) -> None:
    """There is no trend of nothing, of one assessment, to the top, or across positions."""
    assert trend(kb) is None
    assert trend(kb, kept(1, MANAGER)) is None
    assert trend(kb, kept(1, MANAGER), kept(2, last)) is None


def test_answers_that_changed(kb: KnowledgeBase) -> None:
    """Each answer that differs is told by the name of what was asked, with what was said before and after."""
    before = kept(1, MANAGER, skill__seo=2, years=1, gone=["a", "b"], same="x")
    diff = difference(kb, before, kept(2, MANAGER, skill__seo=3, same="x", years=1.5))
    assert [(one.question, one.before, one.after) for one in diff.answers] == [
        ("skill.seo", 2, 3),
        ("years", 1, 1.5),
        ("gone", ["a", "b"], None),
    ]
    assert [one.name for one in diff.answers] == [
        kb.skills["seo"].name,
        kb.questions["years"].text,
        Text("gone", "gone"),
    ]
    assert [words.answer_text(one.before).en for one in diff.answers] == ["2", "1", "a, b"]
    assert words.answer_text(None).en == "not answered"


def test_answers_in_their_words(kb: KnowledgeBase) -> None:
    """Pages show answers in the words of their choices, or as they were kept where there is no such choice any more."""
    before = kept(1, MANAGER, current=["bd/specialist"], skill__seo=2, years=1, avoid=["writing"], company="growing")
    later = kept(2, MANAGER, skill__seo="no-opportunity", years=2.5, avoid=[], company="gone", proud="not-sure")
    told = {one.question: (one.before_told, one.after_told) for one in difference(kb, before, later).answers}
    assert told["current"] == (kb.positions["bd/specialist"].title, Text("没答", "not answered"))
    assert told["skill.seo"] == (Text("2", "2"), Text("还没有机会做", "no opportunity yet"))
    assert told["years"] == (Text("1 年", "1 year"), Text("2.5 年", "2.5 years"))
    assert told["avoid"] == (kb.questions["avoid"].labels["writing"], Text("没有", "none"))
    assert told["company"] == (kb.questions["company"].labels["growing"], Text("gone", "gone"))
    assert told["proud"][1] == Text("not-sure", "not-sure")


@pytest.mark.parametrize("value", [7, "gone", ["a"], True, 2.5])
def test_answers_that_no_question_takes(kb: KnowledgeBase, value: object) -> None:
    """What no question takes is shown as it was kept."""
    diff = difference(kb, kept(1, MANAGER), kept(2, MANAGER, skill__seo=value, company=value, goal=value))
    shown = value[0] if isinstance(value, list) else value
    assert {one.after_told.en for one in diff.answers} == {str(shown)}


def test_former_ids_are_no_change(kb: KnowledgeBase) -> None:
    """An answer under a former id of a skill is the same as under the ids that it has now."""
    before = kept(1, MANAGER)._replace(answers={"skill.video-live": 3, "years": 1})
    now = {f"skill.{one}": 3 for one in kb.formerly["video-live"]}
    assert difference(kb, before, kept(2, MANAGER)._replace(answers={**now, "years": 1})).answers == ()


def test_two_that_are_not_to_be_compared(kb: KnowledgeBase) -> None:
    """It is said where two fits are of different posts, and where the knowledge base changed; else nothing is."""
    one, other = kept(1, MANAGER), kept(2, {**MANAGER, "gaps_of": "bd/senior"}, "b")
    assert len(list(words.warnings(difference(kb, one, other)))) == 2
    assert list(words.warnings(difference(kb, one, kept(2, MANAGER)))) == []
    assert list(words.warnings(difference(kb, one, kept(2, None)))) == []


def test_the_next_role_changed_or_not(kb: KnowledgeBase) -> None:
    """The next role is told once where it stayed, else before and after; with what the fit is of where that differs."""
    same, _ = words.came_of_it(difference(kb, kept(1, MANAGER), kept(2, MANAGER)))
    assert same.en.startswith("The next role is the same: ")
    changed, fits = words.came_of_it(difference(kb, kept(1, MANAGER), kept(2, {**MANAGER, "gaps_of": "bd/senior"})))
    assert changed.en.startswith("Next role: ")
    assert kb.positions["bd/senior"].title.en in changed.en
    assert fits.en == "Fit: 50% -> 50%"


def test_a_position_that_is_no_more(kb: KnowledgeBase) -> None:
    """A position that the knowledge base has no longer is told by its id."""
    view: HistoryView = history_view(kb, [kept(1, {"position": "gone/manager", "fit": 0.5})])
    assert view.assessments[0].role == Text("gone/manager", "gone/manager")
