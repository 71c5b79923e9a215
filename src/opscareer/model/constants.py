"""The constants of the arithmetic, as a knowledge base gives them."""

from opscareer.records import dataclass


@dataclass(frozen=True)
class Constants:
    """The numbers of the arithmetic. Shares are of 1; why each is what it is stands in `Rules.reasons`."""

    interest: float
    """Share of a line's score: how much what somebody would like to do counts, beside their skills."""

    entry_interest: float
    """Share of a line's score: the same for whoever comes from outside."""

    promotion: float
    """Share added to the score of one's own line, because standing and contacts are there already."""

    settled: float
    """The same for whoever came for something else than their line of work."""

    tie: float
    """Share: lines whose scores differ by no more are told as level."""

    telling_gain: float
    """Share of fit: what a gap has to bring to be worth working on first."""

    first_gap: float
    """How many times a gap counts that leading adds, or that is far away and cannot be done without."""

    new_gap: float
    """How many times a gap counts in what the present post never asked."""

    unused_scale: float
    """Share of what a post asks that people in it have: the measure of what would lie unused."""

    short_list: float
    """Share of its rung's usual number of requirements, from which a list says all that its post calls for."""

    ready: float
    """Fit from which somebody is ready for a post."""

    within_reach: float
    """Fit from which a post is in reach."""

    first_rise: float
    """The same of the first promotion, out of a post that one begins by into one that leads nobody."""

    lead_rise: float
    """The same of the promotion onto a track: to lead people, or to live by the craft."""

    higher_rise: float
    """The same of the promotion out of the lowest posts of the tracks: from there on one leads people who lead."""

    offer_reach: float
    """Fit from which a post offered is in reach, where rules judge offers first and say nothing else."""
    smaller_offer: float
    """Fit from which a smaller piece of a post offered is worth having."""

    mastery: float
    """Fit with the present post from which one may talk of the next step."""

    mastery_answered: float
    """Share of what the present post asks that has to be answered before a verdict on it."""

    prior_present: float
    """Share of the level that the present post asks, at which an unanswered skill is supposed."""

    prior_elsewhere: float
    """Share of the level that the rung asks on average, at which a skill is supposed that the post does not ask."""

    prior_sd: float
    """Levels, of the five built-in ones: how far such a supposition spreads."""

    prior_typical: float
    """How likely (0-1) somebody is typical of their post, before they have answered."""

    stop_confidence: float
    """How unlikely (0-1) open questions have to be to change the line, for the asking to stop."""

    stop_answers: float
    """How many skills are answered at least before it stops."""

    stop_questions: float
    """How many skills are asked at most before it stops."""

    stop_line: float
    """How many skills are asked at most to settle the line, where nobody wished to be surer."""

    stop_step: float
    """How many times the doubt that is left of the line may be left of the step."""

    broad_rivals: int
    """How many rivals of the first line are told apart from the beginning on; more are first asked broadly."""

    broad_questions: int
    """How many of the first skills are then those in which all rivals differ most."""

    plan_parallel: int
    """How many skills are worked on at once."""

    path_sideways: int
    """How many steps sideways a path takes at most."""

    path_entries: int
    """By how many posts whoever comes from outside may begin a path."""

    path_steps: int
    """How many places the search for paths looks at, at most."""

    review_months: float
    """Months until one should look again; a way that saves more is shorter, one that saves less hardly is."""
