from django.contrib.auth.models import User
from django.db import models


class Advisory(models.Model):
    name = models.CharField(max_length=100)
    advisor = models.ForeignKey(User, models.CASCADE)


class Student(models.Model):
    advisory = models.ForeignKey(Advisory, models.CASCADE, related_name="students")
    name = models.CharField(max_length=200)
    grade = models.CharField(max_length=10)
    site = models.CharField(max_length=200)


class Day(models.Model):
    student = models.ForeignKey(Student, models.CASCADE, related_name="days")
    on = models.DateField(db_index=True)
    state = models.CharField(max_length=12)
    minutes = models.IntegerField(default=0)
    note = models.CharField(max_length=300, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["student", "on"], name="yard_one_day_per_student")
        ]


class Part(models.Model):
    """What an advisor wrote about a student under one heading."""

    student = models.ForeignKey(Student, models.CASCADE, related_name="parts")
    number = models.IntegerField()
    title = models.CharField(max_length=120)
    text = models.TextField()
