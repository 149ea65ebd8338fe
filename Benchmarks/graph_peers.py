#!/usr/bin/env python3
"""Answers the questions of a benchmark with another engine: graph_peers.py ENGINE GRAPH.nt QUESTIONS ROUNDS

ENGINE is networkx, igraph, sqlite or pyoxigraph. The graph is loaded once; then a JSON object is printed for the load
and for each kind of question that the engine has an answer to: the median of the CPU milliseconds a question, and the
answers, which other engines must agree on. Kinds that take long are asked a few times only.
"""

import collections
import itertools
import json
import os
import re
import resource
import sqlite3
import statistics
import sys
import tempfile
import time

TRIPLE = re.compile(r"<([^>]*)> <([^>]*)> <([^>]*)> \.")


def edges(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            match = TRIPLE.match(line)
            if match:
                yield match.groups()


LABEL = re.compile(r'<([^>]*)> <[^>]*(?:#prefLabel|#altLabel|#label)> "((?:[^"\\]|\\.)*)"')


def labels(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            match = LABEL.match(line)
            if match:
                yield match.group(1), match.group(2).replace('\\"', '"').replace("\\\\", "\\")


class Networkx:
    def __init__(self, path):
        import networkx

        self.nx = networkx
        self.whole = networkx.DiGraph()
        self.triples = list(edges(path))
        self.whole.add_edges_from((s, o) for s, _, o in self.triples)
        self.parts = {}

    def prepare(self, relations):
        if relations and relations not in self.parts:
            part = self.nx.DiGraph()
            part.add_nodes_from(self.whole)
            part.add_edges_from((s, o) for s, p, o in self.triples if p in relations)
            self.parts[relations] = part

    def neighbours(self, a, relations):
        return [len(list(self.whole.successors(a)))]

    def closure(self, a, relations):
        return [len(self.nx.descendants(self.parts[relations], a)) + 1]

    def closures(self, nodes, relations):
        return [sum(len(self.nx.descendants(self.parts[relations], a)) + 1 for a in nodes)]

    def within(self, a, b, relations):
        return [int(self.nx.has_path(self.parts[relations], a, b))]

    def path(self, a, b, relations):
        return [len(self.nx.bidirectional_shortest_path(self.whole, a, b)) - 1]

    def all_shortest(self, a, b, relations):
        paths = list(self.nx.all_shortest_paths(self.whole, a, b))
        return [len(paths[0]) - 1, len(paths)]

    def three(self, a, b, relations):
        return [len(path) - 1 for path in itertools.islice(self.nx.shortest_simple_paths(self.whole, a, b), 3)]

    slow = {"all_shortest": 5, "closures": 1}


class Igraph:
    def __init__(self, path):
        import igraph

        self.igraph = igraph
        self.triples = list(edges(path))
        self.numbers = {}
        for s, _, o in self.triples:
            self.numbers.setdefault(s, len(self.numbers))
            self.numbers.setdefault(o, len(self.numbers))
        self.whole = self.graph((s, o) for s, _, o in self.triples)
        self.parts = {}

    def graph(self, pairs):
        unique = dict.fromkeys((self.numbers[s], self.numbers[o]) for s, o in pairs)
        return self.igraph.Graph(n=len(self.numbers), edges=list(unique), directed=True)

    def prepare(self, relations):
        if relations and relations not in self.parts:
            self.parts[relations] = self.graph((s, o) for s, p, o in self.triples if p in relations)

    def neighbours(self, a, relations):
        return [len(self.whole.neighbors(self.numbers[a], mode="out"))]

    def closure(self, a, relations):
        return [len(self.parts[relations].subcomponent(self.numbers[a], mode="out"))]

    def closures(self, nodes, relations):
        numbers = [self.numbers[a] for a in nodes]
        return [sum(self.parts[relations].neighborhood_size(numbers, order=len(self.numbers), mode="out"))]

    def within(self, a, b, relations):
        return [int(self.numbers[b] in self.parts[relations].subcomponent(self.numbers[a], mode="out"))]

    def path(self, a, b, relations):
        return [len(self.whole.get_shortest_path(self.numbers[a], self.numbers[b])) - 1]

    def all_shortest(self, a, b, relations):
        paths = self.whole.get_all_shortest_paths(self.numbers[a], self.numbers[b])
        return [len(paths[0]) - 1, len(paths)]

    def three(self, a, b, relations):
        paths = self.whole.get_k_shortest_paths(self.numbers[a], self.numbers[b], k=3, output="vpath")
        return [len(path) - 1 for path in paths]

    slow = {"path": 10, "all_shortest": 5, "three": 2}


class Sqlite:
    """Recursive common table expressions over a table of edges with one index for each direction of use."""

    def __init__(self, path):
        self.folder = tempfile.TemporaryDirectory()
        self.base = base = sqlite3.connect(os.path.join(self.folder.name, "graph"))
        base.execute("CREATE TABLE node (n INTEGER PRIMARY KEY, id TEXT UNIQUE)")
        base.execute("CREATE TABLE predicate (n INTEGER PRIMARY KEY, id TEXT UNIQUE)")
        base.execute("CREATE TABLE edge (s INTEGER, p INTEGER, o INTEGER, PRIMARY KEY (s, p, o)) WITHOUT ROWID")
        self.numbers, self.predicates = {}, {}

        def number(names, name):
            return names.setdefault(name, len(names))

        rows = [(number(self.numbers, s), number(self.predicates, p), number(self.numbers, o))
                for s, p, o in edges(path)]
        base.executemany("INSERT OR IGNORE INTO edge VALUES (?, ?, ?)", sorted(rows))
        base.execute("CREATE INDEX reverse ON edge (o, p, s)")
        base.executemany("INSERT INTO node VALUES (?, ?)", ((n, i) for i, n in self.numbers.items()))
        base.execute("CREATE VIRTUAL TABLE search USING fts5 (text, node UNINDEXED)")
        base.executemany("INSERT INTO search VALUES (?, ?)",
                         ((text, number(self.numbers, s)) for s, text in labels(path)))
        base.commit()

    def prepare(self, relations):
        pass

    def wanted(self, relations):
        return ",".join(str(self.predicates[p]) for p in sorted(relations))

    def neighbours(self, a, relations):
        return [len(self.base.execute("SELECT DISTINCT o FROM edge WHERE s = ?", (self.numbers[a],)).fetchall())]

    def reach(self, a, relations):
        return self.base.execute(
            "WITH RECURSIVE reach (n) AS (SELECT ? UNION SELECT o FROM reach CROSS JOIN edge ON s = n"
            f" AND p IN ({self.wanted(relations)})) SELECT n FROM reach", (self.numbers[a],)).fetchall()

    def closure(self, a, relations):
        return [len(self.reach(a, relations))]

    def closures(self, nodes, relations):
        return [sum(len(self.reach(a, relations)) for a in nodes)]

    def within(self, a, b, relations):
        return [int((self.numbers[b],) in self.reach(a, relations))]

    def path(self, a, b, relations):
        # Whether there is a path: with the depth in its rows a recursion would visit every node at every depth.
        row = self.base.execute(
            "WITH RECURSIVE reach (n) AS (SELECT ? UNION SELECT o FROM reach CROSS JOIN edge ON s = n)"
            " SELECT 1 FROM reach WHERE n = ? LIMIT 1", (self.numbers[a], self.numbers[b])).fetchone()
        return [len(row) - 1]

    def labels(self, text, relations):
        phrase = '^"' + text.replace('"', '""') + '"*'
        rows = self.base.execute("SELECT node, text FROM search WHERE search MATCH ?", (phrase,))
        return [len({node for node, label in rows if label.lower().startswith(text.lower())})]

    slow = {"within": 5, "path": 3, "closures": 1}


class Pyoxigraph:
    def __init__(self, path):
        import pyoxigraph

        self.folder = tempfile.TemporaryDirectory()
        self.store = pyoxigraph.Store(self.folder.name)
        self.store.bulk_load(path=path, format=pyoxigraph.RdfFormat.N_TRIPLES)

    def prepare(self, relations):
        pass

    def either(self, relations):
        return "(" + "|".join(f"<{p}>" for p in sorted(relations)) + ")*"

    def neighbours(self, a, relations):
        rows = self.store.query(f"SELECT DISTINCT ?b WHERE {{ <{a}> ?p ?b FILTER isIRI(?b) }}")
        return [sum(1 for _ in rows)]

    def closure(self, a, relations):
        return [sum(1 for _ in self.store.query(f"SELECT DISTINCT ?b WHERE {{ <{a}> {self.either(relations)} ?b }}"))]

    def within(self, a, b, relations):
        return [int(bool(self.store.query(f"ASK {{ <{a}> {self.either(relations)} <{b}> }}")))]

    def path(self, a, b, relations):
        # SPARQL can tell that there is a path, and not how long it is.
        return [int(bool(self.store.query(f"ASK {{ <{a}> (!<urn:none>)+ <{b}> }}"))) - 1]

    def labels(self, text, relations):
        core = "http://www.w3.org/2004/02/skos/core#"
        beginning = json.dumps(text.lower(), ensure_ascii=False)
        rows = self.store.query(
            f"SELECT DISTINCT ?a {{ ?a <{core}prefLabel>|<{core}altLabel>|<http://www.w3.org/2000/01/rdf-schema#label> ?l"
            f" FILTER STRSTARTS(LCASE(STR(?l)), {beginning}) }}")
        return [sum(1 for _ in rows)]

    slow = {"path": 1, "within": 5, "labels": 3}


ENGINES = {"networkx": Networkx, "igraph": Igraph, "sqlite": Sqlite, "pyoxigraph": Pyoxigraph}


def questions(path):
    kinds = collections.OrderedDict()
    for line in open(path, encoding="utf-8"):
        kind, *terms = line.rstrip("\n").split("\t")
        ends = 1 if kind in ("neighbours", "closure", "closures", "labels") else 2
        kinds.setdefault(kind, []).append((terms[:ends], frozenset(terms[ends:])))
    return kinds


def report(**values):
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({**values, "peakBytes": peak}), flush=True)


def main(name, graph, path, rounds):
    before = time.process_time()
    engine = ENGINES[name](graph)
    report(what="load", seconds=time.process_time() - before)
    for kind, items in questions(path).items():
        method = getattr(engine, kind.replace(" ", "_"), None)
        if method is None:
            continue
        limit = engine.slow.get(kind.replace(" ", "_"), len(items))
        if kind != "closures":
            items = items[:limit]
        for _, relations in items:
            engine.prepare(relations)
        times, answers = [], []
        for _ in range(1 if limit < 10 else rounds):
            before = time.process_time()
            if kind == "closures":
                answers = [method([nodes[0] for nodes, _ in items], items[0][1])]
            else:
                answers = [method(*nodes, relations) for nodes, relations in items]
            times.append((time.process_time() - before) * 1000 / (1 if kind == "closures" else len(items)))
        report(what=kind, milliseconds=statistics.median(times), answers=answers)


if __name__ == "__main__":
    if len(sys.argv) != 5 or sys.argv[1] not in ENGINES:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
