#pragma once

#include <functional>
#include <memory>
#include <string>

#include "editor/expert/expert_host.h"
#include "editor/expert/remark_words.h"

class wxToggleButton;
class wxStaticText;

namespace tiku::editor {

/// The cards of the margin.
class FollowingCard {
 public:
  virtual ~FollowingCard() = default;
  /// What the expert says may have changed.
  virtual void follow() = 0;
};

/// A remark of his own.
class MyRemarkCard final : public RemarkCard {
 public:
  struct Deeds {
    std::function<void()> chosen;
    std::function<void()> edit;
  };
  MyRemarkCard(wxWindow* parent, ExpertHost& host, const formats::Annotation& remark, Deeds deeds);
};

/// What another one gave the item, in a discussion.
class OtherScoreCard final : public RemarkCard {
 public:
  OtherScoreCard(wxWindow* parent, ExpertHost& host, const std::string& name,
                 const formats::ItemScore& score);
};

/// A remark of another one, and what the expert replies.
class OtherRemarkCard final : public RemarkCard, public FollowingCard {
 public:
  OtherRemarkCard(wxWindow* parent, ExpertHost& host, const std::string& name,
                  const formats::Annotation& remark, const std::function<void()>& chosen);
  void follow() override;

 private:
  ExpertHost& host_;
  formats::Id remark_;
  SentenceField* reply_ = nullptr;
};

/// An opinion of his, what was done about it, and whether that will do.
class OpinionCard final : public RemarkCard, public FollowingCard {
 public:
  OpinionCard(wxWindow* parent, ExpertHost& host, std::shared_ptr<const formats::Opinion> opinion,
              const std::function<void()>& chosen);
  void follow() override;
  /// As the buttons do.
  void decide(bool closed);
  [[nodiscard]] bool decided() const;

 private:
  void showDecision();

  ExpertHost& host_;
  std::shared_ptr<const formats::Opinion> opinion_;
  bool wantsReason_ = false;  ///< 不认可 was pressed and nothing is said yet.
  wxToggleButton* agree_ = nullptr;
  wxToggleButton* reject_ = nullptr;
  wxStaticText* ask_ = nullptr;
  SentenceField* reason_ = nullptr;
};

}  // namespace tiku::editor
