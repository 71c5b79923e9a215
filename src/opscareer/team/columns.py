"""The columns of a table of people, a row a person, and of the table of what they are told.

In: `id`, and `name` of whom a number tells apart; every question of the knowledge base by its id; every skill as
`skill.ID`, as in an answers file. A level is a word (`"3"`, `not-sure`, `no-opportunity`) or a whole number; empty and
null are not asked. `current` is a list of positions, empty for somebody from outside, and never null.
"""

import pyarrow as pa

from opscareer.errors import UsageError
from opscareer.interview.answers import SKILL
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE
from opscareer.model.question import Question
from opscareer.names import nearest
from opscareer.text import clean

ID, NAME, CURRENT = "id", "name", "current"

UNASKED, UNSURE, UNPROVED = -1, -2, -3
"""The codes of a skill that is no level: what nobody asked, what the person could not tell, and what they never did."""
WORDS = {NOT_SURE: UNSURE, NO_OPPORTUNITY: UNPROVED}

GAP = pa.struct([("skill", pa.string()), ("need", pa.int8()), ("have", pa.int8()), ("gain", pa.float64())])
"""One gap: the level needed, the level told (null where none was), and the points of fit (0-1) in it."""

TOLD = pa.schema(
    [
        (ID, pa.string()),
        (NAME, pa.string()),
        ("next", pa.string()),
        ("kind", pa.string()),
        ("then", pa.string()),
        ("fit", pa.float64()),
        ("score", pa.float64()),
        ("verdict", pa.string()),
        ("gates", pa.list_(pa.string())),
        ("gaps", pa.list_(GAP)),
        ("gaps_of", pa.string()),
        ("mastery", pa.float64()),
    ]
)
"""What is told of each person. At the top of the ladder `next` and what hangs on it are null, gates and gaps empty."""


def schema_of(kb: KnowledgeBase) -> pa.Schema:
    """Return the schema of a table of people: levels as words."""
    asked = [pa.field(question.id, _type(question)) for question in kb.questions.values()]
    skills = [pa.field(SKILL + skill, pa.string()) for skill in kb.skills]
    called = [] if NAME in kb.questions else [pa.field(NAME, pa.string())]
    return pa.schema([pa.field(ID, pa.string()), *called, *asked, *skills])


def words_of(kb: KnowledgeBase) -> tuple[str, ...]:
    """Return the columns that hold few words, over and over: worth reading as such."""
    choices = [q.id for q in kb.questions.values() if q.kind in ("choice", "position")]
    return (*choices, *(SKILL + skill for skill in kb.skills))


def _type(question: Question) -> pa.DataType:
    if question.kind in ("positions", "choices"):
        return pa.list_(pa.string())
    return pa.float64() if question.kind == "years" else pa.string()


def must_be_known(kb: KnowledgeBase, names: list[str]) -> None:
    """Raise UsageError for the first column that nothing is asked by, and where the present positions are missing."""
    known = set(schema_of(kb).names)
    if CURRENT not in names:
        raise UsageError(f"缺少 {CURRENT} 这一列", f"there is no column {CURRENT}")
    for name in names:
        if name not in known:
            near = nearest(name, known)
            hint = (f"最接近的：{'、'.join(near)}", f"nearest: {', '.join(near)}") if near else None
            raise UsageError(f"不认识 {clean(name)} 这一列", f"the column {clean(name)} is not known", hint)
