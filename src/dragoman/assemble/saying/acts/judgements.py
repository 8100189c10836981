"""Judgements: what nouns, adjectives and set phrases of a content tell where they stand (``content_words.tsv``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.assemble.saying.acts.manners import BE, MODALS
from dragoman.assemble.saying.acts.predicates import ends_phrase, predicated
from dragoman.assemble.saying.acts.subjects import FIRST
from dragoman.assemble.saying.acts.wording import longest_at
from dragoman.lexicon.content_words import content_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.assemble.saying.acts.predicates import Predicate
    from dragoman.assemble.saying.acts.subjects import Clauses
    from dragoman.lexicon.content_words import ContentWord
    from dragoman.record import Act

KEEPS_FROM = frozenset(
    "not no non without against prevent preventing stop stopping end ending avoid avoiding halt halting investigate any "
    "investigating combat combating fight fighting deter deterring oppose opposing".split()
)
_DENIES = frozenset("not no never nor neither without nobody none nothing hardly".split())
_NOT_DENIED = frozenset("only just merely simply doubt question".split())
_OTHER_CLAUSE = frozenset("but because although though while which who".split())
_REACH = 6
"""Words before a word among which its negation is looked for."""
_MAYBE = frozenset("may might could".split())
_LIKELY = frozenset("will would could".split())
_FELT = frozenset("concerned worried alarmed afraid fearful".split())
_TALKED = frozenset(
    "discuss discussed discussing discussion agree agreed agreement consensus considered reviewed examined debated talked "
    "spoke explored exchanged views".split()
)
_CONDITIONS = frozenset("resolution lifting release withdrawal settlement implementation end return guarantee guarantees".split())
"""On what one makes something dependent, not on what one lives."""
_THEIRS = frozenset("'s their its his her your this these those".split())
_OF_SOMEBODY = frozenset("of against by in on towards toward".split())
_DONE = frozenset("committed done perpetrated being".split())
_ASIDE = frozenset("own common greater public for".split())
"""Before "good" where it is a noun."""
_MEASURED = frozenset(
    "deal number majority extent many risk danger concern need challenge loss importance power powers interest demand "
    "difficulty part".split()
)
"""Behind "great" where it only measures."""
_THANKED = frozenset("everyone everybody all you those god president people".split())
_EXCLAIMED = frozenset("what such pure complete total utter absolute mere sheer more".split())
_MILD = frozenset("disturbing dreadful evil regrettable terrible horrible cruel savage".split())
"""Words of outrage that only condemn where something is said to be so."""
_CAUSES = frozenset(
    "reason reasons cause causes problem problems obstacle obstacles issue root culprit explanation hurdle hindrance".split()
)
_BECAUSE = frozenset("because due owing result caused stems stemmed blame blamed".split())


class Told(NamedTuple):
    """An act told at a place of a sentence; the lowest wins: by tier (0 a threat, 2 a guess), then by place."""

    tier: int
    at: int
    act: Act


def denied(clauses: Clauses, at: int) -> bool:
    """Whether a negation reaches the noun, adjective or phrase at a place, or something that keeps from it ("to prevent")."""
    for k in range(at - 1, max(-1, at - 1 - _REACH), -1):
        plain = clauses.plain(k)
        if clauses.mark(k) or plain in _OTHER_CLAUSE:
            return False
        if plain in _DENIES:
            return clauses.plain(k + 1) not in _NOT_DENIED
        if plain in KEEPS_FROM and at - k <= 4:
            return True
    return False


def by_noun(clauses: Clauses, at: int, word: ContentWord, end: int) -> Iterator[Told]:
    """What is needed, offered, refused, promised or feared. ``end`` is the place behind the word."""
    tells, kept, near = word.tells, denied(clauses, at), clauses.near(at)
    if "need" in tells and not kept and _needed(clauses, at, word, end):
        yield Told(1, at, "demand")
    if "willing" in tells and (not near & {"was", "were"} or clauses.own(clauses.before(at).subject)):
        yield Told(1, at, "reject" if kept else "threaten" if _violent(clauses, end) else "offer")
    if "refusal" in tells:
        yield Told(1, at, "reject")
    if "helps" in tells and not kept:
        yield Told(1, at, "promise")
    if "danger" in tells and not kept and (word.kind == "phrase" or _endangers(clauses, at, word, end)):
        yield Told(1, at, "warn")


def by_judgement(clauses: Clauses, at: int, word: ContentWord, end: int) -> Iterator[Told]:
    """What is called untrue, outrageous, somebody's fault, or good."""
    tells, phrase = word.tells, word.kind == "phrase"
    kept = denied(clauses, at)
    if "lapse" in tells and _lapsed(clauses, at, end):
        yield Told(1, at, "accuse")
        return
    named = None if phrase or (word.kind == "noun" and not ends_phrase(clauses, end)) else predicated(clauses, at)
    if "untrue" in tells and not kept and (phrase or named or clauses.headline or _exclaimed(clauses, at)):
        yield Told(1, at, "deny")
    if "outrage" in tells and not kept and (phrase or named or _outraged(clauses, at, word, end)):
        yield Told(1, at, "condemn")
    if named is not None and tells & {"vice", "bad", "outrage"} and (called := _called(clauses, word, named)):
        yield Told(1, named.at, called)
    if tells & {"guilt", "faults"} and (blamed := _blamed(clauses, at, word, end, named, kept=kept)):
        yield Told(1, at, blamed)
    if "thanks" in tells and not kept and (at <= 1 or clauses.own(clauses.before(at).subject)) and not thanks_to(clauses, at):
        yield Told(1, at, "praise")
    if "good" in tells and not kept and not clauses.near(at) & MODALS and (phrase or _good(clauses, at, word, named, end)):
        yield Told(2, at, "praise")


