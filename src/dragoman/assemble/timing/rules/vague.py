"""Words that tell only before, after or at some time: ``recently``, ``soon``, ``in the past``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.assemble.timing.expressions import Only
from dragoman.assemble.timing.patterns import UNIT

if TYPE_CHECKING:
    from dragoman.assemble.timing.expressions import Expression
    from dragoman.assemble.timing.patterns import Match, Rule


def _past(found: Match) -> Expression | None:
    return Only("PAST_REF")


def _future(found: Match) -> Expression | None:
    return Only("FUTURE_REF")


def _some_time(found: Match) -> Expression | None:
    return Only("PXX")


RULES: tuple[Rule, ...] = (
    (rf"(?:past |last )?recent (?:{UNIT}s?|times?)(?:(?: and|,| or) {UNIT}s?)?", _past),
    (r"(?:(?:most|more|quite|very|just|only) )?recent(?:ly)?|lately|of late|not long ago|some time ago", _past),
    (r"(?:a )?(?:very )?long (?:time )?ago", _past),
    (r"previous(?:ly)?|former(?:ly)?|once|once upon a time|(?:in the )?past|last|prior|then|then current|ancient times", _past),
    (r"(?:at )?(?:the )?time", _past),
    (r"(?:(?:near|foreseeable|immediate|not too distant|not so distant|distant) )?(?:future|term)", _future),
    (r"(?:very |as |too |pretty )?soon(?:er)?(?: as possible)?|sooner or later|shortly|upcoming|ahead|eventually", _future),
    (r"some ?day|(?:in )?due course", _future),
    (r"(?:a |some |1 )?later (?:date|time|stage)|(?:from )?time to time|near term|short term|long term|long run", _future),
    (rf"(?:coming|future) {UNIT}s", _future),
    (r"(?:a |some |little )?while|(?:a |some )?(?:long |short )?(?:time|period)|ages|long|forever", _some_time),
)  # fmt: skip
