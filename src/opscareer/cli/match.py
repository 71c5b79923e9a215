"""`opscareer match`: what job ads are for, what they ask, and how one fits to each."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from opscareer.cli.ads_given import texts_of
from opscareer.cli.command import AnswersOption, command
from opscareer.cli.person import situation_if_any
from opscareer.cli.session import Session
from opscareer.errors import FaultyAdError
from opscareer.outside.ad import numbered
from opscareer.outside.files import name_of

if TYPE_CHECKING:  # whoever only reads an ad does not wait for the advice
    from opscareer.model.ad import Match
    from opscareer.views.held import HeldView
    from opscareer.views.match import MatchView

    Found = Sequence[tuple[str | None, Match]]  # each ad by its name, where there are several


def match(
    session: Session,
    ads: Annotated[
        list[str],
        typer.Argument(
            metavar="AD...",
            help="A file with a job ad (text, web page, Word, PDF), or several; FILE#2 is its second; - is stdin.",
        ),
    ],
    answers: AnswersOption = None,
) -> None:
    """Read job ads: which position each is, what it asks in which words, and whether to apply."""
    from opscareer.match.match import Matcher
    from opscareer.match.reading import read

    for ad in ads:
        session.takes(numbered(ad)[0])
    matcher = Matcher(session.opened.lexicon())
    texts, faulty = texts_of(session, ads)
    found = [(name_of(ad) if len(ads) > 1 else None, matcher.match(read(text))) for ad, text in texts]
    held = _held(session, found, answers)
    if len(ads) > 1:
        _tell_several(session, held or _understood(session, found), [ad for ad, _ in texts])
    elif held:
        _tell_held(session, held[0])
    else:
        _tell_one(session, _understood(session, found)[0])
    if faulty:
        raise typer.Exit(FaultyAdError.exit_code)


def _understood(session: Session, found: "Found") -> "list[MatchView]":
    from opscareer.views.match import match_view

    names = session.opened.lexicon().names
    return [match_view(names, one, ad) for ad, one in found]


def _held(session: Session, found: "Found", answers: str | None) -> "list[HeldView]":
    """Return the ads with whoever is known held against them; none where nobody is."""
    situation = situation_if_any(session, answers)
    if situation is None:
        return []
    from opscareer.views.held import held_view

    names = session.opened.lexicon().names
    return [held_view(session.whole, situation, names, one, ad) for ad, one in found]


def _tell_one(session: Session, view: "MatchView") -> None:
    from opscareer.render.screen.match import match_page

    session.tell("match", view, lambda page: match_page(page, view))


def _tell_held(session: Session, view: "HeldView") -> None:
    from opscareer.render.screen.held import held_page

    session.tell("match", view, lambda page: held_page(page, view))


def _tell_several(session: Session, views: "Iterable[MatchView]", ads: Sequence[str]) -> None:
    from opscareer.render.screen.match import matches_page
    from opscareer.views.match import MatchesView

    several = MatchesView(tuple(views))
    session.tell("match", several, lambda page: matches_page(page, several), ads)


COMMANDS = {"match": command(match)}
