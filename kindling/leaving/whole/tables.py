"""Every row of the school, once for a spreadsheet (CSV) and once without loss (JSON lines)."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Model

from kindling.leaving.whole.packing import About, Packer
from kindling.leaving.whole.values import to_cell, to_json
from kindling.leaving.whole.ways import BLANK, fields_of, label_of, packed_models, rows_of
from kindling.schools.models import School

AT_ONCE = 2000
SPOOL = 8 << 20
Say = Callable[[str], None]
Row = list[Any]


class Tables:
    """Writes them, and knows which keys point out of the school."""

    def __init__(self, packer: Packer, school: School, about: About) -> None:
        self.packer, self.school, self.about = packer, school, about
        self.models = packed_models()
        self.keys: dict[type[Model], set[Any]] = {}

    def write(self, say: Say) -> None:
        """All of them. A row whose needed key points to another school's row stays behind."""
        for model in self.models:
            self.keys[model] = set(rows_of(model, self.school).values_list("pk", flat=True))
        self._drop_loose()
        for model in self.models:
            self._write(model)
            say(f"{label_of(model)}: {len(self.keys[model])}")

    def _drop_loose(self) -> None:
        """Leave rows behind that hang on rows which are not here, until none does."""
        moved = True
        while moved:
            moved = False
            for model in self.models:
                needed = [f for f in fields_of(model) if f.is_relation and not f.null]
                if needed and self._drop(model, [f.attname for f in needed], needed):
                    moved = True

    def _drop(self, model: type[Model], names: list[str], needed: list[Any]) -> bool:
        if all(key.related_model is School for key in needed):
            return False  # a key to the school itself needs no look at each row
        here = self.keys[model]
        loose = set()
        rows = rows_of(model, self.school).values_list("pk", *names)
        for pk, *values in rows.iterator(chunk_size=AT_ONCE):
            found = zip(needed, values, strict=True)
            if pk in here and any(value not in self._known(key) for key, value in found):
                loose.add(pk)
        here -= loose
        if loose:
            label = label_of(model)
            self.about.loosened[label] = self.about.loosened.get(label, 0) + len(loose)
        return bool(loose)

    def _known(self, key: Any) -> set[Any]:
        """What this key may point to. Few keys point to another column than the key of a row."""
        model, target = key.related_model, key.target_field
        if target.primary_key or model not in self.keys:
            return self.keys.get(model, set())
        rows = rows_of(model, self.school).filter(pk__in=self.keys[model])
        return set(rows.values_list(target.attname, flat=True))

    def _write(self, model: type[Model]) -> None:
        label, names = label_of(model), [one.name for one in fields_of(model)]
        with tempfile.SpooledTemporaryFile(SPOOL, "w+b") as sheet:
            text = io.TextIOWrapper(sheet, "utf-8", newline="", write_through=True)
            cells = csv.writer(text)
            cells.writerow(names)
            with self.packer.member(f"data/{label}.jsonl") as lines:
                for row in self._rows(model):
                    told = dict(zip(names, map(to_json, row), strict=True))
                    lines.write(json.dumps(told, ensure_ascii=False).encode() + b"\n")
                    cells.writerow([to_cell(value) for value in row])
            text.flush()
            sheet.seek(0)
            self.packer.copy(f"data/{label}.csv", sheet)
            text.detach()
        self.about.rows[label] = len(self.keys[model])

    def _rows(self, model: type[Model]) -> Iterator[Row]:
        """Values in the order of the fields, blanked and loosened."""
        fields, here = fields_of(model), self.keys[model]
        blank = {n: BLANK[name][0] for n, f in enumerate(fields)
                 if (name := f"{label_of(model)}.{f.name}") in BLANK}  # fmt: skip
        loose = [(n, self._known(f)) for n, f in enumerate(fields) if f.is_relation and f.null]
        rows = rows_of(model, self.school).values_list("pk", *(one.attname for one in fields))
        for pk, *row in rows.iterator(chunk_size=AT_ONCE):
            if pk not in here:
                continue
            for number, value in blank.items():
                row[number] = value
            for number, known in loose:
                if row[number] is not None and row[number] not in known:
                    row[number] = None
            yield row
