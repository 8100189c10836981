"""Alembic's own entry: it runs this file to learn where and how to migrate."""

from alembic import context

from dragoman.store.tables import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,
)
context.run_migrations()
