"""The small readers of a résumé, each by itself: dates, degrees, lines, titles, forms, skills, the telling."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from small_kb import SMALL

from opscareer.interview.resume.dates import month_of, span_in
from opscareer.interview.resume.degrees import degree_of
from opscareer.interview.resume.forms import entries_of
from opscareer.interview.resume.lines import Line, parts_of
from opscareer.interview.resume.posts import posts_of
from opscareer.interview.resume.proposals import Proposed, proposals
from opscareer.interview.resume.skills import skills_in
from opscareer.interview.resume.telling import told
from opscareer.interview.resume.titled import title_in
from opscareer.model.skill import Words
from opscareer.text import Text


@pytest.mark.parametrize(
    ("date", "year", "month"),
    [
        ("2021-03", 2021, 3),
        ("202103", 2021, 3),
        ("2021年3月", 2021, 3),
        ("March 2021", 2021, 3),
        ("Jan 2021", 2021, 1),
        ("Dec. 2021", 2021, 12),
        ("03/2021", 2021, 3),
        ("22.03", 2022, 3),
        ("2021", 2021, 1),
        ("Summer 2019", 2019, 6),
        ("in the summer about 2019", 2019, 1),
        ("since about 1999 or so", 1999, 1),
    ],
)
def test_months(date: str, year: int, month: int) -> None:
    """A date is told in months; a year alone, also among words, begins in January, a season in its first."""
    assert month_of(date) == 12 * year + month


def test_spans_without_an_end() -> None:
    """What began and tells no end has an empty one, in a text."""
    found = span_in("2020.03 -")
    assert found is not None
    assert (found.since, found.until) == ("2020.03", "")


def test_spans_with_short_years() -> None:
    """Years may be written with two figures, where they can be no months."""
    found = span_in("22.03-24.05 某公司 用户运营专员")
    assert found is not None
    assert (found.since, found.until) == ("22.03", "24.05")
    assert span_in("10.05-12.08 某某活动") is None


@pytest.mark.parametrize(
    ("texts", "degree"),
    [
        (["Columbia University, Bachelor of Arts"], "bachelor"),
        (["大专", "硕士"], "master"),
        (["硕士", "高中"], "master"),
        (["High school", "Associate"], "college"),
        (["Boston, MA"], "master"),  # nothing else is named
        (["Boston, MA", "BA"], "bachelor"),  # a state, where something else is
        (["worked as a med student in the ward"], ""),  # a word, in a sentence
        (["he wants to be and have a ba of it"], ""),
        (["took the BA of history with honours"], "bachelor"),
        (["Ba of history, with honours"], "bachelor"),
        (["a b.sc. and"], "bachelor"),  # so short a text says nothing else
        (["some letters"], ""),
        ([], ""),
    ],
)
def test_degrees(texts: list[str], degree: str) -> None:
    """The highest degree named counts; letters that are words too only where they are written as letters."""
    found, words = degree_of(texts)
    assert found == degree
    assert bool(words) is bool(degree)
    assert words in ("", *texts)


def test_the_form_of_rendercv() -> None:
    """Of RenderCV the sections are read by their names, and about the person all but these."""
    job, project, school, skill = ({"name": name} for name in ("job", "project", "school", "skill"))
    sections = {"experience": [job], "projects": [project], "education": [school], "skills": [skill]}
    found = entries_of({"cv": {"name": "x", "sections": sections}})
    assert found.projects == [project]
    assert found.skills == [skill]
    assert [one["name"] for one in found.jobs] == ["job"]
    assert found.about == {"name": "x"}


def test_the_chinese_form() -> None:
    """Of the Chinese form a job's pair of times is its beginning and end, and its department may be its title."""
    job = {"department_name": "用户运营专员", "work_time": ["2019-02", None]}
    resume = {
        "profile": {"name": "x"},
        "workExpList": [job, {**job, "work_time": "2019"}, {**job, "work_time": []}],
        "projectList": [{"name": "p"}],
        "skillList": [{"name": "s"}],
        "educationList": [{"academic_degree": "本科"}],
    }
    found = entries_of(resume)
    dates = [(one["startDate"], one["endDate"]) for one in found.jobs]
    assert dates == [("2019-02", None), (None, None), (None, None)]
    assert {one["position"] for one in found.jobs} == {"用户运营专员"}
    assert (found.projects, found.skills, found.about) == ([{"name": "p"}], [{"name": "s"}], {"name": "x"})
    assert [one["studyType"] for one in found.schools] == ["本科"]


