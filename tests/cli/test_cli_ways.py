import json
import re
from pathlib import Path

import pytest
from calling import ANSWERS, Call, apart, keep
from jsonschema import Draft7Validator

from opscareer.model.kb import KnowledgeBase
from opscareer.views.contract import schema_of

NODE = r'^  (p\d+)\["([^"\n]*)"\]$'
ARROW = r'^  (p\d+) (-->|-\.->)\|"([^"\n]*)"\| (p\d+)$'
EVIL = '"] --> x["<script>alert(1)</script> `a` %% | #quot; {b} \\n'
TOP = "schema: opscareer/answers/1\nanswers:\n  current: [ceo/chief]\n  years: 12\n"
JSON = (
    "path",
    "path coo -k 5",
    "path bd/specialist",
    "plan",
    "plan coo --months 12 --parallel 3",
    "compare coo cmo",
    "compare bd/specialist user-ops/manager coo cmo ceo data-ops/manager",
)


@pytest.fixture
def top(tmp_path: Path) -> str:
    """A file of answers of somebody at the top of the ladder."""
    file = tmp_path / "top.yaml"
    file.write_text(TOP, encoding="utf-8")
    return str(file)


def aiming(tmp_path: Path, goal: str) -> str:
    """Return a file of answers that tell a goal."""
    file = tmp_path / "aiming.yaml"
    file.write_text(f"{ANSWERS}  goal: {goal}\n", encoding="utf-8")
    return str(file)


def mermaid_text(label: str) -> str:
    """Return what mermaid shows for a label."""
    return re.sub(r"#(\d+);", lambda code: chr(int(code[1])), label)


def test_goal_given(call: Call, tmp_path: Path) -> None:
    """A goal on the command line counts, also before the one told in the answers; it may be called by a short name."""
    for words in ("path coo", f"path 首席运营官 --answers {aiming(tmp_path, 'cmo/chief')}"):
        answer = call(f"{words} --json" + ("" if "--answers" in words else " --answers ME")).answer
        assert answer["goals"] == ["coo/chief"]
        assert {one["goal"] for one in answer["paths"]} == {"coo/chief"}


def test_goal_told(call: Call, tmp_path: Path) -> None:
    """Without one the goal told in the answers counts."""
    answer = call(f"path --json --answers {aiming(tmp_path, 'user-ops/manager')}").answer
    assert answer["goals"] == ["user-ops/manager"]
    assert answer["paths"]


def test_no_goal(call: Call, top: str) -> None:
    """With neither the ways lead to the top of the ladder; who stands there is told that there is nothing above."""
    answer = call("path --json --answers ME").answer
    assert answer["goals"]
    assert {goal.partition("/")[2] for goal in answer["goals"]} == {"chief"}
    done = call(f"path --answers {top}")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("You stand at the top of this ladder; there is no position above.\n")


@pytest.mark.parametrize("line", ["path coox", "plan coox", "compare coox cmo", "compare cmo coox"])
def test_unknown_positions(call: Call, line: str) -> None:
    """A position that there is not exits with 2, nothing printed, and names the nearest ids."""
    done = call(f"{line} --answers ME")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("opscareer: there is no position coox\n")
    assert "coo/chief" in done.err.partition("nearest: ")[2]
    error = call(f"{line} --answers ME --json").error
    assert (error["code"], "coo/chief" in error["hint"]) == ("usage", True)


@pytest.mark.parametrize("line", ["path growth", "plan growth", "gap growth", "compare growth coo"])
def test_a_line_that_is_named(call: Call, line: str) -> None:
    """Which post the name of a line is taken as is told beside the answer, with the others of the line."""
    done = call(f"{line} --answers ME")
    assert done.code == 0
    assert "“growth” tells no level, and is taken as Growth Specialist [growth/specialist]." in done.err
    assert "[growth/manager]" in done.err
    assert "no level" not in call(f"{line.replace('growth', 'growth/manager')} --answers ME").err


