"""What people are told of their next position: how near it is, what is missing in which order, what stands before it.

As prospect.py of the advice says of one person. All is by person; a second dimension is of requirements.
"""

import numpy as np

from opscareer.records import dataclass
from opscareer.team.arrays import NONE, Array, Bools, Floats, Ints, along, picked
from opscareer.team.beliefs import Beliefs
from opscareer.team.held import Held, held_against, mastery_of
from opscareer.team.standings import Standings
from opscareer.team.steps import DOWN, ENTRY, PROMOTION, STAY, Steps, reach_of_rise
from opscareer.team.tables import LEAD, Tables
from opscareer.team.who import Who

VERDICTS = ("ready", "within-reach", "build-first")
FIRST = 5
"""So many gaps are told."""


_AT_ONCE = 4096
"""People whose requirements are gone through at once: few enough for what is worked out of them to stay small."""


@dataclass(frozen=True)
class Told:
    """What people are told, by indices: the step, its fit, score and verdict (an index of VERDICTS).

    aim: the position that fit and gaps are of, -1 at the top; shut: which requirements of the step's position are
    gates; skills: the skill of each; lead, time: gates of leading and of time; gap_*: the first gaps, -1 where there is
    none; gap_have: -1 where no level was told; mastery: NaN if unknown.
    """

    steps: Steps
    aim: Ints
    fit: Floats
    score: Floats
    verdict: Ints
    shut: Bools
    skills: Ints
    lead: Bools
    time: Bools
    gap_skill: Ints
    gap_need: Ints
    gap_have: Ints
    gap_gain: Floats
    mastery: Floats


def told_of(
    tables: Tables, who: Who, standings: Standings, beliefs: Beliefs, steps: Steps, scores: Floats, taken: Bools
) -> Told:
    """Return what people are told of the steps that come first; taken: whose is a post offered."""
    parts = [slice(first, first + _AT_ONCE) for first in range(0, max(1, len(scores)), _AT_ONCE)]
    told = [
        _told_of(tables, who.only(part), standings, beliefs.only(part), steps.only(part), scores[part], taken[part])
        for part in parts
    ]
    whole = Steps(**{name: np.concatenate([vars(one.steps)[name] for one in told]) for name in vars(steps)})
    columns = [name for name in vars(told[0]) if name != "steps"]
    return Told(steps=whole, **{name: np.concatenate([vars(one)[name] for one in told]) for name in columns})


def _told_of(
    tables: Tables, who: Who, standings: Standings, beliefs: Beliefs, steps: Steps, scores: Floats, taken: Bools
) -> Told:
    entering = who.outside
    here = held_against(tables, beliefs, steps.position, entering)
    aim = _works_on(tables, standings, who, steps, here)
    other = np.flatnonzero(aim != steps.position)
    there = here.put(other, held_against(tables, beliefs.only(other), aim[other], entering[other]))
    lead, time = gates_of(tables, who, standings, steps.position, here)
    near = _verdicts(tables, standings, who, steps, here, lead | time, _reach(tables, who, steps, taken))
    order = _ordered(tables, who, standings, aim, there)
    gain, have = along(there.gain, order), np.floor(along(there.level, order) + 0.5)
    return Told(
        steps=steps,
        aim=aim,
        fit=there.fit,
        score=scores,
        verdict=_beyond(tables, standings, who, steps, near, here, there, aim),
        shut=here.shut,
        skills=here.skill,
        lead=lead,
        time=time,
        gap_skill=np.where(gain > 0, along(there.skill, order), NONE),
        gap_need=along(there.need, order),
        gap_have=np.where(along(there.told, order), have, NONE).astype(np.intp),
        gap_gain=gain,
        mastery=mastery_of(tables, beliefs, who.held),
    )


def _works_on(tables: Tables, standings: Standings, who: Who, steps: Steps, here: Held) -> Ints:
    """Return the positions whose gaps are worked on.

    Of a stay the goal, where it is a step away; of a post that is real already, the one that it leads to; of one lower
    in one's own line the one held, to which it is the way back, where that is wanted.
    """
    position, start = steps.position, steps.start
    to_goal = (steps.kind == STAY) & (who.goal != NONE) & tables.is_step[start, who.goal]
    back = (steps.kind == DOWN) & (tables.role[position] == tables.role[start]) & tables.wanted[who.lead, start]
    onward = np.where(steps.then == NONE, tables.onward[who.lead, position], steps.then)
    rising = _stands(tables, standings, who, steps, here) & (onward != NONE)
    return np.select([to_goal, back, rising], [who.goal, start, onward], position)


def _stands(tables: Tables, standings: Standings, who: Who, steps: Steps, here: Held) -> Bools:
    """Return whose step is to stay in a post that is real already, by its own fit."""
    real = (steps.kind == STAY) & ~titles_of(standings, who, steps.position)
    return real & (np.round(here.fit, 9) >= tables.kb.rules.constants.mastery)


def gates_of(tables: Tables, who: Who, standings: Standings, position: Ints, here: Held) -> tuple[Bools, Bools]:
    """Return whose gate of leading people is shut, and whose of time, before positions, one a person."""
    shut = np.any(here.shut & (here.skill == tables.leading), axis=1)
    lead = tables.leads[position] & ~who.has_led & ~shut
    height = tables.heights[who.rung]
    highest = (who.held != NONE) & (tables.order[who.held] == height[:, None])
    risen = np.any(tables.rises[who.held, position[:, None]] & highest, axis=1)
    upwards = risen | (tables.order[position] > height)
    served = who.acting | (np.nan_to_num(who.years) >= standings.years[who.standing])
    held = who.holds(position) | titles_of(standings, who, position)
    return lead & (position != NONE), upwards & ~served & ~held & (position != NONE)


