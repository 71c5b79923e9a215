"""Titles as people and ads write them, read against a knowledge base that is small enough to know by heart."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_kb import RUNGS, SMALL, both

from opscareer.knowledge import open_kb
from opscareer.knowledge.places import builtin
from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Rung
from opscareer.model.lookup import titled as by_title
from opscareer.model.role import Position
from opscareer.model.skill import Words
from opscareer.model.title_words import title_words
from opscareer.model.titles import TitleRead, read_title
from opscareer.names import folded
from opscareer.text import Text

WORDS = {
    "specialist": ("专员", "助理", "储备", "实习生", "specialist", "assistant"),
    "manager": ("主管", "经理", "高级经理", "manager", "head"),
    "director": ("总监", "director", "head of"),
    "chief": ("首席", "coo", "chief"),
}
EXPERT = Rung("expert", 1, both("expert"), both("expert"), 1.0, 2.0, (), "craft", ("专家", "expert"))
NAMES = {
    "writer": ("内容运营", "Content Operations"),
    "seller": ("店铺运营", "Store Operations"),
    "counter": ("数据运营", "Data Operations"),
    "head": ("运营管理", "Operations"),
    "top": ("首席运营官", "Chief Operating Officer"),
}
ALIASES = {
    "writer/specialist": Words(("编辑", "数据运营文案"), ("content editor",)),
    "writer/manager": Words(("主编",), ("editor in chief",)),
    "seller/specialist": Words(("旗舰店运营", "客户经理"), ("account manager",)),
    "seller/manager": Words(("店长",), ("store manager",)),
    "counter/specialist": Words(("数据运营工程师",), ("r&d data operations",)),
    "top/chief": Words((), ("COO",)),
}
RANKS = {"specialist": ("专员", "Specialist"), "manager": ("主管", "Manager"), "expert": ("专家", "Expert")}


def called(position: Position) -> Position:
    """Return a position of the small knowledge base with a title and other names as people use them."""
    zh, en = NAMES.get(position.role, (position.role, position.role))
    rank = RANKS.get(position.rung)
    title = Text("运营总监", "Operations Director") if position.rung == "director" else Text(zh, en)
    if rank:
        title = Text(zh + rank[0], f"{en} {rank[1]}")
    return replace(position, title=title, aliases=ALIASES.get(position.id, Words()))


def titled() -> KnowledgeBase:
    """Return the small knowledge base with titles, words of rank, experts of one line, and other trades."""
    expert = replace(SMALL.positions["counter/manager"], id="counter/expert", rung="expert")
    positions = {id_: called(p) for id_, p in {**SMALL.positions, expert.id: expert}.items()}
    rungs = (*(r._replace(words=WORDS[r.id], track="lead" if r.order else None) for r in RUNGS), EXPERT)
    roles = {id_: replace(r, name=Text(*NAMES.get(id_, (id_, id_)))) for id_, r in SMALL.roles.items()}
    others = ("工程师", "会计", "财务", "产品经理", "engineer", "accountant")
    return replace(
        SMALL, positions=positions, roles=roles, ladder=SMALL.ladder._replace(rungs=rungs), other_trades=others
    )


TITLED = titled()


def read(title: str, kb: KnowledgeBase = TITLED) -> TitleRead:
    """Return a title as it is read."""
    return read_title(title_words(kb), title)


def named(title: str, kb: KnowledgeBase = TITLED) -> str:
    """Return the position that a title names, empty where it names none or is of another trade."""
    found = read(title, kb)
    return found.positions[0][0] if found.positions and not found.foreign else ""


@pytest.mark.parametrize(
    ("title", "position"),
    [
        ("内容运营", "writer/specialist"),
        ("酒类品牌旗舰店运营", "seller/specialist"),
        ("天猫店铺运营", "seller/specialist"),
        ("字节跳动-内容运营-北京", "writer/specialist"),
        ("【急招】内容运营（上海）", "writer/specialist"),
        ("诚聘内容运营3名", "writer/specialist"),
        ("内容运营岗", "writer/specialist"),
        ("天猫店铺运营主管（杭州）", "seller/manager"),
        ("高级经理，内容运营", "writer/manager"),
        ("内容运营（经理级）", "writer/manager"),
        ("内容运营（经理）", "writer/manager"),
        ("Content Operations Manager, APAC", "writer/manager"),
        ("Manager, Content Operations", "writer/manager"),
        ("Content Operations @ Acme", "writer/specialist"),
        ("Content Editor - Shanghai", "writer/specialist"),
        ("content-operations specialist", ""),  # one word with a hyphen is another word
        ("ＣＯＮＴＥＮＴ　ＯＰＥＲＡＴＩＯＮＳ", "writer/specialist"),
        ("R & D Data Operations", "counter/specialist"),
    ],
)
def test_what_stands_around_a_name(title: str, position: str) -> None:
    """Platform, company, place, hurry and rank are taken off; what is left names the position."""
    assert named(title) == position


@pytest.mark.parametrize(
    ("title", "position"),
    [
        ("店铺内容运营", "writer/specialist"),
        ("内容店铺运营", "seller/specialist"),
        ("数据运营与内容运营", "writer/specialist"),
        ("Store Content Operations", "writer/specialist"),
        ("数据运营文案", "writer/specialist"),
        ("内容运营/店铺运营", "writer/specialist"),
        ("店铺运营、内容运营", "seller/specialist"),
        ("Content Operations / Store Operations", "writer/specialist"),
        ("店铺运营（内容运营方向）", "seller/specialist"),
        ("抖音（店铺运营）", "seller/specialist"),
        ("店铺(淘系)运营", "seller/specialist"),
    ],
)
def test_the_head_decides(title: str, position: str) -> None:
    """What ends a part names the position, of several parts the first, and what stands in brackets comes last."""
    assert named(title) == position


@pytest.mark.parametrize(
    "title",
    [
        "内容运营主管 8-12K·13薪",
        "内容运营主管 8000-12000元/月",
        "内容运营主管P7",
        "M2 内容运营主管",
        "T4-2内容运营主管",
        "内容运营主管 北京",
        "内容运营 主管",
        "Content Operations Manager P6+",
    ],
)
def test_pay_grade_and_place(title: str) -> None:
    """Pay, a company's grade and a place after a blank hide no word of rank."""
    assert named(title) == "writer/manager"


