import csv
import io
import os
from pathlib import Path

import openpyxl
import pytest
from calling import ANSWERS, TEAM, Call, Save, left_out, people

BAD = [
    ("empty.csv", "", "empty.csv: it is empty"),
    ("blank.csv", "\n\n", "blank.csv"),
    ("heading.csv", "id,current\n", "heading.csv: nobody has filled in anything"),
    ("lacking.csv", "id,years\na,2\n", "there is no column current"),
    ("unknown.csv", "id,current,skill.data-analysys\na,bd/manager,2\n", "skill.data-analysis"),
    ("twice.csv", "id,current,current\na,bd/manager,bd/manager\n", "two columns are current"),
    ("levels.csv", "id,current,skill.data-analysis\na,bd/manager,9\n", "levels.csv:2: skill.data-analysis"),
    ("positions.csv", "id,current\na,bd/manger\n", "bd/manager"),
    ("lines.jsonl", '{"id": "a", "current": ["bd/manager"], "skill.flying": 2}\n', "skill.flying"),
    ("broken.jsonl", '{"id": \n', "broken.jsonl:1"),
    ("broken.xlsx", b"PK\x03\x04xl/", "broken.xlsx"),
    ("broken.parquet", b"PAR1", "broken.parquet"),
    ("picture.csv", b"\x89PNG\r\n\x1a\n", "a picture, not a table of people"),
    ("answers.yaml", ANSWERS.replace("2.5", "much").encode(), "answers.yaml"),
    ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .xlsx or CSV"),
]


@pytest.mark.parametrize(("name", "content", "said"), BAD)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_that_can_be_used(
    call: Call, save: Save, tmp_path: Path, name: str, content: str | bytes, said: str, lang: str
) -> None:
    """A file of which nothing can be used is told in a sentence with its name; the code is 3, nothing is written."""
    table = tmp_path / "told.csv"
    done = call(f"team {save(name, content)} --people {table} --lang {lang}")
    assert (done.code, done.out) == (3, "")
    assert name in done.err
    assert lang == "zh" or said in done.err
    assert not table.exists()
    error = call(f"team {save(name, content)} --json").error
    assert error["code"] == "faulty-team"


@pytest.mark.parametrize("name", ["nowhere.csv", "nowhere.parquet", "nowhere"])
def test_no_file(call: Call, tmp_path: Path, name: str) -> None:
    """A file that is not there is told as such."""
    done = call(f"team {tmp_path / name} --json")
    assert (done.code, done.error["code"]) == (3, "faulty-team")
    assert name in done.error["message"]


def test_a_tenth_of_the_rows_is_wrong(call: Call, save: Save) -> None:
    """Wrong rows are told by file, row, column and reason, and counted; the others are advised."""
    head = "id,current,skill.data-analysis\n"
    rows = "".join(f"p{n},bd/specialist,{'much' if n % 10 == 7 else n % 5}\n" for n in range(200))
    done = call(f"team {save('people.csv', head + rows)} --json")
    assert done.code == 0
    assert len(people(done)) == 180
    assert done.answer["left_out"]["count"] == 20
    assert left_out(done) == [(n + 2, "skill.data-analysis") for n in range(200) if n % 10 == 7]
    assert "Rows left out: 20 of 200." in done.err
    assert "people.csv:9: skill.data-analysis: cannot be much" in done.err
    assert "... and 15 more" in done.err
    assert "p7" not in done.err


def test_the_first_hundred_of_many_wrong_rows(call: Call, save: Save) -> None:
    """However many rows are wrong, a hundred are listed and all are counted."""
    rows = "".join(f"p{n},bd/{'specialist' if n < 5 else 'baker'}\n" for n in range(300))
    done = call(f"team {save('people.csv', f'id,current{os.linesep}{rows}')} --json")
    assert (done.answer["left_out"]["count"], len(done.answer["left_out"]["first"])) == (295, 100)


def test_a_formula_is_no_answer(call: Call, save: Save) -> None:
    """A cell with a formula is told and not worked out; the row is left out, the others are not."""
    book = openpyxl.Workbook()
    for row in (("id", "current", "skill.data-analysis"), ("a", "bd/manager", "=1+1"), ("b", "bd/manager", 3)):
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    done = call(f"team {save('people.xlsx', buffer.getvalue())} --json")
    assert (people(done), left_out(done)) == (["b"], [(2, "skill.data-analysis")])
    assert "formula" in done.answer["left_out"]["first"][0]["reason"]["en"]


def test_mixed_encodings(call: Call, save: Save) -> None:
    """A row in another encoding than the file is told as such."""
    content = "编号,岗位,带团队\n甲,商务经理,3\n".encode() + "乙,商务经理,不确定".encode("gbk")
    done = call(f"team {save('people.csv', content)} --json")
    assert (people(done), left_out(done)) == (["甲"], [(3, "")])


def test_strict_stops_at_the_first_fault(call: Call, save: Save, tmp_path: Path) -> None:
    """With --strict the first wrong row ends the work: code 3, and what stood in files before stands there still."""
    file, table = save("people.csv", "id,current\na,bd/manager\nb,bd/baker\n"), tmp_path / "told.csv"
    table.write_text("before")
    done = call(f"team {file} --strict --people {table} --force")
    assert (done.code, done.out) == (3, "")
    assert "people.csv:3: current: " in done.err
    assert "--strict" in done.err
    assert table.read_text() == "before"
    assert not [*tmp_path.glob(".opscareer-*")]


