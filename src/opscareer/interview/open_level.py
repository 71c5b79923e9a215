"""What there is to say where somebody names a post by what its whole line is called: which level it is taken as."""

from opscareer.model.kb import KnowledgeBase
from opscareer.model.line_names import rungs_meant
from opscareer.text import Text, clean, joined

_TAKEN = Text(
    "“{said}”没说是哪一级，按 {taken} 算。同一条线上还有：{others}",
    "“{said}” tells no level, and is taken as {taken}. The same line also has: {others}",
)


def level_taken(kb: KnowledgeBase, said: str) -> Text | None:
    """Return as which rung of its line a name is taken that tells none; None where it tells one."""
    if not (rungs := rungs_meant(kb, said)):
        return None
    taken, *others = (Text(*(f"{title} [{id_}]" for title in kb.positions[id_].title)) for id_ in rungs)
    return _TAKEN.fill(said=clean(said).strip(), taken=taken, others=joined(others))
