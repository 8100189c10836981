"""A folder with a few invented lines in every set's own format."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from pathlib import Path

import pytest

ARTICLE = "Harbour talks\n\nAda Venn said the salt treaty was dead. “We shall wait,” she said."
WIKI = ["Ada Venn was born in Vell , France .", "The Treaty of Orlo later ended the war ."]

EWT = """# newdoc id = weblog-own
# sent_id = weblog-own-0001
# newpar id = weblog-own-p1
# text = Ada didn't sign.
1	Ada	Ada	PROPN	NNP	Number=Sing	4	nsubj	_	_
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	Tense=Past|Mood=Ind	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	sign	sign	VERB	VB	VerbForm=Inf	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

# sent_id = weblog-own-0002
# text = France waited.
1	France	France	PROPN	NNP	Number=Sing	2	nsubj	_	_
2	waited	wait	VERB	VBD	Tense=Past	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

# sent_id = weblog-own-0003
# text = Words are missing here
1	Words	word	NOUN	NNS	_	0	root	_	_
2	gone	go	VERB	VBN	_	1	acl	_	_

"""

GUM = """# newdoc id = GUM_news_own
# sent_id = GUM_news_own-1
# text = The envoy met Ada Venn on Monday.
1	The	the	DET	DT	_	2	det	_	Entity=(1-person-new-nnnnn-cf1-2-coref
2	envoy	envoy	NOUN	NN	_	3	nsubj	_	Entity=1)
3	met	meet	VERB	VBD	_	0	root	_	_
4	Ada	Ada	PROPN	NNP	_	3	obj	_	Entity=(2-person-new-nnnnn-cf2-1,2-sgl
5	Venn	Venn	PROPN	NNP	_	4	flat	_	Entity=2)
6	on	on	ADP	IN	_	7	case	_	XML=<date when:::"2021-05-10">
7	Monday	Monday	PROPN	NNP	_	3	obl	_	Entity=(3-time-new-nnnnn-cf3-1-sgl)|SpaceAfter=No|XML=</date>
8	.	.	PUNCT	.	_	3	punct	_	_

# sent_id = GUM_news_own-2
# text = He left the salt talks recently.
1	He	he	PRON	PRP	_	2	nsubj	_	Entity=(1-person-giv-nnnnn-cf1-1-ana)
2	left	leave	VERB	VBD	_	0	root	_	_
3	the	the	DET	DT	_	5	det	_	Entity=(4-event-new-nnnnn-cf2-3-sgl
4	salt	salt	NOUN	NN	_	5	compound	_	_
5	talks	talk	NOUN	NNS	_	2	obj	_	Entity=4)
6	recently	recently	ADV	RB	_	2	advmod	_	SpaceAfter=No
7	.	.	PUNCT	.	_	2	punct	_	_

