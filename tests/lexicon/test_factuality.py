"""The decided cases of the annotation guideline, one sentence each."""

from pathlib import Path
from time import process_time

import pytest

from schemas import Status
from service.evaluate.annotated import read_folder
from service.lexicon import load
from service.lexicon.clauses import pieces
from service.lexicon.factuality import plain, status
from service.lexicon.voices import Clause, Voice
from service.segment import segment

_ARTICLES = Path(__file__).parent.parent / "draft" / "articles"

_FACT, _SPECULATION = Status.STATED_FACT, Status.SPECULATION
_UNCONFIRMED, _OPINION = Status.UNCONFIRMED, Status.OPINION


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("No one was hurt.", _FACT),
        ("Crews could not reach the village.", _FACT),
        ("The council may by law fine him.", _FACT),
        ("He faces up to ten years in prison if convicted.", _FACT),
        ("It was unclear whether the pump had failed.", _FACT),
        ("The office has not said whether the plant was hit.", _FACT),
        ("The vote will be held on Tuesday.", _FACT),
        ("Migraine affects an estimated one adult in seven.", _FACT),
        ("The pump may have failed.", _SPECULATION),
        ("Whether it holds is another matter.", _SPECULATION),
        ("Who pays for it?", _SPECULATION),
        ("He could not rule out other departures.", _SPECULATION),
        ("The wheel is thought to have failed.", _SPECULATION),
        ("It was a watershed, perhaps.", _SPECULATION),
        ("Costs are expected to double.", _SPECULATION),
        ("The pair reportedly left.", _UNCONFIRMED),
        ("He is said to have left.", _UNCONFIRMED),
        ("Taxpayers deserve more.", _OPINION),
        ("It was the best concert in years.", _OPINION),
        ("The fine is a disgrace.", _OPINION),
        ("Drivers will have to pay from June.", _FACT),
        ("He appeared in court on Monday.", _FACT),
        ("None of those could be checked.", _FACT),
        ("Her party is not so sure.", _FACT),
        ("Lenders may call in their loans.", _FACT),
        ("A sensor seems a safe bet.", _SPECULATION),
        ("Gossip has it that they split.", _UNCONFIRMED),
        ("Word on the street is that they split.", _UNCONFIRMED),
        ("The mail around the track is that the colt was sore.", _UNCONFIRMED),
        ("The mail from the office is sorted by noon.", _FACT),
        ("It was reliably learnt that the owner had left.", _UNCONFIRMED),
        ("The Tribune gathered 4,000 signatures.", _FACT),
        ("I gather the owners paid for it.", _UNCONFIRMED),
        ("It is an open secret that they split.", _UNCONFIRMED),
        ("The Herald has been told that they split.", _UNCONFIRMED),
        ("The paper was told to stop.", _FACT),
        ("The smear is that he took the money.", _UNCONFIRMED),
        ("She was named in court papers as the paymaster.", _UNCONFIRMED),
        ("The theft was reported to police.", _FACT),
        ("She gathered the children.", _FACT),
        ("“I was told to leave,” the cook said.", _FACT),
        ("There are reports of looting in the north.", _UNCONFIRMED),
        ("There were 14 reports of burns.", _FACT),
        ("The inquiry follows claims she paid the clerk.", _UNCONFIRMED),
        ("Insurers paid claims of 40 million.", _FACT),
        ("He is on trial for cheating 14 investors.", _UNCONFIRMED),
        ("A drug on trial for malaria was withdrawn.", _FACT),
        ("He was arrested in connection with the theft.", _FACT),
        ("He was jailed for theft.", _FACT),
        ("The firm sued for damages.", _FACT),
        ("He claimed, with no evidence, that it was rigged.", _UNCONFIRMED),
        ("The club scotched rumours of a sale.", _FACT),
        ("The mayor dismissed it as idle gossip.", _FACT),
        ("A jury was told that he took it.", _UNCONFIRMED),
        ("To dig now would be vandalism.", _OPINION),
        ("The timing could hardly be worse.", _OPINION),
        # A preference is no case put; what is set for a day or for oneself is a plan.
        ("Most voters would rather go back to the polls.", _FACT),
        ("He would be back by spring.", _SPECULATION),
        ("She will be back in court on 19 September.", _FACT),
        ("She will be back.", _SPECULATION),
        ("I will prove it.", _FACT),
        ("Time will prove it.", _SPECULATION),
        ("Under the truce, the mediators may suspend its terms.", _FACT),
        ("The court has no reason to doubt them.", _FACT),
        ("Nobody is sure whether it will hold.", _FACT),
        # What is somebody's, or on somebody's skin, is not said to be so.
        ("He pounced on the keeper's dreadful pass.", _FACT),
        ("It’s a dreadful pass.", _OPINION),
        ("It begins with a ring-shaped rash.", _FACT),
        ("It is another body blow to the sport.", _OPINION),
        ("The room smells of diesel.", _FACT),
        ("A bid is near, the Gazette understands.", _UNCONFIRMED),
        ("The council understands the risk.", _FACT),
        ("Should I cancel my holiday?", _SPECULATION),
        ("Trucks that should have come were turned back.", _FACT),
        ("Trucks should have come on Sunday.", _OPINION),
        # The best of what somebody has known; not the largest, which can be measured.
        ("It is the wisest thing anyone has said.", _OPINION),
        ("He is the most careful rider I have ever worked with.", _OPINION),
        ("It is the largest sum the bank has lent.", _FACT),
        # Permission, powers and rules are facts; a chance is none.
        ("Boar may be shot with the landowner's consent.", _FACT),
        ("Under standing orders she may refer a minister.", _FACT),
        ("Jurors may convict on one count.", _FACT),
        ("Some patients may have been told wrongly.", _SPECULATION),
        ("He may return in the spring.", _SPECULATION),
        # Plans are facts, what comes of them is not.
        ("It also intends to keep three boards.", _FACT),
        ("Prices will climb.", _SPECULATION),
        ("The bill would ban smoking in cars.", _FACT),
        ("The mill would restart in January.", _FACT),
        ("The mill would save the town.", _SPECULATION),
        ("Insurance should cover the loss.", _SPECULATION),
        ("It is going to rain.", _SPECULATION),
        # What became of an expectation, what nothing suggests, what was only asked.
        ("Her hopes were dashed by an injury.", _FACT),
        ("Hopes of a deal are fading.", _SPECULATION),
        ("Nothing in the memos suggests that he knew.", _FACT),
        ("The memos suggest that he knew.", _SPECULATION),
        ("The memos do suggest that he knew.", _SPECULATION),
        ("The memos don’t suggest that he knew.", _FACT),
        ("She asked whether the meter might be broken.", _FACT),
        ("They met to say what should be done.", _FACT),
        ("They feared for their jobs.", _FACT),
        ("The direction is not in doubt.", _FACT),
        ("Sabotage could not be ruled out.", _SPECULATION),
        # Charges, before a verdict.
        ("Prosecutors have charged two men.", _UNCONFIRMED),
        ("He was charged last month with theft.", _UNCONFIRMED),
        ("He has not been charged with theft.", _FACT),
        # A judgement is said of something; a term, a degree or an apology is none.
        ("It would be naive to think that it is the only one.", _OPINION),
        ("Close games have a habit of turning on kicks.", _OPINION),
        ("The trouble for her is the chairman.", _OPINION),
        # Idioms judge wherever they stand, adjectives where they are said of something.
        ("The row is a storm in a teacup.", _OPINION),
        ("The board has a lot to answer for.", _OPINION),
        ("The system is not fit for purpose.", _OPINION),
        ("The levy was, to put it mildly, unpopular.", _OPINION),
        ("The audit makes for grim reading.", _OPINION),
        ("The excuse was asinine.", _OPINION),
        ("It isn’t right to bill them.", _OPINION),
        # What is measured, tested, found by a court or done by somebody only looks like one.
        ("Demand in the quarter was weak.", _FACT),
        ("The argument was weak.", _OPINION),
        ("The soil was toxic.", _FACT),
        ("The debate was toxic.", _OPINION),
        ("Convoys were moving through the pass.", _FACT),
        ("The service was deeply moving.", _OPINION),
        ("Frost was affecting the harvest.", _FACT),
        ("The tribunal ruled that the dismissal was unfair.", _FACT),
        ("The dismissal was unfair.", _OPINION),
        ("The home was rated inadequate.", _FACT),
        ("He was wrongly convicted in 1999.", _FACT),
        ("She was best known for her maps.", _FACT),
        ("The date on the form was wrong.", _FACT),
        ("A good third of the seats were empty.", _FACT),
        ("The reminder was sent in May.", _FACT),
        ("The ruin is a reminder of the war.", _OPINION),
        ("The firm needs to raise 4 million.", _FACT),
        ("Under the code the council must resign.", _FACT),
        ("The lender pulled out of the deal.", _FACT),
        ("They pulled the figure out of thin air.", _OPINION),
        ("It happened during what an official called a drill.", _FACT),
        ("What a waste of a season.", _OPINION),
        ("Patients on the drug had better outcomes.", _FACT),
        ("The new system had better work.", _OPINION),
        ("Residents cannot go back to their homes.", _FACT),
        ("It was the first time for a decade.", _FACT),
        ("It is time for a new bridge.", _OPINION),
        ("Tenants have no right of appeal.", _FACT),
        ("The sequel lacks bite.", _OPINION),
        ("It was the worst flood since 1953.", _FACT),
        ("He is a critical care nurse.", _FACT),
        ("It is toxic to fish.", _FACT),
        # A rule is a fact with its conditions; what people guess about it is none.
        ("Members may borrow it without notice.", _FACT),
        ("Residents without notice might leave.", _SPECULATION),
        ("Under the deal, prices are expected to fall.", _SPECULATION),
        ("The sign may be removed by the owner.", _FACT),
        ("The sign may be removed by the storm.", _SPECULATION),
        ("Jurors may not stand.", _FACT),
        ("The pier may not stand the strain.", _SPECULATION),
        ("The clerk must have a licence.", _FACT),
        ("He must surely have met her.", _SPECULATION),
        ("The boat couldn’t be moved.", _FACT),
        ("The tale couldn’t be true.", _SPECULATION),
        ("Barnes was by far the likeliest to score.", _FACT),
        ("Rust is by far the likeliest cause.", _SPECULATION),
        ("There is no doubt about the date.", _FACT),
        ("The judge left no doubt.", _FACT),
        ("She was no doubt tired.", _SPECULATION),
        ("It was swept once a week, if that.", _FACT),
        ("If that holds, the ferry sails.", _SPECULATION),
        # What is open, foretold or read into something, and the literal use of its words.
        ("Her future is up in the air.", _SPECULATION),
        ("The child threw a hat up in the air.", _FACT),
        ("A strike remains on the table.", _SPECULATION),
        ("The cup stood on the table.", _FACT),
        ("A sale is not out of the question.", _SPECULATION),
        ("A sale is out of the question.", _FACT),
        ("The club dreams of promotion.", _SPECULATION),
        ("Growers are staring down the barrel.", _SPECULATION),
        ("Some were staring at a blank screen.", _FACT),
        ("Prices will continue to climb.", _SPECULATION),
        ("The line will continue to run.", _FACT),
        ("Growth will average 2 percent.", _SPECULATION),
        ("The figures augur well.", _SPECULATION),
        ("The raid bore the hallmarks of a gang.", _SPECULATION),
        ("She is tipping a crowd of 900.", _SPECULATION),
        ("He is tipping gravel into the hole.", _FACT),
        ("Someone must have told him.", _SPECULATION),
        ("She presumes that he left.", _SPECULATION),
        ("The accused is presumed innocent.", _FACT),
        # Nouns, permissions, the past told ahead, and what is not known.
        ("The villages faced the might of the army.", _FACT),
        ("Members of the public may attend.", _FACT),
        ("Members of the public may fall ill.", _SPECULATION),
        ("The man fled before anyone could stop him.", _FACT),
        ("The boy would go on to win four titles.", _FACT),
        ("Every Sunday the poet would walk to church.", _FACT),
        ("The ministers are at odds over the pier.", _FACT),
        ("The odds of rain are short.", _SPECULATION),
        ("The striker missed a golden chance.", _FACT),
        ("The clerk spoke unnamed for fear of reprisals.", _FACT),
        ("The murder suspect fled.", _FACT),
        ("A grant made the trip possible.", _FACT),
        ("The mayor pointed to figures from May.", _FACT),
        ("The marks point to haste.", _SPECULATION),
        ("Prices rose in the weeks ahead of the vote.", _FACT),
        ("Prices fall in the years ahead.", _SPECULATION),
        ("Engineers are at a loss to explain how it could fail.", _FACT),
        ("The cause was never established.", _FACT),
        ("It owed hundreds if not thousands of crowns.", _FACT),
        ("A project to plant trees began.", _FACT),
        ("Losses projected to double did so.", _SPECULATION),
        ("The house will be next.", _SPECULATION),
        ("The museum will be next to the station.", _FACT),
        ("The case is set for a hearing.", _FACT),
        ("The two are set for a clash.", _SPECULATION),
        ("The marks point strongly to haste.", _SPECULATION),
        ("She pointed directly to the map.", _FACT),
        ("The bus was edging into the road.", _FACT),
        ("The club was edging towards ruin.", _SPECULATION),
        ("The contract will end in May.", _FACT),
        ("It will end in tears.", _SPECULATION),
        ("Under a 2011 deed the employer may sell it if the fund agrees.", _FACT),
        ("They need at least two degrees of frost.", _FACT),
        ("A machine was found to be giving wrong readings.", _FACT),
        ("The yard should reopen on Friday.", _SPECULATION),
        ("The yard should never reopen.", _OPINION),
        ("Anyone who sees the dog should call the police.", _FACT),
        ("The drought was the worst since 1953, when the river ran dry.", _FACT),
        ("The talks were long on show and short on detail.", _OPINION),
        ("The talks were long and short on Friday.", _FACT),
        ("The ruling marks a watershed.", _OPINION),
        ("The stone marks a grave.", _FACT),
        ("The carmaker is a laughingstock.", _OPINION),
        ("The firm owes more to banks than to suppliers.", _FACT),
        ("The choice owes more to pride than to sums.", _OPINION),
        ("It is sound advice, if dull.", _OPINION),
        ("There are few sadder sights.", _OPINION),
        ("Few ferries sail on Sundays.", _FACT),
        ("The bill is all stick and no carrot.", _OPINION),
        ("The ward had beds and no chairs.", _FACT),
        ("The deal reeks of desperation.", _OPINION),
        ("The cellar reeks of diesel.", _FACT),
        ("It raises more questions than it answers.", _OPINION),
        ("It beggars belief that nobody checked.", _OPINION),
        ("To call it soup would be to flatter it.", _OPINION),
        ("The stand is pure theatre.", _OPINION),
        ("The ring is pure gold.", _FACT),
        ("The fund let its clients down.", _FACT),
        ("The fund let the public down.", _OPINION),
        ("The patient was dead on arrival.", _FACT),
        ("The plan is dead on arrival.", _OPINION),
        ("A decent letter takes ten minutes.", _OPINION),
        ("A decent letter came by post.", _FACT),
        ("A serious fire closes the road.", _FACT),
        ("Whatever it is, it is not a plan.", _OPINION),
        ("The sums do not stack up.", _OPINION),
        ("The system is broken.", _OPINION),
        ("The lift is broken.", _FACT),
        ("They were rubbish collectors.", _FACT),
        ("The court found the driver reckless.", _FACT),
        ("The figures do not add up to 100.", _FACT),
        ("What the town needs is a hospital.", _OPINION),
        ("The code has no teeth.", _OPINION),
        ("The zip has no teeth.", _FACT),
        ("So much for joined-up government.", _OPINION),
        ("The plan belongs in the bin.", _OPINION),
        ("The mill belongs to the council.", _FACT),
        ("He would not wish the job on his worst enemy.", _OPINION),
        ("One lesson in five was taken by a trainee.", _FACT),
        ("The fine is unfair, if true.", _SPECULATION),
        ("What a pity that nobody thought to ask them.", _OPINION),
    ],
)
def test_the_articles_own_voice(clause: str, expected: Status) -> None:
    lexicon = load("en")
    assert lexicon is not None
    assert status(lexicon, clause) is expected


