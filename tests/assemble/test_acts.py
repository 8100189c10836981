"""The act and manner of statements: tables of own sentences, and laws."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.assemble.saying.acts import NOBODY, UNKNOWN, ActRead, read_act
from dragoman.assemble.saying.acts.manners import DENIED, SUPPOSED, TRIED
from dragoman.assemble.saying.acts.topics import PERCEIVED, TOPIC
from dragoman.assemble.saying.acts.wording import LONGEST, plain_words
from dragoman.assemble.saying.acts.writings import is_writing
from dragoman.lexicon.content_words import content_words
from dragoman.lexicon.cue_words import cue_words
from dragoman.record import Act, Manner, StatementForm

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Row = tuple[str | None, str, StatementForm, Act, Manner, str]

BY_CUE: Sequence[Row] = [
    ("said", "the talks took three hours", "indirect", "assert", "said", "only says that it was said"),
    ("has repeatedly denied", "any link to the raid", "indirect", "deny", "said", "the verb behind auxiliaries and adverb"),
    ("urged", "both camps to keep calm", "indirect", "request", "said", "a plain request"),
    ("called on", "Norland to open the port", "indirect", "request", "said", "a verb of two words"),
    ("has called again for", "a ceasefire", "indirect", "request", "said", "an adverb between verb and particle"),
    ("demanded", "an apology", "indirect", "demand", "said", "a plain demand"),
    ("ordered", "the envoys to leave", "indirect", "demand", "said", "an order is a demand"),
    ("gave an ultimatum", "to clear the bridge by noon", "indirect", "threaten", "said", "an ultimatum threatens"),
    ("pledged", "ten million crowns", "indirect", "promise", "said", "a pledge"),
    ("vowed", "to rebuild the town", "indirect", "promise", "said", "a vow"),
    ("threatened", "to close the strait", "indirect", "threaten", "said", "a plain threat"),
    ("warned of", "a long winter", "indirect", "warn", "said", "a plain warning"),
    ("cautioned", "that hasty votes divide the bloc", "indirect", "warn", "said", "caution"),
    ("denounced", "the raid", "indirect", "condemn", "said", "condemnation"),
    ("slammed", "the new tariffs", "indirect", "condemn", "said", "headline word"),
    ("decries", "arrests of editors", "indirect", "condemn", "said", "third person in -ies"),
    ("hailed", "the accord as historic", "indirect", "praise", "said", "praise"),
    ("lauded", "the mediators", "indirect", "praise", "said", "praise"),
    ("welcomes", "the release of the pilots", "indirect", "praise", "said", "praise"),
    ("dismissed", "the offer", "indirect", "reject", "said", "rejection"),
    ("rebuffed", "a plea for talks", "indirect", "reject", "said", "rejection, not the plea in the content"),
    ("vetoed", "the draft", "indirect", "reject", "said", "veto"),
    ("conceded", "that mistakes were made", "indirect", "assert", "said", "a concession only asserts"),
    (
        "admitted",
        "that its jets violated the border",
        "indirect",
        "assert",
        "said",
        "doubled consonant; admitting accuses nobody",
    ),
    ("refuted", "the figures", "indirect", "deny", "said", "denial"),
    ("proposed", "a summit in May", "indirect", "offer", "said", "a proposal"),
    ("suggested", "that the parties meet in Vell", "indirect", "offer", "said", "a suggestion of something to do"),
    ("suggested", "the mayor sleeps late", "indirect", "assert", "said", "a finite verb is no proposal"),
    ("suggested", "that the vote was rigged", "indirect", "accuse", "said", "a suggestion of what is so"),
    ("offered", "to host the talks", "indirect", "offer", "said", "an offer"),
    ("appealed for", "blankets and tents", "indirect", "request", "said", "an appeal"),
    ("asked", "whether the port was open", "indirect", "ask", "said", "a question"),
    ("asked", "to see the prisoners", "indirect", "request", "said", "asked with an infinitive"),
    ("asked for", "more time", "indirect", "request", "said", "asked for"),
    ("questioned", "the count", "indirect", "deny", "said", "doubt cast"),
    ("announced", "a new ambassador", "indirect", "announce", "said", "announcement"),
    ("unveiled", "a plan for the river", "indirect", "announce", "said", "announcement"),
    ("agreed", "to share the water", "indirect", "agree", "said", "agreement"),
    ("accepted", "the invitation", "indirect", "accept", "said", "acceptance"),
    ("approved", "the loan", "indirect", "accept", "said", "approval"),
    ("accused", "Norland of arming rebels", "indirect", "accuse", "said", "accusation"),
    ("blames", "the outage on Norland", "indirect", "accuse", "said", "accusation"),
    ("told", "its citizens to leave the country", "indirect", "demand", "said", "told with an infinitive"),
    ("advised", "travellers to avoid the coast", "indirect", "request", "said", "advised with an infinitive"),
    ("insisted on", "a written apology", "indirect", "demand", "said", "insisting on a thing"),
    ("insisted on", "his innocence", "indirect", "assert", "said", "insisting on one's own"),
    ("took issue with", "the wording", "indirect", "reject", "said", "a set phrase, past of take"),
    ("was accused of", "bribery", "indirect", "accuse", "said", "passive"),
    ("was reported", "the mine had flooded", "indirect", "assert", "said", "passive report"),
    ("is said to", "own the yard", "indirect", "assert", "said", "passive report"),
    ("his claim that", "the army won", "indirect", "assert", "said", "a noun that only says it was said"),
    ("warnings that", "the dam may break", "indirect", "warn", "said", "a noun of warning"),
    ("an accusation that", "he sold passports", "indirect", "accuse", "said", "a noun of blame"),
    ("'s denial of", "the report", "indirect", "deny", "said", "a noun behind a possessive"),
    ("issued a call for", "restraint", "indirect", "request", "said", "light verb and noun"),
    ("made a promise", "to return", "indirect", "promise", "said", "light verb and noun"),
    ("expressed concern", "about the trial", "indirect", "warn", "said", "an attitude that is expressed is said"),
    ("expressed", "deep gratitude to the crew", "indirect", "praise", "said", "the noun stands in the content"),
    ("expressed", "his unwillingness to yield", "indirect", "reject", "said", "the noun stands in the content"),
    ("voiced support for", "the treaty", "indirect", "praise", "said", "support voiced"),
    ("concern was raised", "about the cost", "indirect", "warn", "said", "the light verb in the passive"),
    ("was critical of", "the delay", "indirect", "condemn", "said", "adjective"),
    ("called", "the raid 'a barbaric act'", "mixed", "condemn", "said", "named so as to condemn"),
    ("called", "the pact excellent news", "indirect", "praise", "said", "named so as to praise"),
    ("called", "the report “false”", "mixed", "deny", "said", "named so as to deny"),
    ("called", "the river the Silver Way", "indirect", "assert", "said", "named without a judgement"),
    ("described", "the visit as short", "indirect", "assert", "said", "described"),
    ("responded with a threat", "to cut the power", "indirect", "threaten", "said", "the noun behind with"),
    ("made no secret of", "her anger", "indirect", "assert", "said", "no secret is no negation"),
    ("not only said", "it would help", "indirect", "promise", "said", "not only is no negation"),
    ("did not hesitate to say", "that it was wrong", "indirect", "assert", "said", "two negations"),
    ("tried to explain", "the vote", "indirect", "assert", "said", "the verb behind tried"),
    ("went on to accuse", "Norland of lying", "indirect", "accuse", "said", "the verb behind went on"),
    ("blasted", "the verdict", "indirect", "condemn", "said", "headline word"),
    ("deplored", "the delay", "indirect", "condemn", "said", "condemnation"),
    ("commended", "the crew", "indirect", "praise", "said", "praise"),
    ("endorsed", "the plan", "indirect", "praise", "said", "support that is spoken"),
    ("ruled out", "a truce", "indirect", "reject", "said", "ruled out"),
    ("acknowledged", "the debt", "indirect", "assert", "said", "acknowledgement"),
    ("invited", "the premier to Vell", "indirect", "request", "said", "invitation"),
    ("pleaded with", "the crowd to go home", "indirect", "request", "said", "plea"),
    ("inquired about", "the fate of the crew", "indirect", "ask", "said", "question"),
    ("revealed", "the sum", "indirect", "announce", "said", "revealed"),
    ("lashed out at", "the bank", "indirect", "condemn", "said", "a verb of three words"),
    ("distanced himself from", "the remark", "indirect", "reject", "said", "a reflexive inside the phrase"),
    ("the ministry's condemnation of", "the raid", "indirect", "condemn", "said", "a noun of condemnation"),
    ("—", "The strait must be open", "indirect", "demand", "said", "a dash in a headline"),
    (None, "The strait is open", "direct", "assert", "said", "a quotation without a cue"),
    ("gesticulated", "“Open it!”", "direct", "assert", "said", "what stands in quotation marks was said"),
]

BY_CONTENT: Sequence[Row] = [
    ("said", "Norland must withdraw its guns", "indirect", "demand", "said", "must"),
    ("said", "the bank should return the gold", "indirect", "demand", "said", "should"),
    ("added", "Norland has to answer first", "indirect", "demand", "said", "has to"),
    ("said", "it is time to lift the siege", "indirect", "demand", "said", "it is time"),
    ("stressed", "the need for guarantees", "indirect", "demand", "said", "the need for, stressed"),
    ("said", "a deal was conditional on the release of the pilots", "indirect", "demand", "said", "a condition set"),
    ("said", "they do not have to answer", "indirect", "assert", "said", "have to under not"),
    ("said", "the boat must have sunk at night", "indirect", "assert", "said", "must of a guess"),
    ("said", "Should the river rise, the gates close", "direct", "assert", "said", "should of a condition"),
    ("said", "We will keep helping the islanders", "direct", "promise", "said", "we will"),
    ("said", "they would support her candidacy", "indirect", "promise", "said", "would, of the speaker"),
    ("said", "his country remained committed to the pact", "indirect", "promise", "said", "committed to"),
    ("said", "We shall never forget the victims", "direct", "promise", "said", "never, of one's own"),
    ("said", "Norland has violated the truce", "indirect", "accuse", "said", "another's breach"),
    ("told", "the ministry had lied about the spill", "indirect", "accuse", "said", "another's lie"),
    ("said", "Norland has again broken its word", "indirect", "accuse", "said", "possessive and adverb inside the phrase"),
    ("said", "the generals were to blame for the famine", "indirect", "accuse", "said", "to blame"),
    ("said", "the village was bombed by the Norlanders", "indirect", "accuse", "said", "violence whose author is named"),
    ("said", "Norland's army shelled two schools", "indirect", "accuse", "said", "violence whose author is the subject"),
    ("said", "three men were killed on the road", "indirect", "assert", "said", "violence without an author"),
    ("said", "Norland keeps trying to undermine the court", "indirect", "accuse", "said", "trying to do wrong"),
    ("said", "we have not violated the truce", "direct", "deny", "said", "one's own wrong denied"),
    ("said", "the rebels can not be trusted", "indirect", "accuse", "said", "no trust"),
    ("said", "Norland failed to honour the accord", "indirect", "accuse", "said", "a duty not done"),
    ("said", "Norland has not respected the accord", "indirect", "accuse", "said", "a duty under not"),
    (
        "said",
        "they want to prevent Norland from violating the accord",
        "indirect",
        "demand",
        "said",
        "wrong that is to be prevented",
    ),
    ("said", "the letter was false", "indirect", "deny", "said", "false, said of a thing"),
    ("said", "such a meeting never happened", "indirect", "deny", "said", "never happened"),
    ("said", "We did not send the drone", "direct", "deny", "said", "we did not"),
    ("said", "it had nothing to do with the leak", "indirect", "deny", "said", "nothing to do with"),
    ("said", "I do not know the man", "direct", "assert", "said", "not knowing denies nothing"),
    ("said", "the raid was unacceptable", "indirect", "condemn", "said", "outrage"),
    ("said", "violence is never acceptable", "indirect", "condemn", "said", "never acceptable"),
    ("said", "We condemn the shelling of the market", "direct", "condemn", "said", "we condemn"),
    ("said", "he joined the others in condemning the raid", "indirect", "condemn", "said", "joined in condemning"),
    ("said", "Norland condemns the shelling", "indirect", "condemn", "said", "the state speaks in the present"),
    ("said", "Norland had condemned the shelling", "indirect", "assert", "said", "another's condemnation is told"),
    ("said", "he welcomed the release", "indirect", "praise", "said", "he welcomed"),
    ("said", "I am grateful to the crew", "direct", "praise", "said", "gratitude"),
    ("said", "Thank you for your patience", "direct", "praise", "said", "thanks at the beginning"),
    ("said", "it would not sign the draft", "indirect", "reject", "said", "would not sign"),
    ("said", "We won't negotiate under fire", "direct", "reject", "said", "a short form"),
    ("said", "talks with the junta are out of the question", "indirect", "reject", "said", "out of the question"),
    ("said", "they have no intention of leaving", "indirect", "reject", "said", "no intention"),
    ("said", "his government did not recognise the vote", "indirect", "reject", "said", "did not recognise"),
    ("said", "it stands ready to mediate", "indirect", "offer", "said", "ready to"),
    ("said", "his country was willing to send doctors", "indirect", "offer", "said", "willing to"),
    ("said", "We are not ready to meet them", "direct", "reject", "said", "not ready to"),
    ("said", "if the ships come closer they will pay a heavy price", "indirect", "threaten", "said", "a price"),
    ("said", "We will retaliate", "direct", "threaten", "said", "retaliation"),
    ("said", "all options are on the table", "indirect", "threaten", "said", "a set phrase"),
    ("said", "Norland reserves the right to respond in kind", "indirect", "threaten", "said", "the right to respond"),
    ("said", "the drought could lead to famine", "indirect", "warn", "said", "what could come of it"),
    ("said", "there is a risk of a wider war", "indirect", "warn", "said", "risk"),
    ("said", "Norland might attack in spring", "indirect", "warn", "said", "another's violence that may come"),
    ("said", "it was deeply worried about the trial", "indirect", "warn", "said", "worry that is said"),
    ("said", "Please release the pilots", "direct", "request", "said", "please"),
    ("said", "Come to the table, brothers", "direct", "request", "said", "a soft imperative"),
    ("said", "Stop the shelling at once", "direct", "demand", "said", "a hard imperative"),
    ("said", "Do not touch our ships", "direct", "demand", "said", "do not"),
    ("said", "We urge both sides to keep calm", "direct", "request", "said", "we urge"),
    ("said", "Help is on its way", "direct", "assert", "said", "a noun, not an imperative"),
    ("said", "Who gave the order?", "direct", "ask", "said", "a question"),
    ("said", "the premier will visit Vell on Monday", "indirect", "announce", "said", "an office decides"),
    ("said", "the rain will visit Vell on Monday", "indirect", "assert", "said", "nobody decides"),
    ("said", "Premier Ruun will visit Vell on Monday", "indirect", "announce", "said", "a visit to come"),
    ("said", "it was recalling its envoy", "indirect", "announce", "said", "a step under way"),
    ("said", "Norland would withdraw its troops", "indirect", "announce", "said", "a step to come, told afterwards"),
    ("said", "the cabinet has decided to suspend the treaty", "indirect", "announce", "said", "a decision"),
    ("said", "We plan to open an embassy", "direct", "announce", "said", "a plan"),
    ("said", "We agree on the border", "direct", "agree", "said", "we agree"),
    ("said", "his country accepted the ruling", "indirect", "accept", "said", "acceptance in the content"),
    ("said", "the deputies stressed that the fleet must leave", "indirect", "assert", "said", "others' demand is told"),
    ("said", "the plan she has proposed is long", "indirect", "assert", "said", "a clause that tells more of a noun"),
    ("said", "the new embargo would only deepen the crisis", "indirect", "warn", "said", "an adverb between modal and verb"),
    ("said", "there would be no talks until the last soldier had left", "indirect", "reject", "said", "no talks"),
    ("said", "the outside world cannot stay silent", "indirect", "demand", "said", "cannot stay silent"),
    ("said", "Any raid on our soil will be answered with force", "direct", "threaten", "said", "will be answered"),
    ("said", "Norland uses gas as a weapon", "indirect", "accuse", "said", "as a weapon"),
    ("said", "the claims are a complete fabrication", "indirect", "deny", "said", "a noun for what is untrue"),
    ("said", "Norland would provide rice and fuel", "indirect", "promise", "said", "help to come, told of a state"),
    ("said", "Norland would keep losing ground", "indirect", "assert", "said", "what goes on by itself is no promise"),
    ("said", "the vote was neither free nor fair", "indirect", "accuse", "said", "a set phrase of blame"),
    ("said", "both countries agreed to reopen their embassies", "indirect", "agree", "said", "both agreed"),
    ("said", "the north should brace itself for floods", "indirect", "warn", "said", "should brace warns"),
    ("said", "Norland is prepared to act alone", "indirect", "threaten", "said", "ready for violence"),
    ("said", "sanctions relief is a precondition for a deal", "indirect", "demand", "said", "a precondition"),
    ("said", "the raid on the clinic was a heinous crime", "indirect", "condemn", "said", "outrage before its noun"),
    ("said", "Norland opposes the sale", "indirect", "reject", "said", "the state speaks in the present"),
    ("said", "Norland would block the accession", "indirect", "reject", "said", "a veto to come"),
    ("said", "unless aid arrives soon thousands will starve", "indirect", "warn", "said", "a condition without a comma"),
    (
        "said",
        "if Norland violates the truce, the port closes",
        "indirect",
        "assert",
        "said",
        "a wrong in a condition is no blame",
    ),
    ("said", "Norland has never interfered abroad", "indirect", "deny", "said", "a wrong under never"),
    ("said", "Norland troops had crossed into the valley", "indirect", "accuse", "said", "violence by a named army"),
    ("said", "We do not accept lectures", "direct", "reject", "said", "we do not accept"),
    ("said", "whoever buys this oil will face sanctions", "indirect", "threaten", "said", "what is to be faced"),
    ("said", "I don't understand why you need to go", "direct", "assert", "said", "need to behind why"),
    ("said", "We have not seen the letter", "direct", "assert", "said", "not having seen denies nothing"),
    ("said", "We want to thank the nurses", "direct", "assert", "said", "a wish that demands nothing"),
    ("said", "the talks were fruitful", "indirect", "praise", "said", "a good word behind a form of be"),
    (
        "said",
        "The pier is finished. We urge all to visit it",
        "direct",
        "request",
        "said",
        "the first sentence that tells an act",
    ),
    ("said", "We urge all to visit. The raid was outrageous", "direct", "request", "said", "the first sentence decides"),
    ("declared", "the truce over", "indirect", "announce", "said", "declared"),
    ("announced", "it would not attend the summit", "indirect", "announce", "said", "an announcement stays one"),
    ("according to", "Norland lied to the inspectors", "indirect", "accuse", "said", "content decides behind according to"),
    ("reiterated", "strengthening the border watch", "indirect", "demand", "said", "an emphatic verb before a gerund"),
]

UNDER_NEGATION: Sequence[Row] = [
    ("said", "the project isn't at risk", "indirect", "assert", "said", "no danger"),
    ("said", "our sailors are in no danger", "indirect", "assert", "said", "no danger, the noun"),
    ("said", "The bridge is not only at risk, it is lost", "direct", "warn", "said", "not only is no negation"),
    ("said", "it is not good for the coast", "indirect", "assert", "said", "not good"),
    ("said", "the law is not unjust", "indirect", "assert", "said", "a fault under not"),
    ("said", "nobody is to blame", "indirect", "assert", "said", "nobody"),
    ("said", "this is no coup", "indirect", "deny", "said", "a crime that is none"),
    ("said", "We are not thieves", "direct", "deny", "said", "what one is not"),
    ("said", "the exercise was not an act of aggression", "indirect", "deny", "said", "blame under not"),
    ("said", "We will not intervene in your affairs", "direct", "promise", "said", "what one will not do to others"),
    ("said", "We will never betray the islanders", "direct", "promise", "said", "a wrong that one will not do"),
    ("said", "Norland will not intervene", "indirect", "assert", "said", "what another will not do blames nobody"),
    ("said", "Norland did not intervene", "indirect", "accuse", "said", "what another did not do does"),
    ("said", "they do not want to be misled", "indirect", "assert", "said", "a wrong that is not wanted"),
]

NOT_ITS_POINT: Sequence[Row] = [
    ("said", "he had read the minister's warning that the dam may break", "indirect", "assert", "said", "another's warning"),
    ("said", "he welcomed the mayor's promise to punish the thieves", "indirect", "praise", "said", "another's promise"),
    ("said", "the claim that the vote was rigged is false", "indirect", "deny", "said", "another's claim, then one's own"),
    ("repeated", "the claim that the vote was rigged", "indirect", "accuse", "said", "a claim that is the whole content"),
    ("said", "the opposition demanded that the premier must go", "indirect", "assert", "said", "another's demand"),
    ("said", "the bishop called the law a disgrace", "indirect", "assert", "said", "another's condemnation"),
    ("said", "he was told that the dam could collapse", "indirect", "assert", "said", "hearsay"),
    ("said", "it had been claimed that they were thieves", "indirect", "assert", "said", "hearsay in the passive"),
    ("said", "We respectfully request that the court waits", "direct", "request", "said", "a verb, not a noun for others' words"),
    ("said", "the army that burned the villages had left", "indirect", "assert", "said", "a relative clause"),
    ("said", "a firm that violated the embargo was named", "indirect", "assert", "said", "a relative clause with that"),
    ("said", "those who bring arms must be punished", "indirect", "demand", "said", "the main verb behind a relative clause"),
    ("said", "the premier, who has lied, is in Vell", "indirect", "assert", "said", "between commas"),
    ("said", "Norland is a state that sponsors terrorists", "indirect", "accuse", "said", "a relative clause that is the point"),
    ("said", "that is the man who robbed us", "indirect", "accuse", "said", "pointing at somebody"),
    ("said", "it was they who broke the truce", "indirect", "accuse", "said", "a cleft sentence"),
    ("said", "They closed the port, which is unacceptable", "direct", "condemn", "said", "which, of the whole sentence"),
    ("said", "both sides agreed on the necessity of dialogue", "indirect", "agree", "said", "a need agreed on"),
    ("said", "the envoys talked about the need for a road", "indirect", "assert", "said", "a need talked about"),
    ("said", "it is for their own good", "indirect", "assert", "said", "good as a noun"),
    ("said", "it is for Norland to explain itself", "indirect", "demand", "said", "it is for somebody to do"),
    ("said", "the port is of great importance", "indirect", "assert", "said", "great that only measures"),
    ("said", "Thanks to its new bridge, trade grows", "direct", "assert", "said", "thanks to"),
    ("said", "a visa is a must", "indirect", "assert", "said", "must as a noun"),
    ("said", "It must be said that it rained", "direct", "assert", "said", "what must be said"),
]

WHAT_WILL_BE: Sequence[Row] = [
    ("said", "if this goes on, they will all starve", "indirect", "warn", "said", "harm to oneself behind a condition"),
    ("said", "If the council waits, we will lose our homes", "direct", "warn", "said", "loss behind a condition"),
    ("said", "If they go on, we will be left with nothing", "direct", "warn", "said", "what befalls us"),
    ("said", "If they go on, we will strike them", "direct", "threaten", "said", "harm to others"),
    ("said", "its members would block every port if the ships came", "indirect", "threaten", "said", "harm on a condition"),
    ("said", "the rebels would have to hand over their arms", "indirect", "demand", "said", "must, told afterwards"),
    ("said", "talks are dependent on the full release of the pilots", "indirect", "demand", "said", "a condition"),
    ("said", "the town is dependent on the sea", "indirect", "assert", "said", "what one lives on"),
    ("said", "You'd have to ask the cook", "direct", "assert", "said", "what one would have to do"),
    ("said", "If the dam breaks, we will all drown", "direct", "warn", "said", "a word between will and verb"),
    ("said", "We will become puppets", "direct", "warn", "said", "becoming something bad"),
    ("said", "I will lose", "direct", "assert", "said", "losing is no promise"),
    ("said", "We will get there", "direct", "assert", "said", "nor is getting there"),
    ("said", "the plan would be a betrayal of the islanders", "indirect", "warn", "said", "what would be bad"),
    ("said", "the pact will result in growth", "indirect", "assert", "said", "a good that will come"),
    ("said", "the satellite can be used to map the coast", "indirect", "assert", "said", "what can be used"),
    ("said", "We want to learn from them", "direct", "assert", "said", "a wish of one's own"),
    ("said", "I want them to leave", "direct", "demand", "said", "a wish that others do something"),
]

IN_PLAIN_WORDS: Sequence[Row] = [
    ("said", "it was an act of insubordination", "indirect", "condemn", "said", "an act of"),
    ("said", "this is similar to a coup", "indirect", "condemn", "said", "similar to"),
    ("said", "their decision is nothing short of treason", "indirect", "condemn", "said", "nothing short of"),
    ("said", "the decree amounts to robbery", "indirect", "condemn", "said", "amounts to"),
    ("said", "the law was nothing but a farce", "indirect", "condemn", "said", "nothing but"),
    ("said", "they are the faithful dogs of the West", "indirect", "condemn", "said", "an insult"),
    ("said", "the council is a gang of thieves", "indirect", "condemn", "said", "a gang of"),
    ("said", "the murder case is closed", "indirect", "assert", "said", "what is only mentioned"),
    ("said", "it was the worst murder case in years", "indirect", "assert", "said", "before another noun"),
    ("said", "the north is a haven for pirates", "indirect", "assert", "said", "for whom it is"),
    ("said", "the army is fighting thieves", "indirect", "assert", "said", "another verb"),
    ("said", "he comes from a family that drank the people's blood", "indirect", "accuse", "said", "a set phrase of blame"),
    ("said", "the reason is Norland's failure to decide", "indirect", "accuse", "said", "the reason is"),
    ("said", "the reason is the Norland abstention from a decision", "indirect", "accuse", "said", "a party before the noun"),
    ("said", "the main problem is the refusal of the others to sign", "indirect", "accuse", "said", "the problem is"),
    ("said", "talks ended because of Norland's refusal", "indirect", "accuse", "said", "because of"),
    ("said", "The delay was because of our failure to agree", "direct", "assert", "said", "one's own failure"),
    ("said", "the reason was the rain", "indirect", "assert", "said", "nobody's failure"),
    ("said", "Norland's illegal raid goes on", "indirect", "accuse", "said", "somebody's guilt"),
    ("said", "illegal fishing is common", "indirect", "assert", "said", "nobody's guilt"),
    ("said", "stolen boats were found", "indirect", "assert", "said", "a participle before its noun"),
    ("questioned", "whether the vote was fair", "indirect", "ask", "said", "an indirect question"),
    ("questioned", "the legitimacy of the vote", "indirect", "deny", "said", "doubt"),
    ("questioned", "the minister about the leak", "indirect", "ask", "said", "somebody is questioned"),
]

MANNERS: Sequence[Row] = [
    ("Writing on Twitter", "the pier is finished", "indirect", "assert", "written", "a participle of writing"),
    ("took to Facebook to denounce", "the raid", "indirect", "condemn", "written", "the verb behind tells the act"),
    ("said in an op-ed", "the pier is finished", "indirect", "assert", "written", "an article"),
    ("said in a post on X", "the pier is finished", "indirect", "assert", "written", "a post"),
    ("wrote", "the pier is finished", "indirect", "assert", "written", "wrote"),
    ("tweeted", "Well done, sailors", "direct", "praise", "written", "tweeted"),
    ("said in a statement", "the pier is finished", "indirect", "assert", "written", "said in a statement"),
    ("said in a brief statement on Monday", "the pier is finished", "indirect", "assert", "written", "an adjective between"),
    ("said on Twitter", "the pier is finished", "indirect", "assert", "written", "a place of writing"),
    ("sent a letter asking", "to see the files", "indirect", "request", "written", "a letter; the participle tells the act"),
    ("issued a statement condemning", "the raid", "indirect", "condemn", "written", "a statement; the participle tells the act"),
    ("posted", "the pier is finished", "direct", "assert", "written", "posted"),
    ("wants", "the fleet gone", "indirect", "demand", "held", "a wish"),
    ("does not want", "a war", "indirect", "reject", "held", "a wish under not is still an attitude"),
    ("hopes", "the talks go on", "indirect", "assert", "held", "a hope"),
    ("believes", "the vote was fair", "indirect", "assert", "held", "a belief"),
    ("fears", "a new war", "indirect", "warn", "held", "a fear"),
    ("plans", "to sell the port", "indirect", "announce", "held", "a plan"),
    ("decided", "to close the mission", "indirect", "announce", "held", "a decision"),
    ("sees", "Norland as a friend", "indirect", "assert", "held", "a view"),
    ("knows", "the risks", "indirect", "assert", "held", "knowledge"),
    ("is expected", "to win the vote", "indirect", "assert", "held", "an expectation of nobody in particular"),
    ("expects", "the talks to resume", "indirect", "assert", "said", "a public position, as the guide has it"),
    ("considers", "the islands its own", "indirect", "assert", "held", "a view"),
    ("is worried", "about the harvest", "indirect", "warn", "held", "an adjective behind a form of be"),
    ("has a plan", "to sell the port", "indirect", "announce", "held", "a plan that one has"),
    ("opposes", "the sale", "indirect", "reject", "held", "an attitude"),
    ("seems", "unsure of the date", "indirect", "assert", "held", "an appearance"),
]

READ = [*BY_CUE, *BY_CONTENT, *UNDER_NEGATION, *NOT_ITS_POINT, *WHAT_WILL_BE, *IN_PLAIN_WORDS, *MANNERS]

NO_CLAIM: Sequence[tuple[str, str, StatementForm, str | None, str]] = [
    ("discussed", "trade and fishing", "indirect", TOPIC, "what was talked about"),
    ("discussed", "how to end the war", "indirect", TOPIC, "a question"),
    ("discussed", "the towns that are cut off", "indirect", TOPIC, "a relative clause is no claim"),
    ("spoke about", "his youth", "indirect", TOPIC, "what was talked about"),
    ("spoke about", "“a new age”", "mixed", None, "words in quotation marks"),
    ("spoke about", "two things: the war is lost and the crop has failed", "indirect", None, "a claim behind a colon"),
    ("held talks on", "fishing", "indirect", TOPIC, "a noun for talking"),
    ("offered details of", "the meeting", "indirect", TOPIC, "details"),
    ("gave an overview of", "the harvest", "indirect", TOPIC, "an overview"),
    ("referring to", "the raid of last May", "indirect", TOPIC, "a gloss"),
    ("referring to", "the fact that it is over", "indirect", None, "a clause"),
    ("in reference to", "the raid", "indirect", TOPIC, "a gloss"),
    ("referred to", "the settlement of the border", "indirect", None, "a finite verb reports"),
    ("recalling", "the raid of last May", "indirect", TOPIC, "a gloss"),
    ("recalled", "that the raid had failed", "indirect", None, "a clause"),
    ("citing", "safety concerns", "indirect", None, "a reason"),
    ("briefed", "a range of issues", "indirect", None, "a report"),
    ("outlined", "the policy of the cabinet", "indirect", None, "a report"),
    ("observed", "crowds leaving the square", "indirect", PERCEIVED, "what was seen"),
    ("observed", "the crowds had left", "indirect", None, "a remark"),
    ("attempted to verify", "the film", "indirect", TRIED, "an attempt to learn"),
    ("attempted", "to verify the film", "indirect", TRIED, "the same, the infinitive in the content"),
    ("tried to reach", "the mayor", "indirect", TRIED, "an attempt to reach somebody"),
    ("sought to confirm", "the toll", "indirect", TRIED, "an attempt to learn"),
    ("tried to explain", "the vote", "indirect", None, "an attempt to say is said"),
    ("tried", "“Open it!”", "direct", None, "words in quotation marks"),
]

NOT_SAID: Sequence[tuple[str, str, Act, Manner, str | None, str]] = [
    ("did not say", "who paid", "assert", "held", DENIED, "plain negation"),
    ("has not commented", "on the leak", "assert", "held", DENIED, "plain negation"),
    ("never said", "it would leave", "announce", "held", DENIED, "never; the act is what it would have been"),
    ("didn’t announce", "a date", "announce", "held", DENIED, "short form with a curly mark"),
    ("declined to comment", "on the leak", "assert", "held", DENIED, "withheld"),
    ("declined", "to comment on the leak", "assert", "held", DENIED, "withheld, the infinitive in the content"),
    ("refused to say", "who paid", "assert", "held", DENIED, "withheld"),
    ("has yet to respond", "to the note", "assert", "held", DENIED, "yet to"),
    ("stopped short of calling", "it a coup", "condemn", "held", DENIED, "stopped short of"),
    ("made no mention of", "the islands", "assert", "held", DENIED, "no between light verb and noun"),
    ("gave no details", "of the plan", "assert", "held", DENIED, "no between light verb and noun"),
    ("offered no apology", "for the raid", "assert", "held", DENIED, "no between light verb and noun"),
    ("was not expected to announce", "cuts", "announce", "held", DENIED, "not before what is awaited"),
    ("could not resist pointing out", "the error", "assert", "said", None, "could not resist is no negation"),
    ("refused to release", "the files", "reject", "said", None, "a refusal to do, not to say"),
    ("had no comment", "on the leak", "assert", "held", DENIED, "no comment"),
    ("failed to condemn", "the raid", "condemn", "held", DENIED, "failed to"),
    ("would not say", "who paid", "assert", "held", DENIED, "would not"),
    ("did not immediately respond to", "questions", "assert", "held", DENIED, "adverb inside"),
    ("would say", "yes", "assert", "held", SUPPOSED, "would"),
    ("will announce", "the date on Monday", "announce", "held", SUPPOSED, "will"),
    ("may accuse", "Norland of theft", "accuse", "held", SUPPOSED, "may"),
    ("is expected to call for", "a vote", "request", "held", SUPPOSED, "expected"),
    ("is expected", "to announce cuts", "announce", "held", SUPPOSED, "expected, the infinitive in the content"),
    ("plans to announce", "cuts", "announce", "held", SUPPOSED, "plans to"),
    ("is to announce", "cuts", "announce", "held", SUPPOSED, "is to"),
    ("is likely to reject", "the bid", "reject", "held", SUPPOSED, "likely to"),
    ("would reject", "the bid", "reject", "held", SUPPOSED, "would"),
    ("’d say", "no", "assert", "held", SUPPOSED, "would, shortened"),
    ("denied", "the theft", "deny", "said", None, "denying is an act"),
    ("rejected", "the bid", "reject", "said", None, "rejecting is an act"),
    ("refused to sign", "the draft", "reject", "said", None, "refusing is an act"),
    ("did not accept", "the bid", "reject", "said", None, "not accepting rejects"),
    ("will not accept", "the bid", "reject", "said", None, "not accepting rejects, in the future too"),
    ("would not rule out", "a strike", "assert", "said", None, "left open aloud"),
    ("refused to rule out", "a strike", "assert", "said", None, "left open aloud"),
    ("could not confirm", "the toll", "assert", "said", None, "who could not has said so"),
    ("said", "he would be late", "assert", "said", None, "would in the content"),
    ("does not believe", "the tale", "assert", "held", None, "an attitude under not"),
    ("never agreed", "to the terms", "reject", "said", None, "not agreeing rejects"),
]


@pytest.mark.parametrize(("cue", "content", "form", "act", "manner", "why"), READ)
def test_act_and_manner(cue: str | None, content: str, form: StatementForm, act: Act, manner: Manner, why: str) -> None:
    read = read_act(cue, content, form=form)
    assert (read.act, read.manner, read.basis) == (act, manner, None), why


@pytest.mark.parametrize(("cue", "content", "act", "manner", "basis", "why"), NOT_SAID)
def test_what_was_not_said(cue: str, content: str, act: Act, manner: Manner, basis: str | None, why: str) -> None:
    read = read_act(cue, content, form="indirect")
    assert (read.act, read.manner, read.basis) == (act, manner, basis), why


@pytest.mark.parametrize(("cue", "content", "form", "basis", "why"), NO_CLAIM)
def test_what_is_no_claim(cue: str, content: str, form: StatementForm, basis: str | None, why: str) -> None:
    read = read_act(cue, content, form=form)
    assert (read.manner, read.basis) == ("held" if basis else "said", basis), why


@pytest.mark.parametrize(
    ("source", "written", "why"),
    [
        ("a report by the ministry", True, "a report"),
        ("the ministry's latest report", True, "the last word before the end"),
        ("the results of a survey", True, "results"),
        ("data released by the harbour office", True, "data"),
        ("two copies of a letter", True, "a word of quantity before it"),
        ("a spokesman in a letter", True, "in a letter"),
        ("the database", True, "one word"),
        ("the author of the report", False, "who wrote it"),
        ("the report's author", False, "who wrote it, behind a possessive"),
        ("a clerk in the data office", False, "an office"),
        ("the Vell Journal", False, "a name"),
        ("", False, "nobody is named"),
    ],
)
def test_sources_that_are_written(source: str, written: bool, why: str) -> None:
    assert is_writing(source) == written, why
    assert read_act("according to", "exports fell", form="indirect", source=source).manner == ("written" if written else "said")


def test_a_document_writes_and_still_expects() -> None:
    assert read_act("according to", "exports fell", form="indirect", document=True).manner == "written"
    assert read_act("warns", "exports fell", form="indirect", document=True).act == "warn"
    assert read_act("did not say", "why", form="indirect", document=True).manner == "held"


def test_a_known_question_asks_unless_the_cue_says_more() -> None:
    assert read_act("said", "And the port", form="direct", question=True).act == "ask"
    assert read_act(None, "And the port", form="direct", question=True).act == "ask"
    assert read_act("warned", "And the port", form="direct", question=True).act == "warn"


def test_infinitives_lie_ahead() -> None:
    assert read_act(":", "Norland to recall envoy", form="indirect", headline=True).act == "announce"
    assert read_act(":", "Norland to recall envoy", form="indirect").act == "assert"
    assert read_act("to announce", "cuts", form="indirect", headline=True).basis == SUPPOSED
    assert read_act("to announce", "cuts", form="indirect").basis == SUPPOSED  # "is due in Oslo to announce cuts"
    assert read_act("has come to announce", "cuts", form="indirect").basis is None


def test_every_act_and_manner_is_reached() -> None:
    assert {row[3] for row in READ} == set(get_args(Act))
    assert {row[4] for row in READ} == set(get_args(Manner))


TEXT = st.text(max_size=300) | st.lists(
    st.sampled_from(
        [
            "not",
            "said",
            "to",
            "will",
            "’",
            "'s",
            "he",
            "if",
            ",",
            "deny",
            "must",
            "have",
            "by",
            "Norland",
            ".",
            "?",
            "no",
            "who",
            "that",
            "which",
            "claim",
            "is",
            "an",
            "act",
            "of",
            "theft",
            "tried",
            "discussed",
            "observed",
            "reason",
            "in",
        ]
    ),
    max_size=60,
).map(" ".join)


@given(cue=st.none() | TEXT, content=TEXT, form=st.sampled_from(get_args(StatementForm)), flags=st.tuples(*[st.booleans()] * 3))
def test_any_strings_are_read(cue: str | None, content: str, form: StatementForm, flags: tuple[bool, bool, bool]) -> None:
    question, document, headline = flags
    read = read_act(cue, content, form=form, question=question, document=document, headline=headline)
    assert read.act in get_args(Act)
    assert read.manner in get_args(Manner)
    assert read.basis in {None, DENIED, SUPPOSED, UNKNOWN, TRIED, TOPIC, PERCEIVED}
    if read.basis is not None:
        assert read.manner == "held"
    if document:
        assert read.manner != "said"


@given(cue=st.none() | TEXT, content=TEXT, form=st.sampled_from(get_args(StatementForm)))
def test_the_blanks_of_a_cue_do_not_matter(cue: str | None, content: str, form: StatementForm) -> None:
    spaced = None if cue is None else "\u00a0 ".join(cue.split(" ")) if len(cue) < 100 else cue
    assert read_act(spaced, content, form=form) == read_act(cue, content, form=form)


@pytest.mark.parametrize("entries", [cue_words(), content_words()], ids=["cue_words", "content_words"])
def test_every_entry_of_the_tables_can_be_met_in_a_text(entries: Mapping[tuple[str, ...], object]) -> None:
    met = {words: tuple(word.plain for word in plain_words(" ".join(words))) for words in entries}
    assert {words: plain for words, plain in met.items() if plain != words or len(words) > LONGEST} == {}


@given(head=TEXT, tail=TEXT, form=st.sampled_from(get_args(StatementForm)))
def test_only_the_beginning_of_a_content_is_read(head: str, tail: str, form: StatementForm) -> None:
    content = (head + " word" * 150)[:600]
    assert read_act("said", content, form=form) == read_act("said", content + tail, form=form)


def test_a_word_that_no_table_has_may_be_no_speech() -> None:
    assert read_act("gesticulated", "the strait is open", form="indirect") == ActRead("assert", "held", UNKNOWN)


@pytest.mark.parametrize(
    ("cue", "form", "manner", "why"),
    [
        ("was announced", "indirect", "said", "something was told, by whom is not said"),
        ("reportedly", "indirect", "said", "the same by an adverb"),
        ("were referred to as", "indirect", "held", "a name that is in use is nobody's statement"),
        ("a disagreement over", "indirect", "held", "nor is a quarrel"),
        ("were referred to as", "direct", "said", "words in quotation marks are somebody's"),
    ],
)
def test_without_a_source(cue: str, form: StatementForm, manner: str, why: str) -> None:
    read = read_act(cue, "the two straits", form=form, sourced=False)
    assert (read.manner, read.basis) == (manner, NOBODY if manner == "held" else None), why
