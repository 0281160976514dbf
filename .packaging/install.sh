#!/bin/sh
# Puts Unhunch into a home folder, or takes it out again:
#
#   ./install.sh [--remove] [--prefix FOLDER]        FOLDER is ~/.local where none is named
#
# What was put there is listed in FOLDER/share/doc/unhunch/installed, and nothing else is ever taken away. A newer version
# is put over an older one. Your record and your settings are never touched.
set -eu

prefix=${HOME:-}/.local remove=
while [ $# -gt 0 ]; do
  case $1 in
    --remove) remove=yes ;;
    --prefix) prefix=${2:?"--prefix needs a folder"} && shift ;;
    *) sed -n '2,7s/^# \{0,1\}//p' "$0" && exit 2 ;;
  esac
  shift
done
case $prefix in
  # The menu, systemd and sed each have a rule of their own for these.
  *[\"\`\$\\%\|\&\']*) echo "$prefix has a character that no menu takes in a path. Name another folder with --prefix." >&2 && exit 2 ;;
  /*) ;;
  *) prefix=$PWD/$prefix ;;
esac
list=$prefix/share/doc/unhunch/installed

# Takes away what an earlier run has put there, and folders that are empty then.
take_away() {
  while IFS= read -r file; do
    rm -f "$prefix/$file"
    (cd "$prefix" && rmdir -p "$(dirname "$file")" 2>/dev/null) || true
  done <"$1"
}

if [ "$remove" ]; then
  [ -f "$list" ] || { echo "Unhunch is not installed in $prefix. Name its folder with --prefix." >&2; exit 1; }
  "$prefix/bin/unhunch" uninstall
  work=$(mktemp)
  cp "$list" "$work"
  take_away "$work"
  rm -f "$work"
  echo "Unhunch is gone from $prefix."
  exit
fi

here=$(cd "$(dirname "$0")" && pwd)
cd "$here"
if [ -f "$list" ]; then
  work=$(mktemp)
  cp "$list" "$work"
  take_away "$work"
  rm -f "$work"
fi
find bin share -type f | while IFS= read -r file; do
  mkdir -p "$prefix/$(dirname "$file")"
  # A program that runs cannot be written over, but its name can go to another.
  rm -f "$prefix/$file"
  case $file in
    # Whoever reads these looks for programs in the system's folders alone.
    *.desktop) sed "s|^Exec=unhunch|Exec=\"$prefix/bin/unhunch\"|; s|^TryExec=.*|TryExec=$prefix/bin/unhunch|" "$file" >"$prefix/$file" ;;
    # Whether this systemd knows the unit is not certain in a home folder, and the bus needs none.
    share/dbus-1/*) sed "s|^Exec=.*|Exec=\"$prefix/bin/unhunch\"|; /^SystemdService=/d" "$file" >"$prefix/$file" ;;
    *.service) sed "s|^ExecStart=/usr/bin/unhunch|ExecStart=\"$prefix/bin/unhunch\"|" "$file" >"$prefix/$file" ;;
    *) cp "$file" "$prefix/$file" ;;
  esac
done
cp install.sh "$prefix/share/doc/unhunch/install.sh"
{ find bin share -type f && echo share/doc/unhunch/install.sh && echo share/doc/unhunch/installed; } >"$list"

echo "Unhunch is in your applications menu, and in a terminal it is $prefix/bin/unhunch."
echo "sh $prefix/share/doc/unhunch/install.sh --remove takes it out again."
