"""Situations, leading, titles and what some people do instead: they name and test what is there."""

import pytest
from kb_files import SMALL, changed, compiled, faults_of

from opscareer.model.rules import Leading, Playbook, Settled, SituationRule, Test
from opscareer.model.skill import Instead
from opscareer.text import Text

PLAYBOOK = (
    "{find_out: [{zh: 问谁。, en: Ask whom.}], ask_for: [{zh: 要钱。, en: Money.}], "
    "decide_by: {zh: 三天。, en: In three days.}, fallback: {zh: 再等。, en: Wait.}}"
)
SITUATION = "{id: lost, when: {school: none}, because: {zh: 迷路了。, en: Lost.}, sources: [judgement]}"


def with_situation(*changes: tuple[str, str]) -> str:
    """Return the small knowledge base with a situation, changed."""
    told = SITUATION
    for old, new in changes:
        assert old in told
        told = told.replace(old, new)
    return f"{SMALL}situations:\n  - {told}\n"


def test_a_situation() -> None:
    """A situation tells its tests, how the step is chosen, from which fit a post is in reach, and a playbook."""
    (plain,) = compiled(with_situation()).rules.situations
    because, tests = Text("迷路了。", "Lost."), (Test("school", ("none",)),)
    assert plain == SituationRule("lost", tests, "usual", None, because, None, ("judgement",))
    (whole,) = compiled(
        with_situation(("because:", f"step: offer, reach: 0.5, playbook: {PLAYBOOK}, because:"))
    ).rules.situations
    assert (whole.step, whole.reach) == ("offer", 0.5)
    assert whole.playbook == Playbook(
        find_out=(Text("问谁。", "Ask whom."),),
        ask_for=(Text("要钱。", "Money."),),
        decide_by=Text("三天。", "In three days."),
        fallback=Text("再等。", "Wait."),
    )


def test_a_line_that_an_answer_settles() -> None:
    """A line names the options that settle it, and what is told then instead, if anything."""
    settled = "{zh: 问谁。, en: Ask whom., settled_by: {school: [some, none]}}, {zh: 问路。, en: Ask the way.}"
    book = PLAYBOOK.replace("{zh: 问谁。, en: Ask whom.}", settled).replace(
        "en: Wait.", "en: Wait., settled_by: {school: [some]}, instead: {zh: 快去。, en: Go.}"
    )
    (rule,) = compiled(with_situation(("because:", f"playbook: {book}, because:"))).rules.situations
    assert rule.playbook is not None
    assert rule.playbook.find_out == (Text("问谁。", "Ask whom."), Text("问路。", "Ask the way."))
    assert rule.settled == (
        Settled(Text("问谁。", "Ask whom."), {"school": ("some", "none")}),
        Settled(Text("再等。", "Wait."), {"school": ("some",)}, Text("快去。", "Go.")),
    )


@pytest.mark.parametrize(
    ("line", "message", "trail"),
    [
        ("settled_by: {scool: [some]}, instead: 等。", "there is no question scool", "settled_by → scool"),
        ("settled_by: {school: [sme]}, instead: 等。", "there is no option sme", "settled_by → school → 1"),
        ("settled_by: {school: [some]}", "where there is a settled_by, there must be an instead", "settled_by"),
        ("instead: 等。", "without a settled_by, instead is never told", "instead"),
    ],
)
@pytest.mark.parametrize("place", ["find_out", "decide_by"])
def test_faults_of_a_line_that_an_answer_settles(place: str, line: str, message: str, trail: str) -> None:
    """What settles a line can be chosen, and every part of a playbook keeps a line to tell."""
    old = {"find_out": "en: Ask whom.", "decide_by": "en: In three days."}[place]
    book = PLAYBOOK.replace(old, f"{old}, {line}")
    (fault,) = faults_of(with_situation(("because:", f"playbook: {book}, because:")))
    assert fault.message[1] == message
    assert fault.trail.startswith(f"situations → lost → playbook → {place} → ")
    assert fault.trail.endswith(f" → {trail}")


def test_no_situations() -> None:
    """A knowledge base needs neither situations nor a skill of leading."""
    rules = compiled(SMALL).rules
    assert (rules.situations, rules.leading) == ((), None)


