// SPDX-License-Identifier: MIT
//
//   taizhang_bench read|libyaml|yaml-cpp FOLDER
//
// Reads every YAML file below FOLDER in one thread: into memory and nothing more, or on into the
// events of a YAML library. What comes out on standard output is the number of bytes or of events,
// so that nothing of it is optimised away; the exit is 2 where the library is not built in.
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

#ifdef HAS_LIBYAML
#include <yaml.h>
#endif

#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <sstream>
#include <string>

namespace fs = std::filesystem;

namespace {

/// Counts events.
class Counter : public YAML::EventHandler {
 public:
  std::size_t events = 0;

  void OnDocumentStart(const YAML::Mark&) override { ++events; }
  void OnDocumentEnd() override { ++events; }
  void OnNull(const YAML::Mark&, YAML::anchor_t) override { ++events; }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override { ++events; }
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string&) override {
    ++events;
  }
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    ++events;
  }
  void OnSequenceEnd() override { ++events; }
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    ++events;
  }
  void OnMapEnd() override { ++events; }
};

std::size_t bytes_of(const std::string& text) { return text.size(); }

std::size_t events_of_yaml_cpp(const std::string& text) {
  std::istringstream stream(text);
  YAML::Parser parser(stream);
  Counter counter;
  while (parser.HandleNextDocument(counter)) {
  }
  return counter.events;
}

#ifdef HAS_LIBYAML
std::size_t events_of_libyaml(const std::string& text) {
  yaml_parser_t parser;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()),
                               text.size());
  std::size_t events = 0;
  for (bool more = true; more; ++events) {
    yaml_event_t event;
    if (!yaml_parser_parse(&parser, &event)) break;
    more = event.type != YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return events;
}
#endif

std::size_t read_all(const fs::path& folder,
                     const std::function<std::size_t(const std::string&)>& count) {
  std::size_t sum = 0;
  std::string text;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".yaml") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    text.resize(entry.file_size());
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    sum += count(text);
  }
  return sum;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const std::string what = arguments[1];
  const fs::path folder = arguments[2];
  if (what == "read") {
    std::cout << read_all(folder, bytes_of) << "\n";
#ifdef HAS_LIBYAML
  } else if (what == "libyaml") {
    std::cout << read_all(folder, events_of_libyaml) << "\n";
#endif
  } else if (what == "yaml-cpp") {
    std::cout << read_all(folder, events_of_yaml_cpp) << "\n";
  } else {
    return 2;
  }
}
