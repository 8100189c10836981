"""The import contract: data flows one way, and each folder knows only what it may."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "dragoman"

DATA = {"article", "annotations", "record", "errors", "version", "contract"}
"""Types and facts about them: the bottom of the house."""

ALLOWED = {
    "errors": set(),
    "version": set(),
    "article": {"errors"},
    "annotations": {"article"},
    "record": {"article", "errors", "contract"},
    "contract": {"article", "errors", "record"},
    "lexicon": {"record", "errors"},
    "sources": {"article", "errors"},
    "extract": {"article", "errors", "lexicon"},
    "annotate": {"article", "annotations", "errors", "lexicon", "tagger"},
    "assemble": {"article", "annotations", "record", "errors", "lexicon"},
    "pipeline": {"article", "record", "errors", "version", "extract", "annotate", "assemble", "tagger"},
    "store": {"article", "record", "contract", "errors", "version"},
    "tagger": {"article", "annotations", "errors"},
    "views": {"article", "record", "errors", "store"},
    "cli": {"article", "record", "contract", "errors", "version", "sources", "pipeline", "store", "views", "lexicon", "tagger"},
    "__init__": DATA | {"pipeline", "tagger"},
}
"""Folder or module of the package -> the others it may import. ``record`` names ``contract`` inside one method only."""

WEB_AND_STORES = {"sqlalchemy", "alembic", "sqlite3", "httpx2", "ray", "psycopg", "socket", "urllib.request"}


def modules() -> list[Path]:
    return sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)


def imported(path: Path) -> set[str]:
    """Full names of what a module imports, those inside functions too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_imports_only_what_its_folder_may(path: Path) -> None:
    others = {name.split(".")[1] for name in imported(path) if name.startswith("dragoman.")} - {room(path)}
    assert others <= ALLOWED[room(path)]


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_only_sources_and_store_know_the_web_and_databases(path: Path) -> None:
    if room(path) in {"sources", "store", "cli"}:
        return
    assert not {name for name in imported(path) if any(name == w or name.startswith(w + ".") for w in WEB_AND_STORES)}


def test_the_contract_names_every_folder() -> None:
    assert {room(path) for path in modules()} <= set(ALLOWED)
