// tiku review task, score, annotate, reply, settle, submit: what an expert does in his own file.
#include <fstream>
#include <ostream>
#include <sstream>

#include "cli/review.h"
#include "formats/base/say.h"
#include "formats/compare/review_words.h"
#include "formats/exchange/zip_parts.h"
#include "formats/package/review_terms.h"
#include "formats/package/save.h"
#include "workflows/review/anchors.h"
#include "workflows/review/answering.h"
#include "workflows/review/collect.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using namespace tiku::workflows;

struct ExpertOptions {
  std::string file;
  std::string object;
  std::string on;
};

ReviewFile readExpertFile(const std::string& path) {
  return ReviewFile::read(readWholeFile(path), path);
}

// Saves the answers; what was submitted has to be submitted again.
void saveAnswers(ReviewFile& file, ExpertAnswers answers, const std::string& path, Session& session) {
  const bool was = file.submitted();
  file.answer(std::move(answers));
  writeFileSafely(path, file.bytes(), true);
  if (session.json()) {
    session.print({{"saved", path}, {"missing", file.missing()}});
    return;
  }
  session.out << say("已保存，还有 {n} 处没有填。", "n"_a = file.missing().size()) << '\n';
  if (was) session.out << say("改动之后要重新提交。") << '\n';
}

Json itemJson(const Bank& bank, Id object, const ExpertAnswers& answers) {
  Json made{{"object", object.str()}, {"title", objectTitle(bank, object)}};
  Json fields = Json::object();
  if (const Object* found = bank.object(object)) {
    for (const char* field : {"stem", "task"}) {
      if (const auto words = fieldWords(*found, field)) fields[field] = *words;
    }
  }
  made["text"] = std::move(fields);
  for (const ItemScore& score : answers.scores) {
    if (score.object != object) continue;
    if (score.relevance) made["relevance"] = *score.relevance;
    if (score.difficulty) made["difficulty"] = *score.difficulty;
    if (score.verdict) made["verdict"] = fileWord(*score.verdict);
  }
  return made;
}

Json taskJson(const ReviewFile& file) {
  const ReviewTask& task = file.task();
  Json objects = Json::array();
  for (const Id object : task.objects) objects.push_back(itemJson(file.bank(), object, file.answers()));
  Json rubric = Json::array();
  for (const RubricLine& line : task.rubric.lines) {
    rubric.push_back(
        {{"line", line.id}, {"dimension", line.dimension}, {"marks", line.marks.str()}, {"text", line.text}});
  }
  Json annotations = Json::array();
  for (const Annotation& one : file.answers().annotations)
    annotations.push_back(annotationJson(file.bank(), one));
  Json opinions = Json::array();
  for (const auto& opinion : file.bank().all<Opinion>()) {
    Json line = annotationJson(file.bank(), opinion->remark);
    line["id"] = opinion->id.str();
    line["answer"] = opinion->answer;
    opinions.push_back(std::move(line));
  }
  return {{"title", task.title},
          {"round", task.round.str()},
          {"expert", task.expert.str()},
          {"name", task.expertName},
          {"phase", fileWord(task.phase)},
          {"due", task.due ? Json(task.due->str()) : Json(nullptr)},
          {"submitted", file.submitted()},
          {"receipt", file.submitted() ? Json(receiptOf(commitmentOf(file.answers()))) : Json(nullptr)},
          {"objects", std::move(objects)},
          {"rubric", std::move(rubric)},
          {"annotations", std::move(annotations)},
          {"opinions", std::move(opinions)},
          {"missing", file.missing()}};
}

void showTask(const ExpertOptions& options, Session& session) {
  const ReviewFile file = readExpertFile(options.file);
  if (session.json()) {
    session.print(taskJson(file));
    return;
  }
  const ReviewTask& task = file.task();
  session.out << say("评审“{title}”，{phase}，专家“{name}”，{n} 件。", "title"_a = task.title,
                     "phase"_a = wordOf(task.phase), "name"_a = task.expertName, "n"_a = task.objects.size())
              << '\n';
  if (task.due) session.out << say("请在 {due} 之前交回。", "due"_a = task.due->str()) << '\n';
  for (const Id object : task.objects)
    session.out << "  " << object.str() << "  " << objectTitle(file.bank(), object) << '\n';
  for (const auto& opinion : file.bank().all<Opinion>()) {
    session.out << "  " << opinion->id.str().substr(0, 8) << "  " << opinion->remark.comment << " → "
                << opinion->answer << '\n';
  }
  for (const std::string& line : file.missing()) session.out << "  " << line << '\n';
}

