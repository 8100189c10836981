"""Forms of verbs by which the reading tells what is past."""

from __future__ import annotations

IRREGULAR_PAST = (
    "became|began|blew|bought|broke|brought|built|came|chose|drew|drove|fell|flew|fled|fought|found|gave|got|grew|held|hit|kept|knew|laid|led|"
    "left|lost|made|met|paid|put|ran|rose|said|sat|saw|sent|shot|sold|sought|spoke|stood|struck|swore|thought|threw|told|took|"
    "understood|went|withdrew|won|wore|wrote"
)
"""Simple pasts of news that do not end in -ed, as branches of a pattern; not ``was``, ``had``, ``did``, which help others."""
