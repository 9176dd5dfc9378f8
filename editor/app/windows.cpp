#include "editor/app/windows.h"

#include <array>
#include <fstream>
#include <string>
#include <string_view>

#include <wx/app.h>

#include "editor/app/language.h"
#include "editor/app/main_frame.h"
#include "editor/app/settings.h"
#include "editor/expert/expert_frame.h"
#include "editor/widgets/attention_bar.h"
#include "formats/base/error.h"
#include "formats/package/paths.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using formats::ErrorCode;
using formats::FormatError;
using formats::say;

namespace {

/// A file that cannot be opened says to the expert what he can do, who is not the one who sent it.
[[noreturn]] void explainToExpert(const FormatError& error) {
  std::string advice = error.advice();
  if (error.code() == ErrorCode::kNotUnderstood || error.code() == ErrorCode::kOverLimit)
    advice = say("文件在路上传坏了，或者被改动过，没有打开，也没有动它。请发给您文件的人重新发一份。");
  if (error.code() == ErrorCode::kNotAPackage)
    advice += (advice.empty() ? "" : " ") +
              say("请核对是不是收到的那份 .tiku-review 文件；是的话，请发给您文件的人重新发一份。");
  throw FormatError(error.code(), error.what(), error.place(), advice);
}

// Where a file was dropped or chosen, the bad news belongs.
void tellInFront(const std::string& words) {
  for (wxWindow* window : wxTopLevelWindows) {
    auto* frame = dynamic_cast<ExpertFrame*>(window);
    if (frame != nullptr && frame->IsActive()) return frame->note({"failure", Note::Kind::kError, words});
  }
  for (wxWindow* window : wxTopLevelWindows) {
    if (auto* frame = dynamic_cast<ExpertFrame*>(window))
      return frame->note({"failure", Note::Kind::kError, words});
  }
}

}  // namespace

bool isReviewFile(const fs::path& path) {
  if (path.extension() == ".tiku-review") return true;
  std::error_code failed;
  if (!fs::is_regular_file(path, failed)) return false;
  // The first entry of the zip is `mimetype`, stored: name and content stand at fixed places.
  std::array<char, 128> head{};
  std::ifstream(path, std::ios::binary).read(head.data(), head.size());
  const std::string_view begin(head.data(), head.size());
  return begin.find(std::string("mimetype").append(formats::kReviewMimetype)) != std::string_view::npos;
}

void openReviewFile(const fs::path& path) {
  std::error_code failed;
  for (wxWindow* window : wxTopLevelWindows) {
    auto* frame = dynamic_cast<ExpertFrame*>(window);
    if (frame == nullptr || !fs::equivalent(frame->session().path(), path, failed)) continue;
    frame->Raise();
    return;
  }
  try {
    auto session =
        ReviewSession::open(path, [](std::function<void()> what) { wxTheApp->CallAfter(std::move(what)); });
    settings::addRecentBank(session->path());
    auto* frame = new ExpertFrame(std::move(session), {[](const fs::path& other) {
                                                         wxTheApp->CallAfter([other] {
                                                           try {
                                                             openReviewFile(other);
                                                           } catch (const FormatError& error) {
                                                             tellInFront(error.full());
                                                           }
                                                         });
                                                       },
                                                       speakEverywhere});
    frame->Show();
  } catch (const FormatError& error) {
    explainToExpert(error);
  }
}

void speakEverywhere(formats::Language language) {
  settings::setLanguage(language);
  if (language == formats::language()) return;
  useLanguage(language);
  for (wxWindow* window : wxTopLevelWindows) {
    // Later: the menu that was chosen from goes, too.
    if (auto* frame = dynamic_cast<MainFrame*>(window)) frame->CallAfter([frame] { frame->makeAnew(); });
    if (auto* frame = dynamic_cast<ExpertFrame*>(window)) frame->CallAfter([frame] { frame->makeAnew(); });
  }
}

}  // namespace tiku::editor