def _needed(clauses: Clauses, at: int, word: ContentWord, end: int) -> bool:
    """Whether a need is pressed: not talked about or agreed on, not "it is for their own good"."""
    if word.kind == "phrase":
        if word.word in {"dependent on", "dependent upon"}:
            set_by = frozenset(clauses.plain(k) for k in range(end, end + 3))
            return clauses.plain(end).endswith("ing") or bool(set_by & _CONDITIONS)
        if word.word == "it is for":
            return "to" in (clauses.plain(k) for k in range(end + 1, end + 6))
        return word.word != "need for" or not _TALKED & clauses.near(at, _REACH)
    if _TALKED & clauses.near(at, _REACH):
        return False
    behind = clauses.plain(end) in {"of", "for", "to", "that", "in"}
    return word.kind == "adjective" or behind or bool(clauses.near(at) & BE)


def _endangers(clauses: Clauses, at: int, word: ContentWord, end: int) -> bool:
    """Whether a word warns: "was worried", "a danger to"; not "worried parents", not "the threats"."""
    if word.kind == "noun":
        one = clauses.plain(at) == word.word or " " in word.word
        return one and (clauses.plain(end) in {"of", "to", "that", "for"} or bool(clauses.near(at) & BE))
    return bool(clauses.near(at) & BE) if word.word in _FELT else predicated(clauses, at) is not None


def _violent(clauses: Clauses, at: int) -> bool:
    """Whether violence is what one is ready for."""
    hit = longest_at(content_words(), clauses.words, at)
    violence = hit is not None and any(word.kind == "verb" and word.tells & {"harms", "reprisal"} for word in hit[1])
    return violence or clauses.plain(at) in {"act", "fight", "war"}


def _exclaimed(clauses: Clauses, at: int) -> bool:
    """Whether a noun is a sentence of its own or nearly so: "Nonsense!", "what a disgrace", "pure fiction"."""
    return at == 0 or clauses.plain(at - 1) in _EXCLAIMED or clauses.words[at].behind in {"this", "these"}


