"""Ids that people see: short, random, and safe to read aloud."""

import secrets

# No 0/o, 1/i/l: an id can be read aloud over the phone.
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


PAIRS = [one + other for one in ALPHABET for other in ALPHABET]


def new_public_id() -> str:
    """Return a random 14-character id (69 bits) for URLs, the API and exports."""
    number, pairs = secrets.randbelow(len(ALPHABET) ** 14), []
    for _ in range(7):
        number, pair = divmod(number, len(PAIRS))
        pairs.append(PAIRS[pair])
    return "".join(pairs)
