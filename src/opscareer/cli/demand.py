"""`opscareer demand`: what many job ads ask, counted per role and rung."""

import csv
import json
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Annotated, Literal, TextIO

import typer

from opscareer.cli import environment
from opscareer.cli.command import command
from opscareer.cli.match import AdFileError, unreadable
from opscareer.cli.session import Session
from opscareer.text import Text, clean

_AT_ONCE = 200  # ads, between two signs of life
_READ = Text("读了 {n} 则", "{n} ads read")


def demand(
    session: Session,
    ads: Annotated[Path, typer.Argument(metavar="ADS", help="Job ads with title and text: JSON lines, or CSV.")],
    form: Annotated[
        Literal["csv"] | None, typer.Option("--format", metavar="csv", help="A line for each role, rung and skill.")
    ] = None,
) -> None:
    """Count what many job ads ask: per role and rung, how many ask for each skill, years and education."""
    from opscareer.match.demand import Demand
    from opscareer.match.match import Matcher
    from opscareer.render.demand import demand_csv, demand_json, demand_page

    kb = session.whole
    matcher, counted = Matcher(kb, session.opened.market()), Demand()
    texts = _texts(ads)
    while some := list(islice(texts, _AT_ONCE)):
        counted.add(matcher, some)
        _sign_of_life(session, counted.ads)
    rows = list(counted.rows())
    if form:
        session.write(demand_csv(rows))
        return
    session.answer(
        "demand",
        lambda: demand_json(counted.ads, counted.foreign, rows),
        lambda page: demand_page(page, kb, counted.ads, counted.foreign, rows),
    )


def _sign_of_life(session: Session, ads: int) -> None:
    """Say how far it has come, in one place of a terminal; nowhere else."""
    if environment.person_there():
        sys.stderr.write(f"\r{_READ.fill(n=ads).of(session.language)} ")
        sys.stderr.flush()


def _texts(file: Path) -> Iterator[str]:
    """Yield the text of each ad, its title as the first line. Raises AdFileError at the line that is none."""
    name = clean(str(file))
    try:
        with file.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
            for number, row in _rows(file, lines):
                if not isinstance(row, dict) or not isinstance(row.get("text"), str):
                    raise AdFileError(
                        f"{name}:{number}: 没有 text",
                        f"{name}:{number}: there is no text",
                        ('每行写 {"title": "…", "text": "…"}', 'each line is {"title": "…", "text": "…"}'),
                    )
                title = row.get("title")
                yield f"{title}\n{row['text']}" if isinstance(title, str) and title else row["text"]
    except (OSError, ValueError, csv.Error, RecursionError) as error:
        raise unreadable(name, error) from None


def _rows(file: Path, lines: TextIO) -> Iterator[tuple[int, object]]:
    if file.suffix.lower() == ".csv":
        csv.field_size_limit(10_000_000)
        yield from enumerate(csv.DictReader(lines), 2)
        return
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except json.JSONDecodeError as error:
                raise ValueError(f"line {number}: {error}") from None


COMMANDS = {"demand": command(demand)}
