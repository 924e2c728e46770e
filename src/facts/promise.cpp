// SPDX-License-Identifier: MIT
#include "facts/promise.h"

#include "facts/catalogue.h"
#include "facts/values.h"
#include "facts/world.h"

namespace taizhang::facts {

namespace {

/// The target `{0}` with each qualifier around it.
constexpr base::Bilingual in_words(model::Qualifier qualifier) {
  switch (qualifier) {
    case model::Qualifier::at_least:
      return {"{0}以上", "at least {0}"};
    case model::Qualifier::exceed:
      return {"突破 {0}", "more than {0}"};
    case model::Qualifier::about:
      return {"{0}左右", "about {0}"};
    case model::Qualifier::reach:
      return {"达到 {0}", "reach {0}"};
    case model::Qualifier::at_most:
      return {"不超过 {0}", "at most {0}"};
    case model::Qualifier::below:
      return {"低于 {0}", "below {0}"};
    case model::Qualifier::exactly:
      break;
  }
  return {"{0}", "{0}"};
}

}  // namespace

Value promise(const Row& row) {
  const measure::IndicatorFigures& figures = *row.indicator;
  Value target = amount(figures.target, figures.indicator->unit.value_or(""));
  const auto& qualifier = figures.indicator->qualifier;
  if (target.is_absent() || !qualifier) return target;
  // The number in the sentence is another field's.
  const document::Origin origin{.kind = std::string(kind_of(Kind::indicators).name),
                                .clocks = row.world->clocks(),
                                .address = address(row),
                                .field = "target"};
  return document::Phrase{in_words(*qualifier), {std::move(target).from(origin)}};
}

}  // namespace taizhang::facts
