"""Words made comparable, for search and sorting."""

import unicodedata


def plain(text: str) -> str:
    """Fold case and accents: "Peña Ñandú" → "pena nandu". Other scripts stay as they are."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in split if not unicodedata.combining(c)).split())
