"""Sentences for what cannot be, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.ui.format import hours
from kindling.weeks.gathering import Gathered
from kindling.weeks.solving.checking import Clash, Wrong
from kindling.weeks.solving.reasons import ROOMS, Reason, Why

SOMEBODY = "…"


def clash_words(gathered: Gathered, clash: Clash) -> str:
    """One sentence about why a slot cannot be."""
    name = gathered.names.get
    facts = {
        "name": name(clash.talk, SOMEBODY), "key": name(clash.key, SOMEBODY),
        "other": name(clash.other, SOMEBODY),
    }  # fmt: skip
    return _clash(clash.wrong) % facts


def _clash(wrong: Wrong) -> str:
    return {
        Wrong.ROOM_TAKEN: _("%(key)s is taken then: %(other)s is there, or comes right after."),
        Wrong.ROOM_SHUT: _("%(key)s is not open that long at this time."),
        Wrong.NO_ROOM: _("This room is not in the week any more. Choose another."),
        Wrong.NO_VIDEO: _(
            "Somebody joins by video, and %(key)s has none. Choose a room with video."
        ),
        Wrong.TWO_AT_ONCE: _("%(key)s is with %(other)s then. Choose another time."),
        Wrong.SIBLINGS: _(
            "%(other)s shows at the same time, and %(key)s is family to both. Choose another time."
        ),
        Wrong.NOT_FREE: _("%(key)s cannot be there then."),
        Wrong.NO_INTERPRETER: _("No interpreter for the family’s language is free then."),
    }[wrong]


def clashes_words(gathered: Gathered, clashes: tuple[Clash, ...]) -> list[str]:
    """Each sentence once, in order."""
    return list(dict.fromkeys(clash_words(gathered, clash) for clash in clashes))


def own_words(gathered: Gathered, clashes: tuple[Clash, ...]) -> list[str]:
    """What a student reads, who learns nothing of others: one sentence."""
    if any(clash.wrong == Wrong.SIBLINGS for clash in clashes):
        return [family_words()]
    return [_("This time is not free any more. Choose another.")]


def family_words() -> str:
    return _("Your brother or sister shows then, and your family could not see both.")


def reason_words(names: Mapping[str, str], reason: Reason) -> str:
    """One sentence that says what cannot be met, and what would help."""
    told = [names.get(key, SOMEBODY) for key in reason.keys if key != ROOMS]
    if reason.why == Why.TAKEN and ROOMS in reason.keys:
        told.append(_("every room"))
    facts = {
        "who": ", ".join(told), "needed": hours(reason.needed), "there": hours(reason.there),
    }  # fmt: skip
    if reason.why == Why.TAKEN:
        sentence = ngettext(
            "There is %(num)s time that suits everybody, and it is taken. In the way: %(who)s.",
            "There are %(num)s times that suit everybody, all of them taken. In the way: %(who)s.",
            reason.there,
        )
        return sentence % {**facts, "num": reason.there}
    return _reason(reason.why) % facts


def _reason(why: Why) -> str:
    return {
        Why.LITTLE_ROOM: _(
            "All exhibitions together need %(needed)s of rooms with the pauses between, and the rooms are open for %(there)s. Add a room or a day, or make them shorter."
        ),
        Why.OVERFULL: _("%(who)s is needed for %(needed)s and has time for %(there)s."),
        Why.SHORT: _("No room is open for %(needed)s in one go."),
        Why.NO_VIDEO: _("Somebody joins by video, and no room with video is open for %(needed)s."),
        Why.NO_INTERPRETER: _("Nobody in this week interprets for the family. Add an interpreter."),
        Why.NOT_TOGETHER: _(
            "Never free for %(needed)s at the same time in the open hours: %(who)s."
        ),
        Why.VOICE_AWAY: _("When the panel has time, none of these interpreters has: %(who)s."),
        Why.ONE_AWAY: _("There would be a time if %(who)s were not needed elsewhere."),
    }[why]
