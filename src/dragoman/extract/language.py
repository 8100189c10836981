"""Which language the words are in."""

from __future__ import annotations

LEAST = 40
"""Letters below which no language is named. py3langid was right on 28 of 30 sentences of this length and wrong on most
headlines of less (tried 2026-11)."""
SAMPLE = 600
"""Characters shown to py3langid: 70 microseconds on an idle machine."""
ENGLISH = frozenset("the of and to that with for from was were has have had which their this would said".split())
"""Words of which no other language has two ("was", "that" in German and Dutch: one)."""
ENGLISH_SHARE = 0.08
"""Share of such words from which a text is English without asking py3langid, which takes twenty times as long and loads numpy. On
the development pages English bodies have .10 to .30 of them (two lists of goods less), those of 16 others at most .023."""
LEAST_WORDS = 30


def language_of(words: str) -> str | None:
    """ISO 639-1 code of the language of the words, or None where they are too few to tell."""
    sample = words[:SAMPLE]
    if sum(map(str.isalpha, sample)) < LEAST:
        return None
    said = sample.lower().split()
    if len(said) >= LEAST_WORDS and sum([word in ENGLISH for word in said]) >= ENGLISH_SHARE * len(said):
        return "en"
    import py3langid

    code, _ = py3langid.classify(sample)
    return str(code) if len(code) == 2 else None  # "zxx": no language at all


def unread_for(language: str | None) -> str | None:
    """Why a page in this language is not read, or None where it is (English, or too few words to tell)."""
    return None if language in (None, "en") else f"language: {language} (only English is read)"
