"""A conversation: one student, one adult from outside, and always somebody of the school."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned
from kindling.schools.roles import Role


class Thread(SchoolOwned):
    """Who writes to whom. The three sides are columns of one row, so that no row beside it can
    leave out the one of the school (decision 0720).

    `student` and `outside` may be empty, not both; `keeper` never is. Nobody else can come in but
    more of the staff (Seat). A second guardian has a conversation of their own.
    """

    class Outside(models.TextChoices):
        """As whom the adult from outside is here."""

        NOBODY = "", ""
        GUARDIAN = Role.GUARDIAN.value, _("Family")
        MENTOR = Role.MENTOR.value, _("Mentor")

    # The key is the person's: then the three sides can be compared within the row.
    student = models.ForeignKey(
        Student, models.PROTECT, to_field="person", null=True, related_name="threads"
    )
    outside = models.ForeignKey(Person, models.PROTECT, null=True, related_name="threads_outside")
    outside_as = models.CharField(max_length=10, choices=Outside, default="", blank=True)
    keeper = models.ForeignKey(Person, models.PROTECT, related_name="threads_kept")
    about = models.ForeignKey(Student, models.CASCADE, null=True, related_name="threads_about")
    last_at = models.DateTimeField()
    # Since when the school owes an answer: the first word from outside that nobody answered.
    waits_since = models.DateTimeField(null=True)
    # The adult from outside asks to be called; until somebody of the school says that they talked.
    call_asked_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    # Somebody asks for an interpreter, and somebody of the school has seen to it.
    interpreter_asked_at = models.DateTimeField(null=True)
    interpreter_asked_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(student__isnull=False) | Q(outside__isnull=False),
                name="thread_is_with_somebody",
            ),
            models.CheckConstraint(
                condition=Q(student__isnull=True) | ~Q(keeper=F("student")),
                name="thread_keeper_is_not_the_student",
            ),
            models.CheckConstraint(
                condition=Q(outside__isnull=True) | ~Q(keeper=F("outside")),
                name="thread_keeper_is_not_from_outside",
            ),
            models.CheckConstraint(
                condition=Q(student__isnull=True)
                | Q(outside__isnull=True)
                | ~Q(student=F("outside")),
                name="thread_sides_are_two_people",
            ),
            models.CheckConstraint(
                condition=Q(outside__isnull=True, outside_as="")
                | (Q(outside__isnull=False) & ~Q(outside_as="")),
                name="thread_says_as_whom",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "-last_at"]),
            models.Index(fields=["keeper", "waits_since"]),
        ]

    def __str__(self) -> str:
        return self.public_id  # no names: it stands in logs

    def get_absolute_url(self) -> str:
        return url("conversations:thread", self.public_id)


class Seat(SchoolOwned):
    """One person's own things in a conversation: what they have read, and where they answer to.

    It lets in more of the staff (`is_staff`), and nobody else: the other sides stand in the
    thread. `public_id` is what the address carries to which this person answers by e-mail.
    """

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="seats")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    is_staff = models.BooleanField(default=False)
    read_at = models.DateTimeField(null=True)
    until_at = models.DateTimeField(null=True)  # left

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["thread", "person"], name="one_seat_in_a_thread"),
        ]
        indexes: ClassVar = [models.Index(fields=["person", "thread"])]

    def __str__(self) -> str:
        return self.public_id