def test_the_form_of_json_resume() -> None:
    """Of JSON Resume projects are read beside the work."""
    found = entries_of({"basics": {"label": "运营"}, "projects": [{"name": "p"}], "work": [{"position": "a"}]})
    assert (found.projects, found.title, found.about) == ([{"name": "p"}], "运营", {"label": "运营"})


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text without headings."""
    return parts_of(text)["top"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- grew it", Line("grew it", bullet=True)),
        ("grew it", Line("grew it", bullet=False)),
        ("2019\tshop", Line("2019  |  shop", bullet=False)),
        ("- # grew # it", Line("grew # it", bullet=True)),
        ("[grew](http://x) it", Line("grew it", bullet=False)),
        ("**grew** it", Line("grew it", bullet=False)),
        ("- wrote C# tools", Line("wrote C# tools", bullet=True)),
    ],
)
def test_lines(text: str, line: Line) -> None:
    """A line is told without its marks; an entry of a list as one; a tab keeps two places apart."""
    assert lines_of(text) == [line]


@pytest.mark.parametrize("letter", [" ", "\u3000", "\t", "[", "[](", "# ", "> ", "<", "*", "|"])
def test_a_line_of_half_a_million_letters(letter: str) -> None:
    """The lines of a résumé are read in one pass, whatever fills a line: else this would never end."""
    assert lines_of(f"a{letter * 500_000}b")[0].text.startswith("a")


@pytest.mark.parametrize(
    "heading",
    [
        "工作经历",
        "一、工作经历",
        "工 作 经 历",
        "【工作经历】",
        "## Work Experience",
        "WORK   EXPERIENCE",
        "工作经历 / Work Experience",
        "2. 工作经历：",
        "— 工作经历 —",
    ],
)
def test_headings(heading: str) -> None:
    """A heading opens its part, however it is numbered, framed, spaced or translated."""
    found = parts_of(f"me\n{heading}\n- sold")
    assert found == {"top": [Line("me", bullet=False)], "work": [Line("sold", bullet=True)]}


@pytest.mark.parametrize(
    ("line", "part", "rest"),
    [
        ("技能：SQL：高级", "skill", "SQL:高级"),
        ("工作经历：2019 店员", "work", "2019 店员"),
        ("工作很多很多的人", "top", "工作很多很多的人"),
        ("工作: ", "work", None),
        ("工作" * 30, "top", "工作" * 30),
    ],
)
def test_a_heading_beside_its_words(line: str, part: str, rest: str | None) -> None:
    """The first words of a part may stand beside its heading, after the first colon."""
    found = parts_of(line)
    assert [one.text for one in found[part]] == ([rest] if rest else [])  # type: ignore[index]


def test_a_short_heading_speaks_for_its_line() -> None:
    """A heading of two letters with words beside it opens no part for the lines that follow."""
    found = parts_of("学历：本科\nnext\n- 教育：硕士")
    assert [one.text for one in found["school"]] == ["本科", "硕士"]
    assert [one.bullet for one in found["school"]] == [False, True]
    assert [one.text for one in found["top"]] == ["next"]


def posts(*lines: str) -> list[tuple[object, object]]:
    """Return the posts of some lines with their beginnings."""
    read = [Line(line.removeprefix("- "), bullet=line.startswith("- ")) for line in lines]
    return [(post["position"], post["startDate"]) for post in posts_of(read) if post["position"]]


def test_posts() -> None:
    """A post stands at its dates; where other lines tell dates, those in entries of lists are of no post."""
    assert posts("2019.01-2020.01 店员", "- 2018.01-2018.05 编辑") == [("店员", "2019.01")]
    assert posts("- 2019.01-2020.01 店员", "- 2018.01-2018.05 编辑") == [("店员", "2019.01"), ("编辑", "2018.01")]
    assert posts("店员", "2019.01-2020.01") == [("店员", "2019.01")]
    assert posts("2019.01-2020.01", "店员") == [("店员", "2019.01")]
    assert posts("2019.01-2020.01", "- 店员") == []


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("某公司 | 用户运营", "用户运营"),
        (" - 用户运营 - ", "用户运营"),
        ("| : | 用户运营", "用户运营"),
        ("Shop - Manager - Growth", "Manager, Growth"),
        ("Some Shop, Editor", "Editor"),
        ("Xeditor", ""),
        ("地点:上海编辑", ""),
    ],
)
def test_titles(line: str, title: str) -> None:
    """The title in a line is what looks like one, without what hangs at its edges; a rank takes what follows."""
    assert title_in(line) == title


def test_skills_of_which_it_speaks() -> None:
    """What was done is proposed higher than what is only listed, with the words of both in their order, each once."""
    kb = replace(
        SMALL,
        skills={**SMALL.skills, "sums": replace(SMALL.skills["sums"], aliases=Words(zh=("报表", "算账"), en=()))},
    )
    done = [{"highlights": ["做报表", {"deep": ["Reckoning"]}]}]
    found = skills_in(kb, done, [{"keywords": ["算账", "报表", "Dealing"]}])
    assert found["skill.sums"] == (2, ("报表", "Reckoning", "算账"))
    assert found["skill.deals"] == (1, ("Dealing",))
    assert set(found) == {"skill.sums", "skill.deals"}


def proposed(*jobs: Mapping[str, object]) -> Proposed:
    """Return what jobs lead to propose in November 2026."""
    return proposals(SMALL, {"work": list(jobs)}, "2026-11")


NOW = {"position": "Writer", "startDate": "2024-11"}


def test_present_posts() -> None:
    """A post lasts that has no end, or one that is still to come; what begins later is none yet, nor what ended."""
    assert proposed(NOW).answers["current"] == ("writer/specialist",)
    for end, lasts in (("2026-12", True), ("2026-11", False), ("2026-10", False)):
        assert ("current" in proposed({**NOW, "endDate": end}).answers) is lasts
    assert "current" in proposed({**NOW, "startDate": "2026-11"}).answers
    assert "current" not in proposed({**NOW, "startDate": "2026-12"}).answers


def test_words_on_which_a_post_rests() -> None:
    """A post rests on its title and its time as they are written; no end is written where there is none."""
    assert proposed({**NOW, "endDate": "至今"}).words["current"] == ("Writer, 2024-11 –",)
    assert proposed({**NOW, "endDate": "2027-01"}).words["current"] == ("Writer, 2024-11 – 2027-01",)
    assert proposed({"position": "Writer"}).undated == ("Writer",)


def test_years_of_posts() -> None:
    """Years count once where posts overlap, and to the half; a post of no length counts as none."""
    other = {"position": "Seller", "startDate": "2023-11", "endDate": "2025-11"}
    found = proposed(NOW, other)
    assert (found.answers["years"], found.answers["years_total"]) == (3.0, 3.0)
    short = {"position": "Seller", "startDate": "2020-01", "endDate": "2020-01"}
    assert proposed(NOW, short).answers["years_total"] == 2.0
    assert proposed(NOW, short).words["years_total"] == ("Writer, 2024-11 –", "Seller, 2020-01 – 2020-01")


def test_a_title_that_may_be_several() -> None:
    """A present title that tells no single position is told with all that it may be, and proposed as none."""
    kb = replace(
        SMALL,
        positions={
            id_: replace(one, aliases=Words(en=("Hand",), zh=())) if one.rung == "specialist" else one
            for id_, one in SMALL.positions.items()
        },
    )
    found = proposals(kb, {"work": [{"position": "Hand", "startDate": "2024-11"}]}, "2026-11")
    assert "current" not in found.answers
    assert list(found.unclear.values()) == [("writer/specialist", "seller/specialist", "counter/specialist")]
    (line,) = [text for text in told(kb, found) if "Hand" in text.en]
    assert line.en.endswith("choose it if it is one of these: Writer, Seller, Counter")
    assert line.zh.endswith("是下面的就选它：「Writer」、「Seller」、「Counter」")


def test_what_is_told_of_a_resume() -> None:
    """Each proposal is told on a line with its words; who is outside the trade is told as that, others go on."""
    read = Proposed(
        {"current": (), "skill.words": 2, "years": 2.0},
        {"current": ("Cook",), "skill.words": ("a", "b", "c", "d"), "years": ("x",)},
        outside=("Cook",),
    )
    head, *lines = told(SMALL, read)
    assert "counts only when you confirm it" in head.en
    assert lines == [
        Text("「Wording」：2 级（“a”、“b”、“c” 等 4 项）", 'Wording: level 2 ("a", "b", "c" and 1 more)'),
        Text("在这一级的年数：2 年（“x”）", 'Years at this level: 2 years ("x")'),
        Text("现在的这份工作不在这一行：Cook", "This present post is outside the trade: Cook"),
    ]


def test_nothing_read() -> None:
    """Where nothing was read that is said, and that the present post is for the person to say."""
    none, left = told(SMALL, Proposed())
    assert "nothing in it leads" in none.en
    assert left.en == "No position held now was read: you say which one it is."
    assert len(told(SMALL, Proposed({"current": ("top/chief",)}, {"current": ("x",)}))) == 2
