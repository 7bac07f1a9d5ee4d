"""The hats people wear at a school."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person is at one school. Rules name roles; nothing else grants anything."""

    STUDENT = "student", _("Student")
    ADVISOR = "advisor", _("Advisor")
    COORDINATOR = "coordinator", _("Internship coordinator")
    PRINCIPAL = "principal", _("Principal")
    REGISTRAR = "registrar", _("Registrar")
    ADMINISTRATOR = "administrator", _("Administrator")
    STAFF = "staff", _("Other staff")
    MENTOR = "mentor", _("Mentor")
    GUARDIAN = "guardian", _("Family")
    COACH = "coach", _("Network coach")
    ALUM = "alum", _("Alum")
    SYSTEM = "system", _("Kindling itself")  # the clock; no person holds it


# Roles a school may give to a person.
GIVEN = [role for role in Role if role != Role.SYSTEM]
# Who works at the school; only they see adults' contact details as a matter of course.
STAFF = (
    Role.ADVISOR,
    Role.COORDINATOR,
    Role.PRINCIPAL,
    Role.REGISTRAR,
    Role.ADMINISTRATOR,
    Role.STAFF,
)
# Who sees the whole school.
LEADERS = (Role.COORDINATOR, Role.PRINCIPAL, Role.REGISTRAR, Role.ADMINISTRATOR)
