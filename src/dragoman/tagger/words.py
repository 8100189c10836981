"""Words of a text as Universal Dependencies cuts them: clitics and hyphens apart, abbreviations and figures whole."""

from __future__ import annotations

import re

# Every alternative consumes what it matched and none nests a repeat: linear on any input.
_WORD = re.compile(
    r"""
      (?:https?://|www\.)[^\s<>"”]+                      # addresses
    | [\w.+-]{1,64}@\w[\w-]{0,63}(?:\.\w[\w-]{0,63}){1,8}   # mail
    | (?:[^\W\d_]\.){2,}                                  # U.S. U.N. a.m.
    | (?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Capt|Sgt|Sen|Rep|Gov|Rev|Hon|St|Jr|Sr|Inc|Corp|Ltd|Co|No|vs|etc
        |Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.(?=\s|,)
    | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?(?![^\W_])        # 1,956  4:30  70th  1990s
    | [^\W_]+?(?=n['’]t\b)                                # do|n't
    | n['’]t\b
    | (?:(?<=\w)['’](?:s|re|ve|ll|d|m)\b)                 # 's 're
    | [^\W_]+(?:['’](?!(?:re|ve|ll)\b)[^\W\d_]{2,})*       # words; O'Neill
    | \.{2,} | -{2,} | [!?]{2,}
    | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)


def words(text: str) -> list[tuple[int, int]]:
    """Start and end of every word, in order; together they cover all that is not white space."""
    return [match.span() for match in _WORD.finditer(text)]
