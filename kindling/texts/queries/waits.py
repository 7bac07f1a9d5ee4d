"""Texts from numbers that nobody has wait for a person."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.kit.addresses import url
from kindling.kit.waits import MOST, HoldsUp, Wait
from kindling.schools.viewer import Viewer
from kindling.texts.rules import unplaced_texts


def waits(viewer: Viewer) -> list[Wait]:
    """For leaders, each of them, the oldest first. One statement."""
    return [
        Wait(
            key=f"texts.unplaced:{text.public_id}",
            say=_("Look at a text from a number nobody knows"),
            url=url("conversations:unplaced"),
            holds_up=HoldsUp.FAMILY,
            since=text.at,
            icon="message-square-text",
        )
        for text in unplaced_texts(viewer)[:MOST]
    ]
