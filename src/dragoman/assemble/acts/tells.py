"""Tells: the acts that single words of a content tell where they stand (``content_words.tsv``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.assemble.acts.manners import BE, MODALS
from dragoman.assemble.acts.subjects import FIRST
from dragoman.assemble.acts.wording import longest_at
from dragoman.lexicon.content_words import content_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.assemble.acts.subjects import Before, Clauses
    from dragoman.lexicon.content_words import ContentWord
    from dragoman.record import Act

_KEEPS_FROM = frozenset(
    "not no non without against prevent preventing stop stopping end ending avoid avoiding halt halting investigate any "
    "investigating combat combating fight fighting deter deterring oppose opposing".split()
)
_TRIES = frozenset(
    "trying try tries tried seeking seeks sought attempting attempts attempted wants wanted aimed aims aiming designed "
    "continues continue continued continuing began begun started keeps plotting efforts attempt plan plans intended".split()
)
_FAILS = frozenset("failed fails fail failing refuses refused refusing failure".split())
_PLANS = frozenset(
    "decided decides plans planned planning plan intends intended intention agreed set due going scheduled expected ordered "
    "preparing prepares ready resolved decision".split()
)
_WILL = frozenset("will would shall".split())
_MAYBE = frozenset("may might could".split())
_GOES_ON = frozenset("act continue fight keep maintain pursue remain show stay sustain win work".split()) | {"keep working"}
"""What a third party may do without any promise."""
_SUFFERED = frozenset("face faces facing suffer bear".split())
_FELT = frozenset("concerned worried alarmed afraid fearful".split())


class Told(NamedTuple):
    """An act told at a place of a sentence; the lowest wins: by tier (0 a threat, 2 a guess), then by place."""

    tier: int
    at: int
    act: Act


def told_by(clauses: Clauses, at: int, word: ContentWord, *, conditional: bool) -> Iterator[Told]:
    """The acts that a word of the table tells at a place; in a condition it can only threaten."""
    if word.kind == "verb":
        if not clauses.words[at].behind or word.form == "ing":
            before = clauses.before(at)
            if "reprisal" in word.tells and before.modal in _WILL | {"'d"} and not before.negated:
                yield Told(0, at, "threaten")
            if not conditional:
                yield from _by_verb(clauses, at, word, before)
        return
    near = clauses.near(at)
    if "reprisal" in word.tells and (word.kind == "phrase" or near & _SUFFERED or clauses.sets_condition()):
        yield Told(0, at, "threaten")
    if not conditional:
        yield from _by_noun(clauses, at, word, near)
        yield from _by_judgement(clauses, at, word, near)


def _by_noun(clauses: Clauses, at: int, word: ContentWord, near: frozenset[str]) -> Iterator[Told]:
    """What is needed, offered, refused, promised or feared."""
    tells, kept = word.tells, bool(near & _KEEPS_FROM)
    if "need" in tells and not kept:
        yield Told(1, at, "demand")
    if "willing" in tells and (not near & {"was", "were"} or clauses.own(clauses.before(at).subject)):
        yield Told(1, at, "reject" if kept else "threaten" if _violent(clauses, at + len(word.word.split())) else "offer")
    if "refusal" in tells:
        yield Told(1, at, "reject")
    if "helps" in tells and not kept:
        yield Told(1, at, "promise")
    if "danger" in tells and (word.kind == "phrase" or (not kept and _endangers(clauses, at, word, near))):
        yield Told(1, at, "warn")


def _by_judgement(clauses: Clauses, at: int, word: ContentWord, near: frozenset[str]) -> Iterator[Told]:
    """What is called untrue, outrageous, somebody's fault, or good."""
    tells, kept, phrase = word.tells, bool(near & _KEEPS_FROM), word.kind == "phrase"
    if "untrue" in tells and (phrase or (not kept and (word.kind == "noun" or clauses.headline or near & BE))):
        yield Told(1, at, "deny")
    if "outrage" in tells and (phrase or not kept):
        yield Told(1, at, "condemn")
    if ("guilt" in tells or ("faults" in tells and near & BE)) and not near & _MAYBE:
        first = clauses.plain(clauses.before(at).subject) in FIRST
        if kept == first and not (kept and phrase):
            yield Told(1, at, "deny" if kept else "accuse")
    if "thanks" in tells and not kept and (at <= 1 or clauses.own(clauses.before(at).subject)):
        yield Told(1, at, "praise")
    if "good" in tells and not kept and not near & MODALS and (phrase or (word.kind == "adjective" and near & BE)):
        yield Told(2, at, "praise")


def _endangers(clauses: Clauses, at: int, word: ContentWord, near: frozenset[str]) -> bool:
    """Whether a word warns: "was worried", "a danger to"; not "worried parents", not "the threats"."""
    if word.kind == "noun":
        return clauses.plain(at) == word.word and (clauses.plain(at + 1) in {"of", "to", "that", "for"} or bool(near & BE))
    return word.word not in _FELT or bool(near & BE)


