from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_kb import SMALL

from opscareer.errors import UsageError
from opscareer.model.kb import KnowledgeBase
from opscareer.model.line_names import rungs_meant
from opscareer.model.lookup import find, find_position, find_role, find_skill
from opscareer.model.nouns import POSITION
from opscareer.model.skill import Words


def hint_of(word: str, names: Mapping[str, tuple[str, ...]]) -> str:
    """Return the hint with which a word is refused."""
    with pytest.raises(UsageError) as refused:
        find(word, names, POSITION)
    return refused.value.hint[1]


@pytest.mark.parametrize(
    ("word", "position"),
    [
        ("head/director", "head/director"),
        ("HEAD/Director", "head/director"),
        ("head", "head/director"),
        ("fir", "first/chief"),
        ("writer/m", "writer/manager"),
        ("Head Writer", "writer/manager"),
        ("head writer", "writer/manager"),
        ("「Head Writer」", "writer/manager"),
        ("headwriter", "writer/manager"),
        ("head-writer", "writer/manager"),
        ("ＨＥＡＤ\u3000Ｗｒｉｔｅｒ", "writer/manager"),
        ("Head Wr", "writer/manager"),
        ("big head", "head/director"),
        ("总头", "head/director"),
        ("  top/chief\n", "top/chief"),
        ("\x1b[31mtop", "top/chief"),
    ],
)
def test_position_by_any_of_its_names(word: str, position: str) -> None:
    """A position is found by its id, its title, an alias or a unique beginning of one, however it is spelt."""
    assert find_position(SMALL, word) == position


@pytest.mark.parametrize(
    ("word", "position"),
    [
        ("Writer (Shanghai)", "writer/specialist"),
        ("Night Seller", "seller/specialist"),
        ("Haed Seller", "seller/specialist"),
        ("Seller, manager", "seller/manager"),
        ("Acme - Head Counter", "counter/manager"),
        ("Writer / Seller", "writer/specialist"),
    ],
)
def test_position_by_a_title(word: str, position: str) -> None:
    """What is no name of a position is read as a title, with whatever stands around the name."""
    assert find_position(SMALL, word) == position


@pytest.mark.parametrize("word", ["writer/manger", "writer/", "seller/specialst", " writer/boss "])
def test_a_mistyped_id_is_no_title(word: str) -> None:
    """What is written as an id and is none is refused, though a position could be read in it."""
    with pytest.raises(UsageError):
        find_position(SMALL, word)


@pytest.mark.parametrize("word", ["Cook", "Cook (Writer)", "Writing Cook"])
def test_a_title_of_another_trade(word: str) -> None:
    """A title of another trade stands for no position."""
    with pytest.raises(UsageError) as refused:
        find_position(replace(SMALL, other_trades=("cook",)), word)
    assert refused.value.message[1] == f"there is no position {word}"


def test_a_title_that_names_several() -> None:
    """Where nothing in a title tells some positions apart it is refused, and they are named."""
    alias = Words(en=("clerk",))
    positions = {id_: replace(p, aliases=alias) if p.rung == "specialist" else p for id_, p in SMALL.positions.items()}
    with pytest.raises(UsageError) as refused:
        find_position(replace(SMALL, positions=positions), "Clerk (nights)")
    assert refused.value.hint[1] == (
        "choose one: counter/specialist (Counter), seller/specialist (Seller), writer/specialist (Writer)"
    )


@pytest.mark.parametrize(
    ("word", "position"),
    [
        ("coo", "coo/chief"),
        ("产品运营专员", "product-ops/specialist"),
        ("Content Manager", "content-ops/manager"),
        ("社区内容运营", "content-ops/specialist"),
        ("Content Man", "content-ops/manager"),
        ("高级产品运营专员（北京）", "product-ops/senior"),
        ("Jr. Content Editor @ Acme", "content-editor/specialist"),
    ],
)
def test_built_in_position(kb: KnowledgeBase, word: str, position: str) -> None:
    """The built-in positions answer to what people call them."""
    assert find_position(kb, word) == position


@pytest.mark.parametrize(
    ("word", "role"),
    [
        *[("增长", "growth"), ("marketing", "marketing"), (" 新媒体 ", "new-media-ops"), ("B站运营", "new-media-ops")],
        *[
            (told, "")
            for told in ("growth/specialist", "用户增长专员", "Copywriter", "BD专员", "店长", "CEO", "新媒体运营专")
        ],
        *[(told, "") for told in ("新媒体运营经理", "coo", "护士", "new-media-ops", "", "新媒体、私域")],
    ],
)
def test_a_name_that_tells_no_rung(kb: KnowledgeBase, word: str, role: str) -> None:
    """What a whole line is called may mean each of its rungs; an id, a title, a name with a rank or of one post not."""
    rungs = rungs_meant(kb, word)
    assert [kb.order(id_) for id_ in rungs] == sorted(kb.order(p.id) for p in kb.positions.values() if p.role == role)
    assert rungs[:1] == ((find_position(kb, word),) if role else ())


@pytest.mark.parametrize("word", ["x", "X", "1", " x "])
def test_a_single_letter_begins_no_name(kb: KnowledgeBase, word: str) -> None:
    """A letter or figure by itself is a slip, even where one name alone begins with it."""
    with pytest.raises(UsageError):
        find_position(kb, word)


