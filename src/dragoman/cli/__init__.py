"""The command line. Each command is a file of its own here and loads what it needs when it runs: ``--help`` must be quick.

Exit codes: 0 all went well, 1 some pages failed and the others were read, 2 nothing could be done, 130 interrupted.
"""

from __future__ import annotations

import sys
from typing import Any

import click

from dragoman.cli.doctor import doctor
from dragoman.cli.look import list_articles, show
from dragoman.cli.read import read
from dragoman.cli.statements import statements
from dragoman.cli.timeline import timeline
from dragoman.errors import DragomanError
from dragoman.version import __version__


class Refused(click.ClickException):
    """Something that can't be done, said in one line."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        click.echo(f"dragoman: {self.message}", err=True)


class Dragoman(click.Group):
    def invoke(self, ctx: click.Context) -> Any:
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()  # here, where click knows what to do about a pipe that was closed
        except DragomanError as error:
            raise Refused(one_safe_line(error)) from error
        return done


def one_safe_line(error: DragomanError) -> str:
    from dragoman.views.terminal import line

    return line(str(error))


@click.group(cls=Dragoman, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="dragoman %(version)s")
def main() -> None:
    """Read pages of diplomatic news into a record that can be checked."""
    for stream in (sys.stdout, sys.stderr):
        # a terminal that can't show a character gets its number, not a traceback
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


for command in (read, list_articles, show, statements, timeline, doctor):
    main.add_command(command)
