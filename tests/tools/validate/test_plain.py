from __future__ import annotations

import pytest

from tools.validate import fragment, text

GOOD = '<article class="policygen charter" lang="en"><p id="charter-a">Hello</p></article>\n'


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Grüß Gott\n".encode(), []),
        (b"https://www.example.com/" + b"x" * 90 + b"\n", []),
        (b"\xff", ["is not UTF-8"]),
        (b"", ["is empty", "does not end"]),
        (b"words", ["does not end"]),
        (b"two words " * 9 + b"end\n", ["line 1: has 93 characters"]),
        (b"a tab\there\n", ["line 1: has a control character 0x9"]),
        ("\ufeffmark\n".encode(), ["line 1: has a zero width no-break space"]),
        (b"end \n", ["line 1: ends in a space"]),
    ],
)
def test_text_that_a_program_may_not_show_is_found(data: bytes, expected: list[str]) -> None:
    found = list(text.shortcomings(data))
    assert len(found) == len(expected)
    assert all(message.startswith(start) for message, start in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", []),
        (GOOD, GOOD * 2, ["is not one article"]),
        (GOOD, "words " + GOOD, ["is not one article"]),
        ("<p", "<style>p {}</style><p", ["has the element style"]),
        ("<p", "<h1>Hello</h1><p", ["has the element h1"]),
        ("<p", '<p style="color: red"', ["has an attribute style"]),
        ("<p", '<p onclick="go()"', ["has an attribute onclick"]),
        ("<p", '<img alt="" src="https://www.example.com/a.png"><p', ["loads something"]),
        ("charter-a", "a", ["has an id that another fragment may have: a"]),
    ],
)
def test_what_a_fragment_may_not_have_is_found(
    before: str, after: str, expected: list[str]
) -> None:
    found = list(fragment.shortcomings(GOOD.replace(before, after, 1).encode(), "charter"))
    assert len(found) == len(expected)
    assert all(message.startswith(start) for message, start in zip(found, expected, strict=True))
