from dataclasses import replace

from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import of_role
from opscareer.model.role import FEW_ADS
from opscareer.model.side_by_side import compared
from opscareer.text import Text
from opscareer.views.encoding import encode_record
from opscareer.views.ladder import ladder_view
from opscareer.views.role import role_view
from opscareer.views.roles import roles_view
from opscareer.views.skills import skill_view, skills_view
from opscareer.views.telling import catalogue as words


def test_the_ladder_of_a_role(kb: KnowledgeBase) -> None:
    """The ladder of a role has its posts, all that promotions lead to from them, and the moves between those alone."""
    for role in kb.roles:
        part = of_role(kb.ladder, role)
        kept = {post.id for post in part.posts}
        assert {post.id for post in kb.ladder.posts if post.role == role} <= kept
        ups = [move for move in kb.ladder.moves if move.kind == "promotion" and move.start in kept]
        assert {move.end for move in ups} <= kept
        assert list(part.moves) == [m for m in kb.ladder.moves if {m.start, m.end} <= kept]
        assert {rung.id for rung in part.rungs} == {post.rung for post in part.posts}


def test_the_ladder_view_has_all_of_it(kb: KnowledgeBase) -> None:
    """The view of the ladder has every rung, post and move, and no reason of a move goes out as JSON."""
    view = ladder_view(kb.ladder)
    told = encode_record(view)
    assert [len(view.rungs), len(view.positions), len(view.moves)] == [len(part) for part in kb.ladder]
    assert all(set(move) == {"from", "to", "kind"} for move in told["moves"])  # type: ignore[union-attr, arg-type]
    assert [move.why for move in view.moves] == [move.why for move in kb.ladder.moves]


def test_roles_belong_to_families(kb: KnowledgeBase) -> None:
    """Each role is told with its positions and the name of its family, or its id where the family has no name."""
    view = roles_view(kb)
    assert [position for role in view.roles for position in role.positions] == list(kb.positions)
    names = {group.id: group.name for group in kb.role_groups}
    assert all(role.family == names[role.group] for role in view.roles if role.group in names)


def test_what_a_role_asks(kb: KnowledgeBase) -> None:
    """A role has a row for each skill that one of its positions asks, and a cell for each, from the lowest up."""
    for role in kb.roles.values():
        view = role_view(kb, role)
        heights = [position.id for position in view.heights]
        assert sorted(heights) == sorted(position.id for position in view.positions)
        assert [kb.order(id_) for id_ in heights] == sorted(kb.order(id_) for id_ in heights)
        for row, asked in zip(view.asks, compared(kb, heights), strict=True):
            assert row.skill == kb.skills[asked.skill].name
            assert tuple(cell and cell.level for cell in row.cells) == asked.levels


def test_emphasis_is_told(kb: KnowledgeBase) -> None:
    """Of a skill whose gaps count more or less than their points it is said how many times; of the others nothing."""
    view = skill_view(kb, kb.skills["data-analysis"])
    told = [words.emphasis_text(replace(view, emphasis=times)) for times in (2.0, 0.5, 1.0)]
    assert [one and one.en.split(": ")[1] for one in told] == [
        "those who fill posts look for it above all.",
        "those who fill posts do not look for it first.",
        None,
    ]
    assert [one and one.zh.split("加分")[1].split("倍")[0] for one in told] == ["按 2 ", "按 0.5 ", None]


def test_few_ads_are_told(kb: KnowledgeBase) -> None:
    """Where one of a role's requirements rests on few ads, that is said, with how few; else nothing is."""
    for role in kb.roles.values():
        view = role_view(kb, role)
        few = any(
            asked.few_ads
            for position in kb.positions.values()
            if position.role == role.id
            for asked in position.requirements
        )
        told = words.few_ads_text(view)
        assert (told is not None) == few
        assert told is None or str(FEW_ADS) in told.en


def test_skills_stand_in_their_families(kb: KnowledgeBase) -> None:
    """No skill is left out of the families, and each stands in its own."""
    view = skills_view(kb)
    assert sorted(one.id for family in view.families for one in family.skills) == sorted(kb.skills)
    names = {group.name: group.id for group in kb.groups}
    assert all(one.group == names[family.name] for family in view.families for one in family.skills)


def test_who_asks_for_a_skill(kb: KnowledgeBase) -> None:
    """A skill names every position that asks for it, with the level that this one asks."""
    for skill in kb.skills.values():
        view = skill_view(kb, skill)
        assert {one.position: one.level for one in view.asking} == {
            id_: needed[skill.id] for id_, needed in kb.needed.items() if skill.id in needed
        }
        assert view.asked_by == tuple(one.position for one in view.asking)


def test_years_before_the_next_rung(kb: KnowledgeBase) -> None:
    """A position tells its own years before the next one, where there is one: a line may be faster than its rung."""
    told = {p.id: p.served for role in kb.roles.values() for p in role_view(kb, role).positions}
    assert told["ceo/chief"] is None
    assert told["new-media-ops/specialist"] == Text(
        "往上通常 2 年，最少 1 年", "usually 2 years before the next rung, at least 1 year"
    )
    assert all((told[id_] is None) is (not kb.promotions(id_)) for id_ in kb.positions)
