"""What English wording gives away: a prediction nobody could check, a study written as a plan, a plan copied.

Advice only, so in doubt these say no. Of long texts the beginning is judged, and other languages are left in peace.
"""

import re

BEGINNING = 600
FEWEST_WORDS = 6  # "7 in 10" may be both the prediction and what was found
ALIKE = 0.9

WORD = re.compile(r"\w+")
SENTENCE = re.compile(r"[^.!?\n]+")
ENGLISH = re.compile(r"\b(?:the|and|will|would|they|their|with|that|this|it|be|to|not)\b")
NUMBER = re.compile(
    r"""\d | [%½¼¾] | \b(?:
        one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve
        |(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty
        |hundreds?|thousands?|dozens?|couple|half|thirds?|quarters?|once|twice|double
        |zero|no|none|nobody|nothing|without|both|each|every(?:one|body|thing)?|all|always|never
        |most(?:ly)?|majority|minority|few|fewer|less|more|least
    )\b""",
    re.VERBOSE,
)
DIRECTION = re.compile(
    r"""\b(?:
        than|\w{2,}(?<!barr)(?<!carr)(?<!suppl)ier|faster|slower|quicker|longer|shorter|sooner|later|higher|lower
        |better|worse|harder|safer|bigger|larger|smaller|fuller|clearer|calmer|cheaper|warmer|closer|simpler
        |stronger|weaker|up|down|above|below|over|under|same|(?:un)?chang(?:e|es|ed)|(?:in|de)creas\w*
        |ris(?:e|es|ing)|fall(?:s|ing)?|drop\w*|cut(?:s|ting)?|reduc\w*|improv\w*|worsen\w*|halv\w*|doubl\w*
        |grow\w*|shrink\w*|gain\w*|sav(?:e|es|ing)|los(?:e|es|ing)|stop\w*|disappear\w*|vanish\w*|prefer\w*
    )\b""",
    re.VERBOSE,
)
FUTURE = re.compile(r"\b(?:will|shall|should|going to|plan to|hope to|intend to|expect to)\b|['’]ll\b")
# "asked", but neither "need" nor "will be asked"
PAST = re.compile(
    r"""\b(?:
        was|were|had|did|(?:was|were|had|did)n['’]t|found|saw|said|told|took|came|went|gave|got|made|felt|thought
        |knew|learnt|(?<!\bbe[ ])\w+[^\We]ed
    )\b""",
    re.VERBOSE,
)


def beginning(text: str) -> str:
    """What the rest of this module judges."""
    return text[:BEGINNING].lower()


def is_vague(prediction: str) -> bool:
    """PD4: neither a number nor a direction, so that nobody could tell whether it came true."""
    said = beginning(prediction)
    if len(prediction) > BEGINNING or not ENGLISH.search(said):
        return False
    return not (NUMBER.search(said) or DIRECTION.search(said))


def is_mostly_future(text: str) -> bool:
    """PD11: more than half of the sentences speak of what is to come, and of nothing that was."""
    said = beginning(text)
    if not FUTURE.search(said):
        return False
    sentences = [sentence for sentence in SENTENCE.findall(said) if sentence.strip()]
    ahead = sum(bool(FUTURE.search(sentence) and not PAST.search(sentence)) for sentence in sentences)
    return 2 * ahead > len(sentences)


def words_of(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(beginning(text)))


def are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """PD13: nine words in ten are the same, in whatever order, and so is every number."""
    if min(len(one), len(other)) < FEWEST_WORDS:
        return False
    if 2 * len(one & other) < ALIKE * (len(one) + len(other)):
        return False
    return not any(NUMBER.search(word) for word in one ^ other)
