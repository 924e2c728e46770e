// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/fatal.h"
#include "base/text.h"
#include "query/filter/filter.h"
#include "query/filter/syntax.h"

namespace taizhang::query::filter {

namespace {

/// A sign, and how a Chinese keyboard writes it.
struct Sign {
  std::string_view written;
  Compare compare;
};

/// Longer ones first, so that `<=` is not read as `<`.
constexpr auto comparisons = std::to_array<Sign>({
    {"!=", Compare::differs},  {"≠", Compare::differs},    {"<=", Compare::at_most},
    {"＜=", Compare::at_most}, {"＜＝", Compare::at_most}, {"≤", Compare::at_most},
    {">=", Compare::at_least}, {"＞=", Compare::at_least}, {"＞＝", Compare::at_least},
    {"≥", Compare::at_least},  {"<", Compare::less},       {"＜", Compare::less},
    {">", Compare::more},      {"＞", Compare::more},      {":", Compare::matches},
    {"〈", Compare::less},     {"《", Compare::less},      {"〉", Compare::more},
    {"》", Compare::more},     {"∶", Compare::matches},    {"﹕", Compare::matches},
    {"︰", Compare::matches},  {";", Compare::matches},    {"；", Compare::matches},
    {"：", Compare::matches},  {"=", Compare::equals},     {"＝", Compare::equals},
    {"~", Compare::pattern},   {"～", Compare::pattern},
});

constexpr std::array<std::string_view, 5> blanks{" ", "\t", "\n", "\r", "　"};
constexpr std::array<std::string_view, 2> commas{",", "，"};
constexpr std::array<std::string_view, 2> openings{"(", "（"};
constexpr std::array<std::string_view, 2> closings{")", "）"};
constexpr std::array<std::string_view, 2> at_signs{"@", "＠"};
constexpr std::array<std::string_view, 2> bars{"|", "｜"};

/// How a text may be quoted: what begins and what ends it.
constexpr std::pair<std::string_view, std::string_view> quotes[] = {
    {"\"", "\""}, {"'", "'"}, {"“", "”"}, {"‘", "’"}, {"「", "」"},
};

/// The words between terms; those of SQL and of programming languages say the same.
using Keywords = std::array<std::string_view, 4>;
constexpr Keywords or_words{"or", "或", "OR", "||"};
constexpr Keywords and_words{"and", "且", "AND", "&&"};
constexpr Keywords not_words{"not", "非", "NOT", "!"};

/// Filters are typed by people; a thousand brackets or negations are not.
constexpr int deepest = 64;

class Parser {
 public:
  explicit Parser(const std::string& text) : text_(text) {}

  Node filter() {
    Node node = any_of(0);
    if (at_ < text_.size()) {
      fail(text_, {at_, size_of(closings)}, {{"多出一个右括号", "a bracket too many"}, {}},
           {{"删去它，或在前面补上左括号", "remove it, or open one before it"}, {}});
    }
    return node;
  }

  /// Whether nothing in the text ends a word.
  bool is_one_word() {
    while (at_ < text_.size() && !ends_word()) at_ += base::character_size(text_, at_);
    return at_ >= text_.size();
  }

 private:
  /// Terms parted by `or`.
  Node any_of(int depth) {
    Node any{Node::What::any};
    any.parts.push_back(all_of(depth));
    while (const auto piece = keyword(or_words)) {
      if (any.parts.back().parts.empty()) nothing_beside(*piece);
      any.parts.push_back(all_of(depth));
      if (any.parts.back().parts.empty()) nothing_beside(*piece);
    }
    if (any.parts.size() > 1) return any;
    return std::move(any.parts.front());
  }

  Node all_of(int depth) {
    Node all{Node::What::all};
    for (;;) {
      skip_blanks();
      if (const auto piece = keyword(and_words)) {
        skip_blanks();
        const bool ends = at_ >= text_.size() || size_of(closings) > 0 || is_keyword(or_words) > 0;
        if (all.parts.empty() || ends) nothing_beside(*piece);
        continue;
      }
      if (at_ >= text_.size() || size_of(closings) > 0 || is_keyword(or_words)) return all;
      const std::size_t begins = at_;
      all.parts.push_back(one(depth));
      all.parts.back().piece = {begins, at_ - begins};
    }
  }

