// What the checks of Chinese prose find in a text, and what they leave alone.
#include "validators/language/checks/checks.h"

#include <catch2/catch.hpp>

#include "validators/language/characters.h"
#include "validators/language/scan.h"
#include "validators/language/spelling/spelling.h"

using namespace tiku::formats;
using namespace tiku::validators;
using namespace tiku::validators::language;

namespace {

/// "座标→坐标" for every hit of the family in a stem, in order; a hit without a better form ends with the
/// arrow.
std::vector<std::string> found(Family family, std::string_view stem) {
  TheoryItem item(Id::random(), *Level::of(3), ItemType::kTrueFalse);
  item.stem = RichText::plain(stem);
  std::vector<std::string> words;
  for (const Hit& hit : scan(std::make_shared<const TheoryItem>(item))) {
    const std::u32string text = decode(stem);
    const auto from = static_cast<std::size_t>(hit.range.from);
    CHECK(encode(text.substr(from, static_cast<std::size_t>(hit.range.length))) == hit.found);
    if (hit.family == family) words.push_back(hit.found + "→" + hit.better);
  }
  return words;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("words that are written wrong are found with what they should be") {
  const auto words = [](std::string_view stem) { return found(Family::kConfusion, stem); };
  CHECK(words("按装轴承时，先找正座标原点。") == Words{"按装→安装", "座标→坐标"});
  CHECK(words("精车园弧面，保证园柱度。") == Words{"园弧→圆弧", "园柱→圆柱"});
  CHECK(words("用砂纸磨擦零件表面除绣。") == Words{"磨擦→摩擦", "除绣→除锈"});
  CHECK(words("既使断电，电容仍可能带电。") == Words{"既使→即使"});
}

TEST_CASE("right words that hold the letters of a wrong one are left alone") {
  for (const char* stem : {"插座标志应清晰，轴承座标高应一致。", "按装配图装配，按装置说明书操作。",
                           "校园弧形步道绕公园周边一圈。", "既使工件定位，又使工件夹紧。",
                           "规定货架承重，指定货位。", "不锈钢度盘。", "他在荷兰色彩学会学习贯彻标准。",
                           "字符和数字。", "万用表的电阻档。", "推翻沙皇统治。"}) {
    INFO(stem);
    CHECK(found(Family::kConfusion, stem).empty());
  }
}

TEST_CASE("what was typed twice is found, what is doubled on purpose is not") {
  const auto words = [](std::string_view stem) { return found(Family::kDoubled, stem); };
  CHECK(words("数据标注的的质量要求。") == Words{"的的→的"});
  CHECK(words("对设备进行进行检查。") == Words{"进行进行→进行"});
  CHECK(words("达到目的的方法，为了了解情况，存在在线隐患，往往渐渐常常，研究研究，是是非非。").empty());
}

TEST_CASE("brackets and quotation marks without their other half are found") {
  const auto words = [](std::string_view stem) { return found(Family::kPunctuation, stem); };
  CHECK(words("焊接电流（单位为A过大会烧穿。") == Words{"（→"});
  CHECK(words("按“先断后接的原则操作。") == Words{"“→"});
  CHECK(words("《安全生产法规定了职责。") == Words{"《→"});
  CHECK(words("步骤：1）断电；2）验电；a)挂牌；①）上锁。").empty());
  CHECK(words("概率的取值范围是[0，1)，不含1。").empty());
  CHECK(words("读数时（视线与刻度垂直)。").empty());
}

TEST_CASE("quotation marks of the wrong shape are told with the right one") {
  const auto words = [](std::string_view stem) { return found(Family::kPunctuation, stem); };
  CHECK(words("按下”启动”按钮，指示灯亮。") == Words{"”→“"});
  CHECK(words("先按“停止“按钮，再断电。") == Words{"“→”"});
  CHECK(words("按下“启动”按钮，再按”停止”按钮。") == Words{"”→“"});
  CHECK(words("按下“启动”按钮，再按“停止”按钮。").empty());
  CHECK(words("按下启动”按钮。") == Words{"”→"});  // One mark alone: the other half is missing.
}

TEST_CASE("lines of a program within an item have marks and names of their own") {
  TheoryItem item(Id::random(), *Level::of(3), ItemType::kSingleChoice);
  item.stem = RichText({Paragraph{{{Inline::Kind::kText, "班组表由下面的语句建立：", ""}}},
                        Paragraph{{{Inline::Kind::kText, "CREATE TABLE crews (", ""}}},
                        Paragraph{{{Inline::Kind::kText, "crewid int NOT NULL,", ""}}},
                        Paragraph{{{Inline::Kind::kText, "leadr varchar(20) DEFAULT ”李工”", ""}}},
                        Paragraph{{{Inline::Kind::kText, "查询的结果是（　）。", ""}}}});
  item.options = {RichText::plain("1"), RichText::plain("2")};
  CHECK(scan(std::make_shared<const TheoryItem>(item)).empty());
}

TEST_CASE("a name of an item's program is no misspelling where the text speaks of it") {
  if (!Spelling::get().available()) {
    WARN("no dictionary is installed: English words are not checked");
    return;
  }
  TheoryItem item(Id::random(), *Level::of(3), ItemType::kSingleChoice);
  item.stem = RichText({Paragraph{{{Inline::Kind::kText, "变量 recieve 的初值为 5，执行：", ""}}},
                        Paragraph{{{Inline::Kind::kText, "recieve = recieve + 1;", ""}}}});
  item.options = {RichText::plain("adress"), RichText::plain("address")};
  item.key = ChoiceKey{{1}};
  CHECK(scan(std::make_shared<const TheoryItem>(item)).empty());
  item.key = ChoiceKey{{0}};  // What is right is not made up.
  const std::vector<Hit> hits = scan(std::make_shared<const TheoryItem>(item));
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].found == "adress");
}

