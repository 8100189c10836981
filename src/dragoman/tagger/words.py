"""Words of a text as Universal Dependencies cuts them: clitics and hyphens apart, abbreviations and figures whole."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]

# Every alternative consumes what it matched and none nests a repeat: linear on any input.
RULES = r"""
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
"""

# What the rules would cut likewise, only sooner: nine words in ten are letters before a blank, or a mark that begins nothing.
PLAIN = r"""
      [a-z]+(?=[\s,;?!()"“”])
    | [,;:()"“”]
    | [a-z]{5,}(?=\.\s)
    | \.(?=\s)
"""

_WORD = re.compile(f"{PLAIN}|{RULES}", re.VERBOSE | re.IGNORECASE)


def words(text: str) -> list[tuple[int, int]]:
    """Start and end of every word, in order; together they cover all that is not white space."""
    return [(start, end) for start, end in placed(text).tolist()]


def placed(text: str) -> Ints:
    """[words, 2]: the same as an array.

    Words leave no mark out and hold no blank: so where they stand follows from how long each one is, and no match is looked at.
    """
    lengths = np.fromiter(map(len, _WORD.findall(text)), dtype=np.int64)
    letters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    marks = np.flatnonzero(~_BLANK[np.minimum(letters, len(_BLANK) - 1)])
    after = np.cumsum(lengths)
    return np.stack([marks[after - lengths], marks[after - 1] + 1], axis=1) if len(lengths) else np.zeros((0, 2), np.int64)


_BLANK = np.array([chr(letter).isspace() for letter in range(0x3002)])
"""By code point; none after U+3000 is a blank."""
