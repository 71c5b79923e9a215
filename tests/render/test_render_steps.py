from dataclasses import replace

import pytest
from advised_people import ALL, people
from hypothesis import given
from hypothesis import strategies as st
from profiles import people as anybody

from opscareer.advice import Advice, advise
from opscareer.advice.fit import answered_of
from opscareer.interview import Answers, profile_of
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text
from opscareer.views.advice import advice_view
from opscareer.views.nearness import near_text, nearness
from opscareer.views.step import ELSEWHERE, Step, step_of
from opscareer.views.steps import fit_name, headline
from opscareer.views.telling.advice import steady_texts
from opscareer.views.words.sentences import VERDICTS
from opscareer.views.words.units import band, fit_text, have_text, percent

SHARES = st.floats(0, 1)


def advised(kb: KnowledgeBase, name: str) -> Advice:
    """Return the advice for one of the people."""
    return advise(kb, profile_of(kb, people(kb)[name]))


def stepped(kb: KnowledgeBase, name: str) -> Step:
    """Return the step that one of the people is told."""
    advice = advised(kb, name)
    assert advice.next is not None
    return step_of(kb, advice.situation.profile, advice.next, advice)


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        ("craft", "先守住高级客服专员，然后服务体验专家", "Stay as Senior Customer Service Specialist for now, then"),
        (
            "in trouble",
            "先守住高级内容运营，同时到外面谈，然后内容运营主管",
            "Stay as Senior Content Operations Specialist for now and",
        ),
        ("manager alone", "先留下做实：新媒体运营主管，然后", "First stay and consolidate: Social Media Manager"),
        ("leap", "下一步：品牌经理（换线并升一级）", "Next: Brand Manager (up a level in another line)"),
        ("offered", "下一步：投放经理（晋升）", "Next: Performance Marketing Manager (promotion)"),
        (
            "out of work",
            "下一步：产品运营经理（同样的岗位换一家）",
            "Next: Product Operations Manager (the same post in",
        ),
        (
            "coming back",
            "下一步：高级产品运营（低一级）",
            "Next: Senior Product Operations Specialist (a level",
        ),
        ("newcomer", "下一步：游戏运营专员（入行）", "Next: Game Operations Specialist (entry)"),
    ],
)
def test_headlines(kb: KnowledgeBase, name: str, zh: str, en: str) -> None:
    """Each kind of step is named in plain words; of a stay also what it leads to, and whether one looks elsewhere."""
    told = headline(stepped(kb, name))
    assert told.zh.startswith(zh)
    assert told.en.startswith(en)


def of_offer(kb: KnowledgeBase, name: str, **changes: str) -> tuple[Step, Text]:
    """Return the step of one of the people with other answers, and how far to trust it."""
    advice = advise(kb, profile_of(kb, {**people(kb)[name], "reason": "offered", **changes}))
    assert advice.next is not None
    view = advice_view(kb, advice)
    assert view.next is not None
    return step_of(kb, advice.situation.profile, advice.next, advice), next(iter(steady_texts(view, view.next)))


def test_offered_what_one_holds(kb: KnowledgeBase) -> None:
    """Who is offered the post that they hold is told to weigh the two, and not to stay."""
    step, _ = of_offer(kb, "in trouble", offer="content-ops/senior", where="outside")
    assert headline(step).zh == "摆在面前的同级岗位：高级内容运营，跟手上的比"
    assert headline(step).en == "Weigh the same post on offer against yours: Senior Content Operations Specialist"


def test_a_piece_of_an_offer(kb: KnowledgeBase) -> None:
    """Of an offer that is too large the piece advised is not told as offered: one has to ask for it."""
    step, sure = of_offer(kb, "offered", offer="marketing/director")
    assert (step.prospect.position, step.offered, step.piece) == ("performance-ads/manager", False, True)
    assert near_text(step) == VERDICTS[step.prospect.verdict]
    assert "nobody has offered the part" in sure.en


@pytest.mark.parametrize("name", [name for name in ALL if "top" not in name])
def test_a_stay_says_what_it_leads_to(kb: KnowledgeBase, name: str) -> None:
    """The headline of a stay has the present post and the promotion after it; that of any other step has one post."""
    step = stepped(kb, name)
    candidate, told = step.prospect.candidate, headline(step)
    assert kb.positions[candidate.position].title.zh in told.zh
    assert ("然后" in told.zh) == (", then " in told.en) == bool(candidate.then)
    assert not candidate.then or told.zh.endswith(kb.positions[candidate.then].title.zh)
    assert not candidate.then or candidate.kind == "stay"