def test_a_folder(call: Call, save: Save) -> None:
    """All tables of a folder are read in order of their names; one that is none is told, and the others count."""
    save("1.csv", "id,current\na,bd/manager\n")
    save("2.csv", "nothing\n")
    save("3.jsonl", '{"id": "c", "current": []}\n')
    save("4.parquet", b"PAR1")
    save("~$5.xlsx", b"")
    folder = save("notes.docx", b"").parent
    done = call(f"team {folder} --json")
    assert (people(done), done.answer["left_out"]["count"]) == (["a", "c"], 3)
    assert "2.csv:1: there is no column" in done.err
    assert "4.parquet" in done.err
    for file in folder.iterdir():
        file.unlink()
    assert call(f"team {folder}").code == 3


@pytest.mark.parametrize(
    ("lang", "page"),
    [("zh", "另有 1 个文件或工作表整个没有读。"), ("en", "Files and sheets of which nothing was read: 1.")],
)
def test_a_table_of_a_folder_that_is_refused(call: Call, save: Save, lang: str, page: str) -> None:
    """A table of which nothing is read is told by its name before all rows, however many, and is none of them."""
    save("a.csv", "id,current\n" + "a,bd/manager\n" * 5 + "b,bd/baker\n" * 101)
    folder = save("b.csv", "id,current,shoe size\n" + "c,bd/manager,40\n" * 9).parent
    done = call(f"team {folder} --json --lang {lang}")
    told = done.answer["left_out"]
    assert (told["count"], told["files"], len(told["first"])) == (102, 1, 101)
    assert told["first"][0]["file"].endswith("b.csv")
    assert done.err.index("b.csv") < done.err.index("a.csv")
    assert ("Rows left out: 101 of 106." if lang == "en" else "106 行里有 101 行没有算进去") in done.err
    assert page in " ".join(call(f"team {folder} --lang {lang}").out.split())


def test_no_table_of_a_folder_can_be_read(call: Call, save: Save) -> None:
    """Where no file of a folder can be read, that many files are told, and no rows."""
    folder = save("b.csv", "id,current,shoe size\nc,bd/manager,40\n").parent
    done = call(f"team {folder} --lang en")
    assert done.code == 3
    assert "files that can be read: 0 of 1; the first fault: " in done.err


def test_answers_files_of_a_folder(call: Call, save: Save) -> None:
    """Answers files in YAML and JSON, as assess --save writes them, are a person each, by the name of the file."""
    save("li.yaml", ANSWERS)
    save("wang.json", '{"schema": "opscareer/answers/1", "answers": {"current": []}}')
    folder = save("zhao.yml", ANSWERS.replace("2.5", "much")).parent
    done = call(f"team {folder} --json")
    assert people(done) == ["li", "wang"]
    assert "zhao.yml:5: years: " in done.err
    assert people(call(f"team {folder / 'li.yaml'} --json")) == ["li"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_a_folder_has_besides(call: Call, save: Save, tmp_path: Path, lang: str) -> None:
    """What lies in a folder and is not read is told by its name; what editors and systems hide there is not."""
    save("1.csv", "id,current\na,bd/manager\n")
    save("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    save("other.json", "{}")
    save("picture.png", b"")
    save(".hidden", b"")
    folder = save("~$1.xlsx", b"").parent
    (folder / "within").mkdir()
    (folder / "nowhere").symlink_to(tmp_path / "gone")
    os.mkfifo(folder / "pipe.csv")
    done = call(f"team {folder} --json --lang {lang}")
    assert people(done) == ["a"]
    told = [Path(one["file"]).name for one in done.answer["left_out"]["first"]]
    assert told == ["nowhere", "old.xls", "other.json", "picture.png", "pipe.csv", "within"]
    assert ("name it too" if lang == "en" else "也写在命令里") in str(done.answer["left_out"]["first"][-1]["reason"])
    assert "hidden" not in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--people OUT -o OUT", "one file"),
        ("--people THERE", "there already"),
        ("-o THERE", "there already"),
        ("--people TEAM --force", "not written over"),
        ("-o TEAM --force", "not written over"),
        ("--people out.pdf", "no .pdf file"),
        ("-o out.pdf", ".parquet"),
        ("--by team", "--by"),
    ],
)
def test_where_nothing_can_be_written(call: Call, tmp_path: Path, words: str, said: str) -> None:
    """What cannot be written is told before anything is worked out."""
    (tmp_path / "there.csv").write_text("before")
    line = words.replace("OUT", str(tmp_path / "out.csv")).replace("THERE", str(tmp_path / "there.csv"))
    done = call(f"team TEAM {line}".replace("TEAM", str(tmp_path / "team.csv")))
    assert done.code == 2
    assert said in done.err
    assert (tmp_path / "team.csv").read_text() == TEAM
    assert (tmp_path / "there.csv").read_text() == "before"


def test_hidden_rows_and_columns(call: Call, tmp_path: Path) -> None:
    """Of a filtered table the people who are left are counted; how many others there are is told in one line."""
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    for row in csv.reader(TEAM.splitlines()):
        sheet.append(row)
    for number in (3, 5):
        sheet.row_dimensions[number].hidden = True
    sheet.column_dimensions["E"].hidden = True
    file = tmp_path / "team.xlsx"
    made.save(file)
    done = call(f"team {file} --json")
    assert people(done) == ["a1", "a3", "a5", "a6"]
    assert done.answer["left_out"]["count"] == 2
    assert f"{file}: hidden columns, whose answers count all the same: skill.data-analysis" in done.err
    assert "Rows left out: 2 of 6." in done.err
    assert f"{file}: hidden rows (filtered away?), whose people are not read: 3, 5 (unhide the rows" in done.err
    assert " more;" not in done.err
