"""`habeas names`: compare two names, find a name in an index, explain how a name is read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

app = typer.Typer(help="Names in any alphabet: compare two, find one, see how one is read.", no_args_is_help=True)
_CONSOLE = Console()


@app.command("compare")
def compare(a: Annotated[str, typer.Argument(help="A name.")], b: Annotated[str, typer.Argument(help="Another name.")]) -> None:
    """Whether two written names can be one person's, with the reasons."""
    from habeas.resolve.names import compare_names

    found = compare_names(a, b)
    _CONSOLE.print(f"[bold]{found.outcome.value}[/bold]  score {found.score:.3f}", highlight=False)
    for reason in found.reasons:
        _CONSOLE.print(f"  {reason}", highlight=False, markup=False)


@app.command("find")
def find(
    name: Annotated[str, typer.Argument(help="The name to look for.")],
    index: Annotated[Path, typer.Option(help="An index made by `habeas names index`.")] = Path("names.index"),
    most: Annotated[int, typer.Option("--most", min=1, max=100, help="How many candidates to show.")] = 10,
) -> None:
    """Who this might be: the names of an index that are nearest, the best first."""
    from habeas.resolve.candidates import NameIndex
    from habeas.resolve.parse import check_name

    check_name(name)
    with NameIndex.open(index) as names:
        table = Table("score", "name", "key", box=None, header_style="bold")
        for candidate in names.find(name, most=most):
            table.add_row(f"{candidate.score:.3f}", candidate.name, candidate.key)
    _CONSOLE.print(table)


@app.command("index")
def index(
    names: Annotated[Path, typer.Argument(help="A text file: one name a line, or key, TAB, name.")],
    out: Annotated[Path, typer.Option(help="Where the index goes; names are added if it exists.")] = Path("names.index"),
) -> None:
    """Put names into an index for `habeas names find`."""
    from habeas.resolve.candidates import NameIndex, read_name_list

    with NameIndex.open(out, create=True) as held:
        added = held.add(read_name_list(names))
        _CONSOLE.print(f"{added:,} names added, {len(held):,} in {out}", highlight=False)


@app.command("explain")
def explain(name: Annotated[str, typer.Argument(help="A name.")]) -> None:
    """The parts that Habeas sees in a name, and how each is read."""
    from habeas.resolve.parse import check_name
    from habeas.resolve.reasons import explain_name

    check_name(name)
    table = Table("part", "alphabet", "what it is", "sounds", "also read", "without ending", "consonants", box=None, header_style="bold")
    for row in explain_name(name):
        table.add_row(*row)
    _CONSOLE.print(table)
