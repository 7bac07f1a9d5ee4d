"""A sitting in which Noor marks a judgement of Luis's again, and an example that he is asked for."""

from kindling.moderation.actions import ask_exemplar, begin_profile, choose_profiles
from kindling.moderation.tests.moderating import another_advisor, drawn, judged


def add(maker) -> None:
    """Ana judged it, Dana leads, nobody has marked yet."""
    cast = maker.cast
    noor = another_advisor(cast)
    one = judged(cast, code="SR1")
    sitting = drawn(cast, [noor])
    other = judged(cast, code="SR2")
    example = ask_exemplar(
        other, other.rests_on, title="Bees", words="Why bees leave.", why="A fair test.",
        by=cast.as_("ana"),
    )  # fmt: skip
    choose_profiles(is_on=True, fewest=2, by=cast.as_("dana"))
    profile = begin_profile(cast.luis, [cast.ana, noor], by=cast.as_("luis"))
    maker.ids |= {
        "moderation/sittings/": sitting.public_id,
        "moderation/sampled/": sitting.sampled.get(judgement=one).public_id,
        "moderation/examples/": example.public_id,
        "moderation/examples/goals/": other.goal.public_id,
        "moderation/examples/ask/": other.public_id,
        "<slug:word>": "yes",
        "moderation/profiles/": profile.public_id,
    }
