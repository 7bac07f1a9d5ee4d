from django.apps import AppConfig


class CoursesConfig(AppConfig):
    name = "kindling.courses"

    def ready(self) -> None:
        """Show a student's courses on the plan of their day."""
        from kindling.courses import own_days  # noqa: PLC0415 (models are ready only now)

        own_days.register()
