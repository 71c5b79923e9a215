"""Odd people, as answers: each is a corner of the advice that a renderer has to show."""

from collections.abc import Mapping

from opscareer.interview import Answers, Value
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE

NAMES = ("newcomer", "top", "unsure", "no opportunity", "manager alone", "several posts", "perfect", "nothing told")


def people(kb: KnowledgeBase) -> Mapping[str, Answers]:
    """Return all of them by name."""
    skills = [f"skill.{skill}" for skill in kb.skills]
    unsure: dict[str, Value] = {skill: NOT_SURE if number % 2 else 2 for number, skill in enumerate(skills)}
    found: tuple[Answers, ...] = (
        {"current": (), "education": "secondary", "work": "games", "skill.copywriting": 1},
        {"current": ("ceo/chief",), "years": 12.0, **dict.fromkeys(skills, 5)},
        {"current": ("user-ops/specialist",), "years": 0.5, "goal": "cmo/chief", **unsure},
        {"current": ("bd/specialist",), "years_total": 3.5, **dict.fromkeys(skills, NO_OPPORTUNITY)},
        {"current": ("new-media-ops/manager",), "years": 1.0, "reports": "none", "education": "secondary"},
        {"current": ("content-ops/specialist", "bd/manager"), "years": 2.0, "goal": NOT_SURE, "skill.copywriting": 0},
        {"current": ("product-ops/specialist",), "years": 6.0, "education": "master", **dict.fromkeys(skills, 5)},
        {"current": ("data-ops/specialist",)},
    )
    return dict(zip(NAMES, found, strict=True))
