#!/usr/bin/env bash
# 每个变体有一处错误，测试必须发现它。 Builds a variant for each line of mistakes.txt; a variant whose tests all pass is a hole in the tests.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
BUILD=$(realpath "${BUILD:-build}")
BASE=$BUILD/broken/base
WORK=$BUILD/broken/variant
run() { env -u BUILD make -C "$1" -s SAFE="-fsanitize=address,undefined -fno-sanitize-recover=all -Wno-error" "${@:2}"; }
rm -rf "$BUILD/broken"
mkdir -p "$BASE/build"
cp -r core boot board tests tools vectors Makefile "$BASE"
cp "$BUILD/font.c" "$BASE/build"
run "$BASE" test >/dev/null
missed=0 count=0

while IFS= read -r line; do
  [[ $line = '#'* || -z $line ]] && continue
  rm -rf "$WORK"
  cp -a "$BASE" "$WORK"
  # Bars between the parts, \| for a bar within, \n for a line's end. The text must stand there exactly once.
  WORK=$WORK LINE=$line perl -e '
    my ($file, $from, $to) = map { s/\\\|/|/g; s/\\n/\n/g; $_ } split /(?<!\\)\|/, $ENV{LINE}, 3;
    $to =~ s/^\|$//;
    my $path = "$ENV{WORK}/$file";
    open my $in, "<", $path or die "$path: $!\n"; local $/; my $text = <$in>; close $in;
    my $times = () = $text =~ /\Q$from\E/g;
    die "stands there $times times: $ENV{LINE}\n" if $times != 1;
    $text =~ s/\Q$from\E/$to/;
    open my $out, ">", $path or die "$path: $!\n"; print $out $text; close $out;'
  count=$((count + 1))
  if ! run "$WORK" $(printf 'build/%s_test ' talks frame_vectors picture flash scan fuzz) >"$WORK/log" 2>&1; then
    echo "does not compile: $line" >&2
    tail -5 "$WORK/log" >&2
    exit 1
  fi
  if run "$WORK" test >"$WORK/log" 2>&1; then
    echo "没有被发现 NOT FOUND: $line" >&2
    missed=$((missed + 1))
  fi
done <tests/mistakes.txt
rm -rf "$BUILD/broken"
echo "broken: $((count - missed)) of $count mistakes were found"
[ "$missed" = 0 ]
