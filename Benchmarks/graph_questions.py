#!/usr/bin/env python3
"""Chooses questions about a graph, the same for the same graph: graph_questions.py GRAPH.nt QUESTIONS P1 P2

P1 is the predicate that closures go up; p1 and p2 together are those of the questions with an alternative. The file has
a question a line: kind, nodes, predicates, between tabs. Every question about a path has one.
"""

import collections
import random
import sys

from graph_peers import edges, labels

PAIRS = 20
STARTS = 10_000


def reached(successors, start):
    distance = {start: 0}
    queue = collections.deque([start])
    while queue:
        node = queue.popleft()
        for other in successors.get(node, ()):
            if other not in distance:
                distance[other] = distance[node] + 1
                queue.append(other)
    return distance


def distance(successors, predecessors, start, end):
    """The length of the shortest path, by search from both ends; None when there is none."""
    seen, fronts, tables = ({start}, {end}), ([start], [end]), (successors, predecessors)
    hops = 0
    while all(fronts):
        side = int(len(fronts[0]) > len(fronts[1]))
        front = list({other for node in fronts[side] for other in tables[side].get(node, ())} - seen[side])
        seen[side].update(front)
        fronts = (front, fronts[1]) if side == 0 else (fronts[0], front)
        hops += 1
        if not seen[1 - side].isdisjoint(front):
            return hops
    return None


def main(path, target, first, second):
    chance = random.Random(1)
    whole, back, part = (collections.defaultdict(list) for _ in range(3))
    for s, p, o in edges(path):
        s, o = sys.intern(s), sys.intern(o)
        whole[s].append(o)
        back[o].append(s)
        if p in (first, second):
            part[s].append(o)
    nodes = sorted(whole)
    with open(target, "w", encoding="utf-8") as out:
        for node in chance.sample(nodes, 1000):
            print("neighbours", node, sep="\t", file=out)
        for node in chance.sample(nodes, 1000):
            print("closure", node, first, sep="\t", file=out)
        starts = [chance.choice(nodes) for _ in range(STARTS)]
        for count in range(100):
            # Half of them can be answered with yes.
            others = sorted(reached(part, starts[count])) if count % 2 else nodes
            print("within", starts[count], chance.choice(others), first, second, sep="\t", file=out)
        pairs = []
        while len(pairs) < PAIRS:
            start, end = chance.choice(nodes), chance.choice(nodes)
            if (distance(whole, back, start, end) or 0) >= 3:
                pairs.append((start, end))
        for kind in ("path", "all shortest", "three"):
            for pair in pairs:
                print(kind, *pair, sep="\t", file=out)
        # The first word of a label and the beginning of its second.
        texts = [words for words in (label.split() for _, label in labels(path)) if len(words) > 1]
        for words in chance.sample(texts, 200):
            print("labels", f"{words[0]} {words[1][:3]}", sep="\t", file=out)
        for node in starts:
            print("closures", node, first, sep="\t", file=out)


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
