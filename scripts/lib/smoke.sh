#!/usr/bin/env bash
# The README's way, as its reader goes it: start on empty data, one visit by curl, kill, start again, the visit is there.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
DATA=$(mktemp -d)
trap '[ -z "${HALL:-}" ] || kill -9 "$HALL" 2>/dev/null; rm -rf "$DATA" "$DATA.key"' EXIT

start() { # sets URL, KIOSK, WINDOW, MANAGER
  local first
  exec 3< <(exec "$ROOT/scripts/run" --json --port 0 --data "$DATA" --clock 2026-03-02T09:00:00+08:00)
  HALL=$!
  read -r -t 300 first <&3 || { echo "smoke: the hall did not start" >&2; exit 1; }
  URL=$(sed -E 's/.*"ready":"([^"]*)".*/\1/' <<<"$first")
  KIOSK=$(sed -E 's/.*"kiosk":"([^"]*)".*/\1/' <<<"$first")
  WINDOW=$(sed -E 's/.*"window":"([^"]*)".*/\1/' <<<"$first")
  MANAGER=$(sed -E 's/.*"manager":"([^"]*)".*/\1/' <<<"$first")
}

ask() { # ask TOKEN METHOD PATH [BODY], prints the answer, fails on a problem
  curl -sS --fail-with-body -X "$2" -H "Authorization: Bearer $1" -H 'Content-Type: application/json' \
    -H "Idempotency-Key: smoke-$RANDOM$RANDOM" ${4:+-d "$4"} "$URL$3"
}

field() { sed -E "s/.*\"$1\":\"?([^\",}]*).*/\1/"; }

start
ITEM=$(ask "$KIOSK" GET /api/items | grep -oE '"code":"[^"]*","name":"社会保险参保证明打印"' | head -1 | field code)
W=$(ask "$MANAGER" GET /api/hall | grep -oE '\{"id":"[^"]*"[^{]*"skills":\[[^]]*"'"$ITEM"'"' | head -1 | grep -oE '^\{"id":"[^"]*' | cut -d'"' -f4)
TICKET=$(ask "$KIOSK" POST /api/tickets "{\"items\":[\"$ITEM\"]}" | field id)
ask "$WINDOW" POST "/api/windows/$W/open" '{}' >/dev/null
ask "$WINDOW" POST "/api/windows/$W/next" >/dev/null
ask "$WINDOW" POST "/api/windows/$W/serve" >/dev/null
ask "$WINDOW" POST "/api/windows/$W/finish" '{"outcome":"DONE"}' >/dev/null
ask "$MANAGER" POST /api/ratings "{\"ticket\":\"$TICKET\",\"level\":5,\"channel\":\"paper\"}" >/dev/null
kill -9 "$HALL"
start
STATE=$(ask "$KIOSK" GET "/api/tickets/$TICKET" | field state)
[ "$STATE" = closed ] || { echo "smoke: after kill -9 the ticket is '$STATE', not closed" >&2; exit 1; }
echo "smoke: one visit from ticket to rating, kept through kill -9"
