#!/bin/sh
# Prints the entries of Sources/TextExtraction/Terms/GeneralEnglishTable.swift from a CoNLL-U file (UD English EWT, training part):
#   sh Training/general-english.sh ewt-train.conllu
# Lemmas of letters, ' and - only, counted by word class; seen at least four times in a class; in byte order.
set -eu
LC_ALL=C awk -F '\t' '
  BEGIN { code["NOUN"] = "n"; code["ADJ"] = "a"; code["VERB"] = "v"; code["ADV"] = "r" }
  $1 ~ /^[0-9]+$/ && ($4 in code) { count[tolower($3) "\t" code[$4]]++ }
  END { for (key in count) if (count[key] >= 4 && key ~ /^[a-z][a-z'"'"'-]*\t/) print key "\t" count[key] }
' "$1" | LC_ALL=C sort | awk -F '\t' '
  $1 != word { if (word != "") print word ":" counts; word = $1; counts = "" }
  { counts = counts $2 $3 }
  END { if (word != "") print word ":" counts }
' | tr '\n' ' ' | fold -s -w 112
