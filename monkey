#!/usr/bin/env bash
# Monkey Coder's one script: finds a JDK, builds what is not built, and hands over to the command line (docs/cli.md).
# Written for the bash 3.2 of macOS as well as for Linux.
set -euo pipefail

readonly least_java=25 least_maven=3.8.6
# what runs; the other modules only test it
readonly parts="events service-kit local-mesh auth-service provider-service context-service orchestrator-service gateway-service vendor-simulator cli"
# a change in one of these changes all of the others
readonly bases="pom.xml events service-kit"

source=${BASH_SOURCE[0]}
while [ -L "$source" ]; do
  folder=$(cd -P "$(dirname "$source")" && pwd)
  source=$(readlink "$source")
  case $source in /*) ;; *) source=$folder/$source ;; esac
done
root=$(cd -P "$(dirname "$source")" && pwd)
readonly root state=$root/.monkey stamp=$root/.monkey/built

say() { printf '%s\n' "$*" >&2; }
die() { local code=$1; shift; say "$@"; exit "$code"; }

usage() {
  cat <<'TEXT'
Usage: ./monkey COMMAND [OPTIONS]

  demo                 starts the mesh and lets a team of agents work on examples/bookshop
  up, down, status     the local mesh: start it, stop it, look at it
  logs SERVICE         what a part of the mesh wrote
  run "TASK"           does a task on a project of yours (--project DIR)
  runs, events, cancel, timeline, diff, trace    runs, while they go on and afterwards
  login, logout, keys  who you are, and API keys
  build                builds what is not built or older than its sources
  check                the fast tests: format, compile, unit, architecture, coverage
  test                 all tests; JUnit and JaCoCo reports in target/reports
  fmt                  formats the sources

`./monkey COMMAND --help` says more; so does docs/cli.md.
TEXT
}

# ---- JDK -------------------------------------------------------------------------------------------------------------

# Sets `version` to the major version of the JDK in a folder; fails when there is none.
jdk_version() {
  local line
  version=
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
      JAVA_VERSION=*)
        version=${line#JAVA_VERSION=}
        version=${version//\"/}
        version=${version%%[!0-9]*}
        ;;
    esac
  done <"$1/release"
  [ -n "$version" ]
}

# Takes the JDK in a folder when it is new enough; remembers those that are not.
try_jdk() {
  jdk_version "$1" || return 1
  if [ "$version" -ge "$least_java" ]; then
    java_home=$1
    return 0
  fi
  older="$older
  Java $version in $1"
  return 1
}

try_path() {
  local folder file link
  local IFS=:
  for folder in $PATH; do
    file=${folder:-.}/java
    [ -x "$file" ] || continue
    while [ -L "$file" ]; do
      link=$(readlink "$file")
      case $link in /*) file=$link ;; *) file=$(dirname "$file")/$link ;; esac
    done
    folder=$(cd -P "$(dirname "$file")/.." 2>/dev/null && pwd) && try_jdk "$folder" && return 0
  done
  return 1
}

# MONKEY_JDK_DIRS names other folders that hold JDKs, in place of the usual ones.
try_folders() {
  local home=${HOME:-/nonexistent} folders folder jdk
  folders=${MONKEY_JDK_DIRS:-/usr/lib/jvm:/Library/Java/JavaVirtualMachines:$home/Library/Java/JavaVirtualMachines:${SDKMAN_CANDIDATES_DIR:-${SDKMAN_DIR:-$home/.sdkman}/candidates}/java:$home/.jdks:/opt/java:/opt/homebrew/opt:/usr/local/opt}
  local IFS=:
  for folder in $folders; do
    for jdk in "$folder"/*; do
      try_jdk "$jdk" || try_jdk "$jdk/Contents/Home" || try_jdk "$jdk/libexec/openjdk.jdk/Contents/Home" || continue
      return 0
    done
  done
  return 1
}

find_jdk() {
  older=
  if [ -n "${JAVA_HOME:-}" ] && try_jdk "$JAVA_HOME"; then :; elif try_path || try_folders; then :; else
    say "Monkey Coder needs a JDK of version $least_java or later, and there is none in JAVA_HOME, on the PATH or in the usual folders."
    [ -z "$older" ] || say "These are too old:$older"
    say "To get one:
  SDKMAN:  sdk install java 25-tem
  macOS:   brew install --cask temurin@25
  Linux:   the package temurin-25-jdk or openjdk-25-jdk, or an archive from https://adoptium.net, unpacked below ~/.jdks
If you have one elsewhere, set JAVA_HOME to its folder."
    exit 2
  fi
  export JAVA_HOME=$java_home
}

# ---- Maven -----------------------------------------------------------------------------------------------------------

# Whether version $1 is at least version $2, number by number.
at_least() {
  local i a b
  local IFS=.
  # shellcheck disable=SC2206 # split at the dots
  a=($1) b=($2)
  for i in 0 1 2; do
    [ "${a[i]:-0}" -eq "${b[i]:-0}" ] || { [ "${a[i]:-0}" -gt "${b[i]:-0}" ]; return; }
  done
}

find_maven() {
  local candidate found
  maven=
  for candidate in mvn "${MAVEN_HOME:-/nonexistent}/bin/mvn" "${HOME:-/nonexistent}/.sdkman/candidates/maven/current/bin/mvn"; do
    if command -v "$candidate" >/dev/null 2>&1; then
      maven=$candidate
      break
    fi
  done
  if [ -z "$maven" ]; then
    die 2 "Monkey Coder is built with Maven $least_maven or later, and there is no mvn on the PATH.
  SDKMAN: sdk install maven    macOS: brew install maven    Debian, Ubuntu: apt install maven"
  fi
  found=$("$maven" -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1) || found=
  at_least "${found:-0}" "$least_maven" ||
    die 2 "$(command -v "$maven") is Maven ${found:-of an unknown version} (expected: $least_maven or later)."
}

# ---- Build -----------------------------------------------------------------------------------------------------------

artifact() {
  case $1 in
    events | service-kit) echo "$1/target/classes" ;;
    local-mesh) echo "local-mesh/target/keycloak" ;;
    cli) echo "cli/target/cli.jar" ;;
    *) echo "$1/target/quarkus-app/quarkus-run.jar" ;;
  esac
}

# Sets `stale` to the modules to build, joined by commas; empty when all are newer than their sources.
find_stale() {
  local part base changed
  stale=
  if [ ! -f "$stamp" ]; then
    stale=${parts// /,}
    return
  fi
  # shellcheck disable=SC2086 # words
  changed=$(cd "$root" && find pom.xml ${parts// //pom.xml }/pom.xml ${parts// //src/main }/src/main -newer "$stamp" 2>/dev/null) || true
  for base in $bases; do
    case "
$changed" in
      *"
$base"*)
        stale=${parts// /,}
        return
        ;;
    esac
  done
  for part in $parts; do
    case "
$changed" in
      *"
$part/"*) stale=$stale,$part ;;
      *) [ -e "$root/$(artifact "$part")" ] || stale=$stale,$part ;;
    esac
  done
  # the command line is packed together with local-mesh
  case $stale in *,local-mesh*) case $stale in *,cli*) ;; *) stale=$stale,cli ;; esac ;; esac
  stale=${stale#,}
}

mesh_is_up() {
  local pid
  [ -f "$state/mesh.json" ] || return 1
  pid=$(sed -n 's/.*"pid" *: *\([0-9][0-9]*\).*/\1/p' "$state/mesh.json" | head -n 1) || pid=
  [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null || return 1
  case $(ps -p "$pid" -o args= 2>/dev/null || echo MeshMain) in
    *MeshMain*) return 0 ;;
    *) return 1 ;; # a crash left the file, and another program has the id
  esac
}

