"""The commands. Nothing heavy is imported before a command needs it, and only this module exits."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from habeas.errors import HabeasError, InputError, Problem

if TYPE_CHECKING:
    from rich.console import Console

    from habeas.acquire.capture import Capture
    from habeas.case.reading import Reading
    from habeas.record.store import Store

app = typer.Typer(
    name="habeas",
    help="A sourced record of people held for what they said or did: every fact stands on the words that say it.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Format(StrEnum):
    """How a command prints."""

    TABLE = "table"
    JSON = "json"


class ReadFormat(StrEnum):
    """How a reading is printed."""

    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"


Places = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH|URL|-", help="Files, folders, web addresses, or - for standard input.", show_default=False),
]
Manifest = Annotated[
    Path | None, typer.Option(help="CSV with the columns file, url, outlet, published: one document a line.", show_default=False)
]
Published = Annotated[
    str | None, typer.Option(help="Publication date (2024-12-12, 2024-12 or 2024) where the page does not state it.", show_default=False)
]
Outlet = Annotated[str | None, typer.Option(help="Who published it, where the page does not say.", show_default=False)]
Record = Annotated[Path, typer.Option(help="The folder of the record.", envvar="HABEAS_RECORD")]
AsOf = Annotated[str | None, typer.Option("--as-of", help="What held on this day (default: today).", show_default=False)]
KnownAt = Annotated[str | None, typer.Option("--known-at", help="As known on this day (default: today).", show_default=False)]
Out = Annotated[Format, typer.Option("--format", help="table for people, json for programs.")]
HERE = Path("habeas-record")
DATABASE = "HABEAS_DATABASE"  # a PostgreSQL address, for a team's record


@app.command(epilog="Example: habeas read article.html --published 2024-12-12")
def read(
    places: Places = None,
    manifest: Manifest = None,
    published: Published = None,
    outlet: Outlet = None,
    format_: Annotated[
        ReadFormat, typer.Option("--format", help="table for people; jsonl: one JSON object a document.")
    ] = ReadFormat.TABLE,
) -> None:
    """Print what documents say, claim by claim with the words, without recording anything."""
    from habeas.flow import read_captures, resolved

    captures = _gathered(places, manifest, outlet, published)
    problems: list[Problem] = []
    readings: list[Reading] = []
    with _progress("Reading") as on_each:
        for outcome in read_captures(captures, on_each=on_each):
            if isinstance(outcome, Problem):
                problems.append(outcome)
            else:
                readings.append(outcome)
    _print_readings(resolved(readings), format_)
    _print_problems(problems, to_error=True)
    if problems and not readings:
        raise typer.Exit(1)


@app.command(epilog="Example: habeas add --manifest examples/manifest.csv --record demo-record")
def add(
    places: Places = None, manifest: Manifest = None, published: Published = None, outlet: Outlet = None, record: Record = HERE
) -> None:
    """Read documents and record what they say; adding the same document again changes nothing."""
    from habeas.flow import add_captures

    captures = _gathered(places, manifest, outlet, published)
    problems: list[Problem] = []
    documents = claims = 0
    with _opened(record, must_exist=False) as store, _progress("Reading") as on_each:
        for outcome in add_captures(store, captures, on_each=on_each):
            if isinstance(outcome, Problem):
                problems.append(outcome)
            else:
                documents += 1
                claims += len(outcome.claims)
    _print_problems(problems, to_error=True)
    _console().print(
        f"{documents} documents with {claims} claims are in {record}; {len(problems)} problems (see `habeas problems`).", highlight=False
    )
    if problems and not documents:
        raise typer.Exit(1)


@app.command(epilog="Example: habeas cases --as-of 2024-12-31")
def cases(record: Record = HERE, as_of: AsOf = None, known_at: KnownAt = None, format_: Out = Format.TABLE) -> None:
    """List the people and groups whose custody is reported, with their status on a day."""
    from habeas.publish.tables import cases_table

    with _opened(record) as store:
        found = store.cases(as_of=_day(as_of), known_at=_day(known_at))
        _print(found, format_, cases_table)


@app.command(epilog="Example: habeas case 'Sevinc Vaqifqızı'")
def case(
    name: Annotated[str, typer.Argument(help="The person's name in any spelling or alphabet, or the case's id.")],
    record: Record = HERE,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    format_: Out = Format.TABLE,
) -> None:
    """Show one case in full: status, names seen, timeline, demands and answers, each with its words."""
    from habeas.publish.case_file import case_view

    with _opened(record) as store:
        for found in _cases_named(store, name, as_of, known_at):
            _print(found, format_, case_view)


@app.command(epilog="Example: habeas timeline 'Rufat Safarov'")
def timeline(
    name: Annotated[str, typer.Argument(help="The person's name in any spelling or alphabet, or the case's id.")],
    record: Record = HERE,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    format_: Out = Format.TABLE,
) -> None:
    """Show one person's custody events in order, with every source that tells each."""
    from habeas.publish.tables import timeline_table

    with _opened(record) as store:
        for found in _cases_named(store, name, as_of, known_at):
            _print(found.timeline if format_ is Format.JSON else found, format_, timeline_table)