@pytest.mark.parametrize(
    ("title", "position"),
    [
        ("运营经理（电商）", "store-ops/manager"),
        ("运营主管（抖音店铺方向）", "store-ops/manager"),
        ("运营专员-用户方向", "user-ops/specialist"),
        ("Operations Manager (eCommerce Division)", "store-ops/manager"),
        ("Operations Specialist, Content", "content-ops/specialist"),
        ("达人运营负责人", "creator-ops/manager"),
        ("运营负责人", "operations/director"),
        ("达人 BD", "creator-ops/specialist"),
        ("运营经理（华东）", "operations/manager"),
        ("运营经理", "operations/manager"),
        ("Operations Manager, APAC", "operations/manager"),
    ],
)
def test_a_general_name(title: str, position: str) -> None:
    """A name that ends those of many lines says less than its field: before it, after it, in brackets."""
    assert read_title(open_kb(None).lexicon().titles, title).positions[0][0] == position


def test_brackets_say_less() -> None:
    """What only the brackets name stands behind what the title names."""
    assert [id_ for id_, _ in read("店铺运营（内容运营方向）").positions[:2]] == [
        "seller/specialist",
        "writer/specialist",
    ]


@pytest.mark.parametrize(
    ("title", "rung", "position"),
    [
        ("内容运营实习生", "specialist", "writer/specialist"),
        ("内容运营总监", "director", "head/director"),
        ("运营总监", "director", "head/director"),
        ("Head of Content Operations", "director", "head/director"),
        ("Head, Content Operations", "manager", "writer/manager"),
        ("COO", "chief", "top/chief"),
        ("首席运营官", "chief", "top/chief"),
        ("店长", "", "seller/manager"),
        ("储备店长", "specialist", "seller/specialist"),
        ("客户经理", "", "seller/specialist"),
        ("客户经理主管", "manager", "seller/manager"),
        ("主编", "", "writer/manager"),
        ("主管", "manager", ""),
        ("创始人", "", ""),
        ("", "", ""),
        ("（）", "", ""),
    ],
)
def test_ranks(title: str, rung: str, position: str) -> None:
    """A word of rank tells the rung of whatever line is named, but not within a name that has a rung of its own."""
    found = read(title)
    assert (found.rung, named(title)) == (rung, position)


