"""Odd people, as answers: each is a corner of the advice that a renderer has to show."""

from collections.abc import Mapping

from opscareer.interview import Answers, Value
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE

NAMES = ("newcomer", "top", "unsure", "no opportunity", "manager alone", "several posts", "perfect", "nothing told")
"""Corners of what people know."""

BROUGHT = ("craft", "offered", "in trouble", "out of work", "coming back", "goal", "leap", "unfinished top")
"""What brings people: each is another kind of step, way or playbook."""

ALL = (*NAMES, *BROUGHT)


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
    return {**dict(zip(NAMES, found, strict=True)), **_brought(kb)}


def _brought(kb: KnowledgeBase) -> Mapping[str, Answers]:
    """Return people who do their present post as it asks, but for one long away, and what brings them."""
    craft, ads = _doing(kb, "customer-service/senior"), _doing(kb, "performance-ads/senior")
    product, words = _doing(kb, "product-ops/manager"), _doing(kb, "copywriter/senior", "brand/manager")
    led = kb.needed["product-ops/manager"].keys() - kb.needed["product-ops/senior"].keys()
    rusty: dict[str, Value] = {f"skill.{skill}": 0 for skill in led}
    found: tuple[Answers, ...] = (
        {
            **craft,
            "years": 4.0,
            "lead": "no",
            "reason": "asked-to-lead",
            "skill.process-building": 0,
            "skill.data-analysis": 1,
        },
        {
            **ads,
            "years": 1.0,
            "reason": "offered",
            "offer": "performance-ads/manager",
            "skill.team-leadership": 1,
            "offer_facts": ("pay-flat", "rival"),
        },
        {
            **_doing(kb, "content-ops/senior"),
            "years": 2.0,
            "reason": "company-trouble",
            "lead": "yes",
            "skill.team-leadership": 0,
            "skill.copywriting": 5,
            "trouble_facts": ("pay-late",),
        },
        {**product, "years": 3.0, "reason": "out-of-work", "away": "short"},
        {**product, **rusty, "years": 3.0, "reason": "out-of-work", "away": "long"},
        {**product, "years": 1.5, "goal": "coo/chief", "lead": "yes"},
        {**words, "years": 4.0, "lead": "yes", "reason": "another-line"},
        {
            "current": ("ceo/chief",),
            "years": 1.0,
            "reason": "no-opening",
            "skill.team-leadership": 3,
            "stuck_facts": ("pay-frozen",),
        },
    )
    return dict(zip(BROUGHT, found, strict=True))


def _doing(kb: KnowledgeBase, present: str, another: str = "") -> Answers:
    """Return the answers of who does all that their post asks, and what another one asks, if any."""
    levels = {**kb.needed[present], **kb.needed.get(another, {})}
    return {"current": (present,), **{f"skill.{skill}": level for skill, level in levels.items()}}