@pytest.mark.parametrize("name", [name for name in ALL if "top" not in name])
def test_the_fit_is_said_to_be_of_a_position(kb: KnowledgeBase, name: str) -> None:
    """Where the fit is of another position than comes next, its name and what is missing below say of which."""
    step = stepped(kb, name)
    aim = kb.positions[step.prospect.gaps_of].title
    elsewhere = step.prospect.gaps_of != step.prospect.position
    assert (aim.zh in fit_name(step).zh, aim.en in fit_name(step).en) == (elsewhere, elsewhere)
    assert (aim.zh in nearness(step).zh) == elsewhere
    assert nearness(step).en.startswith(near_text(step).en)


def test_the_fit_for_a_goal(kb: KnowledgeBase) -> None:
    """A fit to the goal of somebody who stays is said to be that of their goal."""
    step = stepped(kb, "craft")
    assert fit_name(step).zh == "匹配度（对服务体验专家）"
    profile = replace(advised(kb, "craft").situation.profile, goal="customer-service/expert")
    assert fit_name(step_of(kb, profile, step.prospect)).zh == "匹配度（对你的目标服务体验专家）"


def test_one_story(kb: KnowledgeBase) -> None:
    """Who stays is told of the post, who was offered one whether they can take it, who returns whether they get in."""
    assert near_text(stepped(kb, "craft")).zh == "现在的岗位站住了"
    assert near_text(stepped(kb, "manager alone")).zh == "现在的岗位还没做实"
    assert near_text(stepped(kb, "offered")).zh == "接得住，缺的在过渡期里补"
    assert near_text(stepped(kb, "out of work")).zh == near_text(stepped(kb, "coming back")).zh == "接得上"
    assert near_text(stepped(kb, "newcomer")).zh == "可以投，缺的边投边补"
    assert near_text(stepped(kb, "leap")).en == "ready"


CONSOLIDATE, KEEP = "先留下做实：", "先守住"


def test_a_post_that_stands_is_kept(kb: KnowledgeBase) -> None:
    """Who does their post well is told so in the headline, by its nearness and in why."""
    step = stepped(kb, "craft")
    assert headline(step).zh.startswith(KEEP)
    assert near_text(step).zh == "现在的岗位站住了"
    assert any("你已经站住了" in reason.zh for reason in step.prospect.why)


@pytest.mark.parametrize(
    ("level", "first", "near", "why"),
    [
        (2, CONSOLIDATE, "现在的岗位还差几样没做实", "做实：眼下的位子站稳了"),
        (1, CONSOLIDATE, "现在的岗位还没做实", "做实：眼下的位子站稳了"),
    ],
)
def test_a_stay_tells_one_story(kb: KnowledgeBase, level: int, first: str, near: str, why: str) -> None:
    """Whether to keep a post or to make it real first is told alike in the headline, by its nearness and in why."""
    skills: Answers = {f"skill.{r.skill}": level for r in kb.positions["user-ops/senior"].requirements}
    answers: Answers = {"current": ("user-ops/senior",), "reason": "how-do-i-stand", "years": 1.0, **skills}
    advice = advise(kb, profile_of(kb, {**answers, "skill.team-leadership": 0}))
    assert advice.next is not None
    step = step_of(kb, advice.situation.profile, advice.next, advice)
    assert headline(step).zh.startswith(first)
    assert near_text(step).zh == near
    assert any(why in reason.zh for reason in advice.next.why)