@app.command(epilog="Example: habeas demands --format json")
def demands(record: Record = HERE, format_: Out = Format.TABLE) -> None:
    """Show who asked for whose release, of whom, when and in which words, and who answered what."""
    from habeas.publish.tables import demands_table

    with _opened(record) as store:
        _print(store.demands(), format_, demands_table)


@app.command(epilog="Example: habeas sources")
def sources(record: Record = HERE, format_: Out = Format.TABLE) -> None:
    """List the sources in the record."""
    from habeas.publish.tables import sources_table

    with _opened(record) as store:
        _print(store.sources(), format_, sources_table)


@app.command(epilog="Example: habeas problems")
def problems(record: Record = HERE, format_: Out = Format.TABLE) -> None:
    """List the documents that could not be read, with what to do about each."""
    from habeas.publish.tables import problems_table

    with _opened(record) as store:
        _print(store.problems(), format_, problems_table)


@app.command(epilog="Example: habeas verify --record demo-record")
def verify(record: Record = HERE) -> None:
    """Check every passage against its text, every capture against its hash, and the chain of additions and decisions."""
    with _opened(record) as store:
        faults = list(store.verify())
    for fault in faults:
        _console(to_error=True).print(f"fault: {fault}", highlight=False, markup=False)
    _console().print("The record is whole." if not faults else f"{len(faults)} faults. Restore the record from a copy, and keep this one.")
    if faults:
        raise typer.Exit(1)


@app.command(epilog="Example: habeas serve --record demo-record --port 8123")
def serve(
    record: Record = HERE,
    port: Annotated[int, typer.Option(help="The port; 0 takes a free one.")] = 8123,
    host: Annotated[str, typer.Option(help="The address to listen on; anything but this machine needs --beyond-loopback.")] = "127.0.0.1",
    beyond_loopback: Annotated[bool, typer.Option("--beyond-loopback", help="Let other machines in. There are no accounts yet.")] = False,
) -> None:
    """Show the record in a browser on this machine, without an account and without a network."""
    from habeas.review.server import serve as serve_pages

    serve_pages(record, host=host, port=port, beyond_loopback=beyond_loopback, database=os.environ.get(DATABASE))


def _gathered(places: list[str] | None, manifest: Path | None, outlet: str | None, published: str | None) -> Iterator[Capture | Problem]:
    from habeas.case.dates import is_edtf
    from habeas.flow import gather

    if not places and manifest is None:
        raise InputError("Nothing to read.", next_step="Name a file, a folder, an address, - for standard input, or --manifest FILE.")
    if published is not None and not is_edtf(published):
        raise InputError(f"--published {published!r} is not a date.", next_step="Write it as 2024-12-12, 2024-12 or 2024.")
    return gather(places or [], manifest=manifest, outlet=outlet, published=published)


