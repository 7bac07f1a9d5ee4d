from django.apps import AppConfig


class PlacementsConfig(AppConfig):
    name = "kindling.placements"

    def ready(self) -> None:
        """Say to sites, clearance and agreements, which know nothing of us, who goes where."""
        from kindling.placements import clearing, memories, papers  # noqa: PLC0415 (models are ready only now)

        clearing.register()
        papers.register()
        memories.register()
