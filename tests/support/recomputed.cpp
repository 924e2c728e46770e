// SPDX-License-Identifier: MIT
#include "recomputed.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "render/json_text.h"
#include "run.h"

namespace taizhang::test {

using document::Condition;
using document::Origin;
using document::Test;

namespace {

using Json = nlohmann::json;

std::string text_of(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

bool is_there(const Json& value) {
  return !value.is_null() && !(value.is_array() && value.empty());
}

int compared(const Json& value, const std::string& text) {
  if (value.is_number()) {
    const double other = std::stod(text);
    const double own = value.get<double>();
    return own < other ? -1 : own > other ? 1 : 0;
  }
  return text_of(value).compare(text);
}

bool passes(const Json& value, const Condition& condition) {
  if (condition.test == Test::absent) return !is_there(value);
  if (condition.test == Test::differs) return !is_there(value) || compared(value, condition.value);
  if (!is_there(value)) return false;
  switch (condition.test) {
    case Test::equals:
      return compared(value, condition.value) == 0;
    case Test::less:
      return compared(value, condition.value) < 0;
    case Test::at_most:
      return compared(value, condition.value) <= 0;
    case Test::more:
      return compared(value, condition.value) > 0;
    case Test::at_least:
      return compared(value, condition.value) >= 0;
    case Test::several:
      return value.is_array() && value.size() > 1;
    case Test::contains:
      if (!value.is_array()) return text_of(value) == condition.value;
      return std::any_of(value.begin(), value.end(),
                         [&](const Json& item) { return text_of(item) == condition.value; });
    default:
      return true;
  }
}

std::vector<std::string> on_days(const Origin& origin) {
  return {"--as-of",    base::iso(origin.clocks.as_of),
          "--known-by", base::iso(origin.clocks.known_by),
          "--format",   "json"};
}

/// The name of the column that a field comes out as; short ones are spelt out.
const Json* column(const Json& row, const std::string& name) {
  const auto found = row.find(name);
  return found == row.end() ? nullptr : &*found;
}

double rounded(double value, int places) {
  const double scale = std::pow(10.0, places);
  return std::round(value * scale) / scale;
}

}  // namespace

const Json& Recomputed::answer(const std::vector<std::string>& arguments) {
  std::string key;
  for (const std::string& argument : arguments) key += argument + " ";
  const auto [found, is_new] = cache_.emplace(key, Json());
  if (is_new) {
    const Outcome outcome = run(arguments, disk_);
    if (outcome.exit != 0) throw std::runtime_error(key + ": " + outcome.err);
    found->second = Json::parse(outcome.out);
  }
  return found->second;
}

const Json& Recomputed::rows(const Origin& origin, const std::string& field) {
  std::vector<std::string> arguments{"list", "--rows", origin.kind, "--columns", "address"};
  const auto add = [&](const std::string& name) {
    if (!name.empty()) arguments.insert(arguments.end(), {"--columns", name});
  };
  add(field);
  for (const Condition& condition : origin.where) {
    if (condition.test != Test::meets) add(condition.field);
  }
  for (const std::string& argument : on_days(origin)) arguments.push_back(argument);
  return answer(arguments);
}

const Json& Recomputed::steps(const Origin& origin) {
  std::vector<std::string> arguments{"explain", origin.address};
  // A unit and a section are asked for by their names.
  for (const auto& [part, option] :
       {std::pair("/units/", "--unit"), std::pair("/sections/", "--section")}) {
    const std::size_t at = origin.address.find(part);
    if (at == origin.address.npos) continue;
    arguments = {"explain", option, origin.address.substr(at + std::string_view(part).size())};
  }
  for (const std::string& argument : on_days(origin)) arguments.push_back(argument);
  return answer(arguments);
}

/// Whether the row, or the one around it that the filter is asked of, is among those that a list
/// with this filter has.
bool Recomputed::meets(const Origin& origin, const Json& row, const Condition& condition) {
  const std::string kind = condition.field.empty() ? origin.kind : condition.field;
  std::vector<std::string> arguments{"list",      "--rows",  kind,
                                     "--columns", "address", condition.value};
  for (const std::string& argument : on_days(origin)) arguments.push_back(argument);
  std::string own = row["address"];
  if (kind == "tasks") own = own.substr(0, own.find('/', own.find('/') + 1));
  const Json& listed = answer(arguments);
  return std::any_of(listed.begin(), listed.end(),
                     [&](const Json& one) { return one["address"] == own; });
}

std::vector<Json> Recomputed::matching(const Origin& origin, const std::string& field) {
  std::vector<Json> values;
  for (const Json& row : rows(origin, field)) {
    const bool fits =
        std::all_of(origin.where.begin(), origin.where.end(), [&](const Condition& condition) {
          if (condition.test == Test::meets) return meets(origin, row, condition);
          const Json* value = column(row, condition.field);
          if (!value) throw std::runtime_error("no column " + condition.field);
          return passes(*value, condition);
        });
    if (fits) values.push_back(field.empty() ? Json(1) : *column(row, field));
  }
  return values;
}

Json Recomputed::number(const Origin& origin) {
  switch (origin.how) {
    case Origin::How::field:
      for (const Json& row : rows(origin, origin.field)) {
        if (row["address"] == origin.address) return *column(row, origin.field);
      }
      throw std::runtime_error("no row " + origin.address + " among " + origin.kind);
    case Origin::How::count:
      return static_cast<long long>(matching(origin, "").size());
    case Origin::How::mean: {
      double sum = 0;
      int known = 0;
      for (const Json& value : matching(origin, origin.field)) {
        if (!value.is_number()) continue;
        // Completions are held between 0 and 100 %; days and the like are what they are.
        const bool is_completion = origin.field.ends_with("completion");
        sum += is_completion ? std::clamp(value.get<double>(), 0.0, 100.0) : value.get<double>();
        ++known;
      }
      return sum / known;
    }
    case Origin::How::sum: {
      long long sum = 0;
      for (const Origin& part : origin.of) sum += number(part).get<long long>();
      return sum;
    }
    case Origin::How::share:
      return rounded(
          100.0 * number(origin.of.at(0)).get<double>() / number(origin.of.at(1)).get<double>(), 1);
    case Origin::How::difference: {
      const Json now = number(origin.of.at(0));
      const Json then = number(origin.of.at(1));
      if (now.is_number_integer() && then.is_number_integer()) {
        return now.get<long long>() - then.get<long long>();
      }
      return now.get<double>() - then.get<double>();
    }
    case Origin::How::operand:
      break;
  }
  throw std::runtime_error("cannot be computed again");
}

std::string Recomputed::fault(const document::Value& value, const std::optional<Origin>& origin) {
  const std::string shown = document::text(value, base::Language::zh);
  if (!origin) return shown + ": without an origin";
  try {
    const Json is = Json::parse(render::json_of(value, base::Language::zh).dump());
    if (origin->how == Origin::How::operand) {
      // An operand stands in the story that `explain` tells programs; its formula is tested apart.
      const std::string wanted = is.dump();
      for (const Json& step : steps(*origin)["steps"]) {
        if (step["rule"] != origin->rule) continue;
        const auto operand = step["operands"].find(origin->field);
        const bool same = operand != step["operands"].end() && operand->dump() == wanted;
        if (same || step["value"].dump() == wanted) {
          ++right_[origin->how];
          return {};
        }
      }
      return shown + ": no operand " + origin->field + " of " + origin->rule;
    }
    const Json again = number(*origin);
    // A field may be a record of which the number is a part, or a list of which it is one.
    const auto is_it = [&](const auto& self, const Json& from) -> bool {
      if (from.is_structured()) {
        return std::any_of(from.begin(), from.end(),
                           [&](const Json& part) { return self(self, part); });
      }
      if (from.is_string()) return from.get<std::string>().find(shown) != std::string::npos;
      // A mean is computed from completions that have been rounded to two places.
      const bool mean = origin->how != Origin::How::field && !from.is_number_integer();
      return from.is_number() &&
             std::abs(from.get<double>() - is.get<double>()) <= (mean ? 0.0101 : 1e-9);
    };
    if (!is_it(is_it, again)) return shown + " is " + again.dump() + " by its origin";
    ++right_[origin->how];
    return {};
  } catch (const std::exception& e) {
    return shown + ": " + e.what();
  }
}

}  // namespace taizhang::test