TEST_CASE("marks in a row and at the wrong end of a text are found") {
  const auto words = [](std::string_view stem) { return found(Family::kPunctuation, stem); };
  CHECK(words("先断电，，再验电。") == Words{"，，→，"});
  CHECK(words("先断电。，再验电。") == Words{"。，→"});
  CHECK(words("，应先断电。") == Words{"，→"});
  CHECK(words("作业前应断电、") == Words{"、→"});
  CHECK(words("，").empty());
  CHECK(words("……等等。。。").empty());
}

TEST_CASE("mixed widths are found where a text mixes them") {
  const auto words = [](std::string_view stem) { return found(Family::kWidth, stem); };
  CHECK(words("先断电,再验电，最后接地。") == Words{",→，"});
  CHECK(words("先断电,再验电,最后接地").empty());  // One width throughout is a style.
  CHECK(words("读数（视线垂直)。") == Words{"（视线垂直)→（视线垂直）"});
  CHECK(words("电压为２２０Ｖ。") == Words{"２２０Ｖ→220V"});
  CHECK(words("在２～４之间。") == Words{"２～４→2～4"});
  CHECK(words("欧姆定律写作Ｉ＝Ｕ／Ｒ。") == Words{"Ｉ＝Ｕ／Ｒ→I=U/R"});
  CHECK(words("混合比为1:2，时间8:30，见A,B。").empty());
}

TEST_CASE("units that are not legal and symbols in wrong case are found after numbers") {
  const auto words = [](std::string_view stem) { return found(Family::kUnits, stem); };
  CHECK(words("质量为5 Kg，功率10KW，压力0.6Mpa。") == Words{"Kg→kg", "KW→kW", "Mpa→MPa"});
  CHECK(words("强度为300 N/MM。") == Words{"MM→mm"});
  CHECK(words("间隙为2公分。") == Words{"公分→厘米（cm）"});
  CHECK(words("发动机功率为100马力。").size() == 1);
  CHECK(words("接触器1KM和继电器2KA的触点。").empty());
  CHECK(words("型号为V5Kg的公分母，开足马力，SYS_5KW。").empty());
  CHECK(words("5 kg、10 kW、0.6 MPa、200 mL、3 kVA、收缩压120毫米汞柱。").empty());
  CHECK(words("下列计量单位符号正确的是5Kg。").empty());
}

TEST_CASE("ranges that leave out a percent sign or a multiplier are found") {
  const auto words = [](std::string_view stem) { return found(Family::kNumbers, stem); };
  CHECK(words("乳化液浓度为5~10%。") == Words{"5~10%→5%~10%"});
  CHECK(words("投资9-16亿元。") == Words{"9-16亿→9亿-16亿"});
  CHECK(words("5%~10%，5~10mm，2024-05-10，A5-10%，1-2-3万，3-5万用表。").empty());
  CHECK(words("售价为9400×(1-20%)元。").empty());
}

TEST_CASE("a hyphen between the bounds of a range is found where a unit shows that it is one") {
  const auto words = [](std::string_view stem) { return found(Family::kNumbers, stem); };
  CHECK(words("间隙为0.5-1.2mm，每班检查2-3次。") == Words{"0.5-1.2→0.5～1.2", "2-3→2～3"});
  CHECK(words("保温30-60 min后出炉。") == Words{"30-60→30～60"});
  CHECK(words("轴径20-0.05mm，线路L3-5m，2024-05-10日检定。").empty());
  CHECK(words("3-4号机组、1-2班、图5-10、5～10mm、5—10mm、型号6-8mmX。").empty());
  CHECK(words("余量为12-15=-3mm。").empty());
}

TEST_CASE("superseded standards are found with the edition in force") {
  const auto words = [](std::string_view stem) { return found(Family::kStandards, stem); };
  CHECK(words("按GB 3100-86标注。") == Words{"GB 3100-86→GB 3100—1993"});
  CHECK(words("执行GB/T 1800.1—2009。") == Words{"GB/T 1800.1—2009→GB/T 1800.1—2020"});
  CHECK(words("符合DL 408-91的规定。") == Words{"DL 408-91→GB 26860"});
  CHECK(words("执行GB/T 1800.1—2020、GB 3100和GB/T 99999—1999。").empty());
  CHECK(words("GB/T 1800.1—2009已被GB/T 1800.1—2020代替。").empty());
}

TEST_CASE("an item that asks how a word is written is not judged by its wrong options") {
  TheoryItem item(Id::random(), *Level::of(3), ItemType::kSingleChoice);
  item.stem = RichText::plain("下列词语书写正确的是（　）。");
  item.options = {RichText::plain("按装"), RichText::plain("安装")};
  CHECK(scan(std::make_shared<const TheoryItem>(item)).empty());
  item.stem = RichText::plain("把工件固定在机床上叫作（　）。");
  const std::vector<Hit> hits = scan(std::make_shared<const TheoryItem>(item));
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].field == "options/0");
  CHECK(hits[0].range == TextRange{0, 2});
}

TEST_CASE("blanks, formulas and pictures are no text, and what follows keeps its place") {
  TheoryItem item(Id::random(), *Level::of(3), ItemType::kSingleChoice);
  item.stem = RichText({Paragraph{{{Inline::Kind::kMath, "f(x", ""},
                                   {Inline::Kind::kBlank, "", ""},
                                   {Inline::Kind::kText, "的座标", ""}}}});
  const std::vector<Hit> hits = scan(std::make_shared<const TheoryItem>(item));
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].range == TextRange{7, 2});
  CHECK(decode(item.stem.str()).substr(7, 2) == U"座标");
}
