import pytest

from opscareer.errors import UsageError
from opscareer.interview.accepting import accept
from opscareer.interview.cells import reading_of
from opscareer.interview.listed import is_ranked
from opscareer.interview.posts import post_meant, posts_held
from opscareer.model.kb import KnowledgeBase
from opscareer.model.lookup import find_position, position_names

WRITER, USERS = "new-media-ops/specialist", "user-ops/specialist"


@pytest.mark.parametrize(
    "said",
    [
        "新媒体运营专员/用户运营专员",
        "新媒体运营专员 ／ 用户运营专员",
        "新媒体运营专员+用户运营专员",
        "新媒体运营专员和用户运营专员",
        "新媒体运营专员&用户运营专员",
        "新媒体运营专员兼用户运营专员",
        "新媒体运营专员（兼用户运营专员）",
        "新媒体运营专员(兼任用户运营专员)",
        "新媒体运营专员 用户运营专员",
        "新媒体运营和用户运营",
        "新媒体运营专员/用户运营专员/新媒体运营专员",
    ],
)
def test_several_posts_in_one_piece(kb: KnowledgeBase, said: str) -> None:
    """Posts that somebody wrote with a sign or a word between them all count, in a table and in an answers file."""
    assert reading_of(kb, "current")(said) == (WRITER, USERS)
    assert accept(kb, "current", [said]) == (WRITER, USERS)


@pytest.mark.parametrize(
    ("said", "posts"),
    [
        ("抖音运营经理/用户运营总监", ("new-media-ops/manager", "operations/director")),
        ("用户运营总监（兼）/抖音运营", ("operations/director", WRITER)),
        ("Social Media Specialist / Community Manager", (WRITER, "user-ops/manager")),
        ("Sales Manager and Marketing Manager", ("sales/manager", "marketing/manager")),
    ],
)
def test_each_with_its_own_rank(kb: KnowledgeBase, said: str, posts: tuple[str, ...]) -> None:
    """Of several posts each keeps its own rank: no third is made of the name of one and the rank of the other."""
    assert posts_held(kb, said) == posts


@pytest.mark.parametrize(
    "said",
    [
        *(
            "供应链与履约专家",
            "品牌与公关经理",
            "品牌/公关经理",
            "战略与运营总监",
            "运营总监/合伙人",
            "KOL/KOC投放专员",
        ),
        *("Sales & Marketing Manager", "新媒体运营专员（兼职）", "兼职新媒体运营", "高级 用户运营", "运营部 运营经理"),
        *("KOL/KOC投放专员", "前台客服", "原创内容运营", "转化运营", "bd/manager", "BD/Manager"),
        *("前置仓运营", "原料采购专员", "目标客户经理", "意向客户运营", "前期策划专员"),
    ],
)
def test_one_post_with_such_a_sign(kb: KnowledgeBase, said: str) -> None:
    """A title that has such a sign or word in it is one post, as it is everywhere else."""
    assert posts_held(kb, said) == (find_position(kb, said),)


@pytest.mark.uncounted
def test_every_name_is_one_post(kb: KnowledgeBase) -> None:
    """Whatever a position is called, its names read as they do everywhere else."""
    for id_, names in position_names(kb).items():
        for name in names:
            try:
                expected = (find_position(kb, name),)
            except UsageError:
                continue
            assert posts_held(kb, name) == expected, id_


@pytest.mark.parametrize(
    "said",
    [
        *(
            "拟晋升新媒体运营主管",
            "拟任新媒体运营主管",
            "希望做用户运营主管",
            "求职意向：用户运营主管",
            "前用户运营经理",
        ),
        *("曾任用户运营经理", "新媒体运营主管（拟）", "aspiring Community Manager", "想当店长"),
        *("ex-community manager", "原任用户运营经理"),
    ],
)
def test_posts_that_are_not_held(kb: KnowledgeBase, said: str) -> None:
    """What somebody is to become, wants to be or once was is told to be no present post; a goal may be said so."""
    with pytest.raises(UsageError, match="is no post that is held now"):
        reading_of(kb, "current")(said)


@pytest.mark.parametrize(
    "said", ["新媒体运营专员或用户运营专员", "新媒体运营专员转用户运营专员", "新媒体/用户运营经理"]
)
def test_posts_that_may_be_either(kb: KnowledgeBase, said: str) -> None:
    """One post or another, from one to another, and a rank that may be of both are told with the posts they may be."""
    with pytest.raises(UsageError, match=r"seems to be several positions: Social Media Specialist, ") as wrong:
        posts_held(kb, said)
    assert wrong.value.hint.en == "write each in full, with ; between them"


def test_one_goal(kb: KnowledgeBase) -> None:
    """Where one position is asked for, two are told, and none of them is taken."""
    for said in ("用户运营主管或内容主管", "新媒体运营专员/用户运营专员"):
        with pytest.raises(UsageError, match="seems to be several positions"):
            reading_of(kb, "goal")(said)
        with pytest.raises(UsageError, match=r"goal cannot be .* several positions"):
            accept(kb, "goal", said)
    assert post_meant(kb, "希望做用户运营主管") == "user-ops/manager"
    assert post_meant(kb, "KOL/KOC投放专员") == "creator-ops/specialist"


