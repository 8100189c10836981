"""The public face: a short sorted list, and nothing heavy behind it until it is used."""

from __future__ import annotations

import subprocess
import sys

import dragoman
from dragoman import errors

HEAVY = (
    "alembic",
    "fastapi",
    "htmldate",
    "numpy",
    "onnxruntime",
    "py3langid",
    "pydantic",
    "resiliparse",
    "sqlalchemy",
    "tokenizers",
    "trafilatura",
)


def test_the_face_is_short_sorted_and_real() -> None:
    assert list(dragoman.__all__) == sorted(dragoman.__all__)
    assert len(dragoman.__all__) <= 20
    assert all(getattr(dragoman, name, None) is not None for name in dragoman.__all__)
    assert all(getattr(dragoman, name).__doc__ for name in dragoman.__all__)


def loaded_after(code: str) -> set[str]:
    found = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return set(found.stdout.split())


def test_importing_dragoman_loads_nothing_heavy() -> None:
    assert not loaded_after("import dragoman") & set(HEAVY)


def test_the_error_tree_in_the_text_is_the_tree_in_the_code() -> None:
    drawn = {line.strip("│├└─ ").split()[0] for line in (errors.__doc__ or "").splitlines() if line.startswith("    ")}
    assert drawn == set(errors.__all__)
    assert len(errors.__all__) <= 8
