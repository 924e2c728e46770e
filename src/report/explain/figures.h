// SPDX-License-Identifier: MIT
//
// Which figures are told to people, in which order, and what is told under each.
#pragma once

#include <span>
#include <string_view>

#include "words/key.h"

namespace taizhang::report {

/// A figure that has a step of its own: what it is called and how its value is put.
struct MainFigure {
  std::string_view name;
  words::Key<0> label;
  words::NamedKey shown;
};

/// A figure of a trace and the main one under which it is told; empty for that of the next figure
/// that has one, `unsaid` for none.
struct ToldFigure {
  std::string_view name;
  std::string_view under;
};

inline constexpr std::string_view unsaid = "-";

/// In the order of a story.
std::span<const MainFigure> main_figures();

/// In the order in which they are told under a main figure.
std::span<const ToldFigure> told_figures();

/// Whether a rule says nothing that people would miss: its figure is what the file says, or what
/// another rule has said. Programs get it all the same.
bool goes_without_saying(std::string_view rule);

}  // namespace taizhang::report
