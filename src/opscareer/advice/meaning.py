"""What a step means for a person: to rise, to make a post real, to leave it, to come back into it, to go down."""

from typing import Literal

from opscareer.advice.fit import mastery_of
from opscareer.advice.heights import beneath, other_track, rise_of
from opscareer.advice.lines import wanted
from opscareer.advice.offers import answer_to
from opscareer.advice.prospect import is_firm, stands
from opscareer.advice.situation import Situation
from opscareer.advice.standing import Candidate
from opscareer.model.kb import KnowledgeBase
from opscareer.model.stretches import levels_text
from opscareer.text import Text

_STEP = {
    "stay": Text(
        "先把{title}做实：眼下的位子站稳了，往后谈什么都有底。",
        "Consolidate {title} first: whatever comes later is best argued from a post you hold firmly.",
    ),
    "stands": Text(
        "{title}这个位子你已经站住了，先守着它。",
        "{title} is a post that you hold firmly; keep it for now.",
    ),
    "nearly": Text(
        "{title}大半做实了，还差一两样：先补上。",
        "Most of {title} is there: close the one or two gaps that are left first.",
    ),
    "untold": Text(
        "先守着{title}：答得还不够，站没站稳说不准。",
        "Keep {title} for now: too little was answered to say how firmly you hold it.",
    ),
    "going": Text(
        "{title}你做得住，可这个位子未必还在：薪水照拿，同时看外面。",
        "You can do the work of {title}, but the post may not last: keep the pay, and look outside meanwhile.",
    ),
    "leaving": Text(
        "{title}这个位子未必还在，手上又还没做实：薪水照拿，边补边看外面。",
        "The post of {title} may not last, and you do not do it well yet: keep the pay, and close gaps while you look "
        "outside.",
    ),
    "same": Text(
        "摆在面前的也是{title}，级别没变：比的是那一摊生意、人、权和钱，不是头衔。",
        "The post in front of you is {title} too, no higher than yours: compare the business, the people, what you "
        "decide and the pay, not the title.",
    ),
    "down": Text(
        "{title}低一级，但进得去：做满一年，凭数往上谈。",
        "{title} is a rung lower but gets you in: after a year, use your results to ask for more.",
    ),
    "back": Text(
        "{title}比现在低一级：降下来要换回一样写得下来的（想做的线、更稳的薪水、更大的盘子），换不回来就不去。",
        "{title} is a rung below your post: go only for one thing that you can have in writing (the line you want, "
        "steadier pay, a larger business), else do not.",
    ),
    "wished": Text(
        "{title}低一级，可正是你要的那条路：先接上，再从这条路往上走。",
        "{title} is a rung lower, but on the track that you want: get in, and rise on that track.",
    ),
    "again": Text("岗位不变，换一家接着做{title}。", "The same post, {title}, in another company."),
    "then": Text("做实之后的下一步是{then}。", "It leads on to {then}."),
    "onward": Text(
        "往上是{then}：先问清，补上哪两样就能谈。",
        "Above it stands {then}: ask first which two gaps to close before you talk about it.",
    ),
    "diagonal": Text("{title}在另一条线上高一级。", "{title} is one rung up in another line."),
    "lateral": Text("{title}在同一级的另一条线上。", "{title} is on the same rung in another line."),
    "to craft": Text(
        "{title}跟{start}同级，也在同一条线，走的是专业这条路：不带人，凭手艺。",
        "{title} is on the same rung as {start} and in the same line, on the other track: it goes by craft and leads "
        "nobody.",
    ),
    "to lead": Text(
        "{title}跟{start}同级，也在同一条线，走的是带人这条路。",
        "{title} is on the same rung as {start} and in the same line, on the other track: it leads people.",
    ),
    "beneath": Text(
        "{title}跟{start}同级，可它往上才是{start}：等于把手里的让出一部分，要换回一样写得下来的，换不回来就不去。",
        "{title} is on the same rung as {start}, but rises to it: you would give up part of what you decide; go only "
        "for one thing that you can have in writing, else do not.",
    ),
    "promotion": Text("{title}是{start}往上的一级。", "{title} is the rung above {start}."),
    "above": Text(
        "没做过这一行，直接到{title}：要求一样不降。",
        "Straight into {title}, new to the trade; nothing that it asks is lowered.",
    ),
    "entry": Text(
        "没做过这一行，{title}是起点；要求按低一级算。",
        "For someone new to the trade, {title} is the way in; every skill is asked one level lower.",
    ),
}
_FAR = {
    "down": Text(
        "{title}低{levels}，但进得去：做满一年，凭数往上谈。",
        "{title} is {levels} lower but gets you in: after a year, use your results to ask for more.",
    ),
    "back": Text(
        "{title}比现在低{levels}：降这么多，要换回一样写得下来的（想做的线、更稳的薪水、更大的盘子），换不回来就不去。",
        "{title} is {levels} below your post: go that far down only for one thing that you can have in writing (the "
        "line you want, steadier pay, a larger business), else do not.",
    ),
    "diagonal": Text("{title}在另一条线上，高{levels}。", "{title} is {levels} up, in another line."),
    "promotion": Text("{title}比{start}高{levels}。", "{title} is {levels} above {start}."),
}
"""Of steps by more than one level."""
Meaning = Literal["stay", "stands", "nearly", "untold", "same", "going", "leaving", "back", "wished"]
"""What to stay means: the post is made real first, is real already, or nearly, nobody knows whether it is, it is
offered once more elsewhere, may not last, or may not last while it is not real yet. What a step down means: back, that
one is in work; wished, that it leads to the track that one wants."""