struct ScoreOptions {
  ExpertOptions common;
  int relevance = 0;
  int difficulty = -1;
  std::string verdict;
  std::string line;
  std::string marks;
  std::string comment;
  std::string table;
};

int numberIn(const std::string& text, const std::string& file, int line) {
  int number = -1;
  std::istringstream stream(text);
  if (stream >> number && stream.eof()) return number;
  throw FormatError(ErrorCode::kNotUnderstood, say("“{text}”不是数。", "text"_a = text), {file, line, {}});
}

void scoreLine(const ReviewFile& file, const std::string& id, const std::string& points,
               const std::string& comment, ExpertAnswers& answers) {
  const RubricLine* line = file.task().rubric.find(id);
  const auto marks = Marks::parse(points);
  if (line == nullptr || !marks) {
    throw FormatError(ErrorCode::kUsage, line == nullptr ? say("评分表里没有“{line}”这一行。", "line"_a = id)
                                                         : say("请写明“{line}”的分数。", "line"_a = id));
  }
  put(answers, RubricEntry{line->id, RubricScore{line->id, *marks, comment, {}}});
}

// Lines of object, relevance, difficulty, verdict, or of "line", a line of the rubric, marks, comment; parted
// by tabs. An empty cell changes nothing.
void scoresFromTable(const ReviewFile& file, const std::string& path, ExpertAnswers& answers) {
  std::istringstream text(readWholeFile(path, 16U << 20U));
  int number = 0;
  for (std::string row; std::getline(text, row);) {
    ++number;
    if (!row.empty() && row.back() == '\r') row.pop_back();
    if (row.empty() || (number == 1 && row.starts_with("object\t"))) continue;
    std::vector<std::string> cells;
    std::istringstream stream(row);
    for (std::string cell; std::getline(stream, cell, '\t');) cells.push_back(cell);
    cells.resize(4);
    if (cells[0] == "line") {
      scoreLine(file, cells[1], cells[2], cells[3], answers);
      continue;
    }
    ItemScore score = scoreOf(answers, findObject(file.bank(), cells[0]));
    if (!cells[1].empty()) score.relevance = numberIn(cells[1], path, number);
    if (!cells[2].empty()) score.difficulty = numberIn(cells[2], path, number);
    if (!cells[3].empty()) score.verdict = itemVerdictOf(cells[3]);
    put(answers, ScoreEntry{score});
    if (!cells[3].empty() && !score.verdict) {
      throw FormatError(ErrorCode::kNotUnderstood,
                        say("“{text}”不是 adopt、revise 或 drop。", "text"_a = cells[3]), {path, number, {}});
    }
  }
}

void scoreItems(const ScoreOptions& options, Session& session) {
  ReviewFile file = readExpertFile(options.common.file);
  ExpertAnswers answers = file.answers();
  if (!options.table.empty()) scoresFromTable(file, options.table, answers);
  if (!options.line.empty()) scoreLine(file, options.line, options.marks, options.comment, answers);
  if (!options.common.object.empty()) {
    ItemScore score = scoreOf(answers, findObject(file.bank(), options.common.object));
    if (options.relevance > 0) score.relevance = options.relevance;
    if (options.difficulty >= 0) score.difficulty = options.difficulty;
    if (!options.verdict.empty()) score.verdict = itemVerdictOf(options.verdict);
    put(answers, ScoreEntry{score});
  }
  saveAnswers(file, std::move(answers), options.common.file, session);
}

struct RemarkOptions {
  ExpertOptions common;
  std::string field;
  std::string quote;
  int occurrence = 0;
  std::string kind;
  std::string gravity = "common";
  std::string comment;
  std::string suggestion;
  bool suggests = false;
  std::string remove;
};

void annotate(const RemarkOptions& options, Session& session) {
  ReviewFile file = readExpertFile(options.common.file);
  ExpertAnswers answers = file.answers();
  Annotation annotation;
  annotation.id = Id::random();
  annotation.anchor = anchorAt(file.bank(), findObject(file.bank(), options.common.object), options.field,
                               options.quote, options.occurrence);
  annotation.kind = remarkKindOf(options.kind).value_or(RemarkKind::kUnclear);
  annotation.gravity = gravityOf(options.gravity).value_or(Gravity::kCommon);
  annotation.comment = options.comment;
  if (options.suggests) annotation.suggestion = options.suggestion;
  put(answers, RemarkEntry{annotation.id, annotation});
  saveAnswers(file, std::move(answers), options.common.file, session);
}

