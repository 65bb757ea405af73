#!/usr/bin/env bash
# Proves that Collegium speaks with a model server that nobody here wrote: starts llama.cpp with a tiny model of noise, has Collegium check
# it and run three hours with it, and looks at what came of it. See README.md.
#
#   COLLEGIUM     the program (target/release/collegium)
#   LLAMA_SERVER  llama.cpp's own llama-server; without it llama-cpp-python's server in WIRE_VENV, which is made when missing
#   WIRE_VENV     where Python's packages are (/tmp/wire-venv)
#   WIRE_PORT     the port (8099)
#   WIRE_HOURS    simulated hours (3)
#   WIRE_STRUCTURED  how Collegium asks for JSON: auto, schema, json or text (auto)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/.."

collegium=${COLLEGIUM:-target/release/collegium}
venv=${WIRE_VENV:-/tmp/wire-venv}
port=${WIRE_PORT:-8099}
hours=${WIRE_HOURS:-3}
structured=${WIRE_STRUCTURED:-auto}
url="http://127.0.0.1:$port/v1"

step() { printf '\n== %s (%s s)\n' "$1" "$SECONDS"; }
fail() { printf 'wire: %s\n' "$1" >&2; exit 1; }

[ -x "$collegium" ] || fail "$collegium is missing; build it with: cargo build --release, or set COLLEGIUM"
if curl -sf -m 2 "$url/models" >/dev/null 2>&1; then fail "something answers on port $port already; set WIRE_PORT"; fi

work=$(mktemp -d)
server=
stop() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap stop EXIT

step "packages"
python="$venv/bin/python"
need='import gguf, numpy'
packages=(gguf==0.19.0 numpy)
if [ -z "${LLAMA_SERVER:-}" ]; then
  need="$need, llama_cpp.server.app"
  packages+=(cmake ninja 'llama-cpp-python[server]==0.3.36')
fi
if ! "$python" -c "$need" 2>/dev/null; then
  # llama-cpp-python comes as source: about 15 minutes on two cores. Needs a C++ compiler.
  python3 -m venv "$venv"
  CMAKE_ARGS="-DGGML_OPENMP=OFF -DLLAVA_BUILD=OFF ${CMAKE_ARGS:-}" nice "$venv/bin/pip" install -q "${packages[@]}"
fi

step "model"
"$python" "$here/make_tiny_gguf.py" "$work/tiny.gguf"

step "server"
# One thread: llama.cpp's threads wait for each other in loops, and on busy cores two are four hundred times slower than one.
if [ -n "${LLAMA_SERVER:-}" ]; then
  "$LLAMA_SERVER" --model "$work/tiny.gguf" --alias wire-tiny --host 127.0.0.1 --port "$port" \
    --ctx-size 65536 --parallel 4 --threads 1 --threads-batch 1 --no-warmup >"$work/server.log" 2>&1 &
else
  "$python" -m llama_cpp.server --model "$work/tiny.gguf" --model_alias wire-tiny --host 127.0.0.1 --port "$port" \
    --n_ctx 16384 --n_threads 1 --n_threads_batch 1 >"$work/server.log" 2>&1 &
fi
server=$!
for _ in $(seq 120); do
  if curl -sf -m 2 "$url/models" >/dev/null 2>&1; then break; fi
  kill -0 "$server" 2>/dev/null || { tail -20 "$work/server.log" >&2; fail "the server has ended; its last words are above"; }
  sleep 0.5
done
curl -sf -m 5 "$url/models" || { tail -20 "$work/server.log" >&2; fail "the server does not answer within a minute"; }

step "a completion by hand"
cat >"$work/ask.json" <<'JSON'
{"model": "wire-tiny", "max_tokens": 200, "messages": [{"role": "user", "content": "Where to?"}],
 "response_format": {"type": "json_object", "schema": {"type": "object", "additionalProperties": false, "required": ["tool", "text"],
   "properties": {"tool": {"enum": ["walk", "talk"]}, "text": {"type": "string", "maxLength": 40}}}}}
JSON
curl -sf -m 60 -H 'Content-Type: application/json' -d @"$work/ask.json" "$url/chat/completions" >"$work/answer.json"
"$python" "$here/check.py" completion "$work/answer.json"

step "collegium doctor"
cat >"$work/collegium.toml" <<TOML
[models.wire]
api = "openai"
base_url = "$url"
model = "wire-tiny"
structured = "$structured"
timeout_seconds = 60
max_concurrent = 4

[minds]
model = "wire"
TOML
"$collegium" doctor --settings "$work/collegium.toml" || fail "collegium doctor ended with status $?; expected 0"

step "collegium run"
status=0
"$collegium" run --scenario quick-look --hours "$hours" --mind model --model wire --settings "$work/collegium.toml" \
  --saves "$work/saves" --save wire --json >"$work/summary.json" || status=$?
[ "$status" -eq 0 ] || { tail -5 "$work/summary.json" >&2; fail "collegium run ended with status $status; expected 0"; }
"$python" "$here/check.py" summary "$work/summary.json"

step "what the server has seen"
# The Python server logs each request, llama-server the time that each completion took.
grep -oE '(POST|GET) /v1/[a-z/]+ HTTP/1.1" [0-9]+|prompt eval time' "$work/server.log" | sort | uniq -c || true
step "the wire holds"