"""

CONLL_WORDS = "The envoy met Ada Venn on Monday . He left the salt talks recently .".split()
ONTO = "# begin document GUM_news_own\n" + "\n".join(
    f"{number}\t{word}\t{ {0: '(1', 1: '1)', 8: '(1)'}.get(number, '_') }" for number, word in enumerate(CONLL_WORDS)
)

MEANTIME = """<?xml version="1.0" ?><Document doc_id="1" doc_name="own">
<token number="0" sentence="0" t_id="1">Talks</token><token number="1" sentence="0" t_id="2">end</token>
<token number="0" sentence="1" t_id="3">May</token><token number="1" sentence="1" t_id="4">10</token>
<token number="0" sentence="2" t_id="5">The</token><token number="1" sentence="2" t_id="6">Salt</token>
<token number="2" sentence="2" t_id="7">Board</token><token number="3" sentence="2" t_id="8">will</token>
<token number="4" sentence="2" t_id="9">meet</token><token number="5" sentence="2" t_id="10">.</token>
<token number="0" sentence="6" t_id="11">It</token><token number="1" sentence="6" t_id="12">rained</token>
<Markables>
<ENTITY_MENTION m_id="1" head="Salt Board" syntactic_type="NAM">
<token_anchor t_id="5"/><token_anchor t_id="6"/><token_anchor t_id="7"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="5" head="" syntactic_type=""><token_anchor t_id="1"/></ENTITY_MENTION>
<EVENT_MENTION m_id="2" polarity="POS" certainty="CERTAIN" time="FUTURE" special_cases="NONE">
<token_anchor t_id="9"/></EVENT_MENTION>
<TIMEX3 m_id="3" type="DATE" value="2021-05-10"><token_anchor t_id="3"/><token_anchor t_id="4"/></TIMEX3>
<ENTITY m_id="4" ent_type="ORG"/>
</Markables>
<Relations>
<REFERS_TO r_id="8"><source m_id="1"/><target m_id="4"/></REFERS_TO>
<HAS_PARTICIPANT r_id="9" sem_role="Arg0"><source m_id="2"/><target m_id="1"/></HAS_PARTICIPANT>
</Relations></Document>"""

LITBANK_WORDS = ["The", "captain", "sailed", "."]
LITBANK = {
    "coref/conll/own.conll": "#begin document (own); part 0\n"
    + "".join(f"own\t0\t{n}\t{w}\t" + "_\t" * 8 + f"{ {0: '(1', 1: '1)'}.get(n, '_') }\n" for n, w in enumerate(LITBANK_WORDS))
    + "\n#end document\n",
    "entities/tsv/own.tsv": "The\tB-PER\tO\tO\tO\t\ncaptain\tI-PER\tO\tO\tO\t\nsailed\tO\tO\tO\tO\t\n.\tO\tO\tO\tO\t\n\n",
    "events/tsv/own.tsv": "The\tO\ncaptain\tO\nsailed\tEVENT\n.\tO\n\n",
}

TIMEML = """<?xml version="1.0" ?><TimeML><DOCID>own</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2021-05-10">2021-05-10</TIMEX3></DCT>
<TEXT>
``Salt is <EVENT eid="e1" class="STATE">dear</EVENT>,'' Ada <EVENT eid="e2" class="REPORTING">said</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2021-05-10">Monday </TIMEX3>.
</TEXT></TimeML>"""  # noqa: E501

QASRL = "qasrl_id,verb_idx,verb,question,answer_range,answer,wh,subj,obj,obj2,aux,prep,verb_prefix,is_passive,is_negated\n"
QANOM = "qasrl_id,sentence,target_idx,noun,is_verbal,question,answer_range,answer,wh,subj,obj,obj2,aux,prep,is_passive\n"


def polnear(article_id: str, annotator: str, text: str) -> str:
    attributions = [
        {"id": "E1", "source": [[15, 23]], "cue": [[24, 28]], "content": [[29, 53]], "kind": "attribution"},
        {"id": "E2", "source": [[72, 75]], "cue": [[75, 80]], "content": [[55, 71]], "kind": "attribution"},
        {"id": "E3", "source": [], "cue": [[76, 80]], "content": [[900, 901]], "kind": "no-source"},
    ]
    marks = [{"label": "Discuss", "spans": [[0, 13]]}]
    article = {
        "id": article_id,
        "date": "2021-05-10",
        "text": text,
        "annotator": annotator,
        "attributions": attributions,
        "marks": marks,
    }
    return json.dumps(article) + "\n"


def pack(path: Path, files: dict[str, str]) -> None:
    with tarfile.open(path, "w:gz") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content.encode())
            archive.addfile(member, io.BytesIO(content.encode()))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Every set that prepare reads, with one or two documents each."""
    folder = tmp_path / "data"
    texts = {
        "polnear/train.jsonl": polnear("own-1", "a", ARTICLE),
        "polnear/train.multi.jsonl": polnear("own-1", "b", ARTICLE) + polnear("own-1", "a", ARTICLE),
        "polnear/dev.jsonl": polnear("own-2", "a", ARTICLE.replace("salt", "corn")),
        "polnear/dev.multi.jsonl": "",
        "ud-ewt/train.conllu": EWT,
        "ud-ewt/dev.conllu": EWT.replace("weblog-own", "weblog-dev").replace("Ada", "Uwe").replace("France", "Norway"),
        "uner-ewt/dev.iob2": "# sent_id = weblog-dev-0001\n1\tUwe\tB-PER\n2\tdid\tO\n3\tn't\tO\n4\tsign\tO\n5\t.\tO\n\n"
        "# sent_id = weblog-dev-0002\n1\tNorway\tB-LOC\n2\twaits\tO\n3\t.\tO\n\n",
        "ud-gum-open/train.conllu": GUM,
        "ud-gum-open/dev.conllu": GUM.replace("_own", "_dev").replace("Ada", "Uwe").replace("salt", "corn"),
        "crossner-politics/train.txt": "Ada\tB-politician\nVenn\tI-politician\nled\tO\nFrance\tB-country\n.\tO\n\n",
        "crossner-politics/dev.txt": "The\tO\nSalt\tB-event\nWar\tI-event\nended\tO\n.\tO\n\n",
        "wikigold/wikigold.conll.txt": "Ada I-PER\nleft O\nFrance I-LOC\n. O\n\n-DOCSTART- O\n\nGerman I-MISC\nsalt O\n\n",
        "re3d/CENTCOM/documents.json": json.dumps({"_id": "d", "text": "The Salt Board met him in Vell today."}),
        "re3d/CENTCOM/entities.json": "\n".join(
            json.dumps({"_id": f"d-{n}", "documentId": "d", "begin": b, "end": e, "value": v, "type": t, "confidence": c})
            for n, (b, e, v, t, c) in enumerate(
                [
                    (0, 14, "The Salt Board", "Organisation", 1),
                    (19, 22, "him", "Person", 1),
                    (26, 30, "Vell", "Location", 0.2),
                    (31, 36, "today", "Temporal", 1),
                    (4, 8, "Sale", "Location", 1),
                ]
            )
        ),
        "re3d/Wikipedia/documents.json": "",
        "re3d/Wikipedia/entities.json": "",
        "qasrl-gs/sentences/own.csv": "qasrl_id,tokens,sentence\nW:wikinews:1,Ada signed the treaty .,x\n",
        "qasrl-gs/gold/own.gold.csv": QASRL
        + "W:wikinews:1,1,signed,Who signed something?,0:1,Ada,who,,something,,,,,False,False\n"
        + "W:wikinews:1,1,signed,What was signed?,2:4,the treaty,what,,,,was,,,True,False\n",
        "plv/train.tsv": "\tsentence_id\tsentence\tmarked_sentence\tgold_root\n"
        "\t1\tKesh freed Vell's men.\t<s>Kesh</s> freed <t>Vell's men</t>.\tYIELD\n"
        "\t2\tKesh accused Vell.\t<s>Kesh</s> accused <t>Velm</t>.\tACCUSE\n",
    }
    for name, content in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    for name in (
        "uds2",
        "gum-coref",
        "redocred",
        "meantime",
        "litbank",
        "gap",
        "qanom",
        "worldwide-newswire",
        "timebank-aquaint",
    ):
        (folder / name).mkdir()
    packed(folder)
    return folder


