// SPDX-License-Identifier: MIT
#include "intake/stages.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/look_alike.h"
#include "base/text.h"
#include "intake/cell_words.h"
#include "intake/number_found.h"
#include "intake/number_words.h"
#include "intake/numbers.h"
#include "intake/task_words.h"

namespace taizhang::intake {

using base::Decimal;
using model::Indicator;
using model::Kind;
using model::Qualifier;

namespace {

/// A number that a stage is to reach.
struct Figure {
  std::string name;
  std::string unit;  ///< empty where none is said
  Decimal value;
};

/// What a stage says: its figures and the words without one.
struct Said {
  std::vector<Figure> figures;
  std::vector<std::string> words;
  bool is_clear = true;  ///< every number in it is a date or one of the figures
};

/// Whether a clause with a date says nothing else: 6月底前.
bool is_date_alone(std::string clause) {
  for (const Text word : {"年", "月", "日", "份", "底", "末", "初", "前", "以", "之", "上旬",
                          "中旬", "下旬", "到", "至", "在", "：", ":"}) {
    for (std::size_t at = clause.find(word); at != clause.npos; at = clause.find(word)) {
      clause.erase(at, word.size());
    }
  }
  return clause.find_first_not_of("0123456789 ") == clause.npos;
}

Said said_in(const std::string& text) {
  Said said;
  for (const std::string& clause : stages_of(text, "，")) {
    std::vector<Mention> found = mentions(clause);
    std::erase_if(found, [](const Mention& one) { return one.why_not.zh == a_date.zh; });
    const auto bare = Decimal::parse(base::plain_form(clause)).decimal;
    if (bare) {
      said.figures.push_back({{}, {}, *bare});
    } else if (found.empty()) {
      if (!is_date_alone(clause)) said.words.push_back(clause);
    } else if (found.size() == 1 && found[0].proposed && found[0].proposed->target) {
      const Indicator& one = *found[0].proposed;
      said.figures.push_back({*one.name, *one.unit, *one.target->number});
    } else {
      said.is_clear = false;
    }
  }
  return said;
}

bool is_aside(const Indicator& one) { return one.weight.value == Decimal(); }

/// Whether a stage on the way is a point of such an indicator: not of a place, nor of a ceiling
/// that holds all the year.
bool takes_points(const Indicator& one) {
  const bool is_ceiling =
      one.qualifier.value == Qualifier::at_most || one.qualifier.value == Qualifier::below;
  const bool is_down = one.direction.value == model::Direction::down;
  const bool has_way = one.kind.value == Kind::growth || one.baseline.one.value.has_value();
  return one.target && one.target->number && !one.than.name && !is_aside(one) &&
         one.kind.value != Kind::rank && (!is_ceiling || one.kind.value == Kind::cumulative) &&
         (!is_down || has_way);
}

/// Whether both names are of one thing, or the figure's says only that it is done.
bool is_of(const std::string& name, const Indicator& one) {
  // What is begun is not yet done.
  for (const Text word : {"开工", "启动", "签约", "设计"}) {
    if (says_any(name, {word}) != says_any(*one.name, {word})) return false;
  }
  const Text mine = without_verbs(name), its = without_verbs(*one.name);
  return mine.empty() || lacks_subject(mine) || its.find(mine) != its.npos ||
         (!its.empty() && mine.find(its) != mine.npos);
}

class StageGiver {
 public:
  StageGiver(model::Task& task, const std::vector<Stage>& stages, const base::DateSpan& period)
      : task_(task), stages_(stages), period_(period) {}

  void give() {
    for (std::size_t i = 0; i < stages_.size(); ++i) place(i);
    for (auto& [index, points] : points_) {
      Indicator& indicator = task_.indicators.items[index];
      const std::string why = "与指标“" + *indicator.name + "”的目标或期限对不上";
      std::ranges::stable_sort(points, {}, &Point::date);
      std::erase_if(points, [&](const Point& one) {
        const base::Date end = end_of(indicator);
        const bool is_target = one.value == *indicator.target->number;
        if (one.date < end || (one.date == end && is_target)) return false;
        // 四季度 says again what is due in November.
        if (is_target)
          tell_target(indicator, stages_[one.stage]);
        else
          why_[one.stage] = why;
        return true;
      });
      if (points.empty() || lead(indicator, points)) continue;
      for (const Point& point : points) why_[point.stage] = why;
    }
    for (std::size_t i = 0; i < stages_.size(); ++i) {
      if (why_.contains(i))
        add_milestone(stages_[i], stages_[i].text, why_.at(i));
      else if (!words_[i].empty())
        add_milestone(stages_[i], words_[i], {});
    }
  }

