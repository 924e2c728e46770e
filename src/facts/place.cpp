// SPDX-License-Identifier: MIT
#include "facts/place.h"

#include "facts/catalogue.h"
#include "facts/world.h"

namespace taizhang::facts {

namespace {

source::Span span_of(const Row& row) {
  switch (row.kind) {
    case Kind::plans:
      return row.as<model::Plan>().at;
    case Kind::sections:
      return row.as<model::Section>().at;
    case Kind::units:
      return row.as<model::Unit>().at;
    case Kind::tasks:
      return row.as<model::Task>().at;
    case Kind::indicators:
      return row.as<model::Indicator>().at;
    case Kind::milestones:
      return row.as<model::Milestone>().at;
    case Kind::readings:
      return row.as<model::Reading>().at;
    case Kind::progress:
      return row.as<model::Progress>().at;
    case Kind::issues:
      return row.as<model::Issue>().at;
    case Kind::steps:
      return row.as<model::IssueStep>().at;
    case Kind::inspections:
      return row.as<model::Inspection>().at;
    case Kind::assessments:
      return row.as<model::SelfAssessment>().at;
    case Kind::orders:
      return row.as<model::Order>().at;
    case Kind::changes:
      return row.as<model::Change>().at;
    case Kind::duties:
    case Kind::shares:
    case Kind::unit_indicators:
    case Kind::periods:
    case Kind::deductions:
    case Kind::events:
      break;
  }
  return span_of(ancestor(row, kind_of(row.kind).parent));
}

}  // namespace

Place place_in_file(const Row& row) {
  const model::Ledger& ledger = row.world->ledger();
  const source::Span span = span_of(row);
  const source::SourceFile& file = ledger.sources[span.file];
  // A ledger is read from its `tasks/`, which stays in the path.
  std::string folder = ledger.root;
  if (folder == "tasks" || folder == ".") folder.clear();
  if (folder.ends_with("/tasks")) folder.resize(folder.rfind('/'));
  std::string path = file.path;
  if (!folder.empty() && path.starts_with(folder + "/")) path.erase(0, folder.size() + 1);
  return {std::move(path), file.line(span.begin)};
}

}  // namespace taizhang::facts
