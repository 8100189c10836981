"""What the words of a time expression say, before they are anchored; ``reckon`` anchors them at a moment."""

from dragoman.assemble.timing.expressions.composed import (
    AtTime,
    Beside,
    Between,
    FirstUnits,
    NthOf,
    PartOf,
    UnitOf,
    WeekNumber,
)
from dragoman.assemble.timing.expressions.counted import (
    FromThat,
    InUnits,
    Lasting,
    Shifted,
    Step,
    Then,
    Weekday,
    Weekend,
    Window,
    YearBefore,
)
from dragoman.assemble.timing.expressions.named import DayOfMonth, Named, Numeric, Yearless
from dragoman.assemble.timing.expressions.reckoned import NOTHING, About, Expression, Fixed, Now, Only, Reckoned, Side

__all__ = [
    "NOTHING",
    "About",
    "AtTime",
    "Beside",
    "Between",
    "DayOfMonth",
    "Expression",
    "FirstUnits",
    "Fixed",
    "FromThat",
    "InUnits",
    "Lasting",
    "Named",
    "Now",
    "NthOf",
    "Numeric",
    "Only",
    "PartOf",
    "Reckoned",
    "Shifted",
    "Side",
    "Step",
    "Then",
    "UnitOf",
    "WeekNumber",
    "Weekday",
    "Weekend",
    "Window",
    "YearBefore",
    "Yearless",
]
