#!/usr/bin/env bash
# The demo with a mail scanner at every link of every mail: in the middle of every round of its calendar, and when it is over, with N requests at the
# same time to links of each kind; then looks for tokens and names in all that is stored, logged and published. Prints its figures.
# Usage: tests/campaigns/links.sh [N]
set -euo pipefail
cd "$(dirname "$0")/../.."
FOLLOWUP_CAMPAIGN=all FOLLOWUP_LINK_REQUESTS="${1:-1000}" dotnet run --project tests/FollowUpFunctions.Tests -- --filter-class "*TraceTests" --output Detailed
