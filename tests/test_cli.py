"""The commands, run as a user runs them: real processes, real files, exit codes and words."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
HABEAS = Path(sys.executable).parent / "habeas"
ARTICLE = "TESTVILLE, May 3. A court on Friday sentenced editor Anna Example to two years in prison. “It is unjust,” her lawyer Ben Sample said.\n"


def habeas(*words: str, input_: str | None = None, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("HABEAS_")}
    return subprocess.run(
        [str(HABEAS), *words], capture_output=True, text=True, input=input_, cwd=cwd, env=environment, timeout=120, check=False
    )


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the examples."""
    folder = tmp_path_factory.mktemp("record") / "r"
    done = habeas("add", "--manifest", str(EXAMPLES / "manifest.csv"), "--record", str(folder))
    assert done.returncode == 0, done.stderr
    return folder


def test_read_prints_the_contract_as_json_lines(tmp_path: Path) -> None:
    """One object a document, and every passage stands in the text."""
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    done = habeas("read", str(tmp_path / "a.txt"), "--published", "2024-05-04", "--outlet", "The Example", "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    (data,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert (data["source"]["name"], data["source"]["outlet"], data["source"]["published"]) == ("a", "The Example", "2024-05-04")
    assert all(data["source"]["text"][p["start"] : p["end"]] == p["exact"] for c in data["claims"] for p in c["passages"])
    (sentence,) = [c for c in data["claims"] if c["kind"] == "custody" and c["type"] == "sentenced"]
    names = {e["id"]: e["name"] for e in data["entities"]}
    assert [names[p] for p in sentence["persons"]] == ["Anna Example"]
    assert (sentence["date"]["edtf"], sentence["term"]["iso"]) == ("2024-05-03", "P2Y")


def test_read_takes_standard_input() -> None:
    """`-` reads what is piped in; without a publication date the year stays open."""
    done = habeas("read", "-", "--format", "jsonl", input_="On May 3 a court sentenced editor Anna Example to two years in prison.\n")
    assert done.returncode == 0, done.stderr
    assert "XXXX-05-03" in done.stdout


def test_piped_output_has_no_colour_codes(tmp_path: Path) -> None:
    """Colours are for terminals only."""
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    assert "\x1b[" not in habeas("read", str(tmp_path / "a.txt")).stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("read",), "Nothing to read"),
        (("read", "/nonexistent/a.txt"), "no such file"),
        (("read", "examples/safarov-brief.txt", "--published", "yesterday"), "not a date"),
        (("add", "--manifest", "/nonexistent.csv"), "no such manifest"),
        (("case", "Nobody Atall"), "no record here"),
        (("cases", "--as-of", "soon"), "no record here"),
        (("frobnicate",), "No such command"),
    ],
)
def test_misuse_says_what_to_do(words: tuple[str, ...], said: str, tmp_path: Path) -> None:
    """One clear line and no traceback; 2 for misuse, 1 for failed work."""
    where = ("--record", str(tmp_path / "none")) if words[0] in ("case", "cases", "add") else ()
    done = habeas(*words, *where)
    assert done.returncode in (1, 2)
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_bad_documents_do_not_stop_a_run(tmp_path: Path) -> None:
    """Each bad document gets its line under problems; the good one is recorded."""
    (tmp_path / "good.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    (tmp_path / "broken.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "russian.txt").write_text(
        "Суд приговорил редактора к двум годам лишения свободы, сообщил его адвокат в пятницу.\n" * 3, encoding="utf-8"
    )
    (tmp_path / "cakes.txt").write_text(
        "The village bakery sold two hundred apple cakes on Saturday, and the weather was fine all day.\n", encoding="utf-8"
    )
    with (tmp_path / "huge.txt").open("wb") as out:
        out.truncate(200 * 1024 * 1024)
    rows = [
        "file,url,outlet,published",
        *(f"{p.name},,Example,2024-05-04" for p in sorted(tmp_path.glob("*.*"))),
        "missing.txt,,,",
        "good.txt,,,May 4",
    ]
    (tmp_path / "manifest.csv").write_text("\n".join(rows), encoding="utf-8")
    done = habeas("add", "--manifest", str(tmp_path / "manifest.csv"), "--record", str(tmp_path / "r"))
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    listed = json.loads(habeas("problems", "--record", str(tmp_path / "r"), "--format", "json").stdout)
    stages = {p["source"].rsplit("/", 1)[-1]: p["stage"] for p in listed}
    assert stages == {
        "empty": "text",
        "picture": "text",
        "broken": "text",
        "russian": "language",
        "cakes": "gate",
        "huge.txt": "capture",
        "manifest.csv, line 9": "manifest",
        "manifest.csv, line 10": "manifest",
    }
    assert all(p["next_step"] for p in listed)


def test_adding_twice_changes_nothing(record: Path) -> None:
    """The same documents again: the same cases, and the record is whole."""
    before = habeas("cases", "--record", str(record), "--format", "json").stdout
    assert habeas("add", "--manifest", str(EXAMPLES / "manifest.csv"), "--record", str(record)).returncode == 0
    assert habeas("cases", "--record", str(record), "--format", "json").stdout == before
    assert "whole" in habeas("verify", "--record", str(record)).stdout


@pytest.mark.parametrize("name", ["Sevinj Vagifgizi", "Sevinc Vaqifqızı", "Севиндж Вагифгызы"])
def test_a_case_is_found_by_any_spelling(record: Path, name: str) -> None:
    """One person under all spellings and alphabets."""
    done = habeas("case", name, "--record", str(record), "--format", "json")
    assert done.returncode == 0, done.stderr
    case = json.loads(done.stdout)
    assert {"Sevinj Vagifgizi", "Sevinc Vaqifqızı"} <= {n["name"] for n in case["names"]}


def test_sources_that_disagree_stand_side_by_side(record: Path) -> None:
    """Two days are reported for one arrest; both stand in the case."""
    done = habeas("timeline", "Mzia Amaghlobeli", "--record", str(record), "--format", "json")
    dates = {
        t["date"]["edtf"] for e in json.loads(done.stdout) for t in e["tellings"] if e["tellings"][0]["type"] == "arrested" and t["date"]
    }
    assert {"2025-01-11", "2025-01-12"} <= dates


@pytest.mark.parametrize("command", ["cases", "demands", "sources", "problems"])
def test_lists_come_as_tables_and_as_json(record: Path, command: str) -> None:
    """A table for people; JSON for programs."""
    assert habeas(command, "--record", str(record)).returncode == 0
    assert isinstance(json.loads(habeas(command, "--record", str(record), "--format", "json").stdout), list)


def commands() -> list[str]:
    """The commands that `habeas --help` lists."""
    lines = habeas("--help").stdout.partition("Commands:")[2].splitlines()
    return [line.split()[0] for line in lines if line.startswith("  ") and line.strip() and not line.startswith("    ")]


def test_every_command_has_help_with_an_example_and_stands_in_the_reference() -> None:
    """`--help` shows an example; docs/commands.md names the command and each of its options."""
    reference = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert len(commands()) >= 10
    for command in commands():
        shown = habeas(command, "--help").stdout
        assert f"## habeas {command}" in reference
        if command != "names":
            assert "Example: habeas" in shown
        for option in [w.strip(",") for w in shown.split() if w.startswith("--")]:
            assert option in reference, f"{command} {option}"
