import pytest
from small_kb import SMALL, WRITER

from opscareer.advice import situation_of
from opscareer.advice.fit import fit_of
from opscareer.advice.prospect import held_against


@pytest.mark.parametrize("position", ["writer/specialist", "writer/manager", "seller/manager", "top/chief"])
def test_any_position_by_what_it_asks_itself(position: str) -> None:
    """Fit and gaps are those of the very position that is asked about, of the present post too; they add up to 1."""
    situation = situation_of(SMALL, WRITER)
    found = held_against(SMALL, situation, position)
    assert (found.position, found.gaps_of) == (position, position)
    assert found.fit == fit_of(SMALL.positions[position].requirements, situation.beliefs)
    assert found.fit + sum(gap.gain for gap in found.gaps) == pytest.approx(1)
