from django.apps import AppConfig


class EnrollmentConfig(AppConfig):
    name = "kindling.enrollment"

    def ready(self) -> None:
        """Say who ends school for somebody who graduates."""
        from kindling.enrollment.actions import graduate_student  # noqa: PLC0415 (models are ready)
        from kindling.gateways import leaving  # noqa: PLC0415

        leaving.register(graduate_student)