@pytest.mark.parametrize(
    ("old", "new", "message", "trail"),
    [
        ("{school: none}", "{scool: none}", "there is no thing to test scool", "when → scool"),
        ("{school: none}", "{school: nobody}", "there is no option nobody", "when → school"),
        ("{school: none}", "{years: long}", "years is a number: write {at_least: 1} or {below: 1}", "when → years"),
        ("{school: none}", "{verdict: ready}", "there is no thing to test verdict", "when → verdict"),
        ("because:", "step: up, because:", "must be one of 'offer'", "step"),
        ("because:", "reach: 2, because:", "must be 1.0 or less", "reach"),
        (
            "because:",
            f"playbook: {PLAYBOOK.replace('[{zh: 要钱。, en: Money.}]', '[]')}, because:",
            "at least one",
            "ask_for",
        ),
    ],
)
def test_faults_of_a_situation(old: str, new: str, message: str, trail: str) -> None:
    """A situation tests what is known before the advice is, and says what there is to say."""
    (fault,) = faults_of(with_situation((old, new)))
    assert fault.message[1].startswith(message)
    assert fault.trail.startswith("situations → lost → ")
    assert fault.trail.endswith(trail)


def test_an_answer() -> None:
    """What is told first may name the post, its share and the next role, and nothing else."""
    told = "answer: {zh: '{post} {share} {next}。', en: '{next}.'}, because:"
    (rule,) = compiled(with_situation(("because:", told))).rules.situations
    assert rule.answer == Text("{post} {share} {next}。", "{next}.")
    assert compiled(with_situation()).rules.situations[0].answer is None
    (fault,) = faults_of(with_situation(("because:", told.replace("'{next}.'", "'{nxt}.'"))))
    assert (fault.message[1], fault.trail) == ("there is no word to fill in nxt", "situations → lost → answer → en")
    assert fault.hint
    assert fault.hint[1] == "nearest: next"


def test_situations_that_stand_twice() -> None:
    """Two situations of one id are told at both."""
    faults = faults_of(f"{with_situation()}  - {SITUATION}\n")
    assert [(f.trail, f.message[1]) for f in faults] == [("situations → lost → id", "lost stands twice")] * 2


def test_a_playbook_may_hang_on_what_was_found() -> None:
    """A situation may test the kind of step, mastery, and what becomes of a post offered: its playbook is told late."""
    when = "{kind: stay, mastery: {below: 1}, to_offer: [same, piece]}"
    tests = compiled(with_situation(("{school: none}", when))).rules.situations[0].when
    assert [test.name for test in tests] == ["kind", "mastery", "to_offer"]


@pytest.mark.parametrize("kind", ["stay", "promotion", "diagonal", "lateral", "down", "entry"])
def test_every_kind_of_step_can_be_tested(kind: str) -> None:
    """What follows the advice may test each kind of step, and no other word."""
    assert compiled(changed(("{verdict: [ready, within-reach]}", f"{{kind: {kind}}}"))).rules.growth[0].when == (
        Test("kind", (kind,)),
    )
    (fault,) = faults_of(changed(("{verdict: [ready, within-reach]}", "{kind: leap}")))
    assert fault.message[1] == "there is no option leap"


def test_leading() -> None:
    """The skill of leading, from which level somebody has led, and the groups of skills that leading adds."""
    told = compiled(f"{SMALL}leading: {{skill: selling, least: 2, groups: [trade]}}\n").rules.leading
    assert told == Leading("selling", 2, ("trade",))
    assert compiled(f"{SMALL}leading: {{skill: counting, least: 1}}\n").rules.leading == Leading("counting", 1)


@pytest.mark.parametrize(
    ("leading", "message", "trail"),
    [
        ("{skill: seling, least: 2}", "there is no skill seling", "leading → skill"),
        ("{skill: selling, least: 2, groups: [trad]}", "there is no group of skills trad", "leading → groups → 1"),
        ("{skill: selling, least: 0}", "must be 1 or more", "leading → least"),
        ("{skill: selling, least: 6}", "must be 5 or less", "leading → least"),
        ("{skill: selling}", "least is missing", "leading"),
    ],
)
def test_faults_of_leading(leading: str, message: str, trail: str) -> None:
    """What leading names is there, and its level is one that somebody can have done."""
    (fault,) = faults_of(f"{SMALL}leading: {leading}\n")
    assert (fault.message[1], fault.trail) == (message, trail)


def test_unless() -> None:
    """A title without substance may have exceptions: tests of which any spares the person."""
    old = "when: {school: none}, because"
    (rule,) = compiled(changed((old, "when: {school: none}, unless: {school: [some]}, because"))).rules.titles
    assert (rule.when, rule.unless) == ((Test("school", ("none",)),), (Test("school", ("some",)),))
    assert compiled(SMALL).rules.titles[0].unless == ()


