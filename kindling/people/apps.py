from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "kindling.people"

    def ready(self) -> None:
        """Be asked again before a letter about a student leaves."""
        from kindling.notices.still import check_before, say_whom  # noqa: PLC0415
        from kindling.people.telling import (  # noqa: PLC0415 (models are ready only now)
            still_told,
            students_in,
        )

        say_whom(students_in)
        check_before(still_told)
