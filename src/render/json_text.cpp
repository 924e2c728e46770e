// SPDX-License-Identifier: MIT
//
// nlohmann-json prints a number with the Grisu2 method, which now and then gives more digits than
// a number has (2.993228 becomes 2.9932280000000002). A figure must come out to the digit, so the
// numbers are printed here, with fmt, and everything else by the library.
#include "render/json_text.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace taizhang::render {

namespace {

class JsonWriter {
 public:
  void value(const Json& json, std::size_t depth) {
    if (json.is_structured() && !json.empty()) {
      const char* brackets = json.is_object() ? "{}" : "[]";
      text_ += brackets[0];
      bool first = true;
      for (const auto& [key, part] : json.items()) {
        text_ += first ? "\n" : ",\n";
        first = false;
        text_.append(2 * (depth + 1), ' ');
        if (json.is_object()) text_ += scalar(key) + ": ";
        value(part, depth + 1);
      }
      text_ += "\n" + std::string(2 * depth, ' ') + brackets[1];
    } else if (json.is_number()) {
      text_ += json_number_text(json);
    } else {
      text_ += scalar(json);
    }
  }

  std::string take() { return std::move(text_) + "\n"; }

 private:
  static std::string scalar(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
  }

  std::string text_;
};

}  // namespace

std::string json_number_text(const Json& number) {
  return number.is_number_float() ? fmt::format("{}", number.get<double>()) : number.dump();
}

std::string json_text(const Json& json) {
  JsonWriter writer;
  writer.value(json, 0);
  return writer.take();
}

}  // namespace taizhang::render