@pytest.mark.parametrize(
    ("unless", "message"),
    [
        ("{scool: some}", "there is no thing to test scool"),
        ("{school: somme}", "there is no option somme"),
        ("{mastery: {below: 1}}", "there is no thing to test mastery"),
        ("{school: {below: 1}}", "must be one of none, some"),
    ],
)
def test_faults_of_unless(unless: str, message: str) -> None:
    """Exceptions test what is there, and what is known before the advice."""
    (fault,) = faults_of(
        changed(("when: {school: none}, because", f"when: {{school: none}}, unless: {unless}, because"))
    )
    assert fault.message[1] == message
    assert fault.trail.startswith("titles → 1 → unless → ")


INSTEAD = (
    "instead: {head: {up_to: 2, do: [{zh: 借人。, en: Borrow.}]}, outside: {up_to: 5, do: [{zh: 看。, en: Look.}]}}"
)
GROUP, SKILL = "en: Trade}}", "    months: {2: 3}\n"


@pytest.mark.parametrize("place", ["group", "skill"])
def test_what_some_do_instead(place: str) -> None:
    """A group and a skill may tell what people of some standing do instead of a beginner's errand, up to some level."""
    where = (GROUP, f"en: Trade}}, {INSTEAD}}}") if place == "group" else (SKILL, f"    {INSTEAD}\n")
    kb = compiled(changed(where))
    found = kb.groups[0].instead if place == "group" else kb.skills["selling"].instead
    assert found == {
        "head": Instead(2, (Text("借人。", "Borrow."),)),
        "outside": Instead(5, (Text("看。", "Look."),)),
    }


@pytest.mark.parametrize(
    ("old", "new", "trail"),
    [
        (GROUP, f"en: Trade}}, {INSTEAD}}}", "groups → trade → instead → haed"),
        (GROUP, "en: Trade}, exposure: {head: {zh: 借。, en: Borrow.}}}", "groups → trade → exposure → haed"),
        (SKILL, f"    {INSTEAD}\n", "skills → selling → instead → haed"),
    ],
)
def test_standings(old: str, new: str, trail: str) -> None:
    """People stand outside, on a rung, or anywhere; words for others are told."""
    (fault,) = faults_of(changed((old, new.replace("head", "haed"))))
    assert (fault.trail, fault.message[1]) == (trail, "there is no rung haed")
    assert fault.hint[1] == "nearest: head"


@pytest.mark.parametrize(
    ("kind", "options", "wrong"),
    [("choice", True, False), ("choices", True, False), ("choices", False, True), ("position", True, True)],
)
def test_options(kind: str, options: bool, wrong: bool) -> None:
    """A choice of one or of several has options, and no other question has."""
    told = "options: [{id: a, label: {zh: 甲, en: A}}], " if options else ""
    asks = "text: {zh: 问？, en: Q?}, help: {zh: 答。, en: A.}, sources: [judgement]"
    text = changed(("questions:\n", f"questions:\n  - {{id: offer, kind: {kind}, {told}{asks}}}\n"))
    if wrong:
        (fault,) = faults_of(text)
        assert fault.message[1] == "a choice has options, and only a choice has"
    else:
        assert compiled(text).questions["offer"].kind == kind


_SEVERAL = (
    "  - {id: facts, kind: choices, text: {zh: 哪几样？, en: Which?}, help: {zh: 几样都行。, en: Several.}, "
    "sources: [judgement], options: [{id: late, label: {zh: 晚, en: Late}}, {id: far, label: {zh: 远, en: Far}}]}"
)


def test_what_was_chosen_of_several_decides_a_way_alone() -> None:
    """Routes and growth may test one of several options chosen; what comes before the advice goes by single answers."""
    asked = ("questions:\n", f"questions:\n{_SEVERAL}\n")
    growth = "{verdict: [ready, within-reach]}", "{facts: [late, far]}"
    assert compiled(changed(asked, growth)).rules.growth[0].when == (Test("facts", ("late", "far")),)
    (fault,) = faults_of(changed(asked, (growth[0], "{facts: lat}")))
    assert fault.message[1] == "there is no option lat"
    situation = with_situation(("{school: none}", "{facts: late}")).replace(*asked)
    (fault,) = faults_of(situation)
    assert (fault.message[1], fault.trail[-12:]) == ("there is no thing to test facts", "when → facts")


def test_other_trades() -> None:
    """What titles of other trades end with is told in a list of words."""
    assert compiled(f"{SMALL}other_trades: [厨师, cook]\n").other_trades == ("厨师", "cook")
    (fault,) = faults_of(f"{SMALL}other_trades: [厨师, '']\n")
    assert fault.message[1] == "must not be empty"
