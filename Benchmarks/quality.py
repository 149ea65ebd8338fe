#!/usr/bin/env python3
"""Measures extraction on public gold annotations and prints docs/Quality.md.

    swift build -c release --product distinguo
    python3 Benchmarks/quality.py EVAL_FOLDER .build/release/distinguo > docs/Quality.md

EVAL_FOLDER holds one folder a set (scierc/dev, abbr-med1250/dev, …) and the scorer score.py. One configuration for all
sets: the built-in rules and the default threshold.
"""
import json, os, subprocess, sys, tempfile

SETS = ["scierc/dev", "abbr-med1250/dev", "abbr-sdu21/dev", "def-deft/dev", "rel-semeval2010t8/dev", "sense-wictsv/dev",
        "terms-acter/dev", "ud-ewt/dev", "ud-gum/dev"]


def measure(folder, tool, name):
    path = os.path.join(folder, name)
    form = ["--format", "conllu"] if name.startswith("ud-") else []
    with tempfile.NamedTemporaryFile(suffix=".out", delete=False) as out:
        subprocess.run([tool, "extract", "--quiet", "--jsonl", os.path.join(path, "docs.jsonl")] + form, stdout=out, check=False)
    score = subprocess.run([sys.executable, "score.py", name, out.name, "--json"], cwd=folder, capture_output=True, text=True)
    os.unlink(out.name)
    if score.returncode != 0:
        sys.exit(f"{name}: {score.stderr.strip()}")
    return json.loads(score.stdout)["scores"]


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder, tool = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    print("# Extraction quality\n")
    print("Development parts of public evaluation sets, default rules and threshold, one configuration for all sets; percent.")
    print("Made by `Benchmarks/quality.py`; `make quality` runs it.\n")
    for name in SETS:
        figures = measure(folder, tool, name)
        print(f"## {name}\n\n| measure | P | R | F1 | found | gold |\n|---|---|---|---|---|---|")
        for measure_name, row in figures.items():
            if isinstance(row, dict):
                cells = [row.get("p", ""), row.get("r", ""), row.get("f1", row.get("acc", row.get("accuracy", ""))), row.get("pred", ""), row.get("gold", row.get("n", ""))]
                print(f"| {measure_name} | " + " | ".join(str(c) for c in cells) + " |")
        print(flush=True)


main()