@given(data=st.data())
@pytest.mark.uncounted
def test_nobody_is_told_to_make_real_what_is(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Of nobody it is said at once that a post is held firmly and that it is to be made real first."""
    advice = advise(kb, data.draw(anybody(kb)))
    for one in (advice.next, *advice.alternatives):
        if one is None or one.candidate.kind != "stay":
            continue
        step = step_of(kb, advice.situation.profile, one, advice)
        real = [one.firm, "站住了" in "".join(reason.zh for reason in one.why)]
        told = "".join(text.zh for text in (headline(step), near_text(step)))
        assert not any(real) or "做实：" not in told
        assert "站住了" not in told or one.firm


@pytest.mark.parametrize("name", ALL)
def test_only_the_advised_step_is_offered_or_away(kb: KnowledgeBase, name: str) -> None:
    """What is known of the way and of an offer belongs to the step that comes first, not to the others."""
    advice = advised(kb, name)
    others = [step_of(kb, advice.situation.profile, other, advice) for other in advice.alternatives]
    assert not any(other.offered or other.away for other in others)
    if advice.next is not None:
        step = step_of(kb, advice.situation.profile, advice.next, advice)
        held = advice.next.candidate.kind == "stay"
        assert step.offered == (advice.situation.offered is not None and not held)
        assert step.away == (advice.way is not None and advice.way.route == ELSEWHERE)
        assert not step_of(kb, advice.situation.profile, advice.next).away


def test_no_opportunity_is_an_answer(kb: KnowledgeBase) -> None:
    """A skill without an opportunity so far counts as answered, one that somebody is not sure of does not."""
    assert answered_of(kb, profile_of(kb, people(kb)["no opportunity"]), "bd/specialist") == 1
    assert answered_of(kb, profile_of(kb, people(kb)["nothing told"]), "bd/specialist") == 0
    half = answered_of(kb, profile_of(kb, people(kb)["unsure"]), "user-ops/senior")
    asked = kb.positions["user-ops/senior"].requirements
    told = profile_of(kb, people(kb)["unsure"]).levels
    assert half == pytest.approx(sum(r.weight for r in asked if r.skill in told))


@given(fit=SHARES, answered=SHARES)
def test_a_fit_that_rests_on_estimates_is_a_band(fit: float, answered: float) -> None:
    """A fit is exact from half of the weight answered on, else a band in steps of five that holds it."""
    told = fit_text(fit, answered)
    if answered >= 0.5:
        assert told == percent(fit)
        return
    low, high = band(fit, answered)
    assert told == f"{low}-{high}%"
    assert low % 5 == high % 5 == 0
    assert 0 <= low < high <= 100
    assert low - 2.5 <= 100 * fit <= high + 2.5
    assert high - low <= 35


@given(fit=SHARES, few=st.floats(0, 0.49), more=st.floats(0, 0.49))
def test_fewer_answers_never_make_a_band_narrower(fit: float, few: float, more: float) -> None:
    """The fewer answers a fit rests on, the wider is its band."""
    low, high = band(fit, min(few, more))
    assert low <= band(fit, max(few, more))[0]
    assert band(fit, max(few, more))[1] <= high


def test_a_band_as_wide_as_its_error(kb: KnowledgeBase) -> None:
    """With just under half answered the band of a fit of five eighths is fifteen points wide."""
    assert band(0.625, 0.499) == (55, 70)


def test_levels_that_are_not_known() -> None:
    """Neither an unanswered level nor one without an opportunity is shown as a zero, and the two are told apart."""
    assert (have_text(0, untried=False), have_text(None, untried=False), have_text(None, untried=True)) == (
        "0",
        "?",
        "-",
    )


@pytest.mark.parametrize("current", ["coo/chief", "operations/director", None])
def test_nothing_was_answered(kb: KnowledgeBase, current: str | None) -> None:
    """Of somebody who has told no skill nobody can say how near a step is, and nobody does."""
    answers: Answers = {"current": (current,) if current else ()}
    advice = advise(kb, profile_of(kb, answers))
    assert advice.next is not None
    told = near_text(step_of(kb, advice.situation.profile, advice.next, advice))
    assert told.zh == "能力一项都没答，有多近还不知道"
    assert told.en == "how near is not known: no skill of it was answered"


def test_too_little_was_answered(kb: KnowledgeBase) -> None:
    """That a post is mostly done well is not said by one answer of many; a post on offer is told as an offer is."""
    held: Answers = {"current": ("customer-service/manager",), "skill.user-insight": 3}
    advice = advise(kb, profile_of(kb, held))
    assert advice.next is not None
    told = near_text(step_of(kb, advice.situation.profile, advice.next, advice))
    assert (advice.next.candidate.kind, told.zh) == ("stay", "答得太少，做没做实还说不准")
