#!/usr/bin/env bash
# Measures, beside its peers and in one run: the native command line, the same on the JIT, `dotnet build` with the same
# rules, and what the analyzer package adds to a build. Whole processes, RUNS of each in turn; prints medians. Gaps are no
# failure here: the copies refer to two assemblies that only a build finds. COPIES="" measures the builds alone.
# Needs clang (native publish) and GNU time. Takes some minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${RUNS:-5}
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT

./build.sh --target=Build >/dev/null
[ -x artifacts/publish/native/ghostbusters ] || ./build.sh --target=Publish >/dev/null
dotnet pack analyzers/Ghostbusters.Analyzers -c Release -o "$work/feed" -v quiet -nologo >/dev/null
native=$PWD/artifacts/publish/native/ghostbusters
jit="dotnet $PWD/artifacts/bin/Ghostbusters.Cli/release/ghostbusters.dll"

# median SECONDS CPU_SECONDS MEGABYTES of the lines in a file
median() { for k in 1 2 3; do sort -g -k$k,$k "$1" | awk -v k=$k '{ v[NR] = $k } END { print v[int((NR + 1) / 2)] }'; done | paste -sd' '; }
# once FILE WORST COMMAND...: appends wall, cpu and peak memory of one run; an exit code over WORST ends the measurement
once() { local to=$1 worst=$2 code=0; shift 2; /usr/bin/time -a -o "$to.raw" -f '%e %U %S %M' "$@" >"$work/output" 2>&1 || code=$?
    [ $code -le "$worst" ] || { echo "$* ended with $code:" >&2; tail -20 "$work/output" >&2; exit 1; }
    grep -E '^[0-9.]+ [0-9.]+ ' "$to.raw" | awk '{ print $1, $2 + $3, $4 / 1024 }' > "$to"; }
lines() { find "$1" -name '*.cs' -not -path '*/obj/*' -not -path '*/bin/*' -exec cat {} + | wc -l; }
row() { printf '| %-44s | %9s | %7s | %7s | %8s |\n' "$@"; }

row what lines 'wall s' 'cpu s' 'peak MB'; echo '|---|---:|---:|---:|---:|'
for copies in ${COPIES-1 10 100}; do
    bench/generate.sh "$work/x$copies" $copies
    n=$(lines "$work/x$copies")
    for ((r = 0; r <= runs; r++)); do
        [ $r = 1 ] && rm -f "$work"/native$copies* "$work"/jit$copies*    # the first run only warms up
        once "$work/native$copies" 2 "$native" analyze "$work/x$copies" --no-cache --format json
        [ $copies = 100 ] || once "$work/jit$copies" 2 $jit analyze "$work/x$copies" --no-cache --format json
    done
    row "native command line" "$n" $(median "$work/native$copies")
    [ $copies = 100 ] || row "command line on the JIT" "$n" $(median "$work/jit$copies")
done

cat > "$work/nuget.config" <<EOF
<configuration><packageSources><add key="here" value="$work/feed" /></packageSources></configuration>
EOF
build() { once "$1" 0 dotnet build "$2" --no-restore -t:Rebuild -nologo -v quiet -p:WithRules=true -p:GhostbustersMode="$3"; }
bench/generate.sh "$work/build" 1
bench/generate.sh "$work/wide" 2 2
for folder in build wide; do dotnet restore "$work/$folder/P0" -p:WithRules=true -v quiet >/dev/null; done
for ((r = 0; r <= runs; r++)); do
    [ $r = 1 ] && rm -f "$work"/rules* "$work"/with* "$work"/without*
    build "$work/rules" "$work/build/P0" warn
    build "$work/with" "$work/wide/P0" warn
    build "$work/without" "$work/wide/P0" off
done
row "dotnet build with the same rules" "$(lines "$work/build")" $(median "$work/rules")
row "dotnet build, $(find "$work/wide" -name '*.cs' -not -path '*/obj/*' | wc -l) files, rules on" "$(lines "$work/wide")" $(median "$work/with")
row "the same, rules off" "$(lines "$work/wide")" $(median "$work/without")
