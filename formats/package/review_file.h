#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "formats/base/error.h"
#include "formats/model/bank.h"
#include "formats/package/file_tree.h"

/// `.tiku-review`: the one file that an expert gets, works in without any network, and sends back. A zip like
/// a `.tiku`, with what he is to see of the bank and
///
///     review/invitation.xml   the round, the revision, who he is, the rubric, what he is to review
///     review/manifest.xml     SHA-256 of every file above, and a MAC over them under the round's key
///     review/answers.xml      what he says
///     review/seal.txt         a MAC over that, under the file's ticket; there once he has submitted
///
/// What this proves and what it cannot: docs/decisions/009-sealed-opinions.md.
namespace tiku::formats {

/// `review/invitation.xml`
struct ReviewTask {
  Id round;
  Id invitation;
  Id expert;
  std::string expertName;
  std::string title;  ///< Of the round.
  Invitation::Phase phase = Invitation::Phase::kIndependent;
  std::string commit;
  std::string tree;
  std::optional<Date> on;
  std::optional<Date> due;
  std::string ticket;  ///< ticketOf(); 64 hexadecimal digits.
  Rubric rubric;
  std::vector<Id> objects;  ///< What he is to review, ascending.
  Extras extras;
  bool operator==(const ReviewTask&) const = default;
};

/// Something that an expert has not filled in.
struct Unfilled {
  enum class What { kConflict, kOpinion, kRubricLine, kVerdict, kRelevance };
  What what = What::kConflict;
  Id object;          ///< Of a verdict or a relevance; the opinion's own id for kOpinion.
  std::string line;   ///< Of the rubric.
  std::string words;  ///< A sentence.
};

/// An expert's file, read. A copy is cheap: what was sent is shared.
class ReviewFile {
 public:
  /// A new file without answers. `bank` is what the expert is to see: what must be hidden is not in it.
  static ReviewFile make(ReviewTask task, Bank bank, std::string_view key);
  /// Throws FormatError: kNotAPackage for what is no such file, is cut off, or was written by a newer
  /// program; kNotUnderstood where a file in it is not what the manifest or the seal says; kOverLimit.
  /// Whether the manifest is the round's own only verify() can tell. `name` is for messages.
  static ReviewFile read(std::string bytes, const std::string& name);

  [[nodiscard]] const ReviewTask& task() const { return task_; }
  [[nodiscard]] const Bank& bank() const { return bank_; }
  [[nodiscard]] const ExpertAnswers& answers() const { return answers_; }
  /// Whether the expert has said that he is done. A later change takes it back.
  [[nodiscard]] bool submitted() const { return answers_.submittedOn.has_value(); }

  /// Throws FormatError kNotUnderstood unless the round's key made the manifest.
  void verify(std::string_view key) const;

  /// Puts other answers in the place of the old ones; they count as not submitted. Ids are set.
  void answer(ExpertAnswers answers);
  /// What the expert has not filled in; empty when he may submit.
  [[nodiscard]] std::vector<Unfilled> unfilled() const;
  /// A sentence for each.
  [[nodiscard]] std::vector<std::string> missing() const;
  /// The expert is done. Throws FormatError kUsage with the first thing that is missing.
  void submit(const Date& on);

  /// The file's bytes: same content, same bytes. After the first time it costs what he said, not what he was
  /// sent. May be called on a copy in another thread.
  [[nodiscard]] std::string bytes() const;

 private:
  struct Parts;
  ReviewFile(ReviewTask task, Bank bank);
  void readAnswers(const FileTree& tree);
  void judge(const ExpertAnswers& answers) const;
  [[nodiscard]] std::string sealOf(const std::string& answers) const;
  [[nodiscard]] Place at(std::string_view path) const;

  std::string name_;
  ReviewTask task_;
  Bank bank_;
  std::shared_ptr<const Parts> parts_;
  std::string mac_;  ///< Of the manifest.
  ExpertAnswers answers_;
};

/// The key of an expert's seal: different for each invitation, and in nobody's file but his.
std::string ticketOf(std::string_view key, Id invitation);

/// SHA-256 by which answers are known before they are opened. It is recorded when they come in, and anyone
/// can compute it again from the opened answers.
std::string commitmentOf(const ExpertAnswers& answers);

}  // namespace tiku::formats