  Node one(int depth) {
    skip_blanks();
    const std::size_t begins = at_;
    bool turned = keyword(not_words).has_value();
    if (!turned && text_[at_] == '-') {
      turned = true;
      if (at_ + 1 == text_.size() || blank_at(at_ + 1)) nothing_beside({at_, 1});
      ++at_;
    }
    if (turned) {
      skip_blanks();
      const bool ends = at_ >= text_.size() || size_of(closings) > 0 || is_keyword(or_words) > 0 ||
                        is_keyword(and_words) > 0;
      if (ends) nothing_beside({begins, at_ - begins});
      if (depth == deepest) too_deep({begins, at_ - begins});
      return {Node::What::none, {one(depth + 1)}};
    }
    if (const std::size_t opening = size_of(openings)) return group(opening, depth);
    return {Node::What::term, {}, term()};
  }

  [[noreturn]] void too_deep(Piece piece) {
    fail(text_, piece, {{"条件套得太深", "the filter is nested too deep"}, {}}, {});
  }

  Node group(std::size_t opening, int depth) {
    const Piece piece{at_, opening};
    if (depth == deepest) too_deep(piece);
    at_ += opening;
    Node inner = any_of(depth + 1);
    if (inner.parts.empty()) {
      fail(text_, piece, {{"括号里什么也没有", "there is nothing in the brackets"}, {}}, {});
    }
    const std::size_t closing = size_of(closings);
    if (closing == 0) {
      fail(text_, piece, {{"这个括号没有合上", "this bracket is not closed"}, {}},
           {{"在后面补上右括号", "close it with )"}, {}});
    }
    at_ += closing;
    return inner;
  }

  Term term() {
    const std::size_t begins = at_;
    if (size_of(at_signs) > 0) return saved();
    if (quote_at(at_) || text_[at_] == '/') {
      Operand word = operand();
      return {Term::What::word, {}, {begins, at_ - begins}, Compare::matches, {std::move(word)}};
    }
    while (at_ < text_.size() && !ends_word()) {
      if (const Sign* sign = sign_at(at_)) return comparison(begins, *sign);
      refuse_bar(begins, "");
      at_ += base::character_size(text_, at_);
    }
    Operand word{text_.substr(begins, at_ - begins), {begins, at_ - begins}};
    return {Term::What::word, {}, word.piece, Compare::matches, {word}};
  }

  /// `@late`, a query that has a name.
  Term saved() {
    const std::size_t begins = at_;
    skip_any(at_signs);
    const std::size_t name = at_;
    while (at_ < text_.size() && !ends_word()) at_ += base::character_size(text_, at_);
    return {Term::What::saved, text_.substr(name, at_ - name), {begins, at_ - begins}};
  }

  Term comparison(std::size_t begins, const Sign& sign) {
    Term term{Term::What::compare,
              text_.substr(begins, at_ - begins),
              {begins, at_ - begins},
              sign.compare};
    if (term.field.empty()) {
      fail(text_, {at_, sign.written.size()},
           {{"“{0}”前面没有写是哪个字段", "there is no field before “{0}”"}, {sign.written}},
           {{"写成 completion{0}50 的样子；要找这个符号本身，请加引号",
             "write it like completion{0}50; quote the sign to look for itself"},
            {sign.written}});
    }
    at_ += sign.written.size();
    refuse_second_sign(at_ - sign.written.size());
    do {
      const bool is_bracket = sign.compare == Compare::pattern && text_[at_] == '(';
      if (at_ >= text_.size() || (ends_word() && !is_bracket) || starts_with_any(commas)) {
        fail(text_, {begins, at_ - begins},
             {{"“{0}”后面没有写值", "there is no value after “{0}”"},
              {text_.substr(begins, at_ - begins)}},
             {{"值紧跟在符号后面，中间不空格", "the value follows at once, without a blank"}, {}});
      }
      term.operands.push_back(sign.compare == Compare::pattern ? pattern() : operand(term.field));
    } while (skip_any(commas));
    refuse_ends(term, begins);
    if (term.field == "has" || term.field == "有") {
      refuse_has(term, begins);
      term.what = Term::What::has;
      term.field = term.operands.front().text;
      term.field_piece = term.operands.front().piece;
    }
    return term;
  }