# One build at a time: the second waits for the first.
lock_build() {
  local lock=$state/build.lock other
  until mkdir "$lock" 2>/dev/null; do
    other=$(cat "$lock/pid" 2>/dev/null) || other=
    if [ -n "$other" ] && ! kill -0 "$other" 2>/dev/null; then
      rm -rf "$lock"
    else
      sleep 1
    fi
  done
  echo $$ >"$lock/pid"
  trap 'rm -rf "$state/build.lock"' EXIT
}

# Reads Maven's output, shows a line a module, and what was fetched; with a terminal the last line moves on.
show_progress() {
  local line module='' number='' began=$SECONDS kilobytes=0 size live='' text
  [ -t 2 ] && live=1
  while IFS= read -r line; do
    case $line in
      *"] Building "*"["*"/"*"]")
        [ -z "$module" ] || finish_line "$live" "$number" "$module" $((SECONDS - began))
        text=${line#*Building }
        module=${text%% *}
        number=[${line##*[}
        began=$SECONDS
        ;;
      *"Downloaded from "*)
        text=${line##*(}
        size=${text%% *}
        size=${size%%.*}
        case $text in
          *" MB at "*) kilobytes=$((kilobytes + size * 1024 + 512)) ;;
          *" kB at "*) kilobytes=$((kilobytes + size)) ;;
        esac
        ;;
      *"Reactor Summary"* | *"BUILD SUCCESS"* | *"BUILD FAILURE"*)
        [ -z "$module" ] || finish_line "$live" "$number" "$module" $((SECONDS - began))
        module=
        ;;
    esac
    if [ -n "$live" ] && [ -n "$module" ]; then
      text="$((SECONDS - began)) s"
      [ $kilobytes -lt 1024 ] || text="$text, $((kilobytes / 1024)) MB fetched so far"
      printf '\r\033[K  %-8s %-24s %s' "$number" "$module" "$text" >&2
    fi
  done
  [ $kilobytes -lt 1024 ] || say "  fetched $((kilobytes / 1024)) MB"
}

finish_line() {
  [ -z "$1" ] || printf '\r\033[K' >&2
  printf '  %-8s %-24s %s s\n' "$2" "$3" "$4" >&2
}

