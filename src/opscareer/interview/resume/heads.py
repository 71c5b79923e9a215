"""Which lines may stand in the head of a post, and which title one of them tells."""

import re
from collections.abc import Container, Sequence

from opscareer.interview.resume.lines import Line
from opscareer.interview.resume.titled import labelled, title_in

HEAD = 100
"""Letters; a longer line tells what was done."""
NEAR = (0, -1, 1, -2, 2)
"""How many lines off a title may stand; of equal places the first is taken."""
_SENTENCE = re.compile(
    r"(?:[。;!?]|(?<!\binc)(?<!\bltd)(?<!\bco)(?<!\bcorp)(?<!\bu\.s)\.)\Z", re.IGNORECASE
)  # no firm's


def is_sentence(text: str) -> bool:
    """Return whether a line ends as a sentence does, and not as the short name of a firm."""
    return _SENTENCE.search(text) is not None


def is_head(line: Line) -> bool:
    """Return whether a line may stand in the head of a post: no sentence, and no entry of a list but of labels."""
    if labelled(line.text):
        return True
    return not line.bullet and len(line.text) <= HEAD and not is_sentence(line.text)


def title_beside(lines: Sequence[Line], number: int, place: int, taken: Container[int]) -> str:
    """Return the title that a line some places off tells, if all lines up to there are of the same head."""
    step = 1 if place > 0 else -1
    between = range(number + step, number + place + step, step)
    if not all(0 <= n < len(lines) and n not in taken and is_head(lines[n]) for n in between):
        return ""
    line = lines[number + place].text
    return labelled(line) or title_in(line)
