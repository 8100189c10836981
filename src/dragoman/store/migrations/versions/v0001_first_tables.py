"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "failures",
        sa.Column("key", KEY, nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("failed_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_failures"),
        sa.UniqueConstraint("origin", name="uq_failures_origin"),
    )
    op.create_table(
        "pages",
        sa.Column("key", KEY, nullable=False),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("supplied", sa.JSON(), nullable=False),
        sa.Column("read_at", sa.Text(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("compression", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("key", name="pk_pages"),
        sa.UniqueConstraint("article_id", name="uq_pages_article_id"),
    )
    op.create_index("ix_pages_origin", "pages", ["origin"], unique=False)
    op.create_index("ix_pages_sha256", "pages", ["sha256"], unique=False)
    op.create_index("ix_pages_url", "pages", ["url"], unique=False)
    op.create_table(
        "readers",
        sa.Column("key", KEY, nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_readers"),
        sa.UniqueConstraint("version", "model", name="uq_readers_version_model"),
    )
    op.create_table(
        "articles",
        sa.Column("key", KEY, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("page_key", KEY, nullable=False),
        sa.Column("reader_key", KEY, nullable=False),
        sa.Column("newest", sa.Boolean(), nullable=False),
        sa.Column("read_at", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("genre", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("unread", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("provenance", sa.JSON(), nullable=False),
        sa.Column("published_body", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(["page_key"], ["pages.key"], name="fk_articles_page_key", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["reader_key"], ["readers.key"], name="fk_articles_reader_key"),
        sa.PrimaryKeyConstraint("key", name="pk_articles"),
        sa.UniqueConstraint("page_key", "reader_key", name="uq_articles_page_key_reader_key"),
    )
    op.create_index("ix_articles_id", "articles", ["id"], unique=False)
    op.create_index("ix_articles_language", "articles", ["language"], unique=False)
    op.create_index("ix_articles_outlet", "articles", ["outlet"], unique=False)
    op.create_index("ix_articles_published", "articles", ["published"], unique=False)
    op.create_index("ix_articles_url", "articles", ["url"], unique=False)
    op.create_table(
        "facts",
        sa.Column("key", KEY, nullable=False),
        sa.Column("article_key", KEY, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["article_key"], ["articles.key"], name="fk_facts_article_key", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", name="pk_facts"),
        sa.UniqueConstraint("article_key", "id", name="uq_facts_article_key_id"),
    )
    op.create_index("ix_facts_id", "facts", ["id"], unique=False)
    op.create_table(
        "actors",
        sa.Column("fact_key", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("iso3", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["fact_key"], ["facts.key"], name="fk_actors_fact_key", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("fact_key", name="pk_actors"),
    )
    op.create_index("ix_actors_iso3", "actors", ["iso3"], unique=False)
    op.create_index("ix_actors_name", "actors", ["name"], unique=False)
    op.create_table(
        "dates",
        sa.Column("fact_key", KEY, nullable=False),
        sa.Column("edtf", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["fact_key"], ["facts.key"], name="fk_dates_fact_key", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("fact_key", name="pk_dates"),
    )
    op.create_index("ix_dates_edtf", "dates", ["edtf"], unique=False)
    op.create_table(
        "events",
        sa.Column("fact_key", KEY, nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("happened_on", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["fact_key"], ["facts.key"], name="fk_events_fact_key", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("fact_key", name="pk_events"),
    )
    op.create_index("ix_events_happened_on", "events", ["happened_on"], unique=False)
    op.create_index("ix_events_type", "events", ["type"], unique=False)
    op.create_table(
        "gatherings",
        sa.Column("fact_key", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("begins", sa.Text(), nullable=True),
        sa.Column("ends", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["fact_key"], ["facts.key"], name="fk_gatherings_fact_key", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("fact_key", name="pk_gatherings"),
    )
    op.create_index("ix_gatherings_name", "gatherings", ["name"], unique=False)
    op.create_table(
        "instruments",
        sa.Column("fact_key", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("dated", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["fact_key"], ["facts.key"], name="fk_instruments_fact_key", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("fact_key", name="pk_instruments"),
    )
    op.create_index("ix_instruments_name", "instruments", ["name"], unique=False)
    op.create_table(
        "places",
        sa.Column("fact_key", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["fact_key"], ["facts.key"], name="fk_places_fact_key", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("fact_key", name="pk_places"),
    )
    op.create_index("ix_places_country", "places", ["country"], unique=False)
    op.create_index("ix_places_name", "places", ["name"], unique=False)
    op.create_table(
        "refs",
        sa.Column("fact_key", KEY, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("target_key", KEY, nullable=False),
        sa.ForeignKeyConstraint(["fact_key"], ["facts.key"], name="fk_refs_fact_key", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["target_key"], ["facts.key"], name="fk_refs_target_key", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("fact_key", "role", "position", name="pk_refs"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_refs_target_key_role", "refs", ["target_key", "role"], unique=False)
    op.create_table(
        "spans",
        sa.Column("fact_key", KEY, nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["fact_key"], ["facts.key"], name="fk_spans_fact_key", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("fact_key", "field", "position", name="pk_spans"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "statements",
        sa.Column("fact_key", KEY, nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("manner", sa.Text(), nullable=False),
        sa.Column("said_on", sa.Text(), nullable=True),
        sa.Column("headline", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["fact_key"], ["facts.key"], name="fk_statements_fact_key", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("fact_key", name="pk_statements"),
    )
    op.create_index("ix_statements_act", "statements", ["act"], unique=False)
    op.create_index("ix_statements_said_on", "statements", ["said_on"], unique=False)
    op.create_table(
        "steps",
        sa.Column("fact_key", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["fact_key"], ["facts.key"], name="fk_steps_fact_key", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("fact_key", name="pk_steps"),
    )