  /// Refuse `==`, `=>`, `<>` and others that are written so elsewhere, or twice by mistake.
  void refuse_second_sign(std::size_t begins) {
    const std::size_t first = at_;
    while (at_ < text_.size() && sign_at(at_)) at_ += sign_at(at_)->written.size();
    if (at_ == first) return;
    constexpr std::pair<std::string_view, std::string_view> meant[] = {
        {"==", "="}, {"=>", ">="}, {"=<", "<="}, {"<>", "!="}, {"=~", "~"},
        {"~=", "~"}, {"::", ":"},  {":=", "="},  {":<", "<"},  {":>", ">"},
    };
    const std::string written = text_.substr(begins, at_ - begins);
    const auto* one =
        std::ranges::find(meant, written, &std::pair<std::string_view, std::string_view>::first);
    fail(text_, {begins, at_ - begins},
         {{"“{0}”不是比较符号", "“{0}” is no comparison"}, {written}},
         one != std::end(meant)
             ? base::Phrase{{"是不是“{0}”？", "did you mean “{0}”?"}, {one->second}}
             : base::Phrase{{"可用：: = != < <= > >= ~；要找符号本身，请加引号",
                             "known: : = != < <= > >= ~; quote a value that begins with one"},
                            {}});
  }

  /// Refuse the bar of regular expressions in what is none; `field` is what is compared.
  void refuse_bar(std::size_t begins, const std::string& field) {
    if (!starts_with_any(bars)) return;
    std::size_t ends = at_;
    while (ends < text_.size() && !blank_at(ends)) ends += base::character_size(text_, ends);
    const Piece piece{begins, ends - begins};
    const std::string value = text_.substr(piece.at, piece.size);
    fail(text_, piece,
         {{"“|”只在正则表达式里是“或”", "“|” is “or” in regular expressions only"}, {}},
         field.empty()
             ? base::Phrase{{"写成 /{0}/；几个条件用 or 连", "write /{0}/; or joins several terms"},
                            {value}}
             : base::Phrase{{"几个值用逗号隔开，正则表达式写 {0}~{1}",
                             "commas part several values; a regular expression is {0}~{1}"},
                            {field, value}});
  }

  /// Refuse what follows a closing quote or slash without a blank.
  void refuse_tail(std::size_t begins) {
    const std::size_t tail = at_;
    if (at_ >= text_.size() || blank_at(at_) || starts_with_any(closings) ||
        starts_with_any(commas))
      return;
    while (at_ < text_.size() && !ends_word() && !starts_with_any(commas))
      at_ += base::character_size(text_, at_);
    at_ = std::max(at_, tail + base::character_size(text_, tail));
    fail(text_, {tail, at_ - tail},
         {{"“{0}”后面紧跟着“{1}”", "“{1}” follows “{0}” at once"},
          {text_.substr(begins, tail - begins), text_.substr(tail, at_ - tail)}},
         {{"中间空一格；正则表达式后面只可以写 i，不分大小写",
           "leave a blank between; behind a regular expression only i, for either case"},
          {}});
  }

  /// Refuse an order with several values, and with a range, which has an order of its own.
  void refuse_ends(const Term& term, std::size_t begins) {
    const bool ordered = term.compare == Compare::less || term.compare == Compare::at_most ||
                         term.compare == Compare::more || term.compare == Compare::at_least;
    const Operand& last = term.operands.back();
    if (!ordered || (term.operands.size() == 1 && !last.range)) return;
    fail(text_, {begins, at_ - begins},
         {{"“大于”“小于”后面只写一个值", "an order is with one value"}, {}},
         {{"范围和几个值用冒号：{0}:1..3、{0}:1,3",
           "ranges and lists follow a colon: {0}:1..3, {0}:1,3"},
          {term.field}});
  }

