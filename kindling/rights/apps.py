from django.apps import AppConfig


class RightsConfig(AppConfig):
    name = "kindling.rights"

    def ready(self) -> None:
        """Nothing is destroyed that somebody asked for."""
        from kindling.inventory.holding import hold_while  # noqa: PLC0415 (models are ready only now)
        from kindling.rights.holding import students_with_something_open  # noqa: PLC0415

        hold_while(students_with_something_open)
