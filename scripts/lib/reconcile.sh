#!/usr/bin/env bash
# The small form of bench reconcile: two days, a platform that is away for one, two kills; both books must be the same.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
OUT=$(mktemp -d)
trap 'rm -rf "$OUT"' EXIT
FIGURES=$("$ROOT/scripts/bench" reconcile --scale 0.01 --out "$OUT" | tail -1)
case $FIGURES in
  *'"lost":0,"doubled":0,"disordered":0,"different":0,"unasked":0,'*) echo "reconcile: $FIGURES" ;;
  *)
    echo "reconcile: the hall's book and the platform's are not the same: $FIGURES" >&2
    tail -50 "$OUT/platform.log" "$OUT/server.log" >&2
    exit 1
    ;;
esac
