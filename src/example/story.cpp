// SPDX-License-Identifier: MIT
#include "example/story.h"

namespace taizhang::example {

using model::Grade;
using model::InspectionMethod;
using model::InspectionResult;
using model::IssueLevel;
using model::Light;
using model::OrderLevel;
using model::Status;

namespace {

/// `count` cards of each kind, in turn.
template <class Card>
struct Some {
  int count;
  Card card;
};

template <class Card>
std::vector<Card> cards(std::initializer_list<Some<Card>> kinds) {
  std::vector<Card> all;
  for (const Some<Card>& kind : kinds) {
    all.insert(all.end(), static_cast<std::size_t>(kind.count), kind.card);
  }
  return all;
}

/// One yes in `of`.
std::vector<bool> once_in(int of) { return cards<bool>({{1, true}, {of - 1, false}}); }

std::vector<Visit> all_visits() {
  std::vector<Visit> all;
  for (const auto& method : model::Names<InspectionMethod>::table) {
    for (const auto& result : model::Names<InspectionResult>::table) {
      all.push_back({method.value, result.value});
    }
  }
  return all;
}

}  // namespace

Decks::Decks(Random& random)
    : statuses(random, cards<Status>({{9, Status::in_progress},
                                      {3, Status::closed},
                                      {1, Status::close_requested},
                                      {1, Status::suspended},
                                      {1, Status::carried_over},
                                      {1, Status::cancelled},
                                      {1, Status::not_started}})),
      paces(random, cards<Pace>({{2, Pace::ahead},
                                 {6, Pace::steady},
                                 {3, Pace::slightly_behind},
                                 {2, Pace::far_behind},
                                 {2, Pace::catching_up},
                                 {1, Pace::fading},
                                 {1, Pace::far_over}})),
      habits(random, cards<Habit>({{8, Habit::prompt},
                                   {3, Habit::sometimes_late},
                                   {2, Habit::sometimes_missing},
                                   {1, Habit::stops},
                                   {1, Habit::silent}})),
      settled(random, once_in(3)),
      mishap_times(random, once_in(3)),
      mishaps(random, cards<Mishap>({{3, Mishap::wrong_figure},
                                     {1, Mishap::withdrawn},
                                     {1, Mishap::reported_twice}})),
      revision_times(random, once_in(5)),
      revisions(random, {Revision::raised, Revision::lowered, Revision::moved_twice,
                         Revision::later_task, Revision::later_indicator, Revision::other_leads}),
      issue_counts(random, {0, 0, 0, 0, 1, 1, 2}),
      issues(random, {IssueCourse::closed, IssueCourse::closed_at_once, IssueCourse::sent_back,
                      IssueCourse::reopened, IssueCourse::resolved, IssueCourse::coordinating,
                      IssueCourse::assigned, IssueCourse::found}),
      issue_levels(random, cards<IssueLevel>({{4, IssueLevel::general},
                                              {2, IssueLevel::major},
                                              {1, IssueLevel::critical}})),
      visit_times(random, once_in(4)),
      visits(random, all_visits()),
      order_times(random, once_in(2)),
      orders(random, {OrderLevel::reminder, OrderLevel::order, OrderLevel::reminder,
                      OrderLevel::listed, OrderLevel::order, OrderLevel::talk}),
      order_ends(random,
                 {OrderEnd::unanswered, OrderEnd::answered, OrderEnd::closed, OrderEnd::closed}),
      override_times(random, once_in(11)),
      overrides(random, {Light::yellow, Light::green, Light::red, Light::blue, Light::grey}),
      assessment_times(random, once_in(4)),
      public_words(random, once_in(25)),
      grades(random, {Grade::excellent, Grade::good, Grade::fair, Grade::poor}) {}

Course draw_course(const Frame& frame, Decks& decks, std::string_view lead) {
  Course course{decks.statuses.deal(), Pace::steady, std::nullopt, lead};
  switch (course.status) {
    case Status::in_progress:
      course.pace = decks.paces.deal();
      break;
    case Status::closed:
      course.pace = Pace::early;
      break;
    case Status::close_requested:
      break;
    case Status::suspended:
      course.pace = Pace::far_behind;
      course.stop = frame.period.at(560);
      break;
    case Status::carried_over:
      course.pace = Pace::far_behind;
      break;
    case Status::cancelled:
      course.pace = Pace::slightly_behind;
      course.stop = frame.period.at(480);
      break;
    case Status::not_started:
      course.pace = Pace::far_behind;
      course.stop = frame.period.start;
      break;
  }
  return course;
}

}  // namespace taizhang::example
