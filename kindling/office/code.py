"""The code that `serve` prints, so that only who runs the server sets up the school."""

from django.utils.crypto import constant_time_compare, salted_hmac

LENGTH = 8
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def set_up_code() -> str:
    """Return the code of this installation, such as "7K3V-9QMD".

    It follows from SECRET_KEY, so every process knows it and nothing is stored. It opens one page
    only, and that page closes when somebody administers a school.
    """
    digest = salted_hmac("kindling.office.set-up", "code", algorithm="sha256").digest()
    letters = "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:LENGTH])
    return f"{letters[:4]}-{letters[4:]}"


def is_right(code: str) -> bool:
    """Compare as people type it: case, spaces and dashes do not matter."""
    typed = "".join(letter for letter in code.upper() if letter.isalnum())
    return constant_time_compare(typed, set_up_code().replace("-", ""))
