#!/usr/bin/env bash
# Compiles and lints infra/; a warning is a failure. The compiled templates come to artifacts/infra/. Needs the .NET SDK alone.
set -euo pipefail
cd "$(dirname "$0")/../.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# The compiler needs no culture, and small machines have no ICU.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1

project=tests/Infra.Tests/Infra.Tests.csproj
dotnet restore "$project" --nologo -v q
bicep=$(dotnet msbuild "$project" -nologo -t:FindBicep -getProperty:Bicep)
out=artifacts/infra
mkdir -p "$out"

said=$("$bicep" lint --pattern 'infra/**/*.bicep' 2>&1 && "$bicep" lint --pattern 'infra/**/*.bicepparam' 2>&1) || said="$said"$'\n'"The compiler failed."
if [ -n "$said" ]; then
  echo "$said"
  echo "infra/ does not lint clean: mend what stands above."
  exit 1
fi

"$bicep" build infra/main.bicep --outfile "$out/main.json"
for file in infra/profiles/*.bicepparam; do
  "$bicep" build-params "$file" --outfile "$out/$(basename "$file" .bicepparam).parameters.json"
done
echo "infra/ compiles and lints clean: $out"
