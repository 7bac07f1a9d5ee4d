"""Telephone numbers as the network knows them: +14015550142."""

from __future__ import annotations


def dialled(text: str, region: str = "US") -> str:
    """Return the number in full (E.164), or "" for what cannot be dialled from anywhere.

    A number without its area code is "": nobody knows which one is meant.
    """
    import phonenumbers  # noqa: PLC0415  sixty modules, for who types a number

    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return ""
    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason != phonenumbers.ValidationResult.IS_POSSIBLE:
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
