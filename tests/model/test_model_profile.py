from opscareer.model.profile import Profile


def test_who_holds_no_position_is_outside() -> None:
    """Somebody without a present position comes from outside the trade."""
    assert Profile().outside
    assert not Profile(current=("writer/specialist",)).outside