@pytest.mark.uncounted
def test_every_id_finds_itself(kb: KnowledgeBase) -> None:
    """Every id of a position, a role and a skill stands for itself."""
    assert [find_position(kb, id_) for id_ in kb.positions] == list(kb.positions)
    assert [find_role(kb, id_) for id_ in kb.roles] == list(kb.roles)
    assert [find_skill(kb, id_) for id_ in kb.skills] == list(kb.skills)


def test_role_and_skill_by_name() -> None:
    """A role and a skill are found by their names in either language, and by a unique beginning."""
    assert find_role(SMALL, "Seller") == find_role(SMALL, "「Seller」") == find_role(SMALL, "sel") == "seller"
    assert find_skill(SMALL, "Reckoning") == find_skill(SMALL, "「Reckoning」") == find_skill(SMALL, "su") == "sums"


def test_role_by_a_title() -> None:
    """A role is found by a title or an alias of one of its positions too."""
    assert find_role(SMALL, "Head Writer") == "writer"
    assert find_role(SMALL, "总头") == "head"


@pytest.mark.parametrize(
    ("word", "role"), [("直播", "live-commerce"), ("Brand Man", "brand"), ("growth", "growth"), ("ai", "ai-ops")]
)
def test_role_by_a_part_of_a_title(kb: KnowledgeBase, word: str, role: str) -> None:
    """A role is found by a part of its name, or of a title on it."""
    assert find_role(kb, word) == role


@pytest.mark.parametrize("word", ["foo", "a", "x", " a "])
def test_a_slip_is_no_role(kb: KnowledgeBase, word: str) -> None:
    """Neither a single letter nor a part of what a post is called besides its title stands for a role."""
    with pytest.raises(UsageError):
        find_role(kb, word)


def test_skill_by_an_alias() -> None:
    """A skill is found by the words that people use for it, in either language."""
    words = replace(SMALL.skills["words"], aliases=Words(zh=("码字",), en=("penmanship",)))
    kb = replace(SMALL, skills={**SMALL.skills, "words": words})
    assert find_skill(kb, "码字") == find_skill(kb, "Penmanship") == "words"


def test_plainest_reading_wins() -> None:
    """A title is preferred to the same word as an alias of another, and an alias to the beginning of an id."""
    names = {"a/one": ("Ann", "安", "Bea"), "b/one": ("Bea", "碧"), "bea/one": ("Cid", "西")}
    assert find("bea", names, POSITION) == "b/one"
    assert find("b/", names, POSITION) == "b/one"
    assert find("top", {"topper/one": ("Ann", "安"), "top/one": ("Bea", "碧")}, POSITION) == "top/one"


def test_several_are_named() -> None:
    """A word that may mean several positions is refused, and they are all named."""
    with pytest.raises(UsageError) as refused:
        find_position(SMALL, "writer/")
    assert refused.value.message == ("岗位 writer/ 不止一个", "position writer/ may be several")
    assert "writer/specialist (「Writer」)、writer/manager (「Head Writer」)" in refused.value.hint[0]
    assert "writer/specialist (Writer), writer/manager (Head Writer)" in refused.value.hint[1]


@pytest.mark.parametrize(
    ("word", "near"),
    [("writr/manager", "writer/manager"), ("Big Heads", "head/director"), ("Sellr", "seller/specialist")],
)
def test_unknown_position_names_the_nearest(word: str, near: str) -> None:
    """A word for no position is refused, and the position nearest to it by id, title or alias is named."""
    with pytest.raises(UsageError) as refused:
        find_position(SMALL, word)
    assert refused.value.message == (f"没有岗位 {word}", f"there is no position {word}")
    assert all(near in hint for hint in refused.value.hint)


def test_only_the_nearest_are_named() -> None:
    """What is named is near by its id or by its name, three at most; of several that a word may mean, six."""
    names = {"apple/x": ("Green fruit", "苹果"), "zebra/y": ("Striped horse", "斑马")}
    assert hint_of("appel/x", names) == hint_of("Gren fruit", names) == "nearest: apple/x (苹果)"
    many = {f"apple/{letter}": (letter, letter) for letter in "bcdfghijk"}
    assert hint_of("appel/b", many).count(",") == 2
    assert hint_of("appl", many) == "choose one: " + ", ".join(f"apple/{letter} ({letter})" for letter in "bcdfgh")


@pytest.mark.parametrize("word", ["", " ", "qqqqqqqq", "七"])
def test_a_word_like_nothing_names_none(word: str) -> None:
    """A word that is like nothing is refused with the command that lists what there is, not with strangers."""
    with pytest.raises(UsageError) as refused:
        find_skill(SMALL, word)
    assert refused.value.hint == ("有哪些：opscareer skills", "opscareer skills lists them")


@given(st.text(max_size=20))
def test_any_word_is_found_or_refused(word: str) -> None:
    """Whatever is typed stands for a position or is refused with a hint, and control characters are not repeated."""
    found, message, hint = "", "", ""
    try:
        found = find_position(SMALL, word)
    except UsageError as refused:
        message, hint = refused.message[1], refused.hint[1]
    assert found in SMALL.positions or hint.startswith(("nearest: ", "choose one: ", "opscareer "))
    assert not any(ord(character) < 32 for character in message)
