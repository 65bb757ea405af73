#!/usr/bin/env bash
# Makes the heads of this folder anew, stage by stage, and says what they are worth. On two cores about ten minutes.
#   cargo build --release && bash training/heads/make.sh [FOLDER]
set -euo pipefail
cd "$(dirname "$0")/../.."
collegium="${COLLEGIUM:-target/release/collegium}"
heads="${1:-heads}"
demos=demos/expert
[ -e "$demos/manifest.json" ] || "$collegium" demos --days 7 --persons 30 --runs 2 --out "$demos"

# What a later stage begins with must still draw: hence the weight on entropy. Discriminators go on with heads that imitate already.
soft=(--set ent_weight=0.05)
slow=(--set learning_rate=0.0003)
train() { "$collegium" train "$@" --heads "$heads"; }

train bc --data "$demos" --rounds 20 "${soft[@]}"
train iql --data "$demos" --start "$heads/bc.safetensors" --rounds 6
train ppo --start "$heads/iql.safetensors" --rounds 60 --set ent_coef=0.02
train ppo --rounds 60 --name ppo-fresh
train gail --data "$demos" --start "$heads/bc.safetensors" --rounds 20 "${slow[@]}"
train drail --data "$demos" --start "$heads/bc.safetensors" --rounds 15 "${slow[@]}"
# The same from the demonstrations of a quarter of the people.
train bc --data "$demos" --coverage 25 --rounds 40 "${soft[@]}" --name bc-25
train gail --data "$demos" --coverage 25 --start "$heads/bc-25.safetensors" --rounds 20 "${slow[@]}" --name gail-25
train drail --data "$demos" --coverage 25 --start "$heads/bc-25.safetensors" --rounds 15 "${slow[@]}" --name drail-25

# Lessons in words, from what people do by luck.
[ -e demos/rule/manifest.json ] || "$collegium" demos --expert off --days 7 --persons 30 --runs 8 --seed 3000 --out demos/rule
"$collegium" lessons demos/rule --out "$heads/norms.toml" --overwrite

of() { echo "$heads/$1.safetensors"; }
"$collegium" evaluate "+BC=$(of bc)" "+offline RL (IQL)=$(of iql)" "+online RL (PPO)=$(of ppo)" --stages --out evaluation/reinforcement
"$collegium" evaluate "+BC=$(of bc)" "+GAIL=$(of gail)" --stages --out evaluation/gail
"$collegium" evaluate "+BC=$(of bc)" "+DRAIL=$(of drail)" --stages --out evaluation/drail
"$collegium" evaluate "BC of 25 %=$(of bc-25)" "+GAIL=$(of gail-25)" --stages --out evaluation/gail-25
"$collegium" evaluate "BC of 25 %=$(of bc-25)" "+DRAIL=$(of drail-25)" --stages --out evaluation/drail-25
"$collegium" evaluate "BC=$(of bc)" "IQL=$(of iql)" "PPO=$(of ppo)" "PPO from nothing=$(of ppo-fresh)" "GAIL=$(of gail)" "DRAIL=$(of drail)" "BC 25 %=$(of bc-25)" \
  "GAIL 25 %=$(of gail-25)" "DRAIL 25 %=$(of drail-25)" "Lessons=lessons:$heads/norms.toml" Expert=expert --out evaluation
