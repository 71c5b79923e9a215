"""What a group lacks: the skills that people are short of, and what one course for all of them would change."""

from collections.abc import Iterator

from opscareer.text import Text
from opscareer.views.team import TeamView
from opscareer.views.telling.heat import cell_aloud, cell_text
from opscareer.views.telling.team_tables import TableWords, told_first
from opscareer.views.words.headings import GAIN, LEVEL, MISSING, SKILL
from opscareer.views.words.units import points

_GAPS_NOTE = Text(
    "差多少，看各人在补的那个岗位。涨分是差的人全补上以后，匹配度加起来涨多少；一个人的满分是 100。",
    "Each is held against the position that they work on. What closing it adds is told in points of all their fits; "
    "100 is the whole fit of one person.",
)
_GAPS_OTHER = Text(
    "差的人太少、不单列的，一共 {gain}。", "What too few people are short of to be listed: {gain} in all."
)
_NOW = Text("现在/岗位要", "now/asked")
_SHORT = Text("差的人", "short")

_COURSES = Text("办一次培训", "One course")
_COURSES_NOTE = Text(
    "让差的人都补到位，或者都只升一级：匹配度一共涨多少，多几个人达到自己在补的岗位。现在达标的有 {ready} 人。",
    "If all who are short close it, or all rise by one level: what that adds to their fits, and how many more are "
    "then ready for the position that they work on. {ready} are now.",
)
_TOO_FEW = Text("人太少，不单说", "too few to tell")
_FEW = Text("* 是差得不止一级的人太少，不单说。", "* stands where it would tell of too few people.")
_CLOSED, _CLOSED_READY = Text("补到位", "closed"), Text("多几人达标", "more ready")
_STEP = Text("升一级", "one level")
_COURSES_SHOWN = 10


def lacks_of(view: TeamView, most: int | None = None, *, aloud: bool = False) -> Iterator[TableWords]:
    """Yield what is missing and what a course would change, where there is anything; at most so many rows of each.

    aloud: in words where a cell has signs.
    """
    yield from told_first((_gaps(view, aloud=aloud), _courses(view, aloud=aloud)), most)


def _gaps(view: TeamView, *, aloud: bool) -> TableWords:
    told = cell_aloud if aloud else cell_text
    other = [_GAPS_OTHER.fill(gain=points(view.other_gain))] if view.other_gain else []
    return TableWords(
        name="gaps",
        heading=MISSING,
        notes=(_GAPS_NOTE, *other),
        columns=(SKILL, LEVEL if aloud else _NOW, _SHORT, GAIN),
        rows=tuple(
            (gap.name, told(gap.now) if gap.now else "", str(gap.people), points(gap.gain)) for gap in view.skills
        ),
        figures=(1, 2, 3),
    )


def _courses(view: TeamView, *, aloud: bool) -> TableWords:
    shown = view.courses[:_COURSES_SHOWN]
    few = [_FEW] if not aloud and any(course.step_gain is None for course in shown) else []
    hidden = _TOO_FEW if aloud else "*"
    return TableWords(
        name="courses",
        heading=_COURSES,
        notes=(_COURSES_NOTE.fill(ready=view.group.ready or 0), *few),
        columns=(SKILL, _SHORT, _CLOSED, _CLOSED_READY, _STEP, _CLOSED_READY),
        rows=tuple(
            (
                course.name,
                str(course.people),
                points(course.gain),
                str(course.ready),
                hidden if course.step_gain is None else points(course.step_gain),
                str(course.step_ready),
            )
            for course in shown
        ),
        figures=(1, 2, 3, 4, 5),
    )