def test_a_title_with_the_id_of_another(kb: KnowledgeBase) -> None:
    """A title before the id of another position is told; one that is no position's any more is passed over."""
    with pytest.raises(UsageError, match=r"it says 新媒体运营专员, with user-ops/specialist in brackets"):
        reading_of(kb, "current")("新媒体运营专员 [user-ops/specialist]")
    assert reading_of(kb, "current")("会员专员 [user-ops/specialist]") == (USERS,)


@pytest.mark.parametrize(
    ("said", "posts"),
    [
        ("new-media-ops/specialist，user-ops/specialist", (WRITER, USERS)),
        ("new-media-ops/specialist, user-ops/specialist", (WRITER, USERS)),
        ("new-media-ops/manager user-ops/specialist", ("new-media-ops/manager", USERS)),
        ("coo/chief；user-ops/specialist", ("coo/chief", USERS)),
        ("新媒体运营专员、用户运营专员", (WRITER, USERS)),
        ("新媒体运营专员, 用户运营专员", (WRITER, USERS)),
        ("新媒体运营专员；用户运营主管", (WRITER, "user-ops/manager")),
        ("user-ops/manager（兼新媒体运营专员）", ("user-ops/manager", WRITER)),
        ("用户运营经理（兼新媒体运营专员、电商总监）", ("user-ops/manager", WRITER, "commerce/director")),
    ],
)
def test_a_list_in_one_text(kb: KnowledgeBase, said: str, posts: tuple[str, ...]) -> None:
    """Posts listed in one text are these posts in an answers file as in a table, and more than one goal is refused."""
    assert accept(kb, "current", said) == accept(kb, "current", [said]) == posts
    if "电商" not in said:
        assert reading_of(kb, "current")(said) == posts
    for asked in ("goal", "offer"):
        with pytest.raises(UsageError, match="seems to be several positions") as wrong:
            accept(kb, asked, said)
        assert wrong.value.hint.en == "write one"


@pytest.mark.parametrize(
    "said",
    [
        *("Manager, Content Operations", "VP, Marketing", "内容运营，上海", "运营总监（北京、上海）"),
        *("Director of Operations, APAC", "内容运营主管 content-ops/manager", "SEO/SEM专员"),
    ],
)
def test_a_title_with_a_comma(kb: KnowledgeBase, said: str) -> None:
    """A comma, a place or its own id in a title makes no second post of it."""
    assert len(posts_held(kb, said)) == 1
    assert posts_held(kb, said) == (post_meant(kb, said),)


@pytest.mark.parametrize(
    "said", ["user-ops/manger、新媒体运营专员", "user-ops/manger 新媒体运营专员", "bd/manger 上海"]
)
def test_a_mistyped_id_in_a_list(kb: KnowledgeBase, said: str) -> None:
    """An id that is none is told with the nearest wherever it stands, and nothing is read into what is beside it."""
    for read in (posts_held, post_meant):
        with pytest.raises(UsageError, match=r"there is no position (user-ops|bd)/manger") as wrong:
            read(kb, said)
        assert "/manager (" in wrong.value.hint.en


@pytest.mark.parametrize(
    "said", ["new-media-ops/specialist或user-ops/specialist", "新媒体运营专员 or user-ops/manager"]
)
def test_either_of_two_ids(kb: KnowledgeBase, said: str) -> None:
    """One id or another is told as two posts, as titles are."""
    for read in (posts_held, post_meant):
        with pytest.raises(UsageError, match="seems to be several positions: Social Media Specialist, User Engagement"):
            read(kb, said)


def test_no_title_is_read_into_ids(kb: KnowledgeBase) -> None:
    """Two ids side by side, where one position is wanted, name none with the line of one and the rank of the other."""
    with pytest.raises(UsageError, match="there is no position"):
        find_position(kb, "new-media-ops/manager content-ops/specialist")


def test_an_answers_file_with_the_id_of_another_title(kb: KnowledgeBase) -> None:
    """A title before the id of another position is told in an answers file as it is in a table."""
    with pytest.raises(UsageError, match=r"it says 新媒体运营专员, with user-ops/specialist in brackets"):
        accept(kb, "current", "新媒体运营专员 [user-ops/specialist]")
    assert accept(kb, "current", "新媒体运营专员 [new-media-ops/specialist]") == (WRITER,)


@pytest.mark.parametrize(
    ("said", "posts"),
    [
        ("Manager, Content Operations", ("content-ops/manager",)),
        ("Content Operations, Manager", ("content-ops/manager",)),
        ("VP, Marketing", ("marketing/vp",)),
        ("经理，内容运营", ("content-ops/manager",)),
        ("Manager, Content Operations, User Operations", ("content-ops/manager", USERS)),
        ("Manager, Content Operations; Specialist, User Operations", ("content-ops/manager", USERS)),
        ("用户运营主管，内容运营", ("user-ops/manager", "content-ops/specialist")),
        ("Content Specialist, User Operations Specialist", ("content-ops/specialist", USERS)),
    ],
)
def test_a_rank_and_a_line(kb: KnowledgeBase, said: str, posts: tuple[str, ...]) -> None:
    """A rank and the line of work beside it, with a comma between, are one post; posts that are each whole are two."""
    assert reading_of(kb, "current")(said) == posts
    assert accept(kb, "current", said) == posts


@pytest.mark.parametrize("said", ["Manager, Shanghai", "Content Operations Manager, Manager", "经理；内容运营"])
def test_a_rank_beside_something_else(kb: KnowledgeBase, said: str) -> None:
    """A rank is of no post where a place, a whole post or a sign that no title has stands beside it."""
    assert not is_ranked(kb, said)
