from django.apps import AppConfig


class GoalsConfig(AppConfig):
    name = "kindling.goals"

    def ready(self) -> None:
        """Let every new school begin with the goals that Kindling ships."""
        from kindling.goals.actions.starting import give_start  # noqa: PLC0415 (models are ready only now)
        from kindling.schools.beginning import begin_with  # noqa: PLC0415

        begin_with(give_start)
