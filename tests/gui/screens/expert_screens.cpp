#include "tests/gui/screens/expert_screens.h"

#include <algorithm>

#include <wx/app.h>

#include "editor/app/windows.h"
#include "editor/expert/expert_frame.h"
#include "editor/widgets/attention_bar.h"
#include "editor/widgets/words.h"
#include "formats/package/save.h"
#include "tests/gui/support/sample_round.h"

namespace tiku::tests {
namespace {

using Page = editor::ReviewPlace::Page;

editor::ExpertFrame* opened(const std::filesystem::path& path, const ReviewFile& file) {
  writeFileSafely(path, file.bytes(), true);
  editor::openReviewFile(path);
  for (wxWindow* window : wxTopLevelWindows) {
    auto* frame = dynamic_cast<editor::ExpertFrame*>(window);
    if (frame == nullptr || frame->session().path() != path) continue;
    frame->Maximize();
    frame->attention().remove("welcome");
    return frame;
  }
  return nullptr;
}

// The first words of the stem.
std::string wordsOfStem(const ReviewFile& file, Id item, unsigned characters) {
  return editor::typed(editor::shown(file.bank().find<TheoryItem>(item)->stem.str()).Left(characters));
}

Annotation remark(const ReviewFile& file, Id item, const std::string& words) {
  Annotation made = remarkOn(file.bank(), item, words.c_str(),
                             "应当写明在什么条件下，否则有两个答案都说得通。", "在常温下，" + words);
  made.kind = RemarkKind::kUnclear;
  return made;
}

}  // namespace

void takeExpertScreens(const std::filesystem::path& folder,
                       const std::function<void(const std::string& name, wxTopLevelWindow*)>& take) {
  PanelStory story = sampleRound("liangju", 60);
  const Id expert = fivePanelists().front().expert;
  ReviewFile file = story.invite(expert);
  const auto theory = story.reviewed.all<TheoryItem>();
  const auto choice =
      std::ranges::find_if(theory, [](const auto& item) { return item->options.size() == 4; });
  const Id item = (*choice)->id;
  ExpertAnswers answers = allScored(file);
  answers.scores.resize(answers.scores.size() / 2);
  std::erase_if(answers.scores, [item](const ItemScore& score) { return score.object == item; });
  answers.scores.push_back({item, 3, 60, ItemVerdict::kRevise, {}});
  answers.annotations.push_back(remark(file, item, wordsOfStem(file, item, 6)));
  Annotation whole{Id::random(),
                   anchorAt(file.bank(), item, "options/1"),
                   RemarkKind::kOptions,
                   Gravity::kAdvice,
                   "这个选项一看就不对，起不到干扰作用。",
                   {},
                   {}};
  answers.annotations.push_back(whole);
  answers.rubric.resize(4);
  answers.conflict.clear();
  file.answer(answers);
  editor::ExpertFrame* frame = opened(folder / "赵工.tiku-review", file);
  frame->goTo({Page::kItems, item, {}, {}});
  take("expert", frame);
  frame->goTo({Page::kRubric, {}, {}, {}});
  take("expert-rubric", frame);
  frame->goTo({Page::kSubmit, {}, {}, {}});
  take("expert-submit", frame);
  frame->Destroy();

  ExpertAnswers all = allScored(file);
  all.annotations = answers.annotations;
  file.answer(all);
  file.submit(day("2026-03-09"));
  story.take(file);
  story.open("2026-03-17", "到期");
  bringToRereview(story, item);
  frame = opened(folder / "赵工-复核.tiku-review", story.invite(expert, "2026-04-01"));
  frame->goTo({Page::kItems, item, {}, {}});
  take("expert-rereview", frame);
  frame->Destroy();
}

}  // namespace tiku::tests
