#!/usr/bin/env bash
# Makes the heads of this folder anew, and says what they are worth. On one core about ten minutes.
#   cargo build --release && bash training/heads/make.sh [FOLDER]
set -euo pipefail
cd "$(dirname "$0")/../.."
collegium="${COLLEGIUM:-target/release/collegium}"
heads="${1:-heads}"
[ -e demos/expert/manifest.json ] || "$collegium" demos --days 7 --persons 30 --runs 2 --out demos/expert
"$collegium" train bc --data demos/expert --heads "$heads"
"$collegium" train iql --data demos/expert --rounds 6 --heads "$heads"
"$collegium" train ppo --rounds 60 --heads "$heads"
"$collegium" train gail --data demos/expert --rounds 40 --heads "$heads"
"$collegium" evaluate "+BC=$heads/bc.safetensors" "+IQL=$heads/iql.safetensors" "PPO=$heads/ppo.safetensors" \
  "GAIL=$heads/gail.safetensors" Expert=expert --out evaluation
