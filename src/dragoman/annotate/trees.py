"""The tagger's trees as the reading asks them: the words of a place, a verb's subject, a noun's phrase, an antecedent."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from dragoman.article import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dragoman.tagger import Token

_SUBJECTS = frozenset({"nsubj", "nsubj:outer"})
_PASSIVE = frozenset({"nsubj:pass", "csubj:pass"})
_SUBJECTS_OR_PASSIVE = _SUBJECTS | _PASSIVE
_UPWARDS = frozenset({"xcomp", "conj", "advcl", "aux", "cop"})
"""Arcs over which a verb has its head's subject: "refused to say", "spoke and added", "left, saying"."""
_OUTSIDE = frozenset(
    {"acl:relcl", "acl", "punct", "parataxis", "conj", "cc", "advcl:relcl", "case", "mark", "nsubj", "cop", "aux", "advcl"}
)
"""What a phrase is read without: clauses about it, what is joined or leads to it, the clause that it is the predicate of."""
_CLAUSES = frozenset({"acl:relcl", "advcl:relcl", "acl"})
MOST_STEPS = 6


class Trees:
    """All trees of one text; a word is its index."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.starts = [token.span.start for token in tokens]
        self._places: dict[frozenset[str], list[int]] = {}

    @cached_property
    def children(self) -> Mapping[int, Sequence[int]]:
        found: defaultdict[int, list[int]] = defaultdict(list)
        for at, token in enumerate(self.tokens):
            if token.head is not None:
                found[token.head].append(at)
        return found

    @cached_property
    def _subjects(self) -> Mapping[int, int]:
        """The subject of each verb that has one; a passive's before an active's."""
        found: dict[int, int] = {}
        for at, token in enumerate(self.tokens):
            if token.head is not None and token.deprel in _SUBJECTS_OR_PASSIVE:
                known = found.get(token.head)
                if known is None or (token.deprel in _PASSIVE and self.tokens[known].deprel not in _PASSIVE):
                    found[token.head] = at
        return found

    def places(self, words: frozenset[str]) -> Sequence[int]:
        """Where any of some words stand, in order; looked for once."""
        if words not in self._places:
            self._places[words] = [at for at, word in enumerate(self._lower) if word in words]
        return self._places[words]

    def lower(self, at: int) -> str:
        """The word, in lower case."""
        return self._lower[at]

    @cached_property
    def _lower(self) -> Sequence[str]:
        return [self.text[token.span.start : token.span.end].lower() for token in self.tokens]

    def sentence(self, span: Span, sentences: Sequence[int]) -> range:
        """The words of the sentence in which a span begins. ``sentences``: where each starts, in order."""
        at = bisect_right(sentences, span.start)
        start = sentences[at - 1] if at else 0
        end = sentences[at] if at < len(sentences) else len(self.text)
        return self.words(Span(start, end)) if start < end else range(0)

    def words(self, span: Span) -> range:
        """The words that a span touches."""
        first = max(bisect_right(self.starts, span.start) - 1, 0)
        if first < len(self.tokens) and self.tokens[first].span.end <= span.start:
            first += 1
        return range(first, max(first, bisect_left(self.starts, span.end)))

    def head_of(self, span: Span) -> int | None:
        """The word of a span that governs the others: the one whose own head lies outside."""
        inside = self.words(span)
        return next((at for at in inside if self.tokens[at].head not in inside and self.tokens[at].upos != "PUNCT"), None)

    def subject(self, verb: int) -> int | None:
        """The subject of a verb, over auxiliaries and joined verbs; None for a passive, whose subject does not act."""
        at: int | None = verb
        for _ in range(MOST_STEPS):
            if at is None:
                return None
            own = self._subjects.get(at)
            if own is not None:
                return own if self.tokens[own].deprel in _SUBJECTS else None
            at = self.tokens[at].head if self._shares_subject(at) else None
        return None

    def _shares_subject(self, verb: int) -> bool:
        """Whether a verb has the subject of its head: "left, saying"; not "asked by reporters, he said"."""
        deprel = self.tokens[verb].deprel
        return deprel in _UPWARDS and (deprel != "advcl" or self.lower(verb).endswith("ing"))

    def phrase(self, noun: int) -> Span:
        """The words around a noun that are one phrase with it, without clauses about it."""
        first = last = noun
        left = [noun]
        for _ in range(MOST_STEPS):
            left = [c for at in left for c in self.children.get(at, ()) if self._belongs(c, noun)]
            if not left:
                break
            first, last = min(first, *left), max(last, *left)
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)

    def _belongs(self, child: int, noun: int) -> bool:
        token = self.tokens[child]
        leads = token.head == noun and token.deprel in {"case", "mark", "cc"}
        return not leads and (token.deprel not in _OUTSIDE or (token.deprel == "case" and token.head != noun))

    def antecedent(self, relative: Span) -> Span | None:
        """The phrase that "who", "which" or "that" stands for: what its clause is about."""
        at = self.head_of(relative)
        for _ in range(MOST_STEPS):
            if at is None:
                return None
            token = self.tokens[at]
            if token.deprel in _CLAUSES and token.head is not None:
                about = self._subject_of_predicate(token.head)
                return self.phrase(about) if self.tokens[about].upos in {"NOUN", "PROPN", "PRON", "NUM"} else None
            at = token.head
        return None

    def _subject_of_predicate(self, noun: int) -> int:
        """``Lund is a lawyer who``: Lund; else the noun itself."""
        own = self.children.get(noun, ())
        predicate = any(self.tokens[child].deprel == "cop" for child in own)
        return next((child for child in own if predicate and self.tokens[child].deprel in _SUBJECTS), noun)
