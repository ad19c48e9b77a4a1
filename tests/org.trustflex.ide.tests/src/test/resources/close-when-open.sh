#!/usr/bin/env bash
# Starts an Eclipse, closes its window as a user does once it is there, and ends with its exit code.
#   close-when-open.sh COMMAND...
set -uo pipefail

"$@" &
eclipse=$!
while kill -0 "$eclipse" 2> /dev/null; do
  if xdotool search --onlyvisible --name 'Eclipse Platform' > /dev/null 2>&1; then
    xdotool key alt+F4
  fi
  sleep 0.5
done
wait "$eclipse"
