#!/usr/bin/env python3
"""Writes WordNet 3.0 as N-Triples: wordnet_triples.py FOLDER > wordnet.nt

FOLDER holds the files data.noun, data.verb, data.adj and data.adv (wndb(5WN); Debian: wordnet-base). A synset becomes a
resource with its words as labels and its gloss; each pointer, between words or synsets, becomes one statement.
"""

import pathlib
import sys

NAMES = {
    "!": "antonym", "@": "hypernym", "@i": "instanceHypernym", "~": "hyponym", "~i": "instanceHyponym",
    "#m": "memberHolonym", "#s": "substanceHolonym", "#p": "partHolonym", "%m": "memberMeronym",
    "%s": "substanceMeronym", "%p": "partMeronym", "=": "attribute", "+": "derivation", ";c": "domainTopic",
    "-c": "memberTopic", ";r": "domainRegion", "-r": "memberRegion", ";u": "domainUsage", "-u": "memberUsage",
    "*": "entailment", ">": "cause", "^": "seeAlso", "$": "verbGroup", "&": "similarTo", "<": "participle",
    "\\": "pertainym",
}
SUFFIXES = ("noun", "verb", "adj", "adv")


def synset(kind, offset):
    return f"<http://example.org/wordnet/{'a' if kind == 's' else kind}{offset}>"


def literal(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def statements(line):
    fields, _, gloss = line.partition(" | ")
    field = fields.split()
    subject = synset(field[2], field[0])
    words = [field[4 + 2 * index].replace("_", " ") for index in range(int(field[3], 16))]
    for index, word in enumerate(words):
        label = "prefLabel" if index == 0 else "altLabel"
        yield f"{subject} <http://www.w3.org/2004/02/skos/core#{label}> {literal(word.split('(')[0])}"
    yield f"{subject} <http://www.w3.org/2004/02/skos/core#definition> {literal(gloss.strip())}"
    start = 4 + 2 * len(words)
    for index in range(int(field[start])):
        symbol, offset, kind, _ = field[start + 1 + 4 * index : start + 5 + 4 * index]
        yield f"{subject} <http://example.org/wordnet#{NAMES[symbol]}> {synset(kind, offset)}"


def main():
    folder = pathlib.Path(sys.argv[1])
    for suffix in SUFFIXES:
        for line in (folder / f"data.{suffix}").read_text(encoding="utf-8").splitlines():
            if not line.startswith("  "):
                sys.stdout.writelines(statement + " .\n" for statement in dict.fromkeys(statements(line)))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main()