def _violent(clauses: Clauses, at: int) -> bool:
    """Whether violence is what one is ready for."""
    hit = longest_at(content_words(), clauses.words, at)
    violence = hit is not None and any(word.kind == "verb" and word.tells & {"harms", "reprisal"} for word in hit[1])
    return violence or clauses.plain(at) in {"act", "fight", "war"}


def _by_verb(clauses: Clauses, at: int, word: ContentWord, before: Before) -> Iterator[Told]:
    tells, own = word.tells, clauses.own(before.subject)
    if tells & {"wrongs", "harms"} and (blame := _blame(clauses, at, word, before)):
        yield Told(1, at, blame)
    if "duty" in tells and _left_undone(clauses, before):
        yield Told(1, at, "accuse")
    if "bends" in tells and (yielded := _yielded(clauses, word, before)):
        yield Told(1, at, yielded)
    thanked = own or (word.form == "third" and clauses.party(before.subject))
    if "thanks" in tells and thanked and not before.negated and not before.infinitive:
        yield Told(1, at, "praise")
    if "steps" in tells and not before.negated and _step(clauses, word, before):
        yield Told(1, at, "announce")
    helped = own or (clauses.party(before.subject) and word.word not in _GOES_ON and clauses.form != "direct")
    if "helps" in tells and helped and before.modal in _WILL and not before.negated:
        yield Told(1, at, "promise")
    if "worsens" in tells and before.modal in _WILL | _MAYBE | {"can"} and not own and not before.negated:
        yield Told(1, at, "warn")


def _blame(clauses: Clauses, at: int, word: ContentWord, before: Before) -> Act | None:
    """Another's wrong accuses, one's own not done denies, one that may come warns or, of one's own, threatens."""
    own, party = clauses.own(before.subject), clauses.party(before.subject)
    if clauses.near(at, 3) & (_KEEPS_FROM - {"not"}):
        return None
    if before.modal:
        if before.negated or before.modal in {"must", "should"}:
            return None
        return "warn" if not own else "threaten" if "harms" in word.tells and before.modal in {"will", "shall"} else None
    if before.negated:
        return "deny" if own or party else None
    governs = clauses.plain(before.subject)
    if "wrongs" in word.tells:
        named = word.form != "base" or governs not in {"", "and"}
        return "accuse" if governs not in FIRST and named and (not before.infinitive or governs in _TRIES) else None
    if before.infinitive:
        return "accuse" if governs in _TRIES and clauses.party(clauses.before(before.subject).subject) else None
    if before.auxiliaries & BE and word.form == "past":
        return "accuse" if _author(clauses, at) else None
    return "accuse" if party and not own and word.form != "base" else None


def _author(clauses: Clauses, at: int) -> bool:
    """Whether a party stands behind "by" after a passive verb."""
    by = next((k for k in range(at + 1, at + 8) if clauses.plain(k) == "by"), None)
    return by is not None and any(k < len(clauses.words) and clauses.party(k) for k in (by + 1, by + 2))


def _left_undone(clauses: Clauses, before: Before) -> bool:
    """Whether another has not done, or failed to do, what is due."""
    if before.infinitive:
        return clauses.plain(before.subject) in _FAILS
    return before.negated and not clauses.own(before.subject) and before.modal not in _MAYBE | {"would"}


def _yielded(clauses: Clauses, word: ContentWord, before: Before) -> Act | None:
    """What one will not do is rejected; what one, or both sides, have agreed to is agreed."""
    if before.negated:
        return "reject" if before.modal in _WILL | {"can", "'d"} else None
    together = clauses.plain(before.subject - 1) in {"both", "two", "three"} and word.form == "past" and not before.modal
    if word.word == "agree" and (together or (clauses.own(before.subject) and not before.infinitive)):
        return "agree"
    return "accept" if word.word == "accept" and clauses.own(before.subject) and not before.infinitive else None


def _step(clauses: Clauses, word: ContentWord, before: Before) -> bool:
    """Whether a step is told as planned, under way or done by whoever decides it."""
    own, passive = clauses.own(before.subject), bool(before.auxiliaries & BE) and word.form == "past"
    if before.infinitive:
        planned = clauses.decides(before.subject) and before.auxiliaries & (BE | {"going"})
        return clauses.plain(before.subject) in _PLANS or bool(planned) or (clauses.headline and clauses.party(before.subject))
    if before.modal in {"will", "shall"} or (before.modal in {"would", "'d"} and clauses.form != "direct"):
        return before.subject >= 0 and (passive or clauses.decides(before.subject))
    if word.form == "ing":
        return own and bool(before.auxiliaries & (frozenset({"is", "are", "am"}) if clauses.form == "direct" else BE))
    done = word.form == "past" and before.auxiliaries & {"have", "has", "had"} and not passive
    return own and bool(done) and clauses.begins_clause(before.subject)
