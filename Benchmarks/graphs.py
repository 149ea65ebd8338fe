#!/usr/bin/env python3
"""Measures Distinguo and its peers on the same graphs and questions, and prints the table of docs/Performance.md.

    Benchmarks/graphs.py [--work FOLDER] [--edges 1000000,10000000] [--peers NAMES] [--rounds N] [--minutes N]
                         [--json FILE] [--tools DISTINGUO,GRAPH-BENCHMARK]

Makes a virtual environment with the peers, fetches WordNet (Debian's wordnet-base), builds the release binaries,
generates the graphs, and runs every engine in a process of its own on a file of questions chosen by a seed. Times are
CPU times, medians of several rounds. It fails when two engines disagree about an answer. What was made before in
FOLDER is used again. The table goes to standard output as Markdown, all figures to FILE as JSON.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ENGINES = ("networkx", "igraph", "sqlite", "pyoxigraph")
KINDS = ("neighbours", "closure", "within", "path", "all shortest", "three", "closures", "labels")
ROWS = {
    "neighbours": ("one-hop neighbours", "0.003"),
    "closure": ("closure up a relation", "0.003"),
    "within": ("a →(p1\\|p2)* b", "0.01"),
    "path": ("shortest path, directed", "0.03; 0.5 from the tables"),
    "all shortest": ("all shortest paths", "0.3"),
    "three": ("3 shortest simple paths", "0.6"),
    "closures": ("closures of 10,000 starts", "5"),
    "labels": ("labels by their beginning", "as SQLite"),
}


def run(*command, **options):
    return subprocess.run([str(word) for word in command], check=True, **options)


def lines(*command, timeout=None):
    """The JSON objects that a command prints, one a line."""
    text = run(*command, stdout=subprocess.PIPE, text=True, timeout=timeout).stdout
    return [json.loads(line) for line in text.splitlines()]


def cold(command, rounds):
    """CPU milliseconds and peak bytes of a process, measured by a parent that is small itself."""
    code = ("import os,sys,json\nr=[]\nnull=[(os.POSIX_SPAWN_OPEN,n,'/dev/null',os.O_WRONLY,0) for n in (1,2)]\n"
            "for _ in range(int(sys.argv[1])):\n"
            " p=os.posix_spawn(sys.argv[2],sys.argv[2:],os.environ,file_actions=null)\n"
            " u=os.wait4(p,0)[2]\n r.append(((u.ru_utime+u.ru_stime)*1000,u.ru_maxrss*1024))\nprint(json.dumps(r))")
    text = run(sys.executable, "-I", "-S", "-c", code, rounds, *command, stdout=subprocess.PIPE, text=True).stdout
    return json.loads(text)


class Bench:
    def __init__(self, options):
        self.options = options
        self.work = pathlib.Path(options.work)
        self.work.mkdir(parents=True, exist_ok=True)
        self.results = {"versions": {}, "graphs": {}}

    # What is needed

    def prepare(self):
        self.python = self.work / "venv/bin/python"
        if not self.python.exists():
            run(sys.executable, "-m", "venv", self.work / "venv")
            run(self.python, "-m", "pip", "install", "-q", "networkx", "igraph", "pyoxigraph")
        for name in ("networkx", "igraph", "pyoxigraph"):
            code = f"import importlib.metadata as m; print(m.version('{name}'))"
            self.results["versions"][name] = run(
                self.python, "-c", code, stdout=subprocess.PIPE, text=True).stdout.strip()
        if self.options.tools:
            self.tool, self.benchmark = (pathlib.Path(path) for path in self.options.tools.split(","))
            return
        # As `make release` links it.
        linux = ["--static-swift-stdlib", *("-Xlinker --no-export-dynamic -Xlinker --exclude-libs=ALL".split())]
        flags = ["-c", "release"] + (linux if sys.platform == "linux" else [])
        self.tool = self.build(HERE.parent, "distinguo", flags)
        self.benchmark = self.build(HERE, "graph-benchmark", flags)

    def build(self, package, product, flags):
        scratch = ["--scratch-path", str(self.work / f"build-{product}")]
        run("swift", "build", "--package-path", package, "--product", product, *flags, *scratch,
            stdout=sys.stderr)
        path = run("swift", "build", "--package-path", package, *flags, *scratch, "--show-bin-path",
                   stdout=subprocess.PIPE, text=True).stdout.strip()
        return pathlib.Path(path) / product

    def wordnet(self):
        target = self.work / "wordnet.nt"
        if not target.exists():
            if not list(self.work.glob("wordnet-base*.deb")):
                run("apt-get", "download", "-q", "wordnet-base", cwd=self.work, stdout=sys.stderr)
            run("dpkg", "-x", next(self.work.glob("wordnet-base*.deb")), self.work / "wordnet")
            with open(target, "w", encoding="utf-8") as out:
                run(sys.executable, HERE / "wordnet_triples.py", self.work / "wordnet/usr/share/wordnet", stdout=out)
        return target

    def synthetic(self, edges):
        target = self.work / f"synthetic-{edges}.nt"
        if not target.exists():
            run(self.benchmark, "generate", edges, target)
        return target

    # One graph

    def measure(self, name, graph, first, second):
        print(f"{name} …", file=sys.stderr)
        store, questions = graph.with_suffix(".sqlite"), graph.with_suffix(".questions")
        for old in graph.parent.glob(store.name + "*"):
            old.unlink()
        result = self.results["graphs"][name] = {"engines": {}}
        result["load"] = lines(self.benchmark, "load", graph, store)[0]
        if not questions.exists():
            run(self.python, HERE / "graph_questions.py", graph, questions, first, second)
        rounds = self.options.rounds
        engines = result["engines"]
        engines["tables"] = self.kinds(lines(self.benchmark, "search", store, questions, "tables", rounds))
        self.cold(result, store, questions)
        # The first run makes the arrays, the second one finds them.
        made = lines(self.benchmark, "search", store, questions, "arrays", 1)
        engines["arrays"] = self.kinds(lines(self.benchmark, "search", store, questions, "arrays", rounds))
        engines["arrays"]["made"] = made[0]
        for engine in self.options.peers.split(","):
            if engine:
                try:
                    found = lines(
                        self.python, HERE / "graph_peers.py", engine, graph, questions, rounds,
                        timeout=self.options.minutes * 60)
                except subprocess.CalledProcessError as error:
                    print(f"{engine}: {error}", file=sys.stderr)
                    continue
                except subprocess.TimeoutExpired:
                    result.setdefault("leftOut", []).append(engine)
                    continue
                engines[engine] = self.kinds(found)
        self.compare(name, engines)

    def kinds(self, found):
        return {item.pop("what"): item for item in found}

    def cold(self, result, store, questions):
        pairs = [line.split("\t")[1:3] for line in questions.read_text().splitlines() if line.startswith("path\t")]
        figures = []
        for start, end in pairs[:10]:
            question = f"path <{start.strip()}> ~> <{end.strip()}>"
            figures += cold([str(self.tool), "query", question, "--db", str(store)], 5)[1:]
        result["cold"] = {
            "milliseconds": statistics.median(cpu for cpu, _ in figures),
            "worstMilliseconds": max(cpu for cpu, _ in figures),
            "peakBytes": max(peak for _, peak in figures),
        }

    def compare(self, name, engines):
        """Ends the run when an engine gives another answer than the tables of Distinguo."""
        ours = engines["tables"]
        for engine, kinds in engines.items():
            for kind, item in kinds.items():
                if kind not in KINDS or "answers" not in item:
                    continue
                for number, (theirs, mine) in enumerate(zip(item["answers"], ours[kind]["answers"])):
                    if engine in ("sqlite", "pyoxigraph") and kind == "path":
                        agrees = theirs[0] == 0  # only that there is a path
                    elif kind == "three":
                        # Edges over several relations are several paths to Distinguo.
                        agrees = all(a >= b for a, b in zip(theirs, mine)) and theirs[0] == mine[0]
                    else:
                        agrees = theirs == mine
                    if not agrees:
                        sys.exit(f"{name}, {kind} {number}: {engine} says {theirs}, the tables say {mine}")

    # The table

    def markdown(self):
        columns = ("arrays", "tables") + ENGINES
        titles = ("arrays", "tables", "networkx", "igraph", "SQLite CTE", "pyoxigraph")
        for name, result in self.results["graphs"].items():
            load, coldly, notes = result["load"], result["cold"], []
            print(f"\n### {name}\n")
            print("| CPU ms a question | " + " | ".join(titles) + " | target |")
            print("|---|" + "---|" * (len(titles) + 1))
            for kind, (title, target) in ROWS.items():
                cells = [self.cell(result["engines"].get(column, {}).get(kind)) for column in columns]
                print(f"| {title} | " + " | ".join(cells) + f" | {target} |")
            cells = []
            for engine in ENGINES:
                item = result["engines"].get(engine, {})
                path, loading = item.get("path"), item.get("load")
                if not path or not loading:
                    cells.append("–")
                else:
                    # An engine in memory has to read its graph first.
                    before = loading["seconds"] * 1000 if engine in ("networkx", "igraph") else 0
                    cells.append(f"{before + path['milliseconds']:,.0f}")
            print(f"| cold process, one path | – | {coldly['milliseconds']:.1f} | " + " | ".join(cells) + " | 6 |")
            if left_out := result.get("leftOut"):
                notes.append(f"Left out after {self.options.minutes} minutes: {', '.join(left_out)}.")
            loads = [result["engines"].get(engine, {}).get("load", {}) for engine in ENGINES]
            cells = [f"{item['seconds']:.1f} s" if item else "–" for item in loads]
            print(f"| load | – | {load['cpuSeconds']:.1f} s | " + " | ".join(cells) + " | |")
            print(
                f"\nLoad: {load['statements']:,} statements at {load['statementsPerCpuSecond'] / 1e6:.2f} million a"
                f" second, {load['bytes'] / 1e6:.1f} MB on disk, peak {load['peakBytes'] / 1e6:.0f} MB. Cold query: peak"
                f" {coldly['peakBytes'] / 1e6:.1f} MB, slowest {coldly['worstMilliseconds']:.1f} ms."
                f" Arrays: made in {result['engines']['arrays']['made']['milliseconds']:.0f} ms,"
                f" read in {result['engines']['arrays']['arrays']['milliseconds']:.0f} ms.", *notes)

    def cell(self, item):
        if not item:
            return "–"
        value = item["milliseconds"]
        return f"{value:,.0f}" if value >= 10 else f"{value:.1f}" if value >= 1 else f"{value:.4f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", default=str(HERE / ".work"))
    parser.add_argument("--edges", default="1000000,10000000")
    parser.add_argument("--peers", default=",".join(ENGINES))
    parser.add_argument("--rounds", default=5, type=int)
    parser.add_argument("--minutes", default=10, type=int, help="what a peer may take for one graph")
    parser.add_argument("--json")
    parser.add_argument("--tools", help="DISTINGUO,GRAPH-BENCHMARK: release binaries that are there already")
    options = parser.parse_args()
    bench = Bench(options)
    bench.prepare()
    own = "http://example.org/wordnet#"
    bench.measure("WordNet 3.0, 0.36 M edges", bench.wordnet(), own + "hypernym", own + "partHolonym")
    own = "http://example.org/vocabulary#"
    for edges in (int(text) for text in options.edges.split(",") if text):
        bench.measure(f"synthetic, {edges / 1e6:g} M edges", bench.synthetic(edges), own + "isA", own + "partOf")
    exports = lines(bench.benchmark, "export", 1_000_000, bench.work)
    bench.results["exports"] = exports
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(bench.results, indent=1))
    print("Versions: " + ", ".join(f"{name} {version}" for name, version in bench.results["versions"].items()))
    bench.markdown()
    print("\n### Exports of 1 M edges\n\n| format | seconds | peak MB | target |\n|---|---|---|---|")
    for item in exports:
        print(f"| {item['what'][7:]} | {item['seconds']:.2f} | {item['peakBytes'] / 1e6:.0f} | 0.30 s, 60 MB |")


if __name__ == "__main__":
    main()
