"""Who of a group could step in, what rests on one person or on nobody, whom to hire, and what each is told."""

from collections.abc import Iterator, Mapping, Sequence

from opscareer.model.nouns import RUNG
from opscareer.text import Text, joined
from opscareer.views.cover import CoverView, best_hires
from opscareer.views.person_line import PersonLine
from opscareer.views.team import PostView, TeamView
from opscareer.views.telling.team_tables import TableWords, told_first
from opscareer.views.words.headings import FIT, LEVEL, NEARNESS, NEXT, POSITION, SKILL
from opscareer.views.words.kinds import KINDS
from opscareer.views.words.sentences import ROLE, VERDICTS
from opscareer.views.words.units import percent

_NAMED_SHOWN = 8  # in a cell of a table

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
_FIT_OF = Text("对哪个岗位", "fit for")
_FIT_OF_NOTE = Text(
    "匹配度是对下一步那个岗位的；另外写了岗位的，是对写的那个。",
    "The fit is for the next step, or for another position where one is named.",
)
_KEPT = Text("先守住", "stay for now")
_FIRST = 3


def cover_of(view: TeamView, most: int | None = None) -> Iterator[TableWords]:
    """Yield who could step in, what rests on one person or on nobody, whom to hire; and if named, what each is told."""
    yield from told_first((_posts(view), _cover(view), _missing(view), _hires(view), _people(view)), most)


def _posts(view: TeamView) -> TableWords:
    who = [_WHO] if view.names else []
    return TableWords(
        name="posts",
        heading=_POSTS,
        notes=(_POSTS_NOTE,),
        columns=(POSITION, _HELD, VERDICTS["ready"], VERDICTS["within-reach"], *who),
        rows=tuple(
            (
                post.title,
                str(post.held),
                str(post.ready),
                str(post.within_reach),
                *([_named(view, post)] if who else []),
            )
            for post in view.positions
            if post.held or (post.here and (post.ready or post.within_reach))
        ),
        figures=(1, 2, 3),
    )


def _called(id_: str | None, name: str | None) -> str:
    """Return who somebody is: by their number, what they are called beside it."""
    return f"{id_ or '?'} {name}" if name else id_ or "?"


def _named(view: TeamView, post: PostView) -> Text:
    """Return who is ready, then who is within reach, as far as there is room."""
    parts = [
        Text(f"{VERDICTS[verdict].zh}：{names.zh}", f"{VERDICTS[verdict].en}: {names.en}")
        for verdict, ids in (("ready", post.ready_ids), ("within-reach", post.within_ids))
        if ids
        for names in [joined(Text(*[_called(id_, view.called.get(id_))] * 2) for id_ in ids[:_NAMED_SHOWN])]
    ]
    return Text("；".join(part.zh for part in parts), "; ".join(part.en for part in parts))


def _cover(view: TeamView) -> TableWords:
    return _asked("cover", _COVER, _COVER_NOTE, view.cover, view.called if view.names else None)


def _missing(view: TeamView) -> TableWords:
    return _asked("missing", _MISSING, _MISSING_NOTE, view.missing, None)


def _asked(
    name: str, heading: Text, note: Text, found: Sequence[CoverView], called: Mapping[str, str] | None
) -> TableWords:
    """Return skills at a level, each once, with the posts that ask it so; called: names by number, if any are told."""
    same: dict[tuple[str, int], list[CoverView]] = {}
    for one in found:
        same.setdefault((one.skill, one.level), []).append(one)
    return TableWords(
        name=name,
        heading=heading,
        notes=(note,),
        columns=(SKILL, LEVEL, *([_WHO] if called is not None else []), _ASKED_BY),
        rows=tuple(
            (
                one.name,
                str(one.level),
                *([_called(one.by, called.get(one.by or ""))] if called is not None else []),
                _first(some),
            )
            for some in same.values()
            for one in some[:1]
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
    other = any(_fit_of(line) for line in lines)
    return TableWords(
        name="people",
        heading=_EACH,
        notes=(_FIT_OF_NOTE,) if other else (),
        columns=(_WHO, FIT, *((_FIT_OF,) if other else ()), NEXT, NEARNESS),
        rows=tuple(
            (
                _called(line.id, line.name),
                percent(line.fit or 0.0),
                *((_fit_of(line) or "",) if other else ()),
                ROLE.fill(title=line.title, kind=_KEPT if line.kind == "stay" and _fit_of(line) else KINDS[line.kind]),
                VERDICTS[line.verdict],
            )
            for line in lines
            if line.title and line.kind and line.verdict
        ),
        figures=(1,),
    )


def _fit_of(line: PersonLine) -> Text | None:
    """Return the position that a fit is of, where it is not the next one."""
    return line.aim if line.gaps_of != line.next else None
