"""The two halves of the saved pages: ``dev`` is for tuning, ``other`` is left alone until a release is measured.

A page belongs to a half by the hash of its name, so that every benchmark draws the same line.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Literal

Half = Literal["dev", "other", "all"]


def half_of(name: str) -> Half:
    """``dev`` or ``other``, by the file name of a page without ``.html.gz``: the first hex digit of its SHA-256 is even for dev.

    half_of("042bb7.html.gz") == half_of("042bb7")
    """
    stem = name.removesuffix(".gz").removesuffix(".html")
    return "dev" if int(hashlib.sha256(stem.encode()).hexdigest()[0], 16) % 2 == 0 else "other"


def in_half(name: str, half: Half) -> bool:
    return half in ("all", half_of(name))


def shared() -> Path:
    """The folder of the development data. Raises SystemExit with what to do where it is not set."""
    try:
        return Path(os.environ["DRAGOMAN_DATA"])
    except KeyError:
        raise SystemExit("Set DRAGOMAN_DATA to the folder that holds the development data (see docs/development.md).") from None
