#!/usr/bin/env bash
# Runs build.cake. Needs the .NET SDK and git; what else a target needs, it installs or says.
#   ./build.sh                   build, and run all tests
#   ./build.sh --target=Sample   analyse the sample project
#   ./build.sh --description     every target
set -euo pipefail
cd "$(dirname "$0")"
dotnet tool restore >/dev/null
exec dotnet cake build.cake "$@"