template <typename List>
auto annotationNamed(List& list, const std::string& id) {
  for (auto at = list.begin(); at != list.end(); ++at) {
    if (!id.empty() && at->id.str().starts_with(id)) return at;
  }
  throw FormatError(ErrorCode::kUsage, say("没有意见“{id}”。", "id"_a = id));
}

void withdraw(const RemarkOptions& options, Session& session) {
  ReviewFile file = readExpertFile(options.common.file);
  ExpertAnswers answers = file.answers();
  put(answers, RemarkEntry{annotationNamed(answers.annotations, options.remove)->id, {}});
  saveAnswers(file, std::move(answers), options.common.file, session);
}

struct WordOptions {
  ExpertOptions common;
  std::string line;
  std::string text;
  bool agree = false;
  bool reject = false;
};

// To an opinion of another expert, in the discussion.
void replyTo(const WordOptions& options, Session& session) {
  ReviewFile file = readExpertFile(options.common.file);
  for (const auto& submission : file.bank().all<Submission>()) {
    if (!submission->answers) continue;
    for (const Annotation& annotation : submission->answers->annotations) {
      if (!annotation.id.str().starts_with(options.line)) continue;
      ExpertAnswers answers = file.answers();
      std::vector<Reply> replies = repliesTo(answers, annotation.id);
      replies.push_back({annotation.id, {}, {}, options.text, {}});
      put(answers, ReplyEntry{annotation.id, std::move(replies)});
      saveAnswers(file, std::move(answers), options.common.file, session);
      return;
    }
  }
  throw FormatError(ErrorCode::kUsage, say("没有意见“{id}”。", "id"_a = options.line));
}

void settle(const WordOptions& options, Session& session) {
  if (options.agree == options.reject)
    throw FormatError(ErrorCode::kUsage, say("请写明是认可（--agree）还是不认可（--reject）。"));
  if (options.reject && options.text.empty()) throw FormatError(ErrorCode::kUsage, say("不认可要写明理由。"));
  ReviewFile file = readExpertFile(options.common.file);
  Id found;
  for (const auto& opinion : file.bank().all<Opinion>()) {
    if (opinion->id.str().starts_with(options.line)) found = opinion->id;
  }
  if (found.empty()) throw FormatError(ErrorCode::kUsage, say("没有意见“{id}”。", "id"_a = options.line));
  ExpertAnswers answers = file.answers();
  put(answers, DecisionEntry{found, Decision{found, options.agree, options.text, {}}});
  saveAnswers(file, std::move(answers), options.common.file, session);
}

struct SubmitOptions {
  ExpertOptions common;
  std::string conflict;
  std::string comment;
};

void submit(const SubmitOptions& options, Session& session) {
  ReviewFile file = readExpertFile(options.common.file);
  ExpertAnswers answers = file.answers();
  if (!options.conflict.empty()) answers.conflict = options.conflict;
  if (!options.comment.empty()) answers.comment = options.comment;
  file.answer(std::move(answers));
  file.submit(dateGiven(options.common.on));
  writeFileSafely(options.common.file, file.bytes(), true);
  const std::string receipt = receiptOf(commitmentOf(file.answers()));
  if (session.json()) {
    session.print({{"submitted", options.common.file}, {"receipt", receipt}});
    return;
  }
  session.out << say("已提交，请把这份文件交回。凭证 {receipt}：组长收到后显示的应当相同。",
                     "receipt"_a = receipt)
              << '\n';
}

CLI::App* fileVerb(CLI::App& review, const char* name, const std::string& description, ExpertOptions& options,
                   Session& session) {
  CLI::App* verb = review.add_subcommand(name, description);
  verb->add_option("FILE", options.file, translate("评审文件（.tiku-review）。"))->required();
  addFormat(*verb, session);
  return verb;
}

