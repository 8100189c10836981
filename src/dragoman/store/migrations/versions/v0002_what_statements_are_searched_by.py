"""Offices in a table of their own; the words of statements and the names of actors as full text."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

NAMES = """
    {0}.words || coalesce(char(10) || (SELECT group_concat(value, char(10)) FROM json_each({0}.body, '$.names')), '')
"""

ROW = f"""
    {{0}}.key,
    CASE {{0}}.kind WHEN 'statement' THEN {{0}}.words END,
    CASE {{0}}.kind WHEN 'actor' THEN {NAMES} END
"""
"""A fact as it is searched. Nothing but the index is kept, so a row is taken out again by saying the same words."""

SEARCHED_KINDS = "('statement', 'actor')"


def upgrade() -> None:
    op.create_table(
        "offices",
        sa.Column("fact_key", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("of_key", KEY, nullable=True),
        sa.ForeignKeyConstraint(["fact_key"], ["facts.key"], name="fk_offices_fact_key", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["of_key"], ["facts.key"], name="fk_offices_of_key", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("fact_key", "position", name="pk_offices"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_offices_of_key", "offices", ["of_key"], unique=False)
    op.create_index("ix_offices_title", "offices", ["title"], unique=False)
    op.execute(
        """
        INSERT INTO offices (fact_key, position, title, of_key)
        SELECT facts.key, office.key, json_extract(office.value, '$.title'), refs.target_key
        FROM facts, json_each(facts.body, '$.offices') AS office
        LEFT JOIN refs ON refs.fact_key = facts.key AND refs.role = 'offices.of' AND refs.position = office.key
        WHERE facts.kind = 'actor'
        """
    )
    op.execute("CREATE VIRTUAL TABLE searched USING fts5(words, names, content='', tokenize='unicode61 remove_diacritics 2')")
    op.execute(
        f"""
        INSERT INTO searched (rowid, words, names)
        SELECT {ROW.format("facts")} FROM facts WHERE facts.kind IN {SEARCHED_KINDS}
        """
    )
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
