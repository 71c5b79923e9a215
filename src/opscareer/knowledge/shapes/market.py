"""The shape of what job ads teach: how many there are of which, and by which words they are told."""

from typing import Annotated

from pydantic import Field

from opscareer.knowledge.shapes.words import Id, Shape, Share, Words
from opscareer.model.market import TRUST


class CountsShape(Shape):
    """How many ads of each role and rung were counted."""

    roles: dict[Id, Annotated[int, Field(ge=0)]] = {}
    rungs: dict[Id, Annotated[int, Field(ge=0)]] = {}


class CueShape(Shape):
    """A word by which ads are told."""

    word: Words
    own: Annotated[list[Id], Field(min_length=1)]
    shares: dict[Id, Share] = {}
    trust: Annotated[float, Field(ge=0, le=2)] = TRUST