@pytest.mark.parametrize(
    ("clause", "voice", "expected"),
    [
        ("She said the board would meet on Thursday.", Voice(cue="said"), _FACT),
        ("Analysts said it closed.", Voice(cue="said", unnamed=True), _UNCONFIRMED),
        ("A girl asked why it had closed.", Voice(cue="asked", unnamed=True), _FACT),
        ("One of them said it could close.", Voice(cue="said", unnamed=True), _SPECULATION),
        ("Prosecutors say he paid.", Voice(cue="say", accuser=True), _UNCONFIRMED),
        # What an accuser grants, and its own steps, are no charge.
        ("The camera had failed, they conceded.", Voice(cue="conceded", accuser=True), _FACT),
        ("Prosecutors said they had opened a case.", Voice(cue="said", accuser=True), _FACT),
        ("Prosecutors said they found cash.", Voice(cue="said", accuser=True), _UNCONFIRMED),
        ("He called the images “fabricated”.", Voice(cue="called"), _FACT),
        ("He called the idea “a betrayal”.", Voice(cue="called"), _OPINION),
        ("He called the inquiry a witch hunt.", Voice(cue="called"), _OPINION),
        ("He called the inquiry a tax on hope.", Voice(cue="called"), _OPINION),
        ("He called the council a second time.", Voice(cue="called"), _FACT),
        ("He thinks the fine is unfair.", Voice("thinks", makes=_SPECULATION), _OPINION),
        ("He thinks the wrong valve was shut.", Voice("thinks", makes=_SPECULATION), _SPECULATION),
        ("They called it “a betrayal”.", Voice(cue="called", unnamed=True), _OPINION),
        ("They said it was a betrayal.", Voice(cue="said", unnamed=True), _UNCONFIRMED),
        ("He called the report “a fantasy”.", Voice(cue="called"), _FACT),
        ("Growers fear it.", Voice(cue="fear", makes=_SPECULATION), _SPECULATION),
        ("She said the case was “a house built on sand”.", Voice(cue="said"), _OPINION),
        ("She said the bank had “a dismal record”.", Voice(cue="said"), _OPINION),
        ("She said the dismal weather had “lifted”.", Voice(cue="said"), _FACT),
        ("She said there was “a crack like a gun”.", Voice(cue="said"), _FACT),
        ("He describes a lid that “flew past my head”.", Voice(cue="describes"), _FACT),
        ("He described it as “careful”.", Voice(cue="described"), _OPINION),
        ("It fell during what it calls “a routine task”.", Voice(cue="calls"), _FACT),
        ("She thought it “a shocker”.", Voice("thought", makes=_SPECULATION), _OPINION),
        ("“Adoring her isn’t a strategy.”", Voice(cue="said", spoken=True), _OPINION),
        ("“He is not a criminal.”", Voice(cue="said", spoken=True), _FACT),
        ("“It was no act of God.”", Voice(cue="said", spoken=True), _FACT),
        ("“It wasn’t a fox, it was a dog.”", Voice(cue="said", spoken=True), _FACT),
        (
            "“It wasn’t an act of God, it was an act of thrift.”",
            Voice(cue="said", spoken=True),
            _OPINION,
        ),
        ("“His tea was still warm.”", Voice(cue="said", spoken=True), _FACT),
        ("“It is an old boat.”", Voice(cue="said", spoken=True), _FACT),
        ("“One dip is an anecdote.”", Voice(cue="said", spoken=True), _OPINION),
        ("“That’s a cut in everything but name.”", Voice(cue="said", spoken=True), _OPINION),
        ("“There’s a pump behind the hall.”", Voice(cue="said", spoken=True), _FACT),
        ("“My sister is a nurse.”", Voice(cue="said", spoken=True), _FACT),
        ("One dip is an anecdote.", Voice(cue="said"), _FACT),
        # What others will do is foretold; what the speaker's side will do is a plan.
        ("“These numbers will move again.”", Voice(cue="said", spoken=True), _SPECULATION),
        ("“It’ll be gone by spring.”", Voice(cue="said", spoken=True), _SPECULATION),
        ("She told the ward meeting she’ll move a bill.", Voice(cue="told"), _FACT),
        ("She told the ward meeting it’ll rain.", Voice(cue="told"), _SPECULATION),
        ("She said it came to a month’s worth of flour.", Voice(cue="said"), _FACT),
        ("She called that “baloney”.", Voice(cue="called"), _FACT),
        ("It was hailed as a national best.", Voice(), _FACT),
        ("It was hailed as the best in the land.", Voice(), _OPINION),
        ("It was seen by nobody who shouldn’t have seen it.", Voice(), _FACT),
        ("“We will appeal.”", Voice(cue="said", spoken=True), _FACT),
        ("“The council will appeal.”", Voice(cue="said", spoken=True), _FACT),
        ("“The gate will open on Monday.”", Voice(cue="said", spoken=True), _FACT),
        ("“I heard it before I saw it.”", Voice(cue="said", spoken=True), _FACT),
        ("“We were wrong about the date.”", Voice(cue="said", spoken=True), _FACT),
        ("“It was wrong to sell.”", Voice(cue="said", spoken=True), _OPINION),
        ("“If it leaked, the tender was a sham.”", Voice("said", spoken=True), _SPECULATION),
        ("“If it is lost, she has to go.”", Voice(cue="said", spoken=True), _OPINION),
        ("“I think it's wonderful.”", Voice(cue="said", spoken=True), _OPINION),
        ("“I think it was a fox.”", Voice(cue="said", spoken=True), _SPECULATION),
        ("“How do you not notice a boat?” he said.", Voice(cue="said", spoken=True), _SPECULATION),
        ("“We are deeply sorry.”", Voice(cue="said", spoken=True), _FACT),
        ("a costly blunder that haunts it", Voice(comment=True), _OPINION),
        ("Prosecutors rejected that.", Voice("rejected", _FACT, denies=True, accuser=True), _FACT),
    ],
)
def test_a_source_counts(clause: str, voice: Voice, expected: Status) -> None:
    lexicon = load("en")
    assert lexicon is not None
    assert status(lexicon, clause, voice) is expected


