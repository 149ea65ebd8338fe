#!/bin/sh
# Trains the language model anew and puts it in its place: train.sh DATA-FOLDER [DEVELOPMENT-FOLDER]
# DATA-FOLDER holds the files that manifest.json names; DEVELOPMENT-FOLDER holds ud-ewt/dev and ud-gum/dev, on which
# the run reports and does not train. About ten minutes on one core.
set -eu
cd "$(dirname "$0")"
flags=
[ "$(uname -m)" = x86_64 ] && flags="-Xcc -march=x86-64-v3"
# shellcheck disable=SC2086
swift build -c release -Xswiftc -Ounchecked $flags --scratch-path .build-train --product train-language-model
set -- "$1" ${2:+--develop "EWT=$2/ud-ewt/dev/gold.conllu" --develop "GUM=$2/ud-gum/dev/gold.conllu"}
data=$1
shift
.build-train/release/train-language-model manifest.json "$data" ../Sources/CLanguageModel/english.model "$@"
