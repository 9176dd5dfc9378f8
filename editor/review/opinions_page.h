#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "editor/review/opinion_list.h"
#include "editor/review/review_page.h"

class wxButton;
class wxChoice;
class wxStaticText;

namespace tiku::editor {

class OpinionSide;

/// 意见与整改: what the institution is to answer, line by line, until it hands in.
class OpinionsPage final : public ReviewPage {
 public:
  OpinionsPage(wxWindow* parent, Host& host);

  void show(formats::Id round) override;
  void finishTyping() override;
  /// Shows the line, whatever the filter says.
  void choose(formats::Id opinion);

 private:
  /// Of the first filter, in its order.
  enum class Which { kAll, kWaiting, kAnswered, kAgreed, kRejected };

  void layOut();
  void refresh();
  void showLine();
  void fillAnswerers();
  [[nodiscard]] bool takes(const formats::Opinion& opinion) const;
  [[nodiscard]] std::vector<OpinionList::Line> allLines() const;
  [[nodiscard]] const formats::Round* round() const { return bank().find<formats::Round>(round_); }
  /// The chosen line as it is in the bank now; null for none.
  [[nodiscard]] const formats::Opinion* line() const;
  [[nodiscard]] bool answerable() const;
  /// The objects of the opinions at the revision under review.
  const formats::Bank& reviewed();

  bool key(int code);
  /// Does what `edit` says to the line, under the name of who works here. True when it was done.
  bool deed(formats::Id opinion, const std::function<formats::Edit(const std::string& person)>& edit);
  void nextWaiting(formats::Id after);
  void go();
  void accept();
  void refuse();
  void answer();
  void comment();
  void addEvidence();
  void dropEvidence(const std::string& name);
  void assign();
  void handIn();

  formats::Id round_;
  formats::Id shown_;  ///< The line whose answer is in the field.
  std::vector<std::string> answerers_;
  struct Reviewed {
    std::string commit;
    std::set<formats::Id> asked;
    formats::Bank bank;
  };
  std::optional<Reviewed> reviewed_;
  wxStaticText* clock_ = nullptr;
  wxStaticText* count_ = nullptr;
  wxChoice* which_ = nullptr;
  wxChoice* whose_ = nullptr;
  OpinionList* list_ = nullptr;
  OpinionSide* side_ = nullptr;
  wxButton* assign_ = nullptr;
  wxButton* handIn_ = nullptr;
};

}  // namespace tiku::editor
