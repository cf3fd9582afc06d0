#!/usr/bin/env bash
# Writes projects to measure on: N copies of the engine's own source, each under a namespace of its own.
#   bench/generate.sh FOLDER COPIES [COPIES_A_PROJECT]     needs a Release build of the solution
set -euo pipefail
folder=$1; copies=$2; each=${3:-1}
root=$(cd "$(dirname "$0")/.." && pwd)
rm -rf "$folder"; mkdir -p "$folder"
folder=$(cd "$folder" && pwd)

# Nothing of the repository around it applies.
echo '<Project />' | tee "$folder/Directory.Build.targets" "$folder/Directory.Packages.props" >/dev/null
cat > "$folder/Directory.Build.props" <<EOF
<Project>
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework><LangVersion>14</LangVersion>
    <Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings>
    <AssemblyName>Ghostbusters.Engine</AssemblyName><NoWarn>NU1603</NoWarn><NuGetAudit>false</NuGetAudit>
    <EnableNETAnalyzers>false</EnableNETAnalyzers>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.CodeAnalysis.CSharp" Version="5.12.0" />
    <PackageReference Include="YamlDotNet" Version="16.3.0" />
    <PackageReference Include="Ghostbusters.Analyzers" Version="*-*" Condition="'\$(WithRules)' == 'true'" />
    <Reference Include="Ghostbusters.Analyzers" HintPath="$root/artifacts/bin/Ghostbusters.Analyzers/release/Ghostbusters.Analyzers.dll" />
    <Reference Include="Ghostbusters.CodeFixes" HintPath="$root/artifacts/bin/Ghostbusters.CodeFixes/release/Ghostbusters.CodeFixes.dll" />
  </ItemGroup>
</Project>
EOF

for ((i = 0; i < copies; i++)); do
    project="$folder/P$((i / each))"
    mkdir -p "$project/Copy$i"
    [ -f "$project/P$((i / each)).csproj" ] || echo '<Project Sdk="Microsoft.NET.Sdk" />' > "$project/P$((i / each)).csproj"
    (cd "$root/analyzers/Ghostbusters.Engine" && git ls-files '*.cs' | while read -r file; do
        flat=${file//\//_}
        [ "$file" = GlobalUsings.cs ] && continue
        { echo "using System.Collections.Immutable;"; echo "using Copy$i.Engine.Model;"; sed "s/Ghostbusters\.Engine/Copy$i.Engine/g; s/CacheJson/CacheJson$i/g" "$file"; } > "$project/Copy$i/$flat"
    done)
done
