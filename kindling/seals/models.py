"""The keys with which a school signs what it gives away."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.kit.lasting import Lasting
from kindling.schools.models import School, SchoolOwned


class SealKey(Lasting, SchoolOwned):
    """One key pair. A new one is added beside it; none is changed or removed (decision 680).

    What an old key signed is proved with its public half for ever: without it nobody could. Of a
    kind the newest signs.
    """

    class Kind(models.TextChoices):
        ED25519 = "ed25519", _("For credentials")
        RSA = "rsa", _("For PDF files")

    kind = models.CharField(max_length=8, choices=Kind)
    number = models.PositiveSmallIntegerField()  # counted over both kinds: did:web:…#key-1
    public = models.TextField()  # PEM
    secret = models.TextField()  # PKCS8, locked by the secret key of the installation
    certificate = models.TextField(default="", blank=True)  # PEM, of an RSA key

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "number"], name="one_seal_key_per_number"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """What stands behind the # of its address."""
        return f"key-{self.number}"

    @classmethod
    def of(cls, school: School) -> models.QuerySet[SealKey]:
        """Return all keys a school ever had, oldest first."""
        return cls.objects.filter(school=school).order_by("number")
