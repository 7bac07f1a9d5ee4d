"""`python -m kindling.inventory draft APP` prints a first record.toml; `check [APP]` says what is wrong."""

import os
import sys

import django


def main(words: list[str]) -> int:
    """Return 1 where something is wrong."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kindling.config.settings")
    django.setup()
    from django.apps import apps  # noqa: PLC0415  (Django is set up first)

    from kindling.inventory.checking import faults_of  # noqa: PLC0415
    from kindling.inventory.drafting import draft  # noqa: PLC0415

    if words[:1] == ["draft"]:
        sys.stdout.write(draft(apps.get_app_config(words[1])))
        return 0
    configs = [apps.get_app_config(w) for w in words[1:]] or apps.get_app_configs()
    faults = [fault for config in configs for fault in faults_of(config)]
    sys.stdout.write("\n".join([*faults, f"{len(faults)} faults\n"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
