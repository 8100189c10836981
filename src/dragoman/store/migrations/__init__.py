"""Migrations of the store: one file a change under ``versions``, run by Alembic inside the caller's transaction."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection


def config() -> Config:
    from alembic.config import Config

    found = Config()
    found.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    found.set_main_option("path_separator", "os")
    return found


def revisions() -> tuple[str, ...]:
    """All that this Dragoman knows, newest first."""
    from alembic.script import ScriptDirectory

    return tuple(script.revision for script in ScriptDirectory.from_config(config()).walk_revisions())


def upgrade(connection: Connection, to: str = "head") -> None:
    """Bring the database up to a revision, in the transaction that the connection is in."""
    from alembic import command

    steps = config()
    steps.attributes["connection"] = connection
    command.upgrade(steps, to)
