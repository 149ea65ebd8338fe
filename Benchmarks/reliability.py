#!/usr/bin/env python3
"""Measures how far the confidence of relations can be trusted and prints docs/Reliability.md.

    python3 Benchmarks/reliability.py EVAL_FOLDER .build/release/distinguo > docs/Reliability.md

EVAL_FOLDER holds rel-semeval2010t8/dev, scierc/dev, scierc/train and the scorer score.py, whose comparison of phrases is
used. A SciERC relation is right when the annotators have it with the same type and heads (they mark few of the relations
that a text states, so the share is a lower bound); a SemEval one when it joins the two marked nouns as the annotators do.
"""
import collections, json, os, subprocess, sys, tempfile

BINS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01]


def extracted(tool, path):
    with tempfile.NamedTemporaryFile(suffix=".out") as out:
        subprocess.run([tool, "extract", "--quiet", "--jsonl", os.path.join(path, "docs.jsonl")], stdout=out, check=False)
        found = collections.defaultdict(list)
        for line in open(out.name, encoding="utf-8"):
            row = json.loads(line)
            if row["kind"] == "relation": found[row["doc"]].append(row)
        return found


def gold_of(path):
    return [json.loads(line) for line in open(os.path.join(path, "gold.jsonl"), encoding="utf-8")]


def scientific(score, tool, path):
    """Yields (rule, confidence, right) for the relation types of SciERC."""
    found = extracted(tool, path)
    for gold in gold_of(path):
        rows = collections.defaultdict(list)
        for r in gold["relations"]: rows[r["predicate"]].append((phrases(r["subject"]), phrases(r["object"])))
        for row in found[gold["doc"]]:
            name, s, o = score.canon(row)
            if name not in ("is-a", "part-of", "used-for", "compare"): continue
            right = any(meets(score, s, a) and meets(score, o, b) or name == "compare" and meets(score, s, b) and meets(score, o, a) for a, b in rows[name])
            yield row["rule"], row["confidence"], right


def phrases(end): return [end["text"]] + end.get("alt", [])


def meets(score, phrase, choices): return any(score.relaxed(phrase, choice) for choice in choices)


def nominal(score, tool, path):
    """Yields (rule, confidence, right) for causes and part-of between the nouns that SemEval marks."""
    found = extracted(tool, path)
    for gold in gold_of(path):
        ends = {k: gold[k]["text"] for k in ("e1", "e2")}
        hit = lambda s, k: score.head(s) == score.sing(score.toks(ends[k])[-1])
        for row in found[gold["doc"]]:
            name, s, o = score.canon(row)
            name = "part-of" if name == "member-of" else name
            if name not in ("causes", "part-of"): continue
            pair = ("e1", "e2") if hit(s, "e1") and hit(o, "e2") else ("e2", "e1") if hit(s, "e2") and hit(o, "e1") else None
            if pair is None: continue
            want = gold["relation"]
            kind = want and ("part-of" if want["predicate"] == "member-of" else want["predicate"])
            yield row["rule"], row["confidence"], bool(want) and kind == name and pair == (want["subject"], want["object"])


def table(title, rows):
    print(f"## {title}\n\n| confidence | relations | mean confidence | right |\n|---|---|---|---|")
    for low, high in zip(BINS, BINS[1:]):
        part = [(c, ok) for _, c, ok in rows if low <= c < high]
        if part:
            mean, right = sum(c for c, _ in part) / len(part), sum(ok for _, ok in part) / len(part)
            print(f"| {low:.1f}–{min(high, 1):.1f} | {len(part)} | {mean:.2f} | {right:.2f} |")
    print("\n| rule | relations | mean confidence | right |\n|---|---|---|---|")
    rules = collections.defaultdict(list)
    for rule, c, ok in rows: rules[rule].append((c, ok))
    for rule, part in sorted(rules.items()):
        if len(part) >= 10:
            print(f"| {rule} | {len(part)} | {sum(c for c, _ in part) / len(part):.2f} | {sum(ok for _, ok in part) / len(part):.2f} |")
    print()


def main():
    if len(sys.argv) != 3: sys.exit(__doc__)
    folder, tool = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    sys.path.insert(0, folder)
    import score
    print("# How far confidence can be trusted\n")
    print("Made by `Benchmarks/reliability.py`; `make quality` runs it. A share of 0.80 at confidence 0.80 would be exact.\n")
    table("SemEval-2010 task 8, causes and part-of (development part)", list(nominal(score, tool, os.path.join(folder, "rel-semeval2010t8/dev"))))
    scierc = [row for part in ("scierc/dev", "scierc/train") for row in scientific(score, tool, os.path.join(folder, part))]
    print("The annotators of SciERC mark the relations between the entities that they chose, at most one a pair; what a text states beyond that counts as wrong here.\n")
    table("SciERC, is-a, part-of, used-for, compare (training and development parts)", scierc)


main()
