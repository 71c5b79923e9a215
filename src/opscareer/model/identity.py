"""Which knowledge base it is that something was worked out from."""

from typing import NamedTuple

from opscareer.text import Text


class Identity(NamedTuple):
    """A knowledge base by its name, its version, and what its files hold, as a SHA-256."""

    name: Text
    version: str
    sha256: str
