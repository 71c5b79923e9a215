"""What a direction and its gates are called."""

from opscareer.text import Text
from opscareer.views.advice import ProspectView
from opscareer.views.words import sentences as said

_FIT_OF = Text("{title}（匹配度是对{of}的）", "{title} (the fit is for {of})")


def gates_heading(step: ProspectView) -> Text:
    """Return what to call the gates of a step: of a post on offer they are no refusal."""
    return said.GATES_OFFERED if step.words.offered else said.GATES


def aim_gates_heading(step: ProspectView) -> Text:
    """Return what to call the gates of the position worked on, where that is another one than comes next."""
    return said.GATES_OF.fill(title=step.words.of or step.title)


def other_title(other: ProspectView) -> Text:
    """Return the title of another direction, with the position that its fit is of where that is another one."""
    of = other.words.of
    return _FIT_OF.fill(title=other.title, of=of) if of else other.title