def _verdicts(
    tables: Tables, standings: Standings, who: Who, steps: Steps, here: Held, gates: Bools, reach: Floats
) -> Ints:
    """Return how near positions are; a title without its substance is built first, and so is a post not done well yet,
    where what brings somebody says so. Some are ready from where a post is in reach (`is_eased`)."""
    ready = ready_for(tables, here, gates, is_eased(tables, who, steps))
    near = np.round(here.fit, 9) >= reach
    stay, done = steps.kind == STAY, np.round(here.fit, 9) >= tables.kb.rules.constants.mastery
    first = stay & (titles_of(standings, who, steps.position) | (who.ruled("build") & ~done))
    return np.select([first, ready, near], [2, 0, 1], 2)


def _beyond(
    tables: Tables, standings: Standings, who: Who, steps: Steps, near: Ints, here: Held, there: Held, aim: Ints
) -> Ints:
    """Return how near posts are; of one that is real already, and whose gaps are another's, that one decides."""
    real = _stands(tables, standings, who, steps, here) & ~taken_anew(who, steps)
    short = (aim != steps.position) & (np.round(there.fit, 9) < tables.kb.rules.constants.higher_rise)
    return np.where(real & short & (near == 0), 1, near)


def _reach(tables: Tables, who: Who, steps: Steps, taken: Bools) -> Floats:
    """Return the fits (0-1) from which positions are told to be in reach: those from which they are named."""
    constants = tables.kb.rules.constants
    rises = reach_of_rise(tables, steps.start, steps.position, who.new)
    kept = (steps.kind == STAY) & (who.ruled("offer") | (who.new & tables.enters[steps.position]))
    ways = [taken, taken_anew(who, steps) | kept, steps.kind == PROMOTION]
    return np.select(ways, [0.0, constants.offer_reach, rises], constants.within_reach)


def ready_for(tables: Tables, held: Held, gates: Bools, eased: Bools) -> Bools:
    """Return who is ready for positions, one a person, before which some gates of leading and of time are shut.

    eased: who is from where it is in reach.
    """
    constants, stopped = tables.kb.rules.constants, held.shut | (held.far & ~eased[:, None])
    enough = np.round(held.fit, 9) >= np.where(eased, constants.within_reach, constants.ready)
    return enough & ~gates & ~np.any(stopped, axis=1)


def is_eased(tables: Tables, who: Who, steps: Steps) -> Bools:
    """Return who is ready for their step from where it is in reach: into the post that they have, but after years; kept
    because they will not lead; or whose work they do in fact and want."""
    wants, refuses = who.lead == LEAD.index("yes"), who.lead == LEAD.index("no")
    doing = who.acting & wants & (steps.kind == PROMOTION) & tables.leads[steps.position]
    kept = (steps.kind == STAY) & who.ruled("offer") & refuses
    return np.where(taken_anew(who, steps), ~who.ruled("lower"), doing | kept)


def taken_anew(who: Who, steps: Steps) -> Bools:
    """Return who is to take the post that they have once more: in another company, or after a time without."""
    going = (steps.kind == STAY) & who.ruled("elsewhere")
    return who.holds(steps.position) & (going | (steps.kind == ENTRY))


def titles_of(standings: Standings, who: Who, positions: Ints) -> Bools:
    """Return whether positions, one a person, are held in name only."""
    titles = standings.titles[who.standing]
    return np.any((titles == positions[:, None]) & (titles != NONE), axis=1)


def _ordered(tables: Tables, who: Who, standings: Standings, aim: Ints, there: Held) -> Array:
    """Return the places of the first gaps, in the order in which they matter for the step: by their gain, times what
    else makes them matter."""
    constants = tables.kb.rules.constants
    telling = there.gain >= constants.telling_gain
    far = there.must & (there.need - there.level > there.step)
    required = picked(standings.required, who.standing)
    asked = along(required, there.skill) > 0
    first = telling & (far | _added(tables, who, standings, aim, there))
    posted = np.any(standings.required > 0, axis=1)[who.standing]
    new = telling & posted[:, None] & ~asked & ~there.assumed
    times = np.where(first, constants.first_gap, np.where(new, constants.new_gap, 1.0))
    # these are told to nine digits: what is left tells the skills apart
    rank = tables.skill_rank[there.skill] * 1e-12 - np.round(there.gain * times * tables.emphasis[there.skill], 9)
    return np.argsort(np.where(there.gain > 0, rank, 1e9), axis=1)[:, :FIRST]


def _added(tables: Tables, who: Who, standings: Standings, aim: Ints, there: Held) -> Bools:
    """Return the skills that leading higher than now adds; those of leading itself to who has not led."""
    highest = np.max(np.where(who.held == NONE, -1, tables.order[who.held]), axis=1)
    higher = tables.leads[aim] & (tables.order[aim] > highest)
    leads = standings.leads[who.standing].astype(np.intp)
    return along(picked(tables.added, leads), there.skill) & higher[:, None]
