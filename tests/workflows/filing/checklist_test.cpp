#include "workflows/filing/checklist.h"

#include <catch2/catch.hpp>

#include "formats/package/package.h"
#include "formats/package/reviewed.h"
#include "tests/support/places.h"

using namespace tiku::formats;
using namespace tiku::workflows;
using tiku::validators::Profile;

namespace {

const ChecklistEntry& entryOf(const std::vector<ChecklistEntry>& entries, const std::string& id) {
  for (const ChecklistEntry& entry : entries) {
    if (entry.document.id == id) return entry;
  }
  throw std::logic_error("no such document: " + id);
}

}  // namespace

TEST_CASE("an empty bank lacks something for every document but the attachments, and says what") {
  BankInfo info;
  info.levels = {*Level::of(4)};
  const Bank bank(info);
  const auto entries = checklistOf(bank, Profile::load("guizhou"));
  REQUIRE(entries.size() == 8);
  CHECK(entries[0].title == "贵州省职业技能等级认定自建题库报备申请表");
  for (const ChecklistEntry& entry : entries) {
    INFO(entry.title);
    CHECK(entry.missing.empty() == (entry.document.id == "evidence"));
  }
  CHECK(entryOf(entries, "theory-table").missing == std::vector<std::string>{"四级没有理论知识要素细目表。"});
  CHECK(entryOf(entries, "samples").missing ==
        std::vector<std::string>{"四级没有理论知识试题。", "四级没有操作技能试题。"});
  CHECK(entryOf(entries, "internal-review").missing ==
        std::vector<std::string>{"没有写“专家评审意见”。", "没有登记评审专家。"});
}

TEST_CASE("what the bank says is not asked again, what only a person knows is a field to fill in") {
  Bank bank = loadBank(tiku::tests::sourceRoot() / "samples/liangju").bank;
  const Profile profile = Profile::load("tutorial");
  auto entries = checklistOf(bank, profile);
  CHECK(entryOf(entries, "application").missing ==
        std::vector<std::string>{
            "“题库基本情况”没有填：国家、省级题库是否覆盖本职业（工种）。",
            "“题库开发情况”没有填：开发起止时间、试测时间、试测人数、试卷难度、区分度、信度。"});
  const DossierField& name = entryOf(entries, "application").sections.front().fields.front();
  CHECK(name.label == "机构名称");
  CHECK(name.fromBank == bank.info().institution.name);
  CHECK(entryOf(entries, "development").missing ==
        std::vector<std::string>{"开发过程有 7 个环节没有写起止时间或负责人。"});
  CHECK(entryOf(entries, "internal-review").missing.empty());

  Dossier dossier = *bank.find<Dossier>(Dossier::kId);
  for (const DossierSection& section : entryOf(entries, "application").sections) {
    for (const DossierField& field : section.fields) {
      if (!field.filled()) dossier.fields[field.id] = field.choices.empty() ? "已填" : field.choices.front();
    }
  }
  dossier.attachments[std::string(64, 'a') + ".pdf"] = "保密承诺书";
  bank.apply(Edit().put(dossier));
  entries = checklistOf(bank, profile);
  CHECK(entryOf(entries, "application").missing.empty());
  CHECK(entryOf(entries, "evidence").missing == std::vector<std::string>{"题库里没有“保密承诺书”的文件。"});
}

TEST_CASE("an opened round writes the experts' opinion, and what changed since its approval is named",
          "[review]") {
  BankInfo info;
  info.levels = {*Level::of(4)};
  Bank bank(info);
  TheoryItem item(Id::wellKnown(0x4001), *Level::of(4), ItemType::kTrueFalse);
  item.code = "A-001";
  item.stem = RichText::plain("原来的题。");
  Round round;
  round.id = Id::wellKnown(0x4002);
  round.objects.push_back({item.id, {}, {}, reviewedDigest(std::make_shared<const TheoryItem>(item)), {}});
  round.steps = {{RoundState::kSummary, "组长", Date::parse("2026-03-18"), "", {}},
                 {RoundState::kPassed, "组长", Date::parse("2026-03-30"), "", {}}};
  Edit edit;
  bank.apply(edit.put(item).put(round));
  const Profile profile = Profile::load("guizhou");
  CHECK(entryOf(checklistOf(bank, profile), "internal-review").missing.empty());
  item.stem = RichText::plain("改过的题。");
  Edit change;
  bank.apply(change.put(item));
  CHECK(entryOf(checklistOf(bank, profile), "internal-review").missing ==
        std::vector<std::string>{"通过评审以后有改动的 1 件：四级 判断题 A-001。"});
  // Who has counted already is believed.
  CHECK(entryOf(checklistOf(bank, profile, std::vector<Id>()), "internal-review").missing.empty());
}
