"""Many small frozen objects at once: a text has a token for every word, and to make them one by one takes long."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import fields
from itertools import repeat
from typing import Any, TypeVar

Kind = TypeVar("Kind")


def made(kind: type[Kind], *columns: Sequence[Any]) -> list[Kind]:
    """``[kind(*row) for row in zip(*columns, strict=True)]`` of a frozen dataclass with slots, a column for every field.

    Slots are filled column by column, in less than half the time; what ``kind`` checks is checked. Raises what its check raises.
    """
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    count = len(columns[0])
    if len(columns) != len(names) or any(len(column) != count for column in columns):
        raise ValueError(f"{kind.__name__} has {len(names)} fields; there were columns of {[len(column) for column in columns]}.")
    found = list(map(kind.__new__, repeat(kind, count)))
    for name, column in zip(names, columns, strict=True):
        _run(getattr(kind, name).__set__, found, column)
    if check := getattr(kind, "__post_init__", None):
        _run(check, found)
    return found


def _run(call: Any, *columns: Sequence[Any]) -> None:
    """Calls it for each row, and keeps nothing."""
    deque(map(call, *columns), maxlen=0)