def meaning_of(kb: KnowledgeBase, situation: Situation, step: Candidate) -> Meaning:
    """Return what to stay means for a person, or to step down; of any other step nothing hangs on it."""
    rule = situation.rule
    if step.kind == "down":
        return _of_a_step_down(kb, situation, step)
    if step == situation.offered and answer_to(kb, situation) == "same":
        return "same"
    if rule and rule.step == "elsewhere" and step.position in situation.standing.positions:
        return "going" if stands(kb, situation, step) else "leaving"
    if not stands(kb, situation, step):
        return "stay"
    if mastery_of(kb, (step.position,), situation.profile) is None:
        return "untold"
    return "stands" if is_firm(kb, situation, step) else "nearly"


def _of_a_step_down(kb: KnowledgeBase, situation: Situation, step: Candidate) -> Meaning:
    """Return what to step down means: back, for who is in work; for others the way in, or onto the track they want."""
    if not situation.back_in:
        return "back"
    own = kb.positions[step.position].role == kb.positions[step.start].role
    return "stay" if not own or wanted(kb, situation.profile, [step.start]) else "wished"


def step_of(kb: KnowledgeBase, candidate: Candidate, meaning: Meaning = "stay", *, able: bool = True) -> Text:
    """Return the sentence that says what kind of step it is, or the reason that the move itself gives.

    meaning: what a stay, or a step down, means for this person; able: whether they do their post well, as the reasons
    of moves suppose.
    """
    if able and candidate.kind in ("lateral", "diagonal") and candidate.move and candidate.move.why.en:
        return candidate.move.why
    start, rise = kb.positions[candidate.start].title if candidate.start else "", abs(rise_of(kb, candidate))
    own = candidate.kind == "stay" or (candidate.kind == "down" and meaning in ("back", "wished"))
    kind = meaning if own else _kind_of(kb, candidate)
    told = (_FAR if rise > 1 and kind in _FAR else _STEP)[kind].fill(
        title=kb.positions[candidate.position].title, start=start, levels=levels_text(max(2, rise))
    )
    if meaning in ("same", "going", "leaving") or not candidate.then:
        return told
    then = _STEP["onward" if meaning in ("stands", "untold") else "then"].fill(then=kb.positions[candidate.then].title)
    return Text(told.zh + then.zh, f"{told.en} {then.en}")


def _kind_of(kb: KnowledgeBase, candidate: Candidate) -> str:
    """Return the kind of step, told apart: an entry back into the same post, or from outside to a higher one; sideways
    to a post that rises into the one held, or to the other track of one's own line."""
    if candidate.kind == "lateral" and beneath(kb, candidate):
        return "beneath"
    if track := other_track(kb, candidate):
        return f"to {track}"
    if candidate.kind != "entry":
        return candidate.kind
    return "again" if candidate.start else "entry" if kb.enters(candidate.position) else "above"
