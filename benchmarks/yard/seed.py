"""Fill the yard: 25 advisors, 500 students, 90,000 days; print the sessions to use."""

import json
import os
import sys
from datetime import timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.yard.settings")
import django

django.setup()

from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client

from benchmarks.yard.models import Advisory, Day, Student
from benchmarks.yard.views import TODAY


def main() -> None:
    call_command("migrate", verbosity=0)  # accounts first: our tables point at them
    call_command("migrate", run_syncdb=True, verbosity=0)
    cookies = []
    for number in range(25):
        user = User.objects.create_user(f"advisor{number}")
        advisory = Advisory.objects.create(name=f"Advisory {number}", advisor=user)
        Student.objects.bulk_create(
            Student(advisory=advisory, name=f"Student {number:02}-{n:02}", grade="201", site="Site")
            for n in range(20)
        )
        client = Client()
        client.force_login(user)
        cookies.append(client.cookies["sessionid"].value)
    students = list(Student.objects.values_list("pk", flat=True))
    for back in range(180):
        on = TODAY - timedelta(days=back)
        Day.objects.bulk_create(
            [
                Day(student_id=pk, on=on, state="here", minutes=300, note="A line.")
                for pk in students
            ],
            batch_size=500,
        )
    json.dump({"cookies": cookies, "students": students}, sys.stdout)


main()
