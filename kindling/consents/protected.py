"""The eight topics that a school may not ask children about without telling families first (PPRA).

`topics_in` reads words, not meaning: a person decides. A survey names the topic, and families are told.
Other places that staff write for students (`refuse_unlooked`) take such words only after a look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kindling.kit.text import plain


class Topic(models.TextChoices):
    """20 U.S.C. 1232h(b), in plain words."""

    POLITICS = "politics", _("Politics of the student or the family")
    MIND = "mind", _("Mental health")
    SEX = "sex", _("Sex")
    LAW = "law", _("Breaking rules or the law")
    FAMILY = "family", _("What the student thinks of people in the family")
    SECRET = "secret", _("What is told to a doctor, a lawyer or a priest")
    FAITH = "faith", _("Religion")
    MONEY = "money", _("Money of the family")


# Beginnings of words, without accents: English and Spanish, the languages staff write in first.
STEMS: dict[Topic, str] = {
    Topic.POLITICS: "politic republican democrat vote voti voto partido election immigra inmigra",
    Topic.MIND: "depress anxi ansied suicid selfharm therapy terapia mental psycholog psicolog lonel panic",
    Topic.SEX: "sex gender genero lesbian gay bisexual pregnan embaraz boyfriend girlfriend novio novia",
    Topic.LAW: "drug droga alcohol smok fuma vape vaping steal stole robar robo gang pandilla arrest illegal ilegal crime",
    Topic.FAMILY: "parents padres mother father madre padre mom dad mama papa siblings hermanos divorc",
    Topic.SECRET: "doctor lawyer abogad priest pastor confess counselor psychiatr",
    Topic.FAITH: "religio church iglesia mosque mezquita pray rezar rezas faith dios god bible biblia muslim christian jewish",
    Topic.MONEY: "income ingreso salary salario poor pobre rich rent welfare debt deuda foodstamp afford",
}  # fmt: skip

_READ = {
    topic: re.compile(rf"\b(?:{'|'.join(stems.split())})", re.IGNORECASE)
    for topic, stems in STEMS.items()
}


def topics_in(text: str) -> list[Topic]:
    """Return the topics whose words stand in a question, in the order of the law."""
    read = plain(text.replace("self-harm", "selfharm").replace("food stamp", "foodstamp"))
    return [topic for topic, stems in _READ.items() if stems.search(read)]


LOOKED = "looked"  # the name of the field


def looked_field() -> forms.BooleanField:
    """For a form whose words students answer. Shown once its words sound protected."""
    return forms.BooleanField(
        label=_("I read it again. It asks the student for none of this."), required=False
    )


def refuse_unlooked(texts: Iterable[str], *, looked: bool) -> list[str]:
    """Return the protected topics that these words sound like, for the history.

    Raises ValidationError on the field LOOKED while nobody said that they ask for none of it:
    what does ask belongs into a survey, of which families are told first and may say no.
    """
    found = topics_in("\n".join(texts))
    if found and not looked:
        names = ", ".join(f"“{one.label}”" for one in found)
        told = gettext(
            "This may ask students about %(topics)s. The law wants families told first, and able to say no. Ask it in a survey, use other words, or say below that it does not ask for this."
        )
        raise ValidationError({LOOKED: told % {"topics": names}})
    return [one.value for one in found]