@pytest.mark.parametrize(
    ("title", "position"),
    [
        ("运营总监助理", ""),
        ("内容运营总监助理", "writer/specialist"),
        ("Content Operations Director Assistant", "writer/specialist"),
        ("Assistant to the Director, Content Operations", "writer/specialist"),
        ("COO助理", ""),
        ("Assistant to the COO", ""),
    ],
)
def test_an_assistant_to_somebody(title: str, position: str) -> None:
    """An assistant to who leads stands on the lowest rung, in either language."""
    assert read(title).rung == "specialist"
    assert named(title) == position


@pytest.mark.parametrize("title", ["经理、内容运营助理", "经理/内容运营助理", "内容运营助理（经理）"])
def test_ranks_of_several_parts(title: str) -> None:
    """Who is an assistant in one part of a title leads nobody there; another part tells its own rank."""
    assert read(title).rung == ("specialist" if "（" in title else "manager")


def test_an_expert_leads_nobody() -> None:
    """Where a line has no experts, who is called one stands below its managers, who are of the same height."""
    assert named("数据运营专家") == "counter/expert"
    assert (read("内容运营专家").rung, named("内容运营专家")) == ("expert", "writer/specialist")


def test_a_line_that_ends() -> None:
    """On a rung that a line does not reach the title names its highest position below, of those who lead a leader's."""
    assert (read("数据运营总监").rung, named("数据运营总监")) == ("director", "counter/manager")


@pytest.mark.parametrize(
    ("title", "foreign"),
    [
        ("产品经理", True),
        ("高级经理（会计）", False),
        ("会计主管", True),
        ("财务总监", True),
        ("Senior Accountant (Beijing)", True),
        ("Accountant Manager", True),
        ("内容工程师", True),
        ("内容运营工程师", True),
        ("产品经理（内容运营方向）", True),
        ("数据运营工程师", False),
        ("内容运营（产品经理）", False),
        ("内容运营/会计", False),
        ("会计内容运营", False),
        ("Content Operations Engineer", True),
        ("Content Editor Chief Accountant", True),
        ("Accountant, Content Operations", True),
        ("上海 内容运营会计", True),
        ("会计/旗舰店运营", False),
        ("内容运营上海", False),
        ("创始人", False),
        ("", False),
    ],
)
def test_other_trades(title: str, foreign: bool) -> None:
    """A title is of another trade where its first part ends so, whatever its rank, and no longer name ends it too."""
    assert read(title).foreign is foreign


@pytest.mark.parametrize("title", ["内容运营/产品经理", "内容运营（产品经理）"])
def test_ranks_of_another_trade(title: str) -> None:
    """The rank of another trade that is also named is none of the position's."""
    assert (read(title).rung, named(title)) == ("", "writer/specialist")


def test_a_sentence_is_read_from_its_beginning() -> None:
    """Of a very long title the beginning is read."""
    assert named(f"内容运营 {'很好' * 200}店铺运营主管") == "writer/specialist"


PIECES = st.sampled_from(
    [
        "内容",
        "运营",
        "店铺运营",
        "主管",
        "专员",
        "助理",
        "专家",
        "店长",
        "（",
        "）",
        "/",
        " ",
        "-",
        "Manager",
        "coo",
        "会计",
    ]
)


@given(st.lists(PIECES, max_size=8).map("".join))
def test_any_title(title: str) -> None:
    """Whatever is written, positions are told once, the likeliest first; none stands above the rung that is told, but
    for those of which a whole name stands there.
    """
    found = read(title)
    says = [score for _, score in found.positions]
    assert says == sorted(says, reverse=True)
    assert len({id_ for id_, _ in found.positions}) == len(found.positions)
    orders = {rung.id: rung.order for rung in TITLED.ladder.rungs}
    for id_, _ in found.positions:
        position = TITLED.positions[id_]
        whole = any(
            folded(name) in folded(title) for name in (*position.title, *position.aliases.zh, *position.aliases.en)
        )
        assert whole or not found.rung or orders[position.rung] <= orders[found.rung]