 private:
  struct Point {
    base::Date date;
    Decimal value;
    std::size_t stage;
  };

  /// Find the indicators that a stage is of.
  void place(std::size_t i) {
    const Said said = said_in(stages_[i].text);
    words_[i] = said.figures.empty() ? stages_[i].text : base::joined(said.words, "，");
    if (!said.is_clear) {
      why_[i] = "里的数不止一个意思";
      return;
    }
    std::vector<std::pair<std::size_t, Point>> found;
    for (const Figure& figure : said.figures) {
      const auto indicator = indicator_of(figure, stages_[i]);
      if (!indicator) {
        why_[i] = "里的数不知是哪个指标的";
        return;
      }
      found.push_back({*indicator, {stages_[i].due, figure.value, i}});
    }
    for (const auto& [indicator, point] : found) points_[indicator].push_back(point);
  }

  /// What stands between a note and more of it.
  static const char* mark_behind(const Indicator& indicator) {
    return *indicator.note == to_confirm ? "：" : "；";
  }

  static void tell_target(Indicator& indicator, const Stage& stage) {
    indicator.note.value = *indicator.note + mark_behind(indicator) + "阶段目标“" +
                           on_one_line(stage.text) + "”（" + base::iso(stage.due) +
                           "）就是总目标，期限按完成时限";
  }

  /// The only indicator that the figure can be of.
  std::optional<std::size_t> indicator_of(const Figure& figure, const Stage& stage) const {
    const auto own = indicator_of(figure, stage.first, stage.end);
    return own ? own : indicator_of(figure, 0, task_.indicators.size());
  }

  /// The same of those from `first` to before `end`.
  std::optional<std::size_t> indicator_of(const Figure& figure, std::size_t first,
                                          std::size_t end) const {
    std::vector<std::size_t> found;
    for (std::size_t i = first; i < end; ++i) {
      const Indicator& one = task_.indicators[i];
      const bool fits = takes_points(one) && is_of(figure.name, one) &&
                        (figure.unit.empty() || one.unit.value == figure.unit);
      if (fits) found.push_back(i);
    }
    // Of what is added and what there then is, a stage that names neither is of what is added.
    const auto is_added = [&](std::size_t i) {
      return task_.indicators[i].kind.value == Kind::cumulative;
    };
    if (found.size() > 1 && std::ranges::count_if(found, is_added) == 1) {
      return *std::ranges::find_if(found, is_added);
    }
    return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
  }

  base::Date end_of_task() const {
    return task_.due && task_.due->date ? *task_.due->date : period_.to;
  }

  base::Date end_of(const Indicator& indicator) const {
    return indicator.due.value_or(end_of_task());
  }

  /// Give an indicator its points, in the order of their days, if they lead to its target; whether
  /// they do.
  bool lead(Indicator& indicator, std::vector<Point> points) const {
    const base::Date end = end_of(indicator);
    const Decimal target = *indicator.target->number;
    const bool is_down = indicator.direction.value == model::Direction::down;
    const auto passes = [&](Decimal a, Decimal b) { return is_down ? a < b : a > b; };
    for (std::size_t i = 0; i < points.size(); ++i) {
      const bool is_in_order = i == 0 || (points[i - 1].date < points[i].date &&
                                          !passes(points[i - 1].value, points[i].value));
      if (!is_in_order || passes(points[i].value, target)) return false;
    }
    std::string note = std::string(mark_behind(indicator)) + "序时按阶段目标拟定";
    for (const Point& point : points) {
      note += (&point == &points.front() ? "：" : "；") + base::iso(point.date) + " " +
              on_one_line(stages_[point.stage].text);
    }
    indicator.note.value = *indicator.note + note;
    if (points.back().date < end) points.push_back({end, target, 0});
    if (points.size() == 1) return true;
    // Without a value to begin at, nothing is expected before the first stage.
    const bool has_begin =
        indicator.kind.value == Kind::cumulative || indicator.baseline.one.value.has_value();
    indicator.trajectory.type.value =
        has_begin ? model::TrajectoryType::points : model::TrajectoryType::step;
    for (const Point& point : points) {
      model::TrajectoryPoint& one =
          indicator.trajectory.points.items.emplace_back(source::start_of(0));
      one.date.value = point.date;
      one.value.value = point.value;
    }
    return true;
  }

