#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "cli/bank_files.h"
#include "cli/session.h"
#include "formats/package/review_file.h"
#include "workflows/review/round.h"

/// What the verbs of `tiku review` share.
namespace tiku::cli {

void addReviewPool(CLI::App& review, Session& session);      ///< experts, expert
void addReviewDraw(CLI::App& review, Session& session);      ///< draw, refuse, redraw
void addReviewRound(CLI::App& review, Session& session);     ///< start, status, leave
void addReviewExchange(CLI::App& review, Session& session);  ///< invite, collect, open, results
void addReviewDecision(CLI::App& review, Session& session);  ///< conclude, hand-in, send-back
void addReviewReport(CLI::App& review, Session& session);    ///< scores, report
void addReviewOpinions(CLI::App& review, Session& session);  ///< opinions, assign, answer ...
void addReviewExpert(CLI::App& review, Session& session);    ///< task, score, annotate, settle, submit

/// The bank and the round that a verb works on, and who does it.
struct ReviewOptions {
  std::string path;
  std::string round;
  std::string by;
  std::string on;
  std::string reason;
  std::string key;
};

/// PATH and --round.
void addRoundOptions(CLI::App& verb, ReviewOptions& options, Session& session);
/// --by, --on, --reason
void addDeedOptions(CLI::App& verb, ReviewOptions& options);
void addKeyOption(CLI::App& verb, ReviewOptions& options);

/// "2026-03-02", or today where it is empty. Throws kUsage.
formats::Date dateGiven(const std::string& text);
workflows::Deed deedOf(const ReviewOptions& options);

/// Where the key of the round lies: where the options say, else where it lies by itself.
std::filesystem::path keyFileOf(const ReviewOptions& options, formats::Id round);

/// A bank with the round that the options name.
struct OpenReview {
  OpenBank open;
  std::shared_ptr<const formats::Round> round;

  OpenReview(const ReviewOptions& options, const Session& session);
  /// The bank at the round's revision. Throws kUsage where the history does not have it.
  [[nodiscard]] formats::Bank reviewed() const;
  [[nodiscard]] std::string key(const ReviewOptions& options) const;
};

/// The member that is named by id or name. Throws kUsage.
formats::Id memberNamed(const formats::Round& round, const std::string& name);

/// "C-001" or the name by which the user knows the object; its id when it is gone.
std::string objectTitle(const formats::Bank& bank, formats::Id object);

/// {"id","title","state","commit","tag","due","rectifyBy"}
Json roundJson(const formats::Round& round);

/// {"id","object","title","field","quote","before","after","kind","gravity","comment","suggestion","text"}:
/// `text` is "holds", "changed" or "gone" against the bank.
Json annotationJson(const formats::Bank& bank, const formats::Annotation& annotation);

}  // namespace tiku::cli
