"""What an ad asks besides skills: years of work, and education."""

import re
from collections.abc import Iterable

from opscareer.match.clauses import Clause
from opscareer.match.years import years_of
from opscareer.model.ad import Conditions, Education

_EDUCATION: tuple[tuple[Education, str], ...] = (
    ("secondary", r"高中(?!生|教育|课)|中专|中技|职高|初中(?!生|教育|课)|high school"),
    ("college", r"大专|专科(?!医)|associate(?:['’]s)? degree|college diploma"),
    (
        "bachelor",
        r"本科|学士|统招|bachelor|(?:university|college) degree|\bundergraduate"
        r"|\bb\.?[as]\.?/b\.?[as]\b|\bb\.[as]\b|\bbsc\b|\b(?:ba|bs) (?:degree|in\b)",
    ),
    (
        "master",
        r"硕士|研究生|\bmaster['’]s|\bmasters? degree|\bmba\b|博士|\bphd|postgraduate"
        r"|\bm\.?[as]\.?/m\.?[as]\b|\bm\.[as]\b|\bmsc\b|\b(?:ms|ma) (?:degree|in\b)",
    ),
)
_ANY = re.compile(
    r"学历 ?:? ?(?:不限|不[作做]?要求|无要求)|(?:不限|不看|不要求|无)学历"
    r"|education does(?: not|n['’]t) matter|no degree|degree (?:is )?not (?:required|necessary|needed)"
)


def conditions_of(found: Iterable[Clause]) -> Conditions:
    """Return what an ad asks of years and education; what it only wishes for does not count."""
    found = tuple(found)
    parts = [part for clause in found for part in clause.asked()]
    demands = [part for clause in found if clause.section == "demand" for part in clause.asked()]
    return Conditions(years_of(found), _education(demands) or _education(parts))


def _education(parts: Iterable[str]) -> Education | None:
    told = " \n".join(parts)
    if _ANY.search(told):
        return "any"
    return next((level for level, pattern in _EDUCATION if re.search(pattern, told)), None)
