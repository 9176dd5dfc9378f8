#include "tests/gui/support/sample_round.h"

#include <algorithm>

#include "formats/package/package.h"
#include "tests/support/places.h"

namespace tiku::tests {

PanelStory sampleRound(const std::string& sample, std::size_t items) {
  PanelStory story;
  const Bank whole = readBank(*openDirectory(sourceRoot() / "samples" / sample)).bank;
  // Of each kind and level some, that the story does not take all day.
  Bank part(whole.info());
  Edit edit;
  if (whole.standard() != nullptr) edit.put(*whole.standard());
  for (const auto& blueprint : whole.all<Blueprint>()) edit.put(*blueprint);
  const auto theory = whole.all<TheoryItem>();
  for (std::size_t i = 0; i < std::min(items, theory.size()); ++i) edit.put(*theory[i]);
  for (const auto& skill : whole.all<SkillItem>()) {
    edit.put(*skill);
    break;
  }
  for (const auto& media : whole.all<Media>()) edit.putObject(media);
  part.apply(edit);
  story.reviewed = part;
  story.bank = part;
  story.start(5);
  return story;
}

void bringToRereview(PanelStory& story, Id item) {
  story.bank.apply(conclude(story.bank, story.now(), RoundState::kToRectify,
                            {"赵工", day("2026-03-20"), "有题目要改"}, day("2026-04-19")));
  TheoryItem mended = *story.bank.find<TheoryItem>(item);
  mended.stem = RichText::plain("（改）" + mended.stem.str());
  Edit edit("修改题干");
  story.bank.apply(edit.put(mended));
  for (const auto& opinion : opinionsOf(story.bank, story.now())) {
    story.bank.apply(answerOpinion(story.bank, story.reviewed, *opinion, {"已按意见修改", "", {}},
                                   {"李师傅", day("2026-03-25"), ""}));
  }
  story.bank.apply(
      handIn(story.bank, story.reviewed, story.now(), "c0ffee2", {"李师傅", day("2026-03-26"), ""}));
}

}  // namespace tiku::tests
