"""A position that is named on the command line."""

from opscareer.cli.session import Session


def position_of(session: Session, word: str) -> str:
    """Return the position that a word names, saying as which level it is taken where it tells none.

    Raises UsageError.
    """
    from opscareer.interview.open_level import level_taken
    from opscareer.model.lookup import find_position

    position = find_position(session.whole, word)
    if told := level_taken(session.whole, word):
        session.note(told)
    return position
