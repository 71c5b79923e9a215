"""What the rules of a knowledge base look at: its texts, and how one of its positions leads to another."""

import re
from collections.abc import Iterator

from opscareer.model.kb import KnowledgeBase
from opscareer.text import Lang


def level_texts(kb: KnowledgeBase, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield the texts of the levels 1-5 with where they stand, without any name of a skill in them."""
    names = sorted((skill.name.of(lang).lower() for skill in kb.skills.values()), key=len, reverse=True)
    any_name = re.compile("|".join(map(re.escape, names)))
    for skill in kb.skills.values():
        for level in range(1, 6):
            yield f"{skill.id} {level}", any_name.sub("", skill.levels[level].of(lang).lower())


def grams(text: str, length: int) -> set[str]:
    """Return all runs of so many characters."""
    return {text[start : start + length] for start in range(len(text) - length + 1)}


def fit_of_who_just_meets(kb: KnowledgeBase, position: str, wanted: str) -> float:
    """Return the fit to one position of somebody who has exactly what another one requires."""
    have = kb.needed[position]
    return sum(r.weight * min(have.get(r.skill, 0) / r.level, 1) for r in kb.positions[wanted].requirements)


def next_of_line(kb: KnowledgeBase, position: str) -> list[str]:
    """Return what a position rises to next in its own role, on either track.

    The craft is reached over the senior: where a line has none, its experts are no next step of its specialists.
    """
    role = kb.positions[position].role
    ups = [up for up in kb.promotions(position) if kb.positions[up].role == role]
    height = min(map(kb.order, ups), default=0)
    far = height - kb.order(position) > 1
    craft = {rung.id for rung in kb.rungs.values() if rung.track == "craft"}
    return [up for up in ups if kb.order(up) == height and not (far and kb.positions[up].rung in craft)]


def written(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text below a value of a file, with the path to it."""
    if isinstance(value, str):
        yield path, value
    for key, child in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from written(child, f"{path}/{key}")
