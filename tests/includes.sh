#!/usr/bin/env bash
# Which folder of src/ may include which: the way of the data goes in one direction. Fails with the
# line of every include that goes against it.
set -eu
cd "$1"
awk '
  BEGIN {
    allowed["base"] = ""
    allowed["words"] = "base"
    allowed["document"] = "base"
    allowed["source"] = "base"
    allowed["yaml"] = "base source"
    allowed["model"] = "base source"
    allowed["load"] = "base words source yaml model"
    allowed["edit"] = "base source yaml model"
    allowed["measure"] = "base model"
    allowed["check"] = "base source model measure edit"
    allowed["facts"] = "base source document model measure"
    allowed["query"] = "base document facts"
    allowed["sheets"] = "base"
    allowed["intake"] = "base document sheets source yaml model edit facts"
    allowed["report"] = "base words document facts query"
    allowed["render"] = "base words document sheets source check"
    allowed["example"] = "base yaml load model edit"
    allowed["command"] = "base words document source yaml model load edit measure check facts query sheets intake report render example pipeline.h"
    allowed["cli"] = "base command"
    allowed["embed"] = ""
    allowed["main.cpp"] = "cli"
    allowed["pipeline.h"] = "base source model measure facts"
    allowed["pipeline.cpp"] = "base source load model measure check facts pipeline.h"
  }
  function room(path,   parts) { split(path, parts, "/"); return parts[1] }
  /#include "/ {
    split($0, quoted, "\"")
    from = room(FILENAME); to = room(quoted[2])
    if (!(from in allowed)) { print FILENAME ": no row for " from " in tests/includes.sh"; bad = 1 }
    if (from != to && index(" " allowed[from] " ", " " to " ") == 0) {
      print FILENAME ":" FNR ": " from " must not include " to; bad = 1
    }
    seen++
  }
  /#include <yaml-cpp/ && room(FILENAME) != "yaml" && room(FILENAME) != "embed" {
    print FILENAME ":" FNR ": only yaml/ knows yaml-cpp"; bad = 1
  }
  /#include <CLI/ && room(FILENAME) != "cli" {
    print FILENAME ":" FNR ": only cli/ knows CLI11"; bad = 1
  }
  /#include <gmp/ && FILENAME != "base/ratio.cpp" {
    print FILENAME ":" FNR ": only base/ratio.cpp knows GMP"; bad = 1
  }
  # It gives a subrange, which the compiler that `make fuzz` takes cannot compile.
  /ranges::stable_partition/ {
    print FILENAME ":" FNR ": clang 14 cannot compile std::ranges::stable_partition; take std::"; bad = 1
  }
  END {
    if (seen < 50) { print "only " seen " includes seen"; bad = 1 }
    exit bad
  }
' $(find . -name '*.h' -o -name '*.cpp' | sed 's|^\./||' | sort)
