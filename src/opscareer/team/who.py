"""What of people, besides their levels, decides which step they are told."""

import numpy as np

from opscareer.advice.gates import NEW
from opscareer.advice.person import BEGUN
from opscareer.model.kb import KnowledgeBase
from opscareer.records import dataclass
from opscareer.team.arrays import NONE, Array, Bools, Floats, Ints, along, picked
from opscareer.team.beliefs import Beliefs, expectations_of
from opscareer.team.coded import Known, Numbers, Words, first_held
from opscareer.team.facts import Facts
from opscareer.team.standings import Standings
from opscareer.team.tables import LEAD, Tables

RULES = ("usual", "settled", "offer", "again", "lower", "own", "other", "elsewhere", "build")
"""What the rule of a situation says of the step."""


@dataclass(frozen=True)
class Who:
    """People, a row each.

    rule: the index in RULES of what brings them; goal, offer: a position or -1; standing: which one; held: the posts
    they are advised from; rung: its index; avoid: the work that they will not do, by option; lead: the index in LEAD of
    what they say; acting: who acts for somebody above; has_led: who has led people, by what they told; led_by_level: by
    the level that they told, or in fact where they told none; may_lead: of whom nothing says that they could not;
    years: in the post, NaN unknown; new: who has served less than a third of the time due there.
    """

    rule: Ints
    goal: Ints
    offer: Ints
    standing: Ints
    held: Ints
    rung: Ints
    outside: Bools
    avoid: Bools
    lead: Ints
    acting: Bools
    has_led: Bools
    led_by_level: Bools
    may_lead: Bools
    years: Floats
    new: Bools

    def only(self, rows: Array | slice) -> "Who":
        """Return some of them."""
        return Who(**{name: picked(column, rows) for name, column in vars(self).items()})

    def ruled(self, *steps: str) -> Bools:
        """Return whose rule says one of these."""
        return np.array([step in steps for step in RULES])[self.rule]

    @property
    def back_in(self) -> Bools:
        """Who is on the way back in: posts of the same height, or one lower, come first."""
        return self.ruled("again", "lower")

    def shuns(self, tables: Tables, positions: Ints) -> Bools:
        """Return of positions, a row a person, whether their chief work is what the person will not do any more."""
        return along(self.avoid, tables.chief[positions])

    def holds(self, positions: Ints) -> Bools:
        """Return whether each is advised from a position, one a person; no position is held by nobody."""
        return np.any(self.held == positions[:, None], axis=1) & (positions != NONE)


def who_of(tables: Tables, facts: Facts, standings: Standings, beliefs: Beliefs) -> Who:
    """Return what of people decides."""
    kb, of = tables.kb, standings.of
    acting = facts.said(kb, "acting", "yes")
    has_led, led_by_level, may_lead = _leading(tables, beliefs, acting)
    lead = np.select([facts.said(kb, "lead", word) for word in LEAD[:2]], [0, 1], default=2)
    return Who(
        rule=_rules(kb, facts, standings),
        goal=facts.goal,
        offer=facts.offer,
        standing=of,
        held=standings.posts[of],
        rung=standings.rung[of],
        outside=standings.outside[of],
        avoid=facts.avoid,
        lead=lead.astype(np.intp),
        acting=acting,
        has_led=has_led,
        led_by_level=led_by_level,
        may_lead=may_lead,
        years=facts.years,
        new=~acting & (facts.years < standings.years[of] * NEW),
    )


def _rules(kb: KnowledgeBase, facts: Facts, standings: Standings) -> Ints:
    """Return what the first rule of the situations that speaks for each person says of the step."""
    rules = kb.rules.situations
    steps = np.array([*(RULES.index(rule.step) for rule in rules), 0], dtype=np.intp)
    return steps[first_held([rule.when for rule in rules], _known(kb, facts, standings), len(facts.years))]


def _known(kb: KnowledgeBase, facts: Facts, standings: Standings) -> Known:
    """Return what rules of situations can test; from outside one stands on no rung."""
    of, words = standings.of, facts.words.items()
    posts = (standings.posts != NONE).sum(axis=1)[of]
    return {
        **{name: Words(codes, list(kb.questions[name].labels)) for name, codes in words},
        "posts": Numbers(posts.astype(float)),
        "offers": Numbers((facts.offer != NONE).astype(float)),
        "years": Numbers(facts.years),
        "years_total": Numbers(facts.years_total),
        "rung": Words(np.where(standings.outside, NONE, standings.rung)[of], list(kb.rungs)),
    }


def _leading(tables: Tables, beliefs: Beliefs, acting: Bools) -> tuple[Bools, Bools, Bools]:
    """Return who has led people, by what they told and by their level, and of whom nothing says that they could not."""
    leading, top = tables.kb.rules.leading, tables.kb.top
    if leading is None:
        return np.ones_like(acting), acting, np.ones_like(acting)
    state = beliefs.states[:, tables.leading].astype(np.intp)
    by_level, untold = (state >= leading.least) & (state <= top), state > top + 1
    led = acting | by_level
    some = expectations_of(tables.kb)
    required = np.maximum(state - top - 2, 0)
    typical = some.typical_level[beliefs.rungs, tables.leading, required] * beliefs.typical
    supposed = some.uniform_level + np.sum(typical, axis=1)
    return led, by_level | (acting & untold), led | (untold & (supposed >= BEGUN))