  /// `why` says why a figure is no point of an indicator; empty where there is none.
  void add_milestone(const Stage& stage, const std::string& name, const std::string& why) {
    model::Milestone milestone{source::start_of(0)};
    milestone.id.value = "m" + std::to_string(task_.milestones.size() + 1);
    milestone.name.value = name;
    milestone.due.value = std::min(stage.due, end_of_task());
    const std::string mark(to_confirm);
    if (stage.due > end_of_task()) {
      add_note(task_, mark + "：阶段目标“" + on_one_line(stage.text) + "”写的期限 " +
                          base::iso(stage.due) + " 晚于完成时限，按完成时限");
    }
    if (!why.empty()) {
      const bool is_beside = std::ranges::any_of(
          task_.indicators.items, [](const Indicator& one) { return !is_aside(one); });
      if (is_beside) milestone.weight.value = Decimal();
      add_note(task_, mark + "：阶段目标“" + on_one_line(stage.text) + "”" + why + "，记作节点" +
                          (is_beside ? "，权重记 0" : ""));
    }
    if (stage.due < period_.from || stage.due > period_.to) {
      add_note(task_, mark + "：阶段目标“" + on_one_line(stage.text) + "”的日期不在计划周期内");
    }
    task_.milestones.items.push_back(std::move(milestone));
    if (why.empty()) add_note(task_, mark + "：阶段目标的日期");
  }

  model::Task& task_;
  const std::vector<Stage>& stages_;
  const base::DateSpan& period_;
  std::map<std::size_t, std::vector<Point>> points_;  ///< by indicator
  std::map<std::size_t, std::string> words_;          ///< by stage, what is no figure
  std::map<std::size_t, std::string> why_;            ///< by stage, why it is all a milestone
};

}  // namespace

void give_stages(model::Task& task, const std::vector<Stage>& stages,
                 const base::DateSpan& period) {
  StageGiver(task, stages, period).give();
}

std::vector<Stage> stages_among(const std::string& text, std::vector<Mention>& found,
                                const base::DateSpan& period) {
  struct Dated {
    std::string clause;
    std::optional<base::Date> day;
  };
  const auto dated = [&](const Mention& one) {
    const std::size_t begin = behind_last(Text(text), one.at, clause_ends);
    const std::size_t end = before_first(Text(text), one.at, clause_ends);
    const auto due = due_in(text.substr(begin, one.at - begin), period);
    return Dated{text.substr(begin, end - begin), due ? due->date : std::nullopt};
  };
  const auto is_whole = [](const Mention& one) {
    return one.proposed && one.proposed->target && !one.part_of && !one.is_aside &&
           one.proposed->commitment.value == model::Commitment::binding;
  };
  std::vector<Stage> stages;
  for (Mention& one : found) {
    if (!is_whole(one)) continue;
    const Dated mine = dated(one);
    if (!mine.day) continue;
    const std::size_t sentence = behind_last(Text(text), one.at, sentence_ends);
    const bool is_stage = std::ranges::any_of(found, [&](const Mention& goal) {
      const bool is_other = &goal != &one && is_whole(goal) &&
                            behind_last(Text(text), goal.at, sentence_ends) == sentence;
      if (!is_other) return false;
      const Indicator &its = *goal.proposed, &my = *one.proposed;
      const bool is_of_one = its.unit.value == my.unit.value && its.kind.value == my.kind.value &&
                             takes_points(its) && is_of(*my.name, its);
      const auto day = dated(goal).day;
      return is_of_one && *my.target->number < *its.target->number &&
             my.direction.value == its.direction.value && (!day || *mine.day < *day);
    });
    if (!is_stage) continue;
    stages.push_back({mine.clause, *mine.day});
    one.proposed.reset();
    one.why_not = {"阶段目标", "a stage"};
  }
  return stages;
}

}  // namespace taizhang::intake
