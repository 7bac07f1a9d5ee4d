"""The keys of Harbor View."""

from kindling.seals.actions import key_of


def add(maker) -> None:
    key_of(maker.cast.school)
    maker.ids |= {"<slug:school_slug>": maker.cast.school.slug, "<slug:key_kind>": "ed25519"}