def _outraged(clauses: Clauses, at: int, word: ContentWord, end: int) -> bool:
    """Whether a word of outrage condemns without a form of "be": "this disgrace", "an insult to", "a heinous crime"."""
    if word.kind == "adjective":
        return word.word not in _MILD
    against = clauses.plain(end) in {"to", "of", "against"} and clauses.words[at].behind in {"a", "an"}
    return against or _exclaimed(clauses, at)


def _called(clauses: Clauses, word: ContentWord, named: Predicate) -> Act | None:
    """What is said to be bad is condemned; denied where it is said not to be; a warning where it would be."""
    vice = "vice" in word.tells
    if named.before.modal:
        own = clauses.plain(named.before.subject) == "i"
        return "warn" if named.before.modal in _LIKELY and not named.negated and not own and word.kind == "noun" else None
    if named.negated:
        return "deny" if vice else None
    if clauses.plain(named.before.subject) in FIRST or not (vice or (named.framed and word.kind == "noun")):
        return None
    return "condemn"


def _blamed(clauses: Clauses, at: int, word: ContentWord, end: int, named: Predicate | None, *, kept: bool) -> Act | None:
    """Guilt accuses where it is somebody's, and is denied where it is said not to be so."""
    if clauses.near(at) & _MAYBE:
        return None
    first = clauses.plain(clauses.before(at).subject) in FIRST
    if kept:
        denies = word.kind != "phrase" and (first or (named is not None and named.negated and word.kind == "noun"))
        return "deny" if denies else None
    if first:
        return None
    if word.kind == "phrase" or (named is not None and clauses.plain(end) not in {"for", "to"}):
        return "accuse"
    if "guilt" not in word.tells:
        return None
    done = word.kind == "noun" and (
        clauses.plain(end) in _OF_SOMEBODY or (clauses.plain(end) in BE and clauses.plain(end + 1) in _DONE)
    )
    return "accuse" if done or _somebodys(clauses, at) else None


def _somebodys(clauses: Clauses, at: int) -> bool:
    """Whether a word is somebody's: "their aggression", "Norland's illegal raid", "this provocation"."""
    word = clauses.words[at]
    named = at > 0 and clauses.party(at - 1) and (at > 1 or clauses.form == "indirect")
    return word.behind in _THEIRS or (named and not word.behind)


def _lapsed(clauses: Clauses, at: int, end: int) -> bool:
    """Whether somebody's failure is given as a reason: "the reason is Norland's refusal", "because of the delay by the rest"."""
    start = next((k + 1 for k in range(at - 1, max(-1, at - 10), -1) if clauses.mark(k)), max(0, at - 9))
    before = clauses.near(at, at - start)
    if not (_BECAUSE & before or (_CAUSES & before and BE & before)):
        return False
    possessive = {"'s"} if clauses.form == "indirect" else {"'s", "their", "its", "his", "her"}
    theirs = clauses.words[at].behind in possessive or any(clauses.party(k) for k in (at - 1, at - 2) if k > 0)
    by = clauses.plain(end) in {"by", "of"} or clauses.plain(end + 1) == "by"
    return (theirs or by) and not {"our", "my"} & {word.behind for word in clauses.words[max(0, at - 2) : at + 1]}


def thanks_to(clauses: Clauses, at: int) -> bool:
    """Whether "thanks to" only gives a reason: not "thanks to everyone"."""
    return clauses.plain(at) == "thanks" and clauses.plain(at + 1) == "to" and clauses.plain(at + 2) not in _THANKED


def _good(clauses: Clauses, at: int, word: ContentWord, named: Predicate | None, end: int) -> bool:
    """Whether something is said to be good: not "for their own good", not "a great deal"."""
    if word.kind != "adjective" or named is None or named.negated:
        return False
    measures = word.word == "great" and clauses.plain(end) in _MEASURED
    return not measures and (word.word != "good" or clauses.plain(at - 1) not in _ASIDE)
