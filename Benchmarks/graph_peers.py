#!/usr/bin/env python3
"""Measures other engines on the graph of `graph-benchmark generate`, and prints one JSON object a line.

    graph_peers.py GRAPH.nt START END

START and END are IRIs; the question is the shortest directed path between them. Engines that are not installed are
left out: pip install networkx igraph pyoxigraph. Each runs in a process of its own, so that memory is its own too.
"""

import json
import os
import re
import resource
import sqlite3
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


def with_networkx(path, start, end):
    import networkx

    graph = networkx.DiGraph()
    graph.add_edges_from((s, o) for s, _, o in edges(path))
    yield "load"
    networkx.shortest_path(graph, start, end)
    yield "path"


def with_igraph(path, start, end):
    import igraph

    graph = igraph.Graph.TupleList(((s, o) for s, _, o in edges(path)), directed=True)
    yield "load"
    graph.get_shortest_path(start, end)
    yield "path"


def with_pyoxigraph(path, start, end):
    import pyoxigraph

    with tempfile.TemporaryDirectory() as folder:
        store = pyoxigraph.Store(folder)
        store.bulk_load(path=path, format=pyoxigraph.RdfFormat.N_TRIPLES)
        yield "load"
        bool(store.query(f"ASK {{ <{start}> (!<urn:none>)+ <{end}> }}"))
        yield "path"


def with_sqlite(path, start, end):
    with tempfile.TemporaryDirectory() as folder:
        base = sqlite3.connect(os.path.join(folder, "graph"))
        base.execute("CREATE TABLE node (n INTEGER PRIMARY KEY, id TEXT UNIQUE)")
        base.execute("CREATE TABLE edge (s INTEGER, o INTEGER, PRIMARY KEY (s, o)) WITHOUT ROWID")
        numbers = {}
        rows = ((numbers.setdefault(s, len(numbers)), numbers.setdefault(o, len(numbers))) for s, _, o in edges(path))
        base.executemany("INSERT OR IGNORE INTO edge VALUES (?, ?)", rows)
        base.executemany("INSERT INTO node VALUES (?, ?)", ((n, i) for i, n in numbers.items()))
        base.commit()
        yield "load"
        base.execute(
            "WITH RECURSIVE reach (n) AS (SELECT n FROM node WHERE id = ? UNION SELECT o FROM reach CROSS JOIN edge ON s = n)"
            " SELECT 1 FROM reach WHERE n = (SELECT n FROM node WHERE id = ?) LIMIT 1", (start, end)).fetchone()
        yield "path"


def measure(name, engine, arguments):
    if os.fork():
        os.wait()
        return
    try:
        before = time.process_time()
        for step in engine(*arguments):
            now = time.process_time()
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
            print(json.dumps({"engine": name, "what": step, "cpuSeconds": round(now - before, 4), "peakBytes": peak}))
            sys.stdout.flush()
            before = time.process_time()
    except ImportError:
        print(json.dumps({"engine": name, "what": "not installed"}))
    except Exception as error:  # a peer that fails must not end the comparison
        print(json.dumps({"engine": name, "what": "failed", "error": str(error)}))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    for label, function in [("networkx", with_networkx), ("igraph", with_igraph), ("pyoxigraph", with_pyoxigraph),
                            ("sqlite", with_sqlite)]:
        measure(label, function, sys.argv[1:])
