from opscareer.model.demand import Counted, Row
from opscareer.model.kb import KnowledgeBase
from opscareer.views.demand import RowView, demand_view
from opscareer.views.encoding import encode_record, entries_of

ROW = Row("bd", "manager", 3, (("seo", 2, 0.5), ("copywriting", 1, 0.25)), ((2, 1), (5, 2)), (("bachelor", 3),))
COUNTED = Counted(4, 1, (ROW,), (Row("bd", "", 3, (), (), ()),), (Row("", "manager", 3, (), (), ()),))


def test_counts_are_told(kb: KnowledgeBase) -> None:
    """A row says what it is of, then what was counted; of all rungs, or all roles, it names none."""
    nothing = {"n": 3, "skills": [], "years": [], "education": []}
    told = encode_record(demand_view(kb, COUNTED))
    assert told == {
        "ads": 4,
        "repeated": 0,
        "foreign": 1,
        "table": [
            {
                "role": "bd",
                "rung": "manager",
                "n": 3,
                "skills": [{"skill": "seo", "n": 2, "share": 0.5}, {"skill": "copywriting", "n": 1, "share": 0.25}],
                "years": [{"years": 2, "n": 1}, {"years": 5, "n": 2}],
                "education": [{"education": "bachelor", "n": 3}],
            }
        ],
        "roles": [{"role": "bd", **nothing}],
        "rungs": [{"rung": "manager", **nothing}],
    }
    assert [entry.key for entry in entries_of(RowView)][:3] == ["role", "rung", "n"]


def test_names_of_what_was_counted(kb: KnowledgeBase) -> None:
    """Pages are told role, rung and skills by their names, and the median of the years asked."""
    (row,) = demand_view(kb, COUNTED).table
    assert (row.role_name, row.rung_name) == (kb.roles["bd"].name, kb.rungs["manager"].name)
    assert row.names == (kb.skills["seo"].name, kb.skills["copywriting"].name)
    assert row.usual_years == 5
