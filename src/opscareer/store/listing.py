"""Lists of the assessments in the file: of each no more than a line tells, and no more of them than are to be shown."""

import json
from collections.abc import Callable
from typing import Any

from opscareer.model.assessment import Assessment
from opscareer.reasons import reason_of
from opscareer.store.assessments import Found, found_in, read_row
from opscareer.store.file import Store
from opscareer.store.shape import ShapeError, in_utc
from opscareer.text import clean

_ROW = "assessment, CAST(taken_at AS BLOB), CAST(kb_sha256 AS BLOB), CAST(current AS BLOB), CAST(next AS BLOB)"
_NEWEST = f"SELECT {_ROW} FROM summary ORDER BY taken_at DESC, assessment DESC LIMIT ?"  # noqa: S608 - ours
_EARLIER = f"""SELECT {_ROW} FROM summary WHERE (taken_at, assessment) < (?, ?) AND kb_sha256 = ?
               AND instr(next, ?) ORDER BY taken_at, assessment"""  # noqa: S608 - ours
_EVERY = -1  # a limit that is none


def listed(store: Store, newest: int | None = None) -> Found:
    """Return the newest so many assessments (all without a number) in the order in which they were taken.

    They hold no more than lists tell: the positions held, and of the advice its next role.
    """
    rows = store.rows(_NEWEST, _EVERY if newest is None else newest)
    return found_in(reversed(rows), _reader())


def counted(store: Store) -> int:
    """Return how many assessments there are, readable or not."""
    ((count,),) = store.rows("SELECT count(*) FROM summary")
    return int(count)


def unlisted(store: Store) -> tuple[int, ...]:
    """Return the ids of those of which lists can tell nothing, as they could not be read when the file was renewed."""
    return tuple(id_ for (id_,) in store.rows("SELECT assessment FROM summary WHERE current IS NULL OR next IS NULL"))


def first_alike(store: Store, last: Assessment, until: Assessment) -> Assessment | None:
    """Return the first before another whose fit is of the same position as that of the last, by its knowledge base."""
    named = json.dumps(last.gaps_of)
    read = _reader()
    for row in store.rows(_EARLIER, until.taken_at, until.id, last.kb_sha256, named):
        for one in found_in([row], read).assessments:
            if one.gaps_of == last.gaps_of and one.fit is not None:
                return one
    return None


def _reader() -> Callable[[Any], Assessment]:
    """Return what reads a row; what many have in common is read and checked once."""
    known: dict[tuple[bytes, bytes], Assessment] = {}

    def read(row: Any) -> Assessment:
        id_, taken_at, kb, current, best = row
        if (alike := known.get((current, best))) is None:
            told = current and b'{"current": %s}' % current, best and b'{"next": %s}' % best
            alike = known[current, best] = read_row((id_, taken_at, kb, *told))
            return alike
        return _at(alike, id_, taken_at, kb)

    return read


def _at(alike: Assessment, id_: int, taken_at: Any, kb: Any) -> Assessment:
    """Return an assessment that tells the same of another time. Raises ShapeError."""
    try:
        when, whose = taken_at.decode(), clean(kb.decode())
    except (ValueError, AttributeError) as error:
        raise ShapeError(*reason_of(error)) from None
    return Assessment(id_, in_utc(when, "taken_at"), whose, alike.answers, alike.advice)