@pytest.mark.parametrize("wrong", ["--format csv", "-o missing/x.json"])
def test_a_failure_in_json_is_told_alone(call: Call, wrong: str) -> None:
    """With --json nothing stands before the error on standard error; what else there is to say comes with an answer."""
    line = "path growth --json --answers ME"
    assert call(f"{line} {wrong}").error
    done = call(line)
    assert done.answer["goals"] == ["growth/specialist"]
    assert "tells no level" in done.err


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("path -k 0", "0 is not from 1 to 20"),
        ("path -k many", "'many' is not a whole number"),
        ("plan --months soon", "'soon' is not a number"),
        ("path coo --kb --lang en", "--kb lacks its value: --lang is another option"),
        ("history --delete --lang en", "--delete lacks its value: --lang is another option"),
        ("gap -o --json", "-o lacks its value: --json is another option"),
    ],
)
def test_mistakes_in_plain_words(call: Call, line: str, told: str) -> None:
    """What is wrong on the command line is told in plain words, and an option is never the value of another."""
    done = call(line)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_how_many_ways(call: Call) -> None:
    """-k says how many ways at most; those of fewer are the first of those of more, and all of those near the shortest
    come before the others."""
    many = call("path coo -k 6 --json --answers ME").answer["paths"]
    assert 3 < len(many) <= 6
    months = [one["months"] for one in many]
    near = [month <= 1.1 * min(months) for month in months]
    assert near == sorted(near, reverse=True)
    assert [m for m in months if m > 1.1 * min(months)] == sorted(m for m in months if m > 1.1 * min(months))
    for k in (1, 3):
        assert call(f"path coo -k {k} --json --answers ME").answer["paths"] == many[:k]
    assert call("path coo --json --answers ME").answer["paths"] == many[:3]
    assert len(re.findall(r"^\d+\. ", call("path coo -k 2 --answers ME").out, re.MULTILINE)) == 2


@pytest.mark.parametrize(
    "line",
    [
        "path -k 0",
        "path -k 21",
        "path -k many",
        "plan --months -1",
        "plan --months 601",
        "plan --months soon",
        "plan --parallel 0",
        "plan --parallel 6",
        "plan --parallel 1.5",
    ],
)
def test_out_of_bounds(call: Call, line: str) -> None:
    """A figure outside its bounds, or no figure, is a usage error that names the option."""
    done = call(f"{line} --answers ME")
    assert (done.code, done.out) == (2, "")
    assert f"'{line.split()[1]}'" in done.err
    assert f"see opscareer {line.split()[0]} --help" in done.err


@pytest.mark.parametrize("line", ["path --format dot", "plan --format html", "compare coo cmo --format mermaid"])
def test_no_such_format(call: Call, line: str) -> None:
    """A format that the command has not is a usage error that names those it has."""
    done = call(f"{line} --answers ME")
    assert (done.code, done.out) == (2, "")
    assert f"{line.split()[0]} has no format {line.split()[-1]}\n  there are: text, json, markdown, csv" in done.err


@pytest.mark.parametrize("flag", ["", " --json"])
def test_no_number_of_months(call: Call, flag: str) -> None:
    """What is called a number and is none is a usage error as well."""
    done = call(f"plan --months nan --answers ME{flag}")
    assert (done.code, done.out) == (2, "")


@pytest.mark.parametrize(
    "line", ["path -k 1", "path -k 20", "plan --months 0", "plan --months 600", "plan --parallel 5"]
)
def test_within_bounds(call: Call, line: str) -> None:
    """The bounds themselves are taken."""
    assert call(f"{line} --answers ME").code == 0


@pytest.mark.parametrize("line", ["path coo", "plan coo"])
def test_all(call: Call, line: str) -> None:
    """--all tells everything that the short page leaves out, and says so no more."""
    short, whole = (
        " ".join(call(f"{line}{option} --answers ME").out.partition("Before you choose")[0].split())
        for option in ("", " --all")
    )
    assert len(whole) > len(short)
    left = r"and \d+ more|The others come later"
    assert re.search(left, short)
    assert not re.search(rf"{left}|--all", whole)


def test_all_is_named_with_the_answers(call: Call, me: str) -> None:
    """The short plan names the command that tells the rest, with the file that this one was given."""
    line = f"plan coo --all --answers {me}"
    assert f"  opscareer {line}" in call("plan coo --answers ME").out
    assert call(line).code == 0


def test_mermaid_of_paths(call: Call, kb: KnowledgeBase) -> None:
    """The drawing has each position of the ways once, and each step with its way and whether it leads aside."""
    paths = call("path coo -k 3 --json --answers ME").answer["paths"]
    drawn = call("path coo -k 3 --format mermaid --answers ME").out
    nodes = {name: mermaid_text(label) for name, label in re.findall(NODE, drawn, re.MULTILINE)}
    arrows = re.findall(ARROW, drawn, re.MULTILINE)
    assert len(drawn.splitlines()) == 1 + len(nodes) + len(arrows)
    assert drawn.startswith("flowchart LR\n")
    steps = [(number, step) for number, one in enumerate(paths, 1) for step in one["steps"]]
    titles = {p.id: p.title.en for p in kb.positions.values()}
    assert sorted(nodes.values()) == sorted(titles[p] for p in {p for _, s in steps for p in (s["from"], s["to"])})
    shown = [(mermaid_text(label).partition(":")[0], nodes[a], arrow, nodes[b]) for a, arrow, label, b in arrows]
    assert shown == [
        (str(number), titles[s["from"]], "-.->" if s["kind"] in ("lateral", "diagonal") else "-->", titles[s["to"]])
        for number, s in steps
    ]