# Runs Maven in the repository with a log; says what went wrong when it did.
run_maven() {
  local log=$1 code=0
  shift
  mkdir -p "$(dirname "$log")"
  (cd "$root" && "$maven" -B "$@" 2>&1) | tee "$log" | show_progress || code=$?
  [ $code -eq 0 ] && return 0
  say "" "Maven failed:"
  grep -E '^\[ERROR\]' "$log" | grep -vE 'To see the full stack|Re-run Maven|\[Help 1\]|For more information|^\[ERROR\] *$' | head -n 25 >&2 || true
  say "The whole log: $log"
  return $code
}

build() {
  local began=$SECONDS mark=$state/building
  find_maven
  mkdir -p "$state/logs"
  lock_build
  find_stale # somebody else may have built it meanwhile
  if [ -z "$stale" ]; then return; fi
  if [ ! -f "$stamp" ]; then
    say "Building Monkey Coder, once. On a fresh machine Maven fetches about 700 MB first (Keycloak 180 MB, Kafka 45 MB, PostgreSQL"
    say "10 MB, the rest Quarkus and build tools); then the build takes 2 to 5 minutes."
  else
    say "Building what changed: ${stale//,/, }"
  fi
  touch "$mark"
  run_maven "$state/logs/build.log" package -Dmaven.test.skip=true -pl "$stale" -am || exit 1
  train
  mv "$mark" "$stamp" # as old as the start of the build: what was changed since then is built next time
  say "Built in $((SECONDS - began)) s."
}

# A cache of loaded classes takes a third off the time that a command takes to start. It is trained by a command that uses HTTP and fails at
# once, since nothing listens on that port. Nothing is lost without the cache.
train() {
  rm -f "$root/cli/target/cli.aot"
  MONKEY_HOME=$root MONKEY_URL=http://127.0.0.1:9 MONKEY_KEY=none \
    "$java_home/bin/java" -XX:AOTCacheOutput="$root/cli/target/cli.aot" "${flags[@]}" -jar "$root/cli/target/cli.jar" runs list >/dev/null 2>&1 || true
}

# ---- Tests -----------------------------------------------------------------------------------------------------------

# One line for all JUnit reports, and the tests that failed.
sum_reports() {
  find "$root/target/reports/junit" -name 'TEST-*.xml' -exec cat {} + 2>/dev/null | awk '
    function number(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0 }
    function text(name) { return match($0, " " name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : "?" }
    /<testsuite / { suites++; tests += number("tests"); bad += number("failures") + number("errors"); skipped += number("skipped") }
    /<testcase / { name = text("classname") "." text("name") }
    /<failure[ >]|<error[ >]/ { if (name != "") print "  failed: " name; name = "" }
    END { printf "%d tests, %d failed, %d skipped, in %d classes\n", tests, bad, skipped, suites }'
}

run_tests() {
  local code=0 began=$SECONDS
  find_maven
  rm -rf "$root/target/reports"
  run_maven "$root/target/reports/maven.log" "$@" || code=$?
  say ""
  sum_reports
  say "$((SECONDS - began)) s; JUnit: target/reports/junit, JaCoCo: target/reports/jacoco, log: target/reports/maven.log"
  exit $code
}

# ---- Here it starts --------------------------------------------------------------------------------------------------

# Starts fast rather than runs fast; warnings of the JVM never go to standard output.
flags=(-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m -Xlog:disable -Xlog:all=error:stderr --enable-native-access=ALL-UNNAMED)

launch() {
  local ttys='' columns=0 size
  [ -t 0 ] && ttys=in
  [ -t 1 ] && ttys=$ttys,out
  [ -t 2 ] && ttys=$ttys,err
  case $ttys in
    *out* | *err*)
      size=$(stty size 2>/dev/null </dev/tty) || size=
      columns=${size#* }
      ;;
  esac
  # names of files are UTF-8, whatever the locale says
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]*) ;;
    *) export LC_ALL=C.UTF-8 ;;
  esac
  [ ! -f "$root/cli/target/cli.aot" ] || flags+=(-XX:AOTCache="$root/cli/target/cli.aot")
  export MONKEY_HOME=$root
  exec "$java_home/bin/java" "${flags[@]}" "-Dmonkey.ttys=$ttys" "-Dmonkey.columns=${columns:-0}" -jar "$root/cli/target/cli.jar" "$@"
}

case ${1:-help} in
  help | -h | --help)
    usage
    exit 0
    ;;
esac

find_jdk
case $1 in
  build)
    find_stale
    if [ -n "$stale" ]; then build; else say "Everything is built."; fi
    ;;
  test)
    shift
    run_tests verify -fae "$@"
    ;;
  check)
    shift
    run_tests spotless:check test -fae "$@"
    ;;
  fmt)
    find_maven
    run_maven "$state/logs/fmt.log" spotless:apply
    ;;
  *)
    find_stale
    if [ -n "$stale" ] && [ -f "$root/cli/target/cli.jar" ] && mesh_is_up; then
      say "note: ${stale//,/, } changed since the mesh was started; \`./monkey down\` first, then it is built again"
    elif [ -n "$stale" ]; then
      build
      rm -rf "$state/build.lock"
    fi
    launch "$@"
    ;;
esac
