# Which Python runs what speaks to the API. Sourced, never run.
# shellcheck shell=bash

# Debian's own interpreter if it has boto3, else the one found first.
python_with_boto3() {
  local each
  for each in /usr/bin/python3 python3; do
    if "$each" -c 'import boto3' 2> /dev/null; then
      echo "$each"
      return 0
    fi
  done
  fail "no python3 has the module boto3: install python3-boto3"
}
