from django.apps import AppConfig


class FamiliesConfig(AppConfig):
    name = "kindling.families"

    def ready(self) -> None:
        """Stand on the page of an exhibition; let a family send its voice behind its link."""
        from kindling.exhibitions import along  # noqa: PLC0415 (models are ready only now)
        from kindling.families.queries.section import section  # noqa: PLC0415
        from kindling.families.rules import FAMILY_WEEK  # noqa: PLC0415
        from kindling.uploads.rules import let_send  # noqa: PLC0415

        along.register_section(section)
        let_send(FAMILY_WEEK)
