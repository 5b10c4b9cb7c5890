#!/usr/bin/env bash
# Fails every storage and mail call of a cycle's second phase once, before and after it took effect, and compares the ends; prints how many and
# what broke. With a stride, only every n-th; with a part, only those whose name has it, such as PublishPlan or "round-*-consultation".
# Usage: tests/campaigns/faults.sh [STRIDE] [SEED] [PART]
set -euo pipefail
cd "$(dirname "$0")/../.."
FOLLOWUP_FAULT_STRIDE="${1:-1}" FOLLOWUP_SEED="${2:-1}" FOLLOWUP_FAULT_PART="${3:-}" dotnet run --project tests/FollowUpFunctions.Tests -- --filter-class "*FaultTests" --output Detailed
