// SPDX-License-Identifier: MIT
#include "sheets/package.h"

#include <zip.h>

#include <memory>

#include "base/fatal.h"

namespace taizhang::sheets {

namespace {

/// The most bytes that one file unpacks to in all: a sheet of a million cells has a tenth.
constexpr std::size_t most_unpacked = 256u << 20;

}  // namespace

Package::Package(const std::string& bytes, const std::string& name, base::Bilingual help)
    : name_(name), help_(help) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source) archive_ = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (source && !archive_) zip_source_free(source);
  zip_error_fini(&error);
  if (!archive_) fail();
}

Package::~Package() {
  if (archive_) zip_discard(archive_);
}

bool Package::has(const std::string& path) const {
  return zip_name_locate(archive_, path.c_str(), ZIP_FL_ENC_GUESS) >= 0;
}

void Package::fail() const {
  base::refuse({{"{0} 读不出来，可能已经损坏", "{0} cannot be read; it may be damaged"}, {name_}},
               {help_});
}

bool Package::read(const std::string& path, pugi::xml_document& document) const {
  zip_stat_t stat;
  if (!has(path)) return false;
  if (zip_stat(archive_, path.c_str(), 0, &stat) != 0 || !(stat.valid & ZIP_STAT_SIZE)) fail();
  if (stat.size > most_unpacked - unpacked_) {
    base::refuse({{"{0} 展开后太大", "{0} unpacks to too much"}, {name_}},
                 {{"只留要用的工作表，另存一份再试",
                   "save a copy with the sheets that are needed and try again"}});
  }
  unpacked_ += stat.size;
  std::string text(stat.size, '\0');
  zip_file_t* file = zip_fopen(archive_, path.c_str(), 0);
  if (!file) fail();
  const zip_int64_t size = zip_fread(file, text.data(), text.size());
  zip_fclose(file);
  if (size != static_cast<zip_int64_t>(text.size())) fail();
  const auto parsed = document.load_buffer(text.data(), text.size(),
                                           pugi::parse_default | pugi::parse_ws_pcdata_single);
  if (!parsed) fail();
  return true;
}

std::string packed(const std::vector<Packed>& files) {
  const auto fail = [](bool failed) {
    if (!failed) return;
    throw base::Fatal(base::Exit::internal, {{"写不出文件", "the file cannot be packed"}},
                      {{"看内存是否足够", "see whether there is enough memory"}});
  };
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 1, nullptr);
  fail(!target);
  zip_source_keep(target);
  const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> kept(target, zip_source_free);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
  fail(!archive);
  for (const Packed& file : files) {
    zip_source_t* source = zip_source_buffer(archive, file.text.data(), file.text.size(), 0);
    const zip_int64_t at = zip_file_add(archive, file.path.c_str(), source, ZIP_FL_ENC_UTF_8);
    fail(at < 0);
    const auto index = static_cast<zip_uint64_t>(at);
    zip_set_file_compression(archive, index, ZIP_CM_DEFLATE, 9);
    // The first day that the format knows, without a time zone.
    constexpr zip_uint16_t first_day = (1 << 5) | 1;
    zip_file_set_dostime(archive, index, 0, first_day, 0);
  }
  fail(zip_close(archive) != 0);
  zip_stat_t stat;
  fail(zip_source_stat(target, &stat) != 0 || zip_source_open(target) != 0);
  std::string bytes(stat.size, '\0');
  const zip_int64_t size = zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  fail(size != static_cast<zip_int64_t>(bytes.size()));
  return bytes;
}

std::string_view local(const char* name) {
  const std::string_view whole(name);
  return whole.substr(whole.find(':') == whole.npos ? 0 : whole.find(':') + 1);
}

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
  for (pugi::xml_node one : node.children()) {
    if (is(one, name)) return one;
  }
  return {};
}

pugi::xml_attribute attribute(pugi::xml_node node, std::string_view name) {
  for (pugi::xml_attribute one : node.attributes()) {
    if (local(one.name()) == name) return one;
  }
  return {};
}

}  // namespace taizhang::sheets
