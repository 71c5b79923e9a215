"""What speaks against a wish that was told: why a post offered is not the step, that no step goes without
some work, that an offer leads away from the goal."""

from opscareer.advice.fit import answered_of, asked_of, fit_of, gaps_of, requirements_of
from opscareer.advice.lines import shuns
from opscareer.advice.offers import answer_to
from opscareer.advice.openings import far_below
from opscareer.advice.situation import Situation
from opscareer.advice.standing import Candidate, candidate_for, joined_to, reachable
from opscareer.model.kb import KnowledgeBase
from opscareer.model.shares import fit_text
from opscareer.text import Text, joined

_NOT_TAKEN = {
    "far": Text(
        "摆在面前的{offer}，眼下不劝你接：它要的能力你有 {share}，差得最多的是{skills}。",
        "The {offer} post in front of you is not advised now: you have {share} of what it asks, "
        "and are furthest short in {skills}.",
    ),
    "far, out of work": Text(
        "摆在面前的{offer}缺得不少：它要的能力你有 {share}，差得最多的是{skills}。可手上有比没有强：过了底线、有合同、"
        "有人带的，可以先去，同时接着投下面这些。",
        "The {offer} post in front of you asks a good deal more: you have {share} of it, and are furthest short in "
        "{skills}. Yet one offer is better than none: above your floor, with a contract and somebody to guide you, "
        "take it, and keep applying for those below.",
    ),
    "piece": Text(
        "摆在面前的{offer}眼下太大：它要的能力你有 {share}，差得最多的是{skills}；先谈它下面的这一块。",
        "The {offer} post in front of you is too large now: you have {share} of what it asks, and are furthest short "
        "in {skills}; ask for a part of it first.",
    ),
    "work": Text(
        "摆在面前的{offer}，要做的正是你说过不想做的。",
        "The {offer} post in front of you is what you said you would rather not do.",
    ),
    "lead": Text(
        "摆在面前的{offer}要带人，你说过不想带。",
        "The {offer} post in front of you leads people, which you said you do not want.",
    ),
    "craft": Text(
        "摆在面前的{offer}不带人，你说过想带。",
        "The {offer} post in front of you leads nobody, and you said you want to lead.",
    ),
    "higher": Text(
        "摆在面前的{offer}比你离开时还高：先站稳，再往上谈。",
        "The {offer} post in front of you is higher than the one you left: get established first, then ask to rise.",
    ),
    "lower": Text(
        "摆在面前的{offer}比你现在的位子低：先把它的薪水、走人的补偿和外面在谈的摆在一起算，不急着退这一步。",
        "The {offer} post in front of you is lower than yours: set its pay beside severance and the talks you have "
        "outside before you step back.",
    ),
    "lower by far": Text(
        "摆在面前的{offer}比你的位子低两级以上：做得好的用不上，退下去再上来也慢，不劝你去。",
        "The {offer} post in front of you is two levels or more below yours: what you do well would lie unused, and "
        "the way back up is slow, so it is not advised.",
    ),
    "lower in line": Text(
        "摆在面前的{offer}是同一样活，比你的位子低一级：退下去名和钱都得再等一轮，除非现在的位子你本来就不想要。",
        "The {offer} post in front of you is the same work a level below yours: title and pay would take another round "
        "to come back, unless you no longer want the post that you have.",
    ),
    "even": Text(
        "摆在面前的{offer}跟你手上的是同一级：拿它当个价，里外都照上一级去谈；谈不下来，再比这两个位子的人、钱和活。",
        "The {offer} post in front of you is on the level that you have: use it as a price and ask for the next level, "
        "there and where you are; if neither gives it, compare the two posts by people, money and work.",
    ),
    "aside": Text(
        "摆在面前的{offer}跟你要去的不是一路：问清最晚哪天答复、底薪和合同，先留着它；那天以前照下面这条找，还没有着落就先去。",
        "The {offer} post in front of you leads another way than yours. Keep it open: ask for the last day to answer, "
        "the base pay and the contract. Until that day look for the one below; if nothing has come, take it.",
    ),
}
_NO_OTHER = Text(
    "你说过不想再做「{work}」，可从你这里走得到的都绕不开它：先谈少做多少，再看别的行当。",
    "You said you would rather do no more of this: {work}. Yet all that is open from here lives by it: settle first "
    "how much less of it, then look at other trades.",
)
_SOME_OF_IT = Text(
    "{title}也有一部分是「{work}」，你说过不想再做：先问清占几成。",
    "Part of {title} is what you would rather do no more: {work}. Ask first how much of it there is.",
)
_OFF_GOAL = Text(
    "你的目标是{goal}（眼下匹配度 {share}）：从{title}一直往上到不了那里，接了它，以后还得换一次线。",
    "Your goal is {goal} (fit now {share}): no way up from {title} leads there; if you take it, you will have to "
    "change line again.",
)
_OFF_GOAL_FOR_GOOD = Text(
    "你的目标是{goal}（眼下匹配度 {share}）：从{title}走不到那里，接之前先想好目标还要不要。",
    "Your goal is {goal} (fit now {share}): no way leads there from {title}; before you take it, settle whether you "
    "still want that goal.",
)
_LACKING = 2


