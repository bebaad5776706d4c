#!/usr/bin/env bash
# Installs what the tests need, runs them all, and ends with: N passed, N failed, N skipped.
# Under CI=true nothing may be skipped.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

need() { # need COMMAND PACKAGE: installs a Debian package when its command is missing and this is root with apt
  command -v "$1" >/dev/null 2>&1 && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    if [ -z "${updated:-}" ]; then
      apt-get update -q >/dev/null 2>&1
      updated=1
    fi
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$2" >/dev/null 2>&1 || echo "Could not install $2." >&2
  else
    echo "$1 is missing and cannot be installed from here: what needs it is skipped." >&2
  fi
}

need chromium chromium
need pdftotext poppler-utils
# Debian keeps the server's programs out of the PATH.
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || need initdb postgresql

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
configuration=Release

# The analyzers are part of the build: a warning fails it.
dotnet build Portal.sln -c "$configuration" -v quiet || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }

failed_to_run=0
for project in Portal.Tests Portal.BrowserTests; do
  echo "== $project"
  dotnet "tests/$project/bin/$configuration/net10.0/$project.dll" -noLogo -noColor -ctrf "$results/$project.json" || true
  [ -s "$results/$project.json" ] || { echo "$project did not run." >&2; failed_to_run=$((failed_to_run + 1)); }
done

# What a database is asked for, once more on PostgreSQL: the same tests, but for those about a file of SQLite and those that ask no database.
if ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null 2>&1; then
  echo "== Portal.Tests on PostgreSQL"
  elsewhere=()
  for rooms in Architecture Fields Fuzz HtmlTexts Markdown PostgreSql Sqlite TakeAway; do
    elsewhere+=(-namespace- "Portal.Tests.$rooms*")
  done
  PORTAL_TEST_DATABASE=Postgres dotnet "tests/Portal.Tests/bin/$configuration/net10.0/Portal.Tests.dll" -noLogo -noColor \
    -trait- Database=Sqlite "${elsewhere[@]}" -ctrf "$results/Portal.Tests.Postgres.json" || true
  [ -s "$results/Portal.Tests.Postgres.json" ] || { echo "Portal.Tests did not run on PostgreSQL." >&2; failed_to_run=$((failed_to_run + 1)); }
fi

sum() { # sum KEY: adds up a count over the result files
  local total=0 value
  for file in "$results"/*.json; do
    [ -s "$file" ] || continue
    value=$(grep -o "\"$1\": *[0-9]*" "$file" | head -n 1 | grep -o '[0-9]*$')
    total=$((total + ${value:-0}))
  done
  echo "$total"
}

passed=$(sum passed)
failed=$(($(sum failed) + failed_to_run))
skipped=$(sum skipped)
code=0
[ "$failed" -eq 0 ] || code=1
if [ "${CI:-}" = true ] && [ "$skipped" -gt 0 ]; then
  echo "Under CI=true nothing may be skipped." >&2
  code=1
fi
[ "$passed" -gt 0 ] || code=1
echo "$passed passed, $failed failed, $skipped skipped"
exit "$code"
