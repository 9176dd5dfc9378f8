#include "editor/app/bank_care.h"

#include <chrono>

#include "editor/app/questions_dialog.h"
#include "formats/base/say.h"
#include "formats/base/today.h"

namespace tiku::editor {

using formats::say;
using formats::operator""_a;

namespace {

constexpr int kLookEveryMilliseconds = 4000;

}  // namespace

BankCare::BankCare(wxWindow* window, Host& host) : window_(window), host_(host) {
  for (const std::string& problem : host_.document().problems()) {
    host_.note({"opening/" + problem, Note::Kind::kWarning, problem});
  }
  if (!host_.document().profileProblem().empty()) {
    host_.note({"profile", Note::Kind::kError, host_.document().profileProblem()});
  }
  for (const formats::ReadNote& remark : host_.document().notes()) {
    host_.note({"read/" + remark.path, Note::Kind::kInfo, remark.message});
  }
  if (const auto& older = host_.document().olderVersion()) {
    host_.note({"older", Note::Kind::kInfo,
                say("这个题库是旧格式（{version}）的；第一次保存时改为现在的格式，并留下记录。",
                    "version"_a = older->str())});
  }
  if (host_.document().readOnly()) {
    host_.note({"read-only", Note::Kind::kWarning, host_.document().readOnlyReason()});
  }
  offerRecovery();
  timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { look(); });
  timer_.Start(kLookEveryMilliseconds);
}

void BankCare::offerRecovery() {
  const auto& recovery = host_.document().recovery();
  if (!recovery) return;
  host_.note({"recovery",
              Note::Kind::kWarning,
              say("上次没有正常关闭：{time} 前的 {count} 处改动没有保存，可以恢复。",
                  "time"_a = formats::localTime(recovery->last), "count"_a = recovery->objects.size()),
              {{say("恢复"),
                [this] {
                  host_.attempt([this] { host_.document().takeRecovery(); });
                  noteQuestions();
                }},
               {say("不要了"), [this] { host_.attempt([this] { host_.document().dropRecovery(); }); }}}});
}

void BankCare::look() {
  host_.document().lookAtDiskInBackground([this, alive = std::weak_ptr(alive_)](const DiskNews& news) {
    if (alive.expired()) return;
    tell(news);
  });
}

void BankCare::tell(const DiskNews& news) {
  if (news.taken > 0) {
    host_.note({"disk", Note::Kind::kInfo,
                say("另一个程序改了题库的文件：{count} 处改动已经读入，可以撤销。", "count"_a = news.taken)});
  }
  for (const formats::FormatError& problem : news.problems) {
    host_.note({"disk/" + problem.place().file, Note::Kind::kError, problem.full()});
  }
  if (news.questions > 0) noteQuestions();
}

void BankCare::noteQuestions() {
  const std::size_t count = host_.document().questions().size();
  if (count == 0) return;
  host_.note({"questions",
              Note::Kind::kWarning,
              say("有 {count} 处两边都改了，要您决定用哪一边的。", "count"_a = count),
              {{say("决定…"), [this] { askQuestions(); }}}});
}

void BankCare::askQuestions() {
  while (!host_.document().questions().empty()) {
    const auto side =
        askQuestion(window_, host_.document().questions().front(), host_.document().questions().size());
    if (!side) {
      noteQuestions();
      return;
    }
    if (!host_.attempt([&] { host_.document().resolve(0, *side); })) return;
  }
}

}  // namespace tiku::editor
