#!/usr/bin/env bash
# Kills the demo's host (kill -9) at N random moments of its cycle and starts it again until it ends; prints its figures.
# Usage: tests/campaigns/kill.sh [N] [SEED]
set -euo pipefail
cd "$(dirname "$0")/../.."
FOLLOWUP_KILLS="${1:-10}" FOLLOWUP_SEED="${2:-1}" dotnet run --project tests/FollowUpFunctions.Tests -- --filter-class "*KillTests" --output Detailed
