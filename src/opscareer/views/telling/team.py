"""What is told of a group, as texts and tables that all formats say; no id of anybody, unless names were asked for."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from opscareer.model.nouns import RUNG
from opscareer.text import Text, joined
from opscareer.views.cover import CoverView, best_hires
from opscareer.views.team import PostView, TeamView
from opscareer.views.telling.heat import cell_aloud, cell_text
from opscareer.views.words.headings import FIT, GAIN, LEVEL, MISSING, NEARNESS, NEXT, POSITION, SKILL
from opscareer.views.words.sentences import KINDS, ROLE, VERDICTS
from opscareer.views.words.units import percent, points

TITLE = Text("团队", "The team")
USE = Text(
    "这里是大家自己说的级别，按一套规则算出来的。拿它商量各人练什么、团队缺什么；不要拿它定招谁、裁谁、给谁多少钱，也不要拿它给人排名。",
    "These are levels that people gave themselves, put through a set of rules. Talk by them about what to work on and "
    "what the team lacks; do not decide by them whom to hire, to dismiss or what to pay, and rank nobody by them.",
)
FOOT = Text(
    "这一页离线做成，不写谁是谁；人数太少、一说就知道是谁的，合在一起说，或者不说。",
    "Made offline. Groups so small that a figure would tell of each person are put together, or left out.",
)
SMALL = Text(
    "不到 {n} 个人。说这么几个人，就等于说每一个人，所以别的都不说。",
    "Fewer than {n} people. What is told of so few is told of each of them, so nothing else is.",
)
NAMED_SHOWN = 8
"""So many are named in a cell of a table."""

_PEOPLE = Text("{n} 个人。", "{n} people.")
_FIT = Text("跟各自在补的岗位比，匹配度平均 {fit}。", "Mean fit for the position that each works on: {fit}.")
_VERDICTS = Text("下一步：{told}。", "Next steps: {told}.")
_KINDS = Text("怎么走：{told}。", "Moves: {told}.")
_COUNTED = Text("{what} {n} 人", "{what}: {n}")
_LEFT_OUT = Text("另有 {n} 行有错，没算进来。", "Left out, for there are faults in them: {n} rows.")
_MORE = Text("还有 {n} 行没列。", "{n} more rows are not listed.")

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
    "让差的人都补到位，或者都只升一级：匹配度一共涨多少，多几个人够得上自己在补的岗位。现在够得上的有 {ready} 人。",
    "If all who are short close it, or all rise by one level: what that adds to their fits, and how many more are "
    "then ready for the position that they work on. {ready} are now.",
)
_TOO_FEW = Text("人太少，不单说", "too few to tell")
_FEW = Text("* 是差得不止一级的人太少，不单说。", "* stands where it would tell of too few people.")
_CLOSED, _CLOSED_READY = Text("补到位", "closed"), Text("多几人够得上", "more ready")
_STEP = Text("升一级", "one level")

_POSTS = Text("谁接得上", "Who could step in")
_POSTS_NOTE = Text(
    "这里已经有的岗位，和它们往上一步的岗位。在岗的人不算，往下走的也不算。",
    "The posts held here, and those they rise to. Whoever holds one is not counted, nor whoever would step down to it.",
)
_HELD = Text("在岗", "in it")

_COVER = Text("只靠一个人的", "What rests on one person")
_COVER_NOTE = Text(
    "现有岗位要、而全队只有一个人说自己到了那一级的：这个人一走，就没有人会了。",
    "Asked by a post that is held here, and told by one person in the whole team: if they leave, nobody has it.",
)
_MISSING = Text("没有人会的", "What nobody has")
_MISSING_NOTE = Text(
    "现有岗位要、而没有一个人说自己到了那一级的。没答的也算没到。",
    "Asked by a post that is held here, and told by nobody. Who did not answer counts as not having it.",
)
_ASKED_BY, _WHO = Text("哪些岗位要", "asked by"), Text("谁", "who")

_HIRES = Text("招一个人", "One hire")
_HIRES_NOTE = Text(
    "假定来的人正好做到那个岗位要的，不多不少。三个岗位要同一项能力，算三处。",
    "Supposing that the newcomer has what that post asks and no more. A skill that three posts ask counts three times.",
)
_FILLS, _DOUBLES = Text("补上没人会的", "fills"), Text("不再只靠一个人", "doubles")
_SKILLS = Text("哪些能力", "skills")

_EACH = Text("每个人", "Each person")
_FIRST, _COURSES_SHOWN = 3, 10


Cell = Text | str


class TableWords(NamedTuple):
    """A part of the page: its name, what it is, and a table.

    figures: the columns that are numbers, from 0; more: how many rows are not listed, if any.
    """

    name: str
    heading: Text
    notes: tuple[Text, ...]
    columns: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]
    figures: tuple[int, ...]
    more: Text | None = None


def summary(view: TeamView) -> Iterator[Text]:
    """Yield what is told of the whole in sentences, and how many rows were left out."""
    whole = view.group
    yield SMALL.fill(n=whole.min_group) if whole.small else _PEOPLE.fill(n=whole.people)
    if whole.fit is not None:
        yield _FIT.fill(fit=percent(whole.fit))
        for told, counts, names in ((_VERDICTS, whole.verdicts, VERDICTS), (_KINDS, whole.kinds, KINDS)):
            counted = [_COUNTED.fill(what=names[one], n=count) for one, count in counts.items() if count]
            yield told.fill(told=Text(joined(counted).zh, "; ".join(one.en for one in counted)))
    if view.left_out.count:
        yield _LEFT_OUT.fill(n=view.left_out.count)


def lacks_of(view: TeamView, most: int | None = None, *, aloud: bool = False) -> Iterator[TableWords]:
    """Yield what is missing and what a course would change, where there is anything; at most so many rows of each.

    aloud: in words where a cell has signs.
    """
    yield from _told((_gaps(view, aloud=aloud), _courses(view, aloud=aloud)), most)


def cover_of(view: TeamView, most: int | None = None) -> Iterator[TableWords]:
    """Yield who could step in, what rests on one person or on nobody, whom to hire; and if named, what each is told."""
    yield from _told((_posts(view), _cover(view), _missing(view), _hires(view), _people(view)), most)


def _told(parts: Iterable[TableWords], most: int | None) -> Iterator[TableWords]:
    yield from (_cut(part, most) for part in parts if part.rows)


def _cut(part: TableWords, most: int | None) -> TableWords:
    if most is None or len(part.rows) <= most:
        return part
    return part._replace(rows=part.rows[:most], more=_MORE.fill(n=len(part.rows) - most))


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


def _posts(view: TeamView) -> TableWords:
    who = [_WHO] if view.names else []
    return TableWords(
        name="posts",
        heading=_POSTS,
        notes=(_POSTS_NOTE,),
        columns=(POSITION, _HELD, VERDICTS["ready"], VERDICTS["within-reach"], *who),
        rows=tuple(
            (post.title, str(post.held), str(post.ready), str(post.within_reach), *([_named(post)] if who else []))
            for post in view.positions
            if post.held or (post.here and (post.ready or post.within_reach))
        ),
        figures=(1, 2, 3),
    )


def _named(post: PostView) -> Text:
    """Return who is ready, then who is within reach, as far as there is room."""
    parts = [
        Text(f"{VERDICTS[verdict].zh}：{names.zh}", f"{VERDICTS[verdict].en}: {names.en}")
        for verdict, ids in (("ready", post.ready_ids), ("within-reach", post.within_ids))
        if ids
        for names in [joined(Text(id_, id_) for id_ in ids[:NAMED_SHOWN])]
    ]
    return Text("；".join(part.zh for part in parts), "; ".join(part.en for part in parts))


def _cover(view: TeamView) -> TableWords:
    return _asked("cover", _COVER, _COVER_NOTE, view.cover, named=view.names)


def _missing(view: TeamView) -> TableWords:
    return _asked("missing", _MISSING, _MISSING_NOTE, view.missing, named=False)


def _asked(name: str, heading: Text, note: Text, found: Sequence[CoverView], *, named: bool) -> TableWords:
    """Return skills at a level, each once, with the posts that ask it so."""
    same: dict[tuple[str, int], list[CoverView]] = {}
    for one in found:
        same.setdefault((one.skill, one.level), []).append(one)
    return TableWords(
        name=name,
        heading=heading,
        notes=(note,),
        columns=(SKILL, LEVEL, *([_WHO] if named else []), _ASKED_BY),
        rows=tuple(
            (some[0].name, str(some[0].level), *([some[0].by or "?"] if named else []), _first(some))
            for some in same.values()
        ),
        figures=(1,),
    )


def _first(asking: Sequence[CoverView]) -> Text:
    titles = joined(one.title for one in asking[:_FIRST])
    more = len(asking) - _FIRST
    return Text(f"{titles.zh} 等 {len(asking)} 个", f"{titles.en} and {more} more") if more > 0 else titles


def _hires(view: TeamView) -> TableWords:
    return TableWords(
        name="hires",
        heading=_HIRES,
        notes=(_HIRES_NOTE,),
        columns=(RUNG, POSITION, _FILLS, _DOUBLES, _SKILLS),
        rows=tuple(
            (hire.rung_name, hire.title, str(hire.fills), str(hire.doubles), joined(hire.names))
            for hire in best_hires(view.hires)
        ),
        figures=(2, 3),
    )


def _people(view: TeamView) -> TableWords:
    """Return what each person is told, where pages may name them and they stand in no file of their own."""
    lines = view.people if view.names and not isinstance(view.people, str) else ()
    return TableWords(
        name="people",
        heading=_EACH,
        notes=(),
        columns=(_WHO, FIT, NEXT, NEARNESS),
        rows=tuple(
            (
                line.id or "?",
                percent(line.fit or 0.0),
                ROLE.fill(title=line.title, kind=KINDS[line.kind]),
                VERDICTS[line.verdict],
            )
            for line in lines
            if line.title and line.kind and line.verdict
        ),
        figures=(1,),
    )
