#!/bin/sh
# ./go                 the demo school, at http://127.0.0.1:8000
# ./go school          a real school on this machine
# ./go test            the tests; --postgres, --browser or --pages for the other three forms
# ./go manage …        any management command
# --port N and --data DIR fit the first two, --data DIR also the last. Kindling keeps everything
# in that folder: data/demo, and data/school for a real school.
set -eu
here=$PWD
cd "$(dirname "$0")"
unset PYTHONDONTWRITEBYTECODE PYTHONHOME  # compiled once, not at every start

find_python() {
  for candidate in "${PYTHON:-}" python3.14 python3.13 python3.12 python3 python \
    "${HOME:-}"/.pyenv/versions/3.14*/bin/python "${HOME:-}"/.pyenv/versions/3.13*/bin/python \
    "${HOME:-}"/.pyenv/versions/3.1[2-9]*/bin/python; do
    [ -n "$candidate" ] && found=$(command -v "$candidate" 2>/dev/null) || continue
    "$found" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 12))' 2>/dev/null || continue
    echo "$found"
    return
  done
  echo "Kindling needs Python 3.12 or newer: https://www.python.org/downloads/" >&2
  exit 1
}

# install LOCK: what the lock names, once, with hashes. The developers' lock holds the other too.
install() {
  if ! .venv/bin/python -c '' 2>/dev/null; then
    rm -rf .venv
    python=$(find_python)
    echo "Making a virtual environment with $python."
    "$python" -m venv .venv
  fi
  wanted=$(cksum <"$1")
  [ "$(cat ".venv/installed-$1" 2>/dev/null)" = "$wanted" ] && return
  echo "Installing what $1 names. This happens once."
  .venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r "$1"
  echo "$wanted" >".venv/installed-$1"
  [ "$1" = requirements.lock ] || cksum <requirements.lock >.venv/installed-requirements.lock
}

what=${1:-demo}
case $what in
  school | test | manage | setup) shift ;;
  demo) [ $# -eq 0 ] || shift ;;
  -h | --help) sed -n 's/^# //p' go | head -6; exit 0 ;;
  -*) what=demo ;;
  *) echo "./go does not know \"$what\". Try ./go --help." >&2; exit 2 ;;
esac

# Settings read the data folder before a command reads its own options.
data=
if [ "$what" != test ]; then
  for argument; do
    shift
    case $data$argument in
      --data) data=next; continue ;;
      --data=*) data=; KINDLING_DATA=${argument#--data=}; continue ;;
      next*) data=; KINDLING_DATA=$argument; continue ;;
    esac
    set -- "$@" "$argument"
  done
  [ "$what" = demo ] && world=demo || world=school
  case ${KINDLING_DATA:=$PWD/data/$world} in
    /*) ;;
    *) KINDLING_DATA=$here/$KINDLING_DATA ;;
  esac
  export KINDLING_DATA
fi

case $what in
  test | setup) install requirements-dev.lock ;;
  *) install requirements.lock ;;
esac
.venv/bin/python -m kindling.assets

case $what in
  setup) ;;
  test) exec .venv/bin/python -m tests "$@" ;;
  manage) exec .venv/bin/python manage.py "$@" ;;
  *) exec .venv/bin/python manage.py serve --world "$what" "$@" ;;
esac
