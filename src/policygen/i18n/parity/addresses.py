"""Addresses: e-mail and web addresses and telephone numbers in a text."""

from __future__ import annotations

import re
from typing import Final

# Lengths are bounded, so that no text, however odd, takes long.
_WEB: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"“”«»\0]{0,2000}", re.IGNORECASE)
_MAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_PHONE: Final = re.compile(
    # Dates (01.03.2026) and times (09.00-17.00) have as many digits.
    r"(?<![\w+.,])(?!\d{1,2}([./-])\d{1,2}\1\d{2,4}(?!\d)|\d{1,2}\.\d\d-\d)(?:"
    r"(?:\+|00)[1-9](?:[ \xa0\u202f().\-/]{0,2}\d){5,16}"
    r"|\(\d{2,5}\)[ \xa0\u202f]?\d(?:[ \xa0\u202f.\-/]?\d){4,10}"
    r"|0[1-9](?:[ \xa0\u202f.\-/]?\d){6,12}"
    r"|[1-9]\d{1,2}(?:[ \xa0\u202f.-]\d{2,4}){3,4}"
    r"|[2-9]\d{2}[.-]\d{3}[.-]\d{4}|1-[89]\d\d-\d{3}-\d{4}"
    r")(?!\w)"
)
_TRUNK: Final = re.compile(r"\(0\)")
_ENDS: Final = ".,;:!?)]*_>"
_MANY: Final = 7
"""So many digits at the end tell telephone numbers apart."""


def web_addresses(text: str) -> list[str]:
    """Return the web addresses of a text, without what only ends the sentence."""
    if "://" not in text and "www." not in text.lower():
        return []
    return [match[0].rstrip(_ENDS) for match in _WEB.finditer(text)]


def mail_addresses(text: str) -> list[str]:
    """Return the e-mail addresses of a text."""
    if "@" not in text:
        return []
    return _MAIL.findall(text)


def phone_numbers(text: str) -> list[str]:
    """Return the telephone numbers of a text, as they are written."""
    return [match[0] for match in _PHONE.finditer(text)]


def same_number(one: str, other: str) -> bool:
    """Whether two telephone numbers are the same, with or without the country's code."""
    first, second = sorted((_dialled(one), _dialled(other)), key=len)
    return first == second or (len(first) >= _MANY and second.endswith(first))


def _dialled(number: str) -> str:
    digits = "".join(filter(str.isdecimal, _TRUNK.sub("", number)))
    return digits.lstrip("0")


def without_addresses(text: str) -> str:
    """Return a text, character for character, with blanks in place of addresses and numbers."""
    for pattern in (_WEB, _MAIL) if "@" in text or "://" in text or "www." in text.lower() else ():
        text = pattern.sub(lambda match: "\0" * len(match[0]), text)
    return _PHONE.sub(lambda match: "\0" * len(match[0]), text)
