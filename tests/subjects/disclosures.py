"""A transcript of Luis that went to a college."""

from kindling.disclosures.actions import disclose


def add(maker) -> None:
    """Rosa agreed, Priya sent it."""
    cast = maker.cast
    disclose(cast.luis, "Reed", "Transcript", "Admission", consent=cast.rosa, by=cast.as_("priya"))
    maker.ids |= {"disclosures/for/": cast.luis.public_id}
