#!/usr/bin/env bash
# What the rules on data from outside cost, beside a plain compilation and beside peers, in one run: processor time and peak
# memory of whole processes on the JIT, RUNS of each in turn; prints medians.
#   bench/peers.sh FOLDER     any folder with projects; nothing of it is built or restored
# Needs GNU time, and a feed for the peers' packages.
set -euo pipefail
folder=$(cd "$1" && pwd); cd "$(dirname "$0")/.."
runs=${RUNS:-3}
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT

dotnet build bench/Cost -c Release -v quiet -nologo >/dev/null
cp bench/Peers/Peers.csproj "$work/"
dotnet restore "$work/Peers.csproj" --packages "$work/packages" -v quiet >/dev/null
cost="dotnet artifacts/bin/Cost/release/Cost.dll"
microsoft=$(find "$work/packages" -path '*/dotnet/cs/*NetAnalyzers.dll' -not -name '*resources*')
scan=$(find "$work/packages" -name 'SecurityCodeScan*.dll')

# once NAME ARGUMENTS...: appends seconds of processor time and megabytes of one run; its own words stay in NAME.said
once() { local name=$1; shift; /usr/bin/time -a -o "$work/$name" -f '%U %S %M' $cost "$folder" "$@" > "$work/$name.said"; }
# median NAME: seconds, megabytes
median() { for k in 1 2; do awk '{ print $1 + $2, $3 / 1024 }' "$work/$1" | sort -g -k$k,$k | awk -v k=$k '{ v[NR] = $k } END { print v[int((NR + 1) / 2)] }'; done | paste -sd' '; }

for ((r = 0; r < runs; r++)); do
    once plain
    once flows GB81
    once security GB80,GB81,GB82
    once everything GB
    once microsoft CA30,CA31,CA53,CA54 $microsoft
    once scan SCS $scan
done

read -r base memory < <(median plain)
printf '| %-42s | %7s | %6s | %8s | %6s |  %s\n' what 'cpu s' times 'peak MB' times said; echo '|---|---:|---:|---:|---:|---|'
for name in plain flows security everything microsoft scan; do
    read -r seconds megabytes < <(median $name)
    printf '| %-42s | %7.1f | %6.2f | %8.0f | %6.2f | %s |\n' "$name" "$seconds" "$(echo "$seconds / $base" | bc -l)" "$megabytes" "$(echo "$megabytes / $memory" | bc -l)" "$(head -1 "$work/$name.said")"
done