  /// Refuse what asks for more than whether one thing is there.
  void refuse_has(const Term& term, std::size_t begins) {
    const bool is_asked = term.compare == Compare::matches || term.compare == Compare::equals;
    const Operand& first = term.operands.front();
    if (is_asked && term.operands.size() == 1 && !first.range && !first.pattern) return;
    fail(text_, {begins, at_ - begins},
         {{"“{0}”后面写冒号和一样东西", "“{0}” is followed by a colon and one name"}, {term.field}},
         {{"写成 has:issues、-has:issues，几样用 or 连",
           "write has:issues, -has:issues; or joins several"},
          {}});
  }

  /// A regular expression behind `~`: its brackets are its own, two dots are no range.
  Operand pattern() {
    if (quote_at(at_) || text_[at_] == '/') return operand();
    const std::size_t begins = at_;
    for (int open = 0; at_ < text_.size();) {
      if (open == 0 && (blank_at(at_) || starts_with_any(closings) || starts_with_any(commas)))
        break;
      if (text_[at_] == '\\' && at_ + 1 < text_.size())
        ++at_;
      else if (text_[at_] == '(')
        ++open;
      else if (text_[at_] == ')')
        --open;
      at_ += base::character_size(text_, at_);
    }
    return {text_.substr(begins, at_ - begins), {begins, at_ - begins}};
  }

  /// A value of `field`; a word by itself where that is empty.
  Operand operand(const std::string& field = "") {
    const std::size_t begins = at_;
    if (const auto close = quote_at(at_)) {
      at_ += base::character_size(text_, at_);
      return up_to(*close, begins, false);
    }
    if (text_[at_] == '/') {
      ++at_;
      return up_to("/", begins, true);
    }
    while (at_ < text_.size() && !ends_word() && !starts_with_any(commas)) {
      refuse_bar(begins, field);
      at_ += base::character_size(text_, at_);
    }
    Operand operand{text_.substr(begins, at_ - begins), {begins, at_ - begins}};
    if (const std::size_t dots = operand.text.find(".."); dots != std::string::npos) {
      operand.range = true;
      operand.to = operand.text.substr(dots + 2);
      operand.text.resize(dots);
      if (operand.text.empty() && operand.to.empty()) {
        fail(text_, operand.piece, {{"这个范围两头都没有写", "this range has neither end"}, {}},
             {{"写成 50..80、50.. 或 ..80", "write 50..80, 50.. or ..80"}, {}});
      }
    }
    return operand;
  }

  /// The text up to `close`, which ends it.
  Operand up_to(std::string_view close, std::size_t begins, bool pattern) {
    const std::size_t inside = at_;
    const std::size_t end = text_.find(close, at_);
    if (end == std::string::npos) {
      const base::Bilingual what = pattern ? base::Bilingual{"正则表达式", "regular expression"}
                                           : base::Bilingual{"引号", "quote"};
      fail(text_, {begins, 1}, {{"这个{0}没有结束", "this {0} has no end"}, {what}},
           {{"在后面补上 {0}", "end it with {0}"}, {close}});
    }
    at_ = end + close.size();
    const bool folds = pattern && at_ < text_.size() && text_[at_] == 'i';
    if (folds) ++at_;
    refuse_tail(begins);
    if (end == inside) {
      fail(text_, {begins, at_ - begins}, {{"里面什么也没有写", "there is nothing in it"}, {}},
           {{"问有没有写 has:、-has:", "has: and -has: ask whether something is there"}, {}});
    }
    return {(folds ? "(?i)" : "") + text_.substr(inside, end - inside),
            {begins, at_ - begins},
            true,
            pattern};
  }

