"""Tells: the acts that single words of a content tell where they stand (``content_words.tsv``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.assemble.saying.acts.judgements import KEEPS_FROM, Told, by_judgement, by_noun, thanks_to
from dragoman.assemble.saying.acts.manners import BE
from dragoman.assemble.saying.acts.subjects import FIRST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.assemble.saying.acts.subjects import Before, Clauses
    from dragoman.lexicon.content_words import ContentWord
    from dragoman.record import Act

_TRIES = frozenset(
    "trying try tries tried seeking seeks sought attempting attempts attempted wants wanted aimed aims aiming designed "
    "continues continue continued continuing began begun started keeps plotting efforts attempt plan plans intended".split()
)
_FAILS = frozenset("failed fails fail failing refuses refused refusing failure".split())
_PLANS = frozenset(
    "decided decides plans planned planning plan intends intended intention agreed set due going scheduled expected ordered "
    "preparing prepares ready resolved decision".split()
)
_WISHES = frozenset("want wants wanted wish like prefer intend intends".split())
_NOT_BEFORE_SUBJECTS = frozenset("with in from between to for against on at into".split())
_NOUNS_TOO = frozenset(
    "abuse bias breach exploit hype insult neglect plot shield smear smuggle traffic trespass trick twist".split()
)
_PARTICIPLES = frozenset("stolen hidden broken torn".split())
_BENEFITS = frozenset(
    "success successful growth peace progress prosperity stability improvement improvements agreement benefits jobs".split()
)
_LEFT = frozenset(
    "vulnerable without exposed open dead homeless hungry isolated behind unable powerless worse weaker stranded".split()
)
_WILL = frozenset("will would shall".split())
_MAYBE = frozenset("may might could".split())
_GOES_ON = frozenset("act continue fight keep maintain pursue remain show stay sustain win work".split()) | {"keep working"}
"""What a third party may do without any promise."""
_SUFFERED = frozenset("face faces facing suffer bear".split())
SUFFERS = frozenset("lose suffer die starve perish drown collapse fall sink shrink fail bleed".split())
"""What nobody promises: "we will lose everything" warns."""


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
    if "reprisal" in word.tells and (word.kind == "phrase" or clauses.near(at) & _SUFFERED or clauses.sets_condition()):
        yield Told(0, at, "threaten")
    if not conditional:
        end = at + len(word.word.split())
        yield from by_noun(clauses, at, word, end)
        yield from by_judgement(clauses, at, word, end)


def _by_verb(clauses: Clauses, at: int, word: ContentWord, before: Before) -> Iterator[Told]:
    tells, own = word.tells, clauses.own(before.subject)
    if "harms" in tells and own and _threatens_on_condition(clauses, word, before):
        yield Told(0, at, "threaten")
    if tells & {"wrongs", "harms"} and (blame := _blame(clauses, at, word, before)):
        yield Told(1, at, blame)
    if "duty" in tells and _left_undone(clauses, before):
        yield Told(1, at, "accuse")
    if "bends" in tells and (yielded := _yielded(clauses, word, before)):
        yield Told(1, at, yielded)
    thanked = own or (word.form == "third" and clauses.party(before.subject))
    if "thanks" in tells and thanked and not thanks_to(clauses, at) and not before.negated and not before.infinitive:
        yield Told(1, at, "praise")
    ends_up = word.word == "end" and clauses.plain(at + 1) == "up"
    if "steps" in tells and not before.negated and not ends_up and _step(clauses, word, before):
        yield Told(1, at, "announce")
    governed = clauses.plain(before.subject - 1) in _NOT_BEFORE_SUBJECTS
    helped = own or (clauses.party(before.subject) and not governed and word.word not in _GOES_ON and clauses.form != "direct")
    if "helps" in tells and helped and before.modal in _WILL and not before.negated:
        yield Told(1, at, "promise")
    if "worsens" in tells and before.modal in _WILL | _MAYBE | {"can"} and _harmful(clauses, at, word, before):
        yield Told(1, at, "warn")


def _blame(clauses: Clauses, at: int, word: ContentWord, before: Before) -> Act | None:
    """Another's wrong accuses, one's own not done denies, one that may come warns or, of one's own, threatens."""
    own, party = clauses.own(before.subject), clauses.party(before.subject)
    if clauses.near(at, 3) & (KEEPS_FROM - {"not"}):
        return None
    if before.modal:
        if before.negated:
            return "promise" if own and before.modal in _WILL and "bends" not in word.tells else None
        if before.modal in {"must", "should"}:
            return None
        threatens = "harms" in word.tells and before.modal in {"will", "shall"} and word.word not in SUFFERS
        return "warn" if not own else "threaten" if threatens else None
    if before.negated:
        return "deny" if own or party else None
    governs = clauses.plain(before.subject)
    infinitive = before.infinitive or ("to" in before.auxiliaries and governs in _WISHES)
    if "wrongs" in word.tells:
        if _may_be_no_verb(clauses, at, word, before):
            return None
        named = word.form != "base" or bool(before.auxiliaries) or _plural(clauses, before.subject)
        if word.form == "ing" and before.subject < 0 and not before.auxiliaries:
            return None  # "covering up for friends is common"
        return "accuse" if governs not in FIRST and named and (not infinitive or governs in _TRIES) else None
    if infinitive:
        return "accuse" if governs in _TRIES and clauses.party(clauses.before(before.subject).subject) else None
    if before.auxiliaries & BE and word.form == "past":
        return "accuse" if _author(clauses, at) else None
    return "accuse" if party and not own and word.form != "base" else None


