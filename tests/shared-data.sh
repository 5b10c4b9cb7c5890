#!/usr/bin/env bash
# The tests that read documents which may be read but not copied into the project. They run with `dotnet test` where those lie in
# ../shared/data; elsewhere say where they are.
# Usage: tests/shared-data.sh FOLDER
set -euo pipefail
folder=$(realpath "${1:?Say in which folder the documents lie: tests/shared-data.sh FOLDER}")
cd "$(dirname "$0")/.."
[ -f "$folder/README.md" ] || { echo "$folder has no README.md: it is not the folder of shared documents." >&2; exit 1; }
for project in $(git ls-files 'tests/*.SharedData.cs' | cut -d/ -f2 | sort -u); do
  dotnet run --project "tests/$project" --property:SharedData="$folder" -- --filter-trait "Documents=shared"
done
