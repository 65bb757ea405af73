#!/usr/bin/env bash
# How many tokens a model-driven mind needs a day on the scenario of 25, and what each saving is worth: runs a day with everything on, then with
# one part of the mind switched off after another, against the stand-in server, and counts every prompt and answer with the tokenizer
# cl100k_base. Needs target/release/collegium (or $COLLEGIUM) and the stand-in (cargo build --release -p mock-llm, or $MOCK_LLM).
#   llama_cpp_check/tokens.sh [DAYS]
set -euo pipefail
cd "$(dirname "$0")/.."
days=${1:-1}
target=${CARGO_TARGET_DIR:-target}
collegium=${COLLEGIUM:-$target/release/collegium}
mock_llm=${MOCK_LLM:-$target/release/mock-llm}
work=$(mktemp -d)
port=$((20000 + RANDOM % 20000))
"$mock_llm" --port "$port" --quiet >"$work/server.log" 2>&1 & server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
cat >"$work/collegium.toml" <<TOML
[models.standin]
api = "openai"
base_url = "http://127.0.0.1:$port/v1"
model = "mock-llm"
max_concurrent = 16
TOML
sleep 0.5
row() { # name, options…
  local name=$1 save=${1//[^a-z]/-}; shift
  "$collegium" run --scenario first-week --days "$days" --mind model --settings "$work/collegium.toml" --saves "$work" --save "$save" --json "$@" >"$work/$save.json"
  "$collegium" calls "$save" --saves "$work" --count --json >"$work/$save.calls.json"
  python3 - "$name" "$work/$save.json" "$work/$save.calls.json" <<'PY'
import json, sys
name, run, calls = sys.argv[1], json.load(open(sys.argv[2])), json.load(open(sys.argv[3]))["counted"]
total, purposes = calls["total"], calls["purposes"]
parts = ", ".join(f"{p} {round(v['per_agent_day'])}" for p, v in sorted(purposes.items(), key=lambda x: -x[1]["per_agent_day"]))
print(f"| {name} | {total['requests'] / calls['agent_days']:.1f} | {total['per_agent_day']:.0f} | {total['per_agent_day_with_schema']:.0f} | {run['conversations'] / calls['agent_days']:.1f} | {calls['requests_between_1_and_4_at_night']} | {parts} |")
PY
}
echo "| | requests per agent-day | tokens per agent-day | with schemas | conversations per agent-day | asked between 1 and 4 at night | by purpose |"
echo "| --- | ---: | ---: | ---: | ---: | ---: | --- |"
row "everything on"
row "without lifestyle policy" --without lifestyle_policy
row "without social impressions" --without social_impressions
row "without both" --without lifestyle_policy,social_impressions
row "without reflection and diary" --without reflection
row "without planning" --without planning
row "without mind wandering" --without mind_wandering
row "without task resonance" --without task_resonance