def test_mermaid_from_outside(call: Call, tmp_path: Path) -> None:
    """Who comes from outside sets out from there, in their language."""
    file = tmp_path / "new.yaml"
    file.write_text("schema: opscareer/answers/1\nanswers: {current: []}\n", encoding="utf-8")
    for lang, outside in (("zh", "还没入行"), ("en", "not in the trade yet")):
        drawn = call(f"path coo -k 1 --format mermaid --lang {lang} --answers {file}").out
        nodes = re.findall(NODE, drawn, re.MULTILINE)
        assert mermaid_text(nodes[0][1]) == outside


def test_hostile_titles_in_mermaid(call: Call, tmp_path: Path) -> None:
    """A title of an overlay that is markup of mermaid or HTML is shown as it is, and adds no node, arrow or line."""
    overlay = tmp_path / "overlay"
    overlay.mkdir()
    title = {"zh": EVIL, "en": EVIL}
    roles = [{"id": "product-ops", "positions": {rung: {"title": title} for rung in ("specialist", "manager")}}]
    (overlay / "roles.yaml").write_text(json.dumps({"roles": roles}), encoding="utf-8")
    line = "path product-ops/manager -k 1 --format mermaid --answers ME"
    plain, drawn = call(line).out, call(f"{line} --kb {overlay}").out
    nodes = re.findall(NODE, drawn, re.MULTILINE)
    assert [mermaid_text(label) for _, label in nodes] == [EVIL.strip()] * 2
    assert not re.search(r"[<>\[\]{}|`\\%]", "".join(label for _, label in nodes))
    assert len(drawn.splitlines()) == len(plain.splitlines()) == 4


def test_plan_of_the_next_role(call: Call) -> None:
    """Without a position the plan is for the next role that assess names."""
    best = call("assess --json --answers ME").answer["next"]
    plan = call("plan --json --answers ME").answer
    assert (plan["position"], plan["kind"], plan["fit"]) == (best["position"], best["kind"], best["fit"])
    assert call(f"plan {best['position']} --json --answers ME").answer == plan


def test_plan_at_the_top(call: Call, top: str) -> None:
    """At the top the plan is for the post that one holds."""
    plan = call(f"plan --json --answers {top}").answer
    assert plan["position"] == "ceo/chief"
    assert plan["steps"]
    assert call(f"plan --answers {top}").code == 0


def test_months_and_parallel(call: Call) -> None:
    """--months tells how far one gets by then, --parallel how many skills are worked on at once."""
    alone = call("plan user-ops/manager --json --parallel 1 --answers ME").answer
    five = call("plan user-ops/manager --json --parallel 5 --months 6 --answers ME").answer
    assert (alone["parallel"], five["parallel"], alone["by"]) == (1, 5, None)
    assert alone["months"] > five["months"]
    starts = [step["start"] for step in alone["steps"]]
    assert starts == [0, *(step["end"] for step in alone["steps"][:-1])]
    assert max(sum(s["start"] <= month < s["end"] for s in five["steps"]) for month in range(60)) <= 5
    done = [step["fit_after"] for step in five["steps"] if step["end"] <= 6]
    assert (five["by"]["months"], five["by"]["fit"]) == (6, pytest.approx(done[-1]))
    assert "By month 6: fit" in call("plan user-ops/manager --months 6 --answers ME").out


def test_plan_as_markdown(call: Call, tmp_path: Path) -> None:
    """-o FILE.md writes the plan as Markdown, as --format markdown prints it; any other ending the page."""
    printed = call("plan coo --format markdown --answers ME").out
    assert printed.startswith("# Plan for Chief Operating Officer\n")
    steps = call("plan coo --json --answers ME").answer["steps"]
    assert printed.count("\n- [ ] ") == len(steps)
    for name, expected in (("a.md", printed), ("a.txt", call("plan coo --answers ME").out)):
        done = call(f"plan coo --answers ME -o {tmp_path / name}")
        assert (done.code, done.out) == (0, "")
        assert (tmp_path / name).read_text(encoding="utf-8") == expected


def test_json_into_a_markdown_file(call: Call, tmp_path: Path) -> None:
    """Who asks for JSON gets it, whatever the file is called."""
    file = tmp_path / "a.md"
    assert call(f"plan --json --answers ME -o {file}").code == 0
    assert json.loads(file.read_text(encoding="utf-8"))["schema"] == "opscareer/plan/1"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("words", ["coo", "coo coo/chief", "coo 首席运营官 COO"])