  /// What ends the quote that begins at `at`; nothing where none does.
  std::optional<std::string_view> quote_at(std::size_t at) const {
    const std::string_view rest = std::string_view(text_).substr(at);
    for (const auto& [opening, closing] : quotes) {
      if (rest.starts_with(opening)) return closing;
    }
    return std::nullopt;
  }

  const Sign* sign_at(std::size_t at) const {
    const std::string_view rest = std::string_view(text_).substr(at);
    for (const Sign& sign : comparisons) {
      if (rest.starts_with(sign.written)) return &sign;
    }
    return nullptr;
  }

  template <std::size_t n>
  std::size_t size_of(const std::array<std::string_view, n>& signs) const {
    const std::string_view rest = std::string_view(text_).substr(at_);
    for (const std::string_view sign : signs) {
      if (rest.starts_with(sign)) return sign.size();
    }
    return 0;
  }
  template <std::size_t n>
  bool starts_with_any(const std::array<std::string_view, n>& signs) const {
    return size_of(signs) > 0;
  }
  template <std::size_t n>
  bool skip_any(const std::array<std::string_view, n>& signs) {
    const std::size_t size = size_of(signs);
    at_ += size;
    return size > 0;
  }

  bool blank_at(std::size_t at) const {
    const std::string_view rest = std::string_view(text_).substr(at);
    for (const std::string_view blank : blanks) {
      if (rest.starts_with(blank)) return true;
    }
    return false;
  }
  void skip_blanks() {
    while (skip_any(blanks)) {
    }
  }
  bool ends_word() const {
    return starts_with_any(blanks) || starts_with_any(openings) || starts_with_any(closings);
  }

  /// Whether one of `words` stands here by itself.
  std::size_t is_keyword(const Keywords& words) const {
    const std::string_view rest = std::string_view(text_).substr(at_);
    for (const std::string_view word : words) {
      if (!rest.starts_with(word)) continue;
      const std::string_view behind = rest.substr(word.size());
      const bool ends = behind.empty() || blank_at(at_ + word.size()) || behind.starts_with("(") ||
                        behind.starts_with("（");
      if (ends) return word.size();
    }
    return 0;
  }
  std::optional<Piece> keyword(const Keywords& words) {
    skip_blanks();
    const std::size_t size = is_keyword(words);
    if (size == 0) return std::nullopt;
    at_ += size;
    return Piece{at_ - size, size};
  }

  [[noreturn]] void nothing_beside(Piece piece) {
    fail(text_, piece,
         {{"“{0}”旁边缺一个条件", "a condition is missing beside “{0}”"},
          {text_.substr(piece.at, piece.size)}},
         {{"要找这个词本身，请加引号", "quote the word to look for itself"}, {}});
  }

  const std::string& text_;
  std::size_t at_ = 0;
};

}  // namespace

std::string quoted(const std::string& text) {
  const auto* fitting = std::ranges::find_if(
      quotes, [&](const auto& quote) { return text.find(quote.second) == text.npos; });
  const auto& [opening, closing] = fitting == std::end(quotes) ? quotes[0] : *fitting;
  return std::string(opening) + text + std::string(closing);
}

Node parse(const std::string& text) {
  if (const auto bad = base::first_invalid_utf8(text)) {
    fail(text, {*bad, 1}, {{"这里不是 UTF-8 文字", "this is not UTF-8"}, {}}, {});
  }
  return Parser(text).filter();
}

bool is_callable(const std::string& name) { return !name.empty() && Parser(name).is_one_word(); }

void fail(const std::string& text, Piece piece, base::Phrase message, base::Phrase help) {
  const std::string before = base::printable(text.substr(0, piece.at));
  const std::string under = base::printable(text.substr(piece.at, piece.size));
  const int column = base::display_width(before);
  const int width = std::max(base::display_width(under), 1);
  base::Fatal fatal(base::Exit::usage, std::move(message), std::move(help));
  fatal.picture = "  " + base::printable(text) + "\n  " +
                  std::string(static_cast<std::size_t>(column), ' ') +
                  std::string(static_cast<std::size_t>(width), '^') + "\n";
  throw fatal;
}

}  // namespace taizhang::query::filter
