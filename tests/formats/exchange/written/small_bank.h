#pragma once

#include <string>

#include "formats/base/digest.h"
#include "formats/model/bank.h"

namespace tiku::test {

/// A 1 by 1 picture.
inline std::string smallPng() {
  using namespace std::string_literals;
  return "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1F\x15\xC4\x89\0\0\0\rIDAT"
         "\x78\x9C\x63\xF8\xCF\xC0\xF0\x1F\0\x05\0\x01\xFF\x56\xC7\x2F\x0D\0\0\0\0IEND\xAE\x42\x60\x82"s;
}

/// A level with one point and an item of several types, each with everything that such an item has.
struct SmallBank {
  SmallBank() {
    using namespace formats;
    const Level level = *Level::of(3);
    Edit edit("");
    BankInfo info;
    info.title = "电工题库";
    info.levels = {level};
    edit.put(info);
    Blueprint blueprint(level);
    Scope top;
    top.id = Id::random();
    top.code = "A";
    top.name = "基本要求";
    Scope middle = top;
    middle.id = Id::random();
    Scope low = top;
    low.id = Id::random();
    Point one;
    one.id = point;
    one.code = "001";
    one.name = "职业道德";
    low.points.push_back(one);
    middle.scopes.push_back(low);
    top.scopes.push_back(middle);
    blueprint.theory.tops.push_back({Part::kBasic, top});
    edit.put(blueprint);
    People people;
    people.people.push_back({author, "张三", {}, {}, {}, {}, {}});
    edit.put(people);
    const std::string png = smallPng();
    const std::string name = sha256(png) + ".png";
    edit.put(Media{*Id::ofDigest(sha256(png)), name, png});

    TheoryItem item = begin(choice, ItemType::kSingleChoice, "下列属于职业道德规范的是");
    withBlank(item.stem);
    for (const char* option : {"爱岗敬业", "得过且过", "以次充好", "弄虚作假"})
      item.options.push_back(RichText::plain(option));
    item.key = ChoiceKey{{0}};
    item.rationale = RichText::plain("见教材。\n第二段。");
    edit.put(item);

    TheoryItem shown = begin(pictured, ItemType::kMultipleChoice, "");
    using Kind = Inline::Kind;
    shown.stem = RichText({Paragraph{{{Kind::kText, "看图", {}},
                                      {Kind::kImage, "电路", name},
                                      {Kind::kText, "，H", {}},
                                      {Kind::kSubscript, "2", {}},
                                      {Kind::kText, "O 在 ", {}},
                                      {Kind::kMath, "\\frac{1}{2}", {}},
                                      {Kind::kText, " 处", {}},
                                      {Kind::kEmphasis, "不", {}},
                                      {Kind::kText, "是", {}},
                                      {Kind::kBlank, {}, {}},
                                      {Kind::kText, "。", {}}}}});
    for (const char* option : {"甲", "乙", "丙"}) shown.options.push_back(RichText::plain(option));
    shown.key = ChoiceKey{{0, 2}};
    edit.put(shown);

    TheoryItem essay = begin(subjective, ItemType::kShortAnswer, "简述接地的作用。");
    TextTable table;
    table.rows = {{RichText::plain("项目"), RichText::plain("数值")},
                  {RichText::plain("电阻"), RichText::plain("4 Ω")}};
    essay.stem = RichText({essay.stem.blocks().front(), table});
    essay.key = ReferenceKey{RichText::plain("保护人身安全。\n保护设备。")};
    essay.scoring = {{Marks::whole(2), "说明人身安全", {}}, {*Marks::parse("1.5"), "说明设备", {}}};
    essay.marks = *Marks::parse("3.5");
    edit.put(essay);
    bank.apply(edit);
  }

  formats::Bank bank;
  formats::Id point = formats::Id::random();
  formats::Id author = formats::Id::random();
  formats::Id choice = formats::Id::random();
  formats::Id pictured = formats::Id::random();
  formats::Id subjective = formats::Id::random();

 private:
  formats::TheoryItem begin(formats::Id id, formats::ItemType type, const std::string& stem) const {
    using namespace formats;
    TheoryItem item(id, *Level::of(3), type);
    item.code = "B-A-A-A-001-00" + std::to_string(static_cast<int>(type) + 1);
    item.point = point;
    item.stem = RichText::plain(stem);
    item.difficulty = 3;
    item.consistency = 4;
    item.reference = "《电工手册》第 12 页";
    item.author = author;
    item.status = ItemStatus::kReviewed;
    item.source = {"旧题.docx", "段 12", {}};
    return item;
  }
  static void withBlank(formats::RichText& stem) {
    using namespace formats;
    Paragraph paragraph = std::get<Paragraph>(stem.blocks().front());
    paragraph.pieces.push_back({Inline::Kind::kBlank, {}, {}});
    paragraph.pieces.push_back({Inline::Kind::kText, "。", {}});
    stem = RichText({paragraph});
  }
};

}  // namespace tiku::test
