"""Article -> Annotations: what is noticed in the words, before anything is claimed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotations import Annotations

if TYPE_CHECKING:
    from dragoman.article import Article
    from dragoman.tagger import TagsTexts


def annotate(article: Article, tagger: TagsTexts | None = None) -> Annotations:
    """Notice sentences, names, times and quotations. An article that is not read (``unread``) has none.

    Without a tagger rules alone read: they find fewer than half as many quotations.
    """
    if article.unread:
        return Annotations()
    from dragoman.annotate.naming.mentions import find_mentions
    from dragoman.annotate.quoting.quotations import find_quotations
    from dragoman.annotate.running import running_text
    from dragoman.annotate.sentences import find_sentences
    from dragoman.annotate.tagged_whens import all_whens
    from dragoman.annotate.tokens import Tokens
    from dragoman.annotate.trees import Trees

    tags = tagger.tag([running_text(article)])[0] if tagger is not None else None
    tokens = Tokens(article)
    sentences = find_sentences(article)
    mentions = find_mentions(article, sentences, tags, tokens)
    trees = Trees(article.text, tags.tokens) if tags is not None else None
    whens = all_whens(article, sentences, tags, trees)
    quotations = find_quotations(article, sentences, mentions, whens, tags, tokens, trees)
    chains = tuple(chain.mentions for chain in tags.chains) if tags is not None else ()
    return Annotations(sentences, mentions, whens, quotations, chains)
