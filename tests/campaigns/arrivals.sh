#!/usr/bin/env bash
# Every arrival at every turn and storage call of a round, and a failure of every storage call; prints how many and what broke.
set -euo pipefail
cd "$(dirname "$0")/../.."
FOLLOWUP_CAMPAIGN=all dotnet run --project tests/FollowUpFunctions.Tests -- --filter-class "*ArrivalTests" --output Detailed
