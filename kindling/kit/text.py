"""Words and digits made comparable, for search, sorting and codes."""

import unicodedata


def plain(text: str) -> str:
    """Fold case and accents: "Peña Ñandú" → "pena nandu". Other scripts stay as they are."""
    text = text.casefold()
    if text.isascii():
        return " ".join(text.split())
    split = unicodedata.normalize("NFKD", text)
    return " ".join("".join(c for c in split if not unicodedata.combining(c)).split())


def digits(text: str) -> str:
    """Return the digits alone, as 0 to 9 whatever the script: "٤٨٢ 913" → "482913"."""
    return "".join(str(unicodedata.decimal(c)) for c in text if c.isdecimal())
