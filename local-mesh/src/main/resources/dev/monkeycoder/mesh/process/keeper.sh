# Keeps one program. Its standard input is a pipe from the launcher: when that ends, because the launcher closed it or died
# (SIGKILL included), the program is asked to end, and killed some seconds later. When the program ends, so does the keeper,
# with its exit code. The first and only line on standard output is the program's process id.
#
# keeper LOG SIGNAL SECONDS PROGRAM ARGUMENTS...   (POSIX sh; Linux and macOS)
log=$1 signal=$2 seconds=$3
shift 3

# Ctrl-C in a terminal is for the launcher, which ends its parts in order
trap '' INT HUP
exec 3<&0 4>&1 </dev/null >>"$log" 2>&1

# a session of its own, so that a terminal's signals do not reach the program either
if command -v setsid >/dev/null; then
    setsid "$@" 3<&- 4>&- &
elif command -v perl >/dev/null; then
    perl -e 'use POSIX (); POSIX::setsid(); exec { $ARGV[0] } @ARGV; die "$ARGV[0]: $!\n"' "$@" 3<&- 4>&- &
else
    "$@" 3<&- 4>&- &
fi
program=$!
trap 'kill -s "$signal" "$program"' TERM
echo "$program" >&4
exec 4>&-

(
    trap - TERM
    while read -r _; do :; done <&3
    kill -s "$signal" "$program" || exit 0
    while [ "$seconds" -gt 0 ] && kill -0 "$program"; do
        sleep 1
        seconds=$((seconds - 1))
    done
    kill -s KILL "$program"
) 2>/dev/null &
watcher=$!
exec 3<&-

# a signal to the keeper interrupts `wait`, the program may live on
while :; do
    wait "$program"
    code=$?
    kill -0 "$program" 2>/dev/null || break
done
kill "$watcher" 2>/dev/null
exit "$code"