def test_nothing_to_compare(call: Call, words: str, lang: str) -> None:
    """One position, or the same one twice, is a usage error that says what compare takes."""
    done = call(f"compare {words} --answers ME --lang {lang}")
    assert (done.code, done.out) == (2, "")
    assert ("2 to 6 different positions" in done.err) == (lang == "en")
    assert ("2 到 6 个不同的岗位" in done.err) == (lang == "zh")
    assert re.search(r"opscareer compare \S+/\S+ \S+/\S+\n", done.err)


def test_nothing_to_compare_in_english(call: Call) -> None:
    """In English that is told without a Chinese character."""
    assert call("compare coo --answers ME").err.isascii()


def test_nothing_at_all_to_compare(call: Call) -> None:
    """No position at all is a usage error as well."""
    done = call("compare")
    assert (done.code, done.out) == (2, "")
    assert "POSITION" in done.err


def test_more_than_can_be_compared(call: Call, kb: KnowledgeBase) -> None:
    """Six positions can be laid side by side, seven cannot."""
    assert call(f"compare {' '.join(list(kb.positions)[:6])}").code == 0
    done = call(f"compare {' '.join(list(kb.positions)[:7])}")
    assert (done.code, done.out) == (2, "")
    assert "not 7" in done.err


def test_compare_without_answers(call: Call) -> None:
    """Positions can be compared without any answers; then nothing is told of where one stands, but how to learn it."""
    done = call("compare coo cmo")
    assert (done.code, done.err) == (0, "")
    assert "After an assessment" in done.out
    assert "%" not in done.out
    answer = call("compare coo cmo --json").answer
    assert {(one["fit"], one["verdict"]) for one in answer["positions"]} == {(None, None)}
    assert {row["have"] for row in answer["skills"]} == {None}


def test_compare_with_answers(call: Call) -> None:
    """With answers it is told where one stands on each position and on each skill that was answered."""
    answer = call("compare product-ops/manager user-ops/manager --json --answers ME").answer
    fits = [call(f"gap {one['id']} --json --answers ME").answer["fit"] for one in answer["positions"]]
    assert [one["fit"] for one in answer["positions"]] == fits
    have = {row["skill"]: row["have"] for row in answer["skills"]}
    assert have["data-analysis"] == 2
    assert None in have.values()
    page = call("compare product-ops/manager user-ops/manager --answers ME").out
    assert len(re.findall(r"▯ *[0-9-]+%", page)) == 2
    assert "After an assessment" not in page


def test_the_saved_assessment_counts(call: Call, tmp_path: Path) -> None:
    """Without a file the last assessment kept is used, and which one is said beside the answer."""
    keep(call, tmp_path)
    for line in ("path coo", "plan coo", "compare coo cmo"):
        kept, given = call(f"{line} --json"), call(f"{line} --json --answers {tmp_path / 'kept.yaml'}")
        assert (kept.code, apart(kept.answer)) == (0, apart(given.answer))
        assert kept.err == "\nFrom the assessment of 2026-01-01 (number 1).\n"
    assert [one["fit"] for one in call("compare coo cmo --json").answer["positions"]] != [None, None]
    assert "--answers" not in call("plan coo").out


@pytest.mark.parametrize("line", ["path", "path coo", "plan", "plan coo", "path --format mermaid"])
def test_nobody_known(call: Call, line: str) -> None:
    """Without answers and assessment the exit code is 2, and how to give them is said."""
    done = call(line)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"opscareer: {line.split()[0]} needs to know about you")
    assert "opscareer assess" in done.err
    assert "--answers FILE" in done.err
    assert call(f"{line} --json").error["code"] == "usage"


@pytest.mark.parametrize("line", JSON)
def test_json_of_ways(call: Call, line: str, top: str, tmp_path: Path) -> None:
    """Whoever asks, --json prints one object as published; it does not depend on the language asked for."""
    new = tmp_path / "new.yaml"
    new.write_text("schema: opscareer/answers/1\nanswers: {current: []}\n", encoding="utf-8")
    whoever = ("ME", top, str(new), aiming(tmp_path, "cmo/chief"))
    for answers in whoever:
        done = call(f"{line} --json --answers {answers}")
        if "--format" in line:
            assert not done.out.startswith("{")
            continue
        assert (done.code, done.err, done.out.count("\n")) == (0, "", 1)
        Draft7Validator(schema_of(line.split()[0])).validate(done.answer)
    if "--format" not in line:
        assert apart(call(f"{line} --json --lang zh --answers {whoever[-1]}").answer) == apart(done.answer)


def test_a_hostile_file_name(call: Call, tmp_path: Path) -> None:
    """Where a plan names the file of answers it does so without its control and bidi characters."""
    file = tmp_path / "\x1b[31mme\u202e.yaml"
    file.write_text(ANSWERS, encoding="utf-8")
    done = call("plan", "coo", "--answers", str(file))
    assert done.code == 0
    assert "me.yaml" in "".join(done.out.split())
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", done.out)
