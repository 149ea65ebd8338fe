#!/usr/bin/env python3
"""Measures how much documents of one field and of two fields share: the figures of docs/decisions/005-senses-by-document.md.

    python3 Benchmarks/shared_concepts.py .build/release/distinguo FOLDER[,FOLDER] FOLDER …

Each argument is a field, of one or several folders. All are read into one store. A pair of documents shares the concepts
that both mention, each weighed by log2(1 + documents / documents that mention it), divided by those of the document
with less; documents of fewer than thirty concepts are left out. Printed is the share of pairs at or below each limit.
"""
import collections, itertools, math, os, sqlite3, subprocess, sys, tempfile

LEAST_CONCEPTS = 30


def mentions(tool, fields):
    """The concepts of every document."""
    folders = [folder for field in fields for folder in field]
    with tempfile.TemporaryDirectory() as work:
        path = os.path.join(work, "store.sqlite")
        done = subprocess.run([tool, "ingest", "--quiet", "--db", path, *folders], stdout=subprocess.DEVNULL)
        if done.returncode not in (0, 3): sys.exit(done.returncode)
        found = collections.defaultdict(set)
        rows = sqlite3.connect(path).execute(
            "SELECT DISTINCT s.id, m.node FROM mention m JOIN passage p ON p.id = m.passage JOIN source s ON s.n = p.source")
        for document, node in rows: found[document].add(node)
        return found


def main(tool, fields):
    found = mentions(tool, fields)
    owner = {}
    for number, field in enumerate(fields):
        for document in found:
            if any(os.path.exists(os.path.join(folder, document)) for folder in field): owner[document] = number
    documents = sorted(document for document in owner if len(found[document]) >= LEAST_CONCEPTS)
    spread = collections.Counter(node for document in found for node in found[document])
    weight = lambda nodes: sum(math.log2(1 + len(found) / spread[node]) for node in sorted(nodes))
    shares = {True: [], False: []}
    for a, b in itertools.combinations(documents, 2):
        shared = weight(found[a] & found[b]) / min(weight(found[a]), weight(found[b]))
        shares[owner[a] == owner[b]].append(shared)
    print(f"{len(documents)} documents; {len(shares[True])} pairs of one field, {len(shares[False])} of two")
    for limit in (0.01, 0.02, 0.03, 0.05):
        one, two = (sum(x <= limit for x in shares[same]) / max(1, len(shares[same])) for same in (True, False))
        print(f"at most {limit:.2f}: {one:.3f} of one field, {two:.3f} of two")


if __name__ == "__main__":
    if len(sys.argv) < 4: sys.exit(__doc__)
    main(os.path.abspath(sys.argv[1]), [argument.split(",") for argument in sys.argv[2:]])
