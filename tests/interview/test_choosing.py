from small_kb import SMALL, WRITER

from opscareer.advice import situation_of
from opscareer.interview.choosing import by_importance
from opscareer.model.profile import Profile


def test_heaviest_skill_first() -> None:
    """Asked first is the unasked skill that weighs most in what could come next; of equal ones the first by id."""
    situation = situation_of(SMALL, WRITER)
    # writer/manager, seller/specialist and counter/specialist: words 1, deals .75, people .75, sums .5.
    left: frozenset[str] = frozenset()
    order = []
    while (skill := by_importance(SMALL, situation, left)) is not None:
        order.append(skill)
        left |= {skill}
    assert order == ["words", "deals", "people", "sums"]


def test_skills_of_other_positions_are_not_asked() -> None:
    """A skill that nothing that could come next asks for is not asked."""
    situation = situation_of(SMALL, Profile(("top/chief",)))
    assert by_importance(SMALL, situation, frozenset({"people", "sums"})) is None
