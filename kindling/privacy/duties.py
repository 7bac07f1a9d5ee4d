"""What is done by when after something got lost. Usual times; a law or a contract may ask for less."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Duty:
    """`within`: of the moment it was found."""

    key: str
    within: timedelta
    label: str | Promise
    hint: str | Promise


DUTIES = (
    Duty(
        "stop", timedelta(hours=24), _("Stop it"),
        _("End sign-ins and links, change the password, lock the device from afar."),
    ),
    Duty(
        "district", timedelta(hours=72), _("Tell the district or the network"),
        _("Contracts on students’ records usually ask for it within 72 hours."),
    ),
    Duty(
        "agency", timedelta(days=7), _("Ask whether the state must be told"),
        _("Some states ask for it within seven days. Ask who advises your school."),
    ),
    Duty(
        "families", timedelta(days=60), _("Write to the families"),
        _("Without delay, and in sixty days at the latest."),
    ),
    Duty(
        "learn", timedelta(days=60), _("Write down what will be different"),
        _("One line in the log: why it could happen, and what keeps it from happening again."),
    ),
)  # fmt: skip
BY_KEY = {duty.key: duty for duty in DUTIES}
