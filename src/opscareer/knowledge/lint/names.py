"""Names that stand for two things: titles, aliases, skills."""

from collections.abc import Iterator

from opscareer.errors import Fault
from opscareer.knowledge.lint.parts import positions_of
from opscareer.knowledge.shapes.kb import KbShape
from opscareer.knowledge.trail import located
from opscareer.text import Text
from opscareer.written.yaml_nodes import Node

_SAME = Text("和 {other} 同名", "has the same title as {other}")
_ALIAS = Text("{name} 已经是 {other} 的叫法", "{name} is what {other} is called already")
_LETTER = Text("一个字的叫法，读招聘时不找", "a name of one letter is looked for in no ad")
_LEAST = 2  # letters


def titles_differ(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Warn where two positions are called the same: nobody can name one of them."""
    seen: dict[str, str] = {}
    for id_, (path, position) in positions_of(shape).items():
        for lang, title in (("zh", position.title.zh), ("en", position.title.en)):
            other = seen.setdefault(f"{lang} {title.casefold()}", id_)
            if other != id_:
                yield located(root, (*path, "title", lang), _SAME.fill(other=other))._replace(severity="warning")


def aliases_are_free(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Warn where an alias of one position is a name of another: who is called so is taken for either."""
    positions = positions_of(shape)
    taken = {title.casefold(): id_ for id_, (_, p) in positions.items() for title in (p.title.zh, p.title.en)}
    for id_, (path, position) in positions.items():
        for lang, names in (("zh", position.aliases.zh), ("en", position.aliases.en)):
            for number, name in enumerate(names):
                other = taken.setdefault(name.casefold(), id_)
                if other != id_:
                    told = _ALIAS.fill(name=name, other=other)
                    yield located(root, (*path, "aliases", lang, number), told)._replace(severity="warning")


def aliases_can_be_found(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Warn of an alias of one letter: it is looked for in no text."""
    called = [(path, position.aliases) for path, position in positions_of(shape).values()]
    called += [(("skills", index), skill.aliases) for index, skill in enumerate(shape.skills)]
    for path, aliases in called:
        for lang, names in (("zh", aliases.zh), ("en", aliases.en)):
            for number, name in enumerate(names):
                if len(name.strip()) < _LEAST:
                    yield located(root, (*path, "aliases", lang, number), _LETTER)._replace(severity="warning")


def skills_are_called_apart(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Warn where two skills have one name."""
    seen: dict[str, str] = {}
    for index, skill in enumerate(shape.skills):
        for lang, name in (("zh", skill.name.zh), ("en", skill.name.en)):
            other = seen.setdefault(f"{lang} {name.casefold()}", skill.id)
            if other != skill.id:
                path = ("skills", index, "name", lang)
                yield located(root, path, _SAME.fill(other=other))._replace(severity="warning")
