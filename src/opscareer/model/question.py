"""A question that is not about a skill: where one stands, what one wants, and the facts that the rules need."""

from collections.abc import Mapping
from typing import Literal

from opscareer.model.rules import Test
from opscareer.records import dataclass
from opscareer.text import NOTHING, Text

REASON, OFFER, OFFERED = "reason", "offer", "offered"
"""What brings somebody, which post is offered to them, and that this is what brings them: who names only the post is
brought by it."""

Kind = Literal["positions", "position", "years", "choice", "choices", "text"]


@dataclass(frozen=True)
class Option:
    """One answer to choose. Options of a scale (education) stand from least to most.

    say: what who chooses it is told to do about it; None where it is not told by itself.
    """

    id: str
    label: Text
    say: Text | None = None


@dataclass(frozen=True)
class Question:
    """A question about the person, asked where all its tests hold, and those to spare somebody (`unless`) do not all.

    What is asked for as text is told as it was written, and decides nothing. `interest` is a question's share (0-1) of
    the interest in a line of work; `reads` names what of a role each option is held against, and `worth` what a role's
    first, second ... entry there counts (0-1). why: what hangs on the answer.
    """

    id: str
    kind: Kind
    text: Text
    help: Text
    options: tuple[Option, ...]
    when: tuple[Test, ...]
    required: bool
    interest: float
    reads: str
    worth: tuple[float, ...]
    sources: tuple[str, ...]
    why: Text = NOTHING
    unless: tuple[Test, ...] = ()

    @property
    def labels(self) -> Mapping[str, Text]:
        """The label of each option by its id."""
        return {option.id: option.label for option in self.options}