def _threatens_on_condition(clauses: Clauses, word: ContentWord, before: Before) -> bool:
    """Whether one will do harm if something happens: "would block every harbour if the ships came back"."""
    ahead = before.modal in {"will", "shall"} or (before.modal in {"would", "'d"} and clauses.form != "direct")
    return ahead and not before.negated and word.word not in SUFFERS and clauses.sets_condition()


def _may_be_no_verb(clauses: Clauses, at: int, word: ContentWord, before: Before) -> bool:
    """Whether a form of a wrong may be a noun or an adjective here: "certain plots", "stolen goods"."""
    if before.auxiliaries:
        return False
    if word.form == "past":
        return clauses.plain(at) in _PARTICIPLES
    subject = clauses.plain(before.subject)
    named = clauses.party(before.subject) or subject in {"he", "she", "it", "they", "you", "who", "and"}
    return word.form in {"third", "base"} and word.word in _NOUNS_TOO and not named


def _harmful(clauses: Clauses, at: int, word: ContentWord, before: Before) -> bool:
    """Whether what may come is bad for others or for all: not "will result in growth", "would leave home", "I will lose"."""
    behind = {clauses.plain(k) for k in range(at, at + 10)}
    suffered = word.word in SUFFERS and clauses.plain(before.subject) not in {"i", "he", "she"}
    if before.negated or (clauses.own(before.subject) and not suffered):
        return False
    if word.word == "be used to":
        return before.modal in _MAYBE
    return not behind & _BENEFITS and (word.word != "leave" or bool(behind & _LEFT))


def _plural(clauses: Clauses, subject: int) -> bool:
    """Whether a word may be the subject of a verb without an ending: "they", "these men", "neighbours"."""
    plain = clauses.plain(subject)
    return (
        plain in {"they", "you", "who", "men", "women", "people", "police", "media"}
        or plain.endswith("s")
        or clauses.party(subject)
    )


def _author(clauses: Clauses, at: int) -> bool:
    """Whether a party stands behind "by" after a passive verb."""
    by = next((k for k in range(at + 1, at + 8) if clauses.plain(k) == "by"), None)
    return by is not None and any(k < len(clauses.words) and clauses.party(k) for k in (by + 1, by + 2))


def _left_undone(clauses: Clauses, before: Before) -> bool:
    """Whether another has not done, or failed to do, what is due."""
    if before.infinitive:
        return clauses.plain(before.subject) in _FAILS
    return before.negated and not clauses.own(before.subject) and not before.modal


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
    if passive and word.word in {"leave", "lose"}:
        return False  # "we will be left with nothing"
    if before.infinitive:
        planned = clauses.decides(before.subject) and before.auxiliaries & (BE | {"going"})
        return clauses.plain(before.subject) in _PLANS or bool(planned) or (clauses.headline and clauses.party(before.subject))
    if before.modal in {"will", "shall"} or (before.modal in {"would", "'d"} and clauses.form != "direct"):
        return before.subject >= 0 and (passive or clauses.decides(before.subject))
    if word.form == "ing":
        return own and bool(before.auxiliaries & (frozenset({"is", "are", "am"}) if clauses.form == "direct" else BE))
    done = word.form == "past" and before.auxiliaries & {"have", "has", "had"} and not passive
    return own and bool(done) and clauses.begins_clause(before.subject)
