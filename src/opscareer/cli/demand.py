"""`opscareer demand`: what many job ads ask, counted per role and rung."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Annotated

import typer

from opscareer.cli import environment
from opscareer.cli.command import command
from opscareer.cli.session import Session
from opscareer.outside.ads import postings, size_of
from opscareer.text import Text, clean, first_of

_AT_ONCE = 50  # ads, between two moves of the bar
_SHOWN = 8
_COLUMNS = Text("没有读的列：{names}", "Columns that are not read: {names}")
_NO_IDS = Text(
    "role 和 rung 要写编号（opscareer roles 和 ladder 里有），这些不是：{words}",
    "role and rung are ids (opscareer roles and ladder list them), and these are none: {words}",
)
_AGAIN = Text("有 {n} 则和前面的一样，没有重复算", "Ads that came before in the same words, and are counted once: {n}")
_READING = Text("在读招聘", "reading ads")


def demand(
    session: Session,
    ads: Annotated[
        str,
        typer.Argument(
            metavar="ADS",
            help="Job ads as JSON lines or CSV: text, and if there are any title, company, role, rung; - is stdin.",
        ),
    ],
) -> None:
    """Count what many job ads ask: per role and rung, how many ask for each skill, years and education.

    Of what it is not told it reads in each ad what position that is for. Many ads of one company do not decide: they
    count as the root of their number.
    """
    from opscareer.match.demand import Demand
    from opscareer.match.match import Matcher
    from opscareer.match.once import Once
    from opscareer.render.screen.demand import demand_page
    from opscareer.views.demand import demand_view

    session.takes(ads)
    demand = Demand(Matcher(session.opened.lexicon()))
    once, columns = Once(), list[str]()
    with _bar(session, size_of(ads)) as read:
        told = once.only(postings(ads, read, columns.extend))
        while some := list(islice(told, _AT_ONCE)):
            demand.add(some)
    if columns:
        environment.tell(_passed_over(columns), session.language)
    if demand.unknown:
        environment.tell(_unknown(demand.unknown), session.language)
    if once.repeated:
        environment.tell(_AGAIN.fill(n=once.repeated), session.language)
    view = demand_view(session.whole, demand.counted(), once.repeated)
    session.tell("demand", view, lambda page: demand_page(page, view), [ads])


def _passed_over(names: list[str]) -> Text:
    """Return that some columns are not read."""
    return _COLUMNS.fill(names=first_of([Text(name, name) for name in names], _SHOWN))


def _unknown(words: Mapping[str, int]) -> Text:
    """Return what was told as a role or a rung and is the id of none."""
    shown = [Text(f"{word}（{n} 则）", f"{word} ({n})") for word, n in ((clean(word), n) for word, n in words.items())]
    return _NO_IDS.fill(words=first_of(shown, _SHOWN))


@contextmanager
def _bar(session: Session, size: int | None) -> Iterator[Callable[[int], object]]:
    """Give what is to be told how many bytes have been read; where a person looks on it shows how far that is."""
    if session.plain or not environment.person_there():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(_READING.of(session.language), total=size)
        yield lambda read: progress.advance(task, read)


COMMANDS = {"demand": command(demand)}