def test_a_line_that_begins_higher() -> None:
    """A line that nobody enters on the lowest rung is named without a rank as well, at its first position."""
    gone = "counter/specialist"
    moves = tuple(move for move in TITLED.ladder.moves if gone not in (move.start, move.end))
    positions = {id_: p for id_, p in TITLED.positions.items() if id_ != gone}
    kb = replace(TITLED, positions=positions, ladder=TITLED.ladder._replace(moves=moves))
    assert named("数据运营", kb) == "counter/manager"
    assert named("数据运营专员", kb) == ""
    assert kb.begins("counter")


def test_where_lines_converge() -> None:
    """What several lines rise to is said less by a name without its rank than what begins a line."""
    director = replace(TITLED.positions["head/director"], title=Text("内容总监", "Content Director"))
    kb = replace(TITLED, positions={**TITLED.positions, "head/director": director})
    assert [id_ for id_, _ in read("内容", kb).positions] == ["head/director"]
    assert read("内容", kb).positions[0][1] < read("编辑", kb).positions[0][1]
    assert not kb.begins("head")


def test_rungs_without_words() -> None:
    """Where a knowledge base tells no words of rank, what its rungs are called stands for them."""
    assert (read("Writer (manager)", SMALL).rung, named("Writer (manager)", SMALL)) == ("manager", "writer/manager")
    both_names = (SMALL.ladder.rungs[1]._replace(name=Text("主管 / 经理", "manager")),)
    rungs = (SMALL.ladder.rungs[0], *both_names, *SMALL.ladder.rungs[2:])
    kb = replace(SMALL, ladder=SMALL.ladder._replace(rungs=rungs))
    assert {read(f"「Writer」{rank}", kb).rung for rank in ("主管", "经理")} == {"manager"}


@pytest.fixture(scope="module")
def starter(warm: Path) -> KnowledgeBase:
    """The starter, which is of another trade."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(warm))
        return open_kb(Path(builtin() / "starter")).whole()


@pytest.mark.parametrize(
    ("title", "position"),
    [
        ("ICU护士", "icu/nurse"),
        ("重症监护护士（急招）", "icu/nurse"),
        ("重症监护室护士长", "ward-head/head"),
        ("护士长", "ward-head/head"),
        ("ICU责任组长", "icu/charge"),
        ("病房护理组长", "ward/charge"),
        ("Charge Nurse, Ward", "ward/charge"),
        ("ICU Nurse (nights)", "icu/nurse"),
        ("Head Nurse", "ward-head/head"),
        ("护理部主任", "nursing/director"),
        ("Director of Nursing", "nursing/director"),
        ("医生", ""),
        ("Hospital Pharmacist", ""),
    ],
)
def test_titles_of_another_knowledge_base(starter: KnowledgeBase, title: str, position: str) -> None:
    """The starter reads the titles of its own trade, and knows which are not."""
    assert named(title, starter) == position


@pytest.mark.parametrize(
    ("title", "position"),
    [
        ("高级产品运营专员", "product-ops/senior"),
        ("小红书运营主管（上海）", "new-media-ops/manager"),
        ("用户运营专家", "user-ops/expert"),
        ("电商运营总监", "commerce/director"),
        ("Senior Manager, Content Operations", "content-ops/manager"),
        ("Sales Operations Director Assistant", "sales/specialist"),
        ("COO", "coo/chief"),
        ("Java开发工程师", ""),
        ("财务总监", ""),
    ],
)
def test_built_in_titles(kb: KnowledgeBase, title: str, position: str) -> None:
    """The built-in knowledge base reads the titles of ads and résumés."""
    assert named(title, kb) == position


def test_what_stands_far_behind_is_no_title() -> None:
    """Of what is longer than any title the beginning is read."""
    assert named("诚聘" * 75 + "内容运营") == "writer/specialist"
    assert named("诚聘" * 85 + "内容运营") == ""


def test_a_name_before_brackets_ends_its_part() -> None:
    """What stands in brackets ends the part before it: a name there says as much as at the end of a title."""
    found = dict(read("内容运营（上海）店铺").positions)
    assert found["writer/specialist"] == pytest.approx(1.5 * 0.8 * 8)


def test_an_assistant_to_who_leads_at_the_beginning() -> None:
    """Whoever assists a manager is no manager, also where both words begin the title."""
    assert named("经理助理店铺运营") == "seller/specialist"


def test_a_role_without_positions() -> None:
    """The name of a role that has no position names none."""
    idle = replace(TITLED.roles["writer"], id="idle", name=Text("闲职", "Idler"))
    assert read("闲职", replace(TITLED, roles={**TITLED.roles, "idle": idle})).positions == ()


@pytest.mark.parametrize("title", ["阿尔法岗", "阿尔法岗位", "岗"])
def test_a_title_that_ends_in_what_is_read_past(title: str) -> None:
    """A title of one's own tells its position with its rung, though titles are read without the word for a post."""
    own = replace(SMALL.positions["writer/manager"], title=Text(title, "Alpha"))
    kb = replace(SMALL, positions={**SMALL.positions, own.id: own})
    found = read_title(title_words(kb), folded("阿尔法岗")).positions
    assert [id_ for id_, _ in found] == ([] if title == "岗" else ["writer/manager"])


