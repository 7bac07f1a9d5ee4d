"""What search finds: the hybrid engine beside full text alone and the embedding alone.

    python benchmarks/search/quality.py        or as the last part of `make bench`

Own sentences on the demo's places, in English and Spanish; and nDCG@10 on the four sets of dev_bench
where that folder is (DEV_BENCH, or ../shared/data/dev_bench), with the least that each must reach.
"""

# ruff: noqa: PLC0415  Django is set up first

import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

SETS = {
    "reported_titles": 0.47,
    "alternate_titles": 0.37,
    "task_sentences": 0.32,
    "activity_phrases": 0.28,
}
ENGINES = ("words", "meaning", "hybrid")


def main():
    os.environ["DJANGO_SETTINGS_MODULE"] = "kindling.config.settings"
    os.environ.setdefault("DEBUG", "1")
    import django

    django.setup()
    from kindling.search import meaning

    if not meaning.is_there():
        print("The extra `meaning` is not installed: no search figures.")
        return 0
    own_sentences()
    long_sentences()
    folder = Path(os.environ.get("DEV_BENCH") or ROOT.parent / "shared" / "data" / "dev_bench")
    if not folder.is_dir():
        print(f"No {folder}: its four sets are left out.")
        return 0
    return four_sets(folder)


def own_sentences():
    from benchmarks.search.adapter import build
    from benchmarks.search.sentences import places, score, sentences

    docs = [{"id": n, "title": title, "text": body} for n, (title, body) in enumerate(places())]
    for language, asked in zip(("English", "Spanish"), sentences(), strict=True):
        for engine in (*ENGINES, "light"):
            rank = build(docs, engine)
            told = score(asked, lambda said, rank=rank: rank(said, len(docs)))
            print(
                f"{language}, {len(asked)} sentences, {engine:<8} MRR {told.mrr:.2f}, top three {told.in_three:.0%}"
            )


def long_sentences():
    """Our own judgements of long sentences: those we looked at, and those held out."""
    from benchmarks.search.adapter import build
    from benchmarks.search.sentences import long_sentences, places, score_judged

    docs = [{"id": n, "title": title, "text": body} for n, (title, body) in enumerate(places())]
    for part, asked in zip(("looked at", "held out"), long_sentences(), strict=True):
        for engine in (*ENGINES, "light"):
            rank = build(docs, engine)
            gained, in_three = score_judged(asked, lambda said, rank=rank: rank(said, 10))
            print(
                f"long, {part}, {len(asked)} sentences, {engine:<8} nDCG@10 {gained:.3f}, a right one in the top three {in_three:.0%}"
            )


def four_sets(folder):
    from benchmarks.search.adapter import build
    from benchmarks.search.sentences import gain

    is_bad = False
    for name, least in SETS.items():
        docs, asked = (lines(folder / name / f"{kind}.jsonl") for kind in ("docs", "queries"))
        right = json.loads((folder / name / "qrels.json").read_text())
        figures = {}
        for engine in ENGINES:
            rank = build(docs, engine)
            gains = [gain(rank(one["text"], 10), right[one["id"]]) for one in asked]
            figures[engine] = sum(gains) / len(gains)
        is_bad |= figures["hybrid"] < least
        told = ", ".join(f"{engine} {figure:.3f}" for engine, figure in figures.items())
        print(f"{name}: nDCG@10 {told} (at least {least})")
    return int(is_bad)


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    sys.exit(main())
