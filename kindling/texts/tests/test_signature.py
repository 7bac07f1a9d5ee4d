"""Only the gateway's own messages are taken."""

from kindling.texts.signature import is_signed, signature_of

# The example of Twilio's own documentation.
URL = "https://mycompany.com/myapp.php?foo=1&bar=2"
FORM = {
    "CallSid": ["CA1234567890ABCDE"], "Caller": ["+12349013030"], "Digits": ["1234"],
    "From": ["+12349013030"], "To": ["+18005551212"],
}  # fmt: skip
SIGNATURE = "0/KCTR6DLpKmkAf8muzZqo1nDgQ="


def test_the_documented_example():
    assert signature_of(URL, FORM, "12345") == SIGNATURE
    assert is_signed(URL, FORM, "12345", SIGNATURE)


def test_another_word_address_token_or_none():
    forged = FORM | {"Digits": ["4321"]}

    assert not is_signed(URL, forged, "12345", SIGNATURE)
    assert not is_signed(URL + "&", FORM, "12345", SIGNATURE)
    assert not is_signed(URL, FORM, "54321", SIGNATURE)
    assert not is_signed(URL, FORM, "12345", "")
    assert not is_signed(URL, FORM, "12345", "ñandú")


def test_without_a_token_nothing_is_signed():
    assert not is_signed(URL, FORM, "", signature_of(URL, FORM, ""))
