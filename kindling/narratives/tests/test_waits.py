"""What waits for whom, from the first word to the last reader."""

from __future__ import annotations

import time_machine

from kindling.narratives import actions
from kindling.narratives.queries.waits import waits
from kindling.narratives.tests.writing import OWN, begin, fresh, narrative_of, write, write_all
from kindling.schools.inside import inside


def say(cast, who: str) -> list[str]:
    with inside(cast.school):
        return [one.say for one in waits(cast.as_(who))]


def test_it_waits_for_one_after_the_other(cast):
    fall = begin(cast, grades=["401"])
    luis = narrative_of(fall, cast.luis)
    assert say(cast, "luis") == ["Write your part of “Fall” by Fri 6 Nov"]
    assert say(cast, "ana") == []  # its day is more than three weeks away

    write(cast, luis, "luis", 1, OWN)
    actions.hand_in_words(luis, by=cast.as_("luis"))
    assert say(cast, "luis") == []
    with time_machine.travel("2026-11-05T12:00Z"):
        assert say(cast, "ana") == ["Write 1 narrative of “Fall” by Fri 20 Nov"]

    write_all(cast, luis)
    actions.submit_narrative(fresh(luis), by=cast.as_("ana"))
    assert say(cast, "dana") == ["Read 1 narrative of “Fall” before the family does"]
    actions.give_back(fresh(luis), comment="Name the days.", by=cast.as_("dana"))
    assert say(cast, "ana") == ["Look again at 1 narrative of “Fall” that came back"]

    actions.submit_narrative(fresh(luis), by=cast.as_("ana"))
    actions.pass_on(fresh(luis), by=cast.as_("dana"))
    assert say(cast, "dana") == []
    with time_machine.travel("2026-11-25T12:00Z"):
        assert say(cast, "dana") == ["Release “Fall” to the families"]
    assert say(cast, "rosa") == []

    actions.release_round(fall, by=cast.as_("dana"))
    assert (say(cast, "rosa"), say(cast, "luis")) == (
        ["Read the narrative about Luis"], ["Read your narrative"],
    )  # fmt: skip
    actions.acknowledge(fresh(luis), by=cast.as_("rosa"))
    assert (say(cast, "rosa"), say(cast, "maya"), say(cast, "otto")) == ([], [], [])


def test_a_correction_waits_to_be_read_again(cast):
    fall = begin(cast, grades=["401"], principal_reads=False)
    luis = narrative_of(fall, cast.luis)
    write_all(cast, luis)
    actions.submit_narrative(fresh(luis), by=cast.as_("ana"))
    actions.release_round(fall, by=cast.as_("dana"))
    actions.acknowledge(fresh(luis), by=cast.as_("rosa"))
    actions.begin_correction(fresh(luis), reason="A day.", by=cast.as_("ana"))
    assert say(cast, "rosa") == []

    write(cast, fresh(luis), "ana", 1, "Other words.")
    actions.publish_correction(fresh(luis), by=cast.as_("ana"))

    assert say(cast, "rosa") == ["Read the narrative about Luis"]