def test_a_sentence_that_is_plain_has_no_clause_that_is_anything_but_stated() -> None:
    lexicon = load("en")
    assert lexicon is not None
    sentences = [
        sentence.text
        for annotated in read_folder(_ARTICLES, ("[d-h]*",)).articles
        for sentence in segment(annotated.article)
        if plain(lexicon.read(sentence.text), sentence.text)
    ]
    clauses = [text[cut.start : cut.end] for text in sentences for cut in pieces(text)]
    assert len(clauses) > len(sentences) > 0
    assert {status(lexicon, clause) for clause in clauses} == {_FACT}


def test_a_long_phrase_that_no_mark_closes_is_read_in_no_time() -> None:
    lexicon = load("en")
    assert lexicon is not None
    clause = "It is “a comprehensive reconstruction programme of unprecedented generosity (“"
    begun = process_time()
    assert status(lexicon, clause, Voice(cue="said")) is _FACT
    assert process_time() - begun < 1  # seconds; an hour where every word can be split at will


def test_what_a_source_did_not_say_of_itself_is_not_unknown() -> None:
    lexicon = load("en")
    assert lexicon is not None
    text = "A neighbour, who did not give her name, said it rang."
    marks = lexicon.read(text)
    aside = Clause.of(marks, text, 0, len(text), (0, text.index("said")))
    assert aside.unknown is None
    assert Clause.of(marks, text, 0, len(text)).unknown is not None
