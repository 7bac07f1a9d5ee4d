"""A judgement that Luis proposed."""

from kindling.judgements.tests.judging import goal_of, proposed


def add(maker) -> None:
    """Luis says how far he has come with asking questions."""
    cast = maker.cast
    one = proposed(cast)
    maker.ids |= {
        "judgements/": one.public_id,
        "judgements/for/": cast.luis.public_id,
        "<slug:goal_id>": goal_of(cast, "QR1").public_id,
        "<slug:voice>": "first",
        "<slug:piece_id>": one.rests_on.public_id,
    }
