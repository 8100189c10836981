"""Manners: what the words of a cue do, and whether they report that something was said, written or held.

A cue may be a verb group ("has repeatedly denied", "did not say", "is expected to announce"), a noun ("his claim that"), an
adjective ("was critical of") or a set phrase. Its first word that governs the others is its head; auxiliaries, negations and
modal verbs before the head say whether it was said at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.assemble.saying.acts.wording import longest_at
from dragoman.lexicon.cue_words import CueWord, cue_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.assemble.saying.acts.wording import Word
    from dragoman.lexicon.bending import VerbForm
    from dragoman.lexicon.cue_words import CuePart
    from dragoman.record import Act, Manner

DENIED = "the text denies that it was said"
SUPPOSED = "the text only supposes or expects it"
TRIED = "the text tells what was tried, not what was said"

BE = frozenset("am is are was were be been being".split())
MODALS = frozenset("will would shall should may might can could must".split())
NEGATIONS = frozenset("not never neither nor without no nothing yet".split())
_NOT_ONLY = frozenset("only just merely simply but secret doubt help".split())
_BEFORE_NOUNS = frozenset("of in on by for with from amid despite no via through under into".split())
_BEFORE_WRITING = frozenset("in via on by through from to with".split())
_OWN_INABILITY = frozenset("confirm verify say guarantee comment tell recall remember specify corroborate".split())
"""Who could not do this has said so, unlike who did not."""
_TRIES = frozenset("attempt|endeavor|endeavour|scramble|strive|struggle|try|work".split("|"))
_SOUGHT = frozenset(
    "ascertain|assess|call|check|confirm|contact|corroborate|determine|discover|establish|find|find out|interview|learn|"
    "phone|reach|reach out to|research|study|investigate|verify".split("|")
)
"""Who tries to do this wants to know something or to be heard, and has said nothing yet."""
_HOLDERS = frozenset(
    "adversary admirer advocate ally apologist backer believer champion critic detractor dissenter endorser fan foe follower "
    "loyalist objector opponent proponent rival sceptic skeptic supporter surrogate sympathiser sympathizer".split()
)
"""Nouns for who holds an attitude; in a content they are whom it is about."""


@dataclass(frozen=True, slots=True)
class Found:
    """A word of the tables in a cue: where it stands, what it is, its form."""

    start: int
    end: int
    word: CueWord
    form: VerbForm


@dataclass(frozen=True, slots=True)
class CueRead:
    """What a cue tells by itself: act and how far it settles it, manner, and why nothing may have been said.

    word   the word that tells the act, None where the tables know none of the cue's
    form   the form of that word where it is the cue's head, else "base"
    """

    act: Act = "assert"
    part: CuePart = "opens"
    manner: Manner = "said"
    basis: str | None = None
    word: CueWord | None = None
    form: VerbForm = "base"


def read_cue(words: Sequence[Word], behind: Sequence[Word] = (), *, headline: bool = False) -> CueRead:
    """What the words of a cue tell.

    behind     the first words of the content: an infinitive there completes "declined" or "expected"
    headline   present tense and infinitives mean what they mean in headlines ("Spain to announce")
    """
    infinitive = bool(behind) and behind[0].plain == "to"
    while found := _found(words, infinitive=infinitive):
        at = next((k for k, one in enumerate(found) if _may_govern(words, found, one)), len(found) - 1)
        head, rest = found[at], found[at + 1 :]
        denied = _denied(words, found, head)
        if not (denied and head.word.part == "withholds" and rest):
            break
        words = words[head.end :]  # "did not hesitate to say": two negations leave what was said
    else:
        return CueRead()
    ahead = _supposed(words, found, head, headline=headline)
    follower = _follower(rest, behind, head)
    if head.word.part == "withholds":
        return _withheld(head, follower)
    if head.word.part == "awaits" and follower is not None and _spoken(follower):
        return CueRead(follower.act, follower.part, "held", DENIED if denied else SUPPOSED, follower)
    if _only_tried(found, head, follower):
        return CueRead("assert", "settles", "held", TRIED, head.word)
    telling = _telling(words, head, rest, behind)
    manner: Manner = _manner(words, found, head, telling)
    if denied:
        return _of_denied(words, head, telling, manner)
    if ahead and manner != "held":
        return CueRead(telling.act, telling.part, "held", SUPPOSED, telling)
    return CueRead(telling.act, telling.part, manner, None, telling, head.form if telling is head.word else "base")


def _may_govern(words: Sequence[Word], found: list[Found], one: Found) -> bool:
    """Whether a word may be the head: no verb that passes on, and no noun behind "in" or "from" where a verb stands too."""
    if one.word.kind == "noun" and any(word.plain in _BEFORE_NOUNS for word in words[max(0, one.start - 2) : one.start]):
        return all(other.word.kind != "verb" for other in found)
    return one.word.part != "passes"


def _found(words: Sequence[Word], *, infinitive: bool) -> list[Found]:
    found: list[Found] = []
    at = 0
    while at < len(words):
        hit = longest_at(cue_words(), words, at)
        if hit is None:
            at += 1
            continue
        end, meanings = hit
        word, form = _meant(words, at, meanings, found, alone=end == len(words) and infinitive)
        found.append(Found(at, end, word, form))
        at = end
    lone = [one for one in found if one.word.kind == "phrase" and one.end - one.start == 1]
    return [one for one in found if one not in lone] or lone


def _meant(
    words: Sequence[Word], at: int, meanings: tuple[tuple[CueWord, VerbForm], ...], found: list[Found], *, alone: bool
) -> tuple[CueWord, VerbForm]:
    """The meaning of a word that may be verb or noun, or adjective after a form of "be"; else its first meaning, the verb."""
    kinds = {word.kind: (word, form) for word, form in reversed(meanings)}
    if len(kinds) == 1:
        return meanings[0]
    before = next((word.plain for word in reversed(words[:at]) if word.plain not in NEGATIONS), "")
    light = bool(found) and found[-1].word.part == "light" and at - found[-1].end <= 2
    if "noun" in kinds and before != "to" and (words[at].behind or light or before in _BEFORE_NOUNS):
        return kinds["noun"]
    if "adjective" in kinds and (before in BE or (alone and kinds["adjective"][0].part == "awaits")):
        return kinds["adjective"]
    return meanings[0]


def _denied(words: Sequence[Word], found: list[Found], head: Found) -> bool:
    """Whether a negation stands before the head, or between a light verb and its noun ("made no mention of")."""
    inside = {at for one in found for at in range(one.start, one.end)}
    upto = head.end + 1 if head.word.part == "light" else head.start
    for at in range(min(upto, len(words))):
        if words[at].plain in NEGATIONS and at not in inside:
            follows = words[at + 1].plain if at + 1 < len(words) else ""
            if follows not in _NOT_ONLY and (words[at].plain != "yet" or follows == "to"):
                return True
    return False


def _supposed(words: Sequence[Word], found: list[Found], head: Found, *, headline: bool) -> bool:
    """Whether a modal verb, a condition or "is to" before the head leaves open whether it was or will be said."""
    inside = {at for one in found for at in range(one.start, one.end)}
    for at in range(head.start):
        if at in inside:
            continue
        plain = words[at].plain
        if plain in MODALS or plain in {"if", "whether", "unless"}:
            return True
        if plain == "'d" and head.form == "base":
            return True
        if plain == "to" and (words[at - 1].plain in BE if at else headline):
            return True
    return False


def _follower(rest: list[Found], behind: Sequence[Word], head: Found) -> CueWord | None:
    """The word of the tables that the head governs, in the cue or in an infinitive that begins the content."""
    verbal = [one for one in rest if one.word.kind != "phrase" and one.word.part != "passes"]
    if verbal:
        return verbal[0].word
    if rest or not behind or behind[0].plain != "to":
        return None
    hit = longest_at(cue_words(), behind, 1)
    known = next((word for word, form in hit[1] if form == "base" and word.kind == "verb"), None) if hit else None
    return None if known is None or known.part == "passes" else known


def _spoken(word: CueWord) -> bool:
    return word.manner != "held" and word.part != "light"


def _withheld(head: Found, follower: CueWord | None) -> CueRead:
    """Of what is withheld: "declined to say" was not said, "refused to sign" refuses, "refused to rule out" leaves open aloud."""
    if follower is None or follower.manner == "held":
        return CueRead(head.word.act, "settles", "said" if head.word.act == "reject" else "held", None, head.word)
    if head.word.act == "reject":
        if follower.denied == "assert":
            return CueRead("assert", "opens", "said", None, follower)
        if follower.act not in {"assert", "announce", "ask"} or follower.part == "light":
            return CueRead("reject", "settles", "said", None, head.word)
    return CueRead(follower.act, follower.part, "held", DENIED, follower)


def _only_tried(found: list[Found], head: Found, follower: CueWord | None) -> bool:
    """Whether it was only tried to learn something or to reach somebody: "tried to verify", "attempted to call"."""
    if head.word.word in _TRIES and head.word.part == "passes":
        return follower is None or follower.word in _SOUGHT or not _spoken(follower)
    return head.word.word in _SOUGHT and any(one.word.word in _TRIES | {"seek"} and one.start < head.start for one in found)


def _telling(words: Sequence[Word], head: Found, rest: list[Found], behind: Sequence[Word]) -> CueWord:
    """The word that tells the act: the head, or what it only introduces ("issued a statement condemning")."""
    if head.word.part == "light":
        noun = next((one.word for one in rest if one.word.kind in {"noun", "adjective"} or words[one.start].behind), None)
        if noun is None and not rest and not (behind and behind[0].plain == "to"):
            noun = _noun_in(behind[:4])
        if noun is not None and noun.part != "opens":
            return noun
    if head.word.part in {"light", "opens", "passes"}:
        for one in rest:
            added = one.form == "ing" or words[one.start - 1].plain == "with"
            if added and one.word.part in {"settles", "asks"} and one.word.act != "assert":
                return one.word
    return head.word


def _noun_in(words: Sequence[Word]) -> CueWord | None:
    for at in range(len(words)):
        hit = longest_at(cue_words(), words, at)
        noun = next((word for word, _ in hit[1] if word.kind == "noun" and word.word not in _HOLDERS), None) if hit else None
        if noun is not None:
            return noun
    return None


def _manner(words: Sequence[Word], found: list[Found], head: Found, telling: CueWord) -> Manner:
    voiced = head.word.kind == "noun" and any(one.word.part == "light" and one.word.manner == "said" for one in found)
    if head.word.manner == "held" and not voiced and not (head.word.part == "light" and telling.manner != "held"):
        return "held"
    there = any(one.word.part == "passes" and one.word.manner == "written" for one in found)  # "took to Twitter to decry"
    noun = any(_in_writing(words, one, head) for one in found if one.start >= head.start)
    return "written" if head.word.manner == "written" or there or noun else "said"


def _in_writing(words: Sequence[Word], one: Found, head: Found) -> bool:
    """Whether a noun names the writing it was said in: "in a statement", "sent a letter"."""
    if one.word.manner != "written" or one.word.kind != "noun":
        return False
    before = words[max(head.end, one.start - 3) : one.start]
    return head.word.part == "light" or any(word.plain in _BEFORE_WRITING for word in before)


def _of_denied(words: Sequence[Word], head: Found, telling: CueWord, manner: Manner) -> CueRead:
    """A cue under "not": a refusal, a hedge, an attitude, or nothing said."""
    if manner == "held":
        return CueRead(telling.denied or telling.act, telling.part, "held", None, telling)
    if telling.denied is not None:
        return CueRead(telling.denied, "settles" if telling.denied == "reject" else "opens", manner, None, telling)
    modal = any(word.plain in {"can", "could"} for word in words[: head.start])
    if modal and head.word.word in _OWN_INABILITY:
        return CueRead("assert", "opens", manner, None, telling)
    return CueRead(telling.act, telling.part, "held", DENIED, telling)