def no_other_work(kb: KnowledgeBase, situation: Situation, step: Candidate) -> tuple[Text, ...]:
    """Return that no step goes without work that the person will not do any more, where the one advised does not; or
    that some of it is left, of a post in another line."""
    role, asked = kb.roles[kb.positions[step.position].role], kb.questions.get("avoid")
    if asked is None:
        return ()
    if shuns(kb, situation.profile, role.id):
        return (_NO_OTHER.fill(work=asked.labels[role.work[0]]),)
    left = [work for work in role.work[1:] if work in situation.profile.avoid]
    if not left or role.id in {kb.positions[held].role for held in situation.standing.positions}:
        return ()
    title = kb.positions[step.position].title
    return (_SOME_OF_IT.fill(title=title, work=joined(asked.labels[work] for work in left)),)


def off_the_goal(kb: KnowledgeBase, situation: Situation) -> Text | None:
    """Return how a post offered, or a part of it, stands to a goal that it leads away from; None where it does not."""
    goal, step = situation.profile.goal, situation.offered
    if goal is None or step is None or goal in reachable(kb, step.position):
        return None
    aside = goal in joined_to(kb, step.position)
    fit = fit_of(requirements_of(kb, goal), situation.beliefs)
    return (_OFF_GOAL if aside else _OFF_GOAL_FOR_GOOD).fill(
        goal=kb.positions[goal].title,
        share=fit_text(fit, answered_of(kb, situation.profile, goal)),
        title=kb.positions[step.position].title,
    )


def not_as_offered(kb: KnowledgeBase, situation: Situation) -> tuple[Text, ...]:
    """Return why a post that is offered is not the step advised, where there is one: it was asked about."""
    offer, step = situation.profile.offer, situation.next
    if offer is None or step is None or step.position == offer:
        return ()
    asked = asked_of(kb, candidate_for(kb, situation.standing, offer))
    short = sorted(gaps_of(asked, situation.beliefs), key=lambda gap: (gap.assumed, -gap.gain, gap.skill))[:_LACKING]
    answer = answer_to(kb, situation) or "far"
    return (
        _NOT_TAKEN[_particularly(kb, situation, offer, answer)].fill(
            offer=kb.positions[offer].title,
            share=fit_text(fit_of(asked, situation.beliefs), answered_of(kb, situation.profile, offer)),
            skills=joined(kb.skills[gap.skill].name for gap in short),
        ),
    )


def _particularly(kb: KnowledgeBase, situation: Situation, offer: str, answer: str) -> str:
    """Return what speaks against an offer more closely: how far it is for who is out of work, how low for whom it is a
    step of choice."""
    if answer == "far" and situation.back_in:
        return "far, out of work"
    rule = situation.rule
    asked = rule is not None and (rule.step == "offer" or rule.back_in)
    if answer != "lower" or not asked:
        return answer
    return "lower by far" if far_below(kb, situation.standing, offer) else "lower in line"
