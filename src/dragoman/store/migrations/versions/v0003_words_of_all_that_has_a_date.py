"""The words of events and the names of instruments and gatherings as full text, beside those of statements and actors."""

from alembic import op

revision = "0003"
down_revision = "0002"

NAMES = """
    {0}.words || coalesce(char(10) || (SELECT group_concat(value, char(10)) FROM json_each({0}.body, '$.names')), '')
"""

ROW = f"""
    {{0}}.key,
    CASE {{0}}.kind WHEN 'actor' THEN NULL ELSE {{0}}.words END,
    CASE {{0}}.kind WHEN 'actor' THEN {NAMES} END
"""
"""A fact as it is searched. For statements and actors it is what migration 0002 put in: a row is taken out by the same words."""

NEW_KINDS = "('event', 'instrument', 'gathering')"
SEARCHED_KINDS = "('statement', 'actor', 'event', 'instrument', 'gathering')"


def upgrade() -> None:
    op.execute(
        f"INSERT INTO searched (rowid, words, names) SELECT {ROW.format('facts')} FROM facts WHERE facts.kind IN {NEW_KINDS}"
    )
    op.execute("DROP TRIGGER searched_in")
    op.execute("DROP TRIGGER searched_out")
    op.execute(
        f"""
        CREATE TRIGGER searched_in AFTER INSERT ON facts WHEN new.kind IN {SEARCHED_KINDS} BEGIN
            INSERT INTO searched (rowid, words, names) SELECT {ROW.format("new")};
        END
        """
    )
    op.execute(
        f"""
        CREATE TRIGGER searched_out AFTER DELETE ON facts WHEN old.kind IN {SEARCHED_KINDS} BEGIN
            INSERT INTO searched (searched, rowid, words, names) SELECT 'delete', {ROW.format("old")};
        END
        """
    )
