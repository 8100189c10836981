"""Moods: the act that the words of a content tell, for cues that only say that something was said.

Read sentence by sentence; the first that tells an act decides, and in it what stands first, but a threat before all else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.assemble.saying.acts.judgements import Told
from dragoman.assemble.saying.acts.manners import BE
from dragoman.assemble.saying.acts.scopes import not_its_own, others_report
from dragoman.assemble.saying.acts.subjects import AUXILIARIES, Clauses
from dragoman.assemble.saying.acts.tells import SUFFERS, told_by
from dragoman.assemble.saying.acts.wording import longest_at, plain_words, sentences
from dragoman.lexicon.content_words import content_words
from dragoman.lexicon.cue_words import cue_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.assemble.saying.acts.wording import Word
    from dragoman.record import Act, StatementForm

READ = 300
"""Characters of a content that are read: what comes later seldom changes the act."""

_SOFT_ORDERS = frozenset(
    "come join help give consider look listen think trust wait talk vote go imagine remember believe support work make take "
    "bring choose show please pray sit start try read watch ask send tell call let".split()
)
_HARD_ORDERS = frozenset(
    "stop leave end withdraw release get free drop lift halt cease surrender return quit respect pull".split()
)
_PERFORMED = frozenset(
    "urge|call on|call upon|call for|appeal|appeal to|appeal for|ask|request|invite|implore|beg|plead|demand|insist on|"
    "promise|pledge|vow|guarantee|assure|condemn|denounce|deplore|decry|accuse|blame|deny|refute|reject|refuse|oppose|"
    "decline|dismiss|protest|object|object to|rule out|thank|welcome|support|endorse|praise|commend|applaud|congratulate|"
    "warn|caution|agree|block|veto|boycott|vote against|agree to|agree with|agree on|accept|approve|threaten|offer|propose|"
    "recommend".split("|")
)
"""Verbs that do what they say when the speaker says them of himself."""
_CIVIL = frozenset(
    "thank say express congratulate emphasise emphasize stress underline make begin ask tell know speak talk hear".split()
)
"""What one may want to do without demanding anything."""
_WANTED = frozenset("prevent stop see end halt".split())
_FORSAKES = frozenset(
    "abandon forget betray desert forsake fail harm hurt intervene interfere meddle attack invade disappoint".split()
)
_BEFALLS = frozenset("left lost destroyed ruined doomed finished overrun enslaved crushed forced wiped up".split())
_NOT_PROMISED = frozenset(
    "have see know become get find need want hear feel learn like love miss regret end think understand realise realize "
    "believe not say tell talk ask wait try hope".split()
)
_TOLD = frozenset("say said noted admit confess remembered stressed emphasised emphasized recalled".split())
"""What one must say is not demanded."""
_DREADED = frozenset("brace beware worry fear".split())
_UNTOLD = frozenset(
    "know think believe expect see need want have sure aware say mean care understand hear remember agree doubt certain "
    "clear comment tell let get so yet only just feel like afraid surprised going able dispute mind object desire come "
    "hesitate seen heard known thought felt had got meant said told decided".split()
)
"""What "we do not" denies nothing by."""
_HELPING = frozenset("did has have had was were is are am do does".split())
_HELPERS = _HELPING | frozenset("must should ought need needs want wants wanted will shall".split())


def content_act(content: str, form: StatementForm, *, headline: bool = False) -> Act | None:
    """The act that the words of a content tell; None where they only assert."""
    for sentence in sentences(plain_words(content[:READ])):
        if act := _sentence_act(Clauses(sentence, form, headline)):
            return act
    return None


def _sentence_act(clauses: Clauses) -> Act | None:
    if clauses.form != "indirect":
        if clauses.words[-1].plain == "?":
            return "ask"
        if ordered := _order(clauses.words):
            return ordered
    told = min(_told(clauses), default=None)
    return told.act if told else None


def _told(clauses: Clauses) -> Iterator[Told]:
    """The acts told word by word, up to where somebody else is reported."""
    conditional, skipped = clauses.conditional(), not_its_own(clauses)
    at = 0
    while at < len(clauses.words):
        if skipped[at]:
            at += 1
            continue
        if others_report(clauses, at):
            return
        if not conditional[at]:
            if helped := _by_helping_verb(clauses, at):
                yield helped
            if performed := _performed(clauses, at):
                yield Told(1, at, performed)
        hit = longest_at(content_words(), clauses.words, at)
        for meaning in hit[1] if hit else ():
            yield from told_by(clauses, at, meaning, conditional=conditional[at])
        at = hit[0] if hit else at + 1


def _performed(clauses: Clauses, at: int) -> Act | None:
    """Speech that does what it says: "we urge", "it condemned", "Japan rejects"."""
    hit = longest_at(cue_words(), clauses.words, at)
    verbs = [(word, form) for word, form in hit[1] if word.word in _PERFORMED and word.kind == "verb"] if hit else []
    if not verbs or clauses.words[at].behind:
        return None
    (word, form), before = verbs[0], clauses.before(at)
    own = before.subject >= 0 and clauses.own(before.subject) and clauses.begins_clause(before.subject)
    party = clauses.party(before.subject)
    if before.modal in {"will", "would", "shall"} and word.act == "reject" and not before.negated:
        return "reject" if own or party else None
    passive = before.auxiliaries & BE and form != "ing"
    if passive or before.infinitive or before.modal in {"may", "might", "could", "would"}:
        return None
    joined = form == "ing" and clauses.near(at, 6) & {"join", "joins", "joined", "joining"}
    if own or joined or (party and form == "third" and clauses.form == "indirect"):
        return word.denied if before.negated else "request" if word.word == "ask" else word.act
    return None


def _by_helping_verb(clauses: Clauses, at: int) -> Told | None:
    """The act of a helping verb: "must", "we want" demand; "we did not" denies; "we will" promises."""
    plain = clauses.plain(at)
    if plain not in _HELPERS:
        return None
    after = [clauses.plain(k) for k in range(at + 1, at + 4)]
    own = at > 0 and clauses.own(at - 1)
    act: Act | None = None
    if plain in {"must", "should"} or (plain == "ought" and after[0] == "to"):
        act = _of_must(clauses, at, after)
    elif plain in {"have", "has", "had", "need", "needs"} and after[0] == "to":
        act = "demand" if _has_to(clauses, at) else None
    elif plain in {"want", "wants", "wanted"}:
        act = "demand" if own and clauses.begins_clause(at - 1) and _wants_of_others(clauses, at, after) else None
    elif plain in _HELPING and after[0] in {"not", "never"} and own:
        act = _did_not(clauses, at, after)
        return Told(2, at, act) if act else None
    elif plain in {"will", "shall"} and own:
        act = _of_will(clauses.plain(at - 1), after[1:] if after[0] in {"all", "both", "then", "soon", "only", "just"} else after)
        return Told(2, at, act) if act else None
    return Told(1, at, act) if act else None


def _wants_of_others(clauses: Clauses, at: int, after: Sequence[str]) -> bool:
    """Whether a wish demands: "want peace", "want them to leave", "want to see change"; not "want to learn"."""
    if not _CIVIL.isdisjoint(after):
        return False
    return after[0] != "to" or after[1] in _WANTED or (after[1] == "be" and clauses.plain(at + 3).endswith("ed"))


def _of_will(who: str, after: Sequence[str]) -> Act | None:
    """Of the speaker, "will" promises what can be promised, "will not" only what would hurt others; what befalls us warns."""
    if after[0] == "not":
        return "promise" if after[1] in _FORSAKES else None
    if after[0] in {"be", "end"} and who != "i":
        return "warn" if after[1] in _BEFALLS else None
    verb = after[1] if after[0] == "never" else after[0]
    return None if not verb or verb in BE | _NOT_PROMISED | SUFFERS else "promise"


def _of_must(clauses: Clauses, at: int, after: Sequence[str]) -> Act | None:
    """Of "must" and "should": "must go" demands, "should have gone" blames, "must have gone" only guesses."""
    should = clauses.plain(at) == "should"
    if (
        not after[0]
        or clauses.words[at].behind
        or (should and (at == 0 or "able" in after[:2]))
        or not _TOLD.isdisjoint(after[:2])
    ):
        return None
    if not _DREADED.isdisjoint(after[:2]):
        return "warn"
    if "have" not in after[:2]:
        return "demand"
    return "accuse" if should and not clauses.own(at - 1) else None


def _has_to(clauses: Clauses, at: int) -> bool:
    """Whether "has to", "needs to" demand: not under "not", not behind "why", not "had to" of a direct quotation."""
    past = clauses.plain(at) == "had" and clauses.form == "direct"
    asked = clauses.near(at, 2) & {"why", "how", "what", "no"}
    before = clauses.before(at)
    supposed = before.modal in {"'d", "would", "may", "might"} and clauses.form == "direct"  # "you'd have to ask him"
    return not past and not asked and not before.negated and not supposed and not clauses.words[at].behind


def _did_not(clauses: Clauses, at: int, after: Sequence[str]) -> Act | None:
    """Of the speaker, "did not" denies; "does not recognise" rejects; "do not know" tells nothing."""
    plain, verb = clauses.plain(at), after[1]
    if not verb or verb in _UNTOLD or (verb in BE and after[2] in _UNTOLD):
        return None
    if plain in BE and not verb.endswith(("ing", "ed")):
        return None  # "we are not certain"; "we are not thieves" is read from its noun
    hit = longest_at(content_words(), clauses.words, at + 2)
    tells = frozenset(tell for word in (hit[1] if hit else ()) if word.kind == "verb" for tell in word.tells)
    if plain in {"do", "does", "did"} and "bends" in tells:
        return "reject"
    denies = plain in {"did", "has", "have", "had"} or (plain in BE and clauses.plain(at - 1) != "it")
    return "deny" if denies or tells & {"wrongs", "harms"} else None


def _order(words: Sequence[Word]) -> Act | None:
    """The act of a sentence that begins with an imperative."""
    spelled = [word.plain for word in words[:2]]
    if "please" in spelled or spelled[0] == "let":
        return "request"
    if spelled in (["do", "not"], ["hands", "off"]):
        return "demand"
    if spelled[-1] in AUXILIARIES - {"to"} or spelled[-1] in {"of", ":"} or words[0].behind:
        return None
    return "demand" if spelled[0] in _HARD_ORDERS else "request" if spelled[0] in _SOFT_ORDERS else None
