"""The eight topics that a school may not ask children about without telling families first (PPRA).

`topics_in` warns whoever writes a question. It reads words, not meaning: a person decides.
"""

from __future__ import annotations

import re

from django.db import models
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