BUILTIN = open_kb(None).whole()


@pytest.mark.parametrize(
    "title",
    [
        "Community Nurse",
        "Senior Community Nurse (Band 6)",
        "NHS Trust - Community Nurse",
        "Nurse, Community",
        "Community Pharmacist",
        "Community Midwife",
        "Community Mental Health Nurse",
        "Community Support Worker",
        "Social Media Lawyer",
        "Growth Equity Analyst",
        "Growth Equity Associate",
        "Brand Model",
        "Campaign Finance Director",
        "Warehouse Mechanic",
        "活动板房安装工",
        "活动房安装",
        "品牌服装导购",
        "上海 社区护士",
        "直播间化妆师",
        "社群营养师",
        "仓库电工",
    ],
)
def test_a_head_of_another_trade(title: str) -> None:
    """What a title ends with decides, though it begins with the name of a line: it names no position of ours."""
    assert read(title, BUILTIN).foreign
    assert not by_title(BUILTIN, title)


@pytest.mark.parametrize(
    "title",
    [
        "Community Builder",
        "Sales Engineer",
        "Programmatic Trader",
        "Influencer Talent Agent",
        "医生运营专员",
        "导购运营",
        "客服项目经理",
        "提示词工程师",
        "行政/新媒体运营",
        "达人经纪人",
        "仓库包装工",
    ],
)
def test_a_head_of_ours(title: str) -> None:
    """A name of ours that ends a title is one, though a shorter one of another trade ends it too."""
    assert not read(title, BUILTIN).foreign


def test_names_of_positions_are_of_the_trade() -> None:
    """What a position is called is of another trade only where another trade is called the very same."""
    names = {name for one in BUILTIN.positions.values() for name in (*one.title, *one.aliases.zh, *one.aliases.en)}
    others = {folded(name) for name in BUILTIN.other_trades}
    foreign = {name for name in names if read(name, BUILTIN).foreign}
    assert {folded(name).removeprefix("senior ").lstrip("实习资深首席") for name in foreign} <= others


@pytest.mark.parametrize(
    ("title", "position"),
    [
        ("自媒体博主", "new-media-ops/specialist"),
        ("自媒体人", "new-media-ops/specialist"),
        ("自媒体达人", "new-media-ops/specialist"),
        ("美食自媒体博主", "new-media-ops/specialist"),
        ("自媒体", "new-media-ops/specialist"),
        ("自媒体编辑", "new-media-ops/specialist"),
        ("全媒体主管", "new-media-ops/manager"),
        ("融媒体编辑", "new-media-ops/specialist"),
        ("流媒体运营", "content-ops/specialist"),
        ("自媒体文案", "copywriter/specialist"),
        ("媒体专员", "media/specialist"),
        ("媒体", "media/specialist"),
    ],
)
def test_accounts_of_ones_own_are_no_press(title: str, position: str) -> None:
    """A word that has another within it (自媒体, 全媒体, 流媒体) is told from it: only 媒体 by itself is the press."""
    assert (named(title, BUILTIN), by_title(BUILTIN, title)) == (position, (position,))