void addScoring(CLI::App& review, Session& session) {
  auto score = std::make_shared<ScoreOptions>();
  CLI::App* verb = fileVerb(review, "score", translate("专家：给一道题或评分表的一行评分，或从表格读入。"),
                            score->common, session);
  verb->add_option("OBJECT", score->common.object, translate("试题的标识或代码。"));
  verb->add_option("--relevance", score->relevance, translate("与考评点的相关程度，1 至 4。"))
      ->check(CLI::Range(1, 4));
  verb->add_option("--difficulty", score->difficulty, translate("100 名刚达到本等级的考生，有几名答对。"))
      ->check(CLI::Range(0, 100));
  verb->add_option("--verdict", score->verdict, translate("采用、修改后采用或淘汰。"))
      ->check(CLI::IsMember({"adopt", "revise", "drop"}));
  verb->add_option("--line", score->line, translate("评分表的一行。"));
  verb->add_option("--marks", score->marks, translate("这一行的分数。"));
  verb->add_option("--comment", score->comment, translate("这一行的说明。"));
  verb->add_option(
      "--from", score->table,
      translate("表格文件，制表符隔开：每行试题、相关程度、难度、结论，或 line、评分表的行、分数、说明。"));
  verb->callback([score, &session] { scoreItems(*score, session); });
}

void addRemarks(CLI::App& review, Session& session) {
  auto remark = std::make_shared<RemarkOptions>();
  CLI::App* verb = fileVerb(review, "annotate", translate("专家：对一道题或一张表提意见，指明所指的文字。"),
                            remark->common, session);
  verb->add_option("OBJECT", remark->common.object, translate("试题的标识或代码。"))->required();
  verb->add_option("--field", remark->field, translate("哪一栏：stem、options/0、key 等；缺省为整道题。"));
  verb->add_option("--quote", remark->quote, translate("所指的原文；缺省为整栏。"));
  verb->add_option("--occurrence", remark->occurrence, translate("原文出现不止一次时，是第几处。"));
  verb->add_option("--kind", remark->kind, translate("意见的类别。"))
      ->required()
      ->check(
          CLI::IsMember({"knowledge", "key", "scope", "unclear", "options", "duplicate", "secret", "form"}));
  verb->add_option("--gravity", remark->gravity, translate("严重程度。"))
      ->check(CLI::IsMember({"grave", "common", "advice"}));
  verb->add_option("--comment", remark->comment, translate("意见。"))->required();
  CLI::Option* suggestion = verb->add_option("--suggest", remark->suggestion, translate("建议的写法。"));
  verb->callback([remark, suggestion, &session] {
    remark->suggests = suggestion->count() > 0;
    annotate(*remark, session);
  });

  auto gone = std::make_shared<RemarkOptions>();
  verb = fileVerb(review, "withdraw", translate("专家：撤回自己的一条意见。"), gone->common, session);
  verb->add_option("OPINION", gone->remove, translate("意见的标识，或它的开头。"))->required();
  verb->callback([gone, &session] { withdraw(*gone, session); });
}

}  // namespace

void addReviewExpert(CLI::App& review, Session& session) {
  auto task = std::make_shared<ExpertOptions>();
  CLI::App* verb =
      fileVerb(review, "task", translate("专家：看一份评审文件要评什么，还缺什么。"), *task, session);
  verb->callback([task, &session] { showTask(*task, session); });
  addScoring(review, session);
  addRemarks(review, session);

  auto word = std::make_shared<WordOptions>();
  verb =
      fileVerb(review, "reply", translate("专家：集体讨论时，回应另一位专家的意见。"), word->common, session);
  verb->add_option("OPINION", word->line, translate("意见的标识，或它的开头。"))->required();
  verb->add_option("--text", word->text, translate("要说的话。"))->required();
  verb->callback([word, &session] { replyTo(*word, session); });

  auto decision = std::make_shared<WordOptions>();
  verb =
      fileVerb(review, "settle", translate("专家：复核时，认定自己的一条意见。"), decision->common, session);
  verb->add_option("OPINION", decision->line, translate("意见的标识，或它的开头。"))->required();
  verb->add_flag("--agree", decision->agree, translate("认可答复，这一条了结。"));
  verb->add_flag("--reject", decision->reject, translate("不认可，写明理由。"));
  verb->add_option("--reason", decision->text, translate("理由或意见。"));
  verb->callback([decision, &session] { settle(*decision, session); });

  auto done = std::make_shared<SubmitOptions>();
  verb = fileVerb(review, "submit", translate("专家：评完了，提交；之后把文件交回。"), done->common, session);
  verb->add_option("--conflict", done->conflict, translate("回避声明；没有需要回避的，写“无”。"));
  verb->add_option("--comment", done->comment, translate("总的评价。"));
  verb->add_option("--on", done->common.on, translate("日期，例如 2026-03-02；缺省为今天。"));
  verb->callback([done, &session] { submit(*done, session); });
}

}  // namespace tiku::cli