def _day(text: str | None) -> Any:
    import datetime as dt

    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise InputError(f"{text!r} is not a day.", next_step="Write it as 2024-12-12.") from None


class _opened:
    """A record for the length of a command."""

    def __init__(self, folder: Path, *, must_exist: bool = True) -> None:
        from habeas.record.store import open_record

        self._store = open_record(folder, must_exist=must_exist, database=os.environ.get(DATABASE))

    def __enter__(self) -> Store:
        return self._store

    def __exit__(self, *_: object) -> None:
        self._store.close()


def _cases_named(store: Store, name: str, as_of: str | None, known_at: str | None) -> list[Any]:
    """The cases that `name` may mean. InputError if there is none."""
    found = list(store.case(name, as_of=_day(as_of), known_at=_day(known_at)))
    if not found:
        raise InputError(f"No case in the record fits {name!r}.", next_step="`habeas cases` lists them all.")
    return found


def _console(*, to_error: bool = False) -> Console:
    """Rich's console: colours only on a terminal; when piped, wide enough that no word is cut."""
    from rich.console import Console

    stream = sys.stderr if to_error else sys.stdout
    return Console(file=stream, width=None if stream.isatty() else 160, soft_wrap=False)


class _progress:
    """A line on the terminal that counts the documents read; silent when piped."""

    def __init__(self, what: str) -> None:
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        console = _console(to_error=True)
        self._bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._what, self._count = what, 0

    def __enter__(self) -> Any:
        self._bar.start()
        task = self._bar.add_task(f"{self._what} …", total=None)

        def on_each(name: str) -> None:
            self._count += 1
            self._bar.update(task, description=f"{self._what}: {self._count} documents, last {name}")

        return on_each

    def __exit__(self, *_: object) -> None:
        self._bar.stop()


def _print(value: Any, format_: Format, as_table: Any) -> None:
    if format_ is Format.JSON:
        from habeas.publish.formats.values import to_json

        sys.stdout.write(to_json(value) + "\n")
    else:
        _console().print(as_table(value))


def _print_readings(readings: Iterable[Reading], format_: ReadFormat) -> None:
    if format_ is ReadFormat.TABLE:
        from habeas.publish.formats.table import reading_table

        console = _console()
        for reading in readings:
            console.print(reading_table(reading))
            console.print()
        return
    import json

    from habeas.publish.formats.contract import reading_to_json

    for reading in readings:
        sys.stdout.write(json.dumps(reading_to_json(reading), ensure_ascii=False) + "\n")


def _print_problems(problems: list[Problem], *, to_error: bool) -> None:
    for problem in problems:
        _console(to_error=to_error).print(
            f"problem: {problem.source} ({problem.stage}): {problem.message} {problem.next_step}".rstrip(), highlight=False, markup=False
        )


def _add_names() -> None:
    """The `names` commands are their own application; it is imported only when it is called or listed."""
    from habeas.names_cli import app as names

    app.add_typer(names, name="names", help="Compare, find and explain names in any spelling or alphabet.")


def main() -> NoReturn:
    """Run a command; errors of ours end in one line and an exit code, never in a traceback."""
    if len(sys.argv) > 1 and sys.argv[1] == "--version":
        from habeas import __version__

        print(f"habeas {__version__}")
        sys.exit(0)
    try:
        _add_names()
        app()
    except HabeasError as error:
        print(f"habeas: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        print("\nhabeas: stopped; what was recorded so far stays.", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        if os.environ.get("HABEAS_DEBUG"):
            raise
        print(f"habeas: an error of our own: {type(error).__name__}: {error}", file=sys.stderr)
        print("Nothing is lost. Please report it with what HABEAS_DEBUG=1 prints.", file=sys.stderr)
        sys.exit(1)
    sys.exit(0)


if __name__ == "__main__":
    main()
