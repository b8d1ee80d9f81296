"""Untranslated: texts that stand in a translation as they are."""

from __future__ import annotations

import re
from typing import Final

_FUNCTION_WORDS: Final = {
    "en": "a about after all an and any are as at be before but by can do for from has have how if "
    "in is it its may more must no not of on or our out that the their them they this to up us we "
    "what when where which who why will with you your",
    "es": "a al antes como con cuando de del desde donde el ella en entre es esta este la las lo "
    "los más no nos o para pero por que se si sin sobre son su sus un una usted y ya",
    "fr": "à au aux avec avant ce ces cette comme dans de des du elle en est et il la le les leur "
    "mais ne nos notre nous ou où par pas plus pour que qui sa sans se ses si son sont sur un une "
    "vos votre vous y",
    "de": "ab aber alle als am an auch auf aus bei beim bis damit das dass dem den der des die "
    "durch ein eine einem einen einer es für hat im in ist mit nach nicht noch nur oder ohne sich "
    "sie sind so über um und uns unser vom von vor was wenn wer wie wir wird zu zum zur",
}
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SEVERAL: Final = 2
_SENTENCE: Final = 4
"""So many words in small letters are no name and no loan."""
_LONG: Final = 6
"""The same, where the other language may be so close that it has some of the words."""


def is_left(text: str, languages: tuple[str, str]) -> bool:
    """Whether a text that stands in its own translation was only left as it is.

    languages: the tags of the source and of the translation. Names and international words may
    stand as they are; words such as “the” and “with” tell a sentence from them.
    """
    first, second = (tag.partition("-")[0] for tag in languages)
    words = _WORD.findall(text)
    if first == second or first not in _FUNCTION_WORDS or len(words) < _SEVERAL:
        return False
    own = frozenset(_FUNCTION_WORDS[first].split())
    telling = own - frozenset(_FUNCTION_WORDS.get(second, "").split())
    small = [word for word in words if word[0].islower()]
    if second not in _FUNCTION_WORDS:
        return len(small) >= _LONG
    if len(small) >= _SENTENCE:
        return True
    told = sum(word.lower() in telling for word in words)
    # “Office of the Ombudsman” is a name, “Reply to the customer” is none. German nouns have a
    # capital in either.
    is_sentence = len(small) == len(words) - 1 or any(word not in own for word in small)
    return (told > 0 and is_sentence) or (first == "de" and told >= _SEVERAL)
