"""What search reads, and when it changed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kindling.schools.models import School


class Passage(models.Model):
    """The words of a place, and what they mean. Places with the same words share one.

    It says what is done, never where: which place has it, and who may see that, others know.
    """

    digest = models.CharField(max_length=64, unique=True)
    title = models.CharField(max_length=200)
    body = models.TextField()
    way = models.CharField(max_length=20, default="", db_index=True)  # what worked it out
    point = models.BinaryField(default=b"")  # 384 float16
    near = models.BinaryField(default=b"")  # 25 int16, the occupations, and 25 float16, how near
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.title


class Shelf(models.Model):
    """Counts the changes of a school's places, so that a process knows when to read them again."""

    school = models.OneToOneField(School, models.CASCADE, primary_key=True, related_name="+")
    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name_plural: ClassVar = "shelves"

    def __str__(self) -> str:
        return f"{self.school_id}: {self.number}"
