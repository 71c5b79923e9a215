import pytest

from opscareer.ask.reading import answer_in_words, answer_named, matching, meant, near, numbers, of_several_rungs
from opscareer.interview import Ask, Choice, Value
from opscareer.text import Text

CHOICES = (Choice("a/b", Text("", ""), ("SEO专员", "Search specialist")), Choice("c/d", Text("", ""), ("SEO",)))


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("seo", ["c/d", "a/b"]),
        ("Seo专", ["a/b"]),
        ("search spec", ["a/b"]),
        ("A/B", ["a/b"]),
        ("ＳＥＯ", ["c/d", "a/b"]),
        ("专员", ["a/b"]),
        ("se", ["a/b", "c/d"]),
        ("裁缝", []),
    ],
)
def test_matching(said: str, found: list[str]) -> None:
    """A whole name comes before parts of names; case and full-width letters make no difference."""
    assert [choice.value for choice in matching(CHOICES, said)] == found


LINE = tuple(
    Choice(id_, Text(zh, en), (zh, en, *also))
    for id_, zh, en, also in (
        ("ops/manager", "运营经理", "Operations Manager", ("品牌运营经理",)),
        ("brand/specialist", "品牌专员", "Brand Specialist", ("品牌", "brand", "brand management", "小红书")),
        ("brand/manager", "品牌经理", "Brand Manager", ()),
    )
)


@pytest.mark.parametrize(
    ("said", "found", "one"),
    [
        ("品牌", ["brand/specialist", "brand/manager", "ops/manager"], None),
        ("brand", ["brand/specialist", "brand/manager"], None),
        ("brand man", ["brand/manager", "brand/specialist"], None),
        ("品牌经", ["brand/manager"], "brand/manager"),
        ("brand specialist", ["brand/specialist", "brand/manager"], "brand/specialist"),
        ("小红书", ["brand/specialist", "brand/manager"], "brand/specialist"),
        ("经理", ["ops/manager", "brand/manager"], None),
        ("裁缝", [], None),
    ],
)
def test_the_rungs_of_a_line(said: str, found: list[str], one: str | None) -> None:
    """A name that several rungs of a line bear means none of them: all are listed, titles before other names."""
    assert [choice.value for choice in matching(LINE, said)] == found
    taken = meant(LINE, said)
    assert (taken and taken.value) == one
    assert of_several_rungs(LINE, said) == (said in ("品牌", "brand", "brand man"))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        *[("1", (1,)), ("1,3", (1, 3)), ("3、1", (3, 1)), ("1 ，2;3", (1, 2, 3)), ("2,2", (2,)), ("１２", (12,))],
        *[("9" * 9, (999_999_999,)), ("9" * 5000, None), ("1," + "9" * 5000, None)],
        *[("", None), (",", None), ("1,x", None), ("1-3", None), ("1.5", None), ("-1", None)],
    ],
)
def test_numbers(said: str, told: tuple[int, ...] | None) -> None:
    """Numbers are read in the order in which they are listed, each once; anything else among them makes it no list."""
    assert numbers(said) == told


@pytest.mark.parametrize(
    ("value", "told"),
    [(("a/b", "c/d"), "A, C"), (("c/d",), "C"), ("a/b", "A"), ((), "none"), ("not-sure", "skipped"), ("x", "x")],
)
def test_answers_in_words(value: Value, told: str) -> None:
    """An answer is told as its question puts it; none chosen is told as none."""
    choices = tuple(Choice(id_, Text(id_[0], id_[0].upper())) for id_ in ("a/b", "c/d"))
    assert answer_in_words(Ask("x", "choices", Text("", ""), Text("", ""), choices), value).en == told


@pytest.mark.parametrize(("value", "told"), [(2.5, Text("2.5 年", "2.5 years")), (1.0, Text("1 年", "1 year"))])
def test_years_in_words(value: Value, told: Text) -> None:
    """Years are told as years."""
    assert answer_in_words(Ask("years", "years", Text("", ""), Text("", ""), ()), value) == told


TITLES = (
    Choice("a/b", Text("", ""), ("新媒体运营专员", "Social Media Specialist")),
    Choice("c/d", Text("", ""), ("活动运营专员", "Campaign Specialist")),
)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("新媒体小编", ["a/b"]),
        ("social medai", ["a/b"]),
        ("运营专家", ["c/d", "a/b"]),
        ("护士", []),
        ("", []),
        ("x", []),
    ],
)
def test_near(said: str, found: list[str]) -> None:
    """Near is what shares a good part of its letters, the likest first; where nothing does, nothing is."""
    assert [choice.value for choice in near(TITLES, said)] == found


LEVELS = Ask(
    "skill.x",
    "skill",
    Text("", ""),
    Text("", ""),
    (
        *(Choice(level, Text(f"第{level}种写法", f"wrote {level} of them")) for level in range(4)),
        Choice("not-sure", Text("说不准", "not sure")),
        Choice("no-opportunity", Text("还没有机会做", "no opportunity yet")),
    ),
)
OPTIONS = Ask(
    "x", "choice", Text("", ""), Text("", ""), tuple(Choice(id_, Text(id_, id_)) for id_ in ("growing", "shrinking"))
)


@pytest.mark.parametrize(
    ("question", "said", "value"),
    [
        *[(LEVELS, "0", 0), (LEVELS, "3", 3), (LEVELS, "L2", 2), (LEVELS, "2级", 2), (LEVELS, "4", None)],
        *[(LEVELS, "s", "not-sure"), (LEVELS, "n", "no-opportunity"), (LEVELS, "没机会", "no-opportunity")],
        *[(LEVELS, "wrote 2", 2), (LEVELS, "wrote", None), (LEVELS, "第1种", 1), (LEVELS, "x", None)],
        *[(OPTIONS, "1", "growing"), (OPTIONS, "0", None), (OPTIONS, "shrink", "shrinking"), (OPTIONS, "ing", None)],
    ],
)
def test_named_answers(question: Ask, said: str, value: Value | None) -> None:
    """An answer is known by its number, its letter, its words or a part of them that no other has."""
    assert answer_named(question, said) == value
