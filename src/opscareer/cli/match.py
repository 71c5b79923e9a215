"""`opscareer match`: what job ads are for, what they ask, and how one fits to each."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from opscareer.cli.command import AnswersOption, command
from opscareer.cli.session import Session
from opscareer.outside.ads import text_of
from opscareer.outside.files import name_of
from opscareer.text import Text

if TYPE_CHECKING:  # whoever only reads an ad does not wait for the advice
    from opscareer.advice import Situation
    from opscareer.advice.ad_fit import AdFit
    from opscareer.model.ad import Match
    from opscareer.render.json_parts import Object
    from opscareer.render.screen.page import Page


def match(
    session: Session,
    ads: Annotated[
        list[str],
        typer.Argument(
            metavar="AD...", help="A file with a job ad (text, web page, Word, PDF), or several; - is stdin."
        ),
    ],
    answers: AnswersOption = None,
) -> None:
    """Read job ads: which position each is, what it asks in which words, and whether to apply."""
    from opscareer.match.match import Matcher
    from opscareer.match.reading import read

    lexicon = session.opened.lexicon()
    matcher = Matcher(lexicon)
    found = [matcher.match(read(text_of(ad))) for ad in ads]
    situation = session.situation_if_any(answers)
    fits = [_fit(session, one, situation) for one in found]

    def as_json() -> "Object":
        told = [_told(session, lexicon.names, one, situation, fit) for one, fit in zip(found, fits, strict=True)]
        return (
            told[0] if len(ads) == 1 else {"ads": [{"ad": name_of(ad), **t} for ad, t in zip(ads, told, strict=True)]}
        )

    def as_page(page: "Page") -> None:
        from opscareer.render.match_page import fit_section, match_page, matches_page, no_fit_section

        if len(ads) > 1:
            matches_page(page, lexicon.names, list(zip(map(name_of, ads), found, fits, strict=True)))
            return
        match_page(page, lexicon.names, found[0])
        if situation and fits[0]:
            fit_section(page, session.whole, situation, fits[0])
        elif situation:
            no_fit_section(page, found[0])

    session.answer("match", as_json, as_page)


def _fit(session: Session, found: "Match", situation: "Situation | None") -> "AdFit | None":
    """Return how somebody fits to an ad; None of nobody, and where too little was read to say."""
    if situation is None or not found.comparable:
        return None
    from opscareer.advice.ad_fit import fit_to_ad

    return fit_to_ad(session.whole, found.asked, situation, found.conditions)


def _told(
    session: Session, names: Mapping[str, Text], found: "Match", situation: "Situation | None", fit: "AdFit | None"
) -> "Object":
    from opscareer.render import match_json

    told = match_json.match(names, found)
    return {**told, **match_json.fit_to(session.whole, situation, fit)} if situation else told


COMMANDS = {"match": command(match)}
