"""The family of Luis is asked about photos."""

from kindling.consents.tests.asking import ask, text_of


def add(maker) -> None:
    consent = ask(maker.cast, "photo")
    maker.ids |= {
        "consents/one/": consent.public_id,
        "consents/<slug:kind>": "photo",
        "consents/<slug:language>": "es",
        "consents/texts/": text_of(maker.cast, "photo", "en").public_id,
        "consents/for/": maker.cast.luis.public_id,
    }