def packed(folder: Path) -> None:
    """The sets that come in archives."""
    ids = {"ewt-train-1": {"sentence_id": "weblog-own-0001"}, "ewt-train-2": {"sentence_id": "weblog-own-0002"}}
    (folder / "uds2/ud_ids.json.gz").write_bytes(gzip.compress(json.dumps(ids).encode()))
    said = {"factuality": {"factual": {"value": 1.1, "confidence": 1}}}
    denied = {"factuality": {"factual": {"value": -1.2, "confidence": 1}}}
    graphs = {
        "ewt-train-1": {"ewt-train-1-semantics-pred-4": denied},
        "ewt-train-2": {"ewt-train-2-semantics-pred-2": said, "ewt-train-2-semantics-pred-3": said},
    }
    with zipfile.ZipFile(folder / "uds2/sent_factuality.zip", "w") as archive:
        archive.writestr("factuality.json", json.dumps({"data": graphs}))
    with zipfile.ZipFile(folder / "qanom/qanom_dataset.zip", "w") as archive:
        for part in ("train", "dev", "test"):
            archive.writestr(f"annot.{part}.csv", QANOM)
    pack(folder / "gum-coref/gum_coref_open.tar.gz", {"coref/ontogum/conll/GUM_news_own.conll": ONTO})
    article = {
        "title": "own",
        "sents": [words.split() for words in WIKI],
        "vertexSet": [
            [{"type": "PER", "pos": [0, 2], "sent_id": 0, "name": "Ada Venn", "index": "0_0"}],
            [{"type": "LOC", "pos": [7, 8], "sent_id": 0, "name": "France", "index": "1_0"}],
            [{"type": "MISC", "pos": [1, 4], "sent_id": 1, "name": "Treaty of Orlo", "index": "2_0"}],
            [{"type": "ORG", "pos": [3, 99], "sent_id": 1, "name": "nowhere", "index": "3_0"}],
        ],
    }
    (folder / "redocred/dev_revised.json.gz").write_bytes(gzip.compress(json.dumps([article]).encode()))
    pack(
        folder / "meantime/meantime_newsreader_english_oct15.tar.gz",
        {"m/intra_cross-doc_annotation/corpus_own/1_own.xml": MEANTIME},
    )
    pack(folder / "litbank/litbank_coref_entities_events_quotations.tar.gz", LITBANK)
    heading = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n"
    row = "own-{}\tAda told Eva that she won.\tshe\t{}\tAda\t0\tTRUE\tEva\t9\tFALSE\thttp://x\n"
    for part, rows in (("development", [18, 3]), ("validation", [18])):
        lines = heading + "".join(row.format(f"{part}-{offset}", offset) for offset in rows)
        (folder / f"gap/gap-{part}.tsv.gz").write_bytes(gzip.compress(lines.encode()))
    tags = (
        "https://own.example/1\tO\n\nAda\tB-Person\nVenn\tI-Person\nleft\tO\nFrance\tB-Location\non\tO\nMonday\tB-Date\n.\tO\n\n"
    )
    pack(folder / "worldwide-newswire/ner.tar.gz", {"n/own_1.txt.tsv": tags, "n/own_2.txt.tsv": tags})
    pack(
        folder / "worldwide-newswire/articles.tar.gz",
        {"articles/own_1.txt": "https://own.example/1\n\nAda Venn left  France on Monday.\n"},
    )
    pack(
        folder / "timebank-aquaint/TBAQ-cleaned.tar.gz", {"T/TimeBank/own.tml": TIMEML, "T/TimeBank/broken.tml": "<TimeML><TEXT>"}
    )
